"""Print the names, times, timeline and figures of articles, or analyse many at once in an exchange format."""

import argparse
from datetime import date
from pathlib import Path

from tui.cli.many import articles
from tui.cli.many.articles import Analysed, Asked
from tui.cli.output import out, out_data
from tui.errors import ReaderError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PATH... with --date and --json, or --batch IN OUT."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help=articles.PATHS)
    parser.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the day it was published")
    parser.add_argument("--json", action="store_true", help="print the whole analysis as JSON, a line for each article")
    parser.add_argument(
        "--batch",
        nargs=2,
        type=Path,
        metavar=("IN", "OUT"),
        help="analyse every line of IN, a JSON object with id, text and perhaps date and title, into a line of OUT",
    )
    parser.add_argument(
        "--continue",
        dest="resume",
        action="store_true",
        help="with --batch: keep the whole lines of OUT and analyse only what has none there",
    )
    articles.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Do what the arguments say; the exit status."""
    if args.batch:
        from tui.cli.many.batch import analyse_batch

        if args.paths:
            raise ReaderError("With --batch, articles come from its file only: leave out the other paths.")
        source, target = args.batch
        return analyse_batch(source, target, resume=args.resume, patience=args.give_up)
    if args.resume:
        raise ReaderError("Only a --batch can be gone on with: dateline analyze --batch IN OUT --continue.")
    if not args.paths:
        raise ReaderError("Name an article to analyse: dateline analyze FILE.")
    analysed = Analysed(args, printed, Asked("", day=args.date, as_found=args.as_found, more=args.json))
    first = True
    for path, text in analysed:
        if analysed.several and not args.json:
            out(f"{'' if first else chr(10)}==> {path} <==\n")
        (out_data if args.json else out)(text)
        first = False
    return analysed.status


def printed(asked: Asked) -> tuple[str, tuple[str, ...]]:
    """What is printed of one article, and warnings; raises UnreadableArticle."""
    article, analysis, warnings = articles.as_read(asked)
    if asked.more:
        from tui.cli.many.trees import whole

        return whole(article, analysis), warnings
    from tui.cli.many.summary import summary_of

    return summary_of(article, analysis), warnings


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day like 2019-07-30") from error
