"""Flags of many articles become one row, so that tens of thousands of them cost neither start nor saving.

A row holds the articles of one folder whose names fall into one of 256 parts, whichever place writes it. For each
article it counts how often a flag was turned: an odd number is set, an even one is not, and of two numbers the greater
has seen the other (a causal-length set: Yu and Rostad, PaPoC 2020). So two copies are joined without a clock."""

from collections.abc import Iterable, Mapping
from zlib import crc32

from tui.flags import HIDDEN, NOTHING_SAID, READ, STARRED, TAG, Flags, Labels, in_order
from tui.notes.file.layout import Row

PARTS = 256
MOST = 1 << 53  # no key is pressed so often
Count = int | dict[str, int]  # the number alone where nothing but READ was ever turned

_READ, _UNREAD = Flags(read=True), Flags(read=False)


def block_of(source: str) -> tuple[str, str]:
    """The id of the row that an article is in, and its name there.

    >>> block_of("/news/2021/canal.txt")
    ('/news/2021#bb', 'canal.txt')
    """
    folder, _, name = source.rpartition("/")
    return f"{folder}#{crc32(name.encode()) % PARTS:02x}", name


def source_of(id: str, name: str) -> str:
    """The article of that name in a row."""
    folder = id.rpartition("#")[0]
    return f"{folder}/{name}" if folder or not name.startswith("-") else name


def flags_of(count: Count | None) -> Flags:
    """What is set."""
    if count is None:
        return NOTHING_SAID
    if isinstance(count, int):
        return _READ if count & 1 else _UNREAD
    tags = (label.removeprefix(TAG) for label, turned in count.items() if turned & 1 and label.startswith(TAG))
    read = count.get(READ)
    return Flags(
        None if read is None else bool(read & 1),
        bool(count.get(STARRED, 0) & 1),
        bool(count.get(HIDDEN, 0) & 1),
        in_order(tags),
    )


def turned(count: Count | None, wanted: Labels) -> Count | None:
    """The counts after these flags were set or taken away; the very same where they stood so."""
    before = _full(count)
    after = dict(before)
    for label, on in wanted.items():
        if label == READ and not on and label not in before:
            after[label] = 2  # to be unread though it was opened has to be said
        elif bool(before.get(label, 0) & 1) != on:
            after[label] = before.get(label, 0) + 1
    return count if after == before else _short(after)


def unsaid(count: Count | None, wanted: Labels) -> dict[str, bool]:
    """Those of these flags that were never turned."""
    before = _full(count)
    return {label: on for label, on in wanted.items() if label not in before}


def joined(one: Row, other: Row) -> Row:
    """Two versions of a row become one that has seen both."""
    mine: Mapping[str, Count] = one["flags"]
    theirs: Mapping[str, Count] = other["flags"]
    return {**one, "flags": {**mine, **{name: _joined(mine.get(name), count) for name, count in theirs.items()}}}


def is_block(row: Row) -> bool:
    """Whether something from elsewhere is such a row."""
    flags, id = row.get("flags"), row.get("id")
    known = isinstance(id, str) and "#" in id and isinstance(flags, dict)
    return known and all(map(_is_count, row["flags"].values()))


def tags_in(rows: Iterable[Row]) -> Iterable[str]:
    """Every tag as often as it is set."""
    for row in rows:
        for count in row["flags"].values():
            if not isinstance(count, int):
                yield from flags_of(count).tags


def _joined(one: Count | None, other: Count) -> Count:
    if one is None or one == other:
        return other
    mine, theirs = _full(one), _full(other)
    return _short({label: max(mine.get(label, 0), theirs.get(label, 0)) for label in {**mine, **theirs}})


def _full(count: Count | None) -> dict[str, int]:
    return {} if count is None else {READ: count} if isinstance(count, int) else count


def _short(counts: dict[str, int]) -> Count:
    return counts[READ] if [*counts] == [READ] else counts


def _is_count(count: object) -> bool:
    numbers = count.values() if isinstance(count, dict) else (count,)
    return all(type(number) is int and 0 < number < MOST for number in numbers)
