"""Two copies of the notes become one over a pipe: lines of JSON, read and written in turns.

    serve    {"dateline": 1, "state": S}                                  what I have, in a few characters
    sync     {"marks": {...}}  or  {"same": true}                         what I have, row by row
    serve    {"table": T, "row": R} ...  {"rows": N, "want": {...}}       what is news for you, what I lack
    sync     {"table": T, "row": R} ...  {"rows": N}                      what you lack
    serve    {"merged": [new, changed]}                                   it is on my disk

Each side merges in one step once it has all rows. A cut leaves either copy as it was, or merged."""

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import IO, Any

import orjson

from tui import __version__
from tui.errors import NotesUnavailable, ReaderError
from tui.notes.file.layout import Row
from tui.notes.store import NoteStore
from tui.notes.sync.sync import Keyed, differing, marks_of, state_of
from tui.notes.versions.merge import KINDS, Merged

PROTOCOL = 1
_LONGEST = 64_000_000  # bytes of a line
_NOISE = 200  # lines that a login shell may print before


class Cut(ReaderError):
    """The line is gone."""


class Line:
    """Messages over two streams."""

    def __init__(self, source: IO[bytes], target: IO[bytes]) -> None:
        self._source = source
        self._target = target

    def say(self, *messages: object) -> None:
        """Send messages, all at once."""
        try:
            for message in messages:
                self._target.write(orjson.dumps(message) + b"\n")
            self._target.flush()
        except (OSError, ValueError) as error:
            raise Cut("the line is gone") from error

    def hear(self) -> dict[str, Any]:
        """The next message. Raises Cut where there is none, ReaderError with what the other side reports."""
        message = self._hear()
        if isinstance(message, dict):
            if "error" in message:
                raise ReaderError(str(message["error"]))
            return message
        raise ReaderError("the other side says something that is not understood")

    def greeting(self) -> dict[str, Any]:
        """The first message, past what a login shell prints."""
        for _ in range(_NOISE):
            with suppress(ValueError):
                message = self._hear()
                if isinstance(message, dict) and ("dateline" in message or "error" in message):
                    return message
        raise ReaderError("the other side does not answer as Dateline")

    def hear_rows(self) -> tuple[dict[str, list[Row]], dict[str, Any]]:
        """Rows by table, and the message that ends them."""
        rows: dict[str, list[Row]] = {name: [] for name in KINDS}
        count = 0
        while "rows" not in (message := self.hear()):
            rows.setdefault(str(message.get("table")), []).append(message.get("row", {}))
            count += 1
        if message["rows"] != count:
            raise Cut("rows are missing")
        return rows, message

    def _hear(self) -> object:
        try:
            line = self._source.readline(_LONGEST)
        except (OSError, ValueError) as error:
            raise Cut("the line is gone") from error
        if not line.endswith(b"\n"):
            raise Cut("the line is gone")
        return orjson.loads(line)


def serve(store: NoteStore, source: IO[bytes], target: IO[bytes]) -> None:
    """Answer one `sync`. What goes wrong here is told there."""
    line = Line(source, target)
    try:
        rows = store.rows()
        marks = marks_of(rows)
        line.say({"dateline": PROTOCOL, "version": __version__, "state": _digest(marks)})
        asked = line.hear()
        if asked.get("same"):
            return
        theirs = _marks_in(asked)
        news = differing(rows, marks, theirs)
        line.say(*_messages(news), {"rows": _count(news), "want": _lacking(marks, theirs)})
        incoming, _ = line.hear_rows()
        merged = store.merge(incoming)
        line.say({"merged": [merged.new, merged.changed]})
    except Cut:
        raise
    except (ReaderError, ValueError) as error:
        line.say({"error": str(error)})
        raise


def sync(store: NoteStore, source: IO[bytes], target: IO[bytes]) -> tuple[Merged, Merged]:
    """Merge with the copy that `serve` answers for; what was gained here and there. Raises ReaderError."""
    line = Line(source, target)
    greeting = line.greeting()
    if "error" in greeting:
        raise ReaderError(str(greeting["error"]))
    if greeting["dateline"] != PROTOCOL:
        raise ReaderError(
            f"the other side runs version {greeting.get('version')} and this one {__version__}: update the older one"
        )
    rows = store.rows()
    marks = marks_of(rows)
    if greeting.get("state") == _digest(marks):
        line.say({"same": True})
        return Merged(), Merged()
    line.say({"marks": marks})
    incoming, end = line.hear_rows()
    wanted = _rows_in(rows, end.get("want"))
    here = store.merge(incoming)
    line.say(*_messages(wanted), {"rows": _count(wanted)})
    match line.hear():
        case {"merged": [int(new), int(changed)]}:
            return here, Merged(new, changed)
    raise NotesUnavailable("the other side does not say whether it has kept everything: run it again")


def _digest(marks: Mapping[str, Mapping[str, str]]) -> str:
    return hashlib.sha256(state_of(marks)).hexdigest()


def _messages(tables: Mapping[str, Iterable[Row]]) -> list[dict[str, object]]:
    return [{"table": name, "row": row} for name, rows in tables.items() for row in rows]


def _count(tables: Mapping[str, list[Row]]) -> int:
    return sum(map(len, tables.values()))


def _lacking(mine: Mapping[str, Mapping[str, str]], theirs: Mapping[str, Mapping[str, str]]) -> dict[str, list[str]]:
    """The keys of rows that are not the same here."""
    return {
        name: [key for key, mark in theirs.get(name, {}).items() if table.get(key) != mark]
        for name, table in mine.items()
    }


def _marks_in(message: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    tables = message.get("marks")
    if isinstance(tables, dict) and all(isinstance(table, dict) for table in tables.values()):
        return tables
    raise ReaderError("the other side says something that is not understood")


def _rows_in(rows: Keyed, wanted: object) -> dict[str, list[Row]]:
    """The rows the other side asks for."""
    asked = wanted if isinstance(wanted, dict) else {}
    return {
        name: [table[key] for key in keys if isinstance(key, str) and key in table]
        for name, table in rows.items()
        if isinstance(keys := asked.get(name), list)
    }
