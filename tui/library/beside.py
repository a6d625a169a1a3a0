"""Work in a thread beside the keys: they wait half a millisecond for it, and for no collection of what can go."""

import gc
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

GIVE_WAY_SECONDS = 0.0005  # for so long the thread that does it keeps a key waiting

_lock = threading.Lock()
_before: list[tuple[bool, float]] = []  # how it was, for each that works so


@contextmanager
def beside_the_keys() -> Iterator[None]:
    """For what makes many objects. Both settings are the whole program's: the last that works so puts them back."""
    with _lock:
        _before.append(_before[0] if _before else (gc.isenabled(), sys.getswitchinterval()))
        gc.disable()
        sys.setswitchinterval(GIVE_WAY_SECONDS)
    try:
        yield
    finally:
        with _lock:
            collecting, interval = _before.pop()
            if not _before:
                sys.setswitchinterval(interval)
                if collecting:
                    gc.enable()
