"""Work that must end within some processor time, or the test fails and says what it was."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest


class Late(BaseException):
    """The time is up; no `except Exception` of a reader may hold it back."""


@contextmanager
def at_most(seconds: float, what: str) -> Iterator[None]:
    """Ends what takes more processor time than this."""

    def end(number: int, frame: FrameType | None) -> None:
        raise Late

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    except Late:
        pytest.fail(f"{what}: not done after {seconds:.1f} s")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
