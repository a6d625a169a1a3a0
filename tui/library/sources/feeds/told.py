"""How each feed is, in words: for the list on the screen and the one that is printed."""

import os
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from tui.counted import counted
from tui.library.sources.feeds.followed import Followed
from tui.library.sources.feeds.state import State, is_due
from tui.library.sources.feeds.states import read_states
from tui.library.sources.folder import articles_folder

_UNITS = ((86_400.0, "day"), (3_600.0, "hour"), (60.0, "minute"))


class Told(NamedTuple):
    """A feed in a list."""

    number: int
    feed: Followed
    articles: int
    bad: bool  # it could not be had the last time
    state: str  # all of it in words


def told(feeds: Sequence[Followed], now: float) -> tuple[Told, ...]:
    """The feeds as they are now."""
    states = read_states()
    return tuple(_told(number, one, states.get(one.address, State()), now) for number, one in enumerate(feeds, 1))


def lasting(seconds: float) -> str:
    """A length of time in words.

    >>> lasting(30), lasting(7300), lasting(90_000)
    ('less than a minute', '2 hours', '1 day')
    """
    length, unit = next(((length, unit) for length, unit in _UNITS if seconds >= length), (0.0, ""))
    return counted(int(seconds // length), unit) if length else "less than a minute"


def _told(number: int, feed: Followed, state: State, now: float) -> Told:
    articles = _count(feed)
    parts = [counted(articles, "article")]
    parts.append(f"asked {lasting(now - state.asked)} ago" if state.asked else "not asked yet")
    if state.gone:
        parts.append("gone for good")
    elif state.waits > now:
        parts.append(f"wants to be left alone for {lasting(state.waits - now)}")
    elif state.failures and not is_due(state, now):
        parts.append("waits before it is asked again")
    if state.reason:
        parts.append(state.reason)
    return Told(number, feed, articles, bool(state.failures), ", ".join(parts))


def _count(feed: Followed) -> int:
    with suppress(OSError), os.scandir(articles_folder() / feed.folder) as files:
        return sum(not file.name.startswith(".") for file in files)
    return 0
