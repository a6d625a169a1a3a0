"""Fetch pages from the web and keep them as articles of the library."""

import argparse
import os
import sys

from tui.cli.output import out, say
from tui.errors import ReaderError

LARGEST = 1 << 20  # characters of a list of addresses


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """URL... with --again."""
    parser.add_argument("addresses", nargs="+", metavar="URL", help="an address; - reads them from standard input")
    parser.add_argument("--read", action="store_true", help="open what came in the reader")
    parser.add_argument("--again", action="store_true", help="fetch what is there already once more")


def run(options: argparse.Namespace) -> int:
    """Fetch them; 1 where one could not be had."""
    addresses = _addresses(options.addresses)
    try:
        from tui.library.sources.adding import added
        from tui.library.sources.fetcher import Fetcher
    except ImportError as error:
        raise ReaderError("To fetch pages, install what reads them too: pip install 'dateline[html]'.") from error
    from tui.library.sources.folder import articles_folder

    failed, files = 0, list[str]()
    fetcher = Fetcher()
    for one in added(addresses, articles_folder(), fetcher, options.again):
        if one.file is None:
            failed += 1
            say(one.trouble)
        else:
            files.append(str(one.file))
            out(f"{one.file}\n")
            say(f"“{one.title}” {'was there already' if one.there else 'is in the library'}.")
    fetcher.close()
    if options.read and files:
        os.execv(sys.executable, [sys.executable, "-P", "-X", "utf8", "-m", "tui", *files])
    return 1 if failed else 0


def _addresses(words: list[str]) -> tuple[str, ...]:
    from tui.library.sources.address import addresses_in

    if "-" in words:
        there = sys.stdin.read(LARGEST + 1)
        if len(there) > LARGEST:
            raise ReaderError("Standard input is longer than 1 MiB; nothing was fetched: add its addresses in parts.")
        words = [word for word in words if word != "-"] + there.split()
    return addresses_in(" ".join(words))
