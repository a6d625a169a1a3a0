"""Print one timeline of any number of articles; the same event told by several is one row."""

import argparse
from typing import NamedTuple

from tui.cli.many import articles
from tui.cli.many.articles import Analysed, Asked
from tui.cli.output import out, out_data
from tui.errors import ReaderError
from tui.text.article import Known
from tui.timelines.merging import MergedRow, merged, told

FORMATS = ("md", "json", "csv", "ics")


class Wanted(NamedTuple):
    """Which rows are wanted."""

    entity: str | None
    reported: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PATH... with --entity and --format."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help=articles.PATHS)
    parser.add_argument(
        "--entity", metavar="NAME", help="only rows in which this person, organisation or place takes part"
    )
    parser.add_argument(
        "--format", choices=FORMATS, default="md", help="Markdown (the default), JSON, CSV or iCalendar"
    )
    parser.add_argument("--json", dest="format", action="store_const", const="json", help="the same as --format json")
    parser.add_argument("--reported", action="store_true", help="also what only the date of the article itself dates")
    articles.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print the timeline; 1 if an article could not be read, the others are printed all the same."""
    from tui.timelines.formats import written

    analysed = Analysed(args, rows_of, Asked("", as_found=args.as_found, more=Wanted(args.entity, args.reported)))
    found = [answer for _, answer in analysed]
    if not found:
        return analysed.status
    if args.entity and not any(named for _, named in found):
        raise ReaderError(f"No article names “{args.entity}”; “dateline analyze FILE” lists the names there are.")
    rows = sorted(merged(own for own, _ in found), key=lambda row: row.order)
    (out if args.format == "md" else out_data)(written(rows, args.format))
    return analysed.status


def rows_of(asked: Asked) -> tuple[tuple[tuple[MergedRow, ...], bool], tuple[str, ...]]:
    """The rows of one article and whether the wanted entity is named in it; and warnings."""
    article, analysis, warnings = articles.as_read(asked)
    if article.published.known is Known.UNKNOWN:
        warnings += (f"{asked.path}: no publication date; words like “yesterday” stay without one.",)
    return told(article, analysis, *asked.more), warnings
