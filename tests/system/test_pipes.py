"""Articles from pipes of every kind, in a terminal: the text is there, the keys are there, and nothing hangs."""

import os
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.in_brief import in_brief
from tui.paths import bundled

Open = Callable[..., Any]
SAMPLES = bundled("sample_articles")
SUEZ, APOLLO = (shlex.quote(str(next(SAMPLES.glob(f"{name}*")))) for name in ("suez-1", "apollo"))
DATELINE = f"{sys.executable} -m tui"
TITLE = "Giant container ship"


def shell(line: str) -> tuple[str, ...]:
    return ("bash", "-c", line)


LINES = [
    f"cat {SUEZ} | {DATELINE} /dev/stdin",
    f"cat {SUEZ} | {DATELINE} /dev/fd/0",
    f"{DATELINE} /dev/stdin < {SUEZ}",
    f"{DATELINE} <(cat {SUEZ})",
    f"{DATELINE} --restricted <(cat {SUEZ})",
    f"cat {SUEZ} | {DATELINE} - /dev/stdin",
]
SIZES = [(80, 24), (120, 40)]


@pytest.mark.parametrize(
    ("line", "size"),
    in_brief(
        [(line, size) for line in LINES for size in SIZES], [(line, SIZES[at % 2]) for at, line in enumerate(LINES)]
    ),
)
def test_a_pipe_is_read_and_the_keys_come_from_the_terminal(open_terminal: Open, line: str, size: Any) -> None:
    terminal = open_terminal(command=shell(line), columns=size[0], rows=size[1])
    terminal.wait_for(TITLE)
    terminal.press("R")
    terminal.wait_for("came through a pipe")
    assert terminal.quit() == 0


def test_several_pipes_are_a_list_and_can_be_opened_again(open_terminal: Open) -> None:
    terminal = open_terminal(command=shell(f"{DATELINE} <(cat {SUEZ}) <(cat {APOLLO})"))
    terminal.wait_for(TITLE)
    terminal.press("q")
    terminal.wait_for("2 articles")
    assert terminal.text.count("came through a pipe") == 2
    terminal.press("j", "\r")
    terminal.wait_for("Apollo 13")
    terminal.press("|")
    terminal.wait_for("Which article beside this one?")
    terminal.press("\r")
    terminal.wait_for(TITLE)
    assert terminal.quit() == 0


def until_it_is_read(pipe: Path, seconds: float = 120) -> int:
    """Wait until a program reads a pipe; the end that could write into it."""
    end = time.monotonic() + seconds
    while True:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:  # nobody reads yet
            assert time.monotonic() < end
            time.sleep(0.01)


def test_a_pipe_that_nobody_writes_to_is_given_up_with_ctrl_c(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    child = pexpect.spawn(sys.executable, ["-m", "tui", str(tmp_path / "pipe")], timeout=120)
    writing = until_it_is_read(tmp_path / "pipe")
    child.sendintr()
    said = child.read()
    child.close()
    os.close(writing)
    assert child.exitstatus == 130
    assert b"Traceback" not in said


@pytest.mark.parametrize("name", ["-", "/dev/stdin"])
@pytest.mark.parametrize("command", ["", "analyze ", "timeline "])
def test_what_never_ends_is_one_sentence(command: str, name: str) -> None:
    line = f"ulimit -v 800000; yes 2>/dev/null | {DATELINE} {command}{name}"
    child = pexpect.spawn("bash", ["-c", line], timeout=120, encoding="utf-8", dimensions=(24, 200))
    said = child.read().split("\r\n")[0]
    child.close()
    assert said.removeprefix("dateline: ") == "Standard input is larger than 64 MiB; split it and open a part."
    assert child.exitstatus == 1


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("/dev/zero", "pipe or a device"),
        ("/dev/tty", "pipe or a device"),
        ("/dev/null", "pipe or a device"),
        ("socket", "pipe or a device"),
        ("n" * 300, "cannot be read"),
        ("round", "cannot be read"),
    ],
)
@pytest.mark.parametrize("command", [[], ["analyze"]], ids=["read", "analyze"])
def test_what_is_no_article_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], name: str, words: str
) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        monkeypatch.chdir(tmp_path)  # the path of a socket may have 100 bytes
        listening.bind("socket")
        (tmp_path / "round").symlink_to("round")
        child = pexpect.spawn(sys.executable, ["-m", "tui", *command, name], timeout=120)
        said = child.read().decode()
        child.close()
    assert said.strip().count("\n") == said.strip().count("\r")  # what the terminal folds is one line
    assert words in said.replace("\r\n", "")
    assert "Traceback" not in said
    assert child.exitstatus == 1


@pytest.mark.parametrize("streams", ["<&-", ">&-", "2>&-", "<&- >&-"])
def test_closed_streams_are_one_sentence_at_most(streams: str) -> None:
    line = f"timeout 30 {DATELINE} /nowhere.md {streams}"
    run = subprocess.run(["bash", "-c", line], capture_output=True, text=True)
    assert run.returncode == 1
    assert "Traceback" not in run.stderr + run.stdout


@pytest.mark.parametrize("key", ["\x1b", "\x03"])
@pytest.mark.parametrize("line", [f"{DATELINE} <(sleep 1000)", f"{DATELINE} empty"])
def test_waiting_for_a_pipe_can_be_given_up(open_terminal: Open, tmp_path: Path, line: str, key: str) -> None:
    os.mkfifo(tmp_path / "empty")
    last = f"stty -a > before; trap : QUIT INT; {line}; echo it is over $?; stty -a > after; echo gone; sleep 9"
    terminal = open_terminal(command=shell(f"cd $HERE; {last}"), env={"HERE": str(tmp_path)})
    terminal.wait_for("waiting for a program", 120)
    terminal.press(key)
    terminal.wait_for("it is over 130", 120)
    terminal.wait_for("gone", 120)
    assert (tmp_path / "before").read_text() == (tmp_path / "after").read_text()
