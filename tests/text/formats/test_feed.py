"""Feeds are lists of articles: RSS and Atom, whole or broken, in any encoding."""

import json
from datetime import date

import pytest

from tests.text.formats.opening import article_in, open_here
from tui.errors import UnreadableArticle
from tui.text.formats.feeds.feed import MOST_ITEMS
from tui.text.formats.letters import mailbox

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>The Bridge</title><language>en</language>
<item><title>Closed &amp;amp; gone</title><link>https://example.org/1</link><guid>one</guid>
<dc:creator>Ada Lund</dc:creator>
<pubDate>Tue, 14 May 2024 10:00:00 GMT</pubDate><media:title>A picture</media:title><description>Short.</description>
<content:encoded><![CDATA[<p>The <b>council</b> voted.</p><p>It rained.</p>]]></content:encoded></item>
<item><title>Open</title><guid>two</guid><description>Ferries run.</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Bridge</title>
<entry><id>a</id><title type="html">&lt;i&gt;Closed&lt;/i&gt;</title><author><name>Ada Lund</name></author>
<published>2024-05-14T10:00:00Z</published><link rel="alternate" href="https://example.org/1"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <a href="https://example.org/c">council</a>.</p></div>
</content></entry><entry><id>b</id><title>Two</title><summary>S.</summary></entry></feed>"""


def test_a_feed_is_a_list() -> None:
    opened = open_here(RSS.encode(), "news.rss")
    assert (opened.title, opened.article) == ("The Bridge", None)
    assert [(part.title, part.byline, part.published) for part in opened.parts] == [
        ("Closed & gone", "Ada Lund", date(2024, 5, 14)),
        ("Open", "", None),
    ]
    article = article_in(RSS.encode(), "news.rss", opened.parts[0].source.removeprefix("/news/news.rss/"))
    assert article.text == "The council voted.\n\nIt rained."
    assert (article.title, article.byline, article.publisher) == ("Closed & gone", "Ada Lund", "The Bridge")
    assert (article.url, article.language) == ("https://example.org/1", "en")


def test_an_article_keeps_its_name_when_others_come_before_it() -> None:
    name = open_here(RSS.encode(), "news.rss").parts[1].source
    later = RSS.replace("<item>", "<item><title>New</title><guid>new</guid></item><item>", 1)
    assert name in [part.source for part in open_here(later.encode(), "news.rss").parts]


def test_atom() -> None:
    opened = open_here(ATOM.encode(), "news.xml")
    assert [part.title for part in opened.parts] == ["Closed", "Two"]
    article = article_in(ATOM.encode(), "news.xml", opened.parts[0].source.removeprefix("/news/news.xml/"))
    assert (article.text, article.byline) == ("The council.", "Ada Lund")
    assert [mark.target for mark in article.marks] == ["https://example.org/c"]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-16", ""),
        ("utf-16-le", ""),
        ("big5", "big5"),
        ("windows-1251", "windows-1251"),
        ("utf-32", ""),
    ],
)
def test_any_encoding(encoding: str, declared: str) -> None:
    title = "Мост закрыт" if "1251" in encoding else "橋"
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    item = f"<item><title>{title}</title><description>{title}</description></item>"
    feed = f"{head}<rss><channel><title>x</title>{item}</channel></rss>"
    assert article_in(feed.encode(encoding), "a.rss").title == title


def test_a_broken_feed_is_read_as_far_as_it_goes() -> None:
    feed = RSS.replace("</item>", "", 1).replace("Short.", "Short & sweet&nbsp;<br>").replace("</channel></rss>", "")
    opened = open_here(feed.encode(), "a.rss")
    assert "Closed & gone" in opened.title or [part.title for part in opened.parts][:1] == ["Closed & gone"]


@pytest.mark.parametrize(
    ("feed", "words"),
    [
        ("<rss><channel><title>x</title></channel></rss>", "a.rss is a feed without articles"),
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>', "XML bomb"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(feed: str, words: str) -> None:
    with pytest.raises(UnreadableArticle, match=words):
        open_here(feed.encode(), "a.rss")
    with pytest.raises(UnreadableArticle, match="has no article “x”"):
        open_here(RSS.encode(), "a.rss", "x")


def test_a_feed_that_is_cut_says_so() -> None:
    items = "".join(f"<item><title>Item {number}</title></item>" for number in range(MOST_ITEMS + 1))
    opened = open_here(f"<rss><channel><title>T</title>{items}</channel></rss>".encode(), "a.rss")
    assert len(opened.parts) == MOST_ITEMS
    assert opened.notice == "a.rss holds more than 5,000 articles: only the first 5,000 of the file are listed."
    listed = [{"id": str(number), "title": f"Item {number}"} for number in range(MOST_ITEMS + 1)]
    feed = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": listed})
    assert open_here(feed.encode(), "a.json").notice.startswith("a.json holds more than 5,000 articles")
    assert open_here(RSS.encode(), "a.rss").notice == ""


def test_a_mailbox_that_is_cut_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailbox, "MOST_LETTERS", 2)
    box = "".join(f"From ada Tue May 14\nFrom: a@x.org\nSubject: {number}\n\nWords.\n\n" for number in "123").encode()
    opened = open_here(box, "a.mbox")
    assert [part.title for part in opened.parts] == ["2", "1"]
    assert opened.notice == "a.mbox holds more than 2 articles: only the first 2 of the file are listed."
    monkeypatch.setattr(mailbox, "MOST_LETTERS", 3)
    assert open_here(box, "a.mbox").notice == ""
