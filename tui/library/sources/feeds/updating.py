"""Feeds are asked, and what is new in them becomes files in their folders."""

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import chain, zip_longest
from pathlib import Path
from typing import NamedTuple

from tui.errors import ReaderError
from tui.library.sources.address import taken_apart
from tui.library.sources.answer import Answer, Unfetched
from tui.library.sources.feeds.discovery import as_written
from tui.library.sources.feeds.followed import Followed
from tui.library.sources.feeds.state import NOT_MODIFIED, State, answered, conditions, failed
from tui.library.sources.feeds.taking import take
from tui.library.sources.fetcher import Fetcher
from tui.text.formats.feeds.feed import Feed
from tui.text.formats.feeds.items import read_feed

THREADS = 8
LARGEST = 16 * 1024 * 1024  # bytes of a feed
ACCEPT = "application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5"
CUT = "It broke off; what came of it was taken."


class Updated(NamedTuple):
    """What came of asking a feed."""

    feed: Followed  # with the title and the address that it has now
    state: State
    files: tuple[Path, ...] = ()  # new articles
    troubles: tuple[str, ...] = ()
    changed: tuple[Path, ...] = ()  # articles that the feed has changed


def updated(
    feeds: Sequence[Followed], states: Mapping[str, State], folder: Path, fetcher: Fetcher
) -> Iterator[Updated]:
    """Each of these feeds, in whatever order they answer."""
    with ThreadPoolExecutor(THREADS) as threads:
        asked = [
            threads.submit(_updated, one, states.get(one.address, State()), folder / one.folder, fetcher)
            for one in taking_turns(feeds)
        ]
        try:
            for done in as_completed(asked):
                yield done.result()
        finally:
            for one in asked:
                one.cancel()


def taking_turns(feeds: Sequence[Followed]) -> list[Followed]:
    """The feeds in an order in which no host is asked many times in a row: its turns would hold up the others."""
    hosts: dict[str, list[Followed]] = defaultdict(list)
    for one in feeds:
        hosts[_host(one.address)].append(one)
    return [one for one in chain.from_iterable(zip_longest(*hosts.values())) if one is not None]


def _updated(feed: Followed, state: State, folder: Path, fetcher: Fetcher) -> Updated:
    now = time.time()
    try:
        headers = {"Accept": ACCEPT, **conditions(state)}
        answer = fetcher.get(feed.address, typed=feed.address, headers=headers, largest=LARGEST)
        if answer.status == NOT_MODIFIED:
            return Updated(feed, answered(state, answer.status, answer.headers, now))
        read = read_answer(answer, feed.address)
        now_called = feed._replace(title=feed.title or read.title, address=answer.moved or feed.address)
        taken = take(read, now_called, folder, fetcher)
    except ReaderError as error:
        return Updated(feed, failed(state, error, now), troubles=(str(error),))
    except Exception as error:  # whatever stands in one feed must not cost the others
        trouble = f"{feed.name} could not be read ({type(error).__name__}: {error})."
        return Updated(feed, failed(state, ReaderError(trouble), now), troubles=(trouble,))
    troubles = (*taken.troubles, f"{feed.name}: {CUT}") if answer.cut else taken.troubles
    reason = troubles[0] if troubles else ""
    state = answered(state, answer.status, answer.headers, now, not (troubles or taken.more), reason)
    return Updated(now_called, state, taken.files, troubles, taken.changed)


def read_answer(answer: Answer, address: str) -> Feed:
    """The feed that came. Raises ReaderError where it is none."""
    data = as_written(answer.body, answer.headers.get("content-type", ""))
    feed = read_feed(data, _host(address))
    if not feed.items and not feed.title:
        raise Unfetched(f"{address} is no feed any more.", again=True)
    return feed


def _host(address: str) -> str:
    try:
        return taken_apart(address).host
    except ReaderError:
        return address
