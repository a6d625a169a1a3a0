"""An article that a feed has changed is taken again, in the place of what was there; and what stays as it is."""

from pathlib import Path
from typing import Any

import pytest

from tests.site import a_feed, a_page
from tui.library.sources.feeds import taking
from tui.library.sources.feeds.followed import change, followed, replacing
from tui.library.sources.feeds.following import folder_of, follow, update
from tui.library.sources.feeds.updating import Updated
from tui.library.sources.fetcher import Fetcher
from tui.library.sources.ledger import FILE, entries
from tui.text.read import read_article


def asked(fetcher: Fetcher) -> Updated:
    (done,) = update(fetcher, now=True)
    return done


def words() -> list[str]:
    files = sorted(folder_of(followed()[0]).glob("[!.]*"))
    return [read_article(path).text for path in files]


def corrected(feed: bytes, more: bytes = b" They sail at noon.") -> bytes:
    return feed.replace(b"One: the ships lie", b"One:" + more + b" The ships lie")


def test_a_changed_article_takes_the_place_of_the_old_one(site: Any, fetcher: Fetcher) -> None:
    site.pages["/rss"] = a_feed("One", "Two")
    files = follow(site.at("/rss"), fetcher).files
    site.pages["/rss"] = corrected(a_feed("One", "Two", "Three"))
    done = asked(fetcher)
    assert [path.name for path in done.files] == ["2026-03-03 Three.atom"]
    assert done.changed == tuple(path for path in files if "One" in path.name)
    assert words() == [
        "One: They sail at noon. The ships lie still.",
        "Two: the ships lie still.",
        "Three: the ships lie still.",
    ]
    assert (asked(fetcher).files, asked(fetcher).changed) == ((), ())


def test_another_title_is_a_change_and_another_way_to_write_it_is_none(site: Any, fetcher: Fetcher) -> None:
    site.pages["/rss"] = a_feed("One")
    follow(site.at("/rss"), fetcher)
    site.pages["/rss"] = a_feed("One").replace(b"&lt;p&gt;One: ", b"&lt;div class='x'&gt;&lt;p&gt;One:  ")
    assert asked(fetcher).changed == ()
    site.pages["/rss"] = a_feed("One").replace(b"<title>One", b"<title>One, corrected")
    (path,) = asked(fetcher).changed
    assert read_article(path).title == "One, corrected"
    assert path.name == "2026-03-01 One.atom"  # what was said of it is said of its file


def test_a_changed_article_that_is_called_otherwise_is_known_by_its_address(site: Any, fetcher: Fetcher) -> None:
    site.pages["/rss"] = a_feed("One")
    follow(site.at("/rss"), fetcher)
    site.pages["/rss"] = corrected(a_feed("One")).replace(b">One</guid>", b">One, again</guid>")
    assert [path.name for path in asked(fetcher).changed] == ["2026-03-01 One.atom"]
    assert asked(fetcher).changed == ()


def test_two_articles_of_one_address_do_not_take_each_others_place(site: Any, fetcher: Fetcher) -> None:
    site.pages["/rss"] = a_feed("One")
    follow(site.at("/rss"), fetcher)
    for _ in range(2):
        site.pages["/rss"] = a_feed("One", "Two").replace(b"/news/1", b"/news/0")
        assert asked(fetcher).changed == ()
    assert words() == ["One: the ships lie still."]


def test_what_was_thrown_away_does_not_come_back_changed(site: Any, fetcher: Fetcher) -> None:
    site.pages["/rss"] = a_feed("One")
    follow(site.at("/rss"), fetcher).files[0].unlink()
    site.pages["/rss"] = corrected(a_feed("One"))
    assert (asked(fetcher).files, asked(fetcher).changed) == ((), ())


def test_a_feed_may_be_told_to_leave_articles_as_they_were(site: Any, fetcher: Fetcher) -> None:
    site.pages["/rss"] = a_feed("One")
    follow(site.at("/rss"), fetcher)
    change(replacing(site.at("/rss"), fixed=True))
    site.pages["/rss"] = corrected(a_feed("One"))
    assert asked(fetcher).changed == ()
    change(replacing(site.at("/rss"), fixed=False))
    assert len(asked(fetcher).changed) == 1


def test_an_article_that_changes_without_end_is_left_at_last(
    site: Any, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "MOST_VERSIONS", 3)
    site.pages["/rss"] = a_feed("One")
    follow(site.at("/rss"), fetcher)
    changed = 0
    for visits in range(6):
        site.pages["/rss"] = corrected(a_feed("One"), f" {visits} visits.".encode())
        changed += len(asked(fetcher).changed)
    assert changed == 3


def test_of_many_changes_the_rest_comes_the_next_time(
    site: Any, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "MOST_CHANGED", 2)
    titles = [f"Day {number}" for number in range(5)]
    site.pages["/rss"] = (200, a_feed(*titles), {"ETag": '"1"'})
    follow(site.at("/rss"), fetcher)
    site.pages["/rss"] = (200, a_feed(*titles).replace(b"lie", b"lay"), {"ETag": '"2"'})
    done = asked(fetcher)
    assert (len(done.changed), done.state.etag) == (2, "")
    assert [len(asked(fetcher).changed) for _ in range(3)] == [2, 1, 0]


def test_whole_articles_are_fetched_again_where_the_feed_says_something_else(site: Any, fetcher: Fetcher) -> None:
    feed = a_feed("One").replace(b"https://gazette.example/", site.at("/").encode())
    site.pages.update({"/rss": feed, "/news/0": a_page("One")})
    (path,) = follow(site.at("/rss"), fetcher, whole=True).files
    site.pages.update({"/rss": corrected(feed), "/news/0": a_page("One", "The ships have sailed. ")})
    assert asked(fetcher).changed == (path,)
    assert "have sailed" in read_article(path).text
    site.pages.update({"/rss": corrected(feed, b" Later."), "/news/0": (503, b"")})
    done = asked(fetcher)
    assert (done.changed, len(done.troubles)) == ((), 1)
    assert "have sailed" in read_article(path).text  # what was had is not lost to a page that is out of order
    site.pages["/news/0"] = a_page("One", "The ships are back. ")
    assert asked(fetcher).changed == (path,)


def test_what_was_taken_by_an_older_version_is_changed_from_now_on(site: Any, fetcher: Fetcher) -> None:
    site.pages["/rss"] = a_feed("One")
    follow(site.at("/rss"), fetcher)
    ledger: Path = folder_of(followed()[0]) / FILE
    ledger.write_text("".join(line[: line.index(', "words"')] + "}\n" for line in ledger.read_text().splitlines()))
    assert entries(ledger.parent)[0].words == ""
    assert asked(fetcher).changed == ()
    assert entries(ledger.parent)[-1].words != ""
    site.pages["/rss"] = corrected(a_feed("One"))
    assert len(asked(fetcher).changed) == 1
