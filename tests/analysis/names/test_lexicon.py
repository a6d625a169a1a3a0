"""The word lists: what they know, and what each says of its source."""

import pytest

from tui.analysis.model import Kind
from tui.analysis.names.lexicon import RESOURCES, fold, key, lexicon

LISTS = (
    "given_names.txt",
    "surnames.txt",
    "demonyms.txt",
    "common_words.txt",
    "cue_words.txt",
    "places.tsv",
    "known_names.tsv",
)


@pytest.mark.parametrize("name", LISTS)
def test_each_list_begins_with_source_licence_date_and_format(name: str) -> None:
    head = "".join(line for line in (RESOURCES / name).read_text("utf-8").splitlines(True)[:12] if line[0] == "#")
    assert all(f"{word}:" in head for word in ("Source", "Licence", "Date", "Format"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.", "US"),
        ("the United States", "United States"),
        ("J. K. Rowling", "J.K. Rowling"),
        ("Erdoğan", "Erdogan’s"),
        ("Conan O’Brien", "Conan O'Brien"),
        ("St. Louis", "St Louis"),
        ("(ISW)", "ISW"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_keys_of_different_names_differ() -> None:
    assert key("Iraq") != key("Iraqi")
    assert key("al-Baghdadi") != key("Baghdadi")


def test_fold_keeps_hyphens_and_makes_apostrophes_plain() -> None:
    assert fold("Łódź’s Saint‑Denis") == "lodz's saint-denis"


def test_what_every_reader_knows() -> None:
    lists = lexicon()
    assert lists.known[key("ISIL")].name == lists.known[key("Islamic State")].name
    assert lists.known[key("IS")].common
    assert lists.known[key("U.N.")].kind is Kind.ORG
    assert lists.places["germany"] == "country"
    assert lists.places["sahel"] == "region"
    assert "Iraqi" in lists.demonyms
    assert "Iraqis" in lists.demonyms
    assert lists.is_a("Gen.", "title")
