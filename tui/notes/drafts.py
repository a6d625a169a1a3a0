"""A note that is still being written is a small file of its own at once, and outlives the session that wrote it.

A draft's file is `ID.COUNT.json`: every version is a new name, so that a late writer never covers a newer version, and
writing needs no lock: it may be called from a signal handler, even in the middle of another write. While a session
holds a draft open it also holds the lock `ID.lock`, which the kernel lifts when the session dies, however it dies."""

import contextlib
import itertools
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import orjson

from tui.durable import let_go, read_regular, sentence, write_whole
from tui.errors import NotesUnavailable
from tui.notes.file.lock import try_exclusive
from tui.notes.file.rows import anchor_of_row, clean, moment, row_of_anchor, stamp
from tui.notes.file.standings import FIELD, row_of_standing, with_standing
from tui.notes.note import Anchor, Note, Target
from tui.paths import private_folder

_OUTSIDE = ".note.md"
_NAME = re.compile(r"([0-9a-f-]{36})\.(\d+)\.json")


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in a note editor. `note_id` is None for a note that was never saved."""

    source: str
    note_id: str | None
    anchor: Anchor | None
    target: Target
    subject: str
    body: str
    updated: datetime  # UTC; for a saved note: which version of it was opened
    title: str = ""  # of the article
    url: str = ""
    created: datetime | None = None  # of the note
    new_id: str = field(default_factory=lambda: str(uuid4()))  # of a note that was never saved: saving twice is once

    @classmethod
    def of(cls, note: Note, saved: bool) -> "Draft":
        """The draft that a note becomes when it is opened in an editor."""
        return cls(
            note.source,
            note.id if saved else None,
            note.anchor,
            note.target,
            note.subject,
            note.body,
            note.updated,
            note.title,
            note.url,
            note.created,
            note.id,
        )

    def note(self) -> Note:
        """The note to save."""
        return Note(
            id=self.note_id or self.new_id,
            source=self.source,
            title=self.title,
            url=self.url,
            target=self.target,
            subject=self.subject,
            anchor=self.anchor,
            body=self.body,
            created=self.created or datetime.now(UTC),
            updated=self.updated,
        )


class DraftFile:
    """The draft of one editor, while it is open. One writer at a time and a signal handler that interrupts it."""

    def __init__(self, folder: Path, id: str, lock: int | None, count: int = 0) -> None:
        self.id = id
        self._folder = folder
        self._lock = lock
        self._counter = itertools.count(count + 1)  # `next` is atomic
        self._open = True

    def write(self, draft: Draft) -> None:
        """Put the draft on the disk; when this returns it is there. NotesUnavailable: the version before still is."""
        if not self._open:
            return
        count = next(self._counter)
        path = self._folder / f"{self.id}.{count}.json"
        try:
            private_folder(self._folder)
            write_whole(path, orjson.dumps(_row(draft)), self._folder / f".{self.id}.{count}.new")
        except OSError as error:
            raise NotesUnavailable(sentence(error, path)) from error
        self._remove(before=count if self._open else None)

    @property
    def outside(self) -> Path:
        """Where another program may write the text; what a session that is killed leaves there becomes the draft."""
        return self._folder / f"{self.id}{_OUTSIDE}"

    def discard(self) -> None:
        """The note is saved or given up: nothing stays."""
        self._open = False
        self._remove()
        self._unlock()

    def release(self) -> None:
        """Leave the draft for another session."""
        self._open = False
        self._unlock()

    def _remove(self, before: int | None = None) -> None:
        for path, id, count in _files(self._folder):
            if id == self.id and (before is None or count < before):
                with contextlib.suppress(OSError):
                    path.unlink()

    def _unlock(self) -> None:
        lock, self._lock = self._lock, None
        if lock is not None:
            if not any(id == self.id for _, id, _ in _files(self._folder)):
                with contextlib.suppress(OSError):
                    (self._folder / f"{self.id}.lock").unlink()
            let_go(lock)


class Drafts:
    """All drafts in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def begin(self) -> DraftFile:
        """A place for the draft of a new editor. Never raises: a folder that cannot be written to shows at `write`."""
        id = str(uuid4())
        lock = None
        with contextlib.suppress(OSError):
            private_folder(self.folder)
            lock = try_exclusive(self.folder / f"{id}.lock")
        return DraftFile(self.folder, id, lock)

    def pending(self) -> tuple[tuple[str, Draft], ...]:
        """Drafts that no living session is writing, with their ids, the latest first. Blank ones are left out."""
        found = []
        self._take_in()
        for id in sorted({id for _, id, _ in _files(self.folder)}):
            with contextlib.suppress(OSError):
                lock = try_exclusive(self.folder / f"{id}.lock")
                if lock is None:
                    continue
                let_go(lock)
            latest = self._latest(id)
            if latest is not None and latest[1].body.strip():
                found.append((latest[2], id, latest[1]))
        return tuple((id, draft) for _, id, draft in sorted(found, key=lambda item: item[:2], reverse=True))

    def adopt(self, id: str) -> tuple[DraftFile, Draft] | None:
        """Go on with a pending draft; None where another session has taken it meanwhile."""
        try:
            lock = try_exclusive(self.folder / f"{id}.lock")
        except OSError:
            lock = None
        latest = self._latest(id) if lock is not None else None
        if lock is None or latest is None:
            if lock is not None:
                let_go(lock)
            return None
        return DraftFile(self.folder, id, lock, latest[0]), latest[1]

    def _take_in(self) -> None:
        """Make drafts of what other editors wrote when their session was killed."""
        with contextlib.suppress(OSError, NotesUnavailable):
            for path in sorted(self.folder.glob(f"*{_OUTSIDE}")):
                adopted = self.adopt(path.name.removesuffix(_OUTSIDE))
                if adopted is None:
                    continue
                file, draft = adopted
                try:
                    content, descriptor, _ = read_regular(path)
                    let_go(descriptor)
                    text = content.decode("utf-8", "replace").replace("\r\n", "\n").removesuffix("\n")
                    if text.strip() and text != draft.body:
                        file.write(replace(draft, body=text))
                    remove_outside(path)
                finally:
                    file.release()

    def _latest(self, id: str) -> tuple[int, Draft, float] | None:
        """Count, draft and time of the latest version that can be read."""
        versions = sorted(((count, path) for path, each, count in _files(self.folder) if each == id), reverse=True)
        for count, path in versions:
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
                content, descriptor, status = read_regular(path)
                let_go(descriptor)
                return count, _draft(orjson.loads(content)), status.st_mtime
        return None


def remove_outside(path: Path) -> None:
    """Remove a text that another editor wrote, and what it left beside it."""
    for each in (*path.parent.glob(f"{path.name}*"), *path.parent.glob(f".{path.name}*")):
        with contextlib.suppress(OSError):
            each.unlink()


def _files(folder: Path) -> Iterator[tuple[Path, str, int]]:
    """All versions of all drafts: path, id, count."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - nothing lazy: it may run in a signal handler
    except OSError:
        return
    for name in names:
        if match := _NAME.fullmatch(name):
            yield folder / name, match[1], int(match[2])


def _row(draft: Draft) -> Any:
    return clean(
        {
            "source": draft.source,
            "note_id": draft.note_id,
            "anchor": row_of_anchor(draft.anchor),
            "target": str(draft.target),
            "subject": draft.subject,
            "body": draft.body,
            "updated": stamp(draft.updated),
            "title": draft.title,
            "url": draft.url,
            "created": stamp(draft.created) if draft.created else None,
            "new_id": draft.new_id,
        }
        | row_of_standing(draft.anchor)
    )


def _draft(row: Any) -> Draft:
    return Draft(
        source=str(row["source"]),
        note_id=row["note_id"],
        anchor=with_standing(anchor_of_row(row["anchor"]), row.get(FIELD)),
        target=Target(row["target"]),
        subject=str(row["subject"]),
        body=str(row["body"]),
        updated=moment(row["updated"]),
        title=str(row["title"]),
        url=str(row["url"]),
        created=moment(row["created"]) if row["created"] else None,
        new_id=str(row["new_id"]),
    )
