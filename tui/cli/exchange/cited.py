"""The articles that notes are on, as they are cited: from what the library knows, else from their files."""

from collections.abc import Iterable
from pathlib import Path

from tui.errors import ReaderError
from tui.library.index.index import Index
from tui.library.index.schema import FILE
from tui.notes.note import Note
from tui.notes.store import NoteStore
from tui.notes.works import Work
from tui.paths import cache_folder
from tui.text.inside import is_there
from tui.text.read import read_article


def works(notes: Iterable[Note], store: NoteStore) -> dict[str, Work]:
    """By source; a date that the person set counts more than that of the file."""
    addresses = {note.source: note.url for note in notes}
    found: dict[str, Work] = {}
    path = cache_folder() / FILE
    if path.exists():
        index = Index(path)
        try:
            for source, known in index.known(addresses).items():
                found[source] = Work(known.title, known.byline, known.publisher, addresses[source], known.published)
        finally:
            index.close()
    for source in addresses.keys() - found.keys():
        if source.startswith("/") and is_there(source):
            try:
                article = read_article(Path(source))
            except ReaderError:
                continue
            day = article.published.day
            found[source] = Work(article.title, article.byline, article.publisher, article.url, day)
    for source, work in found.items():
        day = store.choices_of(source).published
        if day is not None:
            found[source] = work._replace(published=day)
    return found
