"""Words are found however they are written, and wherever lines break."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.folding import fold, fold_but_case
from tui.text.plain_letters import PLAIN
from tui.ui.page.search import MOST, Finder

TEXT = "Zürich and ZURICH. The café\nOlé said “no” — Naïve 10.5%? (a) [b] ship\nship"
LETTERS = "ab B1é\u0301\u0323ﬁﬃßÆŁø½… \n\t\xa0\xad\u200b-—'’«ﾊﾟハパ한\u1112\u1161\u11ab\u0915\u093c\u094d\ud800"


def found(text: str, query: str) -> list[str]:
    result = Finder(text).find(query)
    assert result.query == query
    assert result.trouble == ""
    return [text[span.start : span.end] for span in result.hits]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("zurich", ["Zürich", "ZURICH"]),
        ("Zurich", ["Zürich"]),
        ("ZURICH", ["ZURICH"]),
        ("zürich", ["Zürich", "ZURICH"]),  # accents never count, as capitals do
        ("café ole", ["café\nOlé"]),
        ('"no"', ["“no”"]),
        ("no” - na", ["no” — Na"]),
        ("10.5%?", ["10.5%?"]),
        ("(a) [b]", ["(a) [b]"]),
        (r"\v", []),
        ("", []),
        ("absent", []),
    ],
)
def test_hits(query: str, hits: list[str]) -> None:
    assert found(TEXT, query) == hits


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("suez canal", ["Suez   Canal", "Suez\ncanal", "Suez \xa0\n\n\t canal"]),
        ("suez \t  canal", ["Suez   Canal", "Suez\ncanal", "Suez \xa0\n\n\t canal"]),
        ("suez ", ["Suez"] * 3),
        (" suez", ["Suez"] * 3),
        ("canal ", ["canal", "canal"]),  # the end of the text is an end of a word too
        (" the", ["The", "the"]),
        ("canal  .", []),
        (" ", []),
        ("\t\n", []),
    ],
)
def test_any_white_space_is_one(query: str, hits: list[str]) -> None:
    assert found("The Suez   Canal, the\nSuez\ncanal and Suez \xa0\n\n\t canal", query) == hits


def test_half_a_ligature_is_found_and_half_a_sign_is_not() -> None:
    text = "staﬃng ½ of it… 10½ m²"
    assert found(text, "staff") == ["staﬃ"]
    assert found(text, "staffing") == ["staﬃng"]
    for half in ("/2", "it.", "101", "."):
        assert found(text, half) == []
    assert found(text, "1") == ["1"]
    assert found(text, "1/2") == ["½", "½"]
    assert found(text, "it...") == ["it…"]
    assert found(text, "m2") == ["m²"]


def test_a_hit_holds_the_accents_behind_it() -> None:
    assert found("cafe\u0301s and cafe\u0301", "cafe") == ["cafe\u0301", "cafe\u0301"]


QUERIES = st.text(st.sampled_from(LETTERS), max_size=4) | st.text(max_size=4)


@given(st.text(st.sampled_from(LETTERS), max_size=60) | st.text(max_size=60), QUERIES)
def test_hits_are_sorted_disjoint_and_what_was_asked_for(text: str, query: str) -> None:
    hits = Finder(text).find(query).hits
    assert all(a.end <= b.start for a, b in pairwise(hits))
    wanted = fold_but_case(query)
    fold_hit = fold_but_case if any(map(str.isupper, wanted)) else fold
    for span in hits:
        assert 0 <= span.start < span.end <= len(text)
        words = text[span.start : span.end]
        if any(len(PLAIN[ord(letter)]) > 1 and PLAIN[ord(letter)].isalpha() for letter in words):
            assert wanted.strip() in fold_hit(words)
        else:
            assert wanted.strip() == fold_hit(words)
    if not any(len(PLAIN[ord(letter)]) > 1 for letter in text) and wanted.strip():
        assert bool(hits) == (wanted in fold_hit(f" {text} "))


LONG = {
    "spaces": (" " * 20_000, " " * 20_000 + "x"),
    "spaces between": ("x" + " " * 20_000 + "y", "x" + " " * 20_000 + "y"),
    "one letter": ("a" * 20_000, "a" * 5_000 + "b"),
    "words": ("a b " * 5_000, "a b " * 1_000 + "c"),
    "marks": ("e\u0301" * 10_000, "e" * 1_000 + "f"),
    "parts of signs": ("½" * 20_000, "1/21"),
}


@pytest.mark.parametrize("name", LONG)
def test_a_search_takes_time_as_the_text_is_long(name: str) -> None:
    text, query = LONG[name]

    def seconds(times: int) -> float:
        finder = Finder(text * times)
        finder.prepare()

        def timed() -> float:
            began = time.process_time()
            finder.find(query)
            return time.process_time() - began

        return min(timed() for _ in range(3))

    assert seconds(20) < 3 * seconds(10) + 0.02


def test_twenty_thousand_spaces() -> None:
    text = f"Log of the{' ' * 20_000}harbour"
    assert found(text, f"the{' ' * 20_000}harbour ") == [text[7:]]
    assert found(text, " " * 20_000) == []


def test_there_is_an_end_to_hits() -> None:
    assert len(Finder("a " * (MOST + 5)).find("a").hits) == MOST
