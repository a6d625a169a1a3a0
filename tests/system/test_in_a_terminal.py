"""The whole program in a terminal: it opens what it is given, takes keys, and leaves nothing behind."""

import os
import shlex
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from tui.library.index.index import Index
from tui.library.index.schema import FILE
from tui.paths import bundled, cache_folder

Open = Callable[..., Any]
SAMPLES = bundled("sample_articles")
SUEZ = next(SAMPLES.glob("suez-1*"))
TITLE = "Giant container ship"


def until(condition: Callable[[], bool], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_a_file_is_opened_and_left(open_terminal: Open, size: tuple[int, int]) -> None:
    terminal = open_terminal(SUEZ, columns=size[0], rows=size[1])
    terminal.wait_for(TITLE)
    assert terminal.quit() == 0


def test_the_samples_are_the_library_at_the_first_start(open_terminal: Open) -> None:
    terminal = open_terminal()
    terminal.wait_for(TITLE)
    assert terminal.quit() == 0


def test_a_folder_is_a_list(open_terminal: Open) -> None:
    terminal = open_terminal(SAMPLES)
    terminal.wait_for(TITLE)
    terminal.wait_for("Apollo 13")
    assert terminal.quit() == 0


def test_standard_input_is_read_and_keys_still_come_from_the_terminal(open_terminal: Open) -> None:
    line = f"cat {shlex.quote(str(SUEZ))} | {sys.executable} -m tui -"
    terminal = open_terminal(command=("sh", "-c", line))
    terminal.wait_for("Suez")
    assert terminal.quit() == 0


def test_the_rest_is_read_when_one_of_several_is_missing(open_terminal: Open, tmp_path: Path) -> None:
    terminal = open_terminal(tmp_path / "missing.md", SUEZ)
    terminal.wait_for(TITLE)
    terminal.wait_for("does not exist")
    assert terminal.quit() == 0


def test_wrong_settings_are_said_at_the_start(open_terminal: Open, own_folders: Path) -> None:
    (own_folders / "config").mkdir(parents=True)
    (own_folders / "config" / "settings.toml").write_text("colunm = 3\n")
    terminal = open_terminal(SUEZ)
    terminal.wait_for("colunm")
    assert terminal.quit() == 0


def test_an_unknown_theme_is_said_at_the_start(open_terminal: Open, own_folders: Path) -> None:
    (own_folders / "config").mkdir(parents=True)
    (own_folders / "config" / "settings.toml").write_bytes(b'\xef\xbb\xbftheme = "gloom"\nmouse = ["no"]\n')
    terminal = open_terminal(SUEZ)
    terminal.wait_for("“gloom”")
    terminal.wait_for("“mouse”")
    assert terminal.quit() == 0


def test_the_analysis_arrives_and_is_known_next_time(open_terminal: Open) -> None:
    terminal = open_terminal(SUEZ, columns=120, rows=40)
    terminal.wait_for(" 1 O Suez Canal Authority")  # in the panel
    index = Index(cache_folder() / FILE)

    def is_known() -> bool:
        terminal.drink(0.05)  # a program whose output nobody reads stands still
        return bool(index.naming(["Suez Canal Authority"]))

    until(is_known)
    assert [known.title for known in index.recent()] == ["Giant container ship blocks the Suez Canal"]
    index.close()
    assert terminal.quit() == 0


def test_two_readers_run_side_by_side(open_terminal: Open) -> None:
    terminals = [open_terminal(sample) for sample in sorted(SAMPLES.glob("suez-*"))[:2]]
    for terminal in terminals:
        terminal.wait_for("Suez")
    assert [terminal.quit() for terminal in terminals] == [0, 0]


@pytest.mark.parametrize("way", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP], ids=lambda way: way.name)
def test_no_worker_outlives_its_reader(open_terminal: Open, way: signal.Signals) -> None:
    terminal = open_terminal(SUEZ)
    terminal.wait_for(TITLE)
    until(lambda: bool(terminal.process.children()))
    workers = terminal.process.children()
    os.kill(terminal.child.pid, way)
    until(lambda: not any(worker.is_running() and worker.status() != psutil.STATUS_ZOMBIE for worker in workers))


def test_a_hanging_analysis_does_not_delay_leaving(open_terminal: Open, tmp_path: Path) -> None:
    book = tmp_path / "book.txt"
    book.write_text("On 3 May 2021 Anna Berg of the World Bank met John Smith in Paris. " * 40_000)
    terminal = open_terminal(book)
    terminal.wait_for("Anna Berg")
    began = time.monotonic()
    assert terminal.quit() == 0
    assert time.monotonic() - began < 60


def test_a_restricted_reader_opens_only_what_it_was_given(open_terminal: Open, tmp_path: Path) -> None:
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "a.md").write_text("# An article\n\nSome words.")
    (tmp_path / "secret.md").write_text("# A secret\n\nSome words.")
    (tmp_path / "given" / "link.md").symlink_to(tmp_path / "secret.md")
    terminal = open_terminal("--restricted", tmp_path / "given")
    terminal.wait_for("An article")
    assert "secret" not in terminal.text.lower()
    assert terminal.quit() == 0
