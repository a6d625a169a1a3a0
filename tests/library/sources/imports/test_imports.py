"""Exports of other readers, as they write them: whole, damaged, and with things in them that lead nowhere."""

import csv
import doctest
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.site import a_feed, a_page, new_site, site
from tui.__main__ import main
from tui.errors import ReaderError
from tui.flags import STARRED, Flags
from tui.library.sources.feeds.followed import followed
from tui.library.sources.folder import articles_folder
from tui.library.sources.imports import omnivore
from tui.library.sources.imports.recognised import read_export
from tui.notes.note import Target
from tui.notes.store import own_notes
from tui.text.read import read_article

__all__ = ["new_site", "site"]

URLS = """# my feeds
https://a.example/rss "news" "~The Gazette"
https://b.example/feed news world
"query:Unread:unread = \\"yes\\""
exec:~/bin/make-feed
https://c.example/rss "unfinished
"""
WORDS = "The harbour of Port Ellery was opened again. Ada Lund said that the ships lie still."


def export_of(data: bytes | str, tmp_path: Path, name: str = "export") -> Any:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_export(path.read_bytes(), path)


def zipped(**members: str) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in members.items():
            archive.writestr(
                name.replace("__", "/")
                .replace("_json", ".json")
                .replace("_html", ".html")
                .replace("_md", ".md")
                .replace("_csv", ".csv"),
                words,
            )
    return whole.getvalue()


def files() -> list[Path]:
    return sorted(path for path in articles_folder().rglob("*.*") if path.suffix in (".atom", ".html"))


def own_flags(path: Path) -> Flags:
    store = own_notes()
    flags = store.flags.now()(str(path))
    store.close()
    return flags


def test_examples() -> None:
    assert doctest.testmod(omnivore).failed == 0


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


WALLABAG = [
    {
        "id": 7,
        "title": "Harbour reopens",
        "url": "https://gazette.example/1?utm_source=x",
        "content": f"<p>{WORDS}</p><p>Ferries run.</p>",
        "is_archived": 1,
        "is_starred": 1,
        "tags": ["the sea", {"label": "work"}],
        "published_at": "2026-03-04T10:00:00+0000",
        "published_by": ["Ada Lund"],
        "domain_name": "gazette.example",
        "language": "en_GB",
        "annotations": [
            {
                "id": 1,
                "text": "Ask her. #ask",
                "quote": "the ships lie still",
                "created_at": "2026-03-05T10:00:00+00:00",
            },
            {"id": 2, "text": "", "quote": "words that are not there"},
        ],
    },
    {"title": "Nothing", "url": "", "content": "x"},
]


def test_wallabag_comes_with_its_texts_and_notes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "wallabag.json"
    file.write_text(json.dumps(WALLABAG))
    assert main(["import", str(file)]) == 1  # one of them has no address
    printed = capsys.readouterr().err
    assert "1 new article from wallabag." in printed
    assert "2 new notes; 1 have no place in the text." in printed
    (path,) = files()
    article = read_article(path)
    assert (article.title, article.byline, article.language) == ("Harbour reopens", "Ada Lund", "en-gb")
    assert article.text.startswith(WORDS)
    assert article.published.day == date(2026, 3, 4)
    store = own_notes()
    notes = {note.anchor.exact: note for note in store.all_notes() if note.anchor}
    store.close()
    assert own_flags(path) == Flags(True, True, False, ("the-sea", "work"))
    placed = notes["the ships lie still"]
    assert placed.anchor is not None
    assert article.text[placed.anchor.span.start : placed.anchor.span.end] == "the ships lie still"
    assert (placed.body, placed.tags, placed.source) == ("Ask her. #ask", ("ask",), str(path))
    assert main(["import", str(file)]) == 1
    assert "0 new notes" in capsys.readouterr().err
    assert len(files()) == 1


def test_what_an_import_that_was_broken_off_did_not_say_is_said_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "w.json").write_text(json.dumps([{**WALLABAG[0], "is_archived": 1, "is_starred": 1}]))
    with monkeypatch.context() as broken:
        broken.setattr("tui.cli.bring.say_of", lambda _: (_ for _ in ()).throw(ReaderError("The disk is full.")))
        assert main(["import", str(tmp_path / "w.json")]) == 1
    (path,) = files()
    assert main(["import", str(tmp_path / "w.json")]) == 0
    store = own_notes()
    said = store.flags.now()(str(path))
    assert (said.read, said.starred) == (True, True)
    store.flags.turn({str(path): {STARRED: False}})
    store.close()
    assert main(["import", str(tmp_path / "w.json")]) == 0
    store = own_notes()
    assert not store.flags.now()(str(path)).starred
    store.close()


def test_an_article_that_is_there_twice_keeps_what_was_marked_in_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = (
        {**WALLABAG[0], "annotations": [{"id": at, "quote": words}]} for at, words in enumerate(("The", "Ada"))
    )
    (tmp_path / "w.json").write_text(
        json.dumps([{**one, "is_starred": 0}, {**other, "url": "https://gazette.example/1"}])
    )
    assert main(["import", str(tmp_path / "w.json")]) == 0
    assert "1 new article from wallabag." in capsys.readouterr().err
    store = own_notes()
    assert len(store.all_notes()) == 2
    assert store.flags.now()(str(files()[0])).starred
    store.close()


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    said = [
        {"slug": f"{number}", "title": f"{number**9}", "url": f"https://a.example/{number}"} for number in range(99)
    ]
    whole = bytearray(zipped(metadata_0_to_99_json=json.dumps(said)))
    for at in range(60, 400):
        whole[at] ^= 0xFF
    with pytest.raises(ReaderError, match="damaged or no export"):
        export_of(bytes(whole), tmp_path)


def test_halves_of_letters_and_days_before_all_do_no_harm(tmp_path: Path) -> None:
    mark = {"quote": "the ships", "text": "?\ud800", "created_at": "0001-01-01T00:00:00+14:00", "id": 1}
    rows = [{**WALLABAG[0], "annotations": [mark]}, {**WALLABAG[0], "url": "https://a.example/\ud800"}]
    (tmp_path / "w.json").write_text(json.dumps(rows))
    assert main(["import", str(tmp_path / "w.json")]) == 1
    store = own_notes()
    assert len(store.all_notes()) == 1
    store.close()


def test_omnivore(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = [{"slug": "harbour", "title": "Harbour reopens", "url": "https://gazette.example/1", "author": "Ada Lund"}]
    said.append({"slug": "../../etc/passwd", "title": "Bad", "url": "file:///etc/passwd"})
    (tmp_path / "omnivore.zip").write_bytes(
        zipped(
            metadata_0_to_20_json=json.dumps(said),
            content__harbour_html=f"<p>{WORDS}</p>",
            highlights__harbour_md="> the ships lie still\n\nAsk her.\n",
        )
    )
    assert main(["import", str(tmp_path / "omnivore.zip")]) == 0
    assert "1 new article from Omnivore." in capsys.readouterr().err
    store = own_notes()
    (note,) = store.all_notes()
    store.close()
    assert (note.body, note.target) == ("Ask her.", Target.TEXT)


def test_a_zip_bomb_is_left(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="more than can be right"):
        export_of(zipped(metadata_0_to_20_json=" " * (40 << 20)), tmp_path, "bomb.zip")


def test_marks_of_hypothesis_become_notes_on_the_page(
    tmp_path: Path, site: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    site.pages["/a"] = a_page()
    quote = {"type": "TextQuoteSelector", "exact": "day 3 of the strike", "prefix": "It was ", "suffix": "."}
    mark = {
        "uri": site.at("/a"),
        "text": "Why?",
        "tags": ["to ask"],
        "id": "x1",
        "created": "2026-03-05T10:00:00+00:00",
    }
    rows = [
        {**mark, "target": [{"source": site.at("/a"), "selector": [{"type": "RangeSelector"}, quote]}]},
        {**mark, "id": "x2", "text": "On the whole page", "tags": [], "target": [{"source": site.at("/a")}]},
        {**mark, "id": "x3", "references": ["x1"], "target": []},
    ]
    file = tmp_path / "hypothesis.json"
    file.write_text(json.dumps({"export_date": "2026-03-06", "annotations": rows}))
    assert main(["import", str(file)]) == 1
    assert "1 of 3 are answers" in capsys.readouterr().err
    store = own_notes()
    notes = sorted(store.all_notes(), key=lambda note: note.body)
    store.close()
    assert [(note.target, note.body) for note in notes] == [
        (Target.ARTICLE, "On the whole page"),
        (Target.TEXT, "Why? #to-ask"),
    ]
    assert notes[1].anchor is not None
    assert read_article(Path(notes[1].source)).text[slice(*notes[1].anchor.span)] == "day 3 of the strike"


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
