"""Rows become columns, in which what stands below each other is alike and takes little room; and rows again.

`columns([{"span": [5, 9]}, {"span": [12, 20]}])` keeps the key once, the starts as steps from one to the next, and the
ends as lengths. It knows nothing of what the rows mean: plain values of JSON go in and come out, whatever they are.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

# What stands at the head of a column says how it is kept: as it is; whole numbers as steps from the one before;
# dictionaries by key; lists of one length by place; lists of any length with their lengths; with places in which
# nothing is; whole numbers by how far they are from the column before. `packing` knows these numbers beforehand.
_AS_IS, _STEPS, _KEYED, _PLACED, _LISTS, _GAPS, _BESIDE = range(7)
WIDEST = 40  # places of a row

Column = list[Any]


def columns(rows: Sequence[Any]) -> Column:
    """These rows as a column."""
    kinds = set(map(type, rows))
    if len(rows) < 2 or len(kinds) > 2:
        return [_AS_IS, rows]
    if len(kinds) == 2:
        if type(None) not in kinds or kinds.isdisjoint((int, list, dict)):
            return [_AS_IS, rows]
        gaps = [place for place, row in enumerate(rows) if row is None]
        return [_GAPS, _steps(gaps), columns([row for row in rows if row is not None])]
    (kind,) = kinds
    if kind is int:
        return _shortest([_AS_IS, rows], [_STEPS, _steps(rows)])
    if kind is dict:
        keys = list(rows[0])
        if keys and all(list(row) == keys for row in rows):
            return [_KEYED, keys, *_side_by_side([[row[key] for row in rows] for key in keys])]
    if kind is list:
        width = len(rows[0])
        if 1 <= width <= WIDEST and all(len(row) == width for row in rows):
            return [_PLACED, *_side_by_side([list(column) for column in zip(*rows, strict=True)])]
        lengths = [len(row) for row in rows]
        return [_LISTS, columns(lengths), columns([value for row in rows for value in row])]
    return [_AS_IS, rows]


def rows_of(column: Column) -> list[Any]:
    """The rows of a column; raises ValueError, TypeError or LookupError for what is none."""
    how, *rest = column
    if how == _AS_IS:
        (rows,) = rest
        return list(rows)
    if how == _STEPS:
        return list(accumulate(rest[0]))
    if how == _KEYED:
        keys, *fields = rest
        return [dict(zip(keys, row, strict=True)) for row in _together(fields)]
    if how == _PLACED:
        return list(map(list, _together(rest)))
    if how == _LISTS:
        values = rows_of(rest[1])
        ends = list(accumulate(rows_of(rest[0])))
        return [values[start:end] for start, end in zip((0, *ends), ends, strict=False)]
    if how == _GAPS:
        gaps, values = set(accumulate(rest[0])), rows_of(rest[1])
        there = iter(values)
        return [None if place in gaps else next(there) for place in range(len(gaps) + len(values))]
    raise ValueError(f"no column: {how}")


def _side_by_side(fields: Iterable[list[Any]]) -> list[Column]:
    """Columns; one of whole numbers may say how far it is from the last that does not."""
    made: list[Column] = []
    before: list[int] | None = None
    for field in fields:
        if not all(type(value) is int for value in field):
            made.append(columns(field))
            before = None
            continue
        made.append(columns(field))
        if before is not None:
            made[-1] = _shortest(made[-1], [_BESIDE, [one - other for one, other in zip(field, before, strict=True)]])
        if made[-1][0] != _BESIDE:
            before = field
    return made


def _together(fields: Iterable[Column]) -> Iterable[tuple[Any, ...]]:
    made: list[list[Any]] = []
    before: list[int] = []
    for field in fields:
        if field[0] == _BESIDE:
            made.append([one + other for one, other in zip(field[1], before, strict=True)])
        else:
            made.append(rows_of(field))
            before = made[-1]
    return zip(*made, strict=True)


def _steps(numbers: Sequence[int]) -> list[int]:
    return [one - other for one, other in zip(numbers, (0, *numbers), strict=False)]


def _shortest(*ways: Column) -> Column:
    return min(ways, key=lambda way: len(repr(way)))
