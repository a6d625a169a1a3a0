"""An article and its analysis as the reader shows them: with the person's date, furniture decisions and repairs."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui.analysis.model import Analysis
from tui.analysis.repairs.corrections import replay
from tui.errors import ReaderError
from tui.notes.repairs import rules_for
from tui.notes.store import SEEN, NoteStore
from tui.paths import cache_folder, data_folder
from tui.text.article import Article, Known
from tui.text.encoding import shown
from tui.text.read import read_article
from tui.ui.reading.reading import chosen


class AsRead(NamedTuple):
    """An article as the reader shows it, what was found in it, and what went wrong beside that, in sentences."""

    article: Article
    analysis: Analysis
    warnings: tuple[str, ...]


def analyse_as_read(article: Article, as_found: bool = False) -> AsRead:
    """What the person would see on opening it; `as_found` leaves out everything they put right."""
    from tui.analysis.pipeline import analyse

    if as_found:
        return AsRead(article, analyse(article), ())
    warnings: tuple[str, ...] = ()
    try:
        store = _store(data_folder(), cache_folder() / SEEN)
        choices = store.choices_of(article.source)
        article = _in_chosen_letters(article, choices.encoding)
        if article.published.known is Known.SET:  # on the command line
            choices = replace(choices, published=None)
        article = chosen(article, choices)
        rules = rules_for(store, article.source)
    except ReaderError as error:
        warnings, rules = (f"Without your own corrections: {error}",), ()
    return AsRead(article, replay(analyse(article), article, rules), warnings)


def _in_chosen_letters(article: Article, encoding: str) -> Article:
    """The article read again if the person once chose another encoding for its file."""
    if not encoding or article.encoding in ("", shown(encoding)) or not Path(article.source).is_absolute():
        return article
    again = read_article(Path(article.source), encoding)
    return replace(again, published=article.published) if article.published.known is Known.SET else again


@cache
def _store(folder: Path, seen: Path) -> NoteStore:
    """The notes, read once for all articles; it sees when they change."""
    return NoteStore(folder, seen=seen)
