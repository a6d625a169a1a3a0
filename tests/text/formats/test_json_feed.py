"""Feeds in JSON are lists of articles as the others are: whole, cut, or with everything in the wrong place."""

import json
from datetime import date
from typing import Any

import pytest

from tests.text.formats.opening import article_in, open_here
from tui.errors import UnreadableArticle
from tui.text.formats.feeds.items import read_feed
from tui.text.kinds import Kind, kind_of

FEED: dict[str, Any] = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Bridge",
    "home_page_url": "https://example.org/",
    "language": "en",
    "authors": [{"name": "The desk"}],
    "items": [
        {
            "id": "one",
            "title": "Closed",
            "url": "/1",
            "authors": [{"name": "Ada Lund"}, {"name": "Bo Ek"}],
            "date_published": "2024-05-14T10:00:00Z",
            "content_html": "<p>The <a href='/c'>council</a> voted.</p><p>It rained.</p>",
        },
        {"id": 2, "content_text": "Ferries run.\n\nThey are full.", "date_modified": "2024-05-15"},
    ],
}


def written(**changed: Any) -> bytes:
    return json.dumps({**FEED, **changed}).encode()


def test_a_feed_is_a_list() -> None:
    opened = open_here(written(), "news.json")
    assert (opened.title, opened.article) == ("The Bridge", None)
    assert [(part.title, part.byline, part.published) for part in opened.parts] == [
        ("Closed", "Ada Lund, Bo Ek", date(2024, 5, 14)),
        ("Ferries run. They are…", "The desk", date(2024, 5, 15)),
    ]
    article = article_in(written(), "news.json", opened.parts[0].source.removeprefix("/news/news.json/"))
    assert article.text == "The council voted.\n\nIt rained."
    assert (article.publisher, article.url, article.language) == ("The Bridge", "https://example.org/1", "en")


def test_articles_that_are_numbered_alike_are_all_there() -> None:
    items = [{"id": 1, "content_text": words} for words in ("It rained.", "It snowed.", "It rained.")]  # one came twice
    opened = open_here(written(items=items), "news.json")
    names = [part.source.removeprefix("/news/news.json/") for part in opened.parts]
    assert [article_in(written(items=items), "news.json", name).text for name in names] == ["It rained.", "It snowed."]


@pytest.mark.parametrize("address", ["https://jsonfeed.org/version/1", "http:\\/\\/jsonfeed.org\\/version\\/1.1"])
def test_it_is_known_by_its_version(address: str) -> None:
    head = f'\ufeff \n{{"title": "x", "version": "{address}"'.encode()
    assert kind_of(head, ".json", 100) is Kind.FEED
    assert kind_of(head, "", 100) is Kind.FEED
    assert kind_of(head, ".md", 100) is Kind.TEXT
    assert kind_of(b'{"version": "1.1"}', ".json", 100) is Kind.TEXT


def test_of_one_that_is_cut_what_came_is_read() -> None:
    data = written()
    for end in range(data.index(b'{"id": 2'), len(data)):
        feed = read_feed(data[:end], "news.json")
        assert feed.title == "The Bridge"
        assert feed.items[0].title == "Closed"


@pytest.mark.parametrize("data", [b"{", b"{}", b"{]", b'{"items": 3}', b'{"a":' * 100_000], ids=range(5))
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableArticle):
        read_feed(data, "news.json")


def test_whatever_stands_where_it_should_not_does_no_harm() -> None:
    odd: list[Any] = [None, 3, "x", [], {}, {"id": {}, "title": 5, "url": [], "authors": {}, "content_html": 9}]
    odd.append({"id": "x", "url": "http://[", "author": [], "date_published": "soon", "content_text": "\x1b[2J words"})
    feed = read_feed(written(items=odd, title=None, authors="x", home_page_url=4), "news.json")
    assert len(feed.items) == 2
    assert feed.items[-1].url == ""
