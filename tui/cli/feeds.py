"""Follow feeds: what is new in them becomes articles of the library."""

import argparse
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.files import STANDARD, content_of, write_files
from tui.cli.output import out, out_data, say, tell
from tui.counted import counted
from tui.errors import ReaderError

if TYPE_CHECKING:
    from tui.library.sources.feeds.updating import Updated
    from tui.library.sources.fetcher import Fetcher

LARGEST = 20_000_000  # bytes of a list of feeds


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The sub-commands, each with the function that does it as `act`."""
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, act: object, what: str) -> argparse.ArgumentParser:
        each: argparse.ArgumentParser = commands.add_parser(name, help=what, description=what)
        each.set_defaults(act=act)
        return each

    add = command("add", _add, "follow feeds, by their addresses or those of pages that name them")
    add.add_argument("addresses", nargs="+", metavar="URL")
    add.add_argument("--whole", action="store_true", help="fetch each article from its own page, where feeds cut them")
    command("list", _list, "the feeds that are followed, and how each of them is")
    remove = command("remove", _remove, "follow a feed no more; its articles stay")
    remove.add_argument("feed", help="its address, its number in the list, or words of its title")
    update = command("update", _update, "ask the feeds for what is new")
    update.add_argument("feeds", nargs="*", metavar="FEED", help="only these, though they are not due yet")
    update.add_argument("--now", action="store_true", help="all of them, though they are not due yet")
    whole = command("whole", _whole, "fetch each article of a feed from its own page, or as the feed has it again")
    whole.add_argument("feed", help="as for `remove`")
    changes = command(
        "changes", _changes, "leave articles as they were first when a feed changes them, or take them again"
    )
    changes.add_argument("feed", help="as for `remove`")
    take = command("import", _import, "follow the feeds of a list in OPML; they are asked at the next update")
    take.add_argument("file", help="- is standard input")
    export = command("export", _export, "write the list of feeds as OPML, for other readers")
    export.add_argument("-o", "--output", type=Path, metavar="PATH", help="a file")
    export.add_argument("--force", action="store_true", help="write over a file that is there already")


def run(options: argparse.Namespace) -> int:
    """Do what the arguments say; the exit status."""
    status: int = options.act(options)
    return status


def _add(options: argparse.Namespace) -> int:
    failed = 0
    with closing(_fetcher()) as fetcher:
        from tui.library.sources.feeds.following import follow

        for address in options.addresses:
            try:
                done = follow(address, fetcher, options.whole)
            except ReaderError as error:
                failed += 1
                say(str(error))
            else:
                out(f"{done.feed.name}: {counted(len(done.files), 'new article')}\n")
                _complain(done)
    return 1 if failed else 0


def _list(options: argparse.Namespace) -> int:
    from tui.library.sources.address import without_login
    from tui.library.sources.feeds.followed import followed
    from tui.library.sources.feeds.told import told

    rows = told(followed(), time.time())
    for row in rows:
        out(f"{row.number:>3}  {row.feed.name}\n     {without_login(row.feed.address)}\n     {row.state}\n")
    if not rows:
        tell("No feeds are followed: dateline feeds add URL follows one.")
    return 0


def _remove(options: argparse.Namespace) -> int:
    from tui.library.sources.feeds.followed import change, chosen, followed, leaving

    feed = chosen(options.feed, followed())
    change(leaving(feed.address))
    tell(f"“{feed.name}” is not followed any more; its articles stay in the library.")
    return 0


def _whole(options: argparse.Namespace) -> int:
    from tui.library.sources.feeds.followed import change, chosen, followed, replacing

    feed = chosen(options.feed, followed())
    change(replacing(feed.address, whole=not feed.whole))
    how = "as the feed has them" if feed.whole else "from their own pages"
    tell(f"New articles of “{feed.name}” are taken {how}.")
    return 0


def _changes(options: argparse.Namespace) -> int:
    from tui.library.sources.feeds.followed import change, chosen, followed, replacing

    feed = chosen(options.feed, followed())
    change(replacing(feed.address, fixed=not feed.fixed))
    how = "are taken again" if feed.fixed else "stay as they were first"
    tell(f"Articles that “{feed.name}” changes {how}.")
    return 0


def _update(options: argparse.Namespace) -> int:
    new = changed = bad = 0
    with closing(_fetcher()) as fetcher:
        from tui.library.sources.feeds.followed import chosen, followed
        from tui.library.sources.feeds.following import due, update
        from tui.library.sources.feeds.told import what_came

        feeds = followed()
        named = [chosen(words, feeds) for words in options.feeds]
        asked = len(due(named, options.now))
        for done in update(fetcher, named, options.now):
            new += len(done.files)
            changed += len(done.changed)
            bad += bool(done.state.failures)
            if done.files or done.changed:
                out(f"{done.feed.name}: {what_came(len(done.files), len(done.changed))}\n")
            _complain(done)
    waiting = f"; {counted(len(feeds) - asked, 'feed')} not due yet" if not named and asked < len(feeds) else ""
    tell(f"{what_came(new, changed)} from {counted(asked, 'feed')}{waiting}.")
    return 1 if bad else 0


def _import(options: argparse.Namespace) -> int:
    from tui.library.sources.feeds.followed import adding, change, followed
    from tui.library.sources.feeds.opml import read_opml

    name = "standard input" if options.file == STANDARD else options.file
    feeds, odd = read_opml(content_of(options.file, LARGEST, "a list of feeds in OPML"), name)
    for sentence in odd:
        say(sentence)
    before = len(followed())
    after = change(adding(*feeds))
    tell(f"{counted(len(after) - before, 'feed')} of {len(feeds)} are new; dateline feeds update asks them.")
    return 1 if odd else 0


def _export(options: argparse.Namespace) -> int:
    from tui.library.sources.feeds.followed import followed
    from tui.library.sources.feeds.opml import to_opml

    feeds = followed()
    if options.output is None or str(options.output) == STANDARD:
        out_data(to_opml(feeds))
    else:
        write_files([(options.output, to_opml(feeds))], options.force)
        tell(f"{counted(len(feeds), 'feed')} in 1 file.")
    return 0


def _complain(done: "Updated") -> None:
    for sentence in done.troubles:
        say(sentence if done.feed.name in sentence else f"{done.feed.name}: {sentence}")


def _fetcher() -> "Fetcher":
    try:
        from tui.library.sources.fetcher import Fetcher
    except ImportError as error:
        raise ReaderError("To fetch feeds, install what reads pages too: pip install 'dateline[html]'.") from error
    return Fetcher()
