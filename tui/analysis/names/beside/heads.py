"""The noun at the head of a name becomes a vote on its kind: "Ilmar Town Hall", "Treaty of Osk"."""

import re
from collections.abc import Mapping

from tui.analysis.model import Kind
from tui.analysis.names.beside.nouns import HEAD_NOUNS
from tui.analysis.names.beside.votes import Votes, mixed
from tui.analysis.names.lexicon import lexicon

WEIGHT = 0.6  # against the classifier's shares
PART_OF = re.compile(r"\s(?:of|for|on|in)\s")


def with_heads(votes: Mapping[str, Votes], surfaces: Mapping[str, str]) -> dict[str, Votes]:
    """The shares once these nouns are heard, by key; people keep theirs, and what every reader knows."""
    return {
        name: mixed(shares, kind, WEIGHT)
        if (kind := head_kind(surfaces[name])) and not (shares[0][0] in (Kind.PERSON, kind) or _known(name))
        else shares
        for name, shares in votes.items()
    }


def head_kind(surface: str) -> Kind | None:
    """The kind that the noun at the head of a name of several words says it has."""
    words = PART_OF.split(surface, maxsplit=1)[0].split()
    return HEAD_NOUNS.get(words[-1]) if words and " " in surface else None


def _known(name: str) -> bool:
    return name in lexicon().known or name in lexicon().places
