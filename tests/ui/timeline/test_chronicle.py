"""The chronicle as lines: headings, gaps, doubt and names, at any width, in colour and without."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from tui.analysis.events.rows import EventRow
from tui.analysis.model import Day, Interval, Kind, Status
from tui.analysis.times.days.calendar import add_days, when
from tui.text.span import Span
from tui.ui.page.signs import ASCII, Signs
from tui.ui.timeline.chronicle import Chronicle, gaps, how_long

TEXT = "Anna Berg saw the ship in the bay on that day, and nobody else did."
STYLE: Callable[..., Style] = lambda *names: Style(meta={"names": names})  # noqa: E731


def row(first: str = "", days: int = 1, **more: object) -> EventRow:
    interval = None
    value = "that day"
    if first:
        begin = Day(*map(int, first.rsplit("-", 2)))
        interval, value = Interval(begin, add_days(begin, days - 1)), first
    values = {"edtf": value, "time": Span(37, 45), "who": ("Anna Berg",), "kinds": (Kind.PERSON,)} | more
    clause = Span(0, len(TEXT))
    status = values.pop("status", Status.DATED if first else None)
    return EventRow(
        interval,
        value,
        values.pop("edtf"),
        values.pop("time"),
        clause,
        clause,
        TEXT,
        values.pop("who"),
        status,
        **values,
    )  # type: ignore[arg-type]


def drawn(rows: list[EventRow], width: int = 100, in_time: bool = True, signs: Signs | None = None) -> list[list[str]]:
    """The lines of each row, as they stand below one another."""
    chronicle = Chronicle(rows, in_time, width, 4, signs or Signs(), high=False)
    chronicle.set_scale()
    found = []
    for number in range(len(rows)):
        lines = chronicle.draw(number, number == 0, STYLE)
        assert len(lines) == chronicle.height(number, number == 0)
        found.append(["".join(segment.text for segment in line) for line in lines])
        assert all(len(line) <= width for line in found[-1])
    return found


def test_a_day_is_a_heading_once_and_stands_on_the_scale() -> None:
    rows = drawn([row("2021-03-23"), row("2021-03-23"), row("2021-03-29")])
    assert rows[0][0].split()[:5] == ["Tue", "23", "Mar", "2021", "●"]
    assert not any("23 Mar" in line for line in rows[1])
    assert rows[2][:2] == [" ┊  6 days later", rows[2][1]]
    assert rows[2][1].startswith("Mon 29 Mar 2021")
    assert rows[0][0].index("●") < rows[2][1].index("●")


def test_the_topmost_row_always_says_its_day() -> None:
    chronicle = Chronicle([row("2021-03-23"), row("2021-03-23")], True, 80, 4, Signs(), high=False)
    chronicle.set_scale()
    first, below = (chronicle.draw(1, topmost, STYLE) for topmost in (True, False))
    assert first[0][0].text == "Tue 23 Mar 2021"
    assert len(below) == len(first) - 1


@pytest.mark.parametrize("signs", [Signs(), ASCII], ids=["signs", "ascii"])
def test_doubt_is_seen_without_colours(signs: Signs) -> None:
    firm, doubtful, roughly = drawn(
        [
            row("2021-03-23"),
            row("2021-03-24", uncertain=True, edtf="2021-03-24?"),
            row("2021-04-01", 30, uncertain=True, edtf="2021-04~"),
        ],
        120,
        signs=signs,
    )
    assert "? doubtful" in doubtful[0]
    assert "~" in roughly[1]
    assert signs.dot in firm[0]
    assert signs.hollow in doubtful[0][30:]
    assert signs.doubtful_bar * 3 in roughly[1]
    assert signs.range_bar * 3 not in roughly[1]


def test_every_name_has_the_letter_of_its_kind() -> None:
    who = ("Anna Berg", "Ocean Ltd", "Blue Bay", "Danes", "The Tempest")
    [[_, *_, names]] = drawn([row("2021-03-23", who=who, kinds=tuple(Kind))])
    assert names.split("  ")[2:] == ["P Anna Berg", "O Ocean Ltd", "L Blue Bay", "G Danes", "X The Tempest", ""]
    [[*_, names]] = drawn([row("2021-03-23", who=who, kinds=tuple(Kind))], 40)
    assert names.endswith("L Blue Bay   +2") or names.endswith(" +3")


def test_rows_without_days_say_so() -> None:
    [[heading, *_]] = drawn([row()])
    assert heading == "? that day"


def test_what_only_the_article_dates_stands_in_brackets() -> None:
    [[heading, *_]] = drawn([row("2021-03-23", status=Status.REPORTED)])
    assert heading.startswith("(Tue 23 Mar 2021)")


def test_gaps_forwards_and_backwards() -> None:
    days = ["2019-03-01", "2021-03-23", "2021-03-24", "2021-03-29"]
    rows = [row(day) for day in days]
    assert gaps(rows) == [0, 753, 0, 5]
    assert gaps(rows[::-1]) == [0, -5, 0, -753]
    assert gaps([row("2021-01-01", 365), row("2021-03-23"), row("2021-03-29"), row()]) == [0, 0, 6, 0]
    assert gaps([row("2021-03-01", 31), row("2021-04-03")]) == [0, 3]
    assert gaps([]) == []


@pytest.mark.parametrize(
    ("days", "words"),
    [(2, "2 days"), (13, "13 days"), (14, "2 weeks"), (70, "2 months"), (365, "12 months"), (730, "2 years")],
)
def test_how_long(days: int, words: str) -> None:
    assert how_long(days) == words


ROWS = st.lists(
    st.tuples(st.integers(-200_000, 760_000), st.integers(1, 900), st.booleans(), st.integers(0, 12)), max_size=12
)


@given(ROWS, st.integers(24, 220), st.booleans(), st.booleans())
def test_every_row_is_drawn_at_every_width(
    drawings: list[tuple[int, int, bool, int]], width: int, in_time: bool, plain: bool
) -> None:
    rows = []
    for first, days, uncertain, names in sorted(drawings):
        begin = add_days(Day(1, 1, 1), first)
        interval = Interval(begin, add_days(begin, days - 1))
        who = tuple(f"Name {number}" for number in range(names))
        made = row("2021-03-23", uncertain=uncertain, who=who, kinds=(Kind.ORG,) * names)
        rows.append(EventRow(interval, "", "", *[getattr(made, name) for name in made.__slots__[3:]]))
        assert when(interval, "", "")
    drawn(rows, width, in_time, ASCII if plain else Signs())
