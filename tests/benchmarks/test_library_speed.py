"""Twenty thousand articles: the first rows, keys while they are read, letters of the filter, the way back, memory."""

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.many import write_articles
from tests.benchmarks.test_screen_speed import Row, print_table
from tui.flags import READ
from tui.notes.store import NoteStore
from tui.paths import data_folder, make_private

pytestmark = pytest.mark.bench

COUNT = int(os.environ.get("ARTICLES", "20000"))
TYPED = ("suez canal", "ship delay", "inquiry -port", "from:reuters grain", "is:unread tunnel")


def p50_p95(times: list[float]) -> str:
    times.sort()
    return f"{statistics.median(times):.1f} / {times[min(len(times) - 1, int(len(times) * 0.95))]:.1f}"


def test_the_library_answers_at_once(stop_watch: Callable[..., Any], tmp_path: Path) -> None:
    folder = tmp_path / "many"
    write_articles(folder, COUNT)
    command = (sys.executable, "-m", "tui", str(folder))

    began = time.perf_counter()
    watch = stop_watch(*command)
    row: Row = {"first rows, first time, ms": watch.wait_for(" in ")}
    watch.wait_for("reading ")
    row["key while reading, ms"] = p50_p95([watch.press("j").first for _ in range(100)])
    watch.wait_for("names", 1200)  # only cells that change are sent
    row["all texts are known, s"] = f"{time.perf_counter() - began:.1f}"
    row["key while finding names, ms"] = p50_p95([watch.press("k").first for _ in range(100)])
    watch.quit("Q")

    store = NoteStore(make_private(data_folder()))
    store.flags.turn({str(file.resolve()): {READ: True} for file in sorted(folder.iterdir())[::2]})
    store.close()
    watch = stop_watch(*command)
    row["first rows, later, ms"] = watch.wait_for(" in ")
    watch.wait_for("names", 1200)  # only cells that change are sent
    letters = []
    for typed in TYPED:
        watch.press("/")
        for letter in typed:
            letters.append(watch.press(letter).last)
        watch.press("\r")
        watch.press("\x1b")
    row["a letter of the filter, ms"] = p50_p95(letters)
    back, stars = [], []
    for _ in range(8):
        watch.press("j\r")
        watch.settle(1)
        back.append(watch.press("q").first)
        watch.settle(0.5)
        stars.append(watch.press("s").first)
    row["back from an article, ms"] = p50_p95(back)
    row["a star, ms"] = p50_p95(stars)
    watch.press("f")
    watch.settle(2)
    row["memory, MiB"] = watch.memory
    watch.quit("Q")
    print_table(f"{COUNT:,} articles (middle / 95th percentile)", {"dateline": row})
