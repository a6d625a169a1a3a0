"""An article and its analysis as the reader shows them: with the person's date, furniture decisions and repairs."""

import sys
from dataclasses import replace

from tui.analysis.model import Analysis
from tui.analysis.repairs.corrections import replay
from tui.errors import ReaderError
from tui.notes.repairs import rules_for
from tui.notes.store import NoteStore
from tui.paths import data_folder
from tui.text.article import Article, Known
from tui.ui.reading.reading import chosen


def analyse_as_read(article: Article, as_found: bool = False) -> tuple[Article, Analysis]:
    """What the person would see on opening it; `as_found` leaves out everything they put right."""
    from tui.analysis.pipeline import analyse

    if as_found:
        return article, analyse(article)
    try:
        store = NoteStore(data_folder())
        choices = store.choices_of(article.source)
        if article.published.known is Known.SET:  # on the command line
            choices = replace(choices, published=None)
        article = chosen(article, choices)
        rules = rules_for(store, article.source)
    except ReaderError as error:
        sys.stderr.write(f"Without your own corrections: {error}\n")
        rules = ()
    return article, replay(analyse(article), article, rules)
