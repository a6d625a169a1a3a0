"""Tasks in worker processes: in order, read as they are needed, and none costs another."""

import math
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing

import psutil
import pytest

from tui.library.indexing.pool import here, in_order
from tui.library.indexing.task import Done, Lost

KILL = int(signal.SIGKILL)


def test_answers_come_in_order() -> None:
    naps = [0.3, 0.0, 0.2, 0.0, 0.1]
    assert list(in_order(time.sleep, naps, 3)) == [(nap, Done(None)) for nap in naps]


def test_what_raises_is_lost_alone() -> None:
    told = [(4, Done(2.0)), (-1, Lost("ValueError: math domain error")), (9, Done(3.0))]
    assert list(in_order(math.sqrt, [4, -1, 9], 2)) == told
    assert list(here(math.sqrt, [4, -1, 9])) == told


def test_a_process_that_dies_is_tried_once_more_and_costs_its_task() -> None:
    told = dict(in_order(signal.raise_signal, [0, KILL, 0x00, int(signal.SIGSEGV)], 2))
    assert told[0] == Done(None)
    assert told[KILL] == Lost("its process was ended by SIGKILL")
    assert told[int(signal.SIGSEGV)] == Lost("its process was ended by SIGSEGV")


CUT = """
import os, pickle
from tui.library.indexing.task import Done
os.write(3, pickle.dumps(Done("x" * 100), 5)[:{length}])
os._exit(0)
"""


def test_an_answer_that_breaks_off_costs_its_task_alone() -> None:
    tasks = [CUT.format(length=length) for length in (0, 1, 60, -1)]
    tasks.insert(1, "import os; os.write(3, b'cno.such.module\\nName\\n.'); os._exit(0)")
    *told, (_, last) = in_order(exec, [*tasks, ""], 2)
    assert [type(outcome) for _, outcome in told] == [Lost] * 5
    assert last == Done(None)


def test_what_cannot_be_sent_is_lost_alone() -> None:
    [(_, lost), (_, done)] = in_order(bool, [threading.Lock(), 1], 1)
    assert isinstance(lost, Lost)
    assert done == Done(True)


def test_what_hangs_is_given_up() -> None:
    [(_, first), (_, second), (_, third)] = in_order(time.sleep, [0, 3600, 0], 2, patience=4)
    assert (first, third) == (Done(None), Done(None))
    assert second == Lost("it took longer than 4 seconds")


@pytest.mark.parametrize("taken", [1, 100])
def test_no_more_is_read_than_is_needed(taken: int) -> None:
    read = 0

    def endless() -> Iterator[int]:
        nonlocal read
        while True:
            read += 1
            yield read

    with closing(in_order(math.sqrt, endless(), 2)) as told:
        for _, _ in zip(range(taken), told, strict=False):
            assert read <= taken + 500 + 2 * 2


def test_workers_end_at_once_with_their_parent() -> None:
    code = "import time; from tui.library.indexing.pool import in_order; list(in_order(time.sleep, [3600], 1))"
    parent = subprocess.Popen([sys.executable, "-c", code])
    try:
        end = time.monotonic() + 120
        workers: list[psutil.Process] = []
        while not any("tui.library.indexing.task" in each.cmdline() and each.num_threads() > 1 for each in workers):
            assert time.monotonic() < end
            time.sleep(0.01)
            workers = psutil.Process(parent.pid).children()
    finally:
        parent.kill()
        parent.wait()
    assert not psutil.wait_procs(workers, timeout=120)[1]
