"""In the library addresses become articles, while every key is free."""

import asyncio
from collections.abc import Callable
from typing import Any

from tests.site import a_page, new_site, site
from tui.library.sources.folder import articles_folder
from tui.ui.doing.fetching import RESTRICTED
from tui.ui.screens.article.reader import ReaderScreen
from tui.ui.screens.library.shelf import ShelfScreen

__all__ = ["new_site", "site"]

Sit = Callable[..., Any]


def listed(sitting: Any) -> list[str]:
    return [entry.title for entry in sitting.app.screen.rows.entries]


async def test_an_address_becomes_an_article(sit_down: Sit, size: tuple[int, int], site: Any) -> None:
    site.pages["/a"] = a_page()
    async with sit_down(size=size) as sitting:
        await sitting.press("a")
        await sitting.answer(site.at("/a"))
        await sitting.until(lambda: any("Harbour reopens" in title for title in listed(sitting)))
        await sitting.until(
            lambda: sitting.app.screen.rows.entries[sitting.app.screen.rows.cursor].place.startswith("2026-03-04")
        )
        await sitting.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        assert sitting.reading.article.title == "Harbour reopens"
        assert sitting.reading.article.url == site.at("/a")
        await sitting.press("g", "a")
        assert f"UTC, {site.at('/a')}" in sitting.picture


async def test_several_are_pasted_and_what_fails_is_told(sit_down: Sit, site: Any) -> None:
    site.pages.update({"/a": a_page("Harbour reopens"), "/b": a_page("Harbour closes")})
    async with sit_down() as sitting:
        await sitting.press("a")
        await sitting.answer(f"{site.at('/a')} {site.at('/none')} {site.at('/b')}")
        await sitting.until(lambda: len(listed(sitting)) == 5)
        await sitting.until(lambda: "has no such page" in sitting.picture)
        assert "2 new articles; 1 could not be fetched." in sitting.picture


async def test_what_is_no_address_is_told_and_nothing_is_fetched(sit_down: Sit, site: Any) -> None:
    async with sit_down() as sitting:
        await sitting.press("a")
        await sitting.answer("file:///etc/passwd")
        assert "dateline FILE opens it" in sitting.said
    assert not articles_folder().exists()


async def test_a_reader_for_others_fetches_nothing(sit_down: Sit, site: Any) -> None:
    async with sit_down(restricted=True) as sitting:
        await sitting.press("a")
        assert RESTRICTED in sitting.said


async def test_a_list_that_was_left_hears_nothing_any_more(sit_down: Sit, site: Any) -> None:
    site.pages["/a"] = a_page()
    async with sit_down() as sitting:
        shelf = sitting.app.screen
        over = ShelfScreen(sitting.desk, "Others", None, sitting.desk.shelf.entries)
        sitting.app.push_screen(over)
        await sitting.until(lambda: sitting.app.screen is over and over.is_attached)
        troubles: list[dict[str, Any]] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: troubles.append(context))
        ended: list[bool] = []
        await sitting.press("a")
        await sitting.answer(site.at("/a"))
        end, over._fetching._end = over._fetching._end, lambda: (end(), ended.append(True))
        await sitting.press("q")
        await sitting.until(lambda: sitting.app.screen is shelf)
        await sitting.until(lambda: not over._fetching._fetching)
        await sitting.settle()
        assert troubles == []
        await sitting.until(lambda: any("Harbour reopens" in title for title in listed(sitting)))
