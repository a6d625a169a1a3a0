"""Dates that name one stretch of time are joined, and open sides stay open."""

from datetime import date
from itertools import pairwise

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.document import segment
from tui.analysis.times.ranges import TimeRange, join_ranges
from tui.analysis.times.times import find_times
from tui.text.article import Article, Block, BlockKind, Known, Published
from tui.text.span import Span

TUESDAY = Published(date(2019, 7, 30), Known.STATED)


def ranges_of(text: str, published: Published = TUESDAY) -> tuple[TimeRange, ...]:
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    document = segment(Article("/articles/one.md", "", text, blocks, published=published))
    return join_ranges(document, find_times(document, published))


@pytest.mark.parametrize(
    ("text", "words", "value", "first", "last", "edtf"),
    [
        ("He served from 2009 to 2011.", "from 2009 to 2011", "2009/2011", "2009-01-01", "2011-12-31", "2009/2011"),
        ("They met in March and April 2011.", "March and April 2011", "2011-03/2011-04", "2011-03-01",
         "2011-04-30", ""),
        ("It rained between March and May.", "between March and May", "2019-03/2019-05", "2019-03-01",
         "2019-05-31", ""),
        ("The war of 1914–1918 ended.", "1914–1918", "1914/1918", "1914-01-01", "1918-12-31", "1914/1918"),
        ("The scare of 1995-7 ended.", "1995-7", "1995/1997", "1995-01-01", "1997-12-31", "1995/1997"),
        ("The campaign of 1957-60 ended.", "1957-60", "1957/1960", "1957-01-01", "1960-12-31", "1957/1960"),
        ("The wars of 499–449 BC.", "499–449 BC", "BC0499/BC0449", "-0498-01-01", "-0448-12-31", "-0498/-0448"),
        ("Seen between 14 and 20 March 2011.", "between 14 and 20 March 2011", "2011-03-14/2011-03-20", "2011-03-14",
         "2011-03-20", "2011-03-14/2011-03-20"),
        ("From March 3 to June 5, 1917, they fought.", "From March 3 to June 5, 1917", "1917-03-03/1917-06-05",
         "1917-03-03", "1917-06-05", "1917-03-03/1917-06-05"),
        ("Open from Monday through Thursday.", "from Monday through Thursday", "2019-07-29/2019-08-01", "2019-07-29",
         "2019-08-01", "2019-07-29/2019-08-01"),
        ("From November to February 1918 it froze.", "From November to February 1918", "1917-11/1918-02", "1917-11-01",
         "1918-02-28", "1917-11/1918-02"),
        ("It grew from the early 1990s to late 2001.", "from the early 1990s to late 2001", "199/2001", "1990-01-01",
         "2001-12-31", "1990/2001-12-31"),
        ("So it is since October 2017.", "since October 2017", "2017-10/..", "2017-10-01", "2019-07-30", "2017-10/.."),
        ("So it is since the 1990s.", "since the 1990s", "199/..", "1990-01-01", "2019-07-30", "1990/.."),
        ("They wait until Friday.", "until Friday", "../2019-08-02", "2019-07-30", "2019-08-02", "../2019-08-02"),
        ("He ruled until 1998.", "until 1998", "../1998", "1998-01-01", "1998-12-31", "../1998"),
        ("By 2030 it will be gone.", "By 2030", "../2030", "2019-07-30", "2030-12-31", "../2030"),
    ],
)  # fmt: skip
def test_joined(text: str, words: str, value: str, first: str, last: str, edtf: str) -> None:
    (joined,) = ranges_of(text)
    assert text[slice(*joined.span)] == words
    assert (joined.value, str(joined.interval.first), str(joined.interval.last)) == (value, first, last)
    assert joined.edtf == (edtf or value)
    assert parse_edtf(joined.edtf) is not None


@pytest.mark.parametrize(
    "text",
    [
        "In 1998 and 1999 it grew.",
        "The vote was moved from Monday to Thursday.",
        "He came in 2009. To 2011 he said nothing.",
        "It rained for two to three weeks.",
        "They met on Monday and again on Friday.",
        "Since then nothing happened.",
    ],
)
def test_left_apart(text: str) -> None:
    assert [joined for joined in ranges_of(text) if len(joined.parts) == 2] == []


def test_an_open_side_ends_with_the_expression_where_no_publication_is_known() -> None:
    (joined,) = ranges_of("So it is since October 2017.", Published())
    assert str(joined.interval.last) == "2017-10-31"


def test_parts_lead_back_to_the_times() -> None:
    joined = ranges_of("In 2001 he came, served from 2009 to 2011, and has been gone since 2015.")
    assert [each.parts for each in joined] == [(1, 2), (3,)]


WORDS = (
    "from between since until by to and - – 1914 1918 March May 3 5 2019 Monday Thursday , . the early late 1990s "
    "44 BC last week spring moved through till up"
)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=30).map(" ".join), st.sampled_from([TUESDAY, Published()]))
def test_ranges_are_sorted_disjoint_and_ordered(text: str, published: Published) -> None:
    joined = ranges_of(text, published)
    assert all(one.span.end <= other.span.start for one, other in pairwise(joined))
    assert all(each.interval.first <= each.interval.last for each in joined)
    assert all(parse_edtf(each.edtf) is not None for each in joined)


def test_until_ends_no_single_day() -> None:
    text = "He had not said a word of the events of 2 April until the middle of last week."
    assert all(len(joined.parts) == 1 for joined in ranges_of(text))
