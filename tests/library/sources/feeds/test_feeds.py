"""Feeds are followed: what is new in them comes once, whatever they and the net do."""

import os
import threading
import time
from datetime import date
from email.utils import formatdate
from pathlib import Path
from typing import Any

import pytest

from tests.site import a_feed, a_page
from tui.errors import ReaderError
from tui.library.sources import ledger
from tui.library.sources.feeds.followed import Followed, adding, change, followed, leaving, replacing
from tui.library.sources.feeds.following import folder_of, follow, update
from tui.library.sources.feeds.states import read_states
from tui.library.sources.feeds.updating import Updated
from tui.library.sources.fetcher import Fetcher
from tui.library.sources.folder import articles_folder
from tui.paths import cache_folder, data_folder
from tui.text.read import read_article


def updated(fetcher: Fetcher, now: bool = True) -> list[Updated]:
    return list(update(fetcher, now=now))


def titles() -> list[str]:
    return sorted(
        read_article(path).title for path in articles_folder().rglob("*.*") if path.suffix in (".atom", ".html")
    )


def test_what_is_in_a_feed_becomes_files_of_its_folder(site: Any, fetcher: Fetcher) -> None:
    site.pages["/rss"] = a_feed("Strike begins", "Strike ends")
    done = follow(site.at("/rss"), fetcher)
    assert done.feed == followed()[0]
    assert (done.feed.title, done.feed.folder) == ("Port Ellery Gazette", "Port Ellery Gazette")
    names = sorted(path.name for path in folder_of(done.feed).glob("[!.]*"))
    assert names == ["2026-03-01 Strike begins.atom", "2026-03-02 Strike ends.atom"]
    article = read_article(folder_of(done.feed) / names[0])
    assert (article.title, article.byline, article.publisher) == ("Strike begins", "Ada Lund", "Port Ellery Gazette")
    assert (article.published.day, article.language) == (date(2026, 3, 1), "en")
    assert article.text == "Strike begins: the ships lie still."
    assert article.url == "https://gazette.example/news/0"
    assert article.marks[0].target == "https://gazette.example/x"
    assert oct((data_folder() / "feeds.json").stat().st_mode & 0o777) == "0o600"


def test_only_what_is_new_comes(site: Any, fetcher: Fetcher) -> None:
    site.pages["/rss"] = a_feed("One", "Two")
    follow(site.at("/rss"), fetcher)
    site.pages["/rss"] = a_feed("One", "Two", "Three")
    (done,) = updated(fetcher)
    assert [path.name for path in done.files] == ["2026-03-03 Three.atom"]
    assert updated(fetcher)[0].files == ()


def test_what_was_thrown_away_stays_away(site: Any, fetcher: Fetcher) -> None:
    site.pages["/rss"] = a_feed("One", "Two")
    done = follow(site.at("/rss"), fetcher)
    done.files[0].unlink()
    assert updated(fetcher)[0].files == ()
    for path in cache_folder().iterdir():  # nor when the index and all beside it is deleted
        path.unlink()
    assert updated(fetcher)[0].files == ()
    change(leaving(done.feed.address))  # nor when the feed is left and followed again
    assert followed() == ()
    assert follow(site.at("/rss"), fetcher).files == ()
    assert followed()[0].folder == done.feed.folder


def test_an_article_that_is_changed_and_named_anew_does_not_come_twice(site: Any, fetcher: Fetcher) -> None:
    site.pages["/rss"] = a_feed("One")
    follow(site.at("/rss"), fetcher)
    site.pages["/rss"] = a_feed("One, corrected")  # of the same address
    assert updated(fetcher)[0].files == ()


def test_two_of_one_name_in_a_feed_come_both(site: Any, fetcher: Fetcher) -> None:
    feed = a_feed("One", "Two").replace(b">Two</guid>", b">One</guid>")
    site.pages["/rss"] = feed
    assert len(follow(site.at("/rss"), fetcher).files) == 2
    assert updated(fetcher)[0].files == ()


def test_nothing_is_sent_where_nothing_has_changed(site: Any, fetcher: Fetcher) -> None:
    def feed(handler: Any) -> None:
        if handler.headers.get("If-None-Match") == '"v1"' and handler.headers.get("If-Modified-Since"):
            handler.send(304)
        else:
            handler.send(200, a_feed("One"), {"ETag": '"v1"', "Last-Modified": formatdate(1000, usegmt=True)})

    site.pages["/rss"] = feed
    follow(site.at("/rss"), fetcher)
    assert updated(fetcher)[0].files == ()
    assert updated(fetcher)[0].state.etag == '"v1"'
    assert "if-none-match" not in site.asked[0].headers
    assert [one.headers["if-none-match"] for one in site.asked[1:]] == ['"v1"', '"v1"']


def test_a_site_says_how_long_there_is_nothing_new(site: Any, fetcher: Fetcher) -> None:
    site.pages["/rss"] = (200, a_feed("One"), {"Cache-Control": "max-age=900"})
    follow(site.at("/rss"), fetcher)
    assert updated(fetcher, now=False) == []
    assert len(updated(fetcher, now=True)) == 1
    assert len(site.asked) == 2


def test_a_site_that_wants_to_be_left_alone_is(site: Any, fetcher: Fetcher) -> None:
    site.pages["/rss"] = a_feed("One")
    follow(site.at("/rss"), fetcher)
    site.pages["/rss"] = (429, b"", {"Retry-After": "3600"})
    (done,) = updated(fetcher)
    assert "fewer visits" in done.troubles[0]
    assert done.state.waits > time.time() + 3500
    assert updated(fetcher, now=True) == []
    assert len(site.asked) == 2


def test_after_a_failure_it_is_not_asked_at_once(site: Any, fetcher: Fetcher) -> None:
    site.pages["/rss"] = a_feed("One")
    follow(site.at("/rss"), fetcher)
    site.pages["/rss"] = (503, b"")
    assert updated(fetcher)[0].state.failures == 1
    assert updated(fetcher, now=False) == []
    assert updated(fetcher, now=True)[0].state.failures == 2
    site.pages["/rss"] = a_feed("One", "Two")
    (done,) = updated(fetcher)
    assert (done.state.failures, done.state.reason, len(done.files)) == (0, "", 1)


def test_a_feed_that_moved_is_asked_there(site: Any, fetcher: Fetcher) -> None:
    site.pages["/rss"] = a_feed("One")
    follow(site.at("/rss"), fetcher)
    site.pages.update({"/rss": (301, b"", {"Location": "/new"}), "/new": a_feed("One", "Two")})
    (done,) = updated(fetcher)
    assert len(done.files) == 1
    assert followed()[0].address == site.at("/new")
    assert set(read_states()) == {site.at("/new")}
    site.asked.clear()
    updated(fetcher)
    assert site.paths == ["/new"]


def test_a_feed_that_is_gone_is_not_asked_by_itself(site: Any, fetcher: Fetcher) -> None:
    site.pages["/rss"] = a_feed("One")
    follow(site.at("/rss"), fetcher)
    site.pages["/rss"] = (410, b"")
    assert updated(fetcher)[0].state.gone
    assert updated(fetcher, now=False) == []


@pytest.mark.parametrize("there", ["file:///etc/passwd", "http://169.254.169.254/latest", "http://127.0.0.2/x"])
def test_no_feed_leads_into_this_machine(site: Any, fetcher: Fetcher, there: str) -> None:
    site.pages["/rss"] = a_feed("One")
    follow(site.at("/rss"), fetcher)
    site.pages["/rss"] = (301, b"", {"Location": there})
    (done,) = updated(fetcher)
    assert done.state.failures == 1
    assert followed()[0].address == site.at("/rss")


def test_a_page_that_names_a_feed_leads_to_it_but_not_into_this_machine(
    site: Any, new_site: Any, fetcher: Fetcher
) -> None:
    page = "<html><head><link rel='alternate' type='application/rss+xml' href='{}'></head><body>News</body></html>"
    site.pages.update({"/": page.format("/rss").encode(), "/rss": a_feed("One")})
    assert follow(site.at("/"), fetcher).feed.address == site.at("/rss")
    other = new_site()
    other.pages["/rss"] = a_feed("Secret")
    site.pages["/bad"] = page.format(other.at("/rss")).encode()
    with pytest.raises(ReaderError, match="on this machine"):
        follow(site.at("/bad"), fetcher)
    site.pages["/none"] = b"<html><body>News</body></html>"
    with pytest.raises(ReaderError, match="no feed at"):
        follow(site.at("/none"), fetcher)
    assert other.asked == []
    assert len(followed()) == 1


def test_whole_articles_come_from_their_own_pages(site: Any, fetcher: Fetcher) -> None:
    feed = a_feed("One", "Two").replace(b"https://gazette.example/", site.at("/").encode())
    site.pages.update({"/rss": feed, "/news/0": a_page("One")})
    done = follow(site.at("/rss"), fetcher, whole=True)
    kinds = {path.name: path for path in done.files}
    assert set(kinds) == {"2026-03-01 One.html", "2026-03-02 Two.atom"}
    assert "day 5 of the strike" in read_article(kinds["2026-03-01 One.html"]).text
    assert "“Two” is kept as the feed has it: 127.0.0.1 has no such page (404)." in done.troubles
    assert ledger.about(kinds["2026-03-01 One.html"]) is not None
    assert updated(fetcher)[0].files == ()


def test_an_article_of_a_feed_is_never_fetched_from_this_machine(site: Any, new_site: Any, fetcher: Fetcher) -> None:
    other = new_site()
    other.pages["/news/0"] = a_page("Secret")
    site.pages["/rss"] = a_feed("One").replace(b"https://gazette.example/", other.at("/").encode())
    done = follow(site.at("/rss"), fetcher, whole=True)
    assert [path.suffix for path in done.files] == [".atom"]
    assert "on this machine" in done.troubles[0]
    assert other.asked == []


def test_of_a_damaged_feed_comes_what_can_be_read(site: Any, fetcher: Fetcher) -> None:
    whole = a_feed("One", "Two", "Three")
    site.pages["/rss"] = whole[: whole.index(b"<title>One")] + b"<title>Bro & ken <b></item><item><title>X"
    done = follow(site.at("/rss"), fetcher)
    assert len(done.files) >= 2


def test_of_a_feed_that_is_cut_comes_what_came_and_the_rest_later(site: Any, fetcher: Fetcher) -> None:
    whole = a_feed("One", "Two", "Three")

    def cut(handler: Any) -> None:
        handler.send(200, whole[:-250], {"Content-Length": str(len(whole)), "ETag": '"v1"'})
        handler.close_connection = True

    site.pages["/rss"] = a_feed()
    follow(site.at("/rss"), fetcher)
    site.pages["/rss"] = cut
    (done,) = updated(fetcher)
    assert "broke off" in done.troubles[0]
    assert done.state.etag == ""  # it is sent again, though nothing may have changed
    site.pages["/rss"] = whole
    updated(fetcher)
    assert titles()[-1] == "Two"


@pytest.mark.parametrize("body", [b"", b"<html>Sorry</html>", b"\x00\x01\x02", b"<rss>" * 1000, b"{" * 5000])
def test_what_is_no_feed_any_more_is_told(site: Any, fetcher: Fetcher, body: bytes) -> None:
    site.pages["/rss"] = a_feed("One")
    follow(site.at("/rss"), fetcher)
    site.pages["/rss"] = body
    (done,) = updated(fetcher)
    assert (done.state.failures, len(done.troubles), done.files) == (1, 1, ())
    assert followed()[0].title == "Port Ellery Gazette"


def test_a_feed_with_entities_of_its_own_is_refused_and_costs_no_other(site: Any, fetcher: Fetcher) -> None:
    bomb = (
        b"<!DOCTYPE x ["
        + b"<!ENTITY a 'aaaaaaaa'>"
        + b"]><rss><channel><item><title>&a;</title></item></channel></rss>"
    )
    for name in ("a", "b", "c"):
        site.pages[f"/{name}"] = a_feed(f"From {name}", title=f"Feed {name}")
        follow(site.at(f"/{name}"), fetcher)
    site.pages.update({"/a": a_feed("From a", "New a"), "/b": bomb, "/c": a_feed("From c", "New c")})
    done = {one.feed.name: one for one in updated(fetcher)}
    assert "XML bomb" in done["Feed b"].troubles[0]
    assert {name: len(one.files) for name, one in done.items()} == {"Feed a": 1, "Feed b": 0, "Feed c": 1}
    assert done["Feed b"].state.failures == 1


@pytest.mark.parametrize(
    ("charset", "said", "declared"),
    [
        ("iso-8859-2", "application/rss+xml; charset=iso-8859-2", ""),
        ("iso-8859-2", "text/xml", "iso-8859-2"),
        ("utf-8", "application/rss+xml; charset=iso-8859-1", ""),
        ("cp1251", "application/rss+xml; charset=utf-8", "windows-1251"),
        ("utf-16", "application/rss+xml", "utf-16"),
    ],
)
def test_letters_of_feeds(site: Any, fetcher: Fetcher, charset: str, said: str, declared: str) -> None:
    word = "Жизнь" if charset == "cp1251" else "Łódź"
    head = f"<?xml version='1.0' encoding='{declared}'?>" if declared else ""
    data = head + a_feed(f"{word} rises", title=word).decode().partition("?>")[2]
    site.pages["/rss"] = (200, data.encode(charset), {"Content-Type": said})
    done = follow(site.at("/rss"), fetcher)
    assert done.feed.title == word
    assert titles() == [f"{word} rises"]


def test_the_file_of_feeds_of_a_newer_version_is_left_alone(site: Any, fetcher: Fetcher) -> None:
    text = '{"version": 2, "feeds": [{"address": "https://example.org/", "new": "words"}]}'
    data_folder().mkdir(parents=True)
    (data_folder() / "feeds.json").write_text(text)
    site.pages["/rss"] = a_feed("One")
    with pytest.raises(ReaderError, match="newer version of Dateline"):
        follow(site.at("/rss"), fetcher)
    assert (data_folder() / "feeds.json").read_text() == text


def test_a_folder_in_the_file_never_leads_out_of_its_place() -> None:
    data_folder().mkdir(parents=True)
    text = '{"feeds": [{"address": "https://example.org/", "folder": "../../../etc"}]}'
    (data_folder() / "feeds.json").write_text(text)
    folder = folder_of(followed()[0])
    assert folder.parent == articles_folder()
    assert Path(os.path.realpath(folder)).parent == Path(os.path.realpath(articles_folder()))


def test_many_sessions_change_the_feeds_and_none_is_lost() -> None:
    def add(number: int) -> None:
        for one in range(10):
            change(adding(Followed(f"https://example.org/{number}/{one}", f"Feed {number} {one}")))

    threads = [threading.Thread(target=add, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert len(followed()) == 60
    assert len({one.folder for one in followed()}) == 60


def test_one_session_asks_at_a_time(site: Any, fetcher: Fetcher) -> None:
    asked, go_on = threading.Event(), threading.Event()

    def slow(handler: Any) -> None:
        asked.set()
        go_on.wait(120)
        handler.send(200, a_feed("One", "Two"))

    site.pages["/rss"] = a_feed("One")
    follow(site.at("/rss"), fetcher)
    site.pages["/rss"] = slow
    results: list[Updated] = []
    thread = threading.Thread(target=lambda: results.extend(updated(fetcher)))
    thread.start()
    assert asked.wait(120)
    with pytest.raises(ReaderError, match="Another Dateline"):
        updated(Fetcher())
    go_on.set()
    thread.join(120)
    assert len(results[0].files) == 1


def test_a_setting_of_a_feed_is_kept(site: Any, fetcher: Fetcher) -> None:
    site.pages["/rss"] = a_feed("One")
    done = follow(site.at("/rss"), fetcher)
    change(replacing(done.feed.address, whole=True))
    assert followed() == (done.feed._replace(whole=True, turns=(0, 1, 0)),)
