"""Take over what other readers have kept: feeds, articles, and what was marked in them."""

import argparse
from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.exchange.highlights import Marked, notes_of, say_of
from tui.cli.files import content_of
from tui.cli.output import out, say, tell
from tui.counted import counted
from tui.errors import ReaderError
from tui.flags import READ

if TYPE_CHECKING:
    from tui.library.sources.fetcher import Fetcher
    from tui.library.sources.imports.brought import Export

LARGEST = 512 * 1024 * 1024  # bytes


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE with --list and --no-fetch."""
    what = "an export: newsboat's urls or cache.db, Pocket, Omnivore, wallabag, Hypothes.is, OPML"
    parser.add_argument("file", type=Path, metavar="FILE", help=what)
    parser.add_argument("--list", action="store_true", help="print what it holds and take nothing over")
    parser.add_argument("--no-fetch", action="store_true", help="take only what is in the file; fetch no page")


def run(options: argparse.Namespace) -> int:
    """Do what the arguments say; 1 where something was left out."""
    try:
        from tui.library.sources.fetcher import Fetcher
        from tui.library.sources.imports.recognised import read_export
    except ImportError as error:
        raise ReaderError("To take articles over, install what reads them: pip install 'dateline[html]'.") from error

    export = read_export(content_of(str(options.file), LARGEST, "the export of another reader"), options.file)
    for sentence in export.odd:
        say(sentence)
    if options.list:
        _list(export)
        return 0
    failed = _take_over(export, None if options.no_fetch else Fetcher())
    return 1 if failed or export.odd else 0


def _take_over(export: "Export", fetcher: "Fetcher | None") -> int:
    from tui.library.sources.adding import Added
    from tui.library.sources.folder import articles_folder
    from tui.library.sources.imports.bringing import bring_articles, bring_feeds
    from tui.library.sources.imports.brought import each_once

    articles = each_once(export.articles)
    feeds, items, read = bring_feeds(export, articles_folder())
    labels = {str(path): dict.fromkeys([READ], True) for path in read}
    said = {one.address: one.labels for one in articles if one.labels}
    if export.feeds:
        tell(f"{counted(feeds, 'new feed')} of {len(export.feeds)}; dateline feeds update asks them.")
    came: list[Added] = []
    marked = {one.address: one.highlights for one in articles if one.highlights}
    found: list[Marked] = []
    with closing(fetcher) if fetcher is not None else nullcontext():
        for one in bring_articles(articles, articles_folder(), fetcher):
            came.append(one._replace(title=""))
            if one.file is None:
                say(f"{one.address}: {one.trouble}")
                continue
            if one.address in marked:
                found.append(Marked(one.file, marked[one.address]))
            if one.address in said:  # also where it is there: an import may have been broken off before this
                labels[str(one.file)] = dict.fromkeys(said[one.address], True)
    new = sum(one.file is not None and not one.there for one in came) + len(items)
    there = sum(one.there for one in came)
    left = len(articles) - sum(one.file is not None for one in came)
    if articles or export.items:
        known = f", {there:,} were there already" if there else ""
        lost = f", {left:,} not taken" if left else ""
        tell(f"{counted(new, 'new article')} from {export.program}{known}{lost}.")
    if labels:
        say_of(labels)
    if found:
        notes, lost_words = notes_of(found)
        tell(f"{counted(notes, 'new note')}{f'; {lost_words:,} have no place in the text' if lost_words else ''}.")
    return left


def _list(export: "Export") -> None:
    for feed in export.feeds:
        out(f"feed  {feed.address}  {feed.title}\n")
    for one in export.articles:
        out(f"{'text ' if one.page else 'fetch'} {one.address}  {one.title}\n")
    items = f", {counted(len(export.items), 'article')} of feeds" if export.items else ""
    tell(f"{export.program}: {counted(len(export.articles), 'article')}, {counted(len(export.feeds), 'feed')}{items}.")
