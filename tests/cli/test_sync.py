"""`dateline notes sync`: which places are folders, which are hosts, and what is said about them."""

import argparse
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.__main__ import main
from tui.cli import notes
from tui.cli.exchange.sync import SSH, THERE, is_folder, ssh_command
from tui.errors import ReaderError
from tui.notes.note import Note, Target, new_note
from tui.notes.store import NoteStore
from tui.text.article import Article

SAID = SSH.split()


@pytest.fixture
def write(own_folders: Path) -> Callable[[str], Note]:
    """Write a note here."""

    def save(body: str) -> Note:
        note = new_note(Article("/articles/ferry.md", "The ferry", "", ()), Target.ARTICLE, body)
        return NoteStore(own_folders / "data").save(note)

    return save


@pytest.mark.parametrize(
    ("place", "command"),
    [
        ("host", [*SAID, "host", THERE]),
        ("anna@host.example.org", [*SAID, "anna@host.example.org", THERE]),
        ("anna@host:2222", [*SAID, "-p", "2222", "anna@host", THERE]),
        ("[fe80::1]:22", [*SAID, "-p", "22", "fe80::1", THERE]),
        ("ssh://anna@host:2222", [*SAID, "ssh://anna@host:2222", THERE]),
    ],
)
def test_hosts(place: str, command: list[str]) -> None:
    assert not is_folder(place)
    assert ssh_command(place, []) == command


@pytest.mark.parametrize("place", ["-oProxyCommand=x", "a b", "host;id", "host:port", "", "@host"])
def test_what_is_no_host(place: str) -> None:
    with pytest.raises(ReaderError, match="neither a host nor a folder"):
        ssh_command(place, [])


@pytest.mark.parametrize("place", [".", "..", "~/Sync", "sync/", "/mnt/stick", "./host"])
def test_folders(place: str) -> None:
    assert is_folder(place)


def test_a_word_is_a_folder_where_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert not is_folder("stick")
    Path("stick").mkdir()
    assert is_folder("stick")


@pytest.mark.parametrize(
    ("words", "there", "options"),
    [
        (["sync", "h"], THERE, []),
        (["sync", "h", "--", "-p", "3"], THERE, ["-p", "3"]),
        (["sync", "h", "--there", "x y", "--", "-p", "3"], "x y", ["-p", "3"]),
        (["sync", "h", "--there=x y"], "x y", []),
        (["sync", "--there", "x", "h", "--", "-v"], "x", ["-v"]),
    ],
)
def test_what_ssh_is_given(
    monkeypatch: pytest.MonkeyPatch, own_folders: Path, words: list[str], there: str, options: list[str]
) -> None:
    seen: list[list[str]] = []

    def over_ssh(_store: NoteStore, _host: str, command: list[str]) -> None:
        seen.append(command)
        raise ReaderError("seen")

    monkeypatch.setattr("tui.cli.exchange.sync._over_ssh", over_ssh)
    parser = argparse.ArgumentParser()
    notes.add_arguments(parser)
    with pytest.raises(ReaderError, match="seen"):
        notes.run(parser.parse_args(words))
    assert seen == [[*SAID, *options, "h", there]]


def test_a_folder_that_is_made(
    write: Callable[[str], Note], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("here")
    assert main(["notes", "sync", str(tmp_path / "stick")]) == 0
    assert [note.body for note in NoteStore(tmp_path / "stick").all_notes()] == ["here"]
    assert "1 new, 0 changed" in capsys.readouterr().err
    assert main(["notes", "sync", str(tmp_path / "stick" / "notes.json")]) == 0
    assert capsys.readouterr().err.count("nothing new") == 2


def test_a_disk_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes", "sync", str(tmp_path / "stick" / "notes")]) == 1
    assert "is the disk there?" in capsys.readouterr().err


def test_both_versions_are_told(
    write: Callable[[str], Note], tmp_path: Path, own_folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = write("one")
    main(["notes", "sync", str(tmp_path / "stick")])
    for folder in (own_folders / "data", tmp_path / "stick"):
        store = NoteStore(folder)
        assert store.delete(note.id) is not None
        store.put_back(Note(**{name: getattr(note, name) for name in note.__slots__} | {"body": folder.name}))
    assert main(["notes", "sync", str(tmp_path / "stick")]) == 0
    assert "“The ferry” was changed in both places; both versions are kept." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("program", "trouble"),
    [
        ("exit 127", "There is no “dateline”"),
        ("exit 255", "Nothing is lost"),
        ("""echo '{"error": "the disk is full"}'""", "host: the disk is full"),
        ("echo hello", "Nothing is lost"),
    ],
)
def test_hosts_that_do_not_answer(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    own_folders: Path,
    capsys: pytest.CaptureFixture[str],
    program: str,
    trouble: str,
) -> None:
    ssh = tmp_path / "ssh"
    ssh.write_text(f"#!/bin/sh\n{program}\n")
    ssh.chmod(ssh.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("DATELINE_SSH", str(ssh))
    assert main(["notes", "sync", "host"]) == 1
    assert trouble in capsys.readouterr().err


def test_other_commands_are_off_in_a_reader_for_others(own_folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own_folders / "config").mkdir(parents=True)
    (own_folders / "config" / "settings.toml").write_text("restricted = true\n")
    assert main(["notes", "export", "-o", "/tmp/anywhere"]) == 1
    assert "switched off" in capsys.readouterr().err
