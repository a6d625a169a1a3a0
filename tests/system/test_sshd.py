"""The reader at the end of a real SSH line: lines that break, an account for others, notes joined over it."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.system.sshd import PYTHON, Server, folder, processes_of, server
from tui.notes.drafts import Draft
from tui.notes.note import Note, Target, new_note
from tui.notes.store import NoteStore
from tui.text.article import Article

__all__ = ["folder", "server"]

HALF = "The passengers were never"

Open = Callable[..., Any]


def alive(process: psutil.Process) -> bool:
    """Whether it still does anything."""
    with suppress(psutil.Error):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False


def until_gone(processes: list[psutil.Process]) -> float:
    """Wait until all are gone; the seconds of CPU that they used meanwhile."""
    began, used = time.monotonic(), {process: sum(process.cpu_times()[:2]) for process in processes}
    last = dict(used)
    while any(map(alive, processes)):
        assert time.monotonic() - began < 120, [process for process in processes if alive(process)]
        for process in processes:
            with suppress(psutil.Error):
                last[process] = max(last[process], sum(process.cpu_times()[:2]))
        time.sleep(0.02)
    return sum(last.values()) - sum(used.values())


def kill_the_client(terminal: Any, _server: Server) -> None:
    os.kill(terminal.child.pid, signal.SIGKILL)


def hang_up_the_client(terminal: Any, _server: Server) -> None:
    os.kill(terminal.child.pid, signal.SIGHUP)


def kill_the_session(_terminal: Any, server: Server) -> None:
    for session in server.process.children(recursive=True):
        if session.name() == "sshd":
            session.kill()


def freeze_the_client(terminal: Any, _server: Server) -> None:
    os.kill(terminal.child.pid, signal.SIGSTOP)


def left_behind(home: Path) -> tuple[tuple[str, Draft], ...]:
    """The drafts there; a thread that the disk holds up keeps its locks for a moment after its process is gone."""
    end = time.monotonic() + 120
    while not (found := NoteStore(home / "data").pending_drafts()):
        assert time.monotonic() < end, sorted((home / "data" / "drafts").iterdir())
    return found


@pytest.mark.parametrize("end", [kill_the_client, hang_up_the_client, kill_the_session, freeze_the_client])
def test_half_a_note_survives_its_line(
    server: Server, open_terminal: Open, tmp_path: Path, end: Callable[..., None]
) -> None:
    home = tmp_path / "there"
    article = server.folder / "articles" / "ferry.md"
    reader = f"DATELINE_HOME={home} exec {PYTHON} -m tui {article}"
    terminal = open_terminal(command=tuple(server.ssh("-tt", reader)))
    terminal.wait_for("at dawn")
    terminal.press("a")
    terminal.wait_for("Esc keeps nothing")
    terminal.child.send(HALF)
    terminal.wait_for(HALF)
    processes = processes_of(home)
    assert processes
    end(terminal, server)
    used = until_gone(processes)
    ((_, draft),) = left_behind(home)
    assert draft.body == HALF
    assert draft.anchor is not None
    assert used < 1, used
    os.kill(terminal.child.pid, signal.SIGKILL)


def run(*command: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """A client without a terminal."""
    return subprocess.run(
        command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120, check=False, **options
    )


def test_a_reader_gets_no_other_command(server: Server) -> None:
    for words in (("echo $((40+2))",), ("python3 -c 'print(42)'",), ("-s", "sftp")):
        told = run(*server.ssh(*words, key="reader"))
        assert told.returncode == 1, told
        assert told.stdout == ""
        assert "needs a terminal" in told.stderr or "-s" in words


@pytest.mark.skipif(not shutil.which("sftp") or not shutil.which("scp"), reason="no sftp and scp here")
def test_a_reader_gets_no_files(server: Server, tmp_path: Path) -> None:
    secret, there = server.folder / "secret.md", f"{server.host}:{server.folder / 'secret.md'}"
    mine = ["-P", str(server.port)]
    assert run("sftp", *server.options(), *mine, there, str(tmp_path / "gone")).returncode == 0  # as others may
    options = [*server.options("reader"), *mine]
    for command in (
        ("sftp", *options, there, str(tmp_path)),
        ("scp", *options, there, str(tmp_path)),
        ("scp", "-O", *options, there, str(tmp_path)),
        ("scp", *options, str(secret), f"{server.host}:{server.folder / 'written'}"),
    ):
        assert run(*command).returncode != 0
    assert list(tmp_path.glob("*.md")) == []
    assert not (server.folder / "written").exists()


def test_a_reader_gets_no_way_into_the_network(server: Server) -> None:
    target = f"127.0.0.1:{server.port}"
    assert "SSH-2.0" in run(*server.ssh("-W", target)).stdout  # the way is there, for others
    through = run(*server.ssh("-W", target, key="reader"))
    assert through.returncode != 0
    assert "SSH-2.0" not in through.stdout
    back = run(*server.ssh("-N", "-oExitOnForwardFailure=yes", "-R", f"0:{target}", key="reader"))
    assert back.returncode != 0
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    client = subprocess.Popen(
        server.ssh("-N", "-L", f"{port}:{target}", key="reader"), stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        heard = b""
        for _ in range(50):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 5) as line:
                line.settimeout(5)
                heard = line.recv(100)
                break
            time.sleep(0.1)
        else:
            pytest.fail("the client never listened: nothing was tried")
        assert heard == b""
    finally:
        client.kill()
        client.wait()


def test_a_reader_cannot_leave_the_reader(server: Server, open_terminal: Open) -> None:
    home = server.folder / "others"
    nasty = {"EDITOR": "/bin/sh", "TEXTUAL_DRIVER": "os:system", "TEXTUAL_LOG": str(server.folder / "log")}
    command = server.ssh("-tt", f"cat {server.folder / 'secret.md'}", key="reader")
    terminal = open_terminal(command=tuple(command), env=nasty)
    terminal.wait_for("The ferry")
    assert "Secret" not in terminal.text  # neither the link in the folder, nor the file that was asked for
    terminal.press("\r")
    terminal.wait_for("at dawn")
    (reader,) = [process for process in processes_of(home) if "--restricted" in process.cmdline()]
    terminal.press("\x1a")
    terminal.wait_for("switched off")
    assert reader.status() != psutil.STATUS_STOPPED
    for signs in ("]l", "o\r", "f"):  # links that lead to the secret
        terminal.press(*signs)
        terminal.drink(0.3)
        assert "Nobody may read" not in terminal.text
        terminal.press("\x1b")
    terminal.press("\x10")
    terminal.drink(0.5)
    terminal.press(*"screenshot")
    terminal.drink(0.5)
    assert "SVG" not in terminal.text
    terminal.press("\x1b", "\x1b", "a")
    terminal.wait_for("Esc keeps nothing")
    terminal.press("mine", "\x0f")
    terminal.wait_for("switched off")
    assert [child for child in reader.children(recursive=True) if "tui" not in " ".join(child.cmdline())] == []
    terminal.press("\x1b")
    terminal.wait_for("at dawn")
    terminal.drink(0.5)
    assert terminal.quit() == 0
    assert [note.body for note in NoteStore(home / "data" / "users" / "anna").all_notes()] == ["mine"]
    assert {path.name for path in (home / "data").iterdir()} == {"users"}
    assert not (server.folder / "log").exists()


def note_in(home: Path, body: str) -> Note:
    """Write a note in some place."""
    store = NoteStore(home)
    note = store.save(new_note(Article("/articles/ferry.md", "The ferry", "", ()), Target.ARTICLE, body))
    store.close()
    return note


def bodies_in(home: Path) -> set[str]:
    """What was written there."""
    return {note.body for note in NoteStore(home).all_notes()}


def test_notes_are_joined_both_ways(server: Server, own_folders: Path, tmp_path: Path) -> None:
    here, there = own_folders / "data", tmp_path / "there" / "data"
    note_in(here, "written here")
    note_in(there, "written there")
    serve = f"echo a line from the shell; DATELINE_HOME={there.parent} {PYTHON} -m tui notes serve"
    command = (PYTHON, "-m", "tui", "notes", "sync", f"{server.host}:{server.port}", "--there", serve, "--")
    told = run(*command, *server.options())
    assert told.returncode == 0, told.stderr
    assert "1 new" in told.stderr
    assert bodies_in(here) == bodies_in(there) == {"written here", "written there"}
    assert run(*command, *server.options()).stderr.count("nothing new") == 2


def test_a_key_that_can_only_join_notes(server: Server, own_folders: Path) -> None:
    note_in(own_folders / "data", "from elsewhere")
    command = (PYTHON, "-m", "tui", "notes", "sync", f"{server.host}:{server.port}", "--there", "cat /etc/passwd", "--")
    assert run(*command, *server.options("sync")).returncode == 0
    assert "from elsewhere" in bodies_in(server.folder / "others" / "data" / "users" / "anna")
    told = run(*command, *server.options("reader"))
    assert told.returncode == 1
    assert "Nothing is lost" in told.stderr
