"""Names and queries that are watched, and what is new of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.ui.screens.dossier.test_dossier import SECOND, opened, two
from tui.library.index.database import Database
from tui.library.index.schema import FILE
from tui.library.indexing.pool import here
from tui.library.indexing.run import bring_up_to_date
from tui.notes.watches import Watch, watched
from tui.paths import cache_folder
from tui.ui.screens.article.reader import ReaderScreen
from tui.ui.screens.library.shelf import ShelfScreen
from tui.ui.screens.library.watch import WatchScreen

Sit = Callable[..., Any]
Size = tuple[int, int]
__all__ = ["two"]


def come(articles: Path) -> None:
    """Another article of Anna Ostrevik."""
    (articles / "three.md").write_text(
        SECOND.replace("Critics of a harbour", "A third one").replace("9 June", "10 June")
    )
    database = Database(cache_folder() / FILE)
    bring_up_to_date(database, [articles / "three.md"], here, lambda step: None)
    database.close()


@pytest.mark.usefixtures("two")
async def test_from_a_dossier_to_its_new_articles(articles: Path, sit_down: Sit, size: Size) -> None:
    async with sit_down("one.md", size) as sitting:
        await opened(sitting)
        await sitting.press("w")
        await sitting.until(lambda: "Anna Ostrevik is watched" in sitting.picture)
        assert [one.words for one in watched(sitting.desk.store.flags)] == ["Anna Ostrevik"]
    come(articles)
    async with sit_down("", size) as sitting:
        await sitting.until(lambda: "1 new watched" in sitting.picture)
        await sitting.press("g", "w")
        await sitting.until(lambda: "1 new of 3 articles" in sitting.picture)
        await sitting.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ShelfScreen) and "A third one" in sitting.picture)
        await sitting.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        assert sitting.reading.article.title == "A third one"
        await sitting.press("q", "q")
        await sitting.until(lambda: "new watched" not in sitting.picture)


@pytest.mark.usefixtures("two")
async def test_queries_are_watched_left_and_watched_again(sit_down: Sit) -> None:
    async with sit_down("one.md") as sitting:
        await sitting.press("g", "w")
        await sitting.until(lambda: "Nothing is watched" in sitting.picture)
        await sitting.press("a")
        await sitting.answer("/harbour -critics")
        await sitting.until(lambda: "/harbour -critics" in sitting.picture and "1 article" in sitting.picture)
        assert watched(sitting.desk.store.flags) == (Watch("harbour -critics"),)
        await sitting.press("d")
        assert "A query has no dossier." in sitting.picture
        await sitting.press("x")
        await sitting.until(lambda: "Nothing is watched" in sitting.picture)
        await sitting.press("U")
        await sitting.until(lambda: "/harbour -critics" in sitting.picture)
        await sitting.press("a")
        await sitting.answer("Bo Lindahl")
        await sitting.until(lambda: " Bo Lindahl" in sitting.picture)
        assert {one.words: bool(one.id) for one in watched(sitting.desk.store.flags)} == {
            "Bo Lindahl": True,
            "harbour -critics": False,
        }
        assert isinstance(sitting.app.screen, WatchScreen)
        await sitting.press("g", "w")
        assert isinstance(sitting.app.screen, ReaderScreen)
