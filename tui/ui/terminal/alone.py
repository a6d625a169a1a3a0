"""Where the system allows no other thread, keys, drawing and what is slow take turns in the one there is.

Each is begun as a thread; only where that fails it works here: keys are heard a moment later then."""

import asyncio
import select
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

from textual.drivers import linux_driver
from textual.drivers._writer_thread import WriterThread

P = ParamSpec("P")
T = TypeVar("T")


def take_turns() -> None:
    """Make the running loop, and the driver that is started next, bear a system without threads."""
    asyncio.get_running_loop().set_default_executor(Aside())
    vars(linux_driver).update(Thread=KeyListener, WriterThread=Writer)


class Aside(ThreadPoolExecutor):
    """Does what is slow beside the keys, or at once."""

    def submit(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Begin the work; what it gives or raises stands in the future."""
        future: Future[T] = Future()
        first = threading.Lock()  # a pool that found no thread has kept the work all the same

        def do() -> None:
            if not first.acquire(blocking=False) or not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(work(*args, **kwargs))
            except BaseException as error:
                future.set_exception(error)

        try:
            super().submit(do)
        except RuntimeError:
            do()
        return future


class Writer(WriterThread):
    """Writes to the terminal beside the keys, or at once."""

    _alone = False

    def start(self) -> None:
        """Begin."""
        try:
            super().start()
        except RuntimeError:
            self._alone = True

    def write(self, text: str) -> None:
        """Write some text."""
        if self._alone:
            self._file.write(text)
            self._file.flush()
        else:
            super().write(text)

    def stop(self) -> None:
        """End, when all is written."""
        if not self._alone:
            super().stop()


class KeyListener(threading.Thread):
    """Waits for keys, or is called by the event loop when there are some."""

    _driver: Any = None  # where there is no thread

    def __init__(self, target: Callable[[], None], name: str) -> None:
        super().__init__(target=target, name=name)
        self._listen = target

    def start(self) -> None:
        """Begin."""
        try:
            super().start()
        except RuntimeError:
            self._driver = self._listen.__self__  # type: ignore[attr-defined]
            self._loop = asyncio.get_running_loop()
            self._loop.add_reader(self._driver.fileno, self._hear)

    def join(self, timeout: float | None = None) -> None:
        """Wait for the end."""
        if self._driver is None:
            super().join(timeout)
        else:
            self._loop.remove_reader(self._driver.fileno)

    def _hear(self) -> None:
        """Listen as the thread does, until nothing has come for a moment: an Esc alone is a key only then."""
        driver = self._driver
        end, driver.exit_event = driver.exit_event, Silence(driver.fileno, driver.exit_event)
        try:
            self._listen()
        finally:
            driver.exit_event = end


class Silence(threading.Event):
    """Stands for the event that ends listening: set where the terminal was silent for two looks."""

    def __init__(self, terminal: int, end: threading.Event) -> None:
        super().__init__()
        self._terminal = terminal
        self._end = end
        self._silent = 0

    def is_set(self) -> bool:
        """Whether listening ends."""
        self._silent = 0 if select.select([self._terminal], [], [], 0)[0] else self._silent + 1
        return self._silent > 1 or self._end.is_set()
