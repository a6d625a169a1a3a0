"""What two articles share, and one timeline of both."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.notes.note import Choices
from tui.text.article import Article
from tui.ui.reading.merged import event_rows, same_event, shared_entities
from tui.ui.reading.reading import Reading

ONE = "Anna Berg met John Smith on 2021-03-23.\n\nOcean Ltd paid on 2021-05-01.\n\nAnna Berg left on 2021-06-01."
TWO = "On 2021-03-23 Anna Berg met John Smith in Blue Bay.\n\nBlue Bay slept on 2021-05-01."


class Side:
    """Stands for a pane."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading


@pytest.fixture
def sides(tmp_path: Path, desk_for: Callable[..., Any], write_article: Callable[..., Article]) -> list[Any]:
    analyst = desk_for().analyst
    made = []
    for name, text in (("/one.md", ONE), ("/two.md", TWO)):
        reading = Reading(write_article(text, source=name), Choices(name))
        reading.set_analysis(analyst.cached(reading.article))
        made.append(Side(reading))
    return made


def names(reading: Reading, indices: frozenset[int]) -> set[str]:
    return {reading.entities[index].name for index in indices}


def test_entities_that_both_name(sides: list[Any]) -> None:
    one, two = (side.reading for side in sides)
    in_one, in_two = shared_entities(one, two)
    assert names(one, in_one) == names(two, in_two) == {"Anna Berg", "John Smith"}


def test_one_article_alone_has_no_sides(sides: list[Any]) -> None:
    rows = event_rows(sides[:1], 0)
    assert [row.side for row in rows] == ["", "", ""]


@pytest.mark.parametrize("active", [0, 1])
def test_what_both_tell_is_one_row(sides: list[Any], active: int) -> None:
    rows = event_rows(sides, active)
    shown = sorted((str(row.interval.first), row.side) for row in rows)
    assert shown == [("2021-03-23", "="), ("2021-05-01", "<"), ("2021-05-01", ">"), ("2021-06-01", "<")]
    assert next(row.article for row in rows if row.side == "=") == active


def test_the_same_day_is_not_the_same_event(sides: list[Any]) -> None:
    rows = (*event_rows(sides[:1], 0), *event_rows(sides[1:], 0))
    may = [row for row in rows if str(row.interval.first) == "2021-05-01"]
    assert len(may) == 2
    assert not same_event(*may)
    assert same_event(may[0], may[0])
