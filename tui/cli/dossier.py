"""Print what all articles of the library say of a person, an organisation or a place."""

import argparse
from pathlib import Path

from tui.errors import ReaderError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """NAME, or --batch IN OUT."""
    parser.add_argument("name", nargs="*", metavar="NAME", help="any name that it bears")
    parser.add_argument(
        "--batch",
        nargs=2,
        type=Path,
        metavar=("IN", "OUT"),
        help="write where the entities of many articles stand, each under one id, as lines of JSON",
    )


def run(options: argparse.Namespace) -> int:
    """Print the dossier, or write the mentions."""
    if options.batch:
        from tui.cli.many.mentions import write_mentions

        return write_mentions(*options.batch)
    raise ReaderError("Name somebody, or give --batch IN OUT.")
