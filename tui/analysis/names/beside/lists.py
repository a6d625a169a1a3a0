"""What a list says of the names in it: the noun in front of it, and the kind of the others."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tui.analysis.model import Kind
from tui.analysis.names.beside.nouns import LISTS
from tui.analysis.names.beside.votes import Votes
from tui.analysis.names.lexicon import lexicon
from tui.analysis.names.surfaces import Candidate
from tui.text.span import Span

OPENS = re.compile(r"((?:\b[a-z-]+\s?){1,6}),?\s(?:such as|including|like|namely)\s(?:the\s)?$")
COMMA = re.compile(r",\s(?:the\s)?")
GOES_ON = re.compile(r",\s(?:and\s|or\s)?(?:the\s)?|\s(?:and|or|&)\s(?:the\s)?")
FEWEST = 3  # names in a list that says something by itself
MOST_MENTIONS = 2  # of a name that the others in a list may speak for
CLEAR = 0.65  # share from which the kind of another name in it counts
WIDTH = 60  # characters in front of a list


def told_by_lists(
    text: str,
    groups: Mapping[str, Sequence[Candidate]],
    votes: Mapping[str, Votes],
    beside: Mapping[str, Counter[Kind]],
) -> dict[str, Counter[Kind]]:
    """How often each name stands in a list whose noun, or whose other names, say what it is.

    `beside` knows those of which the words beside them say it."""
    sure = {name: str(shares[0][0]) for name, shares in votes.items() if shares[0][1] >= CLEAR}
    sure.update({name: str(next(iter(kinds))) for name, kinds in beside.items() if len(kinds) == 1})
    told: dict[str, Counter[Kind]] = {}
    for names in _lists(text, groups):
        opening = OPENS.search(text, max(0, names[0][0].start - WIDTH), names[0][0].start)
        nouns = opening.group(1).split() if opening else ()
        kind = next((LISTS[noun] for noun in nouns if noun in LISTS), None)
        for _, name in names:
            found = kind
            if found is None and name not in lexicon().known and len(groups[name]) <= MOST_MENTIONS:
                found = _kind_of_others(name, [other for _, other in names], sure)
            if found:
                told.setdefault(name, Counter())[found] += 1
    return told


def _lists(text: str, groups: Mapping[str, Sequence[Candidate]]) -> Iterator[list[tuple[Span, str]]]:
    """Neighbouring names with nothing but commas, "and" and "or" between them."""
    names: list[tuple[Span, str]] = []
    for span, name in sorted((candidate.span, name) for name, group in groups.items() for candidate in group):
        if names and not GOES_ON.fullmatch(text, names[-1][0].end, span.start):
            yield names
            names = []
        names.append((span, name))
    if names:
        yield names


def _kind_of_others(name: str, names: Sequence[str], sure: Mapping[str, str]) -> Kind | None:
    """The kind that all others in a list of three and more have."""
    if len(names) < FEWEST:
        return None
    kinds = {sure.get(other, "") for other in names if other != name}
    kind = kinds.pop() if len(kinds) == 1 else ""
    return Kind(kind) if kind and kind != "NONE" else None
