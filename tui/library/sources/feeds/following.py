"""What a person does with feeds: follow one, ask them all; her file and what the program knows are kept in step."""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tui.errors import ReaderError
from tui.library.indexing.turn import my_turn
from tui.library.sources.address import typed_address
from tui.library.sources.answer import Answer
from tui.library.sources.feeds.discovery import is_feed, named_feeds
from tui.library.sources.feeds.followed import Followed, adding, change, followed, moving, same
from tui.library.sources.feeds.state import State, answered, is_due
from tui.library.sources.feeds.states import keep_states, read_states, turn_file
from tui.library.sources.feeds.taking import take
from tui.library.sources.feeds.updating import ACCEPT, LARGEST, Updated, read_answer, updated
from tui.library.sources.fetcher import Fetcher
from tui.library.sources.folder import articles_folder

OTHERS = "Another Dateline asks the feeds just now; wait for it."
Told = Callable[[Updated], None]


def follow(address: str, fetcher: Fetcher, whole: bool = False, title: str = "", group: str = "") -> Updated:
    """Follow the feed at an address, or the one that the page there names, and take what is in it. Raises
    ReaderError where there is none."""
    address = typed_address(address)
    address, answer = _feed_at(address, fetcher)
    feed = read_answer(answer, address)
    new = Followed(address, title or feed.title, whole=whole, group=group)
    one = next(one for one in change(adding(new)) if same(one.address, address))
    taken = take(feed, one, articles_folder() / one.folder, fetcher)
    whole = not (taken.troubles or taken.more or answer.cut)
    state = answered(State(), answer.status, answer.headers, time.time(), whole)
    keep_states({**read_states(), one.address: state})
    return Updated(one, state, taken.files, taken.troubles, taken.changed)


def update(
    fetcher: Fetcher, named: Sequence[Followed] = (), now: bool = False, unasked: bool = False
) -> Iterator[Updated]:
    """Ask the feeds that are due, or those that a person names. Raises ReaderError."""
    try:
        with my_turn(turn_file()) as mine:
            if not mine:
                raise ReaderError(OTHERS)
            yield from _update(fetcher, named, now, unasked)
    except OSError as error:
        raise ReaderError(f"{turn_file()} cannot be locked ({error.strerror}).") from error


def due(named: Sequence[Followed] = (), now: bool = False, unasked: bool = False) -> list[Followed]:
    """The feeds that are asked then. Raises ReaderError."""
    states, at = read_states(), time.time()
    return [
        one for one in named or followed() if is_due(states.get(one.address, State()), at, bool(named) or now, unasked)
    ]


def _update(fetcher: Fetcher, named: Sequence[Followed], now: bool, unasked: bool) -> Iterator[Updated]:
    states = read_states()
    asked = due(named, now, unasked)
    before = {one.folder: one for one in asked}
    try:
        for done in updated(asked, states, articles_folder(), fetcher):
            old = before[done.feed.folder]
            if done.feed != old:
                _rename(old, done.feed)
            states.pop(old.address, None)
            states[done.feed.address] = done.state
            yield done
    finally:
        keep_states(states)


def _rename(old: Followed, new: Followed) -> None:
    """A feed has moved or told its title; not to where another one is."""
    if any(same(one.address, new.address) and one.folder != old.folder for one in followed()):
        new = new._replace(address=old.address)
    change(moving(old, new))


def _feed_at(typed: str, fetcher: Fetcher) -> tuple[str, Answer]:
    """A feed, and the address to ask for it; through the page that names it, if a person knows only that. Raises
    ReaderError."""
    address = typed
    for _ in range(2):
        answer = fetcher.get(address, typed=typed, headers={"Accept": ACCEPT}, largest=LARGEST)
        if is_feed(answer.body):
            return answer.moved or address, answer
        found = named_feeds(answer.body, answer.address)
        if not found:
            break
        address = found[0]
    raise ReaderError(f"There is no feed at {typed}, and no page that names one.")


def folder_of(feed: Followed) -> Path:
    """Where its articles lie."""
    return articles_folder() / feed.folder
