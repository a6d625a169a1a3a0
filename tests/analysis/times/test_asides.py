"""Dates told by the way: a report that looks back once stays in its own time, and so do its days and seasons."""

from datetime import date

import pytest

from tests.analysis.times.test_threads import article_of, times_of
from tui.analysis.document import segment
from tui.analysis.publication import Known, Published
from tui.analysis.times.times import find_times

LAKE = """The lake district has seen long years of drought under the board that has run it since 1974.

Director Anna Berg - who took over the board from her father in 1998 - had opened the sluices, and the ban on wells, in
force since 1961, has been kept.

The farmers' march started in Okolin on 18 March. The marches kicked off in mid-March.

Guards have been sent to the wells. Farmers say they are losing their herds.

In a first step, she lifted the ban on 21 April.

On 18 May the union called for her to go. At the start of June she refused. She has said nothing more."""


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("18 March", "2009-03-18"),
        ("mid-March", "2009-03"),
        ("21 April", "2009-04-21"),
        ("18 May", "2009-05-18"),
        ("the start of June", "2009-06"),
    ],
)
def test_an_explanation_of_the_news_stays_in_its_year(words: str, value: str) -> None:
    found = times_of(LAKE, date(2009, 6, 23))[words]
    assert found.value == value
    assert found.confidence > 0.5


LEAD = "The brewer Okolin said on Tuesday it would shut its mill.\n\n"


@pytest.mark.parametrize(
    ("text", "words", "value", "doubted"),
    [
        # A clause that only says more of a name leads nowhere.
        (
            "Berg, who founded the mill in 1987 and sold it in 1999, died.\n\nOn 2 March 2003 it closed.",
            "2 March 2003",
            "2003-03-02",
            False,
        ),
        (
            LEAD + "Berg, who came in 1987, and Rusk, born in 1950, fought. On 2 March the mill closed.",
            "2 March",
            "2022-03-02",
            False,
        ),
        # What may be of the last weeks is doubted behind a look back.
        (
            LEAD + "The mill burned in 1987. It burned again on 4 May 2003. On 2 March it shut.",
            "2 March",
            "2003-03-02",
            True,
        ),
        (
            LEAD + "The mill burned in 1987. It burned again on 4 May 2003. On 2 June it shut.",
            "2 June",
            "2003-06-02",
            False,
        ),
    ],
)
def test_a_look_back(text: str, words: str, value: str, doubted: bool) -> None:
    found = times_of(text)[words]
    assert found.value == value
    assert (found.confidence < 0.5) is doubted


@pytest.mark.parametrize(
    ("text", "day", "words", "value", "doubted"),
    [
        ("It may come back in a worse form this winter.", (2019, 5, 3), "this winter", "2019-WI", True),
        ("That means that this winter we will have coal.", (2019, 5, 3), "this winter", "2019-WI", True),
        ("Snow fell on the pass this winter.", (2019, 5, 3), "this winter", "2018-WI", True),
        ("The port is shut this winter.", (2019, 2, 3), "this winter", "2018-WI", False),
        ("The port was shut this winter.", (2019, 3, 23), "this winter", "2018-WI", True),
        ("The port is shut this winter.", (2019, 12, 3), "this winter", "2019-WI", False),
        ("The hotel was sold this summer.", (2019, 1, 20), "this summer", "2018-SU", False),
        ("The hotel will be sold this summer.", (2019, 1, 20), "this summer", "2019-SU", False),
        # What was only last month would be called so.
        ("Fights have gone on since the revolt began last March.", (2019, 4, 2), "last March", "2018-03", False),
        ("Fights have gone on since the revolt began last March.", (2019, 6, 2), "last March", "2019-03", False),
    ],
)
def test_the_season_that_is_meant(text: str, day: tuple[int, int, int], words: str, value: str, doubted: bool) -> None:
    found = times_of(text, date(*day))[words]
    assert found.value == value
    assert (found.confidence < 0.5) is doubted


def test_hours_of_four_figures_are_no_years_of_news() -> None:
    calls = "They made calls between 1100 and 1200, police said on Tuesday."
    assert list(times_of(calls)) == ["Tuesday"]
    assert "1150" in times_of("The abbey was built between 1100 and 1200 by monks, who lived there in 1150.")
    assert "1215" in times_of("A copy of the charter of 1215 was sold on Tuesday.")


def test_last_week_is_doubted_on_a_sunday() -> None:
    assert times_of("The mill was shut last week.", date(2022, 3, 20))["last week"].confidence < 0.5
    assert times_of("The mill was shut last week.", date(2022, 3, 21))["last week"].confidence > 0.5


def test_what_is_later_than_nothing_told_is_doubted() -> None:
    assert times_of("Museums are to follow suit a day later.")["a day later"].confidence < 0.5
    assert times_of("Shops open on 18 March. Museums follow a day later.")["a day later"].value == "2022-03-19"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The mission runs out on Friday.", "Friday", "2022-03-18"),
        ("The mission ran out on Friday.", "Friday", "2022-03-11"),
        ("The hall has been set for Friday's show.", "Friday", "2022-03-18"),
        ("They all came for Friday's show.", "Friday", "2022-03-11"),
        ("He and she are among those attending Monday's summit.", "Monday", "2022-03-21"),
        ("As the day of the vote approaches on Monday, all are quiet.", "Monday", "2022-03-21"),
        ("It was quiet until riots broke out in April.", "April", "2021-04"),
        ("It will be quiet until April.", "April", "2022-04"),
        (
            "They extended the deadline on filing tax returns by a month to the end of May.",
            "the end of May",
            "2022-05",
        ),
        ("They pushed it from the third to the fourth quarter of '21.", "the fourth quarter of '21", "2021-Q4"),
        ("They pushed it to the fourth quarter of '89.", "the fourth quarter of '89", "1989-Q4"),
        ("Be alert for the next year or two.", "the next year", "P1Y"),
        ("He asked them to work out a plan overnight Tuesday.", "overnight Tuesday", "2022-03-15TNI"),
        ("The mills hoped to get new wheels into the town on Friday.", "Friday", "2022-03-18"),
        ("The mills had hoped to get new wheels into the town on Friday.", "Friday", "2022-03-11"),
        ("They will meet on Friday. A hall was set on fire overnight.", "overnight", "2022-03-16TNI"),
        ("The mayor told all mills to stop work beginning on Friday.", "Friday", "2022-03-18"),
        ("All mills stopped work beginning on Friday.", "Friday", "2022-03-11"),
        ("They left, ahead of a truce coming into place on Friday.", "Friday", "2022-03-18"),
        ("Many are expected to have died in Friday's flood.", "Friday", "2022-03-11"),
        ("Many are expected to come on Friday.", "Friday", "2022-03-18"),
        ("The menu of Friday's meeting has to be worked out.", "Friday", "2022-03-18"),
        ("The menu of Friday's meeting was worked out.", "Friday", "2022-03-11"),
        ("She was among those attending Monday's summit.", "Monday", "2022-03-14"),
        ("They are mourning Monday's dead.", "Monday", "2022-03-14"),
        ("She said it in the film to be broadcast on Sunday.", "Sunday", "2022-03-20"),
        ("They met on Friday night and Saturday morning.", "Saturday morning", "2022-03-12TMO"),
        (
            "The envoy is expected to brief the owners of the mill and the women of the choir in Haifa on the quay of "
            "the old harbour on the state of the long talks on Friday.",
            "Friday",
            "2022-03-18",
        ),
        # What was only yesterday would be called so.
        ("I saw him last Tuesday.", "last Tuesday", "2022-03-08"),
        ("I saw him last Monday.", "last Monday", "2022-03-14"),
    ],
)
def test_which_of_two_days(text: str, words: str, value: str) -> None:
    assert times_of(text)[words].value == value


def test_what_is_no_day() -> None:
    assert times_of("The smell remains to this day.") == {}
    assert times_of("But this day was all about the mill.")["this day"].confidence < 0.5
    assert times_of("They thanked Today programme listeners.") == {}
    assert "day before" not in times_of("He was found on Monday, a day before crews found the boat.")
    assert "the day before" not in times_of("He was found on 4 March; it was the day before crews found the boat.")
    assert times_of("In the last day or two before his death he sang.") == {}
    weeks = times_of("Some are being flown out over the coming fortnight.")["the coming fortnight"]
    assert weeks.value == "P2W"
    assert weeks.interval is not None
    assert str(weeks.interval.last) == "2022-03-30"


def test_a_range_of_years_whose_end_is_one_figure() -> None:
    found = times_of("During the scare of 1995-7 the mills shut. A year later they tried again.")
    assert [time.value for time in found.values()] == ["1995", "1997", "1998"]
    assert [time.value for time in times_of("They read issue 1995-7 of the list.").values()] != ["1995", "1997"]


FAR_BACK = """For a few nights in April 2017, eight observatories looked at the same place.

On 29 May 1919 two expeditions had photographed the stars around the Sun. The result was announced that November.

The method is as old as the late 1960s.

They had a window of ten days, and used the night of 5 April. The disks reached the laboratories in December."""


def test_a_look_far_back_is_left_where_later_times_were_named_since() -> None:
    found = {
        FAR_BACK[time.span.start : time.span.end]: time
        for time in find_times(segment(article_of(FAR_BACK)), Published(None, Known.UNKNOWN))
    }
    assert found["that November"].value == "1919-11"
    assert found["the night of 5 April"].value == "2017-04-05TNI"
    assert found["December"].value == "2017-12"
    assert found["December"].confidence < 0.5  # nothing says so


def test_a_season_has_the_year_of_the_days_told_in_it() -> None:
    text = "Two steps followed in the autumn, on 8 September and on 27 October 2022."
    assert times_of(text, date(2023, 9, 15))["the autumn"].value == "2022-FA"


def test_an_hour_in_a_history_is_of_no_day_but_one_that_is_told() -> None:
    text = (
        "In April 1970 the crew flew on. In 1965 the tank had been built.\n\n"
        "In 1968 it was dropped; in 1969 it was filled.\n\n"
        "In 1970 he threw the switch, at 10:08 on a Monday evening."
    )
    assert times_of(text, date(2020, 4, 11))["10:08"].value.startswith("XXXX")
