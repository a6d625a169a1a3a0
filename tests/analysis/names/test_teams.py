"""Match reports, and the teams in them."""

import re

import pytest

from tui.analysis.names.teams import has_player, is_match, is_sport, plays
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


REPORT = (
    "The striker scored twice as the visitors won the match; their coach praised the goalkeeper and the defender. "
    "The league leaders lost the second game of the season before the fans, and the cup final is next. "
)


def test_what_tells_of_hardly_anything_but_a_match() -> None:
    assert is_match(REPORT)
    assert not is_match(REPORT + "The council spoke of water, roads, taxes, schools and the harbour for hours. " * 30)


@pytest.mark.parametrize(
    ("text", "team"),
    [
        ("Leeds have the ball. All eyes are on Leeds.", True),
        ("They talk of Leeds, and Leeds again.", True),
        ("They talk of Leeds in Leeds.", False),
        ("LEEDS (AP) — They lost. Many know Leeds.", False),
    ],
)
def test_a_city_plays_in_a_report_on_a_match(text: str, team: bool) -> None:
    spans = [Span(*match.span()) for match in re.finditer("Leeds|LEEDS", text)]
    assert plays(text, spans, match=True) is team


def test_a_city_with_players_is_a_team_in_any_article() -> None:
    text = "The court fined the Leeds forward on Friday."
    assert has_player(text, [Span(text.index("Leeds"), text.index(" forward"))])
    assert not has_player("He went to Leeds.", [Span(11, 16)])
