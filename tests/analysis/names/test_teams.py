"""Match reports, and the teams in them."""

import re

import pytest

from tui.analysis.names.teams import is_sport, plays
from tui.text.span import Span


def test_what_a_report_on_a_match_is() -> None:
    assert is_sport("The striker scored a late goal in the match as the team won the cup final before its fans. " * 2)
    assert not is_sport("The minister said that the goal of the talks in Vienna was peace. " * 3)


@pytest.mark.parametrize(
    ("text", "team"),
    [
        ("Leeds beat Derby.", True),
        ("They drew 2-2 at home, and Leeds' goalkeeper wept.", True),
        ("A win over Leeds.", True),
        ("The mayor of Leeds spoke in Leeds.", False),
        ("He was born in Leeds and joined Leeds.", False),
    ],
)
def test_a_city_plays(text: str, team: bool) -> None:
    assert plays(text, [Span(*match.span()) for match in re.finditer("Leeds", text)]) is team
