"""Every row of the table of roles, by its own example."""

from time import process_time

import pytest

from tui.analysis.events.roles.role import Role, RoleRule
from tui.analysis.events.roles.roles import ROLES, role_of


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
        "He denied the charges on [Monday].",
        "On [Monday] he denied that he had met her.",
        "He was acquitted in [2015].",
        "The charges were dropped on [Friday].",
        "Published in [1954], the novel made her known.",
        "Voters chose after [Monday]'s debate.",
        "They will gather for the [2008] Beijing Olympic Games.",
        "More people came on [Monday] than they had hoped.",
        "The dividend is payable [Jan. 2].",
        "A [winter] storm shut the port.",
        "A [summer] of drought followed.",
        "The [noon] raid took an hour.",
        "The [Sept. 11] attacks killed thousands.",
        "They march daily for the boy, who was saved on [Nov. 25].",
        "If it were so, he said [today], the mill would shut.",
        "A judge [today] would not say why.",
        "He read the [January] edition twice.",
        "She was seen here on [Monday].",
        "[The year-ago] results held a charge for the mill.",
        "They agreed to double the levels in [2015].",
        "Listening to the song on [Monday], she wept.",
        "The vote is in [winter], he said.",
        "He is a journalist and was shot in [2011].",
        "We must vote on [Friday].",
        "They gave [2015] to the search.",
        "In [the 18th century] settlers came.",
        "The [18th century] war cost much.",
        "He came home [today], and he would not be quiet.",
        "The war since the beginning of the year began in [April].",
        "The first attack of [2015] failed.",
        "She asked when he would come, and he came on [Monday].",
        "The [winter] of discontent began.",
        "They came on the night train on [Sunday].",
        "The mill was sold to the farmers of the town in [1990].",
        "They will host the [2022] World Cup.",
        "The video posted by Anna on [30 July] was seen by all.",
        "She told him [today] that he lied.",
        "At [the end of the day] the guests went home.",
        "The [Christmas Day] fire killed three.",
        "He has more than the four horses that won in [2015].",
        "It will come closer to us than the moon [tonight].",
        "He was not in Oslo as they met on [Monday].",
        "It is like him to sing on [Sunday].",
        "They will not be left alone [this summer].",
        "You see him on [Monday].",
        "They had far more orders than Berg in [2015].",
        "Rather than Berg in [2015], they chose Ek.",
        "He came here [today], and will leave tomorrow.",
        "He comes again [tomorrow].",
        "Another [Sept. 11] attack was feared.",
        "If he comes on time we meet; they came on [Sunday].",
        "Nobody would leave them; he wrote it in [2015].",
        "The best of them fell in [the 20th century] war.",
    ],
)
def test_a_date_of_an_event(marked: str) -> None:
    assert role(marked) == (Role.HAPPENED, "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Updated " + "GMT " * 29 + "xyz ", " " + "A.A." * 40 + " a"),
        ("He said " * 20, " " + "A-B." * 40),
        ("denied that " * 12, " were" * 30),
        ("from 5 5 5 5 " * 12, "'s " * 60),
        ("1,1,1," * 30 + " since ", "since " * 30),
        ("not " * 40 + "since ", "A" * 200),
    ],
)
def test_no_surroundings_take_long(before: str, after: str) -> None:
    role_of("2015", 0, 4)  # compiled now
    start = process_time()
    role_of(f"{before}2015{after}", len(before), len(before) + 4)
    assert process_time() - start < 5
