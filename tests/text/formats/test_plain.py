"""Plain text becomes an article: paragraphs, title, byline; exactly as it stands where that is asked for."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.article import BlockKind, Furniture, Known, Published
from tui.text.formats.plain import plain_article

FIRST = (
    "The council of the harbour town voted on Tuesday to close the old bridge for good, after engineers had found "
    "cracks in two of its piers."
)
BODY = f"{FIRST}\n\nIt was built in 1911, and nobody alive remembers the town without it. A new one may come."


@given(st.text(max_size=200))
def test_exact_text_is_not_touched(text: str) -> None:
    article = plain_article(text, "-", exact=True)
    assert article.text == text
    covered = "".join(text[block.span.start : block.span.end] for block in article.blocks)
    assert "".join(covered.split()) == "".join(text.split())


def test_exact_text_keeps_escape_sequences_and_line_ends() -> None:
    text = "One\x1b[1m line\r\n\tand \u202eanother\r\n"
    assert plain_article(text, "-", exact=True).text == text
    assert plain_article(text, "-").text == "One line\n    and another\n"


def test_a_given_title_and_date_are_kept() -> None:
    published = Published(date(2019, 7, 30), Known.STATED, "date")
    article = plain_article(f"A Headline of Its Own\n\nJuly 1, 2018\n\n{BODY}", "-", "Given", published)
    assert (article.title, article.published) == ("Given", published)


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Old bridge to close", "Old bridge to close"),
        ("Old Bridge to Close, Council Says", "Old Bridge to Close, Council Says"),
        ("Will the Old Bridge Ever Open?", "Will the Old Bridge Ever Open?"),
        ("What the Council Could Do Next.", "What the Council Could Do Next."),
        ("Jo Berg contributed to this report.", "The council of the harbour town voted on Tuesday to close the old…"),
        ("July 30, 2019", "The council of the harbour town voted on Tuesday to close the old…"),
        ("PORTO (AP) —", "The council of the harbour town voted on Tuesday to close the old…"),
        ("Read more", "The council of the harbour town voted on Tuesday to close the old…"),
    ],
)
def test_titles(above: str, title: str) -> None:
    assert plain_article(f"{above}\n\n{BODY}", "-").title == title


@pytest.mark.parametrize(
    ("line", "byline", "publisher"),
    [
        ("By Ada Lund", "Ada Lund", ""),
        ("By Ada Lund and Jo Berg, Associated Press", "Ada Lund and Jo Berg", "Associated Press"),
        ("By Ada Lund, CNN", "Ada Lund", "CNN"),
        ("By Ada Lund | July 30, 2019", "Ada Lund", ""),
        ("By Ada Lund, July 30, 2019", "Ada Lund", ""),
        ("PORTO (Reuters) - The bridge is closed.", "", "Reuters"),
        ("By the river it was quiet.", "", ""),
    ],
)
def test_bylines_and_publishers(line: str, byline: str, publisher: str) -> None:
    article = plain_article(f"Old bridge to close\n\n{line}\n\n{BODY}", "-")
    assert (article.byline, article.publisher) == (byline, publisher)


def test_headings() -> None:
    article = plain_article(
        f"Old bridge to close\n\n{FIRST}\n\nWhat it costs\n\n{FIRST}\n\nnot a heading\n\n{FIRST}", "-"
    )
    kinds = [(block.kind, block.level) for block in article.blocks if block.kind is BlockKind.HEADING]
    assert kinds == [(BlockKind.HEADING, 1), (BlockKind.HEADING, 2)]


def test_furniture_can_be_left_alone() -> None:
    text = f"{BODY}\n\nleave a reply:"
    assert plain_article(text, "-").blocks[-1].furniture is Furniture.INTERFACE
    assert plain_article(text, "-", furniture=False).blocks[-1].furniture is None


@pytest.mark.parametrize("text", [BODY + "\n\n", BODY.replace(" ", "\n"), "x\n", "漢字。", "\n \n"])
def test_five_megabytes_open_at_once(text: str) -> None:
    text = text * (5_000_000 // len(text.encode()))
    began = time.process_time()
    plain_article(text, "-")
    assert time.process_time() - began < 8  # a quadratic step would take minutes


def test_words_with_a_role_are_shown_without_it() -> None:
    text = "The bridge\n\nSee :ref:`the dam <dam>` and :doc:`news`, not ``:code:`` nor 10:`x`.\n"
    assert plain_article(text, "-").text == "The bridge\n\nSee the dam and news, not ``:code:`` nor 10:`x`.\n"
    text = f".. note:: Not final.\n\nThe board met in `Hull <https://example.org>`_.\n\n{text}"
    article = plain_article(text, "-")
    assert article.text.startswith("Note: Not final.\n\nThe board met in Hull <https://example.org>.\n")
    assert [mark.target for mark in article.marks] == ["https://example.org"]
    assert ":ref:`" in plain_article(text, "-", exact=True).text


@pytest.mark.parametrize(("below", "furniture"), [(f"\n\n{BODY}", None), ("", Furniture.INTERFACE)])
def test_where_to_write_to_is_furniture_below_the_text_only(below: str, furniture: Furniture | None) -> None:
    article = plain_article(f"The bridge\n\n{FIRST}\n\nWrite to desk@example.org.{below}\n", "-")
    (block,) = [block for block in article.blocks if "desk@" in article.text[slice(*block.span)]]
    assert block.furniture is furniture
