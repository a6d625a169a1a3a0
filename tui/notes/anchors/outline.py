"""A text becomes its outline: a short mark for every sentence, so that a sentence can be known again without its text.

Three characters are a sentence, `/` before them says that it begins a paragraph. Marks of different sentences are alike
once in a quarter of a million times."""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from tui.text.span import Span

_END = re.compile(r"(?:[.!?…]+[\"'“”‘’«»)\]]*|\A)\s+|[。！？]+|\n[^\S\n]*\n\s*")
_NO_WORD = re.compile(r"[\W_]+")
_MARK = re.compile(r"/?[^/]{3}")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-"


@dataclass(frozen=True, slots=True)
class Outline:
    """The sentences of a text in their order."""

    starts: tuple[int, ...]  # offsets; a sentence goes on to where the next one starts
    marks: tuple[str, ...]
    opens: tuple[bool, ...]  # whether it begins a paragraph
    counts: Counter[str]

    def sentences_of(self, span: Span) -> tuple[int, int]:
        """The sentences that a span touches, as a range of numbers."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        return first, max(first + 1, bisect_right(self.starts, span.end - 1))

    def bounds(self, number: int, text: str) -> tuple[int, int]:
        """Where a sentence stands in the text."""
        return self.starts[number], self.starts[number + 1] if number + 1 < len(self.starts) else len(text)

    def written(self, first: int, last: int) -> str:
        """Some of the sentences, as they are stored."""
        pairs = zip(self.marks[first:last], self.opens[first:last], strict=True)
        return "".join(f"/{mark}" if opens else mark for mark, opens in pairs)


@lru_cache(maxsize=4)
def outline_of(text: str) -> Outline:
    """The outline of a text; the last few are remembered, since all notes on an article ask for the same one."""
    starts: list[int] = []
    marks: list[str] = []
    opens: list[bool] = []
    start, opening = 0, True
    ends = [(match.start(), match.end()) for match in _END.finditer(text)]
    for end, after in [*ends, (len(text), len(text))]:
        mark = _mark(text[start:end])
        if mark:
            starts.append(start)
            marks.append(mark)
            opens.append(opening)
            opening = False
        opening = opening or text.count("\n", end, after) > 1
        start = after
    return Outline(tuple(starts), tuple(marks), tuple(opens), Counter(marks))


def beside(before: str, after: str, offset: int) -> int | None:
    """Where the sentence nearest to `offset` of a text begins in the changed one.

    It is one of which there was and is only one: the next, or else the last before."""
    old, new = outline_of(before), outline_of(after)
    here = bisect_right(old.starts, offset)
    for number in (*range(here, len(old.marks)), *range(here - 1, -1, -1)):
        mark = old.marks[number]
        if old.counts[mark] == new.counts[mark] == 1:
            return new.starts[new.marks.index(mark)]
    return None


def is_new_at(before: str, after: str, offset: int) -> bool:
    """Whether the sentence at `offset` of a changed text did not stand in the text before."""
    new = outline_of(after)
    return not new.marks or new.marks[new.sentences_of(Span(offset, offset + 1))[0]] not in outline_of(before).counts


def read_marks(outline: str) -> list[tuple[str, bool]]:
    """Marks as they were stored, each with whether it begins a paragraph."""
    return [(mark.removeprefix("/"), mark[0] == "/") for mark in _MARK.findall(outline)]


def _mark(sentence: str) -> str:
    """The mark of a sentence, the same however it is wrapped and whatever its quotation marks; "" without a word."""
    words = _NO_WORD.sub("", sentence if sentence.isascii() else unicodedata.normalize("NFKC", sentence))
    if not words:
        return ""
    number = crc32(words.encode("utf-8", "replace"))
    return "".join(_LETTERS[number >> shift & 63] for shift in (0, 6, 12))
