"""An Article becomes an Analysis: the whole chain, stage by stage; start reading here."""

import re
from collections.abc import Callable
from dataclasses import replace

from tui.analysis.document import Document, segment
from tui.analysis.events.timeline import build_timeline
from tui.analysis.figures.figures import find_figures
from tui.analysis.languages.detector import language_of
from tui.analysis.left_out import Shortened
from tui.analysis.model import Analysis, Status
from tui.analysis.names.entities import find_entities
from tui.analysis.publication import date_of
from tui.analysis.quotes.quotes import find_quotes
from tui.analysis.times.ranges import join_ranges
from tui.analysis.times.times import find_times
from tui.text.article import Article, Block, BlockKind, Furniture

SURROGATES = re.compile("[\ud800-\udfff]")

# The share of the work that is done after each stage, as measured on news of a thousand words.
AFTER_SENTENCES, AFTER_NAMES, AFTER_TIMES = 0.05, 0.75, 0.9


def analyse(
    article: Article,
    progress: Callable[[float], None] | None = None,
    named: Callable[[Analysis], None] | None = None,
) -> Analysis:
    """All that is found in an article; `progress` hears what share is done, 0 to 1, and `named` the names alone."""
    if not article.left_out:
        return _analysed(article, article.digest, progress, named)
    short = Shortened(article)
    then = (lambda names: named(short.back(names))) if named is not None else None
    return short.back(_analysed(short.article, article.digest, progress, then))


def _analysed(
    article: Article,
    digest: str,
    progress: Callable[[float], None] | None,
    named: Callable[[Analysis], None] | None,
) -> Analysis:
    """The same for an article that means every word of its text."""
    done = progress or _nobody
    article = _encodable(article)
    document = segment(article)
    published = date_of(article)
    done(AFTER_SENTENCES)
    language = language_of(document)
    entities = find_entities(document, language)
    sentences = tuple(sentence.span for sentence in document.sentences)
    if named is not None:  # whatever happens to the dates
        named(Analysis(digest, published, sentences, entities, (), (), language))
    done(AFTER_NAMES)
    story = _body(article, document)
    times = find_times(story, published)
    done(AFTER_TIMES)
    quotes = find_quotes(story, entities)
    # Neither a table, in which everything is a number, nor a text whose numbers are written in another way.
    figures = () if language else find_figures(story, entities, times, quotes)
    events = build_timeline(story, entities, times, published, join_ranges(story, times))
    # Captions, footnotes and tables are not the story: their dates are read by themselves, and nothing in the text is
    # resolved against them. Only what a cell of a table tells as a sentence makes a row.
    beside, cells = segment(asides(article)), segment(tables(article))
    if cells.sentences:
        own = find_times(cells, published)
        told = build_timeline(cells, entities, own, published, join_ranges(cells, own))
        events = tuple(
            sorted(
                (*events, *(event for event in told if event.status is Status.DATED)),
                key=lambda event: (event.interval, event.clause),
            )
        )
        times = (*times, *own)
    if beside.sentences:
        times = (*times, *find_times(beside, published))
    done(1.0)
    return Analysis(
        digest=digest,
        published=published,
        sentences=sentences,
        entities=entities,
        times=tuple(sorted(times, key=lambda time: time.span)),
        events=events,
        language=language,
        quotes=quotes,
        figures=figures,
    )


def asides(article: Article) -> Article:
    """The article with nothing to read in it but captions and footnotes."""
    return _only(article, lambda block: block.furniture is Furniture.CAPTION or block.kind is BlockKind.NOTE)


def tables(article: Article) -> Article:
    """The article with nothing to read in it but its own tables."""
    return _only(article, lambda block: block.table is not None and block.furniture is None)


def _only(article: Article, wanted: Callable[[Block], bool]) -> Article:
    return replace(
        article,
        blocks=tuple(
            replace(block, furniture=None, kind=BlockKind.PARAGRAPH)
            if wanted(block)
            else replace(block, furniture=Furniture.INTERFACE)
            for block in article.blocks
        ),
    )


def _body(article: Article, document: Document) -> Document:
    """The sentences that stand in no table."""
    if all(block.table is None for block in article.blocks):
        return document
    sentences = (one for one in document.sentences if article.blocks[one.block].table is None)
    return Document(article, tuple(sentences))


def _encodable(article: Article) -> Article:
    """The article with lone surrogates replaced, offset by offset: the models read UTF-8."""
    return replace(article, text=SURROGATES.sub("\ufffd", article.text)) if SURROGATES.search(article.text) else article


def _nobody(share: float) -> None:
    """Hears of progress when nobody asked."""
