"""Every row of the table of roles, by its own example."""

import pytest

from tui.analysis.events.roles import ROLES, Role, RoleRule, role_of


def role(marked: str) -> tuple[Role, str]:
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    return role_of(text, start, marked.index("]") - 1)


@pytest.mark.parametrize("rule", ROLES, ids=lambda rule: rule.name)
def test_every_rule_finds_its_example(rule: RoleRule) -> None:
    assert role(rule.example) == (rule.role, rule.name)


def test_names_are_unique() -> None:
    assert len({rule.name for rule in ROLES}) == len(ROLES)


@pytest.mark.parametrize(
    "marked",
    [
        "The bank failed on [Tuesday].",
        "In [1967] they drew the borders.",
        "[Yesterday]'s vote was close.",
        "It fell after the [1990] invasion of Kuwait.",
        "More than 300 people died [last year].",
        "He was told by [today]'s visitors.",
        "The attack in [March 2019] killed three.",
    ],
)
def test_a_date_of_an_event(marked: str) -> None:
    assert role(marked) == (Role.HAPPENED, "")
