"""From one place to the next of its kind."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.article import Article
from tui.text.span import Span
from tui.ui.page.characters import (
    character_after,
    character_before,
    character_end,
    character_start,
    last_character,
    word_after,
    word_before,
    word_start_after,
)
from tui.ui.page.jumps import Jumps, Spot
from tui.ui.page.motions import quotations, reach, sentence_at, sentences_of, step, step_taking

SPANS = [Span(0, 3), Span(5, 8), Span(10, 12)]
FAMILY = "👩‍👩‍👧"
SPOT = st.builds(Spot, st.sampled_from("ab"), st.integers(0, 9))


@pytest.mark.parametrize(
    ("offset", "forward", "count", "index"),
    [(0, True, 1, 1), (0, True, 9, 2), (10, True, 1, None), (12, False, 1, 2), (10, False, 2, 0), (0, False, 1, None)],
)
def test_step(offset: int, forward: bool, count: int, index: int | None) -> None:
    assert step(SPANS, offset, forward, count) == index


def test_sentences_without_an_analysis(write_article: Callable[..., Article]) -> None:
    article = write_article("One came. “Two!” she said. Mr. Three\n\nfour")
    spans = sentences_of(article, ())
    assert article.text[spans[0].start : spans[0].end] == "One came."
    for span in spans:
        assert sentence_at(article, (), span.start) == span
    assert sentences_of(article, SPANS) is SPANS


def test_quotations_open(write_article: Callable[..., Article]) -> None:
    article = write_article('“One” and "two" and «three» and 5" of rain')
    assert [article.text[s.end : s.end + 2] for s in quotations(article)] == ["On", "tw", "th"]


@pytest.mark.parametrize(("offset", "end", "start", "before"), [(0, 4, 5, 0), (4, 11, 5, 0), (5, 11, 12, 0)])
def test_words(offset: int, end: int, start: int, before: int) -> None:
    text = "Anna didn’t go."
    assert word_after(text, offset) == end
    assert word_start_after(text, offset) == start
    assert word_before(text, offset) == before


def test_characters_of_several_code_points() -> None:
    text = f"a{FAMILY}e\u0301b"
    assert character_after(text, 1) == 1 + len(FAMILY)
    assert character_after(text, 0, 3) == len(text) - 1
    assert character_before(text, len(text) - 1, 2) == 1
    assert text[1 : character_end(text, 1)] == FAMILY


# The last characters of the places are at 2, 7 and 11.
@pytest.mark.parametrize(
    ("began", "offset", "forward", "count", "found"),
    [
        (1, 1, True, 1, 2),  # the one it stands in counts
        (1, 2, True, 1, 7),
        (1, 1, True, 9, 11),
        (1, 11, True, 1, None),
        (1, 11, False, 1, 7),  # gives one back
        (6, 7, False, 1, 5),  # and goes on to the start of the one it began in
        (6, 5, False, 1, 0),
        (6, 0, True, 1, 5),
        (6, 0, True, 2, 7),
        (3, 3, True, 1, 7),  # between two of them
        (3, 7, False, 1, 0),
        (1, 0, False, 1, None),
    ],
)
def test_a_selection_ends_where_sentences_end(
    began: int, offset: int, forward: bool, count: int, found: int | None
) -> None:
    assert reach(SPANS, "abc. abc abx", began, offset, forward, count) == found


@pytest.mark.parametrize(
    ("began", "offset", "forward", "count", "found"),
    [
        (0, 0, True, 1, 1),
        (0, 7, True, 1, 2),
        (0, 6, True, 1, 1),  # half of it was selected
        (0, 7, False, 1, 0),  # not the one whose end it is
        (0, 11, False, 1, 1),
        (0, 0, True, 9, 2),
        (11, 10, False, 1, 1),
        (0, 0, False, 1, None),
        (0, 11, True, 1, None),
    ],
)
def test_a_selection_takes_places_whole(began: int, offset: int, forward: bool, count: int, found: int | None) -> None:
    assert step_taking(SPANS, "abc  abc  ab", began, offset, forward, count) == found


def test_a_word_begins_before_whatever_stands_between() -> None:
    assert word_before("One two " + "- " * 400, 808) == 4
    assert word_before("One " + "船" * 900, 904) == 4
    assert word_after("e\u0301clairs here", 0) == 8
    assert word_start_after("e\u0301clairs here", 0) == 9


def test_flags_are_characters() -> None:
    text = "in 🇩🇪🇫🇷 both"
    assert [character_start(text, offset) for offset in range(3, 8)] == [3, 3, 5, 5, 7]
    assert character_end(text, 3) == 5
    assert last_character(text, Span(0, 8)) == 5


@given(st.text(alphabet="ab \n\t\u0301船👩\u200d🇩🇪", max_size=30), st.data())
def test_characters_begin_where_others_end(text: str, data: st.DataObject) -> None:
    starts = [0]
    while starts[-1] < len(text):
        starts.append(character_end(text, starts[-1]))
    offset = data.draw(st.integers(0, len(text)))
    assert character_start(text, offset) == max(start for start in starts if start <= offset)


@given(st.text(max_size=30), st.integers(0, 30), st.integers(1, 5))
def test_no_motion_leaves_the_text(text: str, offset: int, count: int) -> None:
    offset = min(offset, max(0, len(text) - 1))
    assert offset <= character_after(text, offset, count) <= max(0, len(text) - 1)
    assert 0 <= character_before(text, offset, count) <= offset
    assert word_start_after(text, offset) <= max(0, len(text) - 1)
    assert 0 <= word_before(text, offset) <= offset


def test_back_and_forward() -> None:
    jumps = Jumps()
    a, b, c = (Spot("/a.md", n) for n in range(3))
    assert jumps.back(a) is None
    jumps.leave(a)
    jumps.leave(b)
    assert jumps.back(c) == b
    assert jumps.back(b) == a
    assert jumps.back(a) is None
    assert jumps.forward() == b
    assert jumps.forward() == c
    assert jumps.forward() is None


@given(st.lists(SPOT, max_size=20), SPOT)
def test_going_back_and_forward_ends_where_it_began(spots: list[Spot], here: Spot) -> None:
    jumps = Jumps()
    for spot in spots:
        jumps.leave(spot)
    steps = 0
    while jumps.back(here) is not None:
        steps += 1
    last = None
    for _ in range(steps):
        last = jumps.forward()
    assert last in (here, None)


def test_the_list_does_not_grow_for_ever() -> None:
    jumps = Jumps()
    for offset in range(500):
        jumps.leave(Spot("/a.md", offset))
    assert len(jumps._spots) == Jumps.LONGEST
