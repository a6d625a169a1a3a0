"""Print who said what in any number of articles, word for word, with where it stands."""

import argparse

from tui.analysis.quotes.said import QuoteRow, quote_rows
from tui.cli.many import articles
from tui.cli.many.articles import Asked
from tui.cli.many.said import add_said, holds, print_said
from tui.timelines.heads import head
from tui.timelines.said import Told, quotes_written


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PATH... with --by and --format."""
    add_said(parser, "--by", "NAME", "only what somebody said whose name holds this")


def run(args: argparse.Namespace) -> int:
    """Print the quotations."""
    return print_said(args, rows_of, quotes_written, "Nobody whose name holds “{only}” is quoted.")


def rows_of(asked: Asked) -> tuple[list[Told[QuoteRow]], articles.Warnings]:
    """The quotations of one article, and warnings."""
    article, analysis, warnings = articles.as_read(asked)
    about = (head(article, analysis.published),)
    return [Told(row, about) for row in quote_rows(article, analysis) if holds(row.speaker, asked.more)], warnings
