"""A table becomes rows of a page: in columns as wide as there is room for, else as a record for each of its rows."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from tui.text.article import Table
from tui.text.span import Span
from tui.ui.page.wrapping import Rows

GAP = 2  # cells between two columns
NARROWEST = 6  # cells of a column that has more to say
LONGEST_WORD = 16  # cells of a word that a column is made wide enough for
WIDEST_LABEL = 24  # cells of what is drawn before a cell of a record
_NUMBER = re.compile(r"[^\w\s]{0,2}\d[\d.,\s]*\W?[A-Za-z]{0,3}")


class Bit(NamedTuple):
    """A part of the text within a row, and how many blank cells stand before it."""

    start: int
    end: int
    before: int = 0


class TableLine(NamedTuple):
    """One row on the page: parts of cells, what is drawn before them, and how many lines above its table row begins."""

    bits: tuple[Bit, ...]
    drawn: str = ""
    above: int = 0
    is_head: bool = False


def table_lines(text: str, table: Table, room: int, rule: str) -> list[TableLine]:
    """The lines of a table in `room` cells."""
    widths = _widths(text, table, room)
    if widths is None:
        return list(_records(text, table, room))
    aligned = _aligned(text, table, len(widths))
    lines: list[TableLine] = []
    for number, row in enumerate(table.rows):
        lines += _set_out(text, row, widths, aligned, number < table.heads)
        if number + 1 == table.heads < len(table.rows):
            drawn = (" " * GAP).join(rule * width for width in widths)
            lines.append(TableLine((), drawn))
    return lines


def _widths(text: str, table: Table, room: int) -> list[int] | None:
    """Cells of each column; None where the table has more than fit."""
    columns = max(map(len, table.rows))
    room -= GAP * (columns - 1)
    if room < columns * 3:
        return None
    wanted, least = [0] * columns, [0] * columns
    for row in table.rows:
        for column, cell in enumerate(row):
            words = text[cell.start : cell.end]
            width = max(map(cell_len, words.split("\n")))
            if width > wanted[column]:
                wanted[column] = width
            if width > least[column]:
                longest = max(map(cell_len, words.split()), default=0)
                least[column] = max(least[column], min(longest, LONGEST_WORD), min(width, NARROWEST))
    if sum(wanted) <= room:
        return wanted
    spare = room - sum(least)
    if spare < 0:
        return None
    missing = [want - have for want, have in zip(wanted, least, strict=True)]
    widths = [have + spare * lacks // sum(missing) for have, lacks in zip(least, missing, strict=True)]
    for column in sorted(range(columns), key=lambda column: widths[column] - wanted[column]):
        widths[column] += min(room - sum(widths), wanted[column] - widths[column])
    return widths


def _aligned(text: str, table: Table, columns: int) -> str:
    """How each column is set: as the table says, else figures to the right."""
    if table.aligned:
        return table.aligned.ljust(columns, "<")
    body = table.rows[table.heads :]
    return "".join(
        ">" if cells and all(_NUMBER.fullmatch(cell) for cell in cells) else "<"
        for cells in (
            [text[slice(*row[column])] for row in body if column < len(row) and row[column].end > row[column].start]
            for column in range(columns)
        )
    )


def _set_out(text: str, row: Sequence[Span], widths: Sequence[int], aligned: str, is_head: bool) -> Iterator[TableLine]:
    """The lines of one row: each column goes on in its own place."""
    columns = [_wrapped(text, cell, width) for cell, width in zip(row, widths, strict=False)]
    for number in range(max(map(len, columns), default=0)):
        bits: list[Bit] = []
        filled = left = 0
        for parts, width, side in zip(columns, widths, aligned, strict=False):
            if number < len(parts):
                part = parts[number]
                blank = width - cell_len(text[part.start : part.end])
                column = left + (blank if side == ">" else blank // 2 if side == "^" else 0)
                bits.append(Bit(part.start, part.end, max(0, column - filled)))
                filled = max(filled, column) + cell_len(text[part.start : part.end])
            left += width + GAP
        yield TableLine(tuple(bits), "", number, is_head)


def _records(text: str, table: Table, room: int) -> Iterator[TableLine]:
    """A line for each cell, behind the name of its column; the names themselves come first."""
    heads, body = table.rows[: table.heads], table.rows[table.heads :]
    names = [" ".join(text[cell.start : cell.end].split()) for cell in heads[-1]] if heads else []
    label = min(WIDEST_LABEL, room * 2 // 5, max(map(cell_len, names), default=0))
    labels = [_label(name, label) for name in names]
    for row in heads:
        for part in _wrapped(text, Span(row[0].start, row[-1].end), room):
            yield TableLine((Bit(*part),), "", 0, True)
    for number, row in enumerate(body):
        if number or heads:
            yield TableLine(())
        for column, cell in enumerate(row):
            name = labels[column] if column < len(labels) else ()
            lead = label + GAP if label else 0
            parts = _wrapped(text, cell, max(NARROWEST, room - lead))
            for nth in range(max(len(parts), len(name) if parts else 0)):
                drawn = set_cell_size(name[nth] if nth < len(name) else "", label) + " " * GAP if lead else ""
                yield TableLine((Bit(*parts[nth]),) if nth < len(parts) else (), drawn)


def _label(name: str, width: int) -> list[str]:
    """The lines of a column's name."""
    rows = Rows(name)
    rows.wrap(0, len(name), max(1, width))
    return [name[start:end].strip() for start, end in zip(rows.starts, rows.ends, strict=True) if end > start]


def _wrapped(text: str, cell: Span, width: int) -> list[Span]:
    """The lines of a cell; none of an empty one."""
    if "\n" not in text[cell.start : cell.end] and cell_len(text[cell.start : cell.end]) <= width:
        return [cell] if cell.end > cell.start else []
    rows = Rows(text)
    rows.wrap(cell.start, cell.end, width)
    return [Span(start, end) for start, end in zip(rows.starts, rows.ends, strict=True) if end > start]
