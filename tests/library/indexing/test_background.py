"""The process beside a reader: it says how far it is, notices what changes, lets one do the work, and ends with it."""

import io
import json
import queue
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.library.finding import holding
from tui.library.index.index import Index
from tui.library.indexing import process
from tui.library.indexing.background import Background
from tui.library.indexing.pool import cores
from tui.library.indexing.process import processes_for
from tui.library.indexing.run import NAMES, TEXTS, Step
from tui.library.indexing.turn import my_turn
from tui.library.indexing.work import analyse_some, read_some


class Listener:
    """Waits for what is said."""

    def __init__(self) -> None:
        self._said: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()

    def __call__(self, said: dict[str, Any]) -> None:
        self._said.put(said)

    def until(self, stage: str) -> dict[str, Any]:
        while True:
            said = self._said.get(timeout=600)  # it is nice
            if said["stage"] == stage:
                return said


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with one article."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "a.md").write_text("# Strike\n\nAnna Berg resigned in Oslo.\n")
    return folder


@pytest.fixture
def begun(tmp_path: Path, shelf: Path) -> Iterator[tuple[Background, Listener]]:
    """The process for that folder."""
    heard = Listener()
    background = Background(tmp_path / "index.sqlite", [shelf], heard)
    yield background, heard
    background.close()


def test_it_reads_and_looks_again_when_asked(begun: tuple[Background, Listener], shelf: Path, tmp_path: Path) -> None:
    background, heard = begun
    assert heard.until("end")["analysed"] == 1
    (shelf / "b.md").write_text("# Storm\n\nA storm came over Riga.\n")
    background.look()
    assert heard.until("end")["read"] == 1
    index = Index(tmp_path / "index.sqlite")
    assert [hit.title for hit in holding(index, "storm")] == ["Storm"]
    index.close()


def test_it_ends_with_its_reader(begun: tuple[Background, Listener]) -> None:
    background, heard = begun
    heard.until("end")
    process = psutil.Process(background.pid)
    background.close()
    assert not process.is_running()


def test_another_reader_does_the_work_meanwhile(tmp_path: Path, shelf: Path) -> None:
    heard = Listener()
    with my_turn(tmp_path / "index.sqlite") as mine:
        assert mine
        background = Background(tmp_path / "index.sqlite", [shelf], heard)
        heard.until("others")
    background.look()
    heard.until("end")
    background.close()


def test_texts_are_read_on_all_cores_and_names_leave_one_alone() -> None:
    assert processes_for(read_some) == cores()
    assert processes_for(analyse_some) == max(1, cores() - 1)


def test_what_takes_minutes_is_told_once_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(1, 10_000))
    monkeypatch.setattr(process.time, "monotonic", lambda: next(clock) / 10)  # a tenth of a second for each step
    answers = io.StringIO()
    tell = process._Teller(answers)
    for stage in (TEXTS, NAMES):
        for done in range(101):
            tell(Step(stage, done, 100))
    told = [json.loads(line) for line in answers.getvalue().splitlines()]
    steps = {stage: [one["done"] for one in told if one["stage"] == stage] for stage in (TEXTS, NAMES)}
    assert steps[NAMES][0] == 0
    assert steps[NAMES][-1] == 100
    assert 9 <= len(steps[NAMES]) <= 12
    assert len(steps[TEXTS]) > 30
