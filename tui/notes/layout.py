"""Tables become a file with one row on a line, and the file becomes tables again, even where it is damaged.

It stays the JSON that `TinyDB(path)` reads; the lines are for the eye, and for saving what stands around the damage."""

import contextlib
import re
from collections.abc import Mapping
from typing import Any

import orjson

Row = dict[str, Any]
Tables = dict[str, dict[str, Row]]  # by name, by TinyDB's number as a string
Lines = Mapping[str, Mapping[str, tuple[Row, bytes]]]  # every row beside its JSON

FORMAT = 1  # a file that says more was written by a later version, and is left alone
_HEAD = re.compile(rb'"([^"\\]+)":\{')
_LINE = re.compile(rb'"(\d+)":(\{.*\}),?')


def parse(content: bytes) -> Tables:
    """ValueError where `content` is not a TinyDB file."""
    tables = orjson.loads(content)
    if not isinstance(tables, dict) or not all(isinstance(rows, dict) for rows in tables.values()):
        raise ValueError("there are no tables in it")
    for rows in tables.values():
        if not all(key.isascii() and key.isdigit() and isinstance(row, dict) for key, row in rows.items()):
            raise ValueError("there are no rows in it")
    return tables


def is_newer(tables: Tables) -> bool:
    """Whether a later version wrote this."""
    version = tables.get("format", {}).get("1", {}).get("version", FORMAT)
    return not isinstance(version, int) or version > FORMAT


def with_format(data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> Tables:
    """The tables as they are to be written: the format first."""
    tables: Tables = {"format": {"1": {"version": FORMAT, "program": "dateline"}}}
    for name, rows in data.items():
        if name != "format":
            tables[name] = {str(key): row if isinstance(row, dict) else dict(row) for key, row in rows.items()}
    return tables


def lines_of(tables: Tables, known: Lines) -> Lines:
    """Every row with its JSON; what is `known` of the very same row is used again, which is most of the time saved."""
    lines: dict[str, dict[str, tuple[Row, bytes]]] = {}
    for name, rows in tables.items():
        before = known.get(name, {})
        after = lines[name] = {}
        for key, row in rows.items():
            line = before.get(key)
            after[key] = line if line is not None and line[0] is row else (row, orjson.dumps(row))
    return lines


def content_of(lines: Lines) -> bytes:
    """The bytes of the file."""
    tables = [
        orjson.dumps(name)
        + b":{\n"
        + b",\n".join([b'"%s":%s' % (key.encode(), line) for key, (_, line) in rows.items()])
        + b"\n}"
        for name, rows in lines.items()
    ]
    return b"{\n" + b",\n".join(tables) + b"\n}\n"


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
