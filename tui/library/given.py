"""The names on the command line become the article to begin with, and what else there is to read."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tui.errors import UnreadableArticle
from tui.text.article import Article
from tui.text.read import is_folder, read_article
from tui.text.streams import STANDARD_INPUT, is_standard_input, is_stream, read_stream


class Given(NamedTuple):
    """What was given. Without `first` the list of articles is what to begin with."""

    first: Article | None
    paths: tuple[Path, ...]  # files and folders, in order
    piped: tuple[Article, ...]  # what came through pipes, read to their ends
    troubles: tuple[str, ...]  # a sentence for each that could not be read


def look_at(names: Sequence[str]) -> Given:
    """Read the pipes and the first of the files; files after it wait, and a folder waits for its list.

    Raises UnreadableArticle where nothing of what was asked for is there."""
    first: Article | None = None
    paths: list[Path] = []
    piped: list[Article] = []
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
            article = read_stream(name) if streams else read_article(Path(name))
        except UnreadableArticle as error:
            troubles.append(str(error))
            continue
        first = first or article
        if streams:
            piped.append(article)
    if names and first is None and not _any_article(folders):
        empty = [f"There are no articles in “{folder}”." for folder in folders[-1:]]
        raise UnreadableArticle("\n".join([*troubles, *empty]))
    return Given(first, tuple(paths), tuple(piped), tuple(troubles))


def _any_article(folders: Sequence[Path]) -> bool:
    if not folders:
        return False
    from tui.library.walk import articles_under  # the first page does not wait for it

    return next(articles_under(folders), None) is not None
