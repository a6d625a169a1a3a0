"""Two copies of the notes become one over a pipe: lines of JSON, read and written in turns.

    serve    {"dateline": 1, "state": S}                                  what I have, in a few characters
    sync     {"marks": {...}}  or  {"same": true}                         what I have, row by row
    serve    {"table": T, "row": R} ...  {"rows": N, "want": {...}}       what is news for you, what I lack
    sync     {"table": T, "row": R} ...  {"rows": N}                      what you lack
    serve    {"merged": [new, changed]}                                   it is on my disk

Each side merges in one step once it has all rows. A cut leaves either copy as it was, or merged."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import IO, Any

from tui import __version__
from tui.errors import NotesUnavailable, ReaderError
from tui.notes.file.layout import Row
from tui.notes.store import NoteStore
from tui.notes.sync.line import Cut, Line, said
from tui.notes.sync.sync import Keyed, differing, marks_of, state_of
from tui.notes.versions.merge import Merged

PROTOCOL = 1


def serve(store: NoteStore, source: IO[bytes], target: IO[bytes], moved: Callable[[], object] = lambda: None) -> None:
    """Answer one `sync`. What goes wrong here is told there."""
    line = Line(source, target, moved)
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


def sync(
    store: NoteStore, source: IO[bytes], target: IO[bytes], moved: Callable[[], object] = lambda: None
) -> tuple[Merged, Merged]:
    """Merge with the copy that `serve` answers for; what was gained here and there. Raises ReaderError."""
    line = Line(source, target, moved)
    greeting = line.greeting()
    if "error" in greeting:
        raise ReaderError(said(greeting["error"]))
    if greeting["dateline"] != PROTOCOL:
        theirs = said(greeting.get("version"))
        raise ReaderError(f"the other side runs version {theirs} and this one {__version__}: update the older one")
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
