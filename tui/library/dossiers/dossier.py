"""What a dossier holds, as values."""

from datetime import date
from typing import NamedTuple

from tui.analysis.model import Day


class Source(NamedTuple):
    """A place in an article."""

    article: int  # its id in the index
    source: str
    title: str
    publisher: str
    published: date | None
    offset: int


class Mentioned(NamedTuple):
    """An article that speaks of it, with the sentence that first does; "" where it is not looked up yet."""

    place: Source
    sentence: str
    mentions: int
    why: str  # "name", or why a short name alone is taken for it


class Happened(NamedTuple):
    """A row of its own timeline, and every article that tells it, the first of them first."""

    first: Day
    last: Day
    value: str
    text: str
    uncertain: bool
    tellers: tuple[Source, ...]


class Spoken(NamedTuple):
    """A quotation by it, or one that speaks of it; `speaker` is "" where nobody is named."""

    text: str
    speaker: str
    place: Source


class Figured(NamedTuple):
    """A figure that stands beside it, with its sentence."""

    text: str
    sentence: str
    place: Source


class Beside(NamedTuple):
    """Who or what stands beside it, in how many of its articles."""

    id: str
    name: str
    kind: str
    articles: int


class Other(NamedTuple):
    """Another one that bears the same name."""

    id: str
    name: str
    kind: str
    articles: int


class Dossier(NamedTuple):
    """Everything, as far as it was looked into: `looked` of the articles, the latest."""

    id: str
    name: str
    kind: str
    names: tuple[tuple[str, int], ...]  # and in how many articles, the most used first
    articles: tuple[Mentioned, ...]  # the latest first
    looked: int
    months: tuple[tuple[str, int], ...]  # "2019-03" and how many articles, without gaps
    events: tuple[Happened, ...]  # by time
    by: tuple[Spoken, ...]  # the latest first, as are the next two
    about: tuple[Spoken, ...]
    figures: tuple[Figured, ...]
    beside: tuple[Beside, ...]  # who stands beside it most first
    others: tuple[Other, ...]
    unsure: tuple[Mentioned, ...]  # articles with nothing but a short name that may mean others too
    query: str = ""
