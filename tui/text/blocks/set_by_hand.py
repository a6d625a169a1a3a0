"""What was set by hand in plain text is read as it was meant: titles with a line under them, and two columns."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.text.article import Block, BlockKind
from tui.text.span import Span

MOST_LINES = 20_000  # a longer text is a book or a log
_LINE_UNDER = re.compile(r"([=\-~^\"'*+#])\1{2,}")
_LEVELS = "=-~^\"'*+#"  # the first of them stands under titles, the second under subheads
_GAP = re.compile(r"(?<=\S)[ ]{4,}(?=\S)")
_LEAST = 3  # lines that columns have
_NARROWEST = 16  # characters of a column
_WORDS = 3  # of a line of it, on the whole


def underlined(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a heading for each line that has another of signs under it, as long as itself."""
    found: list[Block] = []
    for block in blocks:
        under = _LINE_UNDER.fullmatch(text[slice(*block.span)]) if block.span.end - block.span.start < 200 else None
        if under and found and _stands_under(text, found[-1], block.span):
            found[-1] = replace(found[-1], kind=BlockKind.HEADING, level=1 + min(5, _LEVELS.index(under[1])))
        else:
            found.append(block)
    return found


def _stands_under(text: str, above: Block, line: Span) -> bool:
    if above.kind is not BlockKind.PARAGRAPH or text.count("\n", above.span.end, line.start) != 1:
        return False
    length = above.span.end - above.span.start
    return "\n" not in text[slice(*above.span)] and length - 2 <= line.end - line.start <= length + 4


def side_by_side(text: str) -> str:
    """The text with columns of prose that stand beside each other one below the other."""
    if "    " not in text or text.count("\n") > MOST_LINES:
        return text
    parts: list[str] = []
    for paragraph in re.split(r"(\n[ ]*\n)", text):
        lines = paragraph.split("\n")
        at = _gap_of(lines) if len(lines) >= _LEAST else 0
        if at:
            columns = [line[:at].rstrip() for line in lines], [line[at:].strip() for line in lines]
            parts.append("\n\n".join("\n".join(filter(None, column)) for column in columns))
        else:
            parts.append(paragraph)
    return "".join(parts)


def _gap_of(lines: Sequence[str]) -> int:
    """Where the second column begins; 0 where there is none, and where what stands there are the cells of a table."""
    gaps = [list(_GAP.finditer(line)) for line in lines]
    begins = {found[0].end() for found in gaps if len(found) == 1}
    if len(begins) != 1 or any(len(found) > 1 for found in gaps):
        return 0
    at = begins.pop()
    if sum(bool(found) for found in gaps) < max(_LEAST, len(lines) - 2):
        return 0  # one column may be longer by a line or two
    left, right = [line[:at] for line in lines], [line[at:] for line in lines]
    if any(line[at - 4 : at].strip() for line in lines):
        return 0
    for column in (left, right):
        filled = [words for words in column if words.strip()]
        prose = sum(len(words.split()) for words in filled) >= _WORDS * len(filled)
        if not prose or max(map(len, map(str.strip, filled))) < _NARROWEST:
            return 0
        goes_on = sum(a.strip()[-1] not in ".!?:" for a in filled[:-1])
        if 2 * goes_on < len(filled) - 1:  # each line ends by itself: cells
            return 0
    lower = sum(words.strip()[:1].islower() for words in (*left[1:], *right[1:]))
    return at if lower else 0
