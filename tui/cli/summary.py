"""An Analysis in words: the date, the names with their counts, the timeline."""

from collections.abc import Iterator

from tui.analysis.model import Analysis, Kind, Status
from tui.analysis.times.calendar import when
from tui.text.article import Article, Known, Published

LETTERS = {Kind.PERSON: "P", Kind.ORG: "O", Kind.PLACE: "L", Kind.GROUP: "G", Kind.OTHER: "X"}
LONGEST_ROW = 100  # characters of a sentence
KNOWN = {
    Known.STATED: "stated",
    Known.SET: "set by you",
    Known.FOUND: "found in the article",
    Known.BOUNDED: "not before this day, which the text names",
    Known.UNKNOWN: "unknown",
}


def summary_of(article: Article, analysis: Analysis) -> str:
    """Lines for people, each ending in a newline."""
    return "".join(f"{line}\n" for line in _lines(article, analysis))


def date_line(published: Published) -> str:
    """The publication date and how it is known: "2019-07-30 (stated)"."""
    if published.day is None:
        return "unknown (set it with --date YYYY-MM-DD)"
    day = f"{published.day:%Y-%m-%d}" if published.day.year >= 1000 else published.day.isoformat()
    evidence = f": “{published.evidence}”" if published.evidence and published.known is not Known.SET else ""
    return f"{day} ({KNOWN[published.known]}{evidence})"


def _lines(article: Article, analysis: Analysis) -> Iterator[str]:
    yield article.title or article.source
    if article.byline:
        yield article.byline
    yield f"Published: {date_line(analysis.published)}"
    yield ""
    yield f"Names ({len(analysis.entities)})"
    for entity in analysis.entities:
        others = ", ".join(alias.text for alias in entity.aliases[1:])
        also = f"  ({others})" if others else ""
        yield f"  {LETTERS[entity.kind]} {len(entity.mentions):>4}  {entity.name}{also}"
    dated = [event for event in analysis.events if event.status is Status.DATED]
    yield ""
    yield f"Timeline ({len(dated)})"
    for event in dated:
        days = "~" * event.uncertain + when(event.interval, event.value, event.edtf)
        yield f"  {days:<24}  {short(article.text[event.clause.start : event.clause.end])}"


def short(text: str) -> str:
    """On one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_ROW else line[: LONGEST_ROW - 1].rstrip() + "…"
