"""A repair becomes the words in an article that it is about, whether or not anything is named there now."""

from collections.abc import Iterable

from tui.analysis.repairs.passages import best_match, loosen, occurrences, unmoved
from tui.analysis.repairs.repairs import (
    AddName,
    Attribute,
    Correction,
    Dismiss,
    Hide,
    Merge,
    Passage,
    Pin,
    Redate,
    Rename,
    Retype,
    Split,
)
from tui.text.article import Article
from tui.text.span import Span


def place_of(rule: Correction, article: Article) -> Span | None:
    """The first words that the rule is about; None where the article has none of them."""
    loose = loosen(article.text)
    for passage in _passages(rule):
        if (span := _found(loose, passage)) is not None:
            return span
    furniture = [block.span for block in article.blocks if block.furniture]
    spans = [span for form in forms_of(rule) for span in occurrences(loose, form)]
    body = [span for span in spans if not any(block.contains(span) for block in furniture)]
    return min(body or spans, key=lambda span: (span.start, -span.end), default=None)


def forms_of(rule: Correction) -> tuple[str, ...]:
    """How it is written in texts."""
    match rule:
        case Merge(keys):
            return tuple(dict.fromkeys(form for key in keys for form in key.forms))
        case Split(key, forms=forms):
            return forms or key.forms
        case Rename(key) | Retype(key) | Hide(key) | Pin(key):
            return key.forms
        case AddName(surface):
            return (surface,)
        case _:
            return ()


def _passages(rule: Correction) -> Iterable[Passage]:
    match rule:
        case Split(mentions=mentions):
            return mentions
        case Redate(time):
            return (time,)
        case Attribute(words=words) | Dismiss(words=words):
            return (words,)
        case _:
            return ()


def _found(loose: str, passage: Passage) -> Span | None:
    return unmoved(loose, passage) or best_match(loose, passage, occurrences(loose, passage.exact, whole=False))
