"""An Article becomes an Analysis: the whole chain, stage by stage; start reading here."""

from collections.abc import Callable

from tui.analysis.document import segment
from tui.analysis.entities import find_entities
from tui.analysis.model import Analysis
from tui.analysis.publication import date_of
from tui.analysis.timeline import build_timeline
from tui.analysis.times import find_times
from tui.text.article import Article

# The share of the work that is done after each stage, as measured on news of a thousand words.
AFTER_SENTENCES, AFTER_NAMES, AFTER_TIMES = 0.05, 0.75, 0.9


def analyse(article: Article, progress: Callable[[float], None] | None = None) -> Analysis:
    """All that is found in an article; `progress` hears what share is done, 0 to 1."""
    done = progress or _nobody
    document = segment(article)
    published = date_of(article)
    done(AFTER_SENTENCES)
    entities = find_entities(document)
    done(AFTER_NAMES)
    times = find_times(document, published)
    done(AFTER_TIMES)
    events = build_timeline(document, entities, times, published)
    done(1.0)
    return Analysis(
        digest=article.digest,
        published=published,
        sentences=tuple(sentence.span for sentence in document.sentences),
        entities=entities,
        times=times,
        events=events,
    )


def _nobody(share: float) -> None:
    """Hears of progress when nobody asked."""
