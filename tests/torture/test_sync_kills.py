"""Both ends of a sync killed at random moments: each copy stays whole, and the next sync makes up for it."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from tui.notes.note import Target, new_note
from tui.notes.store import NoteStore
from tui.notes.sync.sync import marks_of
from tui.text.article import Article

ARTICLE = Article("/articles/ferry.md", "The ferry", "", ())


def ssh_to(home: Path, folder: Path) -> str:
    """A program that stands for ssh and runs what is asked in another home."""
    program = folder / "ssh"
    program.write_text(f"#!/bin/sh\nDATELINE_HOME={home} exec {sys.executable} -m tui notes serve\n")
    program.chmod(0o700)
    return str(program)


@pytest.mark.parametrize(
    "rounds", [pytest.param(5, id="short"), pytest.param(150, id="long", marks=pytest.mark.torture)]
)
def test_killed_syncs(tmp_path: Path, rounds: int) -> None:
    homes = tmp_path / "here", tmp_path / "there"
    stores = [NoteStore(home / "data") for home in homes]
    environment = os.environ | {"DATELINE_HOME": str(homes[0]), "DATELINE_SSH": ssh_to(homes[1], tmp_path)}
    command = [sys.executable, "-m", "tui", "notes", "sync", "host"]
    rnd, written, killed = random.Random(7), set(), 0
    began = time.monotonic()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    whole = time.monotonic() - began
    for number in range(rounds):
        for place, store in enumerate(stores):
            notes = [new_note(ARTICLE, Target.ARTICLE, f"{place} {number} {each}") for each in range(100)]
            written |= {note.body for note in notes}
            store.add(notes)
        process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(rnd.uniform(0.3, 1.1) * whole)
        with suppress(psutil.Error, ProcessLookupError):
            served = psutil.Process(process.pid).children()
            if served and rnd.random() < 0.5:
                served[0].kill()  # the other end
            else:
                os.killpg(process.pid, signal.SIGKILL)
        killed += process.wait(60) != 0
    for _ in range(2):
        told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    assert told.stderr.count("nothing new") == 2
    assert killed
    here, there = stores
    assert marks_of(here.rows()) == marks_of(there.rows())
    assert {note.body for note in here.all_notes()} == written
    assert not here.troubles() + there.troubles()
