"""Another end that sends without end, nests without end, says nothing, or wants to harm the terminal."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import IO

import pytest

from tui.__main__ import main
from tui.errors import NotesUnavailable, ReaderError
from tui.notes.note import Note
from tui.notes.store import NoteStore
from tui.notes.sync.line import Line, Patience
from tui.notes.sync.pipe import serve, sync

GREETING = b'{"dateline": 1, "state": "x"}\n'
ENDLESS = {
    "rows": (b'{"table": "notes", "row": {"id": "a", "body": "x"}}\n', "more than 200000 rows"),
    "large rows": (b'{"table": "notes", "row": {"id": "%s"}}\n' % (b"x" * 100_000), "more than 64 MB"),
    "one line": (b"x" * 100_000, "more than 64 MB"),
    "unknown tables": (b'{"table": "x", "row": {"id": "%s"}}\n' % (b"x" * 1000), "more than 64 MB"),
}


@contextmanager
def peer(first: bytes, again: bytes) -> Iterator[IO[bytes]]:
    """A process that says something, and then something for ever."""
    program = "import sys\nfirst, again = eval(sys.stdin.read())\nsys.stdout.buffer.write(first)\nwhile True:\n"
    command = [sys.executable, "-c", program + "    sys.stdout.buffer.write(again * 50)"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(repr((first, again)).encode())
        process.stdin.close()
        try:
            yield process.stdout
        finally:
            process.kill()


@pytest.mark.parametrize("what", ENDLESS)
def test_an_endless_peer_is_left(store: NoteStore, write: Callable[..., Note], what: str) -> None:
    store.save(write("one"))
    before = (store.folder / "notes.json").read_bytes()
    again, sentence = ENDLESS[what]
    for first, answer in ((GREETING, sync), (b'{"marks": {}}\n', serve)):
        with (
            peer(first, again) as source,
            Path(os.devnull).open("wb") as target,
            pytest.raises(ReaderError, match=f"{sentence}.*nothing was taken in"),
        ):
            answer(store, source, target)
    assert (store.folder / "notes.json").read_bytes() == before


@pytest.mark.parametrize("levels", [41, 300, 2000])
def test_rows_nested_without_end(store: NoteStore, write: Callable[..., Note], tmp_path: Path, levels: int) -> None:
    store.save(write("one"))
    deep = b"[" * levels + b"]" * levels
    row = b'{"table": "notes", "row": {"id": "a", "purged": "x", "more": %s}}\n' % deep
    (tmp_path / "said").write_bytes(GREETING + row + b'{"rows": 1, "want": {}}\n{"merged": [0, 0]}\n')
    with (
        (tmp_path / "said").open("rb") as source,
        Path(os.devnull).open("wb") as target,
        pytest.raises(ReaderError, match=r"nested without end|not understood"),
    ):
        sync(store, source, target)
    assert [each["body"] for each in store.rows()["notes"].values()] == ["one"]


@pytest.mark.parametrize("levels", [41, 300, 900])
def test_a_deep_row_in_a_file_is_no_traceback(
    store: NoteStore, write: Callable[..., Note], levels: int, capsys: pytest.CaptureFixture[str]
) -> None:
    store.save(write("one"))
    deep = "[" * levels + "]" * levels
    copy = store.folder / "notes.sync-conflict-1.json"
    row = f'{{"id": "a", "source": "b", "body": "deep", "created": "2026-01-01T00:00:00Z", "more": {deep}}}'
    copy.write_text(f'{{"notes": {{"1": {row}}}}}')
    assert main(["notes", "sync", str(store.folder)]) in (0, 1)
    assert "Traceback" not in capsys.readouterr().err


def test_a_deep_row_in_our_own_file_is_one_sentence(store: NoteStore, write: Callable[..., Note]) -> None:
    store.save(write("one"))
    path = store.folder / "notes.json"
    path.write_bytes(path.read_bytes().replace(b'"body"', b'"more":%s,"body"' % (b"[" * 300 + b"]" * 300)))
    shutil.rmtree(store.folder / "backups")  # else the row is repaired from there
    (store.folder / "notes.journal").unlink()
    again = NoteStore(store.folder)
    assert [note.body for note in again.all_notes()] == ["one"]
    with pytest.raises(NotesUnavailable, match=r"notes\.json has a row that is nested too deeply"):
        again.save(replace(again.all_notes()[0], body="two"))


def test_what_a_peer_reports_cannot_harm_the_terminal(store: NoteStore, tmp_path: Path) -> None:
    harm = b"\\u001b]0;x\\u0007\\u001b[2Jbad\\u202e"
    for said in (b'{"error": "%s"}\n' % harm, b'{"dateline": 9, "version": "%s"}\n' % harm):
        (tmp_path / "said").write_bytes(said)
        with (
            (tmp_path / "said").open("rb") as source,
            Path(os.devnull).open("wb") as target,
            pytest.raises(ReaderError, match="bad") as caught,
        ):
            sync(store, source, target)
        assert str(caught.value).isprintable()


@pytest.mark.parametrize("talks", [False, True], ids=["silent", "a byte now and then"])
def test_a_peer_that_says_nothing_is_left(
    own_folders: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    talks: bool,
) -> None:
    program = tmp_path / "ssh"
    endless = "while printf x; do sleep 0.05; done" if talks else "exec sleep 1000"
    program.write_text(f"#!/bin/sh\n{endless}\n")
    program.chmod(0o700)
    monkeypatch.setenv("DATELINE_SSH", str(program))
    monkeypatch.setattr("tui.cli.exchange.sync.Patience", partial(Patience, silence=0.5, longest=1.0))
    assert main(["notes", "sync", "host"]) == 1
    told = capsys.readouterr().err
    assert "The line to host was given up" in told
    assert "Nothing is lost; run it again." in told


def test_a_peer_that_stops_in_the_middle_is_left() -> None:
    reading, writing = os.pipe()
    os.write(writing, GREETING)
    patience = Patience(lambda: os.close(writing), silence=0.3)
    with os.fdopen(reading, "rb") as source, Path(os.devnull).open("wb") as target:
        line = Line(source, target, patience.moved)
        assert line.greeting()["dateline"] == 1
        with pytest.raises(ReaderError, match="the line is gone"):
            line.hear()
    assert patience.over == "nothing was heard for too long"
