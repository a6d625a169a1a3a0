"""Which time a date without its year belongs to: the article's own, a history told in between, or a letter's."""

from datetime import date

import pytest

from tui.analysis.document import segment
from tui.analysis.model import Day, Interval, TimeExpression
from tui.analysis.times.order import numeric_order
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


def test_a_decade_in_passing_is_no_year_of_the_story() -> None:
    text = "The dishes looked up in April 2017.\n\nThe idea is as old as the late 1960s.\n\nThey chose April 5."
    found = find_times(segment(article_of(text)), Published(None, Known.UNKNOWN))
    last = found[-1]
    assert last.interval is not None
    assert last.interval.first.year == 2017
    assert last.confidence < 0.5  # nothing says so but what stands before it


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
