"""What a command cannot use: one sentence with the name and what to do, and a status that says so."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.__main__ import main
from tui.settings import settings_path

Make = Callable[[Path], Path]


def missing(folder: Path) -> Path:
    return folder / "none.json"


def with_escapes(folder: Path) -> Path:
    return folder / "\x1b]0;evil\x07no\nthing\u202e.md"


def folder_without(folder: Path) -> Path:
    (folder / "bare" / "deep").mkdir(parents=True)
    (folder / "bare" / "picture.png").write_bytes(b"\x89PNG\r\n")
    return folder / "bare"


def empty(folder: Path) -> Path:
    return written(folder / "empty.json", b"")


def white(folder: Path) -> Path:
    return written(folder / "white.md", b" \n\t\r\n  \n")


def binary(folder: Path) -> Path:
    return written(folder / "binary.md", bytes(range(256)) * 40)


def not_there(folder: Path) -> Path:
    """A file where a folder should be."""
    return written(folder / "file.md", b"Anna Berg left Acme.") / "inner.json"


def broken(folder: Path) -> Path:
    return written(folder / "broken.json", b'{"format": "dateline corrections", "corrections": [')


def other_json(folder: Path) -> Path:
    return written(folder / "other.json", json.dumps({"id": 1, "corrections": {}, "notes": 3}).encode())


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


ARTICLES = (missing, with_escapes, folder_without, empty, white, binary, not_there)
JSON = (*ARTICLES, broken, other_json)
TAKING: dict[str, tuple[Make, ...]] = {
    "analyze X": ARTICLES,
    "analyze --json X": ARTICLES,
    "timeline X": ARTICLES,
    "timeline --json X": ARTICLES,
    "timeline --format csv X": ARTICLES,
    "timeline --entity Acme X": ARTICLES,
    "analyze --batch X OUT": JSON,
    "analyze --batch X OUT --continue": JSON,
    "notes import X": JSON,
    "notes restore X": JSON,
    "corrections import X": JSON,
    "corrections import --everywhere X": JSON,
    "notes sync X": (binary, empty, white, not_there, broken),
}
CASES = [(command, make) for command, makes in TAKING.items() for make in makes]


def one_sentence(captured: tuple[str, str]) -> str:
    out, err = captured
    assert out == ""
    assert err.startswith("dateline: ")
    assert err.count("\n") == 1
    assert err.endswith("\n")
    assert "Traceback" not in err
    assert not any(ord(character) < 32 or "\u202a" <= character <= "\u202e" for character in err[:-1])
    return err


@pytest.mark.parametrize(("command", "make"), CASES, ids=[f"{command}: {make.__name__}" for command, make in CASES])
def test_input_that_cannot_be_used(
    command: str, make: Make, tmp_path: Path, own_folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    path = make(tmp_path / "in")
    words = [{"X": str(path), "OUT": str(tmp_path / "out.jsonl")}.get(word, word) for word in command.split()]
    assert main(words) == 1
    said = one_sentence(capsys.readouterr())
    name = "thing" if make is with_escapes else "in" if (command, make) == ("notes sync X", not_there) else path.name
    assert name in said
    assert any(sign in said for sign in (";", ":")), said  # and what to do
    assert not (tmp_path / "out.jsonl").exists()
    assert not (own_folders / "data" / "notes.json").exists()


NAMED_NOTHING = {
    "file": (
        *("analyze X", "analyze --json X", "analyze GOOD X", "timeline X", "timeline --format csv X", "X", "GOOD X"),
        *("notes import X", "corrections import X", "corrections export X"),
    ),
    "--batch": ("analyze --batch X OUT", "analyze --batch GOOD X"),
    "--output": ("notes export -o X", "notes export --format obsidian -o X"),
    "--date": ("analyze --date X GOOD",),
    "--entity": ("timeline --entity X GOOD",),
    "--tag": ("notes list --tag X",),
    "id": ("notes show X", "corrections undo X", "corrections redo X"),
    "word": ("notes search X", "notes search ferry X"),
    "backup": ("notes restore X",),
    "place": ("notes sync X",),
    "article": ("corrections list X",),
    "command": ("notes X", "corrections X"),
}
NAMELESS = [(command, noun) for noun, commands in NAMED_NOTHING.items() for command in commands]


@pytest.mark.parametrize("word", ["", "  "], ids=["nothing", "blanks"])
@pytest.mark.parametrize(("command", "noun"), NAMELESS, ids=[command for command, _ in NAMELESS])
def test_an_empty_word_names_nothing(
    command: str,
    noun: str,
    word: str,
    tmp_path: Path,
    own_folders: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """To the disk it would be the folder one is in, with an article in it."""
    monkeypatch.chdir(tmp_path)
    good = written(tmp_path / "good.md", b"Anna Berg left Acme in May 2019.")
    words = [{"X": word, "GOOD": str(good), "OUT": "out.jsonl"}.get(one, one) for one in command.split()]
    assert main(words) == 1
    said = one_sentence(capsys.readouterr())
    assert noun in said
    assert ":" in said
    assert not (tmp_path / "out.jsonl").exists()
    assert not (own_folders / "data" / "notes.json").exists()


NOTHING_NAMED = {
    "quotes": "dateline quotes PATH",
    "figures --csv": "dateline figures PATH",
    "timeline": "dateline timeline PATH",
    "index": "dateline index PATH",
    "index --jobs 2": "an article or a folder",
    "add": "an address",
    "import": "a file",
    "notes": "list, show, search",
    "notes search": "the words",
    "notes show": "the id",
    "corrections": "undo, redo",
    "feeds": "add, list",
    "feeds add": "dateline feeds add URL",
}


@pytest.mark.parametrize("command", NOTHING_NAMED)
def test_a_command_by_itself_says_what_it_wants(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(command.split()) == 1
    said = one_sentence(capsys.readouterr())
    assert NOTHING_NAMED[command] in said
    assert ":" in said


NO_HOME = [
    *("notes list", "notes search x", "notes show 1", "notes check", "notes export", "notes backup"),
    *("corrections list", "corrections export", "corrections undo", "corrections redo 1"),
]


@pytest.mark.parametrize("command", NO_HOME)
def test_notes_that_cannot_be_read(command: str, own_folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own_folders / "data" / "notes.json").mkdir(parents=True)
    assert main(command.split()) == 1
    assert str(own_folders) in one_sentence(capsys.readouterr())


@pytest.mark.parametrize("content", [None, b"[keys\n", bytes(range(256)), b"[keys]\npage_down = 3\n"])
def test_settings_that_cannot_be_read(content: bytes | None, capsys: pytest.CaptureFixture[str]) -> None:
    path = settings_path()
    path.parent.mkdir(parents=True)
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    assert main(["keys"]) == 1
    assert path.name in one_sentence(capsys.readouterr())
    assert main(["keys", "--check"]) == 1
    assert path.name in capsys.readouterr().out
    assert main(["keys", "--defaults"]) == 0


@pytest.mark.parametrize("command", ["analyze", "analyze --json", "timeline", "timeline --json"])
def test_the_good_ones_are_printed_and_the_bad_ones_named(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = written(tmp_path / "good.md", b"---\ndate: 2019-07-31\n---\n\nAnna Berg left Acme on Tuesday.\n")
    bad = [make(tmp_path) for make in (*ARTICLES, broken)][:-1]
    assert main([*command.split(), *map(str, bad[:3]), str(good), *map(str, bad[3:])]) == 1
    out, err = capsys.readouterr()
    assert "Acme" in out
    assert len(err.splitlines()) == len(bad)
    for path, line in zip([bad[2], *bad[:2], *bad[3:]], err.splitlines(), strict=True):
        assert line.startswith("dateline: ")
        assert ("thing" if "evil" in path.name else path.name) in line


@pytest.mark.parametrize("command", ["analyze", "timeline"])
def test_help_says_what_the_status_means(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert "the exit status is 1 then" in " ".join(capsys.readouterr().out.split())
