"""Stories that a person has put together: a name, its articles, and those that do not belong to it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from tui.analysis.naming import clean_name
from tui.errors import ReaderError
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


def keep_story(store: NoteStore, story: KeptStory, before: KeptStory | None = None, new: bool = False) -> KeptStory:
    """Keep a story in the place of the one of that name; as it was kept. What another session did to it since it was
    as `before` stays. Raises ReaderError where it is to be `new` and another one has that name."""
    wanted = story._replace(name=clean_name(story.name), updated=stamp(datetime.now(UTC)))
    kept = wanted

    def make(row: Mapping[str, Any] | None) -> dict[str, Any]:
        nonlocal kept
        there = _story(row) if row is not None else None
        if new and there is not None:
            raise ReaderError(f"A story is kept as “{wanted.name}” already: s keeps this one by another name.")
        kept = _after_both(wanted, before, there) if before is not None and there is not None else wanted
        return {
            "source": kept.name,
            "articles": list(kept.articles),
            "without": list(kept.without),
            "gone": False,
            "updated": kept.updated,
        }

    store.decide_row(TABLE, wanted.name, make)
    return kept


def forget_story(store: NoteStore, name: str) -> None:
    """A story is one no longer; that it is gone stays written, for other copies of the notes."""
    row = {"source": name, "articles": [], "without": [], "gone": True, "updated": stamp(datetime.now(UTC))}
    store.decide_row(TABLE, name, lambda _: row)


def _after_both(story: KeptStory, before: KeptStory, there: KeptStory) -> KeptStory:
    """What was changed here since `before`, done to what is there now."""
    came, went = set(story.articles) - {*before.articles}, {*before.articles} - {*story.articles}
    out, back = set(story.without) - {*before.without}, {*before.without} - {*story.without}
    articles = [one for one in dict.fromkeys((*there.articles, *story.articles)) if one in {*there.articles, *came}]
    without = [one for one in dict.fromkeys((*there.without, *story.without)) if one in {*there.without, *out}]
    return story._replace(
        articles=tuple(one for one in articles if one not in went | out),
        without=tuple(one for one in without if one not in back | came),
    )


def _story(row: Mapping[str, Any]) -> KeptStory | None:
    try:
        name, articles, without, gone = story_of_row(row)
    except ValueError:
        return None
    return None if gone else KeptStory(name, articles, without, str(row.get("updated", "")))
