"""The values of an analysis: names, times and what happened when. All immutable, all offsets into `Article.text`."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from tui.text.article import Published
from tui.text.span import Span


class Kind(StrEnum):
    """What sort of thing a name names."""

    PERSON = "PERSON"
    ORG = "ORG"
    PLACE = "PLACE"
    GROUP = "GROUP"  # nationalities, religions, ethnic and political groups
    OTHER = "OTHER"  # events, works, products, laws


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a name stands; `text` is its surface, `rule` says what found it ("crf", "acronym", ...)."""

    span: Span
    kind: Kind
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Alias:
    """One surface form of an entity, and the rule that joined it ("exact", "surname", "acronym", "corrected")."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Mentions that name the same one. `mentions` in text order, never empty; `aliases` begins with `name`."""

    name: str  # the fullest form
    kind: Kind
    aliases: tuple[Alias, ...]
    mentions: tuple[Mention, ...]
    votes: tuple[tuple[str, float], ...] = ()  # (kind or "NONE", share), the strongest first
    ambiguous: tuple[str, ...] = ()  # names of the other entities this one could be
    pinned: bool = False


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar; year 0 is 1 BC, -43 is 44 BC. Sorts by time."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        sign = "-" if self.year < 0 else ""
        return f"{sign}{abs(self.year):04d}-{self.month:02d}-{self.day:02d}"


class Interval(NamedTuple):
    """First and last day, both included; `first <= last`."""

    first: Day
    last: Day


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3 expression. `interval` is None where it denotes no days, or none that are known."""

    span: Span
    type: TimeType
    value: str  # TIMEX3: "2019-03", "P3D", "PAST_REF", ...
    mod: str = ""  # TIMEX3: START, MID, END, APPROX, BEFORE, AFTER, ...
    interval: Interval | None = None
    edtf: str = ""  # ISO 8601-2 notation of the interval, "" where there is none
    rule: str = ""  # name of the row that found it
    anchor: str = ""  # what it was resolved against, in words: "last before 2019-07-30"
    confidence: float = 1.0  # 0 to 1


class Status(StrEnum):
    """Whether the text itself dates an event, or only the article's own date does."""

    DATED = "dated"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One row of the timeline: what happened in `clause` of `sentence`, and when."""

    interval: Interval
    value: str  # TIMEX3 date or A/B
    edtf: str
    sentence: Span
    clause: Span  # the part of the sentence that happened then
    time: Span | None  # the expression(s) that date it; None for reported rows
    entities: tuple[int, ...]  # indices into Analysis.entities, by place in the clause
    status: Status
    uncertain: bool = False  # drawn with "?" or "~"
    background: bool = False  # "founded in 1945": known history, not the story
    without: tuple[Span, ...] = ()  # stretches inside `clause` that are told of another date


class QuoteKind(StrEnum):
    """Whether what somebody said stands in quotation marks."""

    DIRECT = "direct"  # all of it
    MIXED = "mixed"  # some of it
    INDIRECT = "indirect"  # none of it


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, with the words that say so and who it was, as far as the text tells."""

    content: tuple[Span, ...]  # sorted, disjoint and never empty: several where the cue or a paragraph's end interrupts
    kind: QuoteKind
    cue: Span | None = None  # "said", "according to"; None where nothing but the marks shows that somebody speaks
    speaker: Span | None = None  # the words that name who spoke: a name, "the minister", "she", "the report"
    entity: int | None = None  # index into Analysis.entities: who those words stand for
    doubted: bool = False  # told in other words, and perhaps nothing that anybody said


class Bound(StrEnum):
    """How a number bounds what it counts."""

    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    BETWEEN = "between"


class Change(StrEnum):
    """Which way something went that a number measures."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that measures or counts, or a range of two; `low` and `high` are finite, and equal for a single one."""

    span: Span  # the number words alone, with those between the two numbers of a range
    low: float
    high: float
    unit: str = ""  # in the singular: "percent", "dollar per barrel"; "" where it counts things
    noun: str = ""  # what is counted, as it is written; "" where that does not follow it
    bound: Bound = Bound.EXACTLY
    change: Change | None = None
    source: Span | None = None  # the words that name who says so; None for the article itself


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in one article. Entities by number of mentions, times by place, events by time."""

    digest: str  # of the article it belongs to
    published: Published  # the date that times were resolved against, and how it is known
    sentences: tuple[Span, ...]
    entities: tuple[Entity, ...]
    times: tuple[TimeExpression, ...]  # sorted and disjoint
    events: tuple[TimelineEvent, ...]
    language: str = ""  # what the text looks like, as "German"; "" for English
    quotes: tuple[Quote, ...] = ()  # by place
    figures: tuple[Figure, ...] = ()  # sorted and disjoint
