"""Any keys in any order, typed into a real terminal: what it shows is what a fresh drawing shows."""

import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.system.resting import turns
from tui.paths import bundled
from tui.ui.keys.actions import ACTIONS

pytestmark = [pytest.mark.torture, pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not there")]

STEPS = 80
SIZES = ((80, 24), (120, 40), (100, 30), (40, 12), (200, 60))
ENDING = ("back", "quit", "suspend")
TYPED = (
    "/ c a n Enter",
    "/ t h e Enter",
    "/ Enter",
    "Escape",
    "f s",
    "v w w",
    "1",
    "3 j",
    "| Enter",
    "a h i C-s",
    "q Enter",
)
NAMES = {"space": "Space", "enter": "Enter", "escape": "Escape", "tab": "Tab", "shift+tab": "BTab", "backslash": "\\"}
NAMES |= {"plus": "+", "minus": "-"}
BUSY = 1  # process that never rests, beside the other long runs
SAYS_LESS = 2  # rows that may differ: redrawing takes the message at the foot away


class Tmux:
    """A terminal of its own inside tmux."""

    def __init__(self, name: str, size: tuple[int, int], command: str) -> None:
        self._name = name
        self._tmux("-f", os.devnull, "new-session", "-d", "-x", str(size[0]), "-y", str(size[1]), command)
        self._tmux("set", "-g", "status", "off")
        self._tmux("set", "-sg", "escape-time", "5")

    def press(self, keys: str) -> None:
        for key in keys.split():
            self._tmux("send-keys", *(["-l", key] if len(key) == 1 else [key]))

    def resize(self, size: tuple[int, int]) -> None:
        self._tmux("resize-window", "-x", str(size[0]), "-y", str(size[1]))

    def still(self) -> list[str]:
        """The screen, colours included, once the program rests and it does not change."""
        program = psutil.Process(int(self._tmux("list-panes", "-F", "#{pane_pid}")))
        before, calm = ("", 0), 0
        while calm < 4:
            time.sleep(0.04)
            now = self._tmux("capture-pane", "-pe"), turns(program)
            before, calm = now, calm + 1 if now == before and now[1] >= 0 else 0
        return before[0].rstrip("\n").split("\n")

    def close(self) -> None:
        self._tmux("kill-server")

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(["tmux", "-L", self._name, *arguments], capture_output=True, text=True, check=False)
        return done.stdout


@pytest.fixture(params=["", "SSH_CONNECTION=here", "NO_COLOR=1"], ids=["normal", "frugal", "colourless"])
def terminal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Tmux]:
    suez = next(bundled("sample_articles").glob("suez-1*"))
    settings = f"DATELINE_HOME={tmp_path} LANG=C.UTF-8 EDITOR=true {request.param}"
    reader, said = f"{settings} {sys.executable} -m tui {suez} {suez.parent}", tmp_path / "said"
    command = f"{reader} 2>{said}; echo ENDED; cat {said}; sleep 99"
    shown = Tmux(f"any-keys-{os.getpid()}", SIZES[1], command)
    time.sleep(3)
    yield shown
    shown.close()


@pytest.fixture(autouse=True)
def busy() -> Iterator[None]:
    """Others want the processors too."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(BUSY)]
    yield
    for loop in loops:
        loop.kill()
        loop.wait()


def in_tmux(key: str) -> str:
    return NAMES.get(key, re.sub(r"^(ctrl|alt)\+", lambda match: match[1][0].upper() + "-", key))


def test_any_keys_in_a_real_terminal(terminal: Tmux) -> None:
    keys = [action.keys.split(", ")[0].split() for action in ACTIONS if action.id not in ENDING]
    sequences = [*(" ".join(map(in_tmux, typed)) for typed in keys), *TYPED * 4]
    chance, typed = random.Random(0), []
    for _ in range(STEPS):
        if chance.random() < 0.1:
            for size in chance.choices(SIZES, k=chance.choice((1, 1, 2, 5))):
                typed.append(size)
                terminal.resize(size)
        else:
            typed.append(sequence := chance.choice(sequences))
            terminal.press(sequence)
        stands = terminal.still()
        assert not any("ENDED" in row for row in stands), f"{typed[-20:]}\n" + "\n".join(stands)
        terminal.press("C-l")
        fresh = terminal.still()
        others = [y for y in range(max(len(stands), len(fresh))) if stands[y : y + 1] != fresh[y : y + 1]]
        assert all(y >= len(fresh) - SAYS_LESS for y in others), f"{typed[-20:]}\n{[stands[y] for y in others]}"
