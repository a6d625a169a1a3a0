"""A real Dask scheduler with two workers on loopback does what processes do here, and may lose one of them."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

pytest.importorskip("distributed")

from distributed import Client

from tui.errors import ReaderError
from tui.library.index.database import Database
from tui.library.indexing.cluster import cluster
from tui.library.indexing.pool import here
from tui.library.indexing.run import NAMES, Step, Summary, bring_up_to_date


class Running(NamedTuple):
    """A scheduler and its workers."""

    address: str
    workers: tuple[subprocess.Popen[bytes], ...]


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    """They run in processes of their own, in a folder without the articles."""
    place, elsewhere = tmp_path / "scheduler.json", tmp_path / "elsewhere"
    elsewhere.mkdir()

    begun: list[subprocess.Popen[bytes]] = []
    options = ("--scheduler-file", str(place), "--host", "127.0.0.1", "--no-dashboard")

    def begin(what: str, *more: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *options, *more]
        begun.append(subprocess.Popen(command, cwd=elsewhere, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        return begun[-1]

    try:
        begin("scheduler", "--port", "0")
        end = time.monotonic() + 120
        while not (place.exists() and place.read_text().strip().endswith("}")):
            assert time.monotonic() < end
            time.sleep(0.05)
        alone = ("--nthreads", "1", "--no-nanny", "--local-directory", str(elsewhere))
        workers = (begin("worker", *alone), begin("worker", *alone))
        with Client(scheduler_file=str(place), timeout=120, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=120)
            address = str(client.scheduler.address)
        yield Running(address, workers)
    finally:
        for process in begun:
            process.kill()
            process.wait()


def rows_of(database: Database, question: str) -> list[tuple[object, ...]]:
    none: list[tuple[object, ...]] = []
    return database.read(lambda db: list(db.execute(question)), none)


def test_a_cluster_makes_the_same_index_though_a_worker_dies(running: Running, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    for number in range(200):
        (shelf / f"{number}.txt").write_text(
            f"Story {number}\n\nAnna Berg resigned in Oslo on {number % 28 + 1} May 2019.\n"
        )
    (shelf / "empty.txt").write_text("")
    killed = False

    def tell(step: Step) -> None:
        nonlocal killed
        if step.stage == NAMES and step.done and not killed:
            killed = True
            running.workers[0].kill()

    found, expected = Database(tmp_path / "cluster.sqlite"), Database(tmp_path / "here.sqlite")
    with cluster(running.address) as run:
        assert bring_up_to_date(found, [shelf], run, tell) == Summary(201, 201, 0, 200, 1, 0)
    assert killed
    bring_up_to_date(expected, [shelf], here, lambda step: None)
    for question in (
        "SELECT source, title, published, digest, words, trouble FROM articles ORDER BY source",
        "SELECT digest, fingerprint, body FROM analyses JOIN codes ON codes.id = code ORDER BY digest",
        "SELECT source, name, kind FROM names JOIN articles ON id = article ORDER BY source, name",
    ):
        assert rows_of(found, question)
        assert rows_of(found, question) == rows_of(expected, question)
    found.close()
    expected.close()


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nowhere", "tcp://127.0.0.1:none"])
def test_no_scheduler_is_one_sentence(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.library.indexing.cluster.CONNECT_SECONDS", 0.5)
    with pytest.raises(ReaderError, match="No Dask scheduler answers"), cluster(address):
        pass
