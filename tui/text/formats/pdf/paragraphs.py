"""Lines in the order of reading become paragraphs and headings; divided words are joined."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.text.formats.pdf.lines import HYPHEN, Line

INDENT = 0.9  # of a letter's height, by which a first line is set in
SHORT = 0.85  # of a column's width: a line that ends before may be the last
LARGER = 1.12  # than the text, from which on a line is a heading
LONGEST = 500  # lines of a paragraph; what is longer has no sentences
LONGEST_HEADING = 200  # characters
_ENDS = re.compile(r"[.!?:;…]['\"”’)\]]*(?:\[?\d{1,3}\]?)?$")
_ITEM = re.compile(r"(?:[•◦▪‣·○●–—*-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(?=\S)")


class Paragraph(NamedTuple):
    """Lines that belong together."""

    lines: tuple[Line, ...]
    heading: int = 0  # its level; 0 where it is none

    @property
    def size(self) -> float:
        """The height of most of its letters."""
        some = sorted(line.height for line in self.lines[-20:])
        return some[len(some) // 2]

    @property
    def is_open(self) -> bool:
        """Whether it may go on elsewhere: it ends as no sentence does."""
        last = self.lines[-1].text
        return not self.heading and (last.endswith(HYPHEN) or not _ENDS.search(last))

    def goes_on_in(self, other: "Paragraph") -> bool:
        """Whether another one is the rest of it, on the next column or page."""
        if other.heading or len(self.lines) > LONGEST or not self.is_open or not 0.93 < other.size / self.size < 1.07:
            return False
        first = other.lines[0].text
        if _ITEM.match(first):
            return False
        full = self.lines[-1].width > SHORT * max(line.width for line in self.lines[-20:])
        return first[0].islower() or self.lines[-1].text.endswith(HYPHEN) or (full and len(self.lines) > 1)


def body_size(lines: Iterable[Line]) -> float:
    """The height of most letters of a document."""
    heights: Counter[float] = Counter()
    for line in lines:
        heights[round(line.height * 2) / 2] += len(line.text)
    return heights.most_common(1)[0][0] if heights else 1.0


def paragraphs_of(column: Sequence[Line], body: float) -> list[Paragraph]:
    """The paragraphs of a column; `body` is the height of the document's letters."""
    if not column:
        return []
    steps = sorted(above.bottom - line.bottom for above, line in pairwise(column) if above.bottom > line.bottom)
    step = steps[len(steps) // 3] if steps else body * 1.2  # most lines of a paragraph are that far apart
    left = min(line.left for line in column)
    right = max(line.right for line in column)
    found: list[list[Line]] = [[column[0]]]
    for above, line in pairwise(column):
        if _begins(above, line, found[-1], step, left, right):
            found.append([line])
        else:
            found[-1].append(line)
    return [Paragraph(tuple(lines), _heading(lines, body)) for lines in found]


def _begins(above: Line, line: Line, lines: Sequence[Line], step: float, left: float, right: float) -> bool:
    """Whether a line is the first of a new paragraph."""
    if above.text.endswith(HYPHEN):
        return False
    if above.bottom - line.bottom < 0.5 * min(above.height, line.height):  # beside the other one
        return False
    ratio = line.height / above.height if above.height else 1.0
    if not 0.87 < ratio < 1.15 or above.bottom - line.bottom > 1.35 * max(step, 0.9 * line.height):
        return True
    if _ITEM.match(line.text):
        return True
    start = lines[1].left if len(lines) > 1 else lines[0].left
    if line.left - start > INDENT * line.height and not _ITEM.match(lines[0].text):
        return len(lines) > 1 or above.left - left < INDENT * line.height
    if line.left < above.left - INDENT * line.height and above.right < left + SHORT * (right - left):  # both centred
        return True
    ended = above.right < left + SHORT * (right - left)
    return bool(ended and _ENDS.search(above.text) and (line.text[0].isupper() or not line.text[0].isalpha()))


def _heading(lines: Sequence[Line], body: float) -> int:
    size = sorted(line.height for line in lines)[len(lines) // 2]
    length = sum(len(line.text) for line in lines)
    if size < LARGER * body or length > LONGEST_HEADING or not any(map(str.isalpha, lines[0].text)):
        return 0
    return 1 if size > 1.6 * body else 2 if size > 1.3 * body else 3


def known_words(lines: Iterable[Line]) -> frozenset[str]:
    """The words of a document that stand on one line."""
    return frozenset(word for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text.casefold()))


def words_of(lines: Sequence[Line], known: frozenset[str]) -> str:
    """The words of a paragraph on one line; of a divided word the hyphen stays where the document writes it so."""
    text = ""
    for line in lines:
        words = " ".join(line.text.split())
        if not text:
            text = words
        elif text.endswith((HYPHEN, "-", "\xad")) and text[-2:-1].isalpha() and words[:1].isalpha():
            text = _joined(text, words, known)
        else:
            text = f"{text.replace(HYPHEN, '-')} {words}"
    return text.replace(HYPHEN, "-")


def _joined(text: str, words: str, known: frozenset[str]) -> str:
    before = re.search(r"[^\W\d_-]*(?:-[^\W\d_]+)*$", text[:-1])
    behind = re.match(r"[^\W\d_]+", words)
    first, second = before[0] if before else "", behind[0] if behind else ""
    whole, parted = f"{first}{second}".casefold(), f"{first}-{second}".casefold()
    if parted in known and whole not in known:
        return f"{text[:-1]}-{words}"
    if second[:1].isupper() and whole not in known:  # "Anglo-" and "Saxon"
        return f"{text[:-1]}-{words}"
    return text[:-1] + words
