"""Names as they are written, and the keys under which other articles know them."""

import pytest

from tui.analysis.model import Kind
from tui.library.entities.forms import Grade, form_of

PERSON, ORG, PLACE, GROUP = Kind.PERSON, Kind.ORG, Kind.PLACE, Kind.GROUP


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (PLACE, ["US", "the U.S.", "United States", "America", "USA"]),
        (PLACE, ["Britain", "UK", "United Kingdom"]),
        (ORG, ["EU", "European Union"]),
        (ORG, ["Tesco", "Tesco Plc"]),
        (ORG, ["Veldmark Shipping", "Veldmark Shipping Co. Ltd"]),
        (ORG, ["Iranian parliament", "Parliament of Iran"]),
        (ORG, ["Ministry of Defence of Sweden", "Swedish Defense Ministry"]),
        (PLACE, ["Pacific", "Pacific Ocean"]),
        (PERSON, ["Joe Ostrevik", "Joseph Ostrevik", "President Joe M. Ostrevik", "Joe Ostrevik Jr."]),
        (PERSON, ["Mikhail Yarovych", "Mikhail Iarovich"]),
        (PERSON, ["Omar al-Hassani", "Omar Hassani"]),
        (GROUP, ["German", "Germans"]),
    ],
)
def test_spellings_of_one_share_a_key(kind, names):
    assert len({(form_of(name, kind).key, form_of(name, kind).where) for name in names}) == 1


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (PERSON, "Bo Lindahl", "Ulf Lindahl"),
        (PLACE, "North Korea", "South Korea"),
        (PLACE, "Iraq", "Iran"),
        (ORG, "Swedish Defense Ministry", "Danish Defense Ministry"),
        (PLACE, "Niger", "Nigeria"),
        (PERSON, "King Olaf", "Olaf"),
    ],
)
def test_others_do_not(kind, one, other):
    a, b = form_of(one, kind), form_of(other, kind)
    assert (a.key, a.where) != (b.key, b.where)


def test_a_people_is_not_its_country():
    assert form_of("Iraqi", GROUP).key != form_of("Iraq", PLACE).key


@pytest.mark.parametrize(
    ("name", "kind", "grade"),
    [
        ("Baker", PERSON, Grade.COMMON),
        ("Anna", PERSON, Grade.COMMON),
        ("Ostrevik", PERSON, Grade.SHORT),
        ("Anna Ostrevik", PERSON, Grade.FULL),
        ("the Supreme Court", ORG, Grade.COMMON),
        ("Foreign Ministry", ORG, Grade.COMMON),
        ("Harbour Protection Agency", ORG, Grade.FULL),
        ("Union", ORG, Grade.COMMON),
        ("ISW", ORG, Grade.FULL),  # every reader knows it
        ("KVX", ORG, Grade.SHORT),
        ("Reuters", ORG, Grade.FULL),
    ],
)
def test_how_much_a_name_says(name, kind, grade):
    assert form_of(name, kind).grade is grade


def test_a_name_has_a_key_whatever_it_is():
    for text in ("", " ", ".", "the", "’s", "-", "İ", "\ud800", "O", "of the", "US US US"):
        for kind in Kind:
            assert form_of(text or "-", kind).key
