"""Exports of other readers, as they write them: whole, damaged, and with things in them that lead nowhere."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.library.sources.imports.exports import WALLABAG, WORDS, export_of, files, own_flags, zipped
from tests.site import a_feed, a_page, new_site, site
from tui.__main__ import main
from tui.errors import ReaderError
from tui.library.sources.feeds.followed import followed
from tui.library.sources.imports.recognised import read_export
from tui.text.read import read_article

__all__ = ["new_site", "site"]

URLS = """# my feeds
https://a.example/rss "news" "~The Gazette"
https://b.example/feed news world
"query:Unread:unread = \\"yes\\""
exec:~/bin/make-feed
https://c.example/rss "unfinished
"""


def test_urls_of_newsboat(tmp_path: Path) -> None:
    export = export_of(URLS, tmp_path, "urls")
    assert [(one.address, one.title, one.group) for one in export.feeds] == [
        ("https://a.example/rss", "The Gazette", "news"),
        ("https://b.example/feed", "", "news"),
        ("https://c.example/rss", "", "unfinished"),
    ]
    assert len(export.odd) == 2


def newsboat_cache(path: Path, feed: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE rss_feed (rssurl, url, title)")
        columns = "id INTEGER PRIMARY KEY, guid, title, author, url, feedurl, pubDate, content, deleted, unread"
        db.execute(f"CREATE TABLE rss_item ({columns})")
        db.execute("INSERT INTO rss_feed VALUES (?, 'https://gazette.example/', 'Port Ellery Gazette')", (feed,))
        db.execute("INSERT INTO rss_feed VALUES ('query:x', '', 'Unread')")
        for number, (guid, deleted) in enumerate((("One", 0), ("Gone", 1), ("Old", 0))):
            db.execute(
                "INSERT INTO rss_item VALUES (?, ?, ?, 'Ada Lund', ?, ?, 1772445600, ?, ?, ?)",
                (
                    number,
                    guid,
                    guid,
                    f"https://gazette.example/{guid}",
                    feed,
                    f"<p>{WORDS}</p>",
                    deleted,
                    guid != "Old",
                ),
            )
        db.execute("INSERT INTO rss_item VALUES (9, 'x', NULL, NULL, 'javascript:x', 'query:x', 'soon', NULL, 0, 1)")
        db.commit()


def test_the_cache_of_newsboat_and_what_is_in_it_does_not_come_again(
    tmp_path: Path, site: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    newsboat_cache(tmp_path / "cache.db", site.at("/rss"))
    assert main(["import", str(tmp_path / "cache.db")]) == 0
    assert "1 new feed of 1" in capsys.readouterr().err
    assert [path.name for path in files()] == ["2026-03-02 Old.atom", "2026-03-02 One.atom"]
    article = read_article(files()[1])
    assert (article.title, article.byline, article.publisher) == ("One", "Ada Lund", "Port Ellery Gazette")
    assert article.published.day == date(2026, 3, 2)
    assert [own_flags(path).read for path in files()] == [True, None]
    site.pages["/rss"] = a_feed("One", "Two")
    assert main(["feeds", "update"]) == 0
    assert [path.name for path in files()][-1] == "2026-03-02 Two.atom"
    assert len(files()) == 3
    assert main(["import", str(tmp_path / "cache.db")]) == 0
    assert len(files()) == 3


def test_a_damaged_cache_is_refused(tmp_path: Path) -> None:
    newsboat_cache(tmp_path / "cache.db", "https://a.example/")
    data = (tmp_path / "cache.db").read_bytes()
    with pytest.raises(ReaderError, match=r"cannot be read|no export"):
        export_of(data[: len(data) // 2].replace(b"CREATE TABLE", b"CREATE TBALE"), tmp_path, "cut.db")


POCKET = """<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
<li><a href="{a}" time_added="1577880000" tags="sea,work">A &amp; B</a></li>
<li><a href="{none}" time_added="1577880001" tags="">{none}</a></li>
<li><a href="javascript:alert(1)" time_added="1577880001" tags="">Bad</a></li></ul></body></html>"""


def test_the_page_of_pocket_is_fetched_and_what_is_there_is_not_fetched_twice(
    tmp_path: Path, site: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    site.pages["/a"] = a_page()
    file = tmp_path / "ril_export.html"
    file.write_text(POCKET.format(a=site.at("/a"), none=site.at("/none")))
    assert main(["import", "--list", str(file)]) == 0
    assert f"fetch {site.at('/a')}  A & B" in capsys.readouterr().out
    assert main(["import", "--no-fetch", str(file)]) == 1
    assert site.asked == []
    assert read_export(file.read_bytes(), file).articles[0].labels == ("tag:sea", "tag:work")
    assert main(["import", str(file)]) == 1
    printed = capsys.readouterr().err
    assert "1 new article from Pocket, 1 not taken." in printed
    assert "has no such page (404)" in printed
    assert "1 of 3 rows have no address" in printed
    assert main(["import", str(file)]) == 1
    assert "0 new articles from Pocket, 1 were there already, 1 not taken." in capsys.readouterr().err
    assert site.paths.count("/a") == 1


def test_the_table_of_pocket(tmp_path: Path) -> None:
    whole = io.StringIO()
    rows = csv.writer(whole)
    rows.writerow(["title", "url", "time_added", "tags", "status"])
    rows.writerow(['A "quoted", title\nin two lines', "https://a.example/1", "1577880000", "a|b", "unread"])
    rows.writerow(["", "ftp://a.example/2", "", "", "archive"])
    export = export_of("\ufeff" + whole.getvalue(), tmp_path, "part_000000.csv")
    assert [(one.address, one.title) for one in export.articles] == [
        ("https://a.example/1", 'A "quoted", title in two lines')
    ]
    assert export.articles[0].labels == ("tag:a", "tag:b")
    assert len(export.odd) == 1
    both = export_of(zipped(part_000000_csv=whole.getvalue(), part_000001_csv=whole.getvalue()), tmp_path, "pocket.zip")
    assert (both.program, len(both.articles)) == ("Pocket", 2)


def test_a_zip_bomb_is_left(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="more than can be right"):
        export_of(zipped(metadata_0_to_20_json=" " * (40 << 20)), tmp_path, "bomb.zip")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("", "is no export"),
        ("Some words about ships.", "is no export"),
        ("{", "damaged or cut"),
        ("[" * 100_000, "damaged or cut"),
        ('{"a": 1}', "of another program"),
        ("[1, 2]", "of another program"),
        (b"PK\x03\x04 broken", "damaged or no export"),
    ],
    ids=range(7),
)
def test_what_is_no_export_is_refused(data: bytes | str, words: str, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=words):
        export_of(data, tmp_path)


@pytest.mark.parametrize("odd", [None, 3, "x", [], {}, {"url": 3}, {"url": "https://a.example/", "content": 5}])
def test_whatever_stands_where_it_should_not_does_no_harm(odd: Any, tmp_path: Path) -> None:
    export = export_of(
        json.dumps([*WALLABAG, odd, {**WALLABAG[0], "annotations": [odd], "published_by": [odd]}]), tmp_path
    )
    assert len(export.articles) >= 2
    mark = {"uri": "https://a.example/", "target": [odd, {"selector": [odd]}], "tags": [odd], "document": odd}
    assert len(export_of(json.dumps({"rows": [mark, odd]}), tmp_path).articles) == 1


def test_lists_of_feeds_are_taken_too(tmp_path: Path) -> None:
    (tmp_path / "x.opml").write_text('<opml><body><outline xmlUrl="https://a.example/rss" text="A"/></body></opml>')
    assert main(["import", str(tmp_path / "x.opml")]) == 0
    assert [one.name for one in followed()] == ["A"]
