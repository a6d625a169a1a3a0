"""Rows of cells become lines of text: columns set out side by side, or one sentence of cells a row if too wide."""

from collections.abc import Sequence
from itertools import zip_longest

WIDEST = 88  # columns
GAP = "  "


def table_text(rows: Sequence[Sequence[str]]) -> str:
    """The table as lines; the first row is the head. A wide table is written as "head: cell; head: cell"."""
    rows = [[" ".join(cell.split()) for cell in row] for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        return ""
    # Rows stay as short as they are: with a row of ten thousand cells, filling up the others takes all the memory.
    widths = [0] * max(map(len, rows))
    for row in rows:
        for column, cell in enumerate(row):
            widths[column] = max(widths[column], len(cell))
    if sum(widths) + len(GAP) * (len(widths) - 1) <= WIDEST:
        lines = [GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip() for row in rows]
        if len(lines) > 1:
            lines.insert(1, GAP.join("-" * width for width in widths))
        return "\n".join(lines)
    head, *body = rows
    if not body:
        return " | ".join(cell for cell in head if cell)
    return "\n".join(
        "; ".join(
            f"{name}: {cell}" if name else cell
            for name, cell in zip_longest(head[: len(row)], row, fillvalue="")
            if cell
        )
        for row in body
    )
