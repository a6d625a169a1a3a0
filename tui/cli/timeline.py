"""Print one timeline of any number of articles; the same event told by several is one row."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.cli.analyze import AS_FOUND
from tui.cli.merging import MergedRow, merged, rows_of
from tui.errors import ReaderError, UnreadableArticle
from tui.text.article import Article, Known

SUFFIXES = frozenset({".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml"})
FORMATS = ("md", "json", "csv", "ics")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PATH... with --entity and --format."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="articles and folders; - is standard input")
    parser.add_argument(
        "--entity", metavar="NAME", help="only rows in which this person, organisation or place takes part"
    )
    parser.add_argument(
        "--format", choices=FORMATS, default="md", help="Markdown (the default), JSON, CSV or iCalendar"
    )
    parser.add_argument("--as-found", action="store_true", help=AS_FOUND)
    parser.add_argument("--reported", action="store_true", help="also what only the date of the article itself dates")


def run(args: argparse.Namespace) -> int:
    """Print the timeline; 1 if an article could not be read, the others are printed all the same."""
    from tui.cli import timeline_formats

    rows: list[MergedRow] = []
    failures: list[str] = []
    named = False
    for file in _files(args.paths):
        try:
            article, own, known = _rows(file, args)
        except UnreadableArticle as error:
            failures.append(str(error))
            continue
        named = named or known
        rows = merged(rows, own)
        if article.published.known is Known.UNKNOWN:
            sys.stderr.write(f"{file}: no publication date; words like “yesterday” stay without one.\n")
    for failure in failures:
        sys.stderr.write(f"{failure}\n")
    if args.entity and not named:
        raise ReaderError(f"No article names “{args.entity}”; “dateline analyze FILE” lists the names there are.")
    sys.stdout.write(timeline_formats.written(sorted(rows, key=lambda row: row.order), args.format))
    return 1 if failures else 0


def _rows(file: str, args: argparse.Namespace) -> tuple[Article, tuple[MergedRow, ...], bool]:
    from tui.cli.analyze import read
    from tui.cli.as_read import analyse_as_read

    article, analysis = analyse_as_read(read(file), args.as_found)
    rows, named = rows_of(article, analysis, args.entity, args.reported)
    return article, rows, named


def _files(paths: Sequence[str]) -> Iterator[str]:
    """The paths in order, folders replaced by the articles in them."""
    for path in paths:
        if path != "-" and Path(path).is_dir():
            yield from (str(found) for found in sorted(Path(path).iterdir()) if found.suffix.lower() in SUFFIXES)
        else:
            yield path
