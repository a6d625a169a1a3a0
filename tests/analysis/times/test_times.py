"""Time expressions: every rule's example, drawn cases, what the publication date changes, what never happens."""

from collections.abc import Callable
from datetime import date

import pytest

from tui.analysis.document import segment
from tui.analysis.model import TimeExpression
from tui.analysis.times.rule import Rule
from tui.analysis.times.times import BOTH, FORMS, RULES, TRIGGERS, find_times
from tui.text.article import Article, Block, BlockKind, Furniture, Known, Published
from tui.text.span import Span

TUESDAY = Published(date(2019, 7, 30), Known.STATED)
Writer = Callable[..., Article]


def article_of(text: str, furniture: dict[int, Furniture] | None = None) -> Article:
    """One paragraph for every blank line; `furniture` marks some by their number."""
    blocks, start = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        span = Span(start, start + len(paragraph))
        blocks.append(Block(BlockKind.PARAGRAPH, span, furniture=(furniture or {}).get(number)))
        start += len(paragraph) + 2
    return Article("/articles/one.md", "A title", text, tuple(blocks))


def times_of(text: str, published: Published = TUESDAY) -> tuple[TimeExpression, ...]:
    return find_times(segment(article_of(text)), published)


def values(text: str, published: Published = TUESDAY) -> list[tuple[str, str]]:
    """Surface and value of each expression."""
    return [(text[time.span.start : time.span.end], time.value) for time in times_of(text, published)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_reads_its_own_example(rule: Rule) -> None:
    text = rule.example.replace("[", "").replace("]", "")
    span = Span(rule.example.index("["), rule.example.index("]") - 1)
    found = [(time.rule, time.span, time.value) for time in times_of(text)]
    assert (rule.name, span, rule.value) in found
    assert rule.needs in {*TRIGGERS, *FORMS, *(" ".join(pair) for pair in BOTH)}


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


# The expected values are drawn under the words, so that a wrong boundary is seen.
DRAWN = [
    """
    The vote of Monday was due on Thursday, but came a day earlier.
                2019-07-29        2019-08-01           2019-07-31
    """,
    """
    Sales rose in the third quarter of 2018; a year earlier they had fallen.
                  2018-Q3                    2017-Q3
    """,
    """
    He won in June last year, lost this past March and will run in November.
              2018-06              2019-03                         2019-11
    """,
    """
    In late February and early March 2019 they met every Friday at 9 a.m.
       2019-02           2019-03                   XXXX-WXX-5   2019-07-30T09:00
    """,
    """
    She was 36 years old on May 4, 2016, and about 2000 people came.
                            2016-05-04
    """,
    """
    They may march on Friday in August, said April Smith, May Jones and Jan Hus.
                      2019-07-26 2019-08
    """,
    """
    It rained for two and a half years, then for 36 hours, then for weeks.
                  P2Y6M                          PT36H         PXW
    """,
    """
    Caesar fell on 15 March 44 BC; his heir died in AD 14.
                   BC0044-03-15                     0014
    """,
    """
    In April and June 1955, and from 3 to 5 May 1956, he was ill.
       1955-04   1955-06             1956-05-03 1956-05-05
    """,
    """
    On Good Friday they met; by Christmas 2020 it was over, and since the 1990s too.
       2019-04-19               2020-12-25                            199
    """,
]


def marks(drawing: str) -> tuple[str, list[tuple[int, str]]]:
    text, below = (line[4:] for line in drawing.strip("\n").split("\n")[:2])
    found, column = [], 0
    for value in below.split():
        column = below.index(value, column)
        found.append((column, value))
        column += len(value)
    return text, found


@pytest.mark.parametrize("drawing", DRAWN, ids=lambda drawing: drawing.strip()[:30])
def test_drawn(drawing: str) -> None:
    text, expected = marks(drawing)
    got = [(time.span.start, time.value) for time in times_of(text)]
    assert [value for _, value in got] == [value for _, value in expected]


NEWS = [
    ("this past March", "2019-03"),
    ("last August", "2018-08"),
    ("last Tuesday", "2019-07-23"),
    ("next Tuesday", "2019-08-06"),
    ("this week", "2019-W31"),
    ("last week", "2019-W30"),
    ("next month", "2019-08"),
    ("ten days ago", "2019-07-20"),
    ("three months from now", "2019-10"),
    ("the day after tomorrow", "2019-08-01"),
    ("last weekend", "2019-W30-WE"),
    ("this summer", "2019-SU"),
    ("last winter", "2018-WI"),
    ("the fall of 2015", "2015-FA"),
    ("yesterday evening", "2019-07-29TEV"),
    ("the night of 3 May 2018", "2018-05-03TNI"),
    ("fiscal 2020", "2020"),
    ("Q4 2018", "2018-Q4"),
    ("the first half of next year", "2020-H1"),
    ("the early 20th century", "19"),
    ("the late ’80s", "198"),
    ("2019-07-04", "2019-07-04"),
    ("7/4/2019", "2019-07-04"),
    ("the Fourth of July", "2019-07-04"),
    ("last Thanksgiving", "2018-11-22"),
    ("fifty years ago today", "1969-07-30"),
    ("at 5:30 p.m. on Friday", "2019-07-26T17:30"),
    ("at 9am on Friday 2 August", "2019-08-02T09:00"),
    ("at 7.30 pm on Friday, 2 August 2019", "2019-08-02T19:30"),
    ("at 18:00 UTC", "2019-07-30T18:00Z"),
    ("the week of March 4", "2019-W10"),
    ("more than four decades", "P40Y"),
    ("the past two years", "P2Y"),
    ("nineteen ninety-six", "1996"),
    ("every two weeks", "P2W"),
    ("Monday mornings", "XXXX-WXX-1TMO"),
    ("as of now", "PRESENT_REF"),
    ("in the near future", "FUTURE_REF"),
]


@pytest.mark.parametrize(("words", "value"), NEWS)
def test_resolved_against_the_publication_date(words: str, value: str) -> None:
    assert [got for _, got in values(f"They said it was so {words}.")] == [value]


NO_TIMES = [
    "May God help us.",
    "We may be late.",
    "The soldiers march on the city.",
    "April Jones met June Carter.",
    "The 36-year-old won 3-2.",
    "He ran it in 2:04 and scored 1,600 points.",
    "About 2000 people and 1500 troops came to Room 1984.",
    "She is in her late twenties.",
    "A second chance in the second row.",
    "Prices spring up and fall of their own weight.",
    "The Summer Olympics opened under Summer Time.",
    "It costs $2000 or £1999.",
    "Call 2019-555 or see www.example.org/2019/07/30.",
    "Psalm 1984 and flight 1812.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert [pair for pair in values(text) if not pair[1].startswith("P")] == []


HISTORY = (
    "In 1914 the war began, after the crisis of 1908 and 1911 and the wars of 1912 and 1913. On 4 August Britain "
    "entered it.\n\nOn 6 September the Marne was reached; two days later the line held. In February 1915 the fleet "
    "came to the Dardanelles, where it had been in 1807. In April the troops landed. The following year "
    "they were gone. In December of that year the ministry fell."
)


@pytest.mark.parametrize("digits", [9, 11, 16, 309, 400, 5000])
@pytest.mark.parametrize(
    "words",
    [
        "In {} years", "{} years ago", "{} days later", "the {}th century", "on May {}, 2017", "in {} BC", "the {}s",
        "at {}:30 p.m.", "the past {} years", "{} and a half decades ago", "for {} centuries", "every {} weeks",
        "{} to {} weeks", "{}.5 months ago", "{},000 years ago", "{}½ years later", "{} millennia from now",
    ],
)  # fmt: skip
def test_a_number_of_any_length_is_read_or_left(words: str, digits: int) -> None:
    found = times_of(f"They left on 3 May 2019. {words.replace('{}', '9' * digits)} they met. He came in June 2020.")
    assert (found[0].value, found[-1].value) == ("2019-05-03", "2020-06")
    for time in found:
        assert len(time.value) < 30, time


def test_a_narrative_carries_its_year_on() -> None:
    got = dict(values(HISTORY))
    assert got["4 August"] == "1914-08-04"
    assert got["6 September"] == "1914-09-06"
    assert got["two days later"] == "1914-09-08"
    assert got["April"] == "1915-04", "1807 is a look back"
    assert got["The following year"] == "1916"
    assert got["December of that year"] == "1916-12"


def test_a_narrative_rolls_over_the_year() -> None:
    text = "He fought in 1811, 1812 and 1813. In December 1813 he crossed the Rhine. In January he was in France."
    assert dict(values(text))["January"] == "1814-01"


def test_a_weekday_beside_a_day_chooses_the_year() -> None:
    assert values("They met on Thursday, July 5.") == [("Thursday, July 5", "2018-07-05")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("As soon as word came on Monday, they left.", "2019-07-29"),
        ("They can leave as soon as Monday.", "2019-08-05"),
        ("The shops open tomorrow, and the school is back, its halls swept, on Friday.", "2019-08-02"),
        ("He said tomorrow was too late and left on Friday.", "2019-07-26"),
        ("The 8 October gig in Oslo was announced by the band.", "2019-10-08"),
        ("On 8 October the gig was cancelled.", "2018-10-08"),
    ],
)
def test_what_is_to_come_and_what_is_over(text: str, value: str) -> None:
    assert value in [found for _, found in values(text)]


def test_a_season_that_we_come_to_lies_ahead() -> None:
    june = Published(date(2019, 6, 2), Known.STATED)
    assert ("the winter", "2019-WI") in values(
        "Our fear, as we come to the flu season in the winter, is the cold.", june
    )


def test_by_a_month_looks_ahead_unless_something_had_happened() -> None:
    assert values("It is to pay the loan by February.")[0] == ("February", "2020-02")
    assert values("It had paid the loan by February.")[0] == ("February", "2019-02")


def test_news_keeps_to_the_day_of_publication() -> None:
    text = "The plant opened in 1975 and closed in 1998. It was sold on Monday, and in June the work began."
    assert values(text)[2:] == [("Monday", "2019-07-29"), ("June", "2019-06")]


def test_a_comparison_leaves_the_quarter_in_focus() -> None:
    text = "In the second quarter it earned $3 million, up from $2 million a year earlier. In the quarter it sold more."
    assert [value for _, value in values(text)] == ["2019-Q2", "2018-Q2", "2019-Q2"]


@pytest.mark.parametrize(
    "published", [Published(), Published(date(2019, 3, 12), Known.BOUNDED)], ids=["unknown", "bounded"]
)
@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("last August", "XXXX-08"),
        ("yesterday", "XXXX-XX-XX"),
        ("on Tuesday", "XXXX-WXX-2"),
        ("last year", "XXXX"),
        ("this week", "XXXX-WXX"),
        ("earlier this year", "XXXX"),
        ("three months ago", "XXXX-XX"),
        ("on March 3", "XXXX-03-03"),
        ("last winter", "XXXX-WI"),
        ("in the third quarter", "XXXX-Q3"),
        ("over the weekend", "XXXX-WXX-WE"),
        ("on Christmas Day", "XXXX-XX-XX"),
        ("at 5 p.m.", "XXXX-XX-XXT17:00"),
    ],
)
def test_without_a_publication_date(words: str, value: str, published: Published) -> None:
    (time,) = times_of(f"They met {words}.", published)
    assert (time.value, time.interval, time.edtf) == (value, None, "")
    assert time.confidence < 0.5


def test_explicit_dates_need_no_publication_date() -> None:
    got = values("It began on March 12, 2019. Two days later, on 14 March, it was over.", Published())
    assert [value for _, value in got] == ["2019-03-12", "2019-03-14", "2019-03-14"]


def test_furniture_neither_counts_nor_anchors() -> None:
    text = "A fighter waits on March 12, 2019.\n\nThe next day they met. It was over in a week."
    found = find_times(segment(article_of(text, {0: Furniture.CAPTION})), Published())
    assert all(time.span.start >= text.index("The next day") for time in found)
    assert found[0].interval is None


@pytest.mark.parametrize(
    ("words", "first", "last", "edtf"),
    [
        ("in late February 2019", "2019-02-21", "2019-02-28", "2019-02-21~/2019-02-28"),
        ("earlier this year", "2019-01-01", "2019-07-30", "2019-01-01/2019-07-30~"),
        ("later this month", "2019-07-30", "2019-07-31", "2019-07-30~/2019-07-31"),
        ("in the early 1990s", "1990-01-01", "1993-12-31", "1990/1993~"),
        ("in the 1990s", "1990-01-01", "1999-12-31", "199X"),
        ("in the 20th century", "1900-01-01", "1999-12-31", "19XX"),
        ("around 1750", "1750-01-01", "1750-12-31", "1750~"),
        ("in the spring of 2001", "2001-03-01", "2001-05-31", "2001-21"),
        ("last week", "2019-07-22", "2019-07-28", "2019-07-22/2019-07-28"),
        ("in the second quarter", "2019-04-01", "2019-06-30", "2019-04-01/2019-06-30"),
        ("in the past two years", "2017-07-30", "2019-07-30", "2017-07-30/2019-07-30"),
        ("in 44 BC", "-0043-01-01", "-0043-12-31", "-0043"),
        ("on March 12, 2019", "2019-03-12", "2019-03-12", "2019-03-12"),
    ],
)
def test_days_and_notation(words: str, first: str, last: str, edtf: str) -> None:
    (time,) = times_of(f"It was so {words}.")
    assert time.interval is not None
    assert (str(time.interval.first), str(time.interval.last), time.edtf) == (first, last, edtf)


def test_rule_and_anchor_are_told() -> None:
    (time,) = times_of("They met on Monday.")
    assert (time.rule, time.anchor) == ("weekday", "last up to 2019-07-30")
