"""What is asked beside the keys, and the answers: what of an article was read before, and what changed in it."""

from typing import NamedTuple

from tui.text.span import Span


class Told(NamedTuple):
    """A sentence of an article that stands in one that was read: which one, and where there."""

    span: Span
    source: str
    title: str
    place: Span
    words: str  # as they stand there


class Sifted(NamedTuple):
    """An article beside what was read."""

    told: tuple[Told, ...] = ()
    sentences: int = 0
    articles: int = 0  # that were looked at


class Weighed(NamedTuple):
    """How much of an article is new to who opened the others, and whether it is another text than they read."""

    new: int  # sentences
    sentences: int
    changed: bool


class Changed(NamedTuple):
    """Words that came in, and words that went out at that place; either may be none, not both."""

    span: Span  # in the text as it is now; empty where words only went out
    out: str
