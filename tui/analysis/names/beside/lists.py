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

ENDS = (".", ";", ":", "!", "?")
INTRODUCING = frozenset({"including", "like", "namely"})
GOES_ON = re.compile(r",\s(?:and\s|or\s)?(?:the\s)?|\s(?:and|or|&)\s(?:the\s)?")
FEWEST = 3  # names in a list that says something by itself
MOST_BEFORE = 8  # words before "such as" that are looked at
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
        start = names[0][0].start
        kind = _noun_before(text[max(0, start - WIDTH) : start])
        kinds = Counter(sure.get(name, "") for name in {name for _, name in names})
        for _, name in names:
            found = kind
            if found is None and name not in lexicon().known and len(groups[name]) <= MOST_MENTIONS:
                found = _kind_of_others(sure.get(name, ""), kinds)
            if found:
                told.setdefault(name, Counter())[found] += 1
    return told


def _noun_before(before: str) -> Kind | None:
    """What the noun in front of a list says: "the tugs", "kingdoms of", "companies in the solar trade, such as"."""
    words = before.rsplit("\n", 1)[-1].split()
    if not words or not before[-1].isspace():
        return None
    if words[-1] == "the":
        words.pop()
    last, *others = reversed(words) if words else ("",)
    if last in LISTS:
        return LISTS[last]
    if last == "of" and others:
        return Kind.PLACE if LISTS.get(others[0]) is Kind.PLACE else None  # not "the players of Ostra"
    if last not in INTRODUCING and not (last == "as" and others[:1] == ["such"]):
        return None
    kind = None
    for word in others[:MOST_BEFORE]:
        if word.endswith(ENDS):
            break
        kind = LISTS.get(word.rstrip(",").lower(), kind)  # the first of them: "firms in large cities such as"
    return kind


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


def _kind_of_others(own: str, kinds: Mapping[str, int]) -> Kind | None:
    """The kind that all others in a list of three names and more have; `own` is that of the name itself."""
    if sum(kinds.values()) < FEWEST:
        return None
    others = [kind for kind, count in kinds.items() if count > (kind == own)]
    return Kind(others[0]) if len(others) == 1 and others[0] not in ("", "NONE") else None
