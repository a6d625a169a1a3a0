"""Tasks go to worker processes, and their answers come back in order; a process that dies or hangs costs its task."""

import os
import queue
import signal
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from typing import Any, TypeVar

from tui.library.indexing.task import Lost, Outcome, attempted
from tui.library.process import COMMAND, log
from tui.text.wire import receive, send

PATIENCE = 600.0  # seconds after which a task is given up
ATTEMPTS = 2  # the second one in a fresh process
_QUEUED = 2  # tasks for each process that are read ahead
_FINISHED = 500  # answers that wait for one before them
_LOOK = 0.2  # seconds between two looks at the clock

Task = TypeVar("Task")


def cores() -> int:
    """How many processes can work at the same time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def here(function: Callable[[Task], Any], tasks: Iterable[Task]) -> Generator[tuple[Task, Outcome]]:
    """As `in_order`, in this process: sooner where there is little to do."""
    for task in tasks:
        yield task, attempted(function, task)


def in_order(
    function: Callable[[Task], Any], tasks: Iterable[Task], processes: int, patience: float = PATIENCE
) -> Generator[tuple[Task, Outcome]]:
    """Every task with what became of it, in the order of the tasks; these are read as they are needed.

    `function` stands at the top of a module. Whoever does not read to the end closes the generator."""
    pool = _Pool(function, processes, patience)
    waiting: deque[_Slot] = deque()
    source, open_tasks, more = iter(tasks), 0, True
    try:
        while True:
            while more and open_tasks < _QUEUED * processes and len(waiting) < _FINISHED:
                try:
                    slot = _Slot(next(source))
                except StopIteration:
                    more = False
                    break
                waiting.append(slot)
                pool.tasks.put(slot)
                open_tasks += 1
            while waiting and (outcome := waiting[0].outcome) is not None:
                yield waiting.popleft().task, outcome
            if open_tasks:
                open_tasks -= pool.finished()
            elif not more:
                return
    finally:
        pool.close()


class _Slot:
    """A task on its way. The lock keeps a process from being killed for a task that it has just done."""

    def __init__(self, task: Any) -> None:
        self.task = task
        self.outcome: Outcome | None = None
        self.lock = threading.Lock()
        self.process: _Process | None = None  # that works on it
        self.began = 0.0
        self.given_up = False


class _Process:
    """One worker process. It has a process group of its own: Ctrl+C is for the parent to answer."""

    def __init__(self) -> None:
        command = (*COMMAND[:2], "-X", "utf8", "-m", "tui.library.indexing.task")
        with log() as errors:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, process_group=0
            )

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""
        return self._process.poll() is None

    def ask(self, function: Callable[[Any], Any], task: Any) -> Outcome:
        """What it makes of a task; raises EOFError or OSError when it died."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        send(self._process.stdin, (function, task))
        outcome: Outcome = receive(self._process.stdout)
        return outcome

    def kill(self) -> None:
        """End it now, whatever it does."""
        self._process.kill()

    def end(self) -> str:
        """Leave no zombie and no pipe; what it died of."""
        self._process.kill()
        status = self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not sent yet
                    pipe.close()
        return f"its process was ended by {_signal(-status)}" if status < 0 else f"its process ended with {status}"


class _Pool:
    """A thread for each process: it hands a task over and waits for the answer."""

    def __init__(self, function: Callable[[Any], Any], processes: int, patience: float) -> None:
        self.tasks: queue.SimpleQueue[_Slot | None] = queue.SimpleQueue()
        self._function = function
        self._patience = patience
        self._done: queue.SimpleQueue[_Slot] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._busy: set[_Slot] = set()
        self._running: set[_Process] = set()
        self._closed = False
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(processes)]
        for thread in self._threads:
            thread.start()

    def finished(self) -> int:
        """Wait for tasks to be done, not for long; how many are."""
        with suppress(queue.Empty):
            self._done.get(timeout=_LOOK)
            return 1
        now = time.monotonic()
        with self._lock:
            late = [slot for slot in self._busy if now - slot.began > self._patience]
        for slot in late:
            with slot.lock:
                if slot.process is not None:
                    slot.given_up = True
                    slot.process.kill()
        return 0

    def close(self) -> None:
        """End all processes, whatever they do."""
        with self._lock:
            self._closed = True
            running = tuple(self._running)
        for process in running:
            process.kill()
        for _ in self._threads:
            self.tasks.put(None)
        for thread in self._threads:
            thread.join(_LOOK)

    def _work(self) -> None:
        process: _Process | None = None
        while (slot := self.tasks.get()) is not None and not self._closed:
            outcome: Outcome = Lost("")
            for _ in range(ATTEMPTS):
                if process is not None and not process.alive:
                    self._ended(process)
                    process = None
                try:
                    process = process or self._started()
                    self._begin(slot, process)
                    outcome = process.ask(self._function, slot.task)
                    break
                except Exception as error:  # a thread that dies would be waited for without end
                    outcome = Lost(self._ended(process) if process else f"no process could be started: {error}")
                    process = None
                    if slot.given_up:
                        outcome = Lost(f"it took longer than {self._patience:g} seconds")
                        break
                finally:
                    self._end(slot)
            slot.outcome = outcome
            self._done.put(slot)
        if process is not None:
            self._ended(process)

    def _started(self) -> _Process:
        with self._lock:
            if self._closed:
                raise OSError("everything ends")
            process = _Process()
            self._running.add(process)
            return process

    def _ended(self, process: _Process) -> str:
        with self._lock:
            self._running.discard(process)
        return process.end()

    def _begin(self, slot: _Slot, process: _Process) -> None:
        with slot.lock:
            slot.process, slot.began = process, time.monotonic()
        with self._lock:
            self._busy.add(slot)

    def _end(self, slot: _Slot) -> None:
        with slot.lock:
            slot.process = None
        with self._lock:
            self._busy.discard(slot)


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
