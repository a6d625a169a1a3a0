"""An Article becomes an Analysis: the whole chain, stage by stage; start reading here."""

import re
from collections.abc import Callable
from dataclasses import replace

from tui.analysis.document import segment
from tui.analysis.events.timeline import build_timeline
from tui.analysis.languages.detector import language_of
from tui.analysis.model import Analysis
from tui.analysis.names.entities import find_entities
from tui.analysis.publication import date_of
from tui.analysis.times.ranges import join_ranges
from tui.analysis.times.times import find_times
from tui.text.article import Article, Furniture

SURROGATES = re.compile("[\ud800-\udfff]")

# The share of the work that is done after each stage, as measured on news of a thousand words.
AFTER_SENTENCES, AFTER_NAMES, AFTER_TIMES = 0.05, 0.75, 0.9


def analyse(
    article: Article,
    progress: Callable[[float], None] | None = None,
    named: Callable[[Analysis], None] | None = None,
) -> Analysis:
    """All that is found in an article; `progress` hears what share is done, 0 to 1, and `named` the names alone."""
    done = progress or _nobody
    digest, article = article.digest, _encodable(article)
    document = segment(article)
    published = date_of(article)
    done(AFTER_SENTENCES)
    language = language_of(document)
    entities = find_entities(document, language)
    sentences = tuple(sentence.span for sentence in document.sentences)
    if named is not None:  # whatever happens to the dates
        named(Analysis(digest, published, sentences, entities, (), (), language))
    done(AFTER_NAMES)
    times = find_times(document, published)
    done(AFTER_TIMES)
    events = build_timeline(document, entities, times, published, join_ranges(document, times))
    # A caption is not the story: its dates are read by themselves, nothing in the text is resolved against them, and
    # they make no rows.
    captions = segment(only(article, Furniture.CAPTION))
    if captions.sentences:
        times = tuple(sorted((*times, *find_times(captions, published)), key=lambda time: time.span))
    done(1.0)
    return Analysis(
        digest=digest,
        published=published,
        sentences=sentences,
        entities=entities,
        times=times,
        events=events,
        language=language,
    )


def only(article: Article, furniture: Furniture) -> Article:
    """The article with nothing to read in it but its blocks of one sort of furniture."""
    blocks = (
        replace(block, furniture=None if block.furniture is furniture else Furniture.INTERFACE)
        for block in article.blocks
    )
    return replace(article, blocks=tuple(blocks))


def _encodable(article: Article) -> Article:
    """The article with lone surrogates replaced, offset by offset: the models read UTF-8."""
    return replace(article, text=SURROGATES.sub("\ufffd", article.text)) if SURROGATES.search(article.text) else article


def _nobody(share: float) -> None:
    """Hears of progress when nobody asked."""
