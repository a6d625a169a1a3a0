"""Markdown becomes text without mark-up, and its mark-up becomes blocks and marks."""

import re
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.article import Article, BlockKind, Furniture, Known, MarkKind
from tui.text.formats import markdown
from tui.text.formats.markdown import markdown_article
from tui.text.head.front_matter import read_front_matter


def shown(article: Article) -> list[tuple[str, int, str, str]]:
    return [(b.kind.value, b.level, b.marker, article.text[b.span.start : b.span.end]) for b in article.blocks]


@pytest.mark.parametrize("field", ["publishDate", "date-published", "datePublished", "published_at", "pubDate"])
def test_other_names_of_the_publication_date(field: str) -> None:
    article = markdown_article(f"---\ndate: 0001-01-01\n{field}: 2019-07-30\n---\nThe ferry sank.", "-")
    assert (article.published.day, article.published.known) == (date(2019, 7, 30), Known.STATED)


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("# One\n\nTwo\nlines", [("heading", 1, "", "One"), ("paragraph", 0, "", "Two lines")]),
        ("One\n===\n\n### Three", [("heading", 1, "", "One"), ("heading", 3, "", "Three")]),
        (
            "- a\n- b\n  1. c\n  2. d",
            [
                ("list item", 1, "•", "a"),
                ("list item", 1, "•", "b"),
                ("list item", 2, "1.", "c"),
                ("list item", 2, "2.", "d"),
            ],
        ),
        (
            "7. a\n8. b\n\n   more",
            [("list item", 1, "7.", "a"), ("list item", 1, "8.", "b"), ("list item", 1, " ", "more")],
        ),
        ("> a\n>\n> > b", [("quote", 1, "", "a"), ("quote", 2, "", "b")]),
        ("```py\n  x = 1\n\ny\n```", [("code", 0, "", "  x = 1\n\ny")]),
        ("a\n\n---\n\nb", [("paragraph", 0, "", "a"), ("rule", 0, "", ""), ("paragraph", 0, "", "b")]),
        ("|a|b|\n|-|-|\n|1|*2*|", [("table", 0, "", "a  b\n1  2")]),
        ("a<br>b  \nc", [("paragraph", 0, "", "a\nb\nc")]),
        ("<div>\n<p>kept</p><script>gone()</script>\n</div>", [("paragraph", 0, "", "kept")]),
        ("a <b onclick='x'>b</b> &amp; &lt;c&gt;", [("paragraph", 0, "", "a b & <c>")]),
        ("[bold]x[/bold] ~~y~~", [("paragraph", 0, "", "[bold]x[/bold] y")]),
        ("[a]: /only-a-definition", [("paragraph", 0, "", "[a]: /only-a-definition")]),
    ],
)
def test_blocks(source: str, blocks: list[tuple[str, int, str, str]]) -> None:
    assert shown(markdown_article(source, "-")) == blocks


def test_marks_stand_over_their_words() -> None:
    article = markdown_article("A *b **c** d* `e` [f *g*](https://h.example/?a=1&b=2)", "-")
    assert article.text == "A b c d e f g"
    assert [(m.kind, article.text[m.span.start : m.span.end], m.target) for m in article.marks] == [
        (MarkKind.EMPHASIS, "b c d", ""),
        (MarkKind.STRONG, "c", ""),
        (MarkKind.CODE, "e", ""),
        (MarkKind.LINK, "f g", "https://h.example/?a=1&b=2"),
        (MarkKind.EMPHASIS, "g", ""),
    ]


def test_a_picture_is_its_caption() -> None:
    article = markdown_article("Text.\n\n![A bridge](bridge.png)", "-")
    assert article.text == "Text.\n\nA bridge"
    assert [block.furniture for block in article.blocks] == [None, Furniture.CAPTION]


def test_a_wide_table_keeps_its_rows() -> None:
    words = ("a long cell of many words " * 3).strip()
    article = markdown_article(f"|town|who|\n|-|-|\n|{words}|{words}|", "-")
    assert article.text == f"town  who\n{words}  {words}"


def test_entities_cannot_bring_controls_back() -> None:
    article = markdown_article("&#x202e;a &#27;[2J b&#8203;c [x](<&#27;]52;c;AA&#7;>)", "-")
    assert not any(ord(character) < 32 or character in "\u202e\u200b" for character in article.text)
    assert not any("\x1b" in mark.target for mark in article.marks)


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("---\ntitle: A\n---\n# B\n\nc", "A"),
        ("# B *c*\n\nd", "B c"),
        ("The Bridge Is to Close\n\nThe council voted on Tuesday to close it.", "The Bridge Is to Close"),
        ("the council voted on Tuesday to close it.", "the council voted on Tuesday to close it."),
    ],
)
def test_titles(source: str, title: str) -> None:
    assert markdown_article(source, "-").title == title


def test_front_matter_in_full() -> None:
    article = markdown_article(
        "---\nTitle: The bridge: an end\nauthors:\n  - Ada Lund\n  - name: Jo Berg\ndate: 2019-07-30 10:15\n"
        "publisher: The Courier\nsource: https://courier.example/bridge\nlang: en-GB\ntags: [a, b]\n---\nText.\n",
        "/a.md",
    )
    assert (article.title, article.byline, article.publisher) == (
        "The bridge: an end",
        "Ada Lund, Jo Berg",
        "The Courier",
    )
    assert (article.url, article.language, article.text) == ("https://courier.example/bridge", "en-GB", "Text.")
    assert (article.published.day, article.published.known) == (date(2019, 7, 30), Known.STATED)
    assert article.notices == ()


@pytest.mark.parametrize(
    "matter",
    [
        "date: 2019-02-31",
        "date: 2019-13-45T99:99",
        "date: [1, [2, {a: b}]]",
        "date: {year: 2019}",
        "date: !!python/object/apply:os.system ['true']",
        "title: !!binary x",
        "? [a, b]\n: c",
        "a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\ntitle: *c",
        "a: &a {b: *a}",
        "<<: {title: x}",
        "title: " + "[" * 5000,
        "title: " + "{a: " * 3000,
        "title: 'never closed",
        "%YAML 9.9\ntitle: x",
        "title: \x1b]0;x\x07",
        "title: a\ntitle: b",
        "- a\n- b",
        "just words",
        "12",
        "",
    ],
    ids=range(20),
)
def test_odd_front_matter_harms_nothing(matter: str) -> None:
    article = markdown_article(f"---\n{matter}\n---\n\nThe text itself.\n", "-")
    assert article.text.endswith("The text itself.")
    assert article.published.known is Known.UNKNOWN
    assert article.title


def test_broken_front_matter_is_said_and_its_plain_lines_count() -> None:
    matter = read_front_matter("---\ntitle: The end\ndate: 2019-07-30\nbad: [unclosed\n---\nText")
    assert (matter.title, matter.published.day) == ("The end", date(2019, 7, 30))
    assert matter.notices


@pytest.mark.parametrize(
    "text", ["", "---", "---\n", "--- \ntitle: x", "text\n---\ntitle: x\n---\n", "----\na: b\n----\n"]
)
def test_no_front_matter(text: str) -> None:
    assert read_front_matter(text).length == 0


@pytest.mark.parametrize(
    "source",
    [
        ">" * 50_000 + " deep",
        "- " * 20_000 + "deep",
        "\n".join(" " * (2 * i) + "- deep" for i in range(300)),
        "[" * 50_000 + "deep",
        "![" * 20_000 + "deep",
        "*_" * 5_000 + "deep",
        "<div>" * 20_000 + "deep",
        "`" * 20_000 + "deep",
        "| deep " * 2_000 + "\n" + "|-" * 2_000 + "\n",
        "deep\n" * 20_000,
    ],
    ids=range(10),
)
def test_depth_and_length_are_survived(source: str) -> None:
    began = time.process_time()
    assert "deep" in markdown_article(source, "-").text
    assert time.process_time() - began < 10


def test_a_very_long_file_is_shown_as_plain_text() -> None:
    article = markdown_article("---\ntitle: Long\n---\n" + "*Words* and more words.\n\n" * 90_000, "-")
    assert article.title == "Long"
    assert article.text.startswith("*Words*")
    assert "plain text" in article.notices[0]


@given(st.text(alphabet="ab *_`[]()<>!#->|\n\t1.&;:\\~\"'", max_size=150))
def test_any_markdown_has_sound_blocks_and_marks(source: str) -> None:
    article = markdown_article(source, "-")
    end = 0
    for block in article.blocks:
        assert end <= block.span.start <= block.span.end
        assert not article.text[end : block.span.start].strip()
        assert (block.kind is BlockKind.RULE) == (block.span.start == block.span.end)
        end = block.span.end
    assert not article.text[end:].strip()
    for mark in article.marks:
        assert any(block.span.contains(mark.span) for block in article.blocks)


@pytest.mark.parametrize("line", ["> " * 11, "  - " * 11, ">" * 11, "1. " * 11])
def test_quotes_and_lists_within_one_another_are_counted_once(line: str) -> None:
    begun = time.process_time()
    markdown_article(f"{line}x\n" * 5_000, "/a.md")
    assert time.process_time() - begun < 8  # seconds


@pytest.mark.parametrize(
    ("text", "shown", "targets"),
    [
        ("See [[Hull harbour|the harbour]].", "See the harbour.", ["Hull%20harbour.md"]),
        ("See [[Leith]] and [[a/b#Part two]].", "See Leith and a/b > Part two.", ["Leith.md", "a/b.md#Part%20two"]),
        ("![[pic.png]] and [[#Below]]", "pic.png and Below", ["#Below"]),
        ("`[[no]]` and [[]] and \\[[no]]", "[[no]] and [[]] and [[no]]", []),
        ("A [link](b.md) stays.", "A link stays.", ["b.md"]),
        ("Energy $E=mc^2$ is.", "Energy E=mc² is.", []),
        (r"$$\int_0^1 x^2\,dx \le \frac{1}{2}$$", "∫₀¹ x² dx ≤ 1/2", []),
        ("It cost $5 and $6, or US$7_000 and $8.", "It cost $5 and $6, or US$7_000 and $8.", []),
        ("`$x^2$` and $x$.", "$x^2$ and x.", []),
        ("H~2~O, CO~2~ and (CO)~2~ in m^2^.", "H₂O, CO₂ and (CO)₂ in m².", []),
        ("a ~b~ c, ~~old~~, ~10 or ~20, x^y and z^w.", "a ~b~ c, old, ~10 or ~20, x^y and z^w.", []),
        ("See :ref:`the bridge <bridge>` and {doc}`news`.", "See the bridge and news.", []),
        ("Run :code:`x = 1`, :py:func:`~os.path.join` or ``:code:``.", "Run x = 1, join or :code:.", []),
        ("At 10:`x` and a`b`:`c`.", "At 10:x and ab:c.", []),
    ],
)
def test_links_by_name_and_formulas(text: str, shown: str, targets: list[str]) -> None:
    article = markdown_article(text, "/a.md")
    assert article.text == shown
    assert [mark.target for mark in article.marks if mark.kind is MarkKind.LINK] == targets


LINES = (
    "The ferry sank.",
    "Two of them, said Ada Lund",
    "1. Lund",
    "2019 was",
    "- item",
    "  set in",
    "===",
    "",
    "",
    "end ",
)
LINES += (
    "“Yes”",
    "a | b",
    "It * is",
    "&amp;",
    "!!! note",
    ": meant",
    "a\\",
    "http://lenn.example/a",
    "(c) Lenn",
    "\u3000Lenn",
)


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=8))
def test_what_has_no_mark_up_reads_as_the_parser_reads_it(lines: list[str]) -> None:
    source = "\n".join(lines)
    quick = markdown_article(source, "-")
    with pytest.MonkeyPatch.context() as slow:
        slow.setattr(markdown, "_MARKUP", re.compile(""))
        assert quick == markdown_article(source, "-")


def test_what_has_no_mark_up_is_not_parsed_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "_parser", None)  # it would be called
    article = markdown_article("---\ntitle: Ferry\n---\n\nThe ferry sank.\nAll were saved.\n\nAda Lund said so.\n", "-")
    assert article.text == "The ferry sank. All were saved.\n\nAda Lund said so."
