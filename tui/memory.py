"""Memory that is free again goes back to the system, whichever thread it was for."""

from contextlib import suppress

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8  # of malloc.h
_AT_ONCE = 1 << 17  # bytes: pieces so large go back by themselves, and so much may stay for later


def give_back_memory() -> None:
    """From now on. The C library keeps a heap for each thread, and larger pieces as it gets used to them: a list that
    is made anew beside the keys would leave the room of each of its threads taken. Another library is left alone."""
    with suppress(ImportError, OSError, AttributeError, TypeError):
        from ctypes import CDLL

        library = CDLL(None)
        for what, value in ((_ARENA_MAX, 1), (_MMAP_THRESHOLD, _AT_ONCE), (_TRIM_THRESHOLD, _AT_ONCE)):
            library.mallopt(what, value)
