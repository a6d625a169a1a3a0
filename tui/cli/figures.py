"""Print how much and how many in any number of articles, and who says so, with where it stands."""

import argparse

from tui.analysis.figures.row import FigureRow
from tui.analysis.figures.told import figure_rows
from tui.cli.many import articles
from tui.cli.many.articles import Asked
from tui.cli.many.said import add_said, holds, print_said
from tui.timelines.heads import head
from tui.timelines.said import Told, figures_written


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PATH... with --of and --format."""
    add_said(parser, "--of", "WORD", "only figures that measure or count this: percent, dollars, fighters")


def run(args: argparse.Namespace) -> int:
    """Print the figures."""
    return print_said(args, rows_of, figures_written, "No figure measures or counts “{only}”.")


def rows_of(asked: Asked) -> tuple[list[Told[FigureRow]], articles.Warnings]:
    """The figures of one article, and warnings."""
    article, analysis, warnings = articles.as_read(asked)
    about = (head(article, analysis.published),)
    rows = figure_rows(article, analysis)
    kinds = [f"{row.counted} {row.figure.noun} {row.value}" for row in rows]
    return [Told(row, about) for row, kind in zip(rows, kinds, strict=True) if holds(kind, asked.more)], warnings
