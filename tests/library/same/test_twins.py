"""The same article from other places is found by its text, its address, or nearly its text; others are not joined."""

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tui.library.index.articles import drop_article, note_article, row_of
from tui.library.index.index import Index
from tui.library.index.texts import body_of, put_text
from tui.library.one_row import one_row_each
from tui.library.same.addresses import one_address
from tui.library.same.sketch import alike, sketch
from tui.library.same.twins import catch_up, forget
from tui.library.shelf import ShelfEntry
from tui.text.article import Known, Published
from tui.text.formats.plain import plain_article

DAY = date(2021, 3, 4)
WORDS = [f"word{number}" for number in range(2000)]


def text_of(seed: int, words: int = 300) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def changed(text: str, every: int) -> str:
    return " ".join(f"{word}x" if at % every == every - 1 else word for at, word in enumerate(text.split()))


@pytest.fixture
def put(index: Index) -> Callable[..., int]:
    def put_one(source: str, text: str, day: date = DAY, url: str = "") -> int:
        article = plain_article(text, source, "T", Published(day, Known.STATED), furniture=False, exact=True)
        ids: list[int] = []

        def write(db):
            ids.append(note_article(db, row_of(article)._replace(address=one_address(url)), None))
            put_text(db, ids[0], body_of(article))

        assert index.database.write(write)
        return ids[0]

    return put_one


def together(index: Index) -> list[set[int]]:
    assert catch_up(index.database)
    groups: dict[int, set[int]] = {}
    for article, leader in index.twins().items():
        groups.setdefault(leader, set()).add(article)
    return sorted(groups.values(), key=min)


def test_the_same_text_and_nearly_the_same(index, put):
    text = text_of(1)
    first, copy, near = put("/a", text), put("/b", text), put("/c", changed(text, 40))
    put("/d", text_of(2))
    assert together(index) == [{first, copy, near}]


def test_half_of_the_text_is_another_article(index, put):
    text = text_of(1)
    put("/a", text)
    put("/b", f"{text[: len(text) // 2]} {text_of(3)}")
    put("/c", changed(text, 5))
    assert together(index) == []


def test_another_beginning_is_another_article(index, put):
    """A story that runs on repeats what is known already; what is new stands at its beginning."""
    text = text_of(1, 400)
    put("/a", f"{text_of(2, 45)} {text}")
    put("/b", f"{text_of(3, 45)} {text}")
    assert together(index) == []


def test_reports_of_one_form_are_several(index, put):
    form = text_of(1)
    put("/a", f"{form} 17 23 41 99")
    put("/b", f"{form} 18 24 42 77")
    assert together(index) == []


def test_a_report_of_each_week_is_several(index, put):
    text = text_of(1)
    put("/a", text)
    put("/b", changed(text, 60), DAY + timedelta(7))
    assert together(index) == []


def test_the_same_address(index, put):
    first = put("/a", text_of(1), url="https://www.example.org/a/7?utm_source=x")
    second = put("/b", text_of(2), url="http://m.example.org/a/7/amp")
    put("/c", text_of(3), url="http://m.example.org/a/8")
    assert together(index) == [{first, second}]


def test_when_the_first_one_goes_the_others_stay_together(index, put):
    text = text_of(1)
    first, second, third = (put(source, text) for source in ("/a", "/b", "/c"))
    assert together(index) == [{first, second, third}]
    index.database.write(lambda db: drop_article(db, first))
    assert together(index) == [{second, third}]
    put("/b", text_of(2))  # it has changed
    assert together(index) == []
    put("/b", text)
    assert together(index) == [{second, third}]


def test_deleted_groups_are_made_again(index, put):
    for number in range(20):
        put(f"/{number}", text_of(number % 7))
    before = together(index)
    assert len(before) == 7
    index.database.write(forget)
    assert index.twins() == {}
    assert together(index) == before


def test_many_copies_cost_no_more_each(index, put):
    """One article of each group is found by its sketch: bands do not grow with copies."""
    for number in range(60):
        put(f"/{number}", text_of(1))
    assert len(together(index)) == 1
    [(rows,)] = index.database.read(lambda db: list(db.execute("SELECT count(*) FROM bands")), [])
    assert rows < 15


@pytest.mark.parametrize("text", ["", "word", "a b c", "é" * 50, "7 " * 100])
def test_short_texts_are_the_same_word_for_word_only(text):
    assert not alike(sketch(text), sketch(text + " more"))


@pytest.mark.parametrize(
    ("address", "one"),
    [
        ("https://www.example.org/a?utm_source=x&id=7#top", "example.org/a?id=7"),
        ("http://m.example.org/a/", "example.org/a"),
        ("https://amp.example.org/a/amp", "example.org/a"),
        ("https://example.org/a.amp.html", "example.org/a.html"),
        ("https://example.org/a?outputType=amp", "example.org/a"),
        ("https://example.org/a?amp=1&id=7", "example.org/a?id=7"),
        ("https://m.org/a", "m.org/a"),
        ("https://example.org/camp/1", "example.org/camp/1"),
        ("", ""),
    ],
)
def test_addresses(address, one):
    assert one_address(address) == one


def test_the_best_one_has_the_row():
    short, long = ShelfEntry("/a", "T", words=10, id=1), ShelfEntry("/b", "T", words=20, id=2)
    other = ShelfEntry("/c", "T", words=5, id=3)
    rows = one_row_each([short, other, long], {1: 1, 2: 1})
    assert [(row.source, row.others) for row in rows] == [("/c", ()), ("/b", ("/a",))]
    assert one_row_each(rows, {1: 1, 2: 1}) == rows
