"""The noun at the head of a name becomes a vote on its kind: "Ilmar Town Hall", "Treaty of Osk"."""

import re
from collections.abc import Mapping

from tui.analysis.model import Kind
from tui.analysis.names.beside.nouns import COMPANIES, HEAD_NOUNS, SERIES
from tui.analysis.names.beside.votes import Votes, mixed
from tui.analysis.names.lexicon import lexicon

WEIGHT = 0.6  # against the classifier's shares
PART_OF = re.compile(r"\s(?:of|for|on|in)\s")


def with_heads(votes: Mapping[str, Votes], surfaces: Mapping[str, str]) -> dict[str, Votes]:
    """The shares once these nouns are heard, by key; people keep theirs, and what every reader knows."""
    result = {
        name: mixed(shares, kind, WEIGHT)
        if (kind := _heard(surfaces[name], shares[0][0])) and not _known(name)
        else shares
        for name, shares in votes.items()
    }
    for name, surface in surfaces.items():  # "Shoei Kisen" is what "Shoei Kisen Kaisha" is
        short = name.rsplit(" ", 1)[0]
        if is_company(surface) and short in votes and short != name and not _known(short):
            result[short] = mixed(result[short], Kind.ORG, WEIGHT)
    return result


def _heard(surface: str, strongest: str) -> Kind | None:
    """The kind that a name gets from its noun; people get none, unless a company's word ends an unknown name."""
    if is_company(surface) and surface.split()[0] not in lexicon().given:
        return Kind.ORG
    first, _, number = surface.partition(" ")
    if first in SERIES and number.isdigit():
        return Kind.OTHER
    kind = head_kind(surface)
    return kind if strongest not in (Kind.PERSON, kind) else None


def is_company(surface: str) -> bool:
    """Whether a name of several words ends as those of companies do: "Stann Marine"."""
    return " " in surface and surface.rsplit(" ", 1)[-1] in COMPANIES


def head_kind(surface: str) -> Kind | None:
    """The kind that the noun at the head of a name of several words says it has."""
    words = PART_OF.split(surface, maxsplit=1)[0].split()
    return HEAD_NOUNS.get(words[-1]) if words and " " in surface else None


def head_of(surface: str) -> str:
    """The last word before "of", "for", "on" or "in" in a name; "" where it has none of them."""
    first, *rest = PART_OF.split(surface, maxsplit=1)
    return first.split()[-1] if rest and first.strip() else ""


def _known(name: str) -> bool:
    return name in lexicon().known or name in lexicon().places
