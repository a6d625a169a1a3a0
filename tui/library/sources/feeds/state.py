"""What a feed answered becomes when it is asked again; pure, so that every rule of it can be tried."""

import math
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from tui.library.sources.answer import Unfetched
from tui.library.sources.waiting import FRESH, LONGEST, seconds_fresh
from tui.text.harmless import harmless_line

FIRST_WAIT = 600.0  # seconds after a failure; twice as many after each one more
LONGEST_WAIT = 24 * 3600.0
SELDOM = 900.0  # seconds between two times that nobody asked for
MOST_FAILURES = 1_000  # that are counted
_HEADER = re.compile(r"[\x20-\x7e\xa0-\xff]{0,1000}")  # what can be sent
NOT_MODIFIED, GONE = 304, 410


class State(NamedTuple):
    """What the program knows of a feed; it may be forgotten at any moment, and costs a question more then."""

    etag: str = ""
    modified: str = ""
    asked: float = 0.0  # when, in seconds since 1970; 0 for never
    fresh: float = 0.0  # until when there is nothing new, as the site says
    waits: float = 0.0  # until when the site wants to be left alone
    failures: int = 0  # since it last answered
    reason: str = ""  # of the last failure, or of what was odd
    gone: bool = False  # for good


def state_of(said: Mapping[str, object], now: float) -> State:
    """What somebody has written of a feed, as far as it can be so: another program may have done it, or a clock that
    went wrong, which must not keep a feed from being asked for years."""
    times = {"asked": now, "fresh": now + FRESH, "waits": now + LONGEST}
    known: dict[str, Any] = {}
    for name, value in said.items():
        if name in times and isinstance(value, int | float) and 0 <= value < math.inf:
            known[name] = float(min(value, times[name]))
        elif name in ("etag", "modified") and isinstance(value, str) and _HEADER.fullmatch(value):
            known[name] = value
        elif name == "reason" and isinstance(value, str):
            known[name] = harmless_line(value[:1_000])
        elif name == "failures" and type(value) is int and value >= 0:
            known[name] = min(value, MOST_FAILURES)
        elif name == "gone":
            known[name] = value is True
    return State(**known)


def is_due(state: State, now: float, named: bool = False, unasked: bool = False) -> bool:
    """Whether a feed is asked now: one that a person `named` always, but for sites that want to be left alone;
    `unasked` is what the program does by itself."""
    if now < state.waits:
        return False
    if named:
        return True
    if state.gone:
        return False
    if state.failures:
        return now >= state.asked + wait_after(state.failures)
    return now >= max(state.fresh, state.asked + SELDOM if unasked else 0.0)


def wait_after(failures: int) -> float:
    """How many seconds a feed is left alone that failed so many times.

    >>> [wait_after(number) / 60 for number in (1, 2, 3, 20)]
    [10.0, 20.0, 40.0, 1440.0]
    """
    return min(FIRST_WAIT * 2.0 ** min(failures - 1, 20), LONGEST_WAIT)


def conditions(state: State) -> dict[str, str]:
    """What is said with the question, so that only what is new comes."""
    said = {"If-None-Match": state.etag, "If-Modified-Since": state.modified}
    return {name: value for name, value in said.items() if value}


def answered(
    state: State, status: int, headers: Mapping[str, str], now: float, whole: bool = True, reason: str = ""
) -> State:
    """The state after an answer; of one that was not `whole` the next must come whatever the site thinks we have."""
    kept = state if status == NOT_MODIFIED else State()
    rules = headers.get("cache-control", "")
    if not whole:
        return State(asked=now, reason=reason)
    return State(
        headers.get("etag", kept.etag)[:1_000],
        headers.get("last-modified", kept.modified)[:200],
        now,
        now + seconds_fresh(rules, "" if rules else headers.get("expires", ""), now),
        reason=reason,
    )


def failed(state: State, error: Exception, now: float) -> State:
    """The state after a failure."""
    wait = error.wait if isinstance(error, Unfetched) else 0.0
    gone = isinstance(error, Unfetched) and error.status == GONE
    return state._replace(
        asked=now, failures=state.failures + 1, reason=str(error), waits=now + wait if wait else 0.0, gone=gone
    )
