"""What a person writes or decides, as values: Note, Place, Choices, Correction."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from uuid import uuid4

from tui.text.article import Article
from tui.text.span import Span

TAG = re.compile(r"(?<![\w&/#])#([^\W\d_][\w/-]*)")


class Target(StrEnum):
    """What a note is about."""

    TEXT = "text"  # a selection or a sentence
    ENTITY = "entity"
    EVENT = "event"  # a row of the timeline
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Standing:
    """How words stood in the text: what tells them from their like after the text has changed.

    An outline has three characters for a sentence, as `anchors/outline.py` writes them."""

    twins: int  # how often the very words stood in the text, themselves counted
    which: int  # which of them these are, from 0
    rival: float  # how like their sentence the likeliest other sentence was, 0 to 1
    lead: str  # what their sentence says before them,
    tail: str  # and after them
    before: str  # outline of what stood before their sentence,
    within: str  # of the sentence or the sentences they stand in,
    after: str  # and of what stood after


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words in an article (W3C text-quote and text-position selectors).

    `prefix` and `suffix` hold up to 32 characters; `span` is where the words stood, a hint. `standing` is None for
    anchors of other programs and of before there was one; it is evidence, not part of what the anchor says."""

    exact: str
    prefix: str
    suffix: str
    span: Span
    standing: Standing | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Note:
    """A note. Times are UTC; `deleted` is set while it lies in the trash."""

    id: str  # UUID
    source: str  # of the article
    title: str  # of the article, for lists
    url: str
    target: Target
    subject: str  # the entity's name or the event's value, "" otherwise
    anchor: Anchor | None  # None for a note on a whole article
    body: str  # Markdown
    created: datetime
    updated: datetime
    deleted: datetime | None = None
    conflict_of: str = ""  # id of the note whose other version this is, written elsewhere at the same time

    @property
    def is_highlight(self) -> bool:
        """Whether it only marks words of the text and says nothing about them."""
        return self.target is Target.TEXT and self.anchor is not None and not self.body.strip()

    @property
    def tags(self) -> tuple[str, ...]:
        """`#tag` in the body, without the sign, in order of appearance, each once."""
        return tuple(dict.fromkeys(TAG.findall(self.body)))


def new_note(article: Article, target: Target, body: str, *, anchor: Anchor | None = None, subject: str = "") -> Note:
    """A note that is not saved yet, with an id of its own."""
    now = datetime.now(UTC)
    return Note(str(uuid4()), article.source, article.title, article.url, target, subject, anchor, body, now, now)


@dataclass(frozen=True, slots=True)
class Place:
    """Where reading stopped: the offset of the first character in view."""

    source: str
    offset: int
    updated: datetime


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person decided about one article.

    `shown` and `hidden` hold the texts of blocks whose furniture mark the person overruled."""

    source: str
    published: date | None = None
    shown: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    encoding: str = ""  # in which the file is read, as Python names it; "" where it is guessed
