"""What an export holds becomes feeds that are followed and articles of the library."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tui.library.sources.adding import Added, added, already
from tui.library.sources.address import cleaned
from tui.library.sources.feeds.entry import SUFFIX, entry_file
from tui.library.sources.feeds.followed import Followed, adding, change
from tui.library.sources.feeds.taking import take
from tui.library.sources.fetcher import Fetcher
from tui.library.sources.imports.brought import Brought, Export
from tui.library.sources.kept_files import ToKeep, keep_all
from tui.library.sources.ledger import Fetched, entries
from tui.text.article import Known, Published
from tui.text.formats.feeds.feed import Feed, Item, named, title_of
from tui.text.head.tags import without_tags

AT_ONCE = 100  # articles that are written together


def bring_feeds(export: Export, folder: Path) -> tuple[int, list[Path], list[Path]]:
    """Follow its feeds and keep their articles; how many feeds are new, the new files, and all that were read.
    Raises ReaderError."""
    if not export.feeds:
        return 0, [], []
    before = len(change(lambda feeds: feeds))
    feeds = change(adding(*export.feeds))
    items: dict[str, list[Item]] = defaultdict(list)
    for address, item in export.items:
        items[cleaned(address)].append(item)
    files: list[Path] = []
    read: list[Path] = []
    for feed in feeds:
        if own := items.get(cleaned(feed.address)):
            place = folder / feed.folder
            files += take(Feed(feed.title, "", "", tuple(own)), feed._replace(fixed=True), place, None).files
            there = {path.name for path in place.glob("*")}
            read += [place / one.file for one in entries(place) if one.item in export.read and one.file in there]
    return len(feeds) - before, files, read


def bring_articles(articles: Sequence[Brought], folder: Path, fetcher: Fetcher | None) -> Iterator[Added]:
    """Keep those with a text, and fetch the others; without a fetcher they are left. Raises ReaderError."""
    there = already(folder)
    for start in range(0, len(articles), AT_ONCE):
        some = {cleaned(one.address): one for one in articles[start : start + AT_ONCE] if one.page}
        new = {key: one for key, one in some.items() if key not in there}
        files = keep_all(folder, [_to_keep(one) for one in new.values()])
        there.update(zip(new, files, strict=True))
        for key, one in some.items():
            yield Added(one.address, there[key], one.title, there=key not in new)
    wanted = [one.address for one in articles if not one.page]
    if fetcher is not None:
        yield from added(wanted, folder, fetcher)
    else:
        yield from (Added(one, there[cleaned(one)], there=True) for one in wanted if cleaned(one) in there)


def _to_keep(one: Brought) -> ToKeep:
    published = Published(one.day, Known.STATED) if one.day else Published()
    title = title_of(one.title, without_tags(one.page[:2_000]), one.address)
    language = one.language or None
    item = Item(named(one.address), title, one.author, published, one.address, one.page, one.publisher, language, "")
    data = entry_file(item, Feed(one.publisher, "", "", ()), Followed(one.address))
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return ToKeep(title, one.day, SUFFIX, data, Fetched("", one.address, at=at))
