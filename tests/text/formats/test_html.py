"""A saved web page gives its article; a broken one gives what it can."""

import builtins
import logging
import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.errors import UnreadableArticle
from tui.text.article import Article, Known, MarkKind
from tui.text.formats.html import html_article
from tui.text.head.tags import without_tags

PARAGRAPH = (
    "<p>The council voted on Tuesday to close the old bridge for good, after engineers had found cracks in it.</p>"
)
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Old bridge to close | The Courier</title>
<meta property="og:title" content="Old bridge to close"><meta property="og:site_name" content="The Courier">
<meta name="author" content="Ada Lund"><meta property="article:published_time" content="2019-07-30T10:15:00Z">
<link rel="canonical" href="https://courier.example/bridge">
<script>var x = "<p>not text</p>";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav><article>
<h1>Old bridge to close</h1>{PARAGRAPH}<h2>What it costs</h2>
<p>Some <b>bold words</b>, some <em>soft ones</em> and <a href="https://x.example/a">a link</a> in it.<br>Next line.</p>
<blockquote><p>It was a good bridge, and it will be missed by all of us.</p></blockquote>
<ul><li>one thing<ul><li>inside</li></ul></li><li>another thing</li></ul><ol><li>first</li><li>second</li></ol>
<table><tr><th>town</th><th>people</th></tr><tr><td>Lund</td><td>900</td></tr></table>
{PARAGRAPH}<p>leave a reply:</p></article><footer>Copyright</footer></body></html>"""


def shown(article: Article) -> list[tuple[str, int, str, str]]:
    return [(b.kind.value, b.level, b.marker, article.text[b.span.start : b.span.end]) for b in article.blocks]


def test_a_page_in_full() -> None:
    article = html_article(PAGE, "/a.html", "a.html")
    assert (article.title, article.byline, article.publisher) == ("Old bridge to close", "Ada Lund", "The Courier")
    assert (article.url, article.language) == ("https://courier.example/bridge", "en-gb")
    assert re.fullmatch(r"trafilatura [\d.]+: what it takes for the article", article.read_by)
    assert html_article("<p>Odd.", "/a.html", "a.html").read_by == "all text in the page"
    assert (article.published.day, article.published.known) == (date(2019, 7, 30), Known.STATED)
    blocks = shown(article)
    for block in (
        ("heading", 2, "", "What it costs"),
        ("paragraph", 0, "", "Some bold words, some soft ones and a link in it.\nNext line."),
        ("quote", 1, "", "It was a good bridge, and it will be missed by all of us."),
        ("list item", 1, "•", "one thing"),
        ("list item", 2, "•", "inside"),
        ("list item", 1, "1.", "first"),
        ("list item", 1, "2.", "second"),
        ("table", 0, "", "town  people\nLund  900"),
    ):
        assert block in blocks
    assert "Home" not in article.text
    assert "not text" not in article.text
    marks = {(mark.kind, article.text[mark.span.start : mark.span.end], mark.target) for mark in article.marks}
    assert marks == {
        (MarkKind.STRONG, "bold words", ""),
        (MarkKind.EMPHASIS, "soft ones", ""),
        (MarkKind.LINK, "a link", "https://x.example/a"),
    }


def test_a_date_that_is_only_found_is_not_stated() -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2019-07-30T10:15:00Z">', "")
    article = html_article(page.replace("<h2>", "<p>Published on July 30, 2019</p><h2>", 1), "/a.html", "a.html")
    assert (article.published.day, article.published.known) == (date(2019, 7, 30), Known.FOUND)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<html><body><p>short", "short"),
        ("<html><p>unclosed <b", "unclosed"),
        ("<html>" + "<div>" * 50_000 + "deep", "deep"),
        ("<html>" + "<b>" * 50_000 + "deep", "deep"),
        ("<html>" + "<blockquote>" * 5_000 + PARAGRAPH * 5, "council"),
        ("<html>" + "<ul><li>" * 2_000 + PARAGRAPH * 5, "council"),
        ("<html>" + "<table><tr><td>" * 2_000 + PARAGRAPH * 5, "council"),
        ("<html><p>" + "<" * 50_000 + " text", "text"),
        ("<html><p>\x00nul\x00 and \x1b[2Jescape", "nul and escape"),
        ("<html><p>&#27;[31mred &#x202e;back &#xD800; &#1114112;", "back"),
        ('<?xml version="1.0" encoding="utf-16"?><html><body><p>declared', "declared"),
        ("<html><p " + 'a="b" ' * 50_000 + ">attributes", "attributes"),
        ("<html>" + PARAGRAPH * 500, "council"),
        ("<html><head><p>no body, no end of the head", "no end"),
    ],
    ids=range(14),
)
def test_broken_pages_show_their_words(page: str, words: str) -> None:
    article = html_article(page, "-", "page")
    assert words in article.text
    assert not any((character < " " and character != "\n") or character == "\u202e" for character in article.text)


def test_without_the_extractor_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: object) -> object:
        if name == "trafilatura":
            raise ImportError(name)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(UnreadableArticle, match=r"page\.html .* pip install 'dateline\[html\]'"):
        html_article(PAGE, "/page.html", "page.html")


def test_the_extractor_does_not_write_on_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    html_article("<html><body></body></html>", "-", "page")
    logging.getLogger("trafilatura.core").error("not for the reader's eyes")
    assert capfd.readouterr() == ("", "")


PIECES = ("<p>", "</p>", "<b>", "</b>", "<ul>", "<li>", "</ul>", "<h2>", "<table>", "<td>", "<br>", "<!--", "-->", "<")


@settings(max_examples=60)
@given(st.lists(st.sampled_from([*PIECES, "a ", "é&lt;", "&#0;", "\n", PARAGRAPH]), max_size=40))
def test_any_page_has_sound_blocks_and_marks(pieces: list[str]) -> None:
    article = html_article("<html>" + "".join(pieces), "-", "page")
    end = 0
    for block in article.blocks:
        assert end <= block.span.start < block.span.end
        assert not article.text[end : block.span.start].strip()
        end = block.span.end
    assert not article.text[end:].strip()
    for mark in article.marks:
        assert any(block.span.contains(mark.span) for block in article.blocks)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>a</p><p>b &amp; c", "a\n\nb & c"),
        ("<style>x</style>a<!-- b -->c", "ac"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<script>never closed", ""),
    ],
)
def test_scraps(page: str, words: str) -> None:
    assert without_tags(page) == words


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<p " + " ".join(f'a{i}="<{i}>"' for i in range(20_000)) + ">Anna Berg left.</p>", "Anna Berg left."),
        ("<p>Anna Berg left.</p><ol>" + "<li>and then home</li>" * 9_000 + "</ol>", "and then home"),
        (
            "<p>Anna Berg left.</p><table><tr>" + "<td>c" * 9_000 + "</tr>" + "<tr><td>a" * 9_000 + "</table>",
            "Anna Berg",
        ),
        ("<p>Anna Berg left." + "<b>so</b> " * 30_000 + "</p>", "Anna Berg left."),
        ("<p>Anna Berg left.</p>" + "<a" * 60_000, "Anna Berg left."),
    ],
    ids=["attributes", "numbers", "cells", "bold words", "names of tags"],
)
def test_what_takes_a_parser_minutes_is_left_out(inside: str, shown: str) -> None:
    begun = time.process_time()
    article = html_article(f"<html><body><article>{inside}</article></body></html>", "/p.html", "p.html")
    assert time.process_time() - begun < 8  # seconds; it took minutes, or all the memory
    assert shown in article.text


def test_a_sloppy_quotation_mark_does_not_eat_the_page() -> None:
    words = "".join(f'<p id="p{i}" class="q">Paragraph {i} of the story stands here.</p>' for i in range(200))
    page = f'<html><body><article><a href="x"" class="y">Berg</a>{words}</article></body></html>'
    assert "Paragraph 199 of" in html_article(page, "/p.html", "p.html").text
