"""How each feed is, in words: for the list on the screen and the one that is printed."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from tui.counted import counted
from tui.library.sources.feeds.followed import Followed
from tui.library.sources.feeds.state import State, is_due
from tui.library.sources.feeds.states import read_states
from tui.library.sources.folder import articles_folder

NOBODY_COUNTED: Mapping[str, int] = {}
_UNITS = ((86_400.0, "day"), (3_600.0, "hour"), (60.0, "minute"))


class Told(NamedTuple):
    """A feed in a list."""

    number: int
    feed: Followed
    articles: int
    bad: bool  # it could not be had the last time
    state: str  # all of it in words


def told(feeds: Sequence[Followed], now: float, unread: Mapping[str, int] = NOBODY_COUNTED) -> tuple[Told, ...]:
    """The feeds as they are now; `unread` articles are counted by their folders, where anybody has counted them."""
    states = read_states()
    return tuple(
        _told(number, one, states.get(one.address, State()), now, unread.get(str(articles_folder() / one.folder), 0))
        for number, one in enumerate(feeds, 1)
    )


def what_came(new: int, changed: int) -> str:
    """How many articles in words.

    >>> what_came(1, 0), what_came(0, 2), what_came(3, 1)
    ('1 new article', '2 changed articles', '3 new articles, 1 changed')
    """
    if changed and not new:
        return counted(changed, "changed article")
    return counted(new, "new article") + (f", {changed:,} changed" if changed else "")


def lasting(seconds: float) -> str:
    """A length of time in words.

    >>> lasting(30), lasting(7300), lasting(90_000)
    ('less than a minute', '2 hours', '1 day')
    """
    length, unit = next(((length, unit) for length, unit in _UNITS if seconds >= length), (0.0, ""))
    return counted(int(seconds // length), unit) if length else "less than a minute"


def _told(number: int, feed: Followed, state: State, now: float, unread: int) -> Told:
    articles = _count(feed)
    parts = [counted(articles, "article")]
    if unread:
        parts.append(f"{min(unread, articles):,} unread")
    parts.append(f"asked {lasting(now - state.asked)} ago" if state.asked else "not asked yet")
    if state.gone:
        parts.append("gone for good")
    elif state.waits > now:
        parts.append(f"wants to be left alone for {lasting(state.waits - now)}")
    elif state.failures and not is_due(state, now):
        parts.append("waits before it is asked again")
    if feed.whole:
        parts.append("whole articles")
    if feed.fixed:
        parts.append("articles as they were first")
    if state.reason:
        parts.append(state.reason)
    return Told(number, feed, articles, bool(state.failures), ", ".join(parts))


def _count(feed: Followed) -> int:
    with suppress(OSError), os.scandir(articles_folder() / feed.folder) as files:
        return sum(not file.name.startswith(".") for file in files)
    return 0
