"""Whatever stands in articles, notes, names of files and settings: what is printed, no terminal obeys."""

import json
import re
import sys
from pathlib import Path

import pytest

from tui.__main__ import main

EVIL = "\x1b]52;c;SEVMTE8=\x07\x9b31mx\u202ey\u2066z\x08\x7f\u200e"
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
FILE = f"a{EVIL.replace('/', '')}.md"
ARTICLE = f"""\
---
title: "T {EVIL}"
author: "Anna {EVIL} Berg"
url: "https://x.example/{EVIL}"
---

Anna{EVIL} Berg met John{EVIL} Smith in Berlin on 3 May{EVIL} 2019. They left{EVIL}.
"""
SETTINGS = r"""
column = "\u001b]52;c;x\u0007"
theme = "\u009b31m\u202e"
"unknown\u001b[2J" = 1
[keys]
next_paragraph = "\u001b]0;x\u0007, J"
"act\u009bion" = "x"
"""
PEER = r"""#!/bin/sh
printf 'Welcome \033]52;c;SEVMTE8=\007 to \302\2332J the host\n' >&2
printf '{"\033]52;c;x\007": "\302\233"}\n'
"""


def note(**more: object) -> dict[str, object]:
    """A row of the notes, with an escape sequence in every word of it."""
    times = {"created": "2026-01-01T00:00:00Z", "updated": "2026-01-01T00:00:00Z"}
    words = ("id", "source", "title", "url", "subject", "body")
    return {"target": "article", "anchor": None, **{word: f"{EVIL}{word}" for word in words}, **times, **more}


@pytest.fixture
def folder(tmp_path: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article, notes, a place to meet and settings, all of them full of escape sequences."""
    (tmp_path / FILE).write_text(ARTICLE, "utf-8")
    quote = {"exact": f"met{EVIL}", "prefix": EVIL, "suffix": EVIL, "start": 3, "end": 9}
    notes = [note(), note(id="b2", target="text", anchor=quote), note(id="c3", subject="Anna", target="entity")]
    (tmp_path / "notes").write_text(json.dumps({"format": "dateline notes", "version": 1, "notes": notes}))
    rule = {"kind": "rename", "name": EVIL, "to": EVIL, "scope": EVIL}
    (tmp_path / "rules").write_text(json.dumps({"format": "dateline corrections", "version": 1, "corrections": [rule]}))
    (tmp_path / "lines").write_text(json.dumps({"id": EVIL, "text": ARTICLE, "date": EVIL}) + "\n")
    (tmp_path / f"stick{EVIL}").mkdir()
    (own_folders / "config").mkdir(parents=True)
    (own_folders / "config" / "settings.toml").write_text(SETTINGS)
    peer = tmp_path / "peer"
    peer.write_text(PEER)
    peer.chmod(0o755)
    monkeypatch.setenv("DATELINE_SSH", str(peer))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> int:
    """The exit status of the program."""
    try:
        return main(words)
    except SystemExit as end:
        return int(end.code or 0)


COMMANDS: tuple[tuple[str, ...], ...] = (
    ("analyze", FILE),
    ("analyze", FILE, "lines"),
    ("analyze", "."),
    ("analyze", FILE, "--date", EVIL),
    ("analyze", f"{EVIL}no"),
    ("analyze", f"stick{EVIL}"),
    ("analyze", "--batch", "lines", "out"),
    ("analyze", "--batch", f"no{EVIL}", "out"),
    ("analyze", "--batch", "lines", f"no{EVIL}/out"),
    ("analyze", f"--{EVIL}"),
    ("timeline", FILE),
    ("timeline", FILE, "--entity", EVIL),
    ("timeline", FILE, f"no{EVIL}"),
    ("timeline", FILE, "--format", EVIL),
    ("notes", "import", "notes"),
    ("notes", "import", f"no{EVIL}"),
    ("notes", "import", FILE),
    ("notes", "list"),
    ("notes", "list", "--since", EVIL),
    ("notes", "search", "x"),
    ("notes", "search", EVIL),
    ("notes", "show", "b2"),
    ("notes", "show", EVIL),
    ("notes", "export"),
    ("notes", "export", "-o", f"no{EVIL}/x"),
    ("notes", "export", "--format", "obsidian", "-o", f"vault{EVIL}"),
    ("notes", "backup"),
    ("notes", "restore"),
    ("notes", "restore", EVIL),
    ("notes", "check"),
    ("notes", "sync", f"./stick{EVIL}"),
    ("notes", "sync", f"./{FILE}"),
    ("notes", "sync", EVIL),
    ("notes", "sync", "host"),
    ("notes", EVIL),
    ("corrections", "import", "rules"),
    ("corrections", "import", FILE),
    ("corrections", "list"),
    ("corrections", "list", EVIL),
    ("corrections", "undo", EVIL),
    ("corrections", "redo", EVIL),
    ("keys",),
    ("keys", "--check"),
    ("keys", "--defaults"),
    ("keys", EVIL),
    (f"--{EVIL}",),
    (EVIL,),
    ("--write-settings",),
)


def test_every_command_prints_words_that_no_terminal_obeys(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("notes", "import", "notes") == 0  # there is something to list from the first command on
    for words in COMMANDS:
        run(*words)
        sys.stdout.flush()
        printed = capfd.readouterr()
        for text in printed:
            assert not OBEYED.search(text), (words, text)
            assert "Traceback" not in text, (words, text)
        assert printed.out or printed.err or "batch" in " ".join(words), words


def test_what_a_host_says_is_passed_on_without_what_it_wants(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("notes", "sync", "host") == 1
    assert "Welcome to the host" in capfd.readouterr().err


def test_data_stays_exact(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("notes", "import", "notes") == 0
    capfd.readouterr()
    assert run("notes", "export", "--format", "json") == 0
    rows = json.loads(capfd.readouterr().out)["notes"]
    assert f"{EVIL}body" in [row["body"] for row in rows]
    assert run("analyze", "--json", FILE) == 0
    assert json.loads(capfd.readouterr().out)["article"]["source"].endswith(FILE)
