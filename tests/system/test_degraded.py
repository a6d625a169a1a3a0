"""Without worker, thread, cache or room: the article opens, keys work, and one sentence says what is missing."""

import resource
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.in_brief import in_brief
from tui.library.index.schema import FILE
from tui.paths import bundled

Open = Callable[..., Any]
SUEZ = next(bundled("sample_articles").glob("suez-1*"))
MODULE = (sys.executable, "-m", "tui")
TITLE, BELOW, NAME = "Giant container ship", "Who answers for the ship", "Suez Canal Authority"
NO_NAMES, NOT_KEPT = "R tries again", "forgets"  # of the sentences what no line breaks and no article says


def no_threads() -> None:
    """The stack that each thread is given is larger than all memory."""
    resource.setrlimit(resource.RLIMIT_STACK, (1 << 40, 1 << 40))
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))


def few_files() -> None:
    """Enough for the screen and what is written behind the keys, not for the pipes to another process beside it."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (18, 18))


def no_room() -> None:
    """No file may grow."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def begun_with(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", f"import sys; {code}; from tui.__main__ import main; sys.exit(main(sys.argv[1:]))")


def with_a_file_for(name: str) -> Callable[[Path], object]:
    def make(home: Path) -> None:
        (home / name).write_text("")

    return make


def with_a_folder_for_the_index(home: Path) -> None:
    (home / "cache" / FILE).mkdir(parents=True)


def with_damage_that_cannot_be_moved(home: Path) -> None:
    (home / "cache" / f"{FILE}.damaged" / "in the way").mkdir(parents=True)
    (home / "cache" / f"{FILE}-wal" / "in the way").mkdir(parents=True)
    (home / "cache" / FILE).write_bytes(b"no database" * 500)


def with_a_locked_index(home: Path) -> sqlite3.Connection:
    (home / "cache").mkdir()
    held = sqlite3.connect(home / "cache" / FILE, isolation_level=None)
    held.execute("CREATE TABLE held (x)")
    held.execute("BEGIN EXCLUSIVE")
    return held


CASES: dict[str, tuple[dict[str, Any], Callable[[Path], object] | None, str]] = {
    "no threads": ({"preexec_fn": no_threads}, None, NO_NAMES),
    "few files": ({"preexec_fn": few_files}, None, NO_NAMES),
    "no room": ({"preexec_fn": no_room}, None, NOT_KEPT),
    "no executable": ({"command": begun_with("sys.executable = '/nowhere/python'")}, None, NO_NAMES),
    "no SQLite": ({"command": begun_with("sys.modules['sqlite3'] = None")}, None, NOT_KEPT),
    "no cache folder": ({}, with_a_file_for("cache"), NOT_KEPT),
    "a folder for the index": ({}, with_a_folder_for_the_index, NOT_KEPT),
    "damage that stays": ({}, with_damage_that_cannot_be_moved, NOT_KEPT),
    "a locked index": ({}, with_a_locked_index, NOT_KEPT),
    "no data folder": ({}, with_a_file_for("data"), "written"),
}


@pytest.mark.parametrize(
    ("case", "size"),
    in_brief(
        [(case, size) for case in CASES for size in ((80, 24), (120, 40))],
        [*((case, (80, 24)) for case in CASES if case != "no threads"), ("no threads", (120, 40))],
    ),
)
def test_the_article_opens_and_is_read(
    open_terminal: Open, own_folders: Path, case: str, size: tuple[int, int]
) -> None:
    options, prepare, sentence = CASES[case]
    own_folders.mkdir()
    held = prepare(own_folders) if prepare is not None else None
    terminal = open_terminal(SUEZ, columns=size[0], rows=size[1], **{"command": MODULE} | options)
    terminal.wait_for(TITLE)
    terminal.wait_for(sentence)  # the screen has taken over
    if sentence is NOT_KEPT:  # it would stand on the first name for 20 s
        terminal.press("\x1b")
        terminal.until(lambda: NOT_KEPT not in terminal.text)
    terminal.press("e")
    terminal.wait_for("Names cannot be found: R tries again." if sentence is NO_NAMES else f" 1 O {NAME}")
    terminal.press("\x1b[Z", "/answers for the ship\r")
    terminal.wait_for(BELOW)
    assert terminal.quit() == 0
    assert "Traceback" not in terminal.text
    if isinstance(held, sqlite3.Connection):
        held.close()


def test_a_note_that_cannot_be_kept_says_why(open_terminal: Open, own_folders: Path) -> None:
    own_folders.mkdir()
    (own_folders / "data").write_text("")
    terminal = open_terminal(SUEZ, columns=120, rows=40)
    terminal.wait_for(NAME)
    terminal.press("a")
    terminal.wait_for("Esc keeps nothing")
    terminal.press(*"mine", "\x13")
    terminal.wait_for("Not saved")
    terminal.wait_for("mine")  # it stays there


def test_notes_are_written_without_threads(open_terminal: Open, own_folders: Path) -> None:
    terminal = open_terminal(SUEZ, preexec_fn=no_threads)
    terminal.wait_for(NO_NAMES)
    terminal.press("a")
    terminal.wait_for("Esc keeps nothing")
    terminal.press(*"mine")
    terminal.wait_for("mine")
    drafts = own_folders / "data" / "drafts"
    assert any(b"mine" in file.read_bytes() for file in drafts.iterdir())
    terminal.press("\x13")
    terminal.wait_for("Note saved")
    assert b"mine" in (own_folders / "data" / "notes.json").read_bytes()
    assert terminal.quit() == 0
    assert not any(drafts.iterdir())
