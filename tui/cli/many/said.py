"""What the commands for quotations and for figures have in common: any number of articles, three formats."""

import argparse
from collections.abc import Callable, Sequence
from typing import Any

from tui.cli.many import articles
from tui.cli.many.articles import Analysed, Asked
from tui.cli.output import out, out_data
from tui.errors import ReaderError
from tui.text.folding import fold

FORMS = ("md", "csv", "json")


def add_said(parser: argparse.ArgumentParser, option: str, metavar: str, meaning: str) -> None:
    """PATH... with --format, and an option of its own by which rows are chosen."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help=articles.PATHS)
    parser.add_argument(option, dest="only", metavar=metavar, help=meaning)
    parser.add_argument("--format", choices=FORMS, default="md", help="Markdown (the default), CSV or JSON")
    for name, form in (("--markdown", "md"), ("--csv", "csv"), ("--json", "json")):
        parser.add_argument(name, dest="format", action="store_const", const=form, help=f"the same as --format {form}")
    articles.add_arguments(parser)


def print_said(
    args: argparse.Namespace,
    rows_of: Callable[[Asked], tuple[Any, articles.Warnings]],
    written: Callable[[Sequence[Any], str], str],
    nothing: str,
) -> int:
    """Print the rows of all articles; 1 if one could not be read, the others are printed all the same."""
    analysed = Analysed(args, rows_of, Asked("", as_found=args.as_found, more=args.only))
    told = [row for _, rows in analysed for row in rows]
    if args.only and not told and not analysed.status:
        raise ReaderError(nothing.format(only=args.only))
    (out if args.format == "md" else out_data)(written(told, args.format))
    return analysed.status


def holds(words: str, wanted: str | None) -> bool:
    """Whether words hold what is wanted, letter case and accents aside."""
    return not wanted or fold(wanted).strip() in fold(words)
