"""Many sessions at once, and sessions killed at random moments: nothing that was confirmed is lost."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from tui.notes.store import NoteStore

SESSIONS = Path(__file__).with_name("sessions.py")


@pytest.mark.parametrize(
    ("processes", "each"),
    [pytest.param(4, 30, id="short"), pytest.param(8, 250, id="long", marks=pytest.mark.torture)],
)
def test_many_sessions_at_once(tmp_path: Path, processes: int, each: int) -> None:
    command = [sys.executable, str(SESSIONS), "write", str(tmp_path), str(each)]
    running = [subprocess.Popen([*command, str(name)], stdout=subprocess.PIPE) for name in range(processes)]
    confirmed = {id for process in running for id in process.communicate()[0].decode().split()}
    assert [process.returncode for process in running] == [0] * processes
    store = NoteStore(tmp_path)
    notes = store.all_notes()
    assert len(confirmed) == processes * each
    assert {note.id for note in notes} == confirmed
    assert {note.body for note in notes} == {f"{name} {number}" for name in range(processes) for number in range(each)}
    assert store.troubles() == ()
    with TinyDB(tmp_path / "notes.json") as plain:
        assert len(plain.table("notes")) == processes * each


@pytest.mark.parametrize(
    "rounds", [pytest.param(25, id="short"), pytest.param(1000, id="long", marks=pytest.mark.torture)]
)
def test_killed_sessions(tmp_path: Path, rounds: int) -> None:
    command = [sys.executable, str(SESSIONS), "kill", str(tmp_path), str(rounds)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    print(f"\n{told}")
    assert told["confirmed"] >= rounds
    assert (told["lost"], told["unreadable"]) == (0, 0)
