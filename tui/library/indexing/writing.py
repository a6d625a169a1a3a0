"""What was read becomes changes of the index: of a file that holds several articles, one after the other."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from tui.library.index.analyses import as_its_twin, put_names
from tui.library.index.articles import drop_article, id_of, note_article, note_state, refuse
from tui.library.index.inside import begin_file, drop_file, end_file, inside, is_as_it_was, put_inside
from tui.library.index.texts import Unfindable, drop_text, make_findable, put_body
from tui.library.indexing.work import Several, Text, Unreadable

Change = Callable[[sqlite3.Connection], object]


def each_text(found: Text | Several | Unreadable) -> tuple[Text | Unreadable, ...]:
    """What was read of each article."""
    return found.texts if isinstance(found, Several) else (found,)


def changes_for(found: Text | Several | Unreadable, searchable: bool) -> Iterator[Change]:
    """The changes that write down what was read; each can be made with others or by itself."""
    if not isinstance(found, Several):
        yield partial(_forget_several, source=found.file.source)
        yield partial(_put, text=found, searchable=searchable)
        return
    source = found.file.source
    yield partial(_forget_one, source=source)  # it may have held one article until now, or nothing
    yield partial(begin_file, source=source)
    for text in found.texts:
        yield partial(_put, text=text, searchable=searchable)
    there = {text.file.source for text in found.texts}
    yield lambda db: forget(db, (one for one in inside(db, source) if one not in there))
    yield partial(end_file, source=source, state=found.file.state)


def forget(db: sqlite3.Connection, gone: Iterable[str]) -> None:
    """These articles are gone, or files with all that was in them."""
    for source in gone:
        _forget_several(db, source)
        _forget_one(db, source)


def _forget_several(db: sqlite3.Connection, source: str) -> None:
    for one in inside(db, source):
        _forget_one(db, one)
    drop_file(db, source)


def _forget_one(db: sqlite3.Connection, source: str) -> None:
    id = id_of(db, source)
    if id is not None:
        drop_text(db, id)
        put_names(db, id, ())
        drop_article(db, id)


def make_all(db: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Make these changes, and then the words of all that was put in findable."""
    put = [each for change in changes if isinstance(each := change(db), Unfindable)]
    for one in put:
        make_findable(db, one)


def _put(db: sqlite3.Connection, text: Text | Unreadable, searchable: bool) -> Unfindable | None:
    put = None
    if isinstance(text, Unreadable):
        id = refuse(db, text.file.source, Path(text.file.source).stem, text.file.state, text.trouble)
        drop_text(db, id)
        put_names(db, id, ())
    elif text.inside is not None and is_as_it_was(db, text.row, text.inside):
        id = id_of(db, text.file.source) or 0
        note_state(db, id, text.file.state)
    else:
        id = note_article(db, text.row, None)
        note_state(db, id, text.file.state)
        if searchable:
            put = put_body(db, id, text.body)
        as_its_twin(db, id, text.row.digest)
    if text.inside is not None:
        put_inside(db, id, text.inside)
    return put
