"""Figures as articles write them: values, ranges, bounds, units, what is counted and what changed."""

import pytest

from tests.analysis.figures.test_rows import figures

VALUES = [
    ("Some 1,250 people fled.", "1,250", 1250, 1250),
    ("It holds 2.5 million books.", "2.5 million", 2_500_000, 2_500_000),
    ("It cost £12.4m to build.", "12.4m", 12_400_000, 12_400_000),
    ("Thirty-five ships sank.", "Thirty-five", 35, 35),
    ("They counted two hundred and six bones.", "two hundred and six", 206, 206),
    ("A dozen swans landed.", "A dozen", 12, 12),
    ("Half a million tourists came.", "Half a million", 500_000, 500_000),
    ("Two-thirds of the harbour froze.", "Two-thirds", 2 / 3, 2 / 3),
    ("A quarter of the farms closed.", "A quarter", 0.25, 0.25),
    ("It took two and a half hours.", "two and a half", 2.5, 2.5),
    ("Add 1½ cups of flour.", "1½", 1.5, 1.5),
    ("Shares rose 487-1/2 pence.", "487-1/2", 487.5, 487.5),
    ("It took 2\u00a01/2 hours.", "2\u00a01/2", 2.5, 2.5),
    ("The rate was 1,200/12 dollars.", "1,200/12", 100, 100),
    ("Nine in ten bakers agreed.", "Nine in ten", 0.9, 0.9),
    ("Thousands of tonnes were lost.", "Thousands", 1_000, 10_000),
    ("Hundreds of thousands of birds came.", "Hundreds of thousands", 100_000, 1_000_000),
    ("It was minus 12 degrees Celsius.", "12", -12, -12),
    ("It had 10,000 to 15,000 members.", "10,000 to 15,000", 10_000, 15_000),
    ("They raised $50 million to $300 million.", "50 million to $300 million", 5e7, 3e8),
    ("Between 5% and 6% of the fish died.", "5% and 6", 5, 6),
    ("Four to five thousand fans sang.", "Four to five thousand", 4_000, 5_000),
    ("It rose from 3 to 4 per cent.", "3 to 4", 3, 4),
    ("It takes 20-30 minutes.", "20-30", 20, 30),
    ("It holds three or four boats.", "three or four", 3, 4),
    ("Stocks narrowed to 40 tonnes from 55 tonnes.", "40 tonnes from 55", 40, 55),
]


@pytest.mark.parametrize(("text", "words", "low", "high"), VALUES, ids=lambda value: str(value))
def test_a_value(text: str, words: str, low: float, high: float) -> None:
    (figure,) = figures(text)
    assert text[slice(*figure.span)] == words
    assert (figure.low, figure.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sales rose 5% to 9 million euros.", ["up 5 percent", "up 9000000 euro"]),
        ("Prices fell by 3 per cent or 2 pounds.", ["down 3 percent", "down 2 pound"]),
        ("Up to 400 tugs from 20 ports came.", ["at most 400 tugs", "exactly 20 ports"]),
        ("More than 100 km (62 miles) burnt.", ["at least 100 kilometre", "at least 62 mile"]),
        ("It pumps 300 barrels a day at $60 a barrel.", ["exactly 300 barrel per day", "exactly 60 dollar per barrel"]),
        ("Two of the oldest barns burnt.", ["exactly 2 oldest barns"]),
        ("About 68 who had no work went.", ["about 68 people"]),
        ("It lies around the 40 piers, 30 people dead.", ["exactly 40 piers", "exactly 30 people"]),
        ("Losers led gainers 40 to 20.", ["exactly 40 ", "exactly 20 "]),
        (
            "It made $2 billion a year ago, $3 billion a year now.",
            ["exactly 2000000000 dollar", "exactly 3000000000 dollar per year"],
        ),
        ("It takes 30 days plus a 10 day wait.", ["exactly 30 day", "exactly 10 day"]),
        ("It sold 12 long wooden boats.", ["exactly 12 long wooden boats"]),
    ],
)
def test_what_is_told_of_it(text: str, told: list[str]) -> None:
    assert [
        f"{figure.change or figure.bound} {figure.high:.0f} {figure.unit or figure.noun}" for figure in figures(text)
    ] == told


@pytest.mark.parametrize(
    "text",
    [
        "They won 3-1 after a 2-2 draw at half time.",
        "The 1-0 victors went home, and Ada Lund, 73.",
        "She is the only one who came.",
        "The A380 and the 737 Max met at gate 12.",
        "Version 3.11.2 came out with IPv6.",
        "In Section 5 of Resolution 1441 it says so.",
        "See https://example.org/2000/40 for more.",
        "She rang 555-0134 and +44 20 7946 0123.",
    ],
)
def test_what_measures_nothing_is_no_figure(text: str) -> None:
    assert figures(text) == ()


def test_a_number_without_end_is_no_figure() -> None:
    assert figures("It cost " + "9" * 309 + " euros, not " + "9" * 400 + " euros.") == ()
    assert figures("It is 1/0 of a mile.") == ()
