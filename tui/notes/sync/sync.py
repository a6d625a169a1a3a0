"""Two copies of the notes become one: rows that differ are exchanged, and what a file synchroniser kept is merged.

Nothing is remembered about the other copy: whoever was cut off begins again, and what is done already stays done."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from tui.durable import let_go, read_regular, sentence, shown
from tui.errors import NotesUnavailable
from tui.notes.file.layout import Row, hidden_rows, is_newer, parse
from tui.notes.store import NoteStore
from tui.notes.versions.merge import KINDS, Merged

Keyed = Mapping[str, Mapping[str, Row]]  # by table, by key
Marks = dict[str, dict[str, str]]  # the same, for each row what it is compared by

ASIDE = "merged"  # folder for conflict copies that were merged
# Syncthing, Nextcloud, Dropbox and others, in the languages in which they write it.
_CONFLICT = re.compile(r"(?:notes|places|flags)[ ._(\[-].*(?:confli|konflikt).*\.json", re.IGNORECASE)


@dataclass(slots=True)
class Synced:
    """What two copies gained from each other; `there` is None where there was only one."""

    here: Merged = field(default_factory=Merged)
    there: Merged | None = None
    absorbed: list[Path] = field(default_factory=list)  # conflict copies, where they lie now
    troubles: list[str] = field(default_factory=list)


def sync_folder(store: NoteStore, folder: Path) -> Synced:
    """Merge with the notes in another folder, which is made if need be, and with the conflict copies in both."""
    synced = Synced()
    absorb(store, synced)
    if folder.exists() and store.folder.exists() and folder.samefile(store.folder):
        return synced
    other = NoteStore(folder, asks=False)
    try:
        theirs = Synced()
        absorb(other, theirs)
        synced.absorbed += theirs.absorbed
        synced.troubles += theirs.troubles
        ours, others = store.rows(), other.rows()
        marks, marks_there = marks_of(ours), marks_of(others)
        synced.here.count(store.merge(differing(others, marks_there, marks)))
        synced.there = other.merge(differing(ours, marks, marks_there))
        synced.troubles += other.troubles()
    finally:
        other.close()
    return synced


def absorb(store: NoteStore, synced: Synced) -> None:
    """Merge the conflict copies of the notes that lie beside them, and set each aside once it is merged."""
    for path in sorted(conflict_copies(store.folder)):
        try:
            content, descriptor, _ = read_regular(path)
            let_go(descriptor)
            tables = parse(content)
        except OSError as error:
            synced.troubles.append(sentence(error, path))
            continue
        except ValueError:
            synced.troubles.append(f"{shown(path)} cannot be read as notes; it is left where it is.")
            continue
        if is_newer(tables):
            synced.troubles.append(f"{shown(path)} was written by a newer version of Dateline: update this one.")
            continue
        for found in (tables, hidden_rows(content)):
            synced.here.count(store.merge({name: found[name].values() for name in KINDS if name in found}))
        synced.absorbed.append(_set_aside(path))


def conflict_copies(folder: Path) -> list[Path]:
    """What a file synchroniser kept of the notes in a folder where two places had changed them."""
    try:
        return [path for path in folder.iterdir() if _CONFLICT.fullmatch(path.name)]
    except OSError:
        return []


def marks_of(rows: Keyed) -> Marks:
    """What has to be known of one copy to tell which rows of another one are news for it."""
    return {name: {key: KINDS[name].mark(row) for key, row in table.items()} for name, table in rows.items()}


def differing(rows: Keyed, own: Marks, theirs: Mapping[str, Mapping[str, Any]]) -> dict[str, list[Row]]:
    """The rows that are not the same in the copy with their marks, or not there at all."""
    found: dict[str, list[Row]] = {}
    for name, table in rows.items():
        there = theirs.get(name, {})
        found[name] = [row for key, row in table.items() if there.get(key) != own[name][key]]
    return found


def state_of(marks: Mapping[str, Mapping[str, str]]) -> bytes:
    """The same for two copies that are the same."""
    return orjson.dumps(marks, option=orjson.OPT_SORT_KEYS)


def _set_aside(path: Path) -> Path:
    folder = path.with_name(ASIDE)
    target = folder / path.name
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        count = 1
        while target.exists():
            count += 1
            target = folder / f"{path.stem}-{count}{path.suffix}"
        return path.rename(target)
    except OSError as error:
        raise NotesUnavailable(sentence(error, path)) from error
