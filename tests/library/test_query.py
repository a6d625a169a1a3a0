"""What is typed into the filter means what a reader of it would expect."""

from datetime import date

import pytest

from tui.library.query import Term, first_day, match_of, offers, parse


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", []),
        ("ship canal", [Term("", "ship"), Term("", "canal")]),
        ('"in the canal" -ship', [Term("", "in the canal", phrase=True), Term("", "ship", wanted=False)]),
        ('"unfinished phr', [Term("", "unfinished phr", phrase=True)]),
        ("from:reuters AFTER:2019-03", [Term("from", "reuters"), Term("after", "2019-03")]),
        ('name:"Osama Rabie" -is:read', [Term("name", "Osama Rabie"), Term("is", "read", wanted=False)]),
        ("has:notes", [Term("has", "notes")]),
        ("tag:canal -is:starred is:hidden", [Term("tag", "canal"), Term("is", "starred", False), Term("is", "hidden")]),
        ("12:30", [Term("", "12:30")]),
        ("from: ship", [Term("", "ship")]),
        ("http://example.org/a", [Term("", "http //example.org/a")]),
        ('"" - :', [Term("", "-"), Term("", ":")]),
    ],
)
def test_a_query_has_its_terms(typed: str, terms: list[Term]) -> None:
    query = parse(typed)
    assert list(query.terms) == terms
    assert not query.trouble


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("after:soon", "2019-03"),
        ("is:open x", "unread"),
        ("has:it", "notes"),
        ("author:Ek", "author: is no field"),
        ("OR ship", "ship OR boat"),
        ("ship OR OR boat", "ship OR boat"),
        ("ship AND boat", "not needed"),
        ("ship NOT boat", "-canal"),
        ("a OR b OR c OR d " * 3, "fewer"),
    ],
)
def test_what_cannot_be_meant_is_said_and_costs_only_itself(typed: str, said: str) -> None:
    query = parse(f"{typed} canal")
    assert said in query.trouble
    assert query.terms[-1] == Term("", "canal")


def test_words_of_a_field_that_is_none_are_sought() -> None:
    assert parse("note:seal").terms == (Term("", "note seal"),)


def test_or_joins_what_stands_beside_it() -> None:
    ship, boat, old, reuters = (
        Term("", "ship"),
        Term("", "boat"),
        Term("", "old", wanted=False),
        Term("from", "reuters"),
    )
    query = parse("ship OR boat OR -old from:reuters")
    assert query.terms == (ship, boat, old, reuters)
    assert query.ways == ((ship, reuters), (boat, reuters), (old, reuters))
    assert parse("ship OR").each == (parse("ship"),)  # the rest is still to come
    assert parse("ship or boat").ways == ()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2019", date(2019, 1, 1)),
        ("2019-3", date(2019, 3, 1)),
        ("2019-03-31", date(2019, 3, 31)),
        ("2019-02-30", None),
        ("0000", None),
        ("19", None),
        ("2019-", None),
    ],
)
def test_days_are_years_months_or_days(written: str, day: date | None) -> None:
    assert first_day(written) == day


@pytest.mark.parametrize(
    ("typed", "match"),
    [
        ("Ship can", '"ship" "can"*'),
        ('ship "the canal"', '"ship" "the canal"'),
        ("é'\"x", '"e\'" "x"'),
        ("", ""),
    ],
)
def test_words_become_what_the_index_asks_for(typed: str, match: str) -> None:
    assert match_of(parse(typed).words) == match


@pytest.mark.parametrize(
    ("before", "offered"),
    [
        ("ship fr", (5, ("from:",))),
        ("-i", (0, ("-is:",))),
        ("is:", (0, ("is:unread", "is:read", "is:starred", "is:hidden"))),
        ("from:t", (0, ('from:"The Post"', "from:Tribune"))),
        ('x name:"osama r', (2, ('name:"Osama Rabie"',))),
        ("name:rab", (0, ('name:"Osama Rabie"',))),
        ("tag:c", (0, ("tag:canal",))),
        ("after:20", (0, ())),
        ("", (0, ())),
        ("ship ", (5, ())),
    ],
)
def test_fields_and_values_are_offered(before: str, offered: tuple[int, tuple[str, ...]]) -> None:
    assert offers(before, ("The Post", "Tribune", "Reuters"), ("Osama Rabie", "Rome"), ("canal", "Asia")) == offered
