"""Rows of cells become lines of text: columns set out side by side, or one sentence of cells a row if too wide."""

from collections.abc import Sequence

WIDEST = 88  # columns
GAP = "  "


def table_text(rows: Sequence[Sequence[str]]) -> str:
    """The table as lines; the first row is the head. A wide table is written as "head: cell; head: cell"."""
    rows = [[" ".join(cell.split()) for cell in row] for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        return ""
    count = max(map(len, rows))
    rows = [[*row, *[""] * (count - len(row))] for row in rows]
    widths = [max(len(row[column]) for row in rows) for column in range(count)]
    if sum(widths) + len(GAP) * (count - 1) <= WIDEST:
        lines = [GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
        if len(lines) > 1:
            lines.insert(1, GAP.join("-" * width for width in widths))
        return "\n".join(lines)
    head, *body = rows
    if not body:
        return " | ".join(cell for cell in head if cell)
    return "\n".join(
        "; ".join(f"{name}: {cell}" if name else cell for name, cell in zip(head, row, strict=True) if cell)
        for row in body
    )
