"""A notes file becomes tables that can be trusted, or it is said why not: unreadable, gone, lacking what was there."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import NamedTuple

from tui.durable import let_go, read_regular, sentence, shown
from tui.errors import NotesUnavailable
from tui.notes.file.journal import seal_of
from tui.notes.file.layout import Lines, Tables, hidden_rows, parse, parse_again
from tui.notes.file.memory import Memory, refuse_newer
from tui.notes.file.snapshot import Signature, Snapshot, signature
from tui.notes.file.union import Join, changed_by_hand, has_any, keys_in, missing_in

_GO_ON = "“dateline notes restore --as-it-is” goes on with what is there"
ANSWER = f"“dateline notes restore” brings them back, {_GO_ON}"
_HERE_ONLY = f"no backup of them is left, but this session still has them; {_GO_ON}"
_NOWHERE = f"no backup of them is left here, so put the folder back that was there; else {_GO_ON}"
UNREADABLE = "could not be read"
LACKING = "was replaced by one that lacks something"
DOUBLE = "has two values under one key"


class _Left(NamedTuple):
    """A file that is left alone, as it looked, and why; None where there is none."""

    signature: Signature | None
    error: NotesUnavailable | None
    lost: str = ""
    tables: Tables | None = None
    keys: Collection[str] = ()  # of the rows that are lost


class Looking:
    """What a session knows of the file. Used under one lock."""

    def __init__(self, path: Path, memory: Memory, join: Join, asks: bool, tell: Callable[[str], None]) -> None:
        self._path, self._memory, self._join, self._asks, self._tell = path, memory, join, asks, tell
        self.generation = 0
        self.snapshot: Snapshot | None = None
        self.damage = ""  # at the last look: what has happened to the file
        self.edited = False  # by another program, since something was written here
        self._answer = ""  # the last one that was known when the snapshot was read
        self._left: _Left | None = None
        self._failed: tuple[Signature | None] | None = None  # how it looked when it could not be opened

    @property
    def tables(self) -> Tables | None:
        """The tables as they were last seen, None where there is no file yet."""
        if self._left is not None and self._left.error is None:
            return dict(self._left.tables) if self._left.tables is not None else None
        return dict(self.snapshot.tables) if self.snapshot is not None else None

    @property
    def former(self) -> Tables:
        """What this session knew before the file was damaged."""
        return self.snapshot.tables if self.snapshot is not None else {}

    @property
    def lost(self) -> str:
        """Why the file is not to be written to before a person has answered."""
        return self._left.lost if self._left is not None else ""

    @property
    def lost_keys(self) -> Collection[str]:
        """Of the rows that are lost."""
        return self._left.keys if self._left is not None else ()

    def look(self, trusting: bool = False) -> bool:
        """Bring the snapshot up to date; False where the file has to be repaired: see `damage`, or it is gone.

        Raises NotesUnavailable where it cannot be opened, or was written by a newer version."""
        if self._left is not None and self._left.signature == self._now():
            if self._left.error is not None:
                raise self._left.error
            return True
        self._left = None
        if self.snapshot is not None and not self.snapshot.is_stale():
            return True
        try:
            content, descriptor, status = read_regular(self._path)
        except FileNotFoundError:
            return self._is_beginning()
        except OSError as error:
            self._failed = (self._now(),)
            raise NotesUnavailable(sentence(error, self._path)) from error
        found, self._failed = None, None
        try:
            found = self._understood(content, descriptor, signature(status), trusting)
        finally:
            if found is None:
                let_go(descriptor)
        if found is not None:
            self.take(found)
            self._answer = self._memory.answer
            if self._memory.seen is not None:
                self._memory.seen.note(found.tables)
        return found is not None or self._left is not None

    def has_changed(self) -> bool:
        """Whether the file is another one than at the last look."""
        if self._left is not None:
            return self._left.signature != self._now()
        if self._failed is not None:  # it was told once, that is enough
            return self._failed != (self._now(),)
        if self.snapshot is not None:
            return self.snapshot.is_stale()
        try:
            return self._path.exists()
        except OSError:
            return True  # the next look says what is wrong

    def take(self, snapshot: Snapshot | None) -> None:
        """Go on with another state of the file."""
        if self.snapshot is not None:
            let_go(self.snapshot.descriptor)
        self.snapshot = snapshot
        self.generation += 1
        if snapshot is not None and self._memory.trusts(snapshot.seal):
            self.edited = False

    def forget(self) -> None:
        """Let go of the file."""
        self._left = None
        if self.snapshot is not None:
            let_go(self.snapshot.descriptor)
            self.snapshot = None

    def _understood(self, content: bytes, descriptor: int, now: Signature, trusting: bool) -> Snapshot | None:
        """The file as it is now; None where it cannot be read, has lost something, or is left alone."""
        self.damage = UNREADABLE
        known = self.snapshot.lines if self.snapshot is not None else {}
        lines: Lines = {}
        if not content.strip() and self._asks and self._is_known(now):
            return None
        try:
            if known and (again := parse_again(content, known)):
                tables, lines = again
            elif content.strip() or self._memory.is_there:
                tables = parse(content)
            else:
                tables = {}
        except ValueError:
            return None
        try:
            refuse_newer(tables, self._path)
        except NotesUnavailable as error:
            self._left = _Left(now, error)
            raise
        seal, self.damage = seal_of(content), LACKING
        if not trusting and not self._memory.trusts(seal) and hidden_rows(content):
            self.damage = DOUBLE
            return None
        if not trusting and not self._has_all(tables, seal, now):
            return None
        return Snapshot(self._path, descriptor, now, tables, seal, lines)

    def _has_all(self, tables: Tables, seal: str, now: Signature) -> bool:
        """Whether everything that is known of the notes is in the file, in that version or a later one."""
        trusted = self._memory.trusts(seal)
        if trusted and self.snapshot is not None and self._memory.answer != self._answer:
            return True
        noted = self._memory.seen.last() if self._memory.seen is not None and self.snapshot is None else None
        if self._asks and noted is not None and not has_any(tables, noted.keys):
            self._leave(now, noted.notes, tables, noted.keys)
            return False
        remembered = [self.snapshot.tables] if self.snapshot is not None else []
        if not trusted:
            remembered += [self._memory.newest(), self._memory.in_journal()]
        for other in remembered:
            if count := changed_by_hand(tables, other):
                self.edited = True
                self._tell(
                    f"{count} row{'' if count == 1 else 's'} in {shown(self._path)} were changed by another program; "
                    f"as they were, they are kept in {shown(self._memory.folder)}."
                )
            if not missing_in(tables, other, self._join):
                continue
            keys = keys_in(other)
            if self._asks and not has_any(tables, keys):
                self._leave(now, len(other.get("notes", {})), tables, keys)
            return False
        return True

    def _is_known(self, now: Signature) -> bool:
        """Whether a file that is empty has held something; it is left alone then."""
        known = [self.former, self._memory.newest(), self._memory.in_journal()]
        keys = {key for tables in known for key in keys_in(tables)}
        if keys:
            self.damage = LACKING
            self._leave(now, max(len(tables.get("notes", {})) for tables in known), {}, keys, "is empty.")
        return bool(keys)

    def _is_beginning(self) -> bool:
        """Whether a file that is not there has never been there; where its whole folder is gone it is left alone."""
        if self._memory.is_there:
            return False
        noted = self._memory.seen.last() if self._memory.seen is not None else None
        known = len(self.former.get("notes", {})) or (noted.notes if noted is not None else 0)
        if self._asks and known:
            self._leave(None, known, None, keys_in(self.former) or (noted.keys if noted is not None else ()))
        return self._asks or not self.former

    def _leave(
        self, now: Signature | None, count: int, tables: Tables | None, keys: Collection[str], state: str = ""
    ) -> None:
        number = {0: "were corrections", 1: "was 1 note"}.get(count, f"were {count} notes")
        usual = "is gone, with its backups; is its disk there?" if now is None else "holds none of them any more."
        kept = any(has_any(source.tables, keys) for source in self._memory.sources())
        answer = ANSWER if kept else _HERE_ONLY if has_any(self.former, keys) else _NOWHERE
        lost = f"There {number} in {shown(self._path)}, and it {state or usual} Nothing is written until you say"
        self._left = _Left(now, None, f"{lost}: {answer}.", self.former or tables, keys)
        self.generation += 1

    def _now(self) -> Signature | None:
        try:
            return signature(self._path.stat())
        except OSError:
            return None
