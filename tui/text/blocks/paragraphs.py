"""Lines become paragraphs: text from the web has one a line, e-mail breaks them at a width."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from tui.text.span import Span

_WIDTHS = range(45, 101)  # columns at which people and programs break lines
MOST_LINES = 150_000  # with more, lines are no longer paragraphs
BUNDLE = 50  # lines
_LOOK = 3000  # lines
_SURE = 3  # line ends that look broken by a width before they are believed to be
_WORDS = re.compile(r"\S(?:[^\n]*\S)?")  # of one line, without the white space around them
_DIVIDED = re.compile(r"[^\W_][-\u2010]\n[ ]*(?=[^\W\d_]|\d)")
_HANGING = re.compile(r"^[ ]*(?:[-*+•]|\d{1,3}[.)])[ ].*\n[ ]+[a-z]", re.M)
_LETTERS, _LETTERS_AT_END = re.compile(r"[^\W\d_]+"), re.compile(r"[^\W\d_]+$")
_WHOLE_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDS = frozenset('.!?:;"”’»)')
# Words that make one word with another behind a hyphen more often than they are the beginning of one.
_FIRST_WORDS = (
    "best better bottom broad brother close cold cost cross deep double down eight eighteen eighty fast fifteen "
    "fifty first five flag forty four free front full good grown half hard heavy high hot large last late left "
    "little long low middle mother newly nine ninety north old open present price public quasi quick record right "
    "round safe second self semi seven seventy short single six sixty small snow soft south state steam straight "
    "strong third thirty three through tight time top twelve twenty two ultra vice war water weak well west wide "
    "world year"
)
_FIRST_OF_TWO = frozenset(_FIRST_WORDS.split())
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
    """The text with every paragraph on one line, and the words whole that a line's end divided."""
    width = line_width(_first_lines(text))
    if not width and not _DIVIDED.search(text) and not _HANGING.search(text):
        return text
    words = frozenset(_WHOLE_WORDS.findall(text)) if _DIVIDED.search(text) else frozenset()
    return "\n".join(_joined(text.split("\n"), width, words))


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
            if divides(line, following) or continues(line, following, width):
                full += 1 + following[0].islower()  # no line that stands by itself begins so
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


def _joined(lines: Sequence[str], width: int, words: Set[str]) -> Iterator[str]:
    parts: list[str] = []
    previous = ""
    divided = False  # a line's end has divided a word of this paragraph, so that a width broke it
    for line in lines:
        if parts and divides(previous, line):
            divided = True
            rest = line.strip()
            parts[-1] = _whole(parts[-1], rest, words)
            parts.append(rest)
        elif parts and (
            (width and continues(previous, line, width))
            or (divided and previous[-1:] not in _ENDS and line[:1].islower())
            or _hangs(parts, line)
        ):
            parts.append(f" {line.strip()}")
        else:
            if parts:
                yield "".join(parts)
            parts, divided = [line.rstrip()], False
        previous = line.rstrip()
    if parts:
        yield "".join(parts)


def divides(line: str, following: str) -> bool:
    """Whether a word goes on from the end of a line at the start of the next one."""
    return _DIVIDED.match(f"{line.rstrip()[-2:]}\n{following.lstrip()[:1]}") is not None and not _is_item(following)


def _whole(before: str, rest: str, words: Set[str]) -> str:
    """A line up to where its last word goes on: without the hyphen, unless it is one of two words made one."""
    head = _LETTERS_AT_END.search(before[-60:-1])
    tail = _LETTERS.match(rest)
    if head is None or tail is None or not tail[0][0].islower():
        return before  # "1998-2001", "Anglo-American"
    if head[0] + tail[0] in words:
        return before[:-1]
    return before if head[0].lower() in _FIRST_OF_TWO or f"{head[0]}-{tail[0]}" in words else before[:-1]


def _hangs(parts: Sequence[str], line: str) -> bool:
    """Whether a line goes on with an item of a list, from which it is indented."""
    return (
        _is_item(parts[0]) and line.strip()[:1].islower() and _indent(line) > _indent(parts[0]) and not _is_item(line)
    )
