"""In the library addresses become articles, while every key is free."""

from collections.abc import Callable
from typing import Any

from tests.site import a_page, new_site, site
from tui.library.sources.folder import articles_folder
from tui.ui.doing.fetching import RESTRICTED
from tui.ui.screens.reader import ReaderScreen

__all__ = ["new_site", "site"]

Sit = Callable[..., Any]


def listed(sitting: Any) -> list[str]:
    return [entry.title for entry in sitting.app.screen.rows.entries]


async def test_an_address_becomes_an_article(sit_down: Sit, size: tuple[int, int], site: Any) -> None:
    site.pages["/a"] = a_page()
    async with sit_down(size=size) as sitting:
        await sitting.press("a")
        await sitting.answer(site.at("/a"))
        await sitting.until(lambda: any("Harbour reopens" in title for title in listed(sitting)), 60)
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
        await sitting.until(lambda: len(listed(sitting)) == 5, 60)
        await sitting.until(lambda: "has no such page" in sitting.picture, 30)
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
