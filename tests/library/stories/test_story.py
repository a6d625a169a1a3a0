"""Several articles become one chronicle: told once, with who told it first and where they differ."""

import random
import time

import pytest

from tui.analysis.model import Day
from tui.library.stories.joining import joined
from tui.library.stories.story import FEW, story_of
from tui.library.stories.telling import words_told
from tui.library.stories.wire import packed, packed_story, unpacked, unpacked_story

AGROUND = Day(2019, 7, 29)


def row_of(story, words):
    return next(row for row in story.rows if words in row.telling.text)


def test_an_event_that_several_tell_is_one_row(story):
    row = row_of(story, "ran aground")
    assert (row.day, row.articles[0], set(row.articles)) == (AGROUND, 0, {0, 1, 3})  # who had it first stands first


def test_what_differs_stands_side_by_side(story):
    (figure,) = [one for one in row_of(story, "ran aground").differences if one.what == "figure"]
    assert [(said.words, said.tellers) for said in figure.ways] == [("12 people", (0,)), ("31 people", (1,))]


def test_two_days_of_one_event_are_a_difference(story):
    row = row_of(story, "questioned")
    assert [[said.words for said in one.ways] for one in row.differences] == [["30 Jul 2019", "31 Jul 2019"]]


def test_other_events_stay_apart(story):
    assert row_of(story, "umbrellas").articles == (2,)
    assert row_of(story, "A court").telling.text.startswith("A court")


def test_no_row_begins_in_the_middle_of_its_sentence(tell):
    text = (
        "The ferry Lindholm, which was built on 3 May 1998 in Ulmen, ran aground off Karlsberg on 29 July 2019. "
        "Anna Berg sailed to Ulmen on 1 August 2019 and Nora Ek followed her on 4 August 2019."
    )
    story = story_of([tell("one", "2019-08-06", "", text)])
    rows = story.rows_of()
    words = dict(zip((str(row.day) for row in rows), story.wording(rows), strict=True))
    first, second = (sentence.strip() + "." * (not sentence.endswith(".")) for sentence in text.split(". "))
    assert words["1998-05-03"] == first
    assert words["2019-08-01"] == "Anna Berg sailed to Ulmen on 1 August 2019 …"
    assert words["2019-08-04"] == second


def test_a_day_still_told_long_after_matters_most(story):
    assert story.days[0] == AGROUND
    assert {row.day for row in story.rows_of(1)} == {AGROUND}


def test_of_a_day_the_best_rows_are_shown(tell):
    events = ("Anna Berg sang", "Ted Ek swam", "Ida Lund ran", "Olaf Roth fell", "Nora Vale won", "Eva Holm lost")
    text = " ".join(f"On 3 May 2019 {event} in a village of {number} hills." for number, event in enumerate(events))
    story = story_of([tell("one", "2019-05-04", "", text)])
    assert len(story.rows_of()) > FEW == len(story.rows_of(1))


def test_the_story_as_it_stood_on_a_day(ferry):
    from datetime import date

    story = story_of(ferry, date(2019, 7, 30))
    assert [article.source for article in story.articles] == ["/news/first.md"]
    assert all(row.articles == (0,) and not row.differences for row in story.rows)


def test_it_does_not_matter_who_comes_first(ferry):
    rows = {(row.day, row.telling.text, len(row.tellers)) for row in story_of(ferry).rows}
    for number in range(5):
        some = list(ferry)
        random.Random(number).shuffle(some)
        assert {(row.day, row.telling.text, len(row.tellers)) for row in story_of(some).rows} == rows


def test_articles_without_a_date_have_nothing_first(tell):
    text = "The ferry Lindholm ran aground off Karlsberg on 29 July 2019."
    story = story_of([tell("undated", "", "", text), tell("dated", "2019-07-30", "", text)])
    assert [row.articles for row in story.rows_of()] == [(1, 0)]


def test_no_articles_are_no_story():
    story = story_of([])
    assert (story.rows, story.days, story.rows_of(3)) == ((), (), ())


TEXT = "The ferry sank, and the ferry's owner was heard."


def kept(one, body, text):
    """What the index has of what an article tells."""
    return unpacked(body, text.encode(), one.digest, one.source, one.title, one.publisher)


def test_what_is_kept_comes_back(ferry, story):
    for one in ferry:
        body = packed(one, TEXT.encode())
        assert kept(one, body, TEXT) == one._replace(words=words_told(TEXT))
        assert kept(one, body, "Another text.") is None
    assert unpacked_story(packed_story(story), ferry) == story


@pytest.mark.parametrize("body", [b"", b"x", b"x\x9c\x03\x00\x00\x00\x00\x01", packed_story(story_of([]))[:-3]])
def test_what_is_damaged_is_unknown(ferry, body):
    assert kept(ferry[0], body, TEXT) is None
    assert unpacked_story(body, ()) is None


def test_the_work_grows_with_the_number_of_articles(ferry):
    """Twice as many articles that all tell of the same days cost about twice the work."""

    def seconds(count):
        some = [one._replace(source=f"{number}") for number in range(count) for one in ferry]
        began = time.process_time()
        joined(some)
        return time.process_time() - began

    seconds(50)
    assert min(seconds(400) for _ in range(3)) < 4 * min(seconds(200) for _ in range(3))
