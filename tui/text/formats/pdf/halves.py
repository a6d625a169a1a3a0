"""The second half of a long PDF is read by a second process: a person waits half as long for the first page."""

import os
import pickle
from collections.abc import Callable
from contextlib import suppress

from tui.text.formats.pdf.lines import Page

MANY = 60  # pages; fewer are read sooner by one process


def in_halves(read: Callable[[range], list[Page]], number: int) -> list[Page]:
    """The pages that `read` makes of all numbers; fewer where its time was up. The process must have no threads."""
    if number < MANY or (os.cpu_count() or 1) < 2 or not hasattr(os, "fork"):
        return read(range(number))
    middle = (number + 1) // 2
    coming, going = os.pipe()
    try:
        process = os.fork()
    except OSError:  # there may be no other process
        os.close(coming)
        os.close(going)
        return read(range(number))
    if process == 0:
        try:
            with os.fdopen(going, "wb") as stream:
                pickle.dump(read(range(middle, number)), stream, pickle.HIGHEST_PROTOCOL)
        finally:
            os._exit(0)
    os.close(going)
    first = read(range(middle))
    rest: list[Page] = []
    with os.fdopen(coming, "rb") as stream, suppress(EOFError, OSError, pickle.UnpicklingError):
        rest = pickle.load(stream)
    os.waitpid(process, 0)
    if len(first) < middle:  # what follows would stand behind a gap
        return first
    return first + (rest or read(range(middle, number)))
