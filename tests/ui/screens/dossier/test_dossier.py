"""All that the articles say of somebody, from the name in the text to the article that says it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.library.index.database import Database
from tui.library.index.schema import FILE
from tui.library.indexing.pool import here
from tui.library.indexing.run import bring_up_to_date
from tui.paths import cache_folder, make_private
from tui.ui.screens.article.reader import ReaderScreen
from tui.ui.screens.stories.dossier import DossierScreen

Sit = Callable[..., Any]
Size = tuple[int, int]
FIRST = (
    "---\ndate: 2021-03-02\n---\n# Harbour opens\n\nIt rained. Anna Ostrevik opened the harbour on 1 March 2021. "
    "“We will build more piers,” said Anna Ostrevik. Bo Lindahl sang, and 400 people danced with Ostrevik.\n"
)
SECOND = (
    "---\ndate: 2021-06-10\n---\n# Critics of a harbour\n\nAnna Ostrevik opened the harbour on 1 March 2021. "
    "Bo Lindahl was against it. Ostrevik left on 9 June 2021.\n"
)


@pytest.fixture
def two(articles: Path) -> Path:
    """Two articles that the index has looked into."""
    (articles / "one.md").write_text(FIRST)
    (articles / "two.md").write_text(SECOND)
    database = Database(make_private(cache_folder()) / FILE)
    bring_up_to_date(database, [articles / "one.md", articles / "two.md"], here, lambda step: None)
    database.close()
    return articles


def screen(sitting: Any) -> DossierScreen:
    assert isinstance(sitting.app.screen, DossierScreen)
    return sitting.app.screen


async def opened(sitting: Any) -> DossierScreen:
    """From the first name of the panel to its dossier."""
    await sitting.press("e")
    await sitting.go_to_row("Anna Ostrevik")
    await sitting.press("g", "d")
    await sitting.until(lambda: isinstance(sitting.app.screen, DossierScreen) and sitting.app.screen.whole is not None)
    await sitting.settle()
    return screen(sitting)


async def test_from_a_name_to_what_is_said_of_it(two: Path, sit_down: Sit, size: Size) -> None:
    async with sit_down("one.md", size) as sitting:
        await opened(sitting)
        assert "Anna Ostrevik · person · 2 articles" in sitting.picture
        assert "2021-06-10  Critics of a harbour" in sitting.picture
        assert "also Ostrevik" in sitting.picture
        assert "2021-03" in sitting.picture
        await sitting.press("l")
        assert "2021-03-01" in sitting.picture
        assert "and 1 other article" in sitting.picture
        await sitting.press("l")
        assert "“We will build more piers,”" in sitting.picture
        await sitting.press("l", "l")
        assert " 400 " in sitting.picture
        await sitting.press("l")
        assert "Bo Lindahl  person, 2 articles" in sitting.picture


async def test_enter_opens_the_article_at_the_sentence(two: Path, sit_down: Sit) -> None:
    async with sit_down("one.md") as sitting:
        await opened(sitting)
        await sitting.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        await sitting.settle()
        assert sitting.reading.article.title == "Critics of a harbour"
        assert sitting.here.startswith("Anna Ostrevik opened")
        await sitting.press("q")
        assert isinstance(sitting.app.screen, DossierScreen)


async def test_from_one_dossier_to_the_next_and_back(two: Path, sit_down: Sit) -> None:
    async with sit_down("one.md") as sitting:
        dossier = await opened(sitting)
        await sitting.press("l", "l", "l", "l", "l")
        rows = dossier._list.rows
        dossier._list.put(next(number for number in range(len(rows)) if rows[number].lead == "Bo Lindahl"))
        await sitting.press("enter")
        await sitting.until(lambda: "Bo Lindahl · person" in sitting.picture)
        await sitting.press("escape")
        await sitting.until(lambda: "Anna Ostrevik · person" in sitting.picture)
        await sitting.press("escape")
        assert isinstance(sitting.app.screen, ReaderScreen)


async def test_a_filter_narrows_it_and_goes(two: Path, sit_down: Sit) -> None:
    async with sit_down("one.md") as sitting:
        await opened(sitting)
        await sitting.press("/")
        await sitting.answer("critics")
        await sitting.until(lambda: "1 article" in sitting.picture)
        assert "Harbour opens" not in sitting.picture
        await sitting.press("/")
        await sitting.answer("is:unread")
        await sitting.until(lambda: "not asked of a dossier" in sitting.picture)
        await sitting.press("escape")
        await sitting.until(lambda: "2 articles" in sitting.picture)


async def test_it_is_written_to_a_file(two: Path, sit_down: Sit, tmp_path: Path) -> None:
    async with sit_down("one.md") as sitting:
        await opened(sitting)
        await sitting.press("W")
        await sitting.answer(str(tmp_path / "anna.md"))
        await sitting.until(lambda: "2 articles written" in sitting.picture)
        assert (tmp_path / "anna.md").read_text().startswith("# Anna Ostrevik\n")
    async with sit_down("one.md", restricted=True) as sitting:
        await opened(sitting)
        await sitting.press("W")
        assert "switched off" in sitting.picture


async def test_without_a_name_it_is_asked_for(two: Path, sit_down: Sit) -> None:
    async with sit_down("one.md") as sitting:
        await sitting.press("g", "d")
        assert "No name under the cursor." in sitting.said
        await sitting.press("S", "g", "d")
        await sitting.answer("Bo Lindahl")
        await sitting.until(lambda: "Bo Lindahl · person" in sitting.picture)
        await sitting.press("escape", "g", "d")
        await sitting.answer("Nobody Known")
        await sitting.until(lambda: "No article that was looked into names “Nobody Known”." in sitting.picture)


async def test_what_is_owed_is_looked_into_and_shown(two: Path, sit_down: Sit) -> None:
    async with sit_down("one.md") as sitting:
        sitting.desk.index.database.write(lambda db: db.execute("INSERT INTO to_tell SELECT article FROM told"))
        sitting.desk.index.database.write(lambda db: db.execute("DELETE FROM borne"))
        await sitting.press("e")
        await sitting.go_to_row("Anna Ostrevik")
        await sitting.press("g", "d")
        await sitting.until(lambda: "Anna Ostrevik · person · 2 articles" in sitting.picture)
