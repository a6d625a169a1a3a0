"""Candidates that stand for two names become two, and the halves of a body one."""

import pytest

from tui.analysis.model import Kind
from tui.analysis.names.joints import joined_bodies, parted
from tui.analysis.names.surfaces import Candidate
from tui.text.span import Span


def candidate(text: str, name: str, kind: Kind | None) -> Candidate:
    start = text.index(name)
    return Candidate(Span(start, start + len(name)), kind, 0.9, False, "crf")


@pytest.mark.parametrize(
    ("name", "kind", "parts"),
    [
        ("Gary Holt of LDP", Kind.ORG, [("Gary Holt", Kind.PERSON), ("LDP", Kind.ORG)]),
        ("Karlsberg vs. Ulmen", Kind.ORG, [("Karlsberg", Kind.ORG), ("Ulmen", Kind.ORG)]),
        ("Swiss Alps", Kind.ORG, [("Swiss", Kind.GROUP), ("Alps", Kind.PLACE)]),
        ("Pro-Beijing DAB", Kind.PERSON, [("Beijing", Kind.PLACE), ("DAB", Kind.PERSON)]),
        ("United States Amir Tolo", Kind.ORG, [("United States", Kind.PLACE), ("Amir Tolo", Kind.PERSON)]),
        ("United States Navy Band", Kind.ORG, [("United States Navy Band", Kind.ORG)]),
        ("South Africa Cricket Board", Kind.ORG, [("South Africa Cricket Board", Kind.ORG)]),
        ("MARLOW - Rain", Kind.PLACE, [("MARLOW", Kind.PLACE), ("Rain", Kind.PLACE)]),
        ("Ostran HUB - Robeson Center", Kind.ORG, [("Ostran HUB - Robeson Center", Kind.ORG)]),
        ("Midfielders-Ion Lupu", Kind.PERSON, [("Ion Lupu", Kind.PERSON)]),
        ("Stanmer Marine of Taiwan", Kind.ORG, [("Stanmer Marine", Kind.ORG), ("Taiwan", Kind.PLACE)]),
        ("University of Oxford", Kind.ORG, [("University of Oxford", Kind.ORG)]),
    ],
)
def test_parted(name: str, kind: Kind, parts: list[tuple[str, Kind]]) -> None:
    text = f"And {name} won."
    found = parted(text, [candidate(text, name, kind)])
    assert [(text[slice(*part.span)], part.kind) for part in found] == parts


@pytest.mark.parametrize(
    ("text", "first", "second", "whole"),
    [
        (
            "the Ostran Council on Foreign Affairs",
            "Ostran Council",
            "Foreign Affairs",
            "Ostran Council on Foreign Affairs",
        ),
        ("the Council on Germany", "Council", "Germany", ""),
        ("the Harbour Commission on Germany", "Harbour Commission", "Germany", ""),
        ("the American Chamber of Commerce", "American", "Chamber of Commerce", "American Chamber of Commerce"),
        ("the American Senate", "American", "Senate", ""),
        ("the Union for Order in Europe (UOE)", "Union for Order", "Europe", "Union for Order in Europe"),
        ("the Union for Order in Europe", "Union for Order", "Europe", ""),
    ],
)
def test_joined(text: str, first: str, second: str, whole: str) -> None:
    kind = Kind.PLACE if second in ("Germany", "Europe") else Kind.ORG
    found = joined_bodies(text, [candidate(text, first, Kind.ORG), candidate(text, second, kind)])
    assert [text[slice(*name.span)] for name in found] == ([whole] if whole else [first, second])


def test_a_quarter_of_a_country_is_one_place() -> None:
    text = "He left Eastern Romania."
    (name,) = joined_bodies(text, [candidate(text, "Romania", Kind.PLACE)])
    assert text[slice(*name.span)] == "Eastern Romania"
