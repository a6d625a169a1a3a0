"""A damaged file becomes a whole one again, from everything that is known of it; what stood there is set aside."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from tui.durable import sentence, shown, write_whole
from tui.errors import NotesUnavailable
from tui.notes.file.layout import Tables, content_of, hidden_rows, lines_of, parse, salvage, with_format
from tui.notes.file.looking import UNREADABLE, Looking
from tui.notes.file.memory import Memory, bytes_of
from tui.notes.file.snapshot import Snapshot
from tui.notes.file.union import Join, Source, has_any, origins, united


class Repaired(NamedTuple):
    """The tables to write, and words for where they come from."""

    tables: Tables
    origin: str


class Mending:
    """Repairs one file. Used under the lock of the notes."""

    def __init__(
        self, path: Path, memory: Memory, view: Looking, join: Join, looking: Lock, tell: Callable[[str], None]
    ) -> None:
        self._path, self._memory, self._view = path, memory, view
        self._join, self._looking, self._tell = join, looking, tell

    def found(self) -> str:
        """How many notes could be brought back, and where they are; else what could be; "" where there is nothing."""
        sources = [*self._memory.sources(), *self._others()]
        tables = united(self._memory.newest(), sources, self._join)
        if tables.get("notes"):
            return origins(tables, sources)
        return "what you put right" if has_any(tables, self._view.lost_keys) else ""

    def bring_back(self) -> None:
        """Put everything that is known in place of a file that has lost it; NotesUnavailable where that is nothing."""
        if not has_any(repaired(self._memory, self._others(), None, self._join).tables, self._view.lost_keys):
            raise NotesUnavailable(
                f"No backup beside {shown(self._path)} holds what is lost: put the folder back that was there; "
                "“dateline notes restore --as-it-is” goes on with what is there."
            )
        self.replace("had lost its notes")

    def accept(self) -> None:
        """Go on with the file as it stands."""
        try:
            if not self._path.exists() or not bytes_of(self._path).strip():
                write_whole(self._path, content_of(lines_of(with_format({}), {})), temporary_of(self._path))
            self._memory.answered(bytes_of(self._path))
        except OSError as error:
            raise NotesUnavailable(sentence(error, self._path)) from error
        with self._looking:
            self._view.forget()
            self._view.look()

    def replace(self, fate: str) -> None:
        """Set the file aside, and put everything that is known of it in its place."""
        try:
            content = bytes_of(self._path)
        except FileNotFoundError:
            content, fate = None, "was gone"
        except OSError as error:
            raise NotesUnavailable(sentence(error, self._path)) from error
        mended = repaired(self._memory, self._others(), content, self._join)
        lines = lines_of(with_format(mended.tables), {})
        try:
            if content is not None:
                kind = "unreadable" if self._view.damage == UNREADABLE else "replaced"
                fate = f"{fate} and was set aside as {set_aside(self._path, content, kind)}"
            write_whole(self._path, content_of(lines), temporary_of(self._path))
        except OSError as error:
            raise NotesUnavailable(sentence(error, self._path)) from error
        self._tell(f"{shown(self._path)} {fate}; {mended.origin}.")
        with self._looking:
            self._view.forget()
            self._view.look(trusting=True)
            after = self._view.snapshot
        if after is not None:
            keep_copies(self._memory, None, after, content_of(lines), True, self._tell)

    def _others(self) -> list[Source]:
        former = self._view.former
        return [Source("this session", former)] if former else []


def keep_copies(
    memory: Memory, before: Snapshot | None, after: Snapshot, content: bytes, former: bool, tell: Callable[[str], None]
) -> None:
    """Keep what was written; a note is worth more than its backup, so that this never fails but is told."""
    try:
        memory.keep(before, after, content, former)
    except OSError as error:
        tell(f"The notes are saved, but not every copy of them. {sentence(error, memory.folder)}")


def temporary_of(path: Path) -> Path:
    """Where the next state of a file is written before it takes its place."""
    return path.with_name(f".{path.stem}.new")


def repaired(memory: Memory, others: Sequence[Source], content: bytes | None, join: Join) -> Repaired:
    """The union, by version, of what the backups, the journal, this session and the damaged file itself hold."""
    sources = [*memory.sources(), *others]
    for saved in (_whole_rows(content or b""), hidden_rows(content or b"")):
        if saved:
            sources.insert(2, Source("the damaged file", saved))
    tables = united(memory.newest(), sources, join)
    if not any(rows for name, rows in tables.items() if name != "format"):
        return Repaired(tables, "in its place there is a new file, as there is no backup")
    return Repaired(tables, f"in its place there are now {origins(tables, sources)}")


def set_aside(path: Path, content: bytes, kind: str) -> str:
    """Keep what stood there as a file of its own, under a name that no other has; the name. OSError where not."""
    aside = path.with_name(f"{path.stem}-{kind}-{datetime.now(UTC):%Y-%m-%dT%H%M%S.%fZ}.json")
    write_whole(aside, content, aside.with_name(f".{aside.name}.new"))
    return aside.name


def _whole_rows(content: bytes) -> Tables:
    with suppress(ValueError):
        return parse(content)
    saved: Tables = {}
    salvage(content, saved)
    return saved
