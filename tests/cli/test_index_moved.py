"""What a person said of an article goes with it to another place, where `dateline index` finds it there."""

from pathlib import Path

from tui.__main__ import main
from tui.flags import READ, STARRED, Flags
from tui.notes.store import NoteStore
from tui.paths import data_folder


def test_flags_follow_a_file_and_leave_what_was_said_there(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"Story {name}\n\nThe strike in Lagos ended.\n")
    assert main(["index", "--texts-only", "--jobs", "1", str(folder)]) == 0
    store = NoteStore(data_folder())
    a, b, c, d = (str(folder.resolve() / name) for name in ("a.txt", "b.txt", "c.txt", "d.txt"))
    store.flags.turn({a: {STARRED: True, "tag:canal": True}, b: {READ: True}, d: {READ: False}})
    (folder / "a.txt").rename(folder / "c.txt")
    (folder / "b.txt").rename(folder / "d.txt")
    assert main(["index", "--texts-only", "--jobs", "1", str(folder)]) == 0
    now = NoteStore(data_folder()).flags.now()
    assert now(c) == Flags(starred=True, tags=("canal",))
    assert now(d).read is False  # somebody has said that already
    assert now(a).starred  # another machine may have it there still
