"""What tags mean survives in a saved page: struck words, footnotes, heights, tables, numbers of lists, captions."""

import pytest

from tui.text.article import Article, BlockKind, Furniture, MarkKind
from tui.text.formats.html import html_article
from tui.ui.page.page import Page

LONG = (
    "The council of the harbour town voted on Tuesday to close the old bridge for good, after engineers had found "
    "cracks in two of its piers and the ministry had refused to pay for another repair of it."
)


def read(inner: str) -> Article:
    body = f"<h1>Old bridge to close</h1><p>{LONG}</p>{inner}<p>{LONG[::-1]}</p>"
    return html_article(f"<html><body><article>{body}</article></body></html>", "/articles/a.html", "a.html")


def drawn(article: Article, width: int = 70) -> list[str]:
    page = Page(article, width)
    rows = (
        page.lead(y) + "".join(" " * bit.before + article.text[bit.start : bit.end] for bit in page.bits(y))
        for y in range(page.height)
    )
    return [row.rstrip() for row in rows]


def marked(article: Article, kind: MarkKind) -> list[str]:
    return [article.text[slice(*mark.span)] for mark in article.marks if mark.kind is kind]


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_struck_words_are_marked(tag: str) -> None:
    article = read(
        f"<p>It opens on <{tag}>9 June</{tag}> 11 June, said the town, and the ferry will sail until then.</p>"
    )
    assert marked(article, MarkKind.STRUCK) == ["9 June"]
    assert "It opens on 9 June 11 June, said the town" in article.text


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("It weighs 10<sup>6</sup> tonnes", "It weighs 10⁶ tonnes"),
        ("CO<sub>2</sub> falls", "CO₂ falls"),
        ("on the 2<sup>nd</sup> day", "on the 2nd day"),
        ("He said <q>go <q>now</q> and here</q>", "He said “go ‘now’ and here”"),
    ],
)
def test_what_tags_say_stands_in_the_words(said: str, text: str) -> None:
    assert f"{text}, and the ferry" in read(f"<p>{said}, and the ferry will sail until the summer has come.</p>").text


@pytest.mark.parametrize(
    "mark",
    [
        '<sup><a href="#n1" id="r1">1</a></sup>',
        '<a href="#n1"><sup>1</sup></a>',
        '<sup id="r1"><a href="#n1">[1]</a></sup>',
        '<sup>[<a href="#n1">1</a>]</sup>',
        '<a href="#n1">[1]</a>',
    ],
)
def test_footnotes_are_marked_and_lead_to_their_notes(mark: str) -> None:
    article = read(
        f"<p>The bridge was built in 1911.{mark} Nobody remembers the town without it, and a new one may come.</p>"
        '<h2>Notes</h2><ol><li id="n1">Harbour office, 3 May 1998. <a href="#r1">↩</a></li></ol>'
    )
    assert marked(article, MarkKind.FOOTNOTE) == ["[1]"]
    assert "in 1911.[1] Nobody" in article.text
    (note,) = (block for block in article.blocks if block.kind is BlockKind.NOTE)
    assert article.text[slice(*note.span)].startswith("Harbour office")
    assert ("n1", note.span.start) in article.places


def test_numbers_that_are_raised_are_no_footnotes_without_a_link() -> None:
    article = read(
        "<p>An area of 20 km<sup>2</sup> was closed to all ships for the rest of the week in the harbour.</p>"
    )
    assert "20 km² was" in article.text


def test_tables_are_tables() -> None:
    article = read(
        "<table><tr><th>Year</th><th>Ships</th></tr><tr><td>1998</td><td>4<br>of 9</td></tr>"
        '<tr><td><del>1999</del></td><td><a href="https://h.example/r">1,204</a></td></tr></table>'
    )
    rows = drawn(article)
    at = rows.index("Year  Ships")
    assert rows[at : at + 5] == ["Year  Ships", "────  ─────", "1998  4", "      of 9", "1999  1,204"]
    assert marked(article, MarkKind.STRUCK) == ["1999"]
    assert marked(article, MarkKind.LINK) == ["1,204"]


def test_lists_keep_their_numbers_and_terms_their_definitions() -> None:
    rows = drawn(
        read(
            '<ol start="5"><li>Fifth of them all</li><li>Sixth of them all</li>'
            '<li value="9">Ninth of them all</li></ol>'
            "<dl><dt>Quay</dt><dd>A place to moor a ship</dd></dl>"
        )
    )
    for row in (
        "5. Fifth of them all",
        "6. Sixth of them all",
        "9. Ninth of them all",
        "• Quay",
        "    A place to moor a ship",
    ):
        assert row in rows


def test_preformatted_words_are_not_reflowed() -> None:
    article = read("<pre>first  line\n   second   line</pre>")
    assert ("first  line\n   second   line", BlockKind.CODE) in [
        (article.text[slice(*block.span)], block.kind) for block in article.blocks
    ]


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (
            '<figure><img src="b.jpg" alt="Alt words"><figcaption>The bridge at <i>dusk</i></figcaption></figure>',
            "The bridge at dusk",
        ),
        ('<figure><img src="b.jpg" alt="The old bridge at night"></figure>', "The old bridge at night"),
    ],
)
def test_pictures_are_what_they_show(figure: str, words: str) -> None:
    article = read(figure)
    captions = [article.text[slice(*b.span)] for b in article.blocks if b.furniture is Furniture.CAPTION]
    assert captions == [words]


def test_no_sign_is_left_in_the_text() -> None:
    article = read(
        '<p id="a">See <a href="#a">above</a>, <a href="#b">below</a> and wherever it is that one wants to go.</p>'
        '<h2 id="b">Below</h2><ol start="3"><li id="c">An item <a href="#c">to itself</a></li></ol><pre>x\ny</pre>'
    )
    assert not any("\U00010600" <= character <= "\U000106ff" for character in article.text + article.title)
    assert {place.name for place in article.places} == {"a", "b", "c"}
