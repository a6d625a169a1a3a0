"""From one place in an article to the next of its kind; all pure, all in offsets."""

import re
from collections.abc import Sequence

from rich.cells import split_graphemes

from tui.text.article import Article, BlockKind
from tui.text.span import Span, at, last_before, next_after

SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\Wa-z_])|\n+")
QUOTE_MARK = re.compile(r"[“«„]|(?<!\w)\"(?=\w)")
WORD = re.compile(r"\w+(?:[’'-]\w+)*")


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


def word_after(text: str, offset: int) -> int:
    """End of the word at or after `offset`."""
    match = WORD.search(text, offset)
    return match.end() if match else len(text)


def word_before(text: str, offset: int) -> int:
    """Start of the word before `offset`."""
    found = 0
    for match in WORD.finditer(text, max(0, offset - 200), offset):
        if match.start() < offset:
            found = match.start()
    return found


def word_start_after(text: str, offset: int) -> int:
    """Start of the next word after `offset`; the last character where there is none."""
    inside = WORD.match(text, offset)
    match = WORD.search(text, inside.end() if inside else offset)
    return match.start() if match else max(0, len(text) - 1)


LONGEST_CHARACTER = 64  # code points looked at for one character of several


def character_after(text: str, offset: int, count: int = 1) -> int:
    """Start of the `count`-th character after the one at `offset`, counted as they are seen."""
    for _ in range(count):
        clusters = split_graphemes(text[offset : offset + LONGEST_CHARACTER])[0]
        if not clusters or offset + clusters[0][1] >= len(text):
            return offset
        offset += clusters[0][1]
    return offset


def character_before(text: str, offset: int, count: int = 1) -> int:
    """Start of the `count`-th character before `offset`, counted as they are seen."""
    for _ in range(count):
        start = max(0, offset - LONGEST_CHARACTER)
        clusters = split_graphemes(text[start:offset])[0]
        offset = start + clusters[-1][0] if clusters else 0
    return offset


def character_end(text: str, offset: int) -> int:
    """End of the character at `offset`."""
    clusters = split_graphemes(text[offset : offset + LONGEST_CHARACTER])[0]
    return offset + clusters[0][1] if clusters else len(text)
