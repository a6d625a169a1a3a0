"""Clean HTML becomes blocks, and nothing that is meant to be read is lost."""

import pytest

from tui.text.blocks.builder import Builder
from tui.text.formats.markup import read_markup


def read(page: str) -> list[tuple[str, int, str, str]]:
    builder = Builder()
    read_markup(page, builder)
    return [
        (block.kind.value, block.level, block.marker, builder.text[block.span.start : block.span.end])
        for block in builder.blocks
    ]


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("<h2>Head</h2>words", [("heading", 2, "", "Head"), ("paragraph", 0, "", "words")]),
        ("<p>one<p>two", [("paragraph", 0, "", "one"), ("paragraph", 0, "", "two")]),
        (
            "<ul><li>a<li>b<p>more</ul>",
            [("list item", 1, "•", "a"), ("list item", 1, "•", "b"), ("list item", 1, " ", "more")],
        ),
        ("<ol start=3><li>a</li></ol>", [("list item", 1, "3.", "a")]),
        ("<blockquote><p>said</p></blockquote>", [("quote", 1, "", "said")]),
        ("<pre>a\n  b</pre>", [("code", 0, "", "a\n  b")]),
        ("<p>a<br>b", [("paragraph", 0, "", "a\nb")]),
        ("<img alt='A bridge'>", [("paragraph", 0, "", "[A bridge]")]),
        (
            "<style>x</style><script>y</script><p hidden>z</p><p style='display: none'>w</p><p>a",
            [("paragraph", 0, "", "a")],
        ),
        ("<div style='display:none'>a<div>b</div>c</div>d", [("paragraph", 0, "", "d")]),
        (
            "<p style='font-size: 0.9em'>a</p><p style='font-size:0.05rem'>b</p>"
            "<p style='font-size:0'>c</p><p style='font-size: 0px'>d</p><p style='font-size:0.0em'>e</p>",
            [("paragraph", 0, "", "a"), ("paragraph", 0, "", "b")],
        ),
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", [("table", 0, "", "a  b\n1  2")]),
        (
            "<table><tr><td><p>one</p><table><tr><td>two</table></table>",
            [("paragraph", 0, "", "one"), ("paragraph", 0, "", "two")],
        ),
        (
            "<table><tr><td>never closed<td>at all",
            [("paragraph", 0, "", "never closed"), ("paragraph", 0, "", "at all")],
        ),
        ("<!DOCTYPE html [<!ENTITY x 'y'>]><p>a &amp; b", [("paragraph", 0, "", "a & b")]),
        ("", []),
    ],
)
def test_pages(page: str, blocks: list[tuple[str, int, str, str]]) -> None:
    assert read(page) == blocks


def test_the_title_is_no_text() -> None:
    builder = Builder()
    assert read_markup("<title>The &lt;b&gt; Page</title><p>a", builder) == "The <b> Page"
    assert builder.text == "a"


def test_tables_within_tables_are_read_once() -> None:
    deep = "<table><tr><td>" * 300 + "word" + "</table>" * 300
    assert read(deep) == [("paragraph", 0, "", "word")]
