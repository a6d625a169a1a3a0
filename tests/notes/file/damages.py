"""What can happen to the file of the notes and to what lies beside it."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from tui.notes.note import Note, Target, new_note
from tui.notes.store import NoteStore
from tui.text.article import Article

ARTICLE = Article("/articles/ferry.md", "The ferry", "", ())
Damage = Callable[[Path], None]


def a_note(body: str) -> Note:
    return new_note(ARTICLE, Target.ARTICLE, body)


def bodies(store: NoteStore) -> set[str]:
    return {note.body for shelf in (False, True) for note in store.all_notes(shelf)}


def write(content: bytes) -> Damage:
    return lambda folder: _put(folder / "notes.json", content)


def _put(path: Path, content: bytes) -> None:
    path.write_bytes(content)  # in place, as other programs do


def cut(share: float) -> Damage:
    def damage(folder: Path) -> None:
        path = folder / "notes.json"
        _put(path, path.read_bytes()[: int(path.stat().st_size * share)])

    return damage


def garble(share: float, garbage: bytes) -> Damage:
    def damage(folder: Path) -> None:
        path = folder / "notes.json"
        content = bytearray(path.read_bytes())
        at = int(len(content) * share)
        content[at : at + len(garbage)] = garbage
        _put(path, bytes(content))

    return damage


def older_copy(folder: Path) -> None:
    shutil.copy(folder / "notes.json.old", folder / "notes.json")


def remove(*names: str) -> Damage:
    def damage(folder: Path) -> None:
        for name in names:
            path = folder / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    return damage


def each(*damages: Damage) -> Damage:
    def damage(folder: Path) -> None:
        for one in damages:
            one(folder)

    return damage


def folder_in_its_place(folder: Path) -> None:
    (folder / "notes.json").unlink()
    (folder / "notes.json").mkdir()


def dangling(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / "notes.json").symlink_to("gone.json")


def emptied(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def swapped(folder: Path) -> None:
    shutil.rmtree(folder)
    NoteStore(folder).save(a_note("somebody else's"))


def swapped_file(folder: Path) -> None:
    other = NoteStore(folder.parent / "other")
    other.save(a_note("somebody else's"))
    _put(folder / "notes.json", (other.folder / "notes.json").read_bytes())


def on_one_line(folder: Path) -> None:
    """Another program writes the file anew, in place, without the last notes."""
    path = folder / "notes.json"
    tables = json.loads(path.read_bytes())
    for number in ("11", "12"):
        del tables["notes"][number]
    path.write_text(json.dumps(tables))


def twice(folder: Path) -> None:
    """Two notes under one number: JSON readers see the last one only."""
    path = folder / "notes.json"
    _put(path, path.read_bytes().replace(b'\n"12":', b'\n"11":'))


def two_tables(folder: Path) -> None:
    path = folder / "notes.json"
    _put(path, path.read_bytes().rstrip()[:-1] + b',\n"notes":{}\n}\n')


def wrong_clock(folder: Path) -> None:
    """The best backup by its time is an old one."""
    old = folder / "backups" / "notes-day-2031-01-01.json"
    shutil.copy(folder / "notes.json.old", old)
    os.utime(old, (1_924_992_000, 1_924_992_000))
    (folder / "notes.json").unlink()


def torn_journal(folder: Path) -> None:
    path = folder / "notes.journal"
    _put(path, path.read_bytes()[:-30])
    cut(0.5)(folder)


def garbled_journal(folder: Path) -> None:
    path = folder / "notes.journal"
    _put(path, path.read_bytes()[:-300] + b"\0" * 300)
    (folder / "notes.json").unlink()


def half_a_backup(folder: Path) -> None:
    path = folder / "backups" / "notes-last.json"
    _put(path, path.read_bytes()[:200])
    cut(0.3)(folder)


def all_backups_empty(folder: Path) -> None:
    for path in (folder / "backups").iterdir():
        _put(path, b"")
    cut(0.5)(folder)


def no_memory(folder: Path) -> None:
    remove("backups", "notes.journal", "notes.json")(folder)


def edited_by_hand(folder: Path) -> None:
    path = folder / "notes.json"
    _put(path, path.read_bytes().replace(b"number 3", b"nXmber 3"))


REPAIRED: dict[str, Damage] = {
    **{f"cut at {share} of 20": cut(share / 20) for share in range(1, 20)},
    **{f"zeros at {share} of 8": garble(share / 8, b"\0" * 40) for share in range(8)},
    **{f"no UTF-8 at {share} of 8": garble(share / 8, b"\xff\xfe\xff\xfe") for share in range(8)},
    **{f"a quote at {share} of 4": garble(share / 4, b'"""') for share in range(4)},
    "not JSON": write(b"<html>503 Service Unavailable</html>"),
    "a list": write(b"[1, 2]"),
    "null": write(b"null"),
    "rows that are none": write(b'{"notes": {"one": 1}}'),
    "deleted": remove("notes.json"),
    "deleted with the last backup": each(remove("backups/notes-last.json"), remove("notes.json")),
    "deleted with all backups": each(remove("backups"), remove("notes.json")),
    "deleted with the journal": each(remove("notes.journal"), remove("notes.json")),
    "an older copy": older_copy,
    "an older copy, no journal": each(remove("notes.journal"), older_copy),
    "an older copy, no backups": each(remove("backups"), older_copy),
    "some notes taken out": on_one_line,
    "a wrong clock": wrong_clock,
    "a torn journal": torn_journal,
    "a garbled journal": garbled_journal,
    "half a backup": half_a_backup,
    "all backups empty": all_backups_empty,
    "one number twice": twice,
    "one table twice": two_tables,
}
ASKED: dict[str, Damage] = {
    "empty": write(b""),
    "white space": write(b" \n\n"),
    "empty, and the last backup too": each(
        write(b""), lambda folder: _put(folder / "backups" / "notes-last.json", b"")
    ),
    "{}": write(b"{}"),
    "no rows": write(b'{"notes": {}}'),
    "only the format": write(b'{"format": {"1": {"version": 1, "program": "dateline"}}}'),
    "_default": write(b'{"_default": {}}'),
    "another program's rows": write(b'{"_default": {"1": {"name": "x"}}}'),
    "another file": swapped_file,
}
GONE: dict[str, Damage] = {
    "the folder is gone": lambda folder: shutil.rmtree(folder),
    "the folder is empty": emptied,
    "a swapped folder": swapped,
    "no backups and no journal": no_memory,
}
