"""Feeds in the library: followed, asked, left, and their articles read."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.site import a_feed, new_site, site
from tui.library.index.articles import note_article, row_of
from tui.library.index.index import Index
from tui.library.index.schema import FILE
from tui.library.shelf import Shelf
from tui.library.sources.feeds.followed import Followed, adding, change, followed
from tui.library.sources.feeds.following import follow
from tui.library.sources.fetcher import Fetcher
from tui.library.sources.folder import articles_folder
from tui.paths import cache_folder, data_folder, make_private
from tui.settings import Settings
from tui.text.read import read_article
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


def followed_files(title: str) -> list[Path]:
    return [path for path in articles_folder().rglob("*.atom") if title in path.name]


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
        await sitting.until(lambda: "2 articles, 2 unread, asked less than a minute ago" in sitting.picture)
        await sitting.press("a")
        await sitting.answer(site.at("/none"))
        await sitting.until(lambda: "has no such page (404)" in sitting.picture)
        await sitting.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ShelfScreen) and "Strike begins" in sitting.picture)
        await sitting.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        assert sitting.reading.article.publisher == "Port Ellery Gazette"
        await sitting.press("q", "q", "q")
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
        await sitting.until(lambda: names(sitting) == ["First"])
        await sitting.until(lambda: any("1 feed could be read" in one for one in notices(sitting)))
        await sitting.press("escape")
        path.write_bytes(path.read_bytes()[:-10])
        await sitting.press("u")
        await sitting.until(lambda: any("no feed could be read" in one for one in notices(sitting)))
        assert NO_FEEDS[:40] in sitting.said


async def test_an_article_that_its_feed_changes_is_marked(sit_down: Sit, site: Any) -> None:
    site.pages["/rss"] = a_feed("Strike begins", "Strike ends")
    follow_here(site.at("/rss"))
    async with sit_down() as sitting:
        await sitting.press("g", "f")
        await sitting.until(lambda: names(sitting) == ["Port Ellery Gazette"])
        await sitting.press("enter")
        await sitting.until(lambda: "Strike begins" in sitting.picture)
        await sitting.press("j", "enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        assert sitting.reading.article.title == "Strike begins"
        await sitting.press("q")
        site.pages["/rss"] = a_feed("Strike begins", "Strike ends").replace(b"begins: the", b"begins: Three of the")
        await sitting.press("u")
        await sitting.until(lambda: "1 changed article." in notices(sitting))
        (file,) = followed_files("Strike begins")
        changed = row_of(read_article(file))
        assert sitting.desk.index.database.write(lambda db: note_article(db, changed, None))  # as the index does beside
        sitting.app.screen.weigh_again()
        await sitting.until(lambda: "changed since you read it" in sitting.picture)
        await sitting.press("q")
        await sitting.until(lambda: names(sitting) == ["Port Ellery Gazette"])
        await sitting.press("c")
        await sitting.until(lambda: "articles as they were first" in sitting.picture)
        assert followed()[0].fixed


async def test_what_is_new_stands_above_what_was_read(sit_down: Sit, site: Any) -> None:
    site.pages["/rss"] = a_feed("Strike begins")
    follow_here(site.at("/rss"))
    index = Index(make_private(cache_folder()) / FILE)
    async with sit_down(shelf=Shelf([], index)) as sitting:
        await sitting.until(lambda: "Strike begins" in sitting.app.screen.rows.entries[0].title)
        await sitting.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        await sitting.press("q")
        site.pages["/rss"] = a_feed("Strike begins", "Strike ends")
        await sitting.press("u")
        await sitting.until(lambda: "Strike ends" in sitting.app.screen.rows.entries[0].title)
        assert sitting.app.screen.rows.cursor == 0  # it stood at the top, and does so still
        assert "Strike begins" in sitting.app.screen.rows.entries[1].title
    index.close()


async def test_from_the_articles_of_a_feed_one_comes_back_to_the_feeds(
    sit_down: Sit, size: tuple[int, int], site: Any
) -> None:
    site.pages["/a"], site.pages["/b"] = a_feed("Strike begins", title="First"), a_feed("A", "B", "C", title="Second")
    follow_here(site.at("/a"))
    follow_here(site.at("/b"))
    async with sit_down(size=size) as sitting:
        await sitting.press("g", "f")
        await sitting.until(lambda: "3 articles, 3 unread" in sitting.picture)
        await sitting.press("j", "enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ShelfScreen) and sitting.app.screen.lies_over)
        await sitting.until(lambda: len(sitting.app.screen.rows.entries) == 3)
        assert [one.title[-1] for one in sitting.app.screen.rows.entries] == ["C", "B", "A"]  # the latest first
        await sitting.press("r", "q")
        await sitting.until(lambda: names(sitting) == ["First", "Second"])
        await sitting.until(lambda: "3 articles, 2 unread" in sitting.picture)
        assert sitting.app.screen.rows.cursor == 1
        await sitting.press("q")
        assert isinstance(sitting.app.screen, ShelfScreen)
        assert not sitting.app.screen.lies_over


async def test_a_failure_names_its_feed(sit_down: Sit, site: Any) -> None:
    site.pages["/bad"] = a_feed("x", title="Bad news")
    follow_here(site.at("/bad"))
    site.pages["/bad"] = (503, b"")
    async with sit_down() as sitting:
        await sitting.press("u")
        await sitting.until(lambda: "1 not fetched." in notices(sitting))
        assert "Bad news: 127.0.0.1 is out of order just now (503)." in notices(sitting)
