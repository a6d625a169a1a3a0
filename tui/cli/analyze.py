"""Print the names, times and timeline of an article, or analyse many at once in an exchange format."""

import argparse
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from tui.errors import ReaderError
from tui.text.article import Article, Known, Published

AS_FOUND = "without the date you set and what you put right"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE with --date and --json, or --batch IN OUT."""
    parser.add_argument("file", nargs="?", metavar="FILE", help="an article; - is standard input")
    parser.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the day it was published")
    parser.add_argument("--json", action="store_true", help="print the whole analysis as JSON")
    parser.add_argument("--as-found", action="store_true", help=AS_FOUND)
    parser.add_argument(
        "--batch",
        nargs=2,
        type=Path,
        metavar=("IN", "OUT"),
        help="analyse every line of IN, a JSON object with id, text and perhaps date and title, into a line of OUT",
    )


def run(args: argparse.Namespace) -> int:
    """Do what the arguments say; the exit status."""
    if args.batch:
        from tui.cli.batch import analyse_batch

        analyse_batch(*args.batch)
        return 0
    if not args.file:
        raise ReaderError("Name an article to analyse: dateline analyze FILE.")
    article = read(args.file)
    if args.date:
        article = replace(article, published=Published(args.date, Known.SET, "--date"))

    from tui.cli.as_read import analyse_as_read

    article, analysis = analyse_as_read(article, args.as_found)
    if args.json:
        from tui.analysis.codec import dumped, tree_of

        sys.stdout.buffer.write(dumped(tree_of(analysis)) + b"\n")
    else:
        from tui.cli.summary import summary_of

        sys.stdout.write(summary_of(article, analysis))
    return 0


def read(file: str) -> Article:
    """The article in a file, on standard input for "-", or in a pipe; raises UnreadableArticle."""
    from tui.text.read import read_article
    from tui.text.streams import is_stream, read_stream

    return read_stream(file) if is_stream(file) else read_article(Path(file))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day like 2019-07-30") from error
