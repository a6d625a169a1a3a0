"""Numbers become a row of small bars."""

from collections.abc import Iterable, Sequence


def spread(offsets: Iterable[int], length: int, cells: int) -> list[int]:
    """How many of `offsets` (0 to `length`) fall into each of `cells` equal parts; nothing where there are none."""
    counts = [0] * cells
    if not cells:
        return counts
    for offset in offsets:
        counts[min(cells - 1, offset * cells // max(1, length))] += 1
    return counts


def bars(counts: Sequence[int], signs: str) -> str:
    """A sign for each count: the first of `signs` for none, the last for the most, and never the first for some."""
    most = max(counts, default=0)
    steps = len(signs) - 1
    return "".join(signs[-(-count * steps // most)] if count else signs[0] for count in counts)
