"""Blocks that footnote marks lead to become notes."""

from collections.abc import Sequence
from dataclasses import replace

from tui.text.article import Block, BlockKind, Mark, MarkKind, Place
from tui.text.span import at

_CAN_BE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.NOTE)


def with_notes(blocks: Sequence[Block], marks: Sequence[Mark], places: Sequence[Place]) -> list[Block]:
    """The blocks, with each one a note that stands at a place of which the name is in a footnote's mark."""
    wanted = {mark.target[1:]: mark.span for mark in marks if mark.kind is MarkKind.FOOTNOTE}
    blocks = list(blocks)
    if not wanted:
        return blocks
    spans = [block.span for block in blocks if block.span.end > block.span.start]
    full = [index for index, block in enumerate(blocks) if block.span.end > block.span.start]
    for place in places:
        found = at(spans, place.offset) if place.name in wanted else None
        if found is None:
            continue
        index = full[found]
        block = blocks[index]
        marked_in_it = block.span.contains(wanted[place.name])
        if block.kind in _CAN_BE and not marked_in_it and place.offset - block.span.start < 8:
            blocks[index] = replace(block, kind=BlockKind.NOTE)
    return blocks
