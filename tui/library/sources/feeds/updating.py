"""Feeds are asked, and what is new in them becomes files in their folders."""

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from datetime import UTC, datetime
from itertools import chain, zip_longest
from pathlib import Path
from typing import NamedTuple

from tui.errors import ReaderError
from tui.library.sources.adding import to_keep
from tui.library.sources.address import cleaned, taken_apart
from tui.library.sources.answer import Answer, Unfetched
from tui.library.sources.feeds.discovery import as_written
from tui.library.sources.feeds.entry import SUFFIX, entry_file
from tui.library.sources.feeds.followed import Followed
from tui.library.sources.feeds.state import NOT_MODIFIED, State, answered, conditions, failed
from tui.library.sources.fetcher import Fetcher
from tui.library.sources.kept_files import ToKeep, keep_all
from tui.library.sources.ledger import Fetched, entries
from tui.text.formats.feeds.feed import Feed, Item
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


def is_new(item: Item, names: Mapping[str, str], addresses: Mapping[str, str], feed_site: str) -> bool:
    """Whether an article was never taken: by the feed's own name for it, or by its address, if that is the article's
    and not the site's. A feed that gives an article a new name when it is changed does not bring it twice."""
    if item.name in names:
        return False
    address = cleaned(item.url) if item.url else ""
    return not address or address not in addresses or "/" not in address or address == feed_site


def _updated(feed: Followed, state: State, folder: Path, fetcher: Fetcher) -> Updated:
    now = time.time()
    try:
        headers = {"Accept": ACCEPT, **conditions(state)}
        answer = fetcher.get(feed.address, typed=feed.address, headers=headers, largest=LARGEST)
        if answer.status == NOT_MODIFIED:
            return Updated(feed, answered(state, answer.status, answer.headers, now))
        read = read_answer(answer, feed.address)
        now_called = feed._replace(title=feed.title or read.title, address=answer.moved or feed.address)
        files, troubles = take(read, now_called, folder, fetcher)
    except ReaderError as error:
        return Updated(feed, failed(state, error, now), troubles=(str(error),))
    except Exception as error:  # whatever stands in one feed must not cost the others
        trouble = f"{feed.name} could not be read ({type(error).__name__}: {error})."
        return Updated(feed, failed(state, ReaderError(trouble), now), troubles=(trouble,))
    if answer.cut:
        troubles = (*troubles, f"{feed.name}: {CUT}")
    reason = troubles[0] if troubles else ""
    state = answered(state, answer.status, answer.headers, now, not troubles, reason)
    return Updated(now_called, state, files, troubles)


def read_answer(answer: Answer, address: str) -> Feed:
    """The feed that came. Raises ReaderError where it is none."""
    data = as_written(answer.body, answer.headers.get("content-type", ""))
    feed = read_feed(data, _host(address))
    if not feed.items and not feed.title:
        raise Unfetched(f"{address} is no feed any more.", again=True)
    return feed


def take(
    feed: Feed, followed: Followed, folder: Path, fetcher: Fetcher | None
) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Put what is new in a feed into its folder; the files, and what went wrong. Raises ReaderError for the disk."""
    taken = entries(folder)
    names = {one.item: one.file for one in taken if one.item}
    addresses = {cleaned(address): one.file for one in taken for address in (one.address, one.final) if address}
    site = cleaned(followed.address)
    new: list[ToKeep] = []
    troubles: list[str] = []
    at = datetime.now(UTC).isoformat(timespec="seconds")
    for item in feed.items:
        if not is_new(item, names, addresses, site):
            continue
        names[item.name] = ""
        if item.url:
            addresses.setdefault(cleaned(item.url), "")
        own = Fetched("", item.url, at=at, item=item.name)
        one = ToKeep(item.title, item.day.day, SUFFIX, b"", own)
        if followed.whole and item.url and fetcher is not None:
            try:
                one = _whole(item, followed, fetcher)
            except ReaderError as error:
                troubles.append(f"“{item.title}” is kept as the feed has it: {error}")
        new.append(one if one.data else one._replace(data=entry_file(item, feed, followed)))
    return tuple(keep_all(folder, new)), tuple(troubles)


def _whole(item: Item, followed: Followed, fetcher: Fetcher) -> ToKeep:
    """An article from its own page. Raises ReaderError."""
    answer = fetcher.get(item.url, typed=followed.address)
    if answer.cut:
        raise Unfetched(f"{_host(item.url)} broke off amid the page.", again=True)
    one = to_keep(item.url, answer)
    day = item.day.day or one.day
    return one._replace(title=item.title, day=day, fetched=one.fetched._replace(item=item.name))


def _host(address: str) -> str:
    try:
        return taken_apart(address).host
    except ReaderError:
        return address
