"""What was named on the command line becomes the sources of articles: files and folders, or all that match a query."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.many.articles import found_articles
from tui.cli.output import say
from tui.errors import ReaderError
from tui.library.listing import Listing
from tui.library.query import parse
from tui.library.shelf import Shelf
from tui.library.walk import real_path
from tui.text.streams import is_stream

if TYPE_CHECKING:
    from tui.library.index.index import Index

MOST = 2_000  # articles of one story


def named_sources(names: Sequence[str], index: "Index | None") -> list[str]:
    """Where the articles lie. Raises ReaderError with a sentence where there are none, or too many to be one story."""
    if any(map(is_stream, names)):
        raise ReaderError("A story leads back to its articles, and a pipe cannot be opened again: save it as a file.")
    there = [_exists(name) for name in names]
    if any(there):
        sources = _in_files(names)
    else:
        sources = _matching(" ".join(names), index)
    if len(sources) > MOST:
        raise ReaderError(f"These are {len(sources):,} articles, and a story is told by {MOST:,} at most: name fewer.")
    return sources


def _in_files(names: Sequence[str]) -> list[str]:
    sources = []
    for found in found_articles(names):
        if found.trouble:
            say(found.trouble)
        else:
            sources.append(real_path(found.path))
    return sources


def _matching(query: str, index: "Index | None") -> list[str]:
    if index is None:
        raise ReaderError(f"There is no file {query}, and without SQLite there is no library to look into.")
    asked = parse(query)
    if asked.trouble:
        raise ReaderError(asked.trouble)
    shelf = Shelf([], index)
    entries = Listing(shelf, index, shelf.entries).found().matching(asked)
    sources = [entry.source for entry in entries if not entry.missing]
    if not sources:
        raise ReaderError(f"There is no file {query}, and no article of the library answers to it as a query.")
    return sources


def _exists(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False
