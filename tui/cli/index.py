"""Read and analyse everything in folders ahead, so that the library knows it all when it opens."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.output import out, say
from tui.counted import counted
from tui.errors import ReaderError
from tui.flags import Move, taken_along
from tui.library.indexing.pool import cores

if TYPE_CHECKING:
    from tui.library.indexing.run import Run, Step, Summary, Teller

NAMED = 10  # articles that cannot be read are named, so many of them
DOES = {
    "files": "Looking at the files",
    "texts": "Reading",
    "names": "Finding names and dates",
    "who": "Telling who is who",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PATH... with --jobs, --cluster and --texts-only."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a folder, with all that lies in it")
    parser.add_argument("--jobs", type=_jobs, default=cores(), metavar="N", help="processes (as many as processors)")
    parser.add_argument("--cluster", metavar="ADDRESS", help="the Dask scheduler whose workers do it: tcp://host:8786")
    parser.add_argument("--texts-only", action="store_true", help="read only; names and dates are found later")
    parser.add_argument("--troubles", action="store_true", help="list what could not be read, and why, and end")


def run(options: argparse.Namespace) -> int:
    """Do what the arguments say; 1 where an article could not be read or analysed."""
    from tui.library.index.articles import troubles
    from tui.library.index.database import Database
    from tui.library.index.schema import FILE
    from tui.library.indexing.run import bring_up_to_date
    from tui.library.indexing.turn import my_turn
    from tui.paths import make_cache

    for path in options.paths:
        if not path.exists():
            raise ReaderError(f"{path} does not exist; name a folder or an article.")
    database = Database(make_cache() / FILE)
    if database.trouble:
        raise ReaderError(database.trouble)
    try:
        if not options.troubles:
            with my_turn(database.path) as mine, _bar() as tell, _executor(options) as execute:
                if not mine:
                    raise ReaderError("Another Dateline is reading ahead just now: close its library, or wait.")
                summary = bring_up_to_date(
                    database, options.paths, execute, tell, not options.texts_only, moved=_take_along
                )
            out(_said(summary))
        none: list[tuple[str, str]] = []
        bad = [one for one in database.read(troubles, none) if _under(one[0], options.paths)]
    except OSError as error:
        raise ReaderError(f"{database.path} cannot be locked ({error.strerror}).") from error
    finally:
        database.close()
    _name(bad, len(bad) if options.troubles else NAMED)
    return 1 if bad or (not options.troubles and summary.failed) else 0


def _take_along(moves: list[Move]) -> None:
    """What was said of articles is said of them at their new places."""
    from tui.notes.store import NoteStore
    from tui.paths import data_folder

    store = NoteStore(data_folder(), asks=False)
    try:
        if wanted := taken_along(moves, store.flags.now()):
            store.flags.turn(wanted)
    except ReaderError as error:
        say(str(error))
    finally:
        store.close()


def _said(summary: "Summary") -> str:
    parts = [f"{counted(summary.files, 'article')}: {summary.read:,} new or changed", f"{summary.gone:,} gone"]
    parts.append(f"{summary.analysed:,} analysed")
    if summary.failed:
        parts.append(f"{summary.failed:,} could not be analysed")
    return ", ".join(parts) + ".\n"


def _name(bad: list[tuple[str, str]], most: int) -> None:
    for _, sentence in bad[:most]:
        say(sentence)
    if len(bad) > most:
        say(f"{counted(len(bad) - most, 'article')} more cannot be read: dateline index --troubles names them all.")


def _under(source: str, paths: list[Path]) -> bool:
    real = [path.resolve() for path in paths]
    return any(root == Path(source) or root in Path(source).parents for root in real)


@contextmanager
def _executor(options: argparse.Namespace) -> Iterator["Run"]:
    from tui.library.indexing.pool import in_order

    if options.cluster:
        from tui.library.indexing.cluster import cluster

        with cluster(options.cluster) as execute:
            yield execute
    else:
        yield partial(in_order, processes=options.jobs)


@contextmanager
def _bar() -> Iterator["Teller"]:
    """A bar for each stage, where a person looks on."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        shown = {stage: bars.add_task(does, total=None, visible=False) for stage, does in DOES.items()}

        def tell(step: "Step") -> None:
            bars.update(shown[step.stage], completed=step.done, total=step.total or None, visible=True)
            for stage in shown:
                if stage != step.stage:
                    bars.update(shown[stage], visible=False)

        with suppress(BrokenPipeError):
            yield tell


def _jobs(text: str) -> int:
    with suppress(ValueError):
        if 1 <= int(text) <= 1_000:
            return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes, 1 or more")
