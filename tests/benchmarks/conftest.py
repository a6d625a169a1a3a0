"""A terminal with a stop watch: starts a program, presses keys, and says how long the answer took and what it cost."""

import os
import re
import select
import statistics
import time
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import psutil
import pytest
from ptyprocess import PtyProcess

QUIET = 0.05  # seconds of silence that end an answer
PATIENCE = 3.0  # seconds until a key counts as unanswered
SEQUENCE = re.compile(rb"\x1b\[[<=>?]?[0-9;:]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()].|\x1b[=>78MDE]")
FRAME = b"\x1b[?2026h"
WANTS_FRAMES = b"\x1b[?2026$p"  # a program asks whether the terminal knows synchronised output
KNOWS_FRAMES = b"\x1b[?2026;2$y"


class Answer(NamedTuple):
    """What a program sent after a key: first and last byte in milliseconds after it, and how much."""

    first: float
    last: float
    bytes: int
    frames: int


class StopWatch:
    """A program in a terminal of its own. It only times and counts: nothing is drawn, so nothing delays the reading."""

    def __init__(self, command: list[str], size: tuple[int, int] = (120, 40), **env: str) -> None:
        columns, rows = size
        surroundings = {k: v for k, v in os.environ.items() if k not in ("SSH_CONNECTION", "NO_COLOR", "TMUX")}
        surroundings |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"} | env
        self._began = time.perf_counter()
        self._child = PtyProcess.spawn(command, env=surroundings, dimensions=(rows, columns))
        self.process = psutil.Process(self._child.pid)
        self.words = ""  # everything sent so far, without the codes

    def wait_for(self, words: str, seconds: float = 60) -> float:
        """Milliseconds from the start until these words were sent."""
        while words not in self.words:
            assert time.perf_counter() < self._began + seconds, f"no “{words}” in: {self.words[-500:]}"
            self._read(1)
        return (time.perf_counter() - self._began) * 1000

    def settle(self, quiet: float = 0.4) -> None:
        """Wait until nothing is sent any more."""
        while self._read(quiet):
            pass

    def press(self, keys: str) -> Answer:
        """The answer to keys that are typed at once."""
        start = time.perf_counter()
        self._child.write(keys.encode())
        return self._answer(start)

    def resize(self, columns: int, rows: int) -> Answer:
        """The answer to another size."""
        start = time.perf_counter()
        self._child.setwinsize(rows, columns)
        return self._answer(start)

    def quit(self, keys: str) -> float:
        """Milliseconds until the program is gone."""
        start = time.perf_counter()
        self._child.write(keys.encode())
        while self._child.isalive():
            assert time.perf_counter() < start + 10, "it does not end"
            self._read(0.005)
        return (time.perf_counter() - start) * 1000

    def idle(self, seconds: float) -> tuple[float, float]:
        """Bytes a second and percent of a processor while nothing happens."""
        before, end, sent = self._cpu(), time.perf_counter() + seconds, 0
        while (left := end - time.perf_counter()) > 0:
            sent += len(self._read(left))
        return sent / seconds, (self._cpu() - before) / seconds * 100

    @property
    def memory(self) -> float:
        """MiB of the program itself, without the processes it started."""
        return float(self.process.memory_info().rss) / 2**20

    def close(self) -> None:
        """End it, whatever it does."""
        self._child.close(force=True)

    def _cpu(self) -> float:
        times = self.process.cpu_times()
        return float(times.user + times.system)

    def _answer(self, start: float) -> Answer:
        first = last = None
        sent = frames = 0
        while (output := self._read(QUIET if sent else PATIENCE)) and (now := time.perf_counter()) < start + PATIENCE:
            last = now
            first = first or last
            sent += len(output)
            frames += output.count(FRAME)
        if first is None or last is None:
            return Answer(PATIENCE * 1000, PATIENCE * 1000, 0, 0)
        return Answer((first - start) * 1000, (last - start) * 1000, sent, frames)

    def _read(self, seconds: float) -> bytes:
        """What is sent within some time; nothing if nothing is."""
        if not select.select([self._child.fd], [], [], seconds)[0]:
            return b""
        try:
            output = os.read(self._child.fd, 1 << 16)
        except OSError:  # the program is gone
            return b""
        if WANTS_FRAMES in output:
            self._child.write(KNOWS_FRAMES)
        self.words += SEQUENCE.sub(b"", output).decode("utf-8", "replace")
        self.words = self.words[-200_000:]
        return output


class Figures(NamedTuple):
    """Many answers in short."""

    median: float
    worst: float  # of twenty: the 95th percentile
    bytes: float
    frames: float

    def __str__(self) -> str:
        return f"{self.median:.1f} / {self.worst:.1f}"


@pytest.fixture
def stop_watch() -> Iterator[Callable[..., StopWatch]]:
    """Starts a program under the stop watch."""
    started: list[StopWatch] = []

    def start(*command: str, **options: Any) -> StopWatch:
        started.append(StopWatch(list(command), **options))
        return started[-1]

    yield start
    for watch in started:
        watch.close()


@pytest.fixture
def figures_of() -> Callable[..., Figures]:
    """Presses keys again and again and sums the answers up."""

    def measure(watch: StopWatch, keys: str, times: int) -> Figures:
        answers = [watch.press(keys) for _ in range(times)]
        lasts = sorted(answer.last for answer in answers)
        return Figures(
            statistics.median(lasts),
            lasts[min(len(lasts) - 1, int(len(lasts) * 0.95))],
            statistics.median(answer.bytes for answer in answers),
            statistics.median(answer.frames for answer in answers),
        )

    return measure
