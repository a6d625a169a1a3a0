"""Rows that the text leaves in doubt are marked, and no others."""

from datetime import date

import pytest

from tests.analysis.events.test_timeline import timeline
from tui.analysis.model import Status
from tui.text.article import Known, Published


@pytest.mark.parametrize(
    ("drawn", "doubted"),
    [
        ("The singer's [1993=1993] concert tour is on sale.", True),
        ("The [1963=1963] coup will be the theme of the film.", True),
        ("During the [1991=1991] war he is said to have fled.", False),
        ("His party lost the [2006=2006] election.", False),
    ],
)
def test_a_year_that_only_names_a_thing_is_doubted_in_the_present(drawn, doubted):
    events, _, _ = timeline(drawn)
    assert [event.uncertain for event in events if event.status is Status.DATED] == [doubted]


@pytest.mark.parametrize(
    ("drawn", "doubtful"),
    [
        ("The crew came home on [April 13=2020-04-13].", True),  # told as over, but ahead of the article
        ("On [September 14=2019-09-14] his ashes were scattered.", True),
        ("The crew planned to come home on [September 14=2019-09-14].", False),
        ("The sale was set for [September 14=2019-09-14].", False),
        ("She will lead the mission in [December=2018-12].", True),  # told as coming, but behind it
        ("She will lead the mission in [December=2019-12].", False),
        ("It will keep the laws of [December 2018=2018-12].", False),
        ("The crew came home on [Monday=2019-07-29].", False),
        ("The mill could close in [May=2020-05].", True),
        ("They had been due to meet on [Sunday=2019-07-28].", True),
        ("They were to mark the day with a dance on [Sunday=2019-07-28].", True),
        ("The crew came home [this week=2019-W31].", False),
        ("She is accused of taking bribes in [2015=2015].", True),
        ("He will resign if the party loses on [Sunday=2019-08-04].", True),
        ("She visited her aunt in the [Easter=2019-04-21] holidays.", True),
        ("She visited her aunt at [Easter=2019-04-21].", False),
        ("He had left the room at [11:20 am=2019-07-30T11:20].", True),
        ("The pills had worn off at [11:20 am=2019-07-30T11:20].", True),
        ("She had spoken of it in [December=2019-12].", True),
        ("He left the room at [11:20 am=2019-07-30T11:20].", False),
        ("The tour was due to start on [13 July=2019-07-13].", True),
        ("The man who was due to sing died on [13 July=2019-07-13].", False),
        ("The tour was due to start on [13 August=2019-08-13].", False),
        ("He swapped with Ek, who was set to sing in [2020=2020].", True),
        ("He met Ek, who was set to sing in [2020=2020].", False),
        ("He was hired for his planned [May 2018=2018-05-XX] concerts.", True),
        ("He was hired for his planned [May 2020=2020-05-XX] concerts.", False),
        ("A letter was read in advance of [Monday=2019-07-29]'s hearing.", True),
        ("A letter was read at [Monday=2019-07-29]'s hearing.", False),
        ("Earlier, the mayor convened a meeting of the mills on [Friday=2019-07-26] to find a way.", True),
        ("The mayor convened a meeting of the mills on [Friday=2019-07-26].", False),
    ],
)
def test_what_verb_and_date_do_not_agree_on_is_doubtful(drawn, doubtful):
    events, _, _ = timeline(drawn)
    assert [event.uncertain for event in events if event.status is Status.DATED] == [doubtful]
    unknown, _, _ = timeline(drawn, Published())
    assert all(
        event.uncertain
        == (doubtful and any(word in drawn for word in ("accused", " if ", "could", "been due", "were to")))
        for event in unknown
    )


def test_two_weeks_of_one_weekday_are_told_apart_with_doubt():
    drawn = "He praised the host of [Monday=2019-07-29]'s debate. They will meet on [Monday=2019-08-05]."
    events, _, _ = timeline(drawn)
    assert [event.uncertain for event in events if event.status is Status.DATED] == [True, False]
    one, _, _ = timeline("He praised the host of [Monday=2019-07-29]'s debate. They met on [Monday=2019-07-29].")
    assert not any(event.uncertain for event in one)


def test_a_day_that_is_called_yesterday_and_by_its_name_is_doubtful():
    drawn = "Four fell ill on [Monday=2019-07-29]. The school was shut [yesterday=2019-07-29]."
    events, _, _ = timeline(drawn)
    assert [event.uncertain for event in events if event.status is Status.DATED] == [False, True]
    other, _, _ = timeline(drawn.replace("Monday=2019-07-29", "Sunday=2019-07-28"))
    assert not any(event.uncertain for event in other)


def test_what_was_done_this_week_is_doubtful_on_a_monday():
    events, _, _ = timeline("The crew came home [this week=2019-W31].", Published(date(2019, 7, 29), Known.STATED))
    assert [event.uncertain for event in events if event.status is Status.DATED] == [True]


@pytest.mark.parametrize(
    ("drawn", "doubtful"),
    [
        ("“He failed [last night=2019-07-29],” she wrote.", True),
        ('"He failed. [Tonight=2019-07-30] he will fail again," she wrote.', True),
        ("“He failed,” she wrote [last night=2019-07-29].", False),
        ("“He failed on [Monday=2019-07-29],” she wrote.", False),
        ("“He failed [last night=1916-05-02],” she wrote.", False),  # the letter has a day of its own
        ("The threats are clear [today=2019-07-30].", True),
        ("The town voted [today=2019-07-30].", False),
        ("The court says [today=2019-07-30] that it will hear him.", False),
        ("Only [yesterday=2019-07-29] my brother heard me and dug.", True),  # a report without quotation marks
        ("The town voted [yesterday=2019-07-29].", False),
    ],
)
def test_the_day_of_a_speaker_is_doubtful(drawn, doubtful):
    events, _, _ = timeline(drawn)
    assert [event.uncertain for event in events if event.status is Status.DATED] == [doubtful]
