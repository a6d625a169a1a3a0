"""What print sets around each page - its number, the running head - is marked where it stands in the text."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tui.text.article import Block, BlockKind, Furniture

LONGEST = 80  # characters of a running head
LEAST = 3  # times that a running head, or a number by itself, must come
_NUMBER = re.compile(r"[\W_]{0,3}(\d{1,4})[\W_]{0,3}")
_PAGE = re.compile(
    r"[\W_]{0,3}(?:page|p\.|seite|página|pagina) ?(\d{1,4})(?: ?(?:of|/|von|de|di|van) ?\d{1,4})?[\W_]{0,3}", re.I
)
_PART = re.compile(r"\d{1,4} ?(?:/|of) ?\d{1,4}")
_FIGURES = re.compile(r"\d+")


def without_page_heads(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the numbers and running heads of pages marked as furniture."""
    lines = [_line(text, block) for block in blocks]
    numbers = [_number(line) for line in lines]
    if not any(number is not None for number in numbers):
        return list(blocks)
    counted = _counted([number for number in numbers if number is not None])
    heads = Counter(_FIGURES.sub("#", line) for line in lines if line and len(line) <= LONGEST)
    found = list(blocks)
    for index, (block, line) in enumerate(zip(blocks, lines, strict=True)):
        is_page = _PAGE.fullmatch(line) or _PART.fullmatch(line) or (counted and numbers[index] is not None)
        near = any(
            numbers[at] is not None for at in (index - 1, index + 1) if 0 <= at < len(blocks)
        ) or _FIGURES.search(line)
        is_head = near and counted and len(line) > 1 and heads[_FIGURES.sub("#", line)] >= LEAST
        if line and block.furniture is None and (is_page or is_head):
            found[index] = replace(block, kind=BlockKind.PARAGRAPH, level=0, furniture=Furniture.PAGE)
    return found


def _line(text: str, block: Block) -> str:
    """The words of a block that is a short line; "" for all others."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or block.span.end - block.span.start > LONGEST:
        return ""
    return text[block.span.start : block.span.end]


def _number(line: str) -> int | None:
    match = _PAGE.fullmatch(line) or _NUMBER.fullmatch(line)
    return int(match[1]) if match else None


def _counted(numbers: Sequence[int]) -> bool:
    """Whether lines that are numbers count up, as pages do."""
    rising = sum(0 < after - before <= 2 for before, after in pairwise(numbers))
    return len(numbers) >= LEAST and rising >= (len(numbers) - 1) * 0.7
