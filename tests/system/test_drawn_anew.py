"""What stands on the screen is what a fresh drawing shows: every screen, cell for cell, in a real terminal."""

import ctypes
import os
import random
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.in_brief import in_brief
from tui.paths import bundled

pytestmark = pytest.mark.usefixtures("known_samples")

Open = Callable[..., Any]
LINKED = "# A ship\n\nSee [the report](https://example.org/report), and [the map](https://example.org/map).\n"
SUEZ = next(bundled("sample_articles").glob("suez-1*"))
SIZES = [(120, 40), (80, 24)]
OTHER = {(120, 40): (60, 20), (80, 24): (200, 60)}
# How to come to a screen, and words that stand on it and not on the one before.
SCREENS = {
    "article": ("", "left"),
    "farther on": ("G", "100%"),
    "entities": ("e", "Entities"),
    "timeline": ("t", "Nov 1869"),
    "quotes": ('"', "Quotes"),
    "figures": ("&", "Figures"),
    "notes": ("c", "Notes"),
    "chronicle": ("Cjj", "Chronicle"),
    "chronicle beside the article": ("C|jj", "Chronicle"),
    "two articles": ("|/suez-2\r\r", "Ever Given"),
    "hints": ("f", "left"),
    "prompt": ("/canal", "canal"),
    "search": ("/canal\r", "1 of"),
    "selection": ("v))", "left"),
    "help": ("?", "All keys"),
    "palette": (":", "Search for commands"),
    "palette without hits": (":zzzz", "No matches found"),
    "links": ("o", "2 links"),
    "outline": ("go", "4 headings"),
    "explanation": ("ei", "Kind"),
    "repairs": ("epX", "Repairs:"),
    "palette over help": ("?:", "Search for commands"),
    "note editor": ("a", "Esc keeps nothing"),
    "all notes": ("S", "Not finished"),
    "dossier": ("egd", "Said of it"),
    "story": ("gs", "z days"),
    "library": ("q", "Apollo 13"),
    "feeds": ("qgf", "No feeds yet"),
    "library filtered": ("q/suez", "suez"),
    "another theme": ("T", "Theme"),
    "justified with numbers": ("J#O", "left"),
}


def at(terminal: Any, screen: str) -> None:
    """Go from the article to a screen, and wait until it stands."""
    keys, words = SCREENS[screen]
    for key in keys:
        terminal.child.send(key)
        terminal.settle()
    terminal.wait_for(words)
    terminal.settle()


def opened(open_terminal: Open, path: Path, size: tuple[int, int]) -> Any:
    terminal = open_terminal(path, SUEZ.parent, columns=size[0], rows=size[1], env={"COLORTERM": "truecolor"})
    terminal.wait_for("space on")
    terminal.settle()
    return terminal


def differing(one: list[list[Any]], two: list[list[Any]]) -> list[tuple[int, int, Any, Any]]:
    """Cells that are not the same: row, column, and what they show."""
    return [
        (y, x, cell, other)
        for y, (row, others) in enumerate(zip(one, two, strict=True))
        for x, (cell, other) in enumerate(zip(row, others, strict=True))
        if cell != other
    ]


def stopped_and_continued(terminal: Any) -> list[list[Any]]:
    """The screen after Ctrl+Z and fg, with a shell that wrote all over it in between."""
    os.kill(terminal.child.pid, signal.SIGTSTP)
    terminal.until(lambda: terminal.process.status() == psutil.STATUS_STOPPED)
    terminal.spoil()
    os.kill(terminal.child.pid, signal.SIGCONT)
    terminal.until(lambda: not terminal.is_spoiled)
    terminal.settle()
    return terminal.cells  # type: ignore[no-any-return]


# Some of them in every run, all of them at both sizes in the long one.
SHORT = [("entities", SIZES[1]), ("two articles", SIZES[0]), ("chronicle", SIZES[1]), ("palette over help", SIZES[1])]
ALL = in_brief([(screen, size) for screen in SCREENS for size in SIZES], SHORT)


@pytest.mark.parametrize(("screen", "size"), ALL)
def test_what_stands_is_what_a_fresh_drawing_shows(
    open_terminal: Open, tmp_path: Path, screen: str, size: tuple[int, int]
) -> None:
    (linked := tmp_path / "linked.md").write_text(LINKED)
    terminal = opened(open_terminal, linked if screen == "links" else SUEZ, size)
    at(terminal, screen)
    stands = terminal.cells
    assert differing(stands, stopped_and_continued(terminal)) == [], "after fg"

    other = OTHER[size]
    terminal.resize(*other)
    terminal.settle()
    stands_there = terminal.cells
    assert differing(stands_there, stopped_and_continued(terminal)) == [], "after another size"

    terminal.resize(*size)
    terminal.settle()
    back = terminal.cells
    assert differing(back, stopped_and_continued(terminal)) == [], "after the size there was"

    if screen == "hints":  # any other key ends them
        return
    terminal.child.send("\x0c")  # takes a message at the foot away
    terminal.settle()
    terminal.spoil()
    terminal.child.send("\x0c")
    terminal.settle()
    assert differing(back[:-1], terminal.cells[:-1]) == [], "after Ctrl+L"


def test_a_change_of_size_that_was_over_at_once_is_drawn_over(open_terminal: Open) -> None:
    terminal = opened(open_terminal, SUEZ, (120, 40))
    stands = terminal.cells
    terminal.spoil()  # what a terminal does when it becomes small and large again
    os.kill(terminal.child.pid, signal.SIGWINCH)
    terminal.until(lambda: not terminal.is_spoiled)
    terminal.settle()
    assert differing(stands, terminal.cells) == []


def test_a_change_of_size_that_another_thread_hears_of_is_drawn(open_terminal: Open) -> None:
    terminal = opened(open_terminal, SUEZ, (120, 40))
    stands = terminal.cells
    for thread in terminal.process.threads():  # the kernel chooses one, and under load not always the first
        terminal.spoil()
        ctypes.CDLL(None).tgkill(terminal.child.pid, thread.id, signal.SIGWINCH)
        terminal.until(lambda: not terminal.is_spoiled)
        terminal.settle()
        assert differing(stands, terminal.cells) == []


@pytest.mark.parametrize(
    "screen", in_brief(["help", "two articles", "article", "palette", "note editor", "all notes"], ["help"])
)
def test_many_changes_of_size_at_once(open_terminal: Open, screen: str) -> None:
    terminal = opened(open_terminal, SUEZ, (120, 40))
    at(terminal, screen)
    chance = random.Random(screen)
    for _ in range(4):
        for size in chance.choices([(200, 60), (120, 40), (80, 24), (100, 30), (60, 20)], k=chance.randint(1, 12)):
            terminal.resize(*size)
            terminal.drank_nothing(chance.choice([0, 0.001, 0.01, 0.03]))
        terminal.settle()
        stands = terminal.cells
        assert differing(stands, stopped_and_continued(terminal)) == []


@pytest.mark.parametrize("keys", ["", "?"])
def test_a_terminal_of_any_size_is_drawn_on(open_terminal: Open, keys: str) -> None:
    terminal = opened(open_terminal, SUEZ, (80, 24))
    terminal.child.send(keys)
    terminal.settle()
    for size in ((1, 1), (2, 80), (300, 3), (65535, 24), (20, 65535)):
        terminal.child.setwinsize(size[1], size[0])  # nothing is kept of what is sent to such a terminal
        terminal.settle()
        terminal.child.setwinsize(24, 80)
        terminal.settle()
    stands = terminal.cells
    assert differing(stands, stopped_and_continued(terminal)) == []
