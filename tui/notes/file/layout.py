"""Tables become a file with one row on a line, and the file becomes tables again, even where it is damaged.

It stays the JSON that `TinyDB(path)` reads; the lines are for the eye, and for saving what stands around the damage."""

import contextlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

from tui.durable import shown
from tui.errors import NotesUnavailable

Row = dict[str, Any]
Tables = dict[str, dict[str, Row]]  # by name, by TinyDB's number as a string
Lines = Mapping[str, Mapping[str, tuple[Row, bytes]]]  # every row beside its line: '"7":{"id": ...}'

FORMAT = 1  # a file that says more was written by a later version, and is left alone
_HEAD = re.compile(rb'"([^"\\]+)":\{')
_LINE = re.compile(rb'"(\d+)":(\{.*\}),?')


def parse(content: bytes) -> Tables:
    """ValueError where `content` is not a TinyDB file."""
    tables = orjson.loads(content)
    if not isinstance(tables, dict) or not all(isinstance(rows, dict) for rows in tables.values()):
        raise ValueError("there are no tables in it")
    if not _has_rows(tables):
        raise ValueError("there are no rows in it")
    return tables


def hidden_rows(content: bytes) -> Tables:
    """Rows that another program wrote under a key that comes again, so that a reader of JSON sees the last one only.

    Of a row with a field that comes twice it is the row with the first value."""
    if not content.strip():
        return {}
    try:
        top = json.loads(content, object_pairs_hook=_Object)
    except (ValueError, RecursionError):
        return {}
    tables: Tables = {}
    for name, table in _all(top):
        for number, row in _all(table):
            seen = {} if table is not top.get(name) else table
            shown = row is seen.get(number)
            for found in _variants(row) if isinstance(row, _Object) and number.isdecimal() else ():
                if not shown or found != row:
                    rows = tables.setdefault(name, {})
                    rows[str(len(rows) + 1)] = found
    return tables


class _Object(dict[str, Any]):
    """An object of JSON that knows what it hides."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.hidden = [(key, value) for key, value in pairs if self[key] is not value] if len(self) < len(pairs) else []


def _all(value: object) -> list[tuple[str, Any]]:
    return [*value.items(), *value.hidden] if isinstance(value, _Object) else []


def _variants(row: _Object) -> list[Row]:
    return [dict(row), *({**row, key: value} for key, value in row.hidden)]


def parse_again(content: bytes, known: Lines) -> tuple[Tables, Lines] | None:
    """The tables of a file in this layout, and its lines; every line that is `known` gives the very same row.

    None where the file has another layout, or cannot be read. Most of a file is known when another session has written
    a note: this way it costs a comparison, and what was made of the rows stays good."""
    tables: Tables = {}
    lines: dict[str, dict[str, tuple[Row, bytes]]] = {}
    before: Mapping[str, tuple[Row, bytes]] = {}
    try:
        for line in content.split(b"\n")[1:-2]:
            if line.endswith(b"{"):
                name = orjson.loads(line[:-2])
                tables[name], lines[name], before = {}, {}, known.get(name, {})
            elif line not in (b"", b"}", b"},"):
                line = line.removesuffix(b",")
                key, _, row = line.partition(b":")
                number = key[1:-1].decode("ascii")
                pair = before.get(number)
                if pair is None or pair[1] != line:
                    pair = orjson.loads(row), line
                tables[name][number], lines[name][number] = pair[0], pair
    except (ValueError, UnboundLocalError, TypeError):
        return None
    return (tables, lines) if content_of(lines) == content and _has_rows(tables) else None


@contextlib.contextmanager
def as_json(path: Path) -> Iterator[None]:
    """NotesUnavailable, which names the file, where a row cannot be written as JSON."""
    try:
        yield
    except orjson.JSONEncodeError as error:
        raise NotesUnavailable(
            f"{shown(path)} has a row that is nested too deeply to be written again: take it out by hand."
        ) from error


def is_newer(tables: Tables) -> bool:
    """Whether a later version wrote this."""
    version = tables.get("format", {}).get("1", {}).get("version", FORMAT)
    return not isinstance(version, int) or version > FORMAT


def with_format(tables: Tables) -> Tables:
    """The tables as they are to be written: the format first."""
    return {"format": {"1": {"version": FORMAT, "program": "dateline"}}} | {
        name: rows for name, rows in tables.items() if name != "format"
    }


def lines_of(tables: Tables, known: Lines) -> Lines:
    """Every row with its JSON; what is `known` of the very same row is used again, which is most of the time saved."""
    lines: dict[str, dict[str, tuple[Row, bytes]]] = {}
    for name, rows in tables.items():
        before = known.get(name, {})
        after = lines[name] = {}
        for key, row in rows.items():
            pair = before.get(key)
            if pair is None or pair[0] is not row:
                pair = row, b'"%s":%s' % (key.encode(), orjson.dumps(row))
            after[key] = pair
    return lines


def content_of(lines: Lines) -> bytes:
    """The bytes of the file. They are joined once, all tables together: each more copy of a large file takes longer
    than everything else that a note is saved with."""
    pieces: list[bytes] = []
    for name, rows in lines.items():
        first = len(pieces)
        pieces += [line for _, line in rows.values()] or [b""]
        pieces[first] = orjson.dumps(name) + b":{\n" + pieces[first]
        pieces[-1] += b"\n}"
    pieces = pieces or [b""]
    pieces[0] = b"{\n" + pieces[0]
    pieces[-1] += b"\n}\n"
    return b",\n".join(pieces)


def salvage(damaged: bytes, tables: Tables) -> int:
    """Put every row that still stands whole on its line of `damaged` into `tables`; how many were not there before."""
    count = 0
    rows: dict[str, Row] | None = None
    for line in damaged.split(b"\n"):
        if head := _HEAD.fullmatch(line):
            name = head[1].decode("utf-8", "replace")
            rows = tables.setdefault(name, {}) if name != "format" else None
        elif rows is not None and (match := _LINE.fullmatch(line)):
            with contextlib.suppress(ValueError):
                row, key = orjson.loads(match[2]), match[1].decode()
                if rows.get(key) != row:
                    rows[key] = row
                    count += 1
    return count


def _has_rows(tables: Tables) -> bool:
    return all(
        key.isascii() and key.isdigit() and isinstance(row, dict)
        for rows in tables.values()
        for key, row in rows.items()
    )
