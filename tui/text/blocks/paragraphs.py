"""Lines become paragraphs: text from the web has one a line, e-mail breaks them at a width."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.text.span import Span

_WIDTHS = range(45, 101)  # columns at which people and programs break lines
MOST_LINES = 150_000  # with more, lines are no longer paragraphs
BUNDLE = 50  # lines
_LOOK = 3000  # lines
_SURE = 3  # line ends that look broken by a width before they are believed to be
_WORDS = re.compile(r"\S(?:[^\n]*\S)?")  # of one line, without the white space around them
_MARKER = r"(?:[-*+•–—>]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s"


def paragraph_spans(text: str, wrapped: bool = False) -> list[Span]:
    """The paragraphs of `text` as it stands: no span begins or ends with white space, none is empty.

    With `wrapped`, lines that a width broke are one paragraph, which then holds newlines."""
    if text.count("\n") >= MOST_LINES:
        return _bundled(text.split("\n"))
    width = line_width(_first_lines(text)) if wrapped else 0
    spans: list[Span] = []
    end, previous = 0, ""
    for match in _WORDS.finditer(text):
        start = match.start()
        if width:
            stop = text.find("\n", start)
            line = text[text.rfind("\n", 0, start) + 1 : stop if stop >= 0 else len(text)]
            if spans and text.count("\n", end, start) == 1 and continues(previous, line, width):
                start = spans.pop().start
            previous = line
        end = match.end()
        spans.append(Span(start, end))
    return spans


def _bundled(lines: Sequence[str]) -> list[Span]:
    """A log or a list of words, not an article: many lines are one paragraph, or there would be millions."""
    spans: list[Span] = []
    offset = 0
    for first in range(0, len(lines), BUNDLE):
        bundle = "\n".join(lines[first : first + BUNDLE])
        words = bundle.strip()
        if words:
            start = offset + bundle.index(words[0])
            spans.append(Span(start, start + len(words)))
        offset += len(bundle) + 1
    return spans


def unwrapped(text: str) -> str:
    """The text with every paragraph on one line."""
    width = line_width(_first_lines(text))
    return "\n".join(_joined(text.split("\n"), width)) if width else text


def _first_lines(text: str) -> list[str]:
    """The lines that speak for all."""
    return text.split("\n", _LOOK)[:_LOOK]


def line_width(lines: Sequence[str]) -> int:
    """The width at which the lines were broken; 0 where none was."""
    lengths = sorted(length for length in map(len, lines) if length)
    if not lengths or lengths[len(lengths) // 2] not in range(20, 101):
        return 0
    width = lengths[int(0.97 * (len(lengths) - 1))]
    if width not in _WIDTHS:
        return 0
    full = loose = 0
    for line, following in pairwise(lines):
        if line and following:
            if continues(line, following, width):
                full += 1
            else:
                loose += 1
    return width if full >= _SURE and full >= loose else 0


def continues(line: str, following: str, width: int) -> bool:
    """Whether a paragraph goes on from `line` to `following`, if lines were broken at `width`."""
    length = len(line.rstrip())
    if length < width // 2 or not following or following.isspace():
        return False
    if following[0] == " " and _indent(following) > _indent(line) and not _is_item(line):
        return False
    word = following.split(None, 1)[0]
    if length + 1 + len(word) <= width and not (length > 0.7 * width and word[0].islower()):
        return False
    return not _is_item(following)


def _is_item(line: str) -> bool:
    line = line.lstrip()
    return not line[:1].isupper() and re.match(_MARKER, line) is not None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _joined(lines: Sequence[str], width: int) -> Iterator[str]:
    parts: list[str] = []
    previous = ""
    for line in lines:
        if parts and not continues(previous, line, width):
            yield " ".join(parts)
            parts.clear()
        parts.append(line.strip() if parts else line.rstrip())
        previous = line
    yield " ".join(parts)
