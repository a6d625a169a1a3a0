"""What grows with the library, from a thousand articles on: `ARTICLES=100000 ANALYSED=20000 make bench`."""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.benchmarks.many import write_articles
from tests.benchmarks.test_screen_speed import Row, print_table
from tui.library.index.articles import states
from tui.library.index.index import Index
from tui.library.index.schema import FILE
from tui.library.indexing.files import files_under, todo
from tui.library.indexing.pool import here
from tui.library.indexing.run import bring_up_to_date
from tui.library.query import parse

pytestmark = pytest.mark.bench

ARTICLES = int(os.environ.get("ARTICLES", "10000"))  # of the largest library
ANALYSED = int(os.environ.get("ANALYSED", "1000"))  # of the largest in which names and dates are found too
STEPS = (1_000, 10_000, 20_000, 100_000)
TYPED = ("suez canal", "ship delay", "inquiry grain", "tunnel")
MORE = 20  # articles that are added one by one


def test_a_library_of_any_size(tmp_path: Path) -> None:
    rows: dict[str, Row] = {}
    for size in (size for size in STEPS if size <= ARTICLES):
        folder, home = tmp_path / f"{size}", tmp_path / f"home{size}"
        write_articles(folder, size)
        row: Row = {"texts, s of CPU for 1,000": f"{cpu_of(folder, home, '--texts-only') * 1000 / size:.2f}"}
        row["texts, bytes each"] = float(bytes_of(home) / size)
        if size <= ANALYSED:
            row["all of it, s of CPU for 1,000"] = f"{cpu_of(folder, home) * 1000 / size:.1f}"
            row["all of it, bytes each"] = float(bytes_of(home) / size)
            row["and nothing to do, s of CPU"] = f"{cpu_of(folder, home):.2f}"
        index = Index(home / "cache" / FILE)
        try:
            row["a letter of the filter, ms"] = spread(letters(index))
            row["the list, ms"] = spread(timed(index.everything) for _ in range(5))
            row["what has changed, ms"] = spread(timed(lambda i=index, f=folder: changes(i, f)) for _ in range(5))
            row["one article more, ms"] = spread(one_more(index, tmp_path / f"more{size}", size))
        finally:
            index.close()
        rows[f"{size:,}"] = row
    print_table("A library that grows (ms and s of processor, middle / worst; bytes of the index)", rows)
    first, *_, last = rows.values() if len(rows) > 1 else (*rows.values(), *rows.values())
    for what in ("texts, s of CPU for 1,000", "texts, bytes each"):
        assert float(last[what]) < 2 * float(first[what]), "it grows faster than the library"


def cpu_of(folder: Path, home: Path, *options: str) -> float:
    """Seconds of processor time that it takes to bring an index up to date, those of its workers with it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = (sys.executable, "-m", "tui", "index", *options, str(folder))
    subprocess.run(command, env={**os.environ, "DATELINE_HOME": str(home)}, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def bytes_of(home: Path) -> int:
    return sum(file.stat().st_size for file in (home / "cache").glob("index*"))


def letters(index: Index) -> Iterable[float]:
    for typed in TYPED:
        for end in range(1, len(typed) + 1):
            words = parse(typed[:end]).words
            yield timed(lambda words=words: index.holding(words))


def changes(index: Index, folder: Path) -> object:
    return todo(files_under([folder]), index.database.read(states, {}), [str(folder)])


def one_more(index: Index, folder: Path, size: int) -> Iterable[float]:
    """Milliseconds of processor for an article that is read and written by itself, its text only."""
    write_articles(folder, MORE)
    for file in sorted(folder.iterdir()):
        file.write_text(f"{file.read_text(encoding='utf-8')}\n\nThis is one of {size:,}.\n", encoding="utf-8")
        yield timed(lambda f=file: bring_up_to_date(index.database, [f], here, lambda step: None, False))


def timed(work: Callable[[], object]) -> float:
    began = time.process_time()  # however busy the machine is
    work()
    return (time.process_time() - began) * 1000


def spread(times: Iterable[float]) -> str:
    found = sorted(times)
    return f"{statistics.median(found):.1f} / {found[-1]:.1f}"
