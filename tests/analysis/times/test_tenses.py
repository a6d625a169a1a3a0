"""What the verb says of a date without its year: what is told as over lies behind, what is coming ahead."""

from datetime import date

import pytest

from tests.analysis.times.test_threads import times_of
from tui.analysis.model import Day, Interval, TimeType
from tui.analysis.times.tense import announced, over


@pytest.mark.parametrize(
    ("text", "words", "value", "doubted"),
    [
        ("On March 20, the day before they came down, the three made a broadcast.", "March 20", "2021-03-20", True),
        ("He died in May 2012. Three weeks later, on June 14, he was buried.", "June 14", "2012-06-14", False),
        ("On April 23 she will speak.", "April 23", "2022-04-23", False),
        ("On April 23 talks are to begin.", "April 23", "2022-04-23", False),
        ("On July 20, 1969 they landed. At noon that Sunday he stood there.", "that Sunday", "1969-07-20", False),
        (
            "It rained on 5 May 1815.\n\nThree days in May\n\nThe next night it snowed.",
            "The next night",
            "1815-05-06TNI",
            False,
        ),
        ("He said that Sunday would be wet.", "that Sunday", "2022-03-13", False),
    ],
)
def test_what_is_told_as_over_lies_behind(text: str, words: str, value: str, doubted: bool) -> None:
    found = times_of(text)[words]
    assert found.value == value
    assert (found.confidence < 0.5) is doubted


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge opens on Friday.",
        "Teachers meet on Friday to vote.",
        "The deadline is Friday.",
        "The clerk faces trial on Friday.",
        "The union called a rally for Friday.",
        "The judge postponed the hearing to Friday.",
        "Ahead of Friday’s vote the squares were full.",
        "Snow is forecast for Friday.",
        "The shop shuts until Friday.",
    ],
)
def test_what_is_coming(sentence: str) -> None:
    assert times_of(sentence)["Friday"].value == "2022-03-18"


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge opened on Friday.",
        "The clerk was tried on Friday.",
        "A rally on Friday drew few.",
        "Shares fell on Friday as traders sold.",
        "The minister, who is ill, resigned on Friday.",
        "It said on Friday that talks had failed.",
    ],
)
def test_what_is_over(sentence: str) -> None:
    assert times_of(sentence)["Friday"].value == "2022-03-11"


def test_an_empty_beginning_announces_nothing() -> None:
    assert not announced("")
    assert not over("")


@pytest.mark.parametrize(
    ("text", "day", "words", "value", "doubtful"),
    [
        # A season without its year: the one that lasts, comes or is over, as the verb says.
        ("It is currently winter in Chile, where the schools are shut.", (2019, 6, 20), "winter", "2019-WI", True),
        ("The town is watched for lessons for the northern winter.", (2019, 6, 20), "winter", "2019-WI", True),
        ("What will they do when our winter season begins?", (2019, 5, 20), "winter", "2019-WI", False),
        ("They are heading into winter with no coal.", (2019, 6, 18), "winter", "2019-WI", True),
        (
            "They will see the sickness go on all the way through the hot months and into the colds of the winter.",
            (2019, 6, 19),
            "the winter",
            "2019-WI",
            False,
        ),
        ("In autumn the mutated form could spread to Berlin.", (2009, 6, 23), "autumn", "2009-FA", True),
        ("The herd grew over the winter.", (2019, 5, 20), "the winter", "2018-WI", False),
        ("The snow will lie all through the winter.", (2019, 1, 20), "the winter", "2018-WI", False),
        ("In the autumn the firm opened a second mill.", (2019, 3, 20), "the autumn", "2018-FA", False),
        ("The pool is open for the summer.", (2019, 6, 20), "the summer", "2019-SU", False),
        ("A cool late spring may help the crop.", (2019, 6, 19), "late spring", "2019-SP", False),
        ("Bears and a winter without snow in the hills.", (2019, 9, 19), "winter", "2019-WI", True),
        # The year of the story, said behind the day.
        (
            "In April 2009 he met her. She died on 25 June that year, in Oslo.",
            (2011, 10, 26),
            "25 June that year",
            "2009-06-25",
            False,
        ),
        # What is given, played or called for is to come.
        ("The judge has given them the weekend to read it.", (2019, 8, 1), "the weekend", "2019-W31-WE", False),
        ("They met over the weekend.", (2019, 8, 1), "the weekend", "2019-W30-WE", False),
        ("City, who won at Leeds, take on Hull in the cup Sunday.", (2019, 8, 1), "Sunday", "2019-08-04", False),
        ("England play Wales on Sunday.", (2019, 8, 1), "Sunday", "2019-08-04", False),
        ("They played Wales on Sunday.", (2019, 8, 1), "Sunday", "2019-07-28", False),
        ("Unions have called for mass protests after Friday prayers.", (2019, 8, 1), "Friday", "2019-08-02", False),
        ("Saturday's concert, which will go on all night, is sold out.", (2019, 8, 1), "Saturday", "2019-08-03", False),
        (
            "She will also miss the home match in the second round of the cup against Leeds United on Saturday.",
            (2019, 8, 1),
            "Saturday",
            "2019-08-03",
            False,
        ),
        (
            "It will shrink with the second and third of the mills in the valley, a report said on Saturday.",
            (2019, 8, 1),
            "Saturday",
            "2019-07-27",
            False,
        ),
        # An announcement so far off may be an old one.
        ("She had been hired for concerts scheduled for July.", (2019, 8, 25), "July", "2020-07", True),
        ("The hall will open in May.", (2019, 12, 25), "May", "2020-05", False),
        ("On Friday, the firm will close.", (2019, 8, 1), "Friday", "2019-08-02", False),
        ("On Friday, the charity is sending a ship.", (2019, 7, 29), "Friday", "2019-08-02", False),
        ("On Friday, the police said they are sending a ship.", (2019, 7, 29), "Friday", "2019-07-26", False),
        ("New cases come at the start of winter in Australia.", (2009, 5, 28), "the start of winter", "2009-WI", True),
        ("They were asked to come on Tuesday and Wednesday.", (2019, 7, 30), "Wednesday", "2019-07-31", False),
        # What began then and lasts lies behind.
        ("It has sold ten records since her death on 25 June.", (2010, 3, 16), "25 June", "2009-06-25", False),
        ("It has doubled since the war began in April.", (2010, 3, 16), "April", "2009-04", False),
        ("The southern hemisphere is about to enter winter.", (2009, 5, 4), "winter", "2009-WI", True),
        ("The north will see a hard winter.", (2009, 5, 4), "winter", "2009-WI", False),
        # What is fixed for a day, sent, or someone is invited to.
        ("The minister has talks with the farmers on Wednesday.", (2019, 7, 29), "Wednesday", "2019-07-31", False),
        ("He invited the farmers and their wives to Friday's dance.", (2019, 7, 29), "Friday", "2019-08-02", False),
        ("Doors open at 16:00 BST for Friday's show.", (2019, 7, 29), "Friday", "2019-08-02", False),
        (
            "The ministry is to send a team of experts for the harbour and its cranes to Bergen on Wednesday.",
            (2019, 7, 29),
            "Wednesday",
            "2019-07-31",
            False,
        ),
        (
            "The agency will take the farmers' comments through Aug. 11, and then write its rules in November.",
            (2019, 7, 29),
            "November",
            "2019-11",
            False,
        ),
        ("The radio is broadcasting new songs over the weekend.", (2019, 7, 29), "the weekend", "2019-W31-WE", False),
        # The present tells of a visit to come, unless it is just over.
        ("Tuesday's visit comes after months of quarrels.", (2019, 7, 29), "Tuesday", "2019-07-30", True),
        ("Tuesday's visit comes after months of quarrels.", (2019, 8, 1), "Tuesday", "2019-07-30", False),
        # The day after a night, and one counted from what another paragraph tells.
        (
            "They met on the night of 25 June. He left the next morning.",
            (2019, 7, 29),
            "the next morning",
            "2019-06-26TMO",
            True,
        ),
        ("They met on 25 June. He left the next morning.", (2019, 7, 29), "the next morning", "2019-06-26TMO", False),
        ("They met on Friday.\n\nHe left the next day.", (2019, 7, 29), "the next day", "2019-07-27", True),
        ("They met on Friday.\n\nHe left an hour later.", (2019, 7, 29), "an hour later", "2019-07-26", True),
        ("They met on Friday. He left an hour later.", (2019, 7, 29), "an hour later", "2019-07-26", False),
        # The year of a list that goes on ahead; and a day that nobody has spoken of.
        ("She would take office in January 2021, and run again in May.", (2019, 7, 29), "May", "2021-05", False),
        (
            "The raid of 2011 is praised. Ek spoke earlier in the day.",
            (2019, 7, 29),
            "earlier in the day",
            "2019-07-29",
            False,
        ),
        # What could be lies ahead; a month that a stretch ends with lies behind its first.
        ("The first doses could be administered in October.", (2019, 6, 16), "October", "2019-10", False),
        ("The cuts, to be made from July to September, are deep.", (2019, 4, 8), "September", "2019-09", False),
        # A week after a year is none; a season of which only the middle is named; a feast that lasts.
        (
            "A study of 2003 found an effect on the following week.",
            (2019, 7, 29),
            "the following week",
            "FUTURE_REF",
            False,
        ),
        ("Cold is likely in early to mid-winter.", (2019, 10, 14), "mid-winter", "2019-WI", True),
        ("Ek hosts farmers in Ramadan.", (2019, 5, 20), "Ramadan", "2019-05-06/2019-06-03", False),
        # So many months on is now, unless it is told as over.
        ("Twelve months on, the town lies in ruins.", (2019, 7, 29), "Twelve months on", "PRESENT_REF", False),
        # An hour after a month is no day.
        ("She died in June 2009. They were called an hour later.", (2010, 3, 16), "an hour later", "FUTURE_REF", False),
        # Nor are two days after a year, or two weeks after a quarter.
        ("It paid in 2012. Two days earlier, he left.", (2019, 7, 29), "Two days earlier", "PAST_REF", False),
        (
            "It shut in the second quarter of 2012. He left two weeks later.",
            (2019, 7, 29),
            "two weeks later",
            "FUTURE_REF",
            False,
        ),
        (
            "It opened in May 2012 and shut in the third quarter of that year.",
            (2019, 7, 29),
            "the third quarter of that year",
            "2012-Q3",
            False,
        ),
        # The weekday says which year it is, whatever the verb.
        ("On Saturday, Jan 30 there was a fair.", (2010, 1, 26), "Saturday, Jan 30", "2010-01-30", True),
        # "The Tuesday" is that of the story, which may be an older one.
        ("He left home on the Tuesday night.", (2019, 8, 1), "Tuesday night", "2019-07-30TNI", True),
        ("He left home on the Tuesday morning train.", (2019, 8, 1), "Tuesday morning", "2019-07-30TMO", False),
    ],
)
def test_what_the_verb_says_of_a_date_that_names_no_year(
    text: str, day: tuple[int, int, int], words: str, value: str, doubtful: bool
) -> None:
    time = times_of(text, date(*day))[words]
    assert (time.value, time.confidence < 0.5) == (value, doubtful)


def test_the_coming_year_is_the_twelve_months_from_the_article_on() -> None:
    time = times_of("In the coming year, we shall look at harbours.")["the coming year"]
    assert (time.type, time.value) == (TimeType.DURATION, "P1Y")
    assert time.interval == Interval(Day(2022, 3, 16), Day(2023, 3, 16))


@pytest.mark.parametrize("text", ["He has not been home for the last year.", "Much has changed in the last year."])
def test_the_last_year_is_the_twelve_months_up_to_the_article(text: str) -> None:
    time = times_of(text)["the last year"]
    assert (time.type, time.value) == (TimeType.DURATION, "P1Y")
    assert time.interval == Interval(Day(2021, 3, 16), Day(2022, 3, 16))
