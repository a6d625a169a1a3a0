"""Slips of one letter, and names that only look like them."""

import pytest

from tui.analysis.model import Kind
from tui.analysis.names.joining.links import Name
from tui.analysis.names.joining.misspelt import misspelt


def joined(slip: str, name: str, slips: int = 1, names: int = 3) -> bool:
    found = misspelt([Name(slip.lower(), slip, Kind.ORG, slips, 0), Name(name.lower(), name, Kind.ORG, names, 9)])
    return list(found) == [(slip.lower(), name.lower())]


@pytest.mark.parametrize(
    ("slip", "name"),
    [
        ("Ausgburg", "Augsburg"),  # changed places
        ("Chatnam Islands", "Chatham Islands"),  # another letter
        ("Buchtman Vorreiter", "Buchtmann Vorreiter"),  # one left out
        ("Bucchtmann", "Buchtmann"),  # one too many
    ],
)
def test_a_slip(slip: str, name: str) -> None:
    assert joined(slip, name)
    assert not joined(slip, name, slips=3, names=3)
    assert not joined(slip, name, slips=4, names=9)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Somali", "Somalia"),
        ("Americans", "Americas"),
        ("Harris Mill", "Harris Mill"),  # known words
        ("Cronin", "Cranin Group"),
        ("Marvin", "Martin"),
        ("Fokker 50", "Fokker 70"),
        ("Drexler", "Trexler"),  # the first letter is seldom wrong
        ("Orlo", "Orla"),
    ],
)
def test_two_names(one: str, other: str) -> None:
    assert not joined(one, other)


def test_what_could_be_two_is_left() -> None:
    names = [("Bandelar", 1), ("Bandelor", 3), ("Bandelur", 3)]
    assert list(misspelt([Name(name.lower(), name, Kind.ORG, size, 0) for name, size in names])) == []
