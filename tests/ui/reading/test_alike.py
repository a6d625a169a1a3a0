"""Who is meant by what is typed, and who comes first where nothing is."""

import pytest

from tui.analysis.model import Alias, Entity, Kind, Mention
from tui.text.span import Span
from tui.ui.reading.alike import offer_others, others

NAMES = (
    ("European Central Bank", "ECB"),
    ("Fed",),
    ("Frankfurt",),
    ("US Federal Reserve",),
    ("Rüdiger Ćosić",),
    ("Bank of England",),
    ("Cosic",),
    ("ISW",),
    ("Institute for the Study of War",),
)
ENTITIES = tuple(
    Entity(names[0], Kind.ORG, tuple(Alias(name, "test") for name in names), (Mention(Span(0, 1), Kind.ORG, "x", ""),))
    for names in NAMES
)


def found(own: str, typed: str) -> list[str]:
    index = next(index for index, names in enumerate(NAMES) if names[0] == own)
    return [NAMES[other][0] for other in others(ENTITIES, index, typed)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("us", ["US Federal Reserve"]),
        ("f r", ["US Federal Reserve"]),
        ("fed", ["US Federal Reserve"]),
        ("bank", ["Bank of England", "European Central Bank"]),
        ("ecb", ["European Central Bank"]),
        ("cosic", ["Cosic", "Rüdiger Ćosić"]),
        ("ankf", ["Frankfurt"]),
        ("zzz", []),
    ],
)
def test_who_is_meant(typed: str, expected: list[str]) -> None:
    assert found("Fed", typed) == expected


@pytest.mark.parametrize(
    ("own", "first"),
    [
        ("Fed", "US Federal Reserve"),
        ("Cosic", "Rüdiger Ćosić"),
        ("Bank of England", "European Central Bank"),
        ("ISW", "Institute for the Study of War"),
        ("Institute for the Study of War", "ISW"),
    ],
)
def test_who_looks_most_like_it_comes_first(own: str, first: str) -> None:
    assert found(own, "  ")[0] == first
    assert own not in found(own, "")
    assert len(found(own, "")) == len(NAMES) - 1


def test_kind_and_mentions_stand_beside_a_name() -> None:
    offer = offer_others(ENTITIES, 1, "us")
    assert offer is not None
    assert (offer.choices, offer.beside) == (("US Federal Reserve",), ("organisation 1",))
    assert offer_others(ENTITIES, 1, "zzz") is None
