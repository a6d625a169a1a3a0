"""Feeds in the library: followed, asked, left, and their articles read."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.site import a_feed, new_site, site
from tui.library.sources.feeds.followed import Followed, adding, change, followed
from tui.library.sources.feeds.following import follow
from tui.library.sources.fetcher import Fetcher
from tui.paths import data_folder
from tui.settings import Settings
from tui.ui.doing.fetching import NO_FEEDS, RESTRICTED
from tui.ui.screens.article.reader import ReaderScreen
from tui.ui.screens.library.feeds import NONE, FeedsScreen
from tui.ui.screens.library.shelf import ShelfScreen

__all__ = ["new_site", "site"]

Sit = Callable[..., Any]


def follow_here(address: str) -> None:
    fetcher = Fetcher()
    follow(address, fetcher)
    fetcher.close()


def names(sitting: Any) -> list[str]:
    assert isinstance(sitting.app.screen, FeedsScreen)
    return [one.feed.name for one in sitting.app.screen._list.feeds]


def notices(sitting: Any) -> list[str]:
    return [one.message for one in sitting.app._notifications]


async def test_a_feed_is_followed_and_its_articles_are_read(sit_down: Sit, size: tuple[int, int], site: Any) -> None:
    site.pages["/rss"] = a_feed("Strike begins", "Strike ends")
    async with sit_down(size=size) as sitting:
        await sitting.press("u")
        assert NO_FEEDS[:40] in sitting.said
        await sitting.press("g", "f")
        await sitting.until(lambda: NONE[:30] in sitting.picture)
        await sitting.press("a")
        await sitting.answer(site.at("/rss"))
        await sitting.until(lambda: names(sitting) == ["Port Ellery Gazette"])
        await sitting.until(lambda: "2 articles, asked less than a minute ago" in sitting.picture)
        await sitting.press("a")
        await sitting.answer(site.at("/none"))
        await sitting.until(lambda: "has no such page (404)" in sitting.picture)
        await sitting.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ShelfScreen) and "Strike begins" in sitting.picture)
        await sitting.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        assert sitting.reading.article.publisher == "Port Ellery Gazette"
        await sitting.press("q", "q")
        await sitting.until(lambda: "Strike ends" in sitting.picture and "5 articles" in sitting.picture)


async def test_what_is_new_comes_by_a_key(sit_down: Sit, site: Any) -> None:
    site.pages["/rss"] = a_feed("Strike begins")
    site.pages["/bad"] = a_feed("x", title="Bad news")
    follow_here(site.at("/rss"))
    follow_here(site.at("/bad"))
    site.pages["/rss"] = a_feed("Strike begins", "Strike ends")
    site.pages["/bad"] = (503, b"")
    async with sit_down() as sitting:
        await sitting.press("u")
        await sitting.until(lambda: "1 new article; 1 could not be fetched" in sitting.picture)
        await sitting.until(lambda: any("Strike ends" in one.title for one in sitting.app.screen.rows.entries))
        assert "is out of order just now (503)" in sitting.picture
        await sitting.press("g", "f")
        await sitting.until(lambda: "waits before it is asked again" in sitting.picture)
        assert "2 feeds, 1 could not be had" in sitting.picture


async def test_left_and_followed_again(sit_down: Sit, site: Any) -> None:
    change(adding(Followed("https://a.example/rss", "First"), Followed("https://b.example/rss", "Second")))
    async with sit_down() as sitting:
        await sitting.press("g", "f")
        await sitting.until(lambda: names(sitting) == ["First", "Second"])
        await sitting.press("x")
        await sitting.until(lambda: names(sitting) == ["Second"])
        await sitting.press("w")
        await sitting.until(lambda: "whole articles" in sitting.picture)
        assert followed()[0].whole
        await sitting.press("U")
        await sitting.until(lambda: names(sitting) == ["First", "Second"])
        await sitting.press("U")
        assert "No feed was left here" in sitting.picture
        await sitting.press("escape")
        assert isinstance(sitting.app.screen, ShelfScreen)


async def test_they_are_asked_at_the_start_if_that_is_set(sit_down: Sit, site: Any) -> None:
    site.pages["/rss"] = a_feed("Strike begins")
    change(adding(Followed(site.at("/rss"), "Gazette")))
    async with sit_down(settings=replace(Settings(), update_feeds=True)) as sitting:
        await sitting.until(lambda: "1 new article." in sitting.picture)
    site.asked.clear()
    async with sit_down(settings=Settings()) as sitting:
        await sitting.press("j")
    assert site.asked == []


async def test_a_reader_for_others_asks_no_feeds(sit_down: Sit, site: Any) -> None:
    change(adding(Followed(site.at("/rss"), "Gazette")))
    settings = replace(Settings(), update_feeds=True)
    async with sit_down(restricted=True, settings=settings) as sitting:
        await sitting.press("u")
        assert RESTRICTED in sitting.said
        await sitting.press("g", "f")
        assert RESTRICTED in sitting.said
        assert isinstance(sitting.app.screen, ShelfScreen)
    assert site.asked == []


async def test_a_damaged_list_is_told_and_shown_as_far_as_it_is_whole(sit_down: Sit) -> None:
    change(adding(Followed("https://a.example/rss", "First"), Followed("https://b.example/rss", "Second")))
    path = data_folder() / "feeds.json"
    path.write_bytes(path.read_bytes()[:-40])
    async with sit_down() as sitting:
        await sitting.press("g", "f")
        await sitting.until(lambda: names(sitting) == ["First"], 120)
        await sitting.until(lambda: any("1 feed could be read" in one for one in notices(sitting)), 120)
        await sitting.press("escape")
        path.write_bytes(path.read_bytes()[:-10])
        await sitting.press("u")
        await sitting.until(lambda: any("no feed could be read" in one for one in notices(sitting)), 120)
        assert NO_FEEDS[:40] in sitting.said
