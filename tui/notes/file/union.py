"""What several places hold of the same notes becomes one set of tables, by the versions of their rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from tui.notes.file.layout import Row, Tables

# Takes rows into the rows of a table, losing none; how many of them were new, or said something else. Rows of a table
# that it does not know, and what is no sound row, it leaves alone.
Join = Callable[[str, dict[str, Row], Iterable[Row]], int]


class Source(NamedTuple):
    """Tables, and what the place is called in which they were found."""

    name: str
    tables: Mapping[str, Mapping[str, Row]]


def nothing_known(_table: str, _rows: dict[str, Row], _incoming: Iterable[Row]) -> int:
    """For a file of which nobody has said what its rows are."""
    return 0


def missing_in(tables: Tables, remembered: Mapping[str, Mapping[str, Row]], join: Join) -> int:
    """How many rows are remembered that `tables` lack, or hold in an older version only."""
    count = 0
    for name, rows in remembered.items():
        there = tables.get(name, {})
        if differing := [row for number, row in rows.items() if _differ(there.get(number), row)]:
            keys = set(map(_key, differing))
            count += join(name, {number: row for number, row in there.items() if _key(row) in keys}, differing)
    return count


def has_any(tables: Mapping[str, Mapping[str, Row]], keys: Iterable[str]) -> bool:
    """Whether one of these rows is there, in any version."""
    wanted = set(keys)
    return any(_key(row) in wanted for rows in tables.values() for row in rows.values())


def keys_in(tables: Mapping[str, Mapping[str, Row]]) -> set[str]:
    """The keys of all rows in which a person has said something."""
    return {key for name, rows in tables.items() if name != "format" for row in rows.values() if (key := _key(row))}


def changed_by_hand(tables: Tables, remembered: Mapping[str, Mapping[str, Row]]) -> int:
    """Rows that say something else than is remembered under the same version: no Dateline has written them."""
    return sum(
        other is not None and "history" in row and _differ(other, row) and other.get("history") == row["history"]
        for name, rows in remembered.items()
        for row, other in ((row, tables.get(name, {}).get(number)) for number, row in rows.items())
    )


def united(base: Tables, sources: Sequence[Source], join: Join) -> Tables:
    """The tables of `base`, and whatever the sources know beside or in a later version."""
    result = {name: dict(rows) for name, rows in base.items()}
    for source in sources:
        for name, incoming in source.tables.items():
            if name == "format":
                continue
            rows = result.setdefault(name, {})
            differing = {number: row for number, row in incoming.items() if rows.get(number) != row}
            join(name, rows, differing.values())
            known = {_key(row) for row in rows.values()}
            for number, row in differing.items():  # what is no sound row is not lost for that
                if number not in rows and (not _key(row) or _key(row) not in known):
                    rows[number] = row
    return result


def origins(tables: Tables, sources: Sequence[Source]) -> str:
    """“12 notes: 11 from the backup of ..., 1 from the journal”."""
    left = {_key(row): _said(row) for row in tables.get("notes", {}).values() if "purged" not in row}
    total, parts = len(left), []
    for source in sources:
        rows = source.tables.get("notes", {}).values()
        found = [key for row in rows if (key := _key(row)) in left and left[key] == _said(row)]
        if found:
            parts.append(f"{len(set(found))} from {source.name}")
        for key in found:
            left.pop(key, None)
    if left:
        parts.append(f"{len(left)} from several of them")
    return f"{total} note{'' if total == 1 else 's'}" + (f": {', '.join(parts)}" if parts else "")


def _differ(one: Row | None, other: Row) -> bool:
    return one is not other and one != other  # most rows are the very same: comparing what they say would take long


def _key(row: Mapping[str, Any]) -> str:
    key = row.get("id") or row.get("source")
    return key if isinstance(key, str) else ""


def _said(row: Row) -> Row:
    return {key: value for key, value in row.items() if key != "history"}
