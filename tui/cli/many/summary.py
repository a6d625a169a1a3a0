"""An Analysis in words: the date, the names with their counts, who said what, the figures, the timeline."""

from collections.abc import Iterator

from tui.analysis.events.rows import rows_of
from tui.analysis.figures.written import as_written
from tui.analysis.languages.said import FOREIGN
from tui.analysis.model import Analysis, Kind
from tui.analysis.quotes.said import speaker_of, words_of
from tui.text.article import Article, Known, Published
from tui.text.harmless import harmless_line

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
    yield harmless_line(article.title or article.source)
    for line in (article.byline, article.publisher, article.url):
        if line:
            yield harmless_line(line)
    yield f"Published: {date_line(analysis.published)}"
    yield ""
    if analysis.language:
        yield FOREIGN.format(language=analysis.language)
    yield f"Names ({len(analysis.entities)})"
    for entity in analysis.entities:
        others = ", ".join(alias.text for alias in entity.aliases[1:])
        also = f"  ({others})" if others else ""
        yield f"  {LETTERS[entity.kind]} {len(entity.mentions):>4}  {entity.name}{also}"
    yield ""
    yield f"Quotes ({len(analysis.quotes)})"
    for quote in analysis.quotes:
        words = "? " * quote.doubted + short(words_of(article, quote))
        yield f"  {short(speaker_of(article, analysis, quote)):<24}  {words}"
    yield ""
    yield f"Figures ({len(analysis.figures)})"
    for figure in analysis.figures:
        source = f"  ({' '.join(article.text[slice(*figure.source)].split())})" if figure.source else ""
        change = f" ({figure.change})" if figure.change else ""
        yield f"  {figure.bound:<24}  {short(as_written(article.text, figure))}{change}{source}"
    rows = [row for row in rows_of(analysis, article) if row.is_shown()]
    yield ""
    yield f"Timeline ({len(rows)})"
    for row in rows:
        yield f"  {'~' * bool(row.doubt) + row.when:<24}  {short(row.words)}"


def short(text: str) -> str:
    """On one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_ROW else line[: LONGEST_ROW - 1].rstrip() + "…"
