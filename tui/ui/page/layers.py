"""What is drawn over the text of an article, and where a row is cut for it."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from tui.text.span import Span, within
from tui.ui.page.wrapping import NOT_NARROW


class Layer(NamedTuple):
    """Places that are drawn alike. `spans` are sorted and disjoint; later layers lie above earlier ones."""

    name: str  # a component class of the article view, without "article--"
    spans: Sequence[Span]


class Piece(NamedTuple):
    """A part of a row that is drawn alike: offsets, the names of the layers over it, and the label instead of it."""

    start: int
    end: int
    layers: tuple[str, ...] = ()
    label: str = ""


def cut(text: str, row: Span, layers: Sequence[Layer], labels: Mapping[int, str]) -> list[Piece]:
    """The row in pieces; no cut goes through a character that is written with several code points."""
    marks: list[tuple[int, int, str]] = []
    for name, spans in layers:
        for start, end in within(spans, row):
            marks.append((max(start, row.start), min(end, row.end), name))
    hints = {at: (_end_of_label(text, row, at, label), label) for at, label in labels.items() if at in range(*row)}
    if not marks and not hints:
        return [Piece(*row)]
    if NOT_NARROW.search(text, *row):
        marks = _whole_characters(text, row, marks)
    cuts = sorted(
        {
            *row,
            *(mark[0] for mark in marks),
            *(mark[1] for mark in marks),
            *hints,
            *(end for end, _ in hints.values()),
        }
    )
    pieces: list[Piece] = []
    covered = row.start
    for start, end in pairwise(cuts):
        if start in hints and start >= covered:
            covered, label = hints[start]
            pieces.append(Piece(start, covered, (), label))
        elif start >= covered:
            names = tuple(name for first, last, name in marks if first <= start and end <= last)
            pieces.append(Piece(start, end, names))
    return pieces


def differing(before: Sequence[Layer], after: Sequence[Layer], part: Span) -> set[Span]:
    """The places in a part of the text that are drawn otherwise than before."""
    old, new = ({layer.name: layer.spans for layer in layers} for layers in (before, after))
    spans: set[Span] = set()
    for name in {*old, *new}:
        was, now = old.get(name, ()), new.get(name, ())
        if was is not now:
            spans |= set(within(was, part)) ^ set(within(now, part))
    return spans


def _end_of_label(text: str, row: Span, offset: int, label: str) -> int:
    """Where the characters end that a label covers: at least as many cells as it has."""
    cells = 0
    for _, end, width in split_graphemes(text[offset : row.end])[0]:
        cells += width
        if cells >= len(label):
            return offset + end
    return row.end


def _whole_characters(text: str, row: Span, marks: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for first, last, _ in split_graphemes(text[row.start : row.end])[0]:
        for at in range(row.start + first, row.start + last):
            starts[at], ends[at + 1] = row.start + first, row.start + last
    return [(starts.get(start, start), ends.get(end, end), name) for start, end, name in marks]


def labelled(label: str, covered: str) -> str:
    """A label in as many cells as the words have that it covers."""
    return label.ljust(cell_len(covered))
