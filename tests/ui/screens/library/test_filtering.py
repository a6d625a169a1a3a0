"""The filter of the library: what is asked for is listed, in its sentence, and opened where it stands."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.ui.screens.library.test_reading_ahead import ahead_of
from tui.library.index.index import Index
from tui.library.index.schema import FILE
from tui.paths import cache_folder, make_private
from tui.ui.screens.article.reader import ReaderScreen

Sit = Callable[..., Any]


def listed(sitting: Any) -> list[str]:
    return [entry.path.name for entry in sitting.app.screen.rows.entries]


async def known(sitting: Any) -> None:
    """All is read."""
    await sitting.until(lambda: all(entry.id for entry in sitting.app.screen.rows.entries) and listed(sitting))
    await sitting.until(lambda: not sitting.app.screen._following.far)


ASKED = [
    ('"lamp"', ["lighthouse.txt"]),
    ("lighthouse -lamp", ["aground.md", "strike.md"]),
    ("lighthouse -nobody", ["aground.md", "lighthouse.txt"]),
    ("is:read", []),
    ("is:unread -name:Oduya lighthouse", ["aground.md", "lighthouse.txt"]),
    ("name:oduya", ["strike.md"]),
]


async def test_what_is_asked_for_is_listed(sit_down: Sit, articles: Path) -> None:
    (articles / "aground.md").write_text("# Aground\n\nA ship lay before the lighthouse.\n")
    async with ahead_of(sit_down, articles) as sitting:
        await known(sitting)
        for typed, files in ASKED:
            await sitting.press("/", "ctrl+u", *typed)
            assert sorted(listed(sitting)) == files, typed
            await sitting.press("enter")


async def test_a_hit_stands_in_its_sentence_and_opens_there(sit_down: Sit, articles: Path) -> None:
    async with ahead_of(sit_down, articles) as sitting:
        await known(sitting)
        await sitting.press("/", *"near the old light")
        assert listed(sitting) == ["strike.md"]
        assert "near the old lighthouse" in sitting.picture
        await sitting.press("enter", "enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        await sitting.settle()
        assert sitting.here.startswith("near")
        assert "near the old lighthouse" in sitting.picture
        await sitting.press("q", "/", *"lighthouse", "enter", "g", "g", "enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        assert sitting.reading.found.query == ""  # its title holds the word: it opens where it was left


async def test_a_field_that_cannot_be_meant_is_said(sit_down: Sit, articles: Path) -> None:
    async with ahead_of(sit_down, articles) as sitting:
        await known(sitting)
        await sitting.press("/", *"after:soon", "enter")
        assert "after: wants a year" in sitting.picture
        assert len(listed(sitting)) == 3


async def test_fields_are_completed(sit_down: Sit, articles: Path) -> None:
    async with ahead_of(sit_down, articles) as sitting:
        await known(sitting)
        await sitting.press("/", *"is:", "tab", "enter")
        assert sitting.app.screen.filter == "is:unread"
        assert len(listed(sitting)) == 3


async def test_the_order_is_chosen_and_remembered(sit_down: Sit, articles: Path) -> None:
    async with ahead_of(sit_down, articles) as sitting:
        await known(sitting)
        await sitting.press("o", "o", "o", "o")
        titles = [entry.title for entry in sitting.app.screen.rows.entries]
        assert titles == sorted(titles, key=str.casefold)
        assert "by title" in sitting.picture
    async with ahead_of(sit_down, articles) as sitting:
        await known(sitting)
        assert [entry.title for entry in sitting.app.screen.rows.entries] == titles


async def test_nothing_is_found_yet_while_the_index_is_made_anew(sit_down: Sit) -> None:
    make_private(cache_folder()).joinpath(FILE).write_bytes(b"no index at all " * 500)
    async with sit_down() as sitting:
        following = sitting.app.screen._following
        following._heard({"stage": "texts", "done": 1, "total": 3})
        await sitting.press("/", *"zzzz")
        assert "the index was damaged and is made anew" in sitting.picture
        following._heard({"stage": "end", "read": 0, "gone": 0})
        await sitting.press("z")
        assert "Nothing matches: Esc shows all." in sitting.picture


async def test_an_excerpt_is_looked_up_once(sit_down: Sit, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with ahead_of(sit_down, articles) as sitting:
        await known(sitting)
        asked: list[int] = []
        excerpt = Index.excerpt
        monkeypatch.setattr(Index, "excerpt", lambda self, id, words: asked.append(id) or excerpt(self, id, words))
        await sitting.press("/", *"lighthouse", "enter")
        asked.clear()
        await sitting.press("j", "k", "j")
        assert asked == []
