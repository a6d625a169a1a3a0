"""From one place in an article to the next of its kind; all pure, all in offsets."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tui.text.article import Article, BlockKind
from tui.text.span import Span, at, last_before, next_after
from tui.ui.page.characters import last_character

SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\Wa-z_])|\n+")
QUOTE_MARK = re.compile(r"[“«„]|(?<!\w)\"(?=\w)")


def step(spans: Sequence[Span], offset: int, forward: bool, count: int = 1) -> int | None:
    """Index of the `count`-th span after (or before) `offset`; the last one reached if there are fewer."""
    if forward:
        index = next_after(spans, offset)
        return None if index is None else min(index + count - 1, len(spans) - 1)
    index = last_before(spans, offset)
    return None if index is None else max(index - count + 1, 0)


def blocks_of(article: Article, *kinds: BlockKind) -> list[Span]:
    """Spans of the blocks of these kinds; of all but drawn rules if none is given."""
    return [b.span for b in article.blocks if (b.kind in kinds if kinds else b.kind is not BlockKind.RULE)]


def sentence_at(article: Article, sentences: Sequence[Span], offset: int) -> Span:
    """The sentence around `offset`: from the analysis where there is one, else cut from its block by punctuation."""
    found = at(sentences, offset)
    if found is not None:
        return sentences[found]
    blocks = [block.span for block in article.blocks]
    index = at(blocks, offset)
    if index is None:
        index = next_after(blocks, offset)
    if index is None:
        return blocks[-1] if blocks else Span(0, 0)
    start, end = blocks[index]
    for match in SENTENCE_END.finditer(article.text, start, end):
        if match.end() > offset:
            end = match.start() + len(match.group().rstrip())
            break
        start = match.end()
    return Span(start, end)


def sentences_of(article: Article, sentences: Sequence[Span]) -> Sequence[Span]:
    """All sentences: from the analysis where there is one, else cut by punctuation."""
    if sentences:
        return sentences
    spans: list[Span] = []
    for block in article.blocks:
        start = block.span.start
        for match in SENTENCE_END.finditer(article.text, *block.span):
            spans.append(Span(start, match.start() + len(match.group().rstrip())))
            start = match.end()
        if start < block.span.end:
            spans.append(Span(start, block.span.end))
    return spans


def quotations(article: Article) -> list[Span]:
    """Where quotations open."""
    return [Span(*match.span()) for match in QUOTE_MARK.finditer(article.text)]


# While selecting


def reach(spans: Sequence[Span], text: str, began: int, offset: int, forward: bool, count: int = 1) -> int | None:
    """Where a selection from `began` to `offset` ends when it takes in, or gives back, `count` sentences or blocks.

    Behind `began` it ends with the last character of one, before it with the first; the one it stands in counts."""
    here = next_after(spans, offset)
    here = len(spans) if here is None else here
    near = spans[max(0, here - count - 2) : here + count + 1]
    ends = {last_character(text, span) for span in near if span.end > began}
    stops = sorted({span.start for span in near if span.start <= began} | {end for end in ends if end >= began})
    if forward:
        index = bisect_right(stops, offset)
        return None if index == len(stops) else stops[min(index + count, len(stops)) - 1]
    index = bisect_left(stops, offset)
    return None if index == 0 else stops[max(index - count, 0)]


def step_taking(spans: Sequence[Span], text: str, began: int, offset: int, forward: bool, count: int = 1) -> int | None:
    """As `step`, while selecting from `began`: a place behind it is taken whole and reached at its last character."""

    def landing(index: int) -> int:
        return spans[index].start if spans[index].start <= began else last_character(text, spans[index])

    if not forward:
        index = last_before(spans, offset)
        while index is not None and landing(index) >= offset:
            index = index - 1 if index else None
        return None if index is None else max(index - count + 1, 0)
    index = next_after(spans, offset)
    index = len(spans) if index is None else index
    if index and landing(index - 1) > offset:
        index -= 1  # half of it is selected
    return None if index == len(spans) else min(index + count - 1, len(spans) - 1)
