"""What is told in other words begins and ends where somebody's words do."""

import pytest

from tests.analysis.quotes.test_quotes import said

CASES = [
    (
        "The town had become so poor, Lund noted, that its best school was closed.",
        [("Lund", "The town had become so poor … that its best school was closed")],
    ),
    (
        "Lund found that in the three largest towns, which lie by the sea, people had left their homes.",
        [("Lund", "that in the three largest towns, which lie by the sea, people had left their homes")],
    ),
    ("Lund said the bridge was old, which the town denies.", [("Lund", "the bridge was old")]),
    ("They found a way through the hills of the north, which leads the ships to the sea.", []),
    (
        "Lund stressed that the reforms were not over, and human rights groups warned that the town was in danger.",
        [("Lund", "that the reforms were not over"), ("human rights groups", "that the town was in danger")],
    ),
    (
        "Lund says the toll would fall at first, but would rise in May.",
        [("Lund", "the toll would fall at first, but would rise in May")],
    ),
    ("Lund says the toll would fall, but the guild would close.", [("Lund", "the toll would fall")]),
    ("Lund vowed to mend the bridge, but was called away.", [("Lund", "to mend the bridge")]),
    ("Lund vowed not to repeat that mistake of her youth.", [("Lund", "not to repeat that mistake of her youth")]),
    (
        "The bridge is old, Lund said, but building a new one would take years.",
        [("Lund", "The bridge is old … building a new one would take years")],
    ),
    ("PORTO — The bridge is as old as the town, Lund said.", [("Lund", "The bridge is as old as the town")]),
    ("Most states have passed a law that the town wants.", []),
    ("As one mason pointed out with a smile, the bridge is old.", [("one mason", "the bridge is old")]),
    ("Lund said the demands that come with the work grow.", [("Lund", "the demands that come with the work grow")]),
    ("Lund said this week that the bridge is old.", [("Lund", "that the bridge is old")]),
    ("Lund agreed to mend the bridge that had been closed.", [("Lund", "to mend the bridge that had been closed")]),
    (
        "Lund vowed to mend the bridge, and the guild also stepped in with stone.",
        [("Lund", "to mend the bridge")],
    ),
    (
        "Lund praised the plan, citing the weight of a town that borders the lake and has had good harvests.",
        [
            ("Lund", "the plan"),
            ("Lund", "the weight of a town that borders the lake and has had good harvests"),
        ],
    ),
    (
        "According to a new report by the harbour guild, the bridge will close in May.",
        [("a new report", "the bridge will close in May")],
    ),
    (
        "While the judge found that action unlawful, his ruling was overturned by a court.",
        [("the judge", "that action unlawful")],
    ),
    (
        "The truth, the mayor said then, was that the bridge was old.",
        [("the mayor", "The truth … was that the bridge was old")],
    ),
    (
        "The difference now, he told me on Friday, is that the bridge is old.",
        [("he", "The difference now … is that the bridge is old")],
    ),
    ("Lund wrote a memoir of her years entitled The White Bridge: My Friends Were Masons.", []),
    (
        "Lund told Radio Ostra host Bo Ek on Thursday how surprised he is that the bridge is old.",
        [("Lund", "how surprised he is that the bridge is old")],
    ),
]


@pytest.mark.parametrize(("text", "found"), CASES)
def test_where_it_begins_and_ends(text: str, found: list[tuple[str, str]]) -> None:
    assert said(text) == found
