"""`dateline feeds`: added, listed, asked, left, and taken to other readers and back."""

from pathlib import Path
from typing import Any

import pytest

from tests.site import a_feed, new_site, site
from tui.__main__ import main
from tui.library.sources.feeds.followed import Followed, followed
from tui.library.sources.feeds.opml import read_opml, to_opml
from tui.library.sources.folder import articles_folder

__all__ = ["new_site", "site"]


def test_added_listed_asked_and_left(site: Any, capsys: pytest.CaptureFixture[str]) -> None:
    site.pages["/rss"] = a_feed("One", "Two")
    assert main(["feeds", "list"]) == 0
    assert "No feeds are followed" in capsys.readouterr().err
    assert main(["feeds", "add", site.at("/rss"), site.at("/none")]) == 1
    printed = capsys.readouterr()
    assert printed.out == "Port Ellery Gazette: 2 new articles\n"
    assert "has no such page (404)" in printed.err
    site.pages["/rss"] = a_feed("One", "Two", "Three")
    assert main(["feeds", "update"]) == 0
    printed = capsys.readouterr()
    assert printed.out == "Port Ellery Gazette: 1 new article\n"
    assert printed.err == "1 new article from 1 feed.\n"
    assert main(["feeds", "list"]) == 0
    listed = capsys.readouterr().out
    assert "1  Port Ellery Gazette" in listed
    assert "3 articles, asked less than a minute ago" in listed
    site.pages["/rss"] = (429, b"", {"Retry-After": "7200"})
    assert main(["feeds", "update"]) == 1
    assert main(["feeds", "update"]) == 0
    assert "1 feed not due yet" in capsys.readouterr().err
    assert main(["feeds", "list"]) == 0
    assert "wants to be left alone for 1 hour, 127.0.0.1 asks for fewer visits (429)." in capsys.readouterr().out
    assert main(["feeds", "whole", "gazette"]) == 0
    assert followed()[0].whole
    assert main(["feeds", "remove", "1"]) == 0
    assert followed() == ()
    assert main(["feeds", "remove", "gazette"]) == 1
    assert len(list(articles_folder().rglob("*.atom"))) == 3


OPML = """<?xml version="1.0"?><opml version="1.0"><head><title>x</title></head><body>
<outline text="News"><outline text="The Gazette &amp; more" type="rss" xmlUrl="https://a.example/rss"/>
<outline text="" title="Second" xmlurl="b.example/feed"/></outline>
<outline text="Bad" xmlUrl="file:///etc/passwd"/><outline text="https://a.example/rss" xmlUrl="https://a.example/rss"/>
</body></opml>"""


def test_lists_of_other_readers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, back = tmp_path / "feeds.opml", tmp_path / "back.opml"
    file.write_text(OPML)
    assert main(["feeds", "import", str(file)]) == 1  # one of them is no address
    printed = capsys.readouterr().err
    assert "dateline FILE opens it" in printed
    assert "2 feeds of 2 are new" in printed
    assert [(one.address, one.title, one.group) for one in followed()] == [
        ("https://a.example/rss", "The Gazette & more", "News"),
        ("https://b.example/feed", "Second", "News"),
    ]
    assert main(["feeds", "export", "-o", str(back)]) == 0
    again, odd = read_opml(back.read_bytes(), "back.opml")
    assert [one._replace(folder="") for one in followed()] == list(again)
    assert odd == ()
    assert main(["feeds", "export", "-o", str(back)]) == 1  # it is there already
    assert main(["feeds", "import", str(file)]) == 1
    assert len(followed()) == 2


@pytest.mark.parametrize("text", ["", "words", "<html><p>x", "<opml><body></body></opml>", "<" * 1000])
def test_what_is_no_list_is_refused(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text(text)
    assert main(["feeds", "import", str(file)]) == 1
    assert "is no list of feeds" in capsys.readouterr().err or not text


def test_a_broken_list_gives_what_it_holds() -> None:
    feeds, _ = read_opml(OPML.replace("&amp;", "&").replace("</opml>", "").encode(), "x")
    assert [one.address for one in feeds] == ["https://a.example/rss", "https://b.example/feed"]


def test_a_list_bears_any_sign() -> None:
    feed = Followed("https://a.example/?a=1&b=<2>", 'A "title" <b>', group="A & B")
    assert read_opml(to_opml([feed]).encode(), "x")[0][0]._replace(address=feed.address) == feed
