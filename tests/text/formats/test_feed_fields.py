"""What feeds say about their articles: who wrote them, where they are from, in which language, and where links lead."""

import pytest

from tests.text.formats.opening import article_in, marked_words, open_here
from tui.text.article import Article

NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:atom="http://www.w3.org/2005/Atom"'
)
BODY = "<description>Ferries run.</description>"


def rss(item: str, channel: str = "", attributes: str = "") -> Article:
    feed = f"<rss {NAMESPACES}><channel {attributes}><title>Bridge</title>{channel}<item>{item}</item></channel></rss>"
    return article_in(feed.encode(), "a.rss")


def atom(entry: str, feed: str = "", attributes: str = "") -> Article:
    page = f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}><title>Bridge</title>{feed}{entry}</feed>'
    return article_in(page.encode(), "a.xml")


@pytest.mark.parametrize(
    ("element", "byline"),
    [
        ("<author>ada@example.org (Ada Lund)</author>", "Ada Lund"),
        ("<author>Ada Lund (ada@example.org)</author>", "Ada Lund"),
        ("<author>Ada Lund &lt;ada@example.org&gt;</author>", "Ada Lund"),
        ('<author>"Ada Lund" mailto:ada@example.org</author>', "Ada Lund"),
        ("<author>ada@example.org</author>", "ada@example.org"),
        ("<dc:creator>Ada Lund (editor)</dc:creator>", "Ada Lund (editor)"),
        ("<dc:creator>Ada Lund</dc:creator><dc:creator>Bo Ek</dc:creator>", "Ada Lund, Bo Ek"),
        ("<author>x@example.org</author><dc:creator>Ada Lund</dc:creator>", "Ada Lund"),
    ],
)
def test_an_author_is_a_name_and_not_an_address(element: str, byline: str) -> None:
    assert rss(element + BODY).byline == byline


def test_all_authors_are_named() -> None:
    names = "<author><name>Ada Lund</name><email>a@example.org</email></author><author><name>Bo Ek</name></author>"
    assert atom(f"<entry>{names}<summary>x</summary></entry>").byline == "Ada Lund, Bo Ek"


def test_who_wrote_the_feed_wrote_what_names_nobody() -> None:
    author = "<author><name>Ada Lund</name></author>"
    assert atom("<entry><summary>x</summary></entry>", author).byline == "Ada Lund"
    assert atom("<entry><author><name>Bo Ek</name></author></entry>", author).byline == "Bo Ek"
    in_its_text = "<entry><title>Closed</title><content>&lt;p>By Bo Ek&lt;/p>&lt;p>It rained.&lt;/p></content></entry>"
    assert atom(in_its_text, author).byline == "Bo Ek"
    assert atom("<entry><summary>x</summary></entry>", "<author><name>BRIDGE</name></author>").byline == ""
    several = "<entry><id>a</id></entry><entry><id>b</id><author><name>Bo Ek</name></author></entry>"
    page = f'<feed xmlns="http://www.w3.org/2005/Atom">{author}{several}</feed>'
    assert [part.byline for part in open_here(page.encode(), "a.xml").parts] == ["Ada Lund", "Bo Ek"]


def test_who_gathers_articles_has_not_written_them() -> None:
    author = "<author><name>Ada Lund</name></author>"
    gathered, own = (f"<entry><source><title>{title}</title></source></entry>" for title in ("Ferry", "Bridge"))
    assert (atom(gathered, author).byline, atom(own, author).byline) == ("", "Ada Lund")
    page = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Bridge</title>{author}{gathered}<entry><id>b</id></entry></feed>'
    assert [part.byline for part in open_here(page.encode(), "a.xml").parts] == ["", "Ada Lund"]


def test_an_article_taken_from_another_feed_is_from_there() -> None:
    assert rss(f'<source url="https://example.org/feed">The Ferry</source>{BODY}').publisher == "The Ferry"
    origin = "<source><title>The Ferry</title><author><name>Ada Lund</name></author></source>"
    article = atom(f"<entry>{origin}<summary>x</summary></entry>", "<author><name>Bo Ek</name></author>")
    assert (article.publisher, article.byline) == ("The Ferry", "Ada Lund")
    assert rss(f'<source url="https://example.org/feed"/>{BODY}').publisher == "Bridge"


@pytest.mark.parametrize(
    ("item", "channel", "attributes", "language"),
    [
        (BODY, "<language>en_GB</language>", "", "en-gb"),
        (BODY, "", 'xml:lang="fr"', "fr"),
        (f"<dc:language>de</dc:language>{BODY}", "<language>en</language>", "", "de"),
        ('<description xml:lang="sv">x</description>', "<language>en</language>", 'xml:lang="fr"', "sv"),
        ('<title xml:lang="sv">y</title><description>x</description>', "", 'xml:lang="fr"', "fr"),
        ('<description xml:lang="">x</description>', "<language>en</language>", "", ""),
    ],
)
def test_the_nearest_word_on_the_language_counts(item: str, channel: str, attributes: str, language: str) -> None:
    assert rss(item, channel, attributes).language == language


@pytest.mark.parametrize(
    ("item", "channel", "url"),
    [
        ("<link>/news/1?a=1&amp;b=2</link>", "<link>https://example.org/</link>", "https://example.org/news/1?a=1&b=2"),
        ("<guid>https://example.org/1</guid>", "", "https://example.org/1"),
        ('<guid isPermaLink="false">https://example.org/1</guid>', "", ""),
        ("<link>javascript:alert(1)</link>", "<link>https://example.org/</link>", ""),
        ("<link>http://[</link>", "<link>https://example.org/</link>", ""),
        ("<link>/1</link>", "<link>file:///etc/</link>", ""),
    ],
)
def test_an_address_is_whole_and_on_the_web(item: str, channel: str, url: str) -> None:
    assert rss(item + BODY, channel).url == url


def test_links_start_where_the_feed_says() -> None:
    content = '<content type="html" xml:base="b/">&lt;a href="c">on&lt;/a> &lt;a href="#x">up&lt;/a></content>'
    article = atom(f'<entry><link href="1"/>{content}</entry>', attributes='xml:base="https://example.org/a/"')
    assert article.url == "https://example.org/a/1"
    assert marked_words(article)[0] == ("link", "on", "https://example.org/a/b/c")
    assert "#x" not in str(article.marks)


def test_articles_by_the_same_name_are_all_there() -> None:
    items = [
        "<item><title>Weather</title><description>It rains.</description></item>",
        "<item><title>Weather</title><description>It snows.</description></item>",
        "<item><title>Weather</title><description>It rains.</description></item>",
    ]
    feed = f"<rss><channel>{''.join(items)}</channel></rss>".encode()
    names = [part.source.rpartition("/")[2] for part in open_here(feed, "a.rss").parts]
    assert [article_in(feed, "a.rss", name).text for name in names] == ["It rains.", "It snows."]


def test_rdf_names_its_articles_by_what_they_are_about() -> None:
    def names(title: str) -> list[str]:
        items = f'<item rdf:about="urn:1"><title>{title}</title></item><item rdf:about="urn:2"><title>B</title></item>'
        feed = f'<rdf:RDF {NAMESPACES} xmlns="http://purl.org/rss/1.0/"><channel/>{items}</rdf:RDF>'
        return [part.source for part in open_here(feed.encode(), "a.rdf").parts]

    assert names("A") == names("A, corrected")
    assert len(names("A")) == 2


def test_the_whole_item_is_read_rather_than_its_summary() -> None:
    assert (
        rss("<description>Cut…</description><fullitem>&lt;p>The ferry ran.&lt;/p></fullitem>").text == "The ferry ran."
    )


def test_a_feed_in_latin_1_has_the_quotation_marks_of_windows() -> None:
    feed = '<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><item><title>He said “no”</title></item>'
    assert article_in((feed + "</channel></rss>").encode("cp1252"), "a.rss").title == "He said “no”"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("Tue, 14 May 2024 23:30:00 -0500", "2024-05-14"),
        ("14 May 24 10:00:00 GMT", "2024-05-14"),
        ("Tue, 14 May 2024 10:00:00 -0000", "2024-05-14"),
        ("Wed, 30 Nov -0001 00:00:00 +0000", "None"),  # the zeros of data bases
        ("Mon, 01 Jan 0000 00:00:00 +0000", "None"),
        ("Mon, 01 Jan 0001 00:00:00 GMT", "None"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", "None"),
        ("Wed, 31 Dec 1969 19:00:00 -0500", "None"),
        ("Fri, 31 Dec 9999 23:59:59 -1200", "None"),
    ],
)
def test_what_a_program_writes_for_no_day_is_none(moment: str, day: str) -> None:
    assert str(rss(f"<pubDate>{moment}</pubDate>{BODY}").published.day) == day
