"""The names on the command line become the article to begin with, and what else there is to read."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.errors import UnreadableArticle
from tui.library.places import holds_place
from tui.text.article import Article
from tui.text.opened import Opened
from tui.text.read import begin_file, is_folder
from tui.text.streams import STANDARD_INPUT, Piped, is_standard_input, is_stream, take_stream

if TYPE_CHECKING:
    from tui.text.apart.reading import Reading

SOON = 0.6  # seconds in which most of what is read apart is read, or its beginning: that is then painted at once


class Given(NamedTuple):
    """What was given. Without `first` the list of articles is what to begin with."""

    first: "Opened | Reading | None"  # what is read, or is being read
    paths: tuple[Path, ...]  # files and folders, in order
    piped: tuple[tuple[Piped, Opened], ...]  # what came through pipes, read to their ends
    troubles: tuple[str, ...]  # a sentence for each that could not be read
    begun: Opened | None = None  # the beginning of what is being read, if reading stopped no later

    def article(self, whole_books: bool) -> Article | None:
        """The article to begin with, or its beginning, if it is read and nothing else can be meant: a book of chapters
        where the person reads such books whole."""
        there = self.first if isinstance(self.first, Opened) else self.begun
        return there.article if there is not None and (whole_books or not there.parts) else None

    @property
    def rest(self) -> "Reading | None":
        """What reads the rest, where there is only the beginning."""
        return None if self.begun is None or isinstance(self.first, Opened) else self.first


def look_at(names: Sequence[str], tell: Callable[[str], object] | None = None) -> Given:
    """Read the pipes and the first of the files; files after it wait, and a folder waits for its list. `tell` hears a
    sentence where a pipe keeps us waiting.

    Raises UnreadableArticle where nothing of what was asked for is there."""
    first: Opened | Reading | None = None
    paths: list[Path] = []
    piped: list[tuple[Piped, Opened]] = []
    troubles: list[str] = []
    folders: list[Path] = []
    for name in dict.fromkeys(STANDARD_INPUT if is_standard_input(name) else name for name in names):
        streams = is_stream(name)
        if not streams:
            paths.append(Path(name))
            if is_folder(name):
                folders.append(Path(name))
            if first is not None or folders:
                continue
        try:
            if streams:
                taken = take_stream(name, tell)
                piped.append((taken, taken.opened()))
                found: Opened | Reading = piped[-1][1]
            else:
                found = _soon(begin_file(Path(name)))
        except UnreadableArticle as error:
            troubles.append(str(error))
            continue
        first = first or found
    if names and first is None and not _any_article(folders):
        empty = [f"There are no articles in “{folder}”." for folder in folders[-1:]]
        raise UnreadableArticle("\n".join([*troubles, *empty]))
    begun = None if first is None or isinstance(first, Opened) else first.beginning
    if begun is not None and not holds_place(begun):
        begun = None
    return Given(first, tuple(paths), tuple(piped), tuple(troubles), begun)


def _soon(found: "Opened | Reading") -> "Opened | Reading":
    """What is read, if it is by now or in a moment. Raises UnreadableArticle."""
    if isinstance(found, Opened) or not found.wait(SOON):
        return found
    return found.opened()


def _any_article(folders: Sequence[Path]) -> bool:
    if not folders:
        return False
    from tui.library.walk import any_article  # the first page does not wait for it

    return any_article(folders)
