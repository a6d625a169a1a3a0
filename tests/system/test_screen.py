"""The screen in real terminals: other sizes, poor terminals, to the shell and back, and nothing left behind."""

import shlex
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.in_brief import in_brief
from tui.paths import bundled
from tui.ui.page.geometry import WIDE, panel_in

pytestmark = pytest.mark.usefixtures("known_samples")

Open = Callable[..., Any]
SUEZ = next(bundled("sample_articles").glob("suez-1*"))
TITLE = "Giant container ship"


@pytest.mark.parametrize(
    "term",
    in_brief(
        ["xterm", "xterm-256color", "screen", "tmux-256color", "linux", "vt100"], ["xterm", "tmux-256color", "vt100"]
    ),
)
def test_every_terminal_shows_the_article_and_takes_keys(open_terminal: Open, term: str) -> None:
    terminal = open_terminal(SUEZ, env={"TERM": term})
    terminal.wait_for(TITLE)
    terminal.press("/", "canal", "\r")
    terminal.wait_for("1 of")
    assert terminal.quit() == 0


@pytest.mark.parametrize(
    "surroundings",
    [{"NO_COLOR": "1"}, {"LANG": "C", "LC_ALL": "C"}, {"COLORTERM": "truecolor"}, {"SSH_CONNECTION": "here"}],
    ids=lambda surroundings: next(iter(surroundings)),
)
def test_poor_surroundings(open_terminal: Open, surroundings: dict[str, str]) -> None:
    terminal = open_terminal(SUEZ, columns=120, rows=40, env=surroundings)
    terminal.wait_for(TITLE)
    terminal.wait_for("Entities")
    if "LANG" in surroundings:
        assert "▎" not in terminal.text
    assert terminal.quit() == 0


def test_another_size_in_the_middle(open_terminal: Open) -> None:
    terminal = open_terminal(SUEZ, columns=120, rows=40)
    terminal.wait_for("Entities")
    for rows, columns in ((12, 40), (1, 1), (24, 80), (40, 120)):
        terminal.child.setwinsize(rows, columns)
        terminal._screen.resize(rows, columns)
        terminal.drink(0.3)
    terminal.wait_for(TITLE)
    terminal.wait_for("Entities")
    assert terminal.quit() == 0


def test_to_the_shell_and_back(open_terminal: Open) -> None:
    terminal = open_terminal(command=("bash", "--norc", "--noprofile", "-i"), env={"PS1": "ready> "})
    terminal.wait_for("ready>")
    terminal.child.sendline(shlex.join([sys.executable, "-m", "tui", str(SUEZ)]))
    terminal.wait_for(TITLE)
    terminal.wait_for("keys")
    terminal.press("\x1a")
    terminal.wait_for("Stopped")
    terminal.child.sendline("fg")
    terminal.wait_for(TITLE)
    terminal.press("j")
    terminal.press("q")
    terminal.wait_for("ready>")
    terminal.child.sendline("stty -a | tr ';' '\\n' | grep -c -w -e icanon -e echo; echo status $?")
    terminal.wait_for("status 0")
    terminal.child.sendline("exit")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
def test_the_reader_takes_over_without_a_flicker(open_terminal: Open, size: tuple[int, int]) -> None:
    text = size[0] - panel_in(size[0], 88) - 2 if size[0] >= WIDE else size[0] - 42

    def pages() -> set[str]:
        """All pages that stand still for a moment: the column of the text, without what stands before it."""
        terminal = open_terminal(SUEZ, columns=size[0], rows=size[1])
        seen, last = set(), time.monotonic()
        while TITLE not in terminal.text or time.monotonic() < last + 1:
            if not terminal.drank_nothing(0.005):
                last = time.monotonic()
            elif TITLE in terminal.text:
                rows = terminal.text.splitlines()[1 : size[1] - 1]
                seen.add("\n".join(row.replace("▎", " ")[:text].rstrip() for row in rows))
        terminal.press(" ", "j")
        assert terminal.quit() == 0
        return seen

    assert len(pages()) == 1
    assert len(pages()) == 1  # it was left farther on and begins there
