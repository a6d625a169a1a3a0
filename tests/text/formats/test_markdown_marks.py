"""What Markdown and the HTML in it mean survives: struck words, footnotes, heights, tables, boxes, marks of lists."""

import pytest

from tui.text.article import Article, BlockKind, MarkKind
from tui.text.formats.markdown import markdown_article
from tui.ui.page.page import Page


def read(source: str) -> Article:
    return markdown_article(source, "/articles/a.md")


def marked(article: Article, kind: MarkKind) -> list[str]:
    return [article.text[slice(*mark.span)] for mark in article.marks if mark.kind is kind]


def drawn(source: str, width: int = 60) -> list[str]:
    """The rows of the page as they are seen, without the empty ones."""
    article = read(f"# A headline\n\n{source}")
    page = Page(article, width)
    rows = (
        page.lead(y) + "".join(" " * bit.before + article.text[bit.start : bit.end] for bit in page.bits(y))
        for y in range(page.height)
    )
    return [row.rstrip() for row in rows if row.strip()][1:]


@pytest.mark.parametrize("struck", ["~~9 June~~", "<s>9 June</s>", "<del>9 June</del>", "<STRIKE>9 June</STRIKE>"])
def test_struck_words_are_marked(struck: str) -> None:
    article = read(f"It opened on {struck} 11 June.")
    assert article.text == "It opened on 9 June 11 June."
    assert marked(article, MarkKind.STRUCK) == ["9 June"]
    assert article.said == "It opened on        11 June."


def test_a_headline_does_not_say_what_is_struck_out_in_it() -> None:
    assert read("# Ferry ~~sinks~~ runs aground[^1]\n\nText.\n\n[^1]: So it was said.").title == "Ferry runs aground"


def test_footnotes_of_every_kind_stand_at_the_end() -> None:
    article = read(
        "One.[^z] Two.[^long] Three.^[Written *here*.] Again.[^z] None.[^lost]\n\n[^z]: Ibid.\n"
        "[^long]: First part.\n\n    Second part.\n\n[^spare]: Never marked.\n\nLast words."
    )
    assert article.text.startswith("One.[1] Two.[2] Three.[3] Again.[1] None.[^lost]\n\nLast words.\n\n")
    notes = [(b.marker, article.text[slice(*b.span)]) for b in article.blocks if b.kind is BlockKind.NOTE]
    assert notes == [
        ("[1]", "Ibid."),
        ("[2]", "First part."),
        ("   ", "Second part."),
        ("[3]", "Written here."),
        ("[4]", "Never marked."),
    ]
    assert marked(article, MarkKind.FOOTNOTE) == ["[1]", "[2]", "[3]", "[1]"]
    assert marked(article, MarkKind.LINK) == []  # "Ibid." was taken for an address


def test_footnotes_written_in_html() -> None:
    article = read('It was said.<sup>[1](#n1)</sup>\n\n<ol>\n<li id="n1">The office, 9 June 1998.</li>\n</ol>\n')
    assert marked(article, MarkKind.FOOTNOTE) == ["[1]"]
    assert [b.kind for b in article.blocks][1:] == [BlockKind.NOTE]


def test_notes_within_notes_harm_nothing() -> None:
    assert "deep" in read("^[" * 3000 + "deep" + "]" * 3000).text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("10<sup>6</sup> t, 10<sup>-3</sup>", "10⁶ t, 10⁻³"),
        ("CO<sub>2</sub> and H<sub>2</sub>O", "CO₂ and H₂O"),
        ("the 2<sup>nd</sup> day", "the 2nd day"),
        ("x<sup>ab c</sup> y<sub>max</sub>", "x^(ab c) y_max"),
        ("Acme<sup>TM</sup>", "AcmeTM"),
    ],
)
def test_raised_and_lowered_words(source: str, text: str) -> None:
    assert read(source).text == text


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        ("- ```\n  x = 1\n  ```\n- b", ["• x = 1", "• b"]),
        ("1. # Head\n2. b", ["1. Head", "2. b"]),
        ("- > said\n- b", ["• │ said", "• b"]),
        ("> 4. four\n> 5. five", ["│ 4. four", "│ 5. five"]),
        ("1. - a\n   - b\n2. c", ["1. • a", "  • b", "2. c"]),
        ("- | a | b |\n  |---|---|\n  | 1 | 2 |", ["• a  b", "  ─  ─", "  1  2"]),
        ("- ![A ferry at night](f.png)\n- b", ["• A ferry at night", "• b"]),
        ('<ol start="7"><li>a</li><li>b<ul><li>c</li></ul></li></ol>', ["7. a", "8. b", "  • c"]),
        ("> [!CAUTION]\n> Not final.\n> Wait.", ["│ Caution: Not final. Wait."]),
        ("> [!note] \n> - a\n> - b", ["│ Note: • a", "│ • b"]),
        ('!!! warning "Put right"\n    It was wrong.', ["│ Put right", "│ It was wrong."]),
        ("!!! danger\n    It was wrong.", ["│ Danger: It was wrong."]),
        (":::hint\nInside.\n:::", ["│ Hint: Inside."]),
        (
            "Quay\n: A place to moor\n\nRoads\n: Open water",
            ["• Quay", "    A place to moor", "• Roads", "    Open water"],
        ),
        ("<dl><dt>Quay</dt><dd>A place</dd></dl>", ["• Quay", "    A place"]),
        ("He said <q>go <q>now</q></q>.", ["He said “go ‘now’”."]),
        ("<figure><img src=x alt='A ferry'><figcaption>At dusk</figcaption></figure>", ["A ferry", "At dusk"]),
        ("<pre>  a   b\n c</pre>", ["      a   b", "     c"]),
        ("## Findings {#found}\n\nText.", ["Findings", "Text."]),
    ],
)
def test_every_mark_is_kept(source: str, rows: list[str]) -> None:
    assert drawn(source) == rows


def test_a_table_of_html_is_a_table() -> None:
    source = "<table>\n<tr><th>Year</th><th>Ships</th></tr>\n<tr><td>1998</td><td>4<br>of 9</td></tr>\n</table>"
    assert drawn(source) == ["Year  Ships", "────  ─────", "1998  4", "      of 9"]


def test_cells_keep_their_marks() -> None:
    article = read("| a | b |\n|:-:|--:|\n| ~~x~~ [y](https://y.example) | `c` <https://z.example/p> |")
    assert marked(article, MarkKind.STRUCK) == ["x"]
    assert marked(article, MarkKind.LINK) == ["y", "https://z.example/p"]
    table = article.blocks[0].table
    assert table is not None
    assert (table.aligned, table.heads) == ("^>", 1)
    assert [[article.text[slice(*cell)] for cell in row] for row in table.rows] == [
        ["a", "b"],
        ["x y", "c https://z.example/p"],
    ]


@pytest.mark.parametrize(
    ("source", "links"),
    [
        ("see https://h.example/a_(b)?c=1&d=2, and more", [("https://h.example/a_(b)?c=1&d=2", "same")]),
        ("(www.h.example/x).", [("www.h.example/x", "http://www.h.example/x")]),
        ("mail desk@h.example!", [("desk@h.example", "mailto:desk@h.example")]),
        ("`https://h.example` no link", []),
        ('<a href="https://h.example/q">here</a>', [("here", "https://h.example/q")]),
        ("[x](javascript:alert(1))", []),
        ("[https://h.example](https://other.example)", [("https://h.example", "https://other.example")]),
    ],
)
def test_addresses_that_stand_in_the_text_are_links(source: str, links: list[tuple[str, str]]) -> None:
    article = read(source)
    found = [(article.text[slice(*m.span)], m.target) for m in article.marks if m.target]
    assert found == [(words, words if target == "same" else target) for words, target in links]
