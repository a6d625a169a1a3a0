"""What of an article was read before becomes what is drawn faint, or folded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from tui.library.known.told import Changed, Told
from tui.text.article import Article
from tui.text.span import Span, within
from tui.ui.page.characters import character_end


class Shown(IntEnum):
    """How what is known is drawn; each press of the key takes the next."""

    ALL = 0
    DIMMED = 1
    FOLDED = 2


@dataclass(frozen=True, slots=True)
class KnownBefore:
    """The sentences that were read before, and how they are drawn just now."""

    told: tuple[Told, ...] = ()
    shown: Shown = Shown.ALL
    dimmed: tuple[Span, ...] = ()
    folded: frozenset[int] = frozenset()  # blocks with nothing else in them

    def at(self, span: Span) -> Told | None:
        """Where the sentence was read, if it is dimmed."""
        return next((one for one in self.told if one.span.start < span.end and span.start < one.span.end), None)


def known_before(article: Article, told: Sequence[Told], shown: Shown) -> KnownBefore:
    """All that is to be drawn."""
    spans = tuple(sorted(one.span for one in told)) if shown else ()
    folded = _all_known(article, spans) if shown is Shown.FOLDED else ()
    return KnownBefore(tuple(told), shown, spans, frozenset(folded))


def places_of(changed: Sequence[Changed], text: str) -> Iterator[Span]:
    """What is marked of each change."""
    for change in changed:
        start, end = change.span
        if start < end:
            yield change.span
        elif text:
            start = min(start, len(text) - 1)
            yield Span(start, max(start + 1, character_end(text, start)))


def _all_known(article: Article, spans: Sequence[Span]) -> Iterator[int]:
    """The blocks that hold nothing but these sentences."""
    for index, block in enumerate(article.blocks):
        inside = within(spans, block.span)
        left, at = [], block.span.start
        for span in inside:
            left.append(article.text[at : span.start])
            at = max(at, span.end)
        if inside and not "".join([*left, article.text[at : block.span.end]]).strip():
            yield index
