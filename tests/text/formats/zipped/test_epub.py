"""Books: the spine as one article or as chapters, whatever state the book is in."""

from datetime import date

import pytest

from tests.text.formats.opening import article_in, blocks_of, open_here
from tests.text.made.zipped import archive, epub
from tui.errors import UnreadableArticle
from tui.text.article import BlockKind, MarkKind

CHAPTERS = [
    ("One", "<h1>One</h1><p>The ferry was <b>late</b>.</p>"),
    ("Two", "<p>It rained in Port&nbsp;Vale.</p><ul><li>first</li><li>second</li></ul>"),
]


def test_the_spine_is_one_article() -> None:
    opened = open_here(epub(CHAPTERS, "<dc:date>2019-07-30</dc:date><dc:language>en-GB</dc:language>"), "book.epub")
    article = opened.article
    assert article is not None
    assert (article.title, article.byline, article.language) == ("The Bridge", "Ada Lund", "en-gb")
    assert article.published.day == date(2019, 7, 30)
    assert blocks_of(article) == [
        ("heading", 1, "", "One"),
        ("paragraph", 0, "", "The ferry was late."),
        ("paragraph", 0, "", "It rained in Port Vale."),
        ("list item", 1, "•", "first"),
        ("list item", 1, "•", "second"),
    ]


def test_its_chapters_are_articles_too() -> None:
    opened = open_here(epub(CHAPTERS), "book.epub")
    assert [(part.source, part.title) for part in opened.parts] == [
        ("/news/book.epub/c1.xhtml", "One"),
        ("/news/book.epub/c2.xhtml", "Two"),
    ]
    chapter = article_in(epub(CHAPTERS), "book.epub", "c2.xhtml")
    assert chapter.title == "Two – The Bridge"
    assert chapter.text == "It rained in Port Vale.\n\nfirst\n\nsecond"
    with pytest.raises(UnreadableArticle, match=r"has no chapter “c9\.xhtml”"):
        open_here(epub(CHAPTERS), "book.epub", "c9.xhtml")


def test_links_between_pages_lead_within_the_article() -> None:
    pages = [
        ("One", '<p>The ferry<a href="c2.xhtml#n1"><sup>1</sup></a> of <a href="c2.xhtml">Two</a>.</p>'),
        (
            "Two",
            '<p>Words, see <a href="https://example.org/">there</a> and <a href="gone.xhtml">gone</a>.</p>'
            '<p id="n1">Late.</p>',
        ),
    ]
    article = article_in(epub(pages), "book.epub")
    places = {f"#{place.name}": article.text[place.offset :] for place in article.places}
    targets = {article.text[mark.span.start : mark.span.end]: mark for mark in article.marks}
    assert places[targets["[1]"].target] == "Late."
    assert targets["[1]"].kind is MarkKind.FOOTNOTE
    assert places[targets["Two"].target].startswith("Words, see")
    assert targets["there"].target == "https://example.org/"
    assert targets["gone"].target == ""
    assert article.blocks[-1].kind is BlockKind.NOTE


def test_a_book_of_one_chapter_has_no_parts() -> None:
    assert open_here(epub(CHAPTERS[:1]), "book.epub").parts == ()


def test_pages_beside_the_spine_come_last() -> None:
    book = epub(CHAPTERS)
    package = (
        '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="n" href="n.xhtml" media-type="text/html"/></manifest>'
        '<spine><itemref idref="n" linear="no"/><itemref idref="a"/></spine></package>'
    )
    members = {"book.opf": package, "a.xhtml": "<p>The story.</p>", "n.xhtml": "<p>A note.</p>"}
    assert article_in(archive(members), "book.epub").text == "The story.\n\nA note."
    assert article_in(book, "without-a-suffix").title == "The Bridge"


def test_a_page_that_is_not_there_is_said() -> None:
    members = {
        "book.opf": '<package><manifest><item id="a" href="a.xhtml" media-type="text/html"/>'
        '<item id="b" href="gone.xhtml" media-type="text/html"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
        "a.xhtml": "<p>The story.</p>",
    }
    article = article_in(archive(members), "book.epub")
    assert article.text == "The story."
    assert article.notices == ("1 page of book.epub cannot be read and left out.",)


@pytest.mark.parametrize(
    ("book", "sentence"),
    [
        (epub(CHAPTERS)[:400], "book.epub is a damaged ZIP archive; get it once more."),
        (epub([("One", "<img src='x.png'/>")]), "book.epub holds pictures only, no text; there is nothing to read"),
        (archive({"META-INF/container.xml": "<container/>"}), "does not say what is in it"),
        (archive({"META-INF/container.xml": "<container"}), "META-INF/container.xml is not whole"),
        (
            epub(
                CHAPTERS,
                more={
                    "META-INF/encryption.xml": "<e><EncryptedData><EncryptionMethod Algorithm='aes'/><CipherData>"
                    "<CipherReference URI='OPS/c1.xhtml'/></CipherData></EncryptedData></e>"
                },
            ),
            "protected against copying",
        ),
    ],
    ids=["cut", "pictures", "empty", "broken", "locked"],
)
def test_what_cannot_be_read_is_one_sentence(book: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableArticle, match=sentence) as caught:
        open_here(book, "book.epub")
    assert str(caught.value).startswith("book.epub")
    assert "\n" not in str(caught.value)


def test_bombs_are_refused_by_name() -> None:
    with pytest.raises(UnreadableArticle, match="unpacks to more than 32 MiB, as a ZIP bomb does"):
        open_here(epub([("One", " " * (33 << 20))]), "book.epub")
    many = [(str(number), " " * (20 << 20)) for number in range(4)]
    with pytest.raises(UnreadableArticle, match="unpacks to more than 64 MiB"):
        open_here(epub(many), "book.epub")
    laughs = '<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><package>&b;</package>'
    with pytest.raises(UnreadableArticle, match="XML bomb"):
        open_here(archive({"book.opf": laughs}), "book.epub")


def test_other_archives_are_named(tmp_path: object) -> None:
    for members, words in (
        ({"a/letter.txt": "x"}, "a ZIP archive; unpack it and open what is in it, such as letter.txt"),
        ({"xl/workbook.xml": "<x/>"}, "a table of Excel"),
        ({"ppt/presentation.xml": "<x/>"}, "slides of PowerPoint"),
        ({}, "an empty ZIP archive"),
    ):
        with pytest.raises(UnreadableArticle, match=words):
            open_here(archive(members), "a.zip")


def test_nothing_in_it_reaches_the_terminal() -> None:
    article = article_in(epub([("One\x1b]0;x\x07", "<p>a\x1b[2Jb&#27;[31mc</p>")]), "book.epub")
    assert "\x1b" not in article.text + article.title
