"""The feeds that a person follows, as rows of the notes: two copies are joined without a clock.

A row counts how often each setting was turned, as `turns.py` does for flags: an odd number is set, and of two numbers
the greater has seen the other."""

from tui.notes.file.layout import Row

TEXTS = ("address", "title", "folder", "group", "to")
_LONGEST = 4_000  # characters
_MOST = 1 << 53
_MOST_SETTINGS = 16


def is_feed(row: Row) -> bool:
    """Whether something from elsewhere is such a row."""
    texts = all(isinstance(row.get(name, ""), str) and len(row.get(name, "")) <= _LONGEST for name in TEXTS)
    turns = row.get("turns", [])
    counts = isinstance(turns, list) and all(type(one) is int and 0 <= one < _MOST for one in turns)
    return texts and bool(row.get("address")) and counts and len(turns) <= _MOST_SETTINGS


def joined(one: Row, other: Row) -> Row:
    """Two versions of a row become one that has seen both, the same from either side."""
    mine, theirs = one.get("turns", []), other.get("turns", [])
    both = max(len(mine), len(theirs))
    turns = [max(a, b) for a, b in zip(_padded(mine, both), _padded(theirs, both), strict=True)]
    texts = {name: max(one.get(name, ""), other.get(name, "")) for name in TEXTS}
    kept = {name: text for name, text in texts.items() if text}
    return {**min(one, other, key=repr), **max(one, other, key=repr), **kept, "turns": turns}


def _padded(turns: list[int], length: int) -> list[int]:
    return [*turns, *(0 for _ in range(length - len(turns)))]
