"""Feeds are lists of articles: RSS and Atom, whole or broken, in any encoding."""

from datetime import date

import pytest

from tests.text.formats.opening import article_in, open_here
from tui.errors import UnreadableArticle

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
