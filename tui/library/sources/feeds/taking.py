"""What stands in a feed becomes files of its folder: articles that are new, and those that the feed has changed."""

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tui.errors import ReaderError
from tui.library.sources.adding import to_keep
from tui.library.sources.address import cleaned, taken_apart
from tui.library.sources.answer import Unfetched
from tui.library.sources.feeds.entry import SUFFIX, entry_file
from tui.library.sources.feeds.followed import Followed
from tui.library.sources.fetcher import Fetcher
from tui.library.sources.kept_files import ToKeep, keep_all, replace_all
from tui.library.sources.ledger import Fetched, entries, note
from tui.text.formats.feeds.feed import Feed, Item
from tui.text.head.tags import without_tags

MOST_CHANGED = 50  # articles that are taken again at a time
MOST_VERSIONS = 20  # of an article: a feed that counts visits in its words changes them without end


class Taken(NamedTuple):
    """What came of a feed."""

    files: tuple[Path, ...] = ()  # of new articles
    changed: tuple[Path, ...] = ()  # of those that were taken again
    troubles: tuple[str, ...] = ()
    more: bool = False  # has changed than was taken


def take(feed: Feed, followed: Followed, folder: Path, fetcher: Fetcher | None) -> Taken:
    """Put what is new in a feed into its folder, and what it has changed in the place of what was there. Raises
    ReaderError for the disk."""
    lines = entries(folder)
    known = _Known(lines, folder, {item.name for item in feed.items})
    addresses = {cleaned(address): one.file for one in lines for address in (one.address, one.final) if address}
    names, site = {name: one.file for name, one in known.by_name.items()}, cleaned(followed.address)
    new: list[ToKeep] = []
    again: list[tuple[Path, ToKeep]] = []
    begun: list[Fetched] = []
    troubles: list[str] = []
    more = False
    at = datetime.now(UTC).isoformat(timespec="seconds")
    for item in feed.items:
        own = Fetched("", item.url, at=at, item=item.name, words=words_of(item))
        fresh = is_new(item, names, addresses, site)
        before = None if fresh else known.before(item)
        if before is not None and not before.words:  # taken before it was written down what it said
            begun.append(before._replace(words=own.words))
        if not fresh and (before is None or followed.fixed or before.words in ("", own.words)):
            continue
        if before is not None and len(again) >= MOST_CHANGED:
            more = True
            continue
        names[item.name] = ""
        if item.url:
            addresses.setdefault(cleaned(item.url), "")
        one = ToKeep(item.title, item.day.day, SUFFIX, b"", own)
        if followed.whole and item.url and fetcher is not None:
            try:
                one = _whole(item, own, followed, fetcher)
            except ReaderError as error:
                troubles.append(f"“{item.title}” is kept as the feed has it: {error}")
        if not one.data:
            one = one._replace(data=entry_file(item, feed, followed))
        if before is not None and folder.joinpath(before.file).suffix == one.suffix:
            again.append((folder / before.file, one))
        elif before is None:
            new.append(one)  # a page that is not to be had now costs nothing that was had before
    files = keep_all(folder, new)
    replace_all(folder, again)
    _note(folder, begun)
    return Taken(tuple(files), tuple(path for path, _ in again), tuple(troubles), more)


def is_new(item: Item, names: Mapping[str, str], addresses: Mapping[str, str], feed_site: str) -> bool:
    """Whether an article was never taken: by the feed's own name for it, or by its address, if that is the article's
    and not the site's. A feed that gives an article a new name when it is changed does not bring it twice."""
    if item.name in names:
        return False
    address = cleaned(item.url) if item.url else ""
    return not address or address not in addresses or "/" not in address or address == feed_site


def words_of(item: Item) -> str:
    """The same for as long as a feed says the same of an article, whatever its page is built of."""
    words = f"{item.title}\n{' '.join(without_tags(item.page).split())}"
    return sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


class _Known:
    """What was taken of a feed."""

    def __init__(self, lines: tuple[Fetched, ...], folder: Path, there: set[str]) -> None:
        self.by_name = {one.item: one for one in lines if one.item}
        self._times = Counter(one.file for one in lines)
        self._folder = folder
        self._by_address: dict[str, Fetched] = {}
        for one in lines:
            if one.item not in there:  # by its address that alone which the feed calls otherwise now
                self._by_address |= {cleaned(address): one for address in (one.address, one.final) if address}

    def before(self, item: Item) -> Fetched | None:
        """What was taken of an article that may have changed; None where it stays as it is: it was thrown away, or
        taken too often."""
        one = self.by_name.get(item.name) or self._by_address.get(cleaned(item.url) if item.url else "")
        if one is None or self._times[one.file] > MOST_VERSIONS:
            return None
        return one._replace(item=item.name) if (self._folder / one.file).is_file() else None


def _whole(item: Item, own: Fetched, followed: Followed, fetcher: Fetcher) -> ToKeep:
    """An article from its own page. Raises ReaderError."""
    answer = fetcher.get(item.url, typed=followed.address)
    if answer.cut:
        raise Unfetched(f"{taken_apart(item.url).host} broke off amid the page.", again=True)
    one = to_keep(item.url, answer)
    day = item.day.day or one.day
    return one._replace(title=item.title, day=day, fetched=one.fetched._replace(item=own.item, words=own.words))


def _note(folder: Path, lines: list[Fetched]) -> None:
    with suppress(OSError):  # it is done the next time
        note(folder, lines)
