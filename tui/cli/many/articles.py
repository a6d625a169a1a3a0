"""Paths on the command line become articles, analysed as the reader shows them, and these what is printed."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from tui.cli.many.as_read import AsRead, analyse_as_read
from tui.cli.output import Progress, say
from tui.errors import UnreadableArticle
from tui.library.indexing.pool import PATIENCE, cores, here, in_order
from tui.library.indexing.task import Done, Lost, Refused
from tui.library.walk import MOST_FILES, articles_under
from tui.text.article import Article, Known, Published
from tui.text.kinds import SUFFIXES
from tui.text.read import is_folder, is_list, open_file, read_article, the_article
from tui.text.streams import STANDARD_INPUT, Piped, is_standard_input, is_stream, take_stream

AS_FOUND = "without the dates you set and what you put right"
PATHS = "articles, and folders with all that lies in them; - is standard input"
STATUS = (
    "Articles that cannot be read or analysed are named, and the others printed; the exit status is 1 then. "
    "A process that dies is tried once more."
)

Made = TypeVar("Made")
Warnings = tuple[str, ...]


class Found(NamedTuple):
    """An article that was named, or why there is none; what came through a pipe is in hand."""

    path: str
    trouble: str = ""
    piped: Piped | None = None
    part: str = ""


class Asked(NamedTuple):
    """One article to be analysed: a path, or what came through a pipe, which can be read only here and only once."""

    path: str
    piped: Article | None = None
    trouble: str = ""  # with the pipe
    day: date | None = None  # when it was published, as the command line says
    as_found: bool = False
    more: Any = None  # what the command wants to know besides


def add_arguments(parser: ArgumentParser) -> None:
    """--as-found and --give-up, and what stands below the options."""
    parser.add_argument("--as-found", action="store_true", help=AS_FOUND)
    parser.add_argument(
        "--give-up",
        type=_seconds,
        default=PATIENCE,
        metavar="SECONDS",
        help=f"how long one of several articles may take before it is left out; {PATIENCE:g} if not given",
    )
    parser.epilog = STATUS


class Analysed(Generic[Made]):
    """The named articles one after another, as what `function` makes of each; says which there is nothing for.

    `function` takes an Asked, returns what it made and a tuple of warnings, and is called in other processes where
    there are several articles. Afterwards `status` is what the program should end with."""

    def __init__(self, args: Namespace, function: Callable[[Asked], tuple[Made, Warnings]], asked: Asked) -> None:
        self.status = 0
        self.several = False
        self._function = function
        self._found = tuple(found_articles(args.paths))
        self._asked = asked
        self._patience: float = args.give_up

    def __iter__(self) -> Iterator[tuple[str, Made]]:
        paths = [found for found in self._found if not found.trouble]
        self.several = len(paths) > 1
        tasks = (_task(self._asked, found) for found in paths)
        processes = min(cores(), len(paths))
        told = (
            in_order(self._function, tasks, processes, self._patience) if self.several else here(self._function, tasks)
        )
        progress = Progress(max(1, len(paths)))
        said: set[str] = set()
        with closing(told), closing(progress):
            for found in self._found:
                if found.trouble:
                    self._complain(found.trouble)
            for task, outcome in told:
                progress.step()
                match outcome:
                    case Done((answer, warnings)):
                        progress.clear()
                        for warning in warnings:
                            if warning not in said:
                                say(warning)
                        said.update(warnings)
                        yield task.path, answer
                    case Refused(sentence):
                        progress.clear()
                        self._complain(sentence)
                    case Lost(reason):
                        progress.clear()
                        self._complain(f"{task.path} could not be analysed ({reason}); the others are not concerned.")

    def _complain(self, sentence: str) -> None:
        self.status = 1
        say(sentence)


def as_read(asked: Asked) -> AsRead:
    """An article as the reader shows it, with its analysis; raises UnreadableArticle."""
    if asked.trouble:
        raise UnreadableArticle(asked.trouble)
    article = asked.piped or read_article(Path(asked.path))
    if asked.day:
        article = replace(article, published=Published(asked.day, Known.SET, "--date"))
    return analyse_as_read(article, asked.as_found)


def found_articles(paths: Sequence[str]) -> Iterator[Found]:
    """Each article once, in order; in the place of folders, feeds and mailboxes the articles in them."""
    seen: set[str] = set()
    for path in paths:
        files: Sequence[str] = (STANDARD_INPUT if is_standard_input(path) else path,)
        if is_folder(path):
            files = tuple(found.path for found in articles_under([Path(path)]))
            if not files:
                yield Found(path, f"There are no articles in {path}: it holds no {', '.join(sorted(SUFFIXES))}.")
            if len(files) >= MOST_FILES:
                yield Found(path, f"{path} holds more than {MOST_FILES:,} articles; name its folders one by one.")
        for file in files:
            real = file if file == STANDARD_INPUT else os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield from _in_stream(file) if is_stream(file) else _in_file(file)


def _in_file(file: str) -> Iterator[Found]:
    if not is_list(Path(file)):
        yield Found(file)
        return
    try:
        opened = open_file(Path(file))
    except UnreadableArticle as error:
        yield Found(file, str(error))
        return
    if opened.notice:
        yield Found(file, opened.notice)
    yield from (Found(part.source) for part in opened.parts) if opened.article is None else (Found(file),)


def _in_stream(name: str) -> Iterator[Found]:
    try:
        piped = take_stream(name, lambda sentence: say(f"{sentence} Ctrl+C gives up."))
        opened = piped.opened()
    except UnreadableArticle as error:
        yield Found(name, str(error))
        return
    parts = [part.source.partition("/")[2] for part in opened.parts] if opened.article is None else [""]
    if opened.notice:
        yield Found(name, opened.notice)
    for part in parts:
        yield Found(f"{name}/{part}" if part else name, piped=piped, part=part)


def _task(asked: Asked, found: Found) -> Asked:
    asked = asked._replace(path=found.path)
    if found.piped is None:
        return asked
    try:
        return asked._replace(piped=the_article(found.piped.opened(found.part), found.piped.shown))
    except UnreadableArticle as error:
        return asked._replace(trouble=str(error))


def _seconds(text: str) -> float:
    seconds = float(text)
    if not seconds > 0:
        raise ValueError
    return seconds
