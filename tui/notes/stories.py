"""Stories that a person has put together: a name, its articles, and those that do not belong to it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from tui.analysis.naming import clean_name
from tui.notes.file.rows import stamp, story_of_row
from tui.notes.store import NoteStore

TABLE = "stories"


class KeptStory(NamedTuple):
    """A story by name; `without` are articles that were taken out of it, and are not proposed again."""

    name: str
    articles: tuple[str, ...]
    without: tuple[str, ...] = ()
    updated: str = ""  # ISO 8601, UTC


def kept_stories(store: NoteStore) -> tuple[KeptStory, ...]:
    """All of them, the one changed last first; rows that make no sense are left out."""
    found = [_story(row) for row in store.table_rows(TABLE)]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.updated, reverse=True))


def keep_story(store: NoteStore, story: KeptStory) -> KeptStory:
    """Keep a story in the place of the one of that name; as it was kept."""
    kept = story._replace(name=clean_name(story.name), updated=stamp(datetime.now(UTC)))
    store.decide_row(
        TABLE,
        {
            "source": kept.name,
            "articles": list(kept.articles),
            "without": list(kept.without),
            "gone": False,
            "updated": kept.updated,
        },
    )
    return kept


def forget_story(store: NoteStore, name: str) -> None:
    """A story is one no longer; that it is gone stays written, for other copies of the notes."""
    row = {"source": name, "articles": [], "without": [], "gone": True, "updated": stamp(datetime.now(UTC))}
    store.decide_row(TABLE, row)


def _story(row: Mapping[str, Any]) -> KeptStory | None:
    try:
        name, articles, without, gone = story_of_row(row)
    except ValueError:
        return None
    return None if gone else KeptStory(name, articles, without, str(row.get("updated", "")))
