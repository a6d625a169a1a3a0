"""Which time a date without its year belongs to: the article's own, a history told in between, or a letter's."""

from datetime import date

import pytest

from tui.analysis.document import segment
from tui.analysis.model import Day, Interval, TimeExpression, TimeType
from tui.analysis.times.order import numeric_order
from tui.analysis.times.tense import announced, over
from tui.analysis.times.times import find_times, with_capitals
from tui.text.article import Article, Block, BlockKind, Known, Published
from tui.text.span import Span

WEDNESDAY = date(2022, 3, 16)


def article_of(text: str, url: str = "", language: str = "") -> Article:
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    return Article("/articles/one.md", "", text, tuple(blocks), url=url, language=language)


def times_of(text: str, day: date = WEDNESDAY) -> dict[str, TimeExpression]:
    found = find_times(segment(article_of(text)), Published(day, Known.STATED))
    return {text[time.span.start : time.span.end]: time for time in found}


BREWERY = """The brewer Okolin said on Tuesday it would shut its oldest plant.

The plant opened in 1871, burned down in 1902 and was rebuilt in 1911. In 1944 it was bombed. It broke down on 4 May.

Workers were told in February, and the union will meet the owners on 20 April. The last kettle will cool in June.

In January the firm had asked for help; in August its lease will end."""


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Tuesday", "2022-03-15"),
        ("1944", "1944"),
        ("February", "2022-02"),
        ("20 April", "2022-04-20"),
        ("June", "2022-06"),
        ("January", "2022-01"),
        ("August", "2022-08"),
    ],
)
def test_a_news_story_comes_back_to_its_own_time(words: str, value: str) -> None:
    assert times_of(BREWERY)[words].value == value


VOYAGE = """The steamer Halden left Oslo on a Saturday with 90 people, in April 1922, to look for the airship.

She had been built in 1901, sold in 1908 and again in 1919.

On the evening of Tuesday, April 11, she met the ice. On Wednesday the crew went ashore.

A historian counted 71 graves in a study of 2003.

The news of that spring was another. In May the rest came home."""


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Saturday", "XXXX-WXX-6"),
        ("the evening of Tuesday, April 11", "1922-04-11TEV"),
        ("Wednesday", "1922-04-12"),
        ("that spring", "1922-SP"),
        ("May", "1922-05"),
    ],
)
def test_a_story_of_long_ago_keeps_its_days(words: str, value: str) -> None:
    assert times_of(VOYAGE)[words].value == value


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
    ("text", "day", "value"),
    [
        ("She told them this weekend that she would come.", date(2022, 3, 14), "2022-W10-WE"),
        ("She will speak this weekend.", date(2022, 3, 14), "2022-W11-WE"),
        ("This weekend the town votes and will count.", date(2022, 3, 17), "2022-W11-WE"),
        ("They raised $3 since May 1, 2021. In February it was $1.", WEDNESDAY, "2022-02"),
        ("They met on May 1, 2021. In June it was $1.", WEDNESDAY, "2021-06"),
        ("The hall opened in June 2021. In July the mayor thanked them.", WEDNESDAY, "2021-07"),
        ("It killed the plotter of 9/11. Earlier in the day she spoke.", WEDNESDAY, "2022-03-16"),
        ("His rival in the upcoming vote, Ek, called Friday for proof.", WEDNESDAY, "2022-03-11"),
        ("Most expect Ek to win Monday's debate.", WEDNESDAY, "2022-03-21"),
        ("She will be asked more when she continues with what she saw on Tuesday.", WEDNESDAY, "2022-03-22"),
        ("On Tuesday Foreign Minister Anna Berg and the head of the foreign service will go.", WEDNESDAY, "2022-03-22"),
        ("It began over half a year ago.", WEDNESDAY, "2021-09"),
        ("It went on day after day.", WEDNESDAY, ""),
        ("They saw the video on Monday of last week's raid.", WEDNESDAY, "2022-03-14"),
        ("It is a designated day on April 28.", WEDNESDAY, "2022-04-28"),
        ("Berg and the mayor Ek meet for the first of two debates Monday.", WEDNESDAY, "2022-03-21"),
    ],
)
def test_which_weekend_and_which_year(text: str, day: date, value: str) -> None:
    found = [time.value for time in times_of(text, day).values()]
    assert value in found if value else found == []


def test_where_the_thread_is_in_doubt_it_is_said() -> None:
    found = times_of(BREWERY)
    assert found["4 May"].value == "2021-05-04"
    assert found["4 May"].confidence < 0.5 < found["20 April"].confidence


HISTORY = """The siege of Arnholt began on 3 March 1809. During the last week of March the wall was breached.

On 2 April the garrison surrendered. The next spring the town was rebuilt. The keys were found in a well in 1988.

On 14 October the armies met again."""


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("the last week of March", "1809-03-25", "1809-03-31"),
        ("2 April", "1809-04-02", "1809-04-02"),
    ],
)
def test_a_history_stays_in_its_own_year(words: str, first: str, last: str) -> None:
    interval = times_of(HISTORY)[words].interval
    assert interval is not None
    assert (str(interval.first), str(interval.last)) == (first, last)


def test_the_next_year_goes_on_with_what_was_told() -> None:
    text = "In May 1806 the duke fled. The next year, his brother was crowned. Sales will double over the next year."
    assert [time.value for time in times_of(text).values()][:2] == ["1806-05", "1807"]
    envoys = times_of("The envoys were seized in Aden in May 2015. The next year, two were freed.")
    assert envoys["The next year"].value == "2016"
    assert times_of("They met in 2012. Prices may rise over the next year.")["the next year"].value == "2023"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [  # what is only planned, or when something else ended, does not move the story
        (
            "On 3 March 1809 he sent scouts for a campaign planned for 1811. On 9 May they were caught.",
            "9 May",
            "1809-05-09",
        ),
        ("In June 1809 the fleet fought on until the truce of May 1811. By July it lay in port.", "July", "1809-07"),
        ("In June 1809 he predicted a peace by 1812. In August he fled.", "August", "1809-08"),
        ("In 1809 she lost what she had won the previous year. In April she fled.", "April", "1809-04"),
        ("In May 1809 he held a town that had burned a decade earlier. In June he left.", "June", "1809-06"),
        # "this" and "next" in a history belong to it
        ("In May 1809 the duke fled. The greatest event of this year was his return.", "this year", "1809"),
        ("In May 1809 the duke fled. The war went on for the next year.", "the next year", "P1Y"),
        ("In May 1809 the duke fled. Within the next year his brother was crowned.", "the next year", "1810"),
        ("In May 1809 the duke fled. In the last month of the war a bridge fell.", "the last month", "P1M"),
    ],
)
def test_a_history_is_not_led_astray(text: str, words: str, value: str) -> None:
    before = "The town was founded in 1342 and burned in 1501 and in 1622.\n\nIt was rich in 1755.\n\n"
    assert times_of(before + text)[words].value == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("In April the firm brought in a new head.", "April", "2021-04"),
        ("In June, the works council of Okolin met twice.", "June", "2021-06"),
        ("In April the firm will bring in a new head.", "April", "2022-04"),
        ("In April the planned sale is to close.", "April", "2022-04"),
        ("The kettle, effective Aug. 1, will be let.", "Aug. 1", "2022-08-01"),
        ("Workers planned a march through Okolin on Saturday.", "Saturday", "2022-03-19"),
        ("An aide said the owner would be flying home Friday.", "Friday", "2022-03-18"),
        ("The owner and his brother Pavel Rusk meet separately Friday with the union.", "Friday", "2022-03-18"),
        ("The bid had been scheduled to end on Friday.", "Friday", "2022-03-11"),
        ("It closed at 90 on Monday, down from the previous Friday.", "the previous Friday", "2022-03-11"),
        ("They had met the previous Thursday.", "the previous Thursday", "2022-03-10"),
    ],
)
def test_which_way_a_date_of_the_news_lies(text: str, words: str, value: str) -> None:
    assert times_of(text)[words].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He stepped down in March for health reasons.", "2022-03"),
        ("It is for sale under an August agreement with the owners.", "2021-08"),
        ("He was ill when in April Novak came home.", "2021-04"),
        ("They sang along the March.", ""),
        ("They saw plays of August Strindberg.", ""),
        ("The guide told them that in August Strindberg’s room was shut.", ""),
    ],
)
def test_a_month_that_is_also_a_word(text: str, value: str) -> None:
    assert "".join(time.value for time in times_of(text).values()) == value


LETTERS = """The family of a lost pilot said on Monday it would print his letters.

"We flew over the coast yesterday," he wrote on 5 June 1943. "Tomorrow we go north."

In a letter dated August 9, 1943, he told her: "I was in hospital last week."

"I read them last night," his daughter said."""


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("yesterday", "1943-06-04"),
        ("Tomorrow", "1943-06-06"),
        ("last week", "1943-W31"),
        ("last night", "2022-03-15TNI"),
        ("Monday", "2022-03-14"),
    ],
)
def test_a_letter_counts_from_its_own_day(words: str, value: str) -> None:
    assert times_of(LETTERS)[words].value == value


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


def test_a_decade_in_passing_is_no_year_of_the_story() -> None:
    text = "The dishes looked up in April 2017.\n\nThe idea is as old as the late 1960s.\n\nThey chose April 5."
    found = find_times(segment(article_of(text)), Published(None, Known.UNKNOWN))
    last = found[-1]
    assert last.interval is not None
    assert last.interval.first.year == 2017
    assert last.confidence < 0.5  # nothing says so but what stands before it


def test_an_empty_beginning_announces_nothing() -> None:
    assert not announced("")
    assert not over("")


@pytest.mark.parametrize(
    ("text", "url", "language", "value", "doubted"),
    [
        ("Paid on 05/07/2012, due 25/12/2011.", "", "", "2012-07-05", False),
        ("Paid on 05/07/2012, due 12/25/2011.", "", "", "2012-05-07", False),
        ("Paid on 05/07/2012.", "https://news.example.co.uk/a", "", "2012-07-05", False),
        ("Paid on 05/07/2012.", "https://desk.example.gov/a", "", "2012-05-07", False),
        ("Paid on 05/07/2012.", "", "en-AU", "2012-07-05", False),
        ("Paid on 05/07/2012 for the labour of organising the harbour.", "", "", "2012-07-05", False),
        ("Paid on 05/07/2012.", "", "", "2012-05-07", True),
    ],
)
def test_the_order_of_day_and_month(text: str, url: str, language: str, value: str, doubted: bool) -> None:
    article = article_of(text, url, language)
    first = find_times(segment(article), Published(WEDNESDAY, Known.STATED))[0]
    assert first.value == value
    assert (first.confidence < 0.5) is doubted
    assert numeric_order(article).why


def test_a_text_without_capitals_has_its_days() -> None:
    text = "the river crested on friday and again in may; we may march on 3 march."
    assert len(with_capitals(text)) == len(text)
    found = times_of(text)
    assert found["friday"].value == "2022-03-11"
    assert "3 march" in found
    assert with_capitals("Mixed text of friday") == "Mixed text of friday"


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


@pytest.mark.parametrize(
    ("text", "words", "interval"),
    [
        ("The southern summer was hot.", "summer", Interval(Day(2021, 12, 1), Day(2022, 2, 28))),
        (
            "Towns of the southern hemisphere head into their winter.",
            "winter",
            Interval(Day(2022, 6, 1), Day(2022, 8, 31)),
        ),
        (
            "Chile lost boats. Chile has few. Chile needs more.\n\nThey will come in the winter.",
            "the winter",
            Interval(Day(2022, 6, 1), Day(2022, 8, 31)),
        ),
        (
            "Boats were lost in Chile. More will be sent there in the winter.",
            "the winter",
            Interval(Day(2022, 6, 1), Day(2022, 8, 31)),
        ),
        (
            "Boats were lost in Chile and in England. More will be sent to England in the winter.",
            "the winter",
            Interval(Day(2022, 12, 1), Day(2023, 2, 28)),
        ),
        ("It will be winter in Chile soon.", "winter", Interval(Day(2022, 6, 1), Day(2022, 8, 31))),
        ("The Australian winter begins.", "winter", Interval(Day(2022, 6, 1), Day(2022, 8, 31))),
        ("It was a cold winter in Norway.", "winter", Interval(Day(2021, 12, 1), Day(2022, 2, 28))),
    ],
)
def test_a_southern_season_has_the_months_of_the_south(text: str, words: str, interval: Interval) -> None:
    assert times_of(text)[words].interval == interval


@pytest.mark.parametrize("text", ["He has not been home for the last year.", "Much has changed in the last year."])
def test_the_last_year_is_the_twelve_months_up_to_the_article(text: str) -> None:
    time = times_of(text)["the last year"]
    assert (time.type, time.value) == (TimeType.DURATION, "P1Y")
    assert time.interval == Interval(Day(2021, 3, 16), Day(2022, 3, 16))


@pytest.mark.parametrize(
    "text",
    [
        "He thanked his assistant Ed Winter for the help.",
        "She wrote of the Prague Spring and its songs.",
        "They lost to Milan in the quarter-finals.",
        "They lost to Milan (in the quarter)-finals.",
        "The airline flies 16 A330-200s.",
        "She eats at T.G.I. Friday with her friends.",
        "He said that tomorrow's Norway would be rich.",
        '"It is a good army," said Rabah Ramadan, who works in Oslo.',
        "The prize went to Mr Easter, a farmer.",
        "True unemployment is in the mid-30s.",
        "Among them were Ida Moro, early 30s, and two men in their late 40s.",
    ],
)
def test_no_date(text: str) -> None:
    assert times_of(text) == {}
