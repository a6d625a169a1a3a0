"""The list of feeds goes with the notes from place to place, and comes back joined with that of others."""

from tui.cli.output import tell
from tui.counted import counted
from tui.errors import ReaderError
from tui.library.sources.address import cleaned
from tui.library.sources.feeds.followed import change, everything, joining
from tui.library.sources.feeds.list_file import Followed, is_sound, read_rows
from tui.notes.store import NoteStore
from tui.paths import data_folder

TABLE = "feeds"


def put_feeds(store: NoteStore) -> None:
    """The list as it is here goes into the notes; where it cannot be read, one sentence is told."""
    if _is_ours(store):
        try:
            rows = [_row(one) for one in everything()]
        except ReaderError as error:
            tell(str(error))
            return
        if rows:
            store.merge({TABLE: rows})


def take_feeds(store: NoteStore) -> None:
    """What the notes know of feeds by now becomes the list here."""
    rows = [row for row in store.table_rows(TABLE) if is_sound(row)] if _is_ours(store) else []
    if not rows:
        return
    try:
        before = {cleaned(one.address) for one in everything() if not one.left}
        after = {cleaned(one.address) for one in change(joining(read_rows(rows)))}
    except ReaderError as error:
        tell(str(error))
        return
    if new := len(after - before):
        tell(f"Here: {counted(new, 'feed')} more; dateline feeds update asks them.")
    if left := len(before - after):
        tell(f"Here: {counted(left, 'feed')} left, as elsewhere.")


def _is_ours(store: NoteStore) -> bool:
    return store.folder == data_folder()


def _row(one: Followed) -> dict[str, object]:
    texts = {name: value for name, value in one._asdict().items() if isinstance(value, str) and value}
    return {"id": cleaned(one.address), **texts, "turns": list(one.turns)}
