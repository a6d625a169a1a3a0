"""Articles that are the same one become one row, which knows of the others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from tui.library.shelf import ShelfEntry


def one_row_each(entries: Iterable[ShelfEntry], twins: Mapping[int, int]) -> tuple[ShelfEntry, ...]:
    """The entries in their order, of each group of `twins` (its leader by article) only the best one, at its place."""
    found = tuple(entries)
    if not twins:
        return found
    together: dict[int, list[ShelfEntry]] = defaultdict(list)
    for entry in found:
        if entry.id in twins:
            together[twins[entry.id]].append(entry)
    shown: dict[str, ShelfEntry] = {}
    left_out: set[str] = set()
    for group in together.values():
        best = min(group, key=_worth)
        others = [source for entry in group for source in (entry.source, *entry.others) if source != best.source]
        if others:
            shown[best.source] = replace(best, others=tuple(dict.fromkeys(others)))
            left_out.update(others)
    return tuple(shown.get(entry.source, entry) for entry in found if entry.source not in left_out)


def _worth(entry: ShelfEntry) -> tuple[bool, bool, int, date, str]:
    """What was opened is gone on with; else the longest, and of these the first."""
    return entry.missing, entry.opened is None, -entry.words, entry.published or date.max, entry.source
