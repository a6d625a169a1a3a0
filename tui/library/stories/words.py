"""A sentence becomes the words by which it is compared with others: without the smallest ones, without endings."""

import re
from functools import lru_cache

from tui.text.folding import fold

_WORD = re.compile(r"[^\W\d_]\w+")
_SMALLEST = """
a about after again against all also although am among an and another any are around as at away back be because
been before being between both but by came can come could day days did do does doing down during each even ever
every few for from further get gets getting go goes going got had has have having he her here hers him his how
however i if in into is it its itself just last late later like made make makes many may me might month months more
    most much must my near need never new next no nor not now of off often on once one only or other others our out
over own part per put rather said same saw say saying says see seen several she should since so some still such
take taken tell than that the their them then there these they this those though three through time times to told
too took two under until up upon us use used very via was way we week weeks well went were what when where whether
which while who whom whose why will with within without would year years yet you your
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december today yesterday tomorrow morning evening night"""
_SMALL = frozenset(_SMALLEST.split())
_ENDINGS = (
    ("ations", ""), ("ation", ""), ("ings", ""), ("ing", ""), ("edly", ""), ("ies", "y"), ("ied", "y"), ("ed", ""),
    ("es", ""), ("ly", ""), ("s", ""), ("e", ""),
)  # fmt: skip
_LAST = frozenset(ending[-1] for ending, _ in _ENDINGS)
_LEFT = 3  # letters that an ending leaves


def words_of(text: str) -> frozenset[str]:
    """The words of a sentence by which it is known."""
    return frozenset(map(stem, words_in(text)))


def words_in(text: str) -> list[str]:
    """All words but the smallest, in order, as they are written."""
    return [word for word in _WORD.findall(fold(text)) if word not in _SMALL]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its ending: "protesters" and "protester", "killed" and "killing" are one."""
    if word[-1:] not in _LAST:
        return word
    for ending, becomes in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEFT:
            return word[: -len(ending)] + becomes
    return word
