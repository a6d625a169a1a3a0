"""The list of all notes: searched as one types, opened in the article, deleted and taken back."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tui.notes.anchors.anchor import anchor_at
from tui.notes.drafts import Draft
from tui.notes.note import Note, Target, new_note
from tui.notes.store import NoteStore
from tui.paths import data_folder
from tui.text.read import read_article
from tui.text.span import Span
from tui.ui.keys.completion import Words, link, linked_notes, named, offer
from tui.ui.reading.notes.note_filter import NoteFilter, period
from tui.ui.screens.article.reader import ReaderScreen
from tui.ui.screens.notes.all_notes import AllNotesScreen
from tui.ui.screens.notes.note_editor import NoteEditor

Open = Callable[..., Any]
Press = Callable[..., Any]
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])


def a_note(body: str, number: int = 0, **fields: Any) -> Note:
    when = datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=number)
    note = Note(f"{number:08x}-0000", "/a/ship.md", "A ship", "", Target.TEXT, "", None, body, when, when)
    return replace(note, **fields)


@pytest.fixture
def two_notes(story: Path) -> Path:
    """One note on the story, one on another article."""
    other = story.with_name("other.md")
    other.write_text("# Another one\n\nA sentence about nothing. The last words stand here.\n")
    store = NoteStore(data_folder())
    for path, words, body in ((story, "John Smith left", "He left #people"), (other, "The last words", "An end #odd")):
        article = read_article(path)
        start = article.text.index(words)
        anchor = anchor_at(article.text, Span(start, start + len(words)))
        store.save(new_note(article, Target.TEXT, body, anchor=anchor))
    return story


def bodies(screen: Any) -> list[str]:
    assert isinstance(screen, AllNotesScreen)
    return [note.body for note in screen.rows]


@SIZES
async def test_all_notes_are_listed(open_reader: Open, two_notes: Path, press: Press, size: tuple[int, int]) -> None:
    async with open_reader(two_notes, size=size) as (reader, pilot):
        await press(pilot, "S")
        assert bodies(pilot.app.screen) == ["An end #odd", "He left #people"]
        await press(pilot, "q")
        assert pilot.app.screen is reader


async def test_the_list_is_searched_as_one_types(open_reader: Open, two_notes: Path, press: Press) -> None:
    async with open_reader(two_notes) as (_, pilot):
        await press(pilot, "S", "/", *"left")
        assert bodies(pilot.app.screen) == ["He left #people"]
        await press(pilot, "escape")
        assert len(bodies(pilot.app.screen)) == 2
        await press(pilot, "/", *"#odd", "enter")
        assert bodies(pilot.app.screen) == ["An end #odd"]
        await press(pilot, "escape", "i")
        assert bodies(pilot.app.screen) == ["An end #odd"]


async def test_the_tab_says_what_the_filter_leaves(open_reader: Open, two_notes: Path, press: Press) -> None:
    async with open_reader(two_notes) as (_, pilot):
        await press(pilot, "S")
        listed = pilot.app.screen._list.count
        assert pilot.app.screen._title.text.startswith(f" Notes {listed} ")
        await press(pilot, "/", *"ship", "enter")
        assert pilot.app.screen._list.count < listed
        assert pilot.app.screen._title.text.startswith(f" Notes {pilot.app.screen._list.count}/{listed} ")


async def test_enter_opens_the_article_there(open_reader: Open, two_notes: Path, press: Press) -> None:
    async with open_reader(two_notes) as (reader, pilot):
        await press(pilot, "S", "enter")
        opened = pilot.app.screen
        assert isinstance(opened, ReaderScreen)
        assert opened is not reader
        assert opened.reading.article.title == "Another one"
        assert opened.reading.cursor == opened.reading.article.text.index("The last words")


async def until(pilot: Any, holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 120
    while not holds():
        assert time.monotonic() < end
        await pilot.pause(0.01)


async def test_an_article_that_is_open_is_gone_back_to(open_reader: Open, two_notes: Path, press: Press) -> None:
    async with open_reader(two_notes) as (reader, pilot):
        await press(pilot, "S")
        await until(pilot, lambda: len(bodies(pilot.app.screen)) == 2)
        await press(pilot, "j", "enter")
        await until(pilot, lambda: pilot.app.screen is reader)
        assert reader.reading.cursor == reader.reading.article.text.index("John Smith left")


async def test_a_note_is_edited_and_deleted_and_back(open_reader: Open, two_notes: Path, press: Press) -> None:
    async with open_reader(two_notes) as (_, pilot):
        await press(pilot, "S", "e", "!")
        assert isinstance(pilot.app.screen, NoteEditor)
        await press(pilot, "escape")
        assert bodies(pilot.app.screen)[0] == "An end #odd!"
        await press(pilot, "x")
        assert bodies(pilot.app.screen) == ["He left #people"]
        await press(pilot, "T")
        assert bodies(pilot.app.screen) == ["An end #odd!"]
        await press(pilot, "enter", "T")
        assert len(bodies(pilot.app.screen)) == 2
        await press(pilot, "x", "U")
        assert len(bodies(pilot.app.screen)) == 2


async def test_what_lay_in_the_trash_for_long_is_forgotten(open_reader: Open, two_notes: Path, press: Press) -> None:
    store = NoteStore(data_folder())
    long_ago = datetime.now(UTC) - timedelta(days=31)
    store.add([a_note("old", 1, deleted=long_ago), a_note("fresh", 2, deleted=datetime.now(UTC))])
    async with open_reader(two_notes) as (_, pilot):
        await press(pilot, "S", "T")
        assert bodies(pilot.app.screen) == ["fresh"]


async def test_unfinished_notes_are_listed_and_opened(open_reader: Open, two_notes: Path, press: Press) -> None:
    article = read_article(two_notes.with_name("other.md"))
    file = NoteStore(data_folder()).drafts.begin()
    file.write(Draft.of(new_note(article, Target.ARTICLE, "half"), saved=False))
    file.release()
    async with open_reader(two_notes) as (_, pilot):
        await press(pilot, "S", "l")
        assert bodies(pilot.app.screen) == ["half"]
        await press(pilot, "enter", *" done", "escape")
        assert bodies(pilot.app.screen) == []
        await press(pilot, "h")
        assert "half done" in bodies(pilot.app.screen)


async def test_a_missing_article_is_said(open_reader: Open, two_notes: Path, press: Press) -> None:
    two_notes.with_name("other.md").unlink()
    async with open_reader(two_notes) as (_, pilot):
        await press(pilot, "S", "enter")
        assert isinstance(pilot.app.screen, AllNotesScreen)
        assert "does not exist" in pilot.app.screen._status.text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "cba"),
        ("ship", "cba"),  # the title
        ("canal", "ca"),
        ("CANAL red", "c"),
        ("#wat", "b"),
        ("#w", "ba"),
        ("@suez", "c"),
        ("in:other", "b"),
        ("cafe", "b"),
        ('- "strasse', "b"),
        ("2026-02", "b"),
        (">2026-02", "cb"),
        ("<2026-02", "a"),
        ("2026-1-1", "a"),
        (">2026-02 <2026-03 water", "b"),
        ("2026", ""),
        ("2026-13", ""),
    ],
)
def test_the_filter(query: str, found: str) -> None:
    notes = NoteFilter()
    notes.show(
        [
            a_note("canal #wind", 0, id="a"),
            a_note("Café – “Straße” #water", 40, id="b", source="/a/other.md"),
            a_note("canal in red", 80, id="c", subject="Suez Canal Authority"),
        ]
    )
    assert "".join(note.id for note in notes.matching(query)) == found
    for end in range(len(query) + 1):  # as one types
        notes.matching(query[:end])
    assert "".join(note.id for note in notes.matching(query)) == found


def test_ten_thousand_notes_are_filtered_between_two_keys() -> None:
    notes = NoteFilter()
    notes.show(
        [a_note(f"Note {i} on a #tag{i % 50} with some words of its own", i, id=str(i)) for i in range(3000)] * 3
    )
    notes.matching("w")
    began = time.process_time()
    for query in ("wo", "wor", "word", "words #", "words #tag4", "words #tag49"):
        notes.matching(query)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("word", "days"),
    [
        ("2026-11", (date(2026, 11, 1), date(2026, 11, 30))),
        ("2026-11-23", (date(2026, 11, 23), date(2026, 11, 23))),
        ("<2026", (date(2, 1, 1), date(2025, 12, 31))),
        ("2026", None),
        ("2026-02-30", None),
        (">0000", None),
        (">9999-12", None),
        ("word", None),
    ],
)
def test_periods(word: str, days: object) -> None:
    assert period(word) == days


WORDS = Words(("wind", "water"), ("Suez Canal Authority", "Suez", "Anna Berg"), (a_note("A first note", 1),))


@pytest.mark.parametrize(
    ("before", "choices"),
    [
        ("a #w", ("#wind", "#water")),
        ("a #wind", ()),
        ("a&#w", ()),
        ("@suez", ("@Suez Canal Authority", "@Suez")),
        ("@can", ("@Suez Canal Authority",)),
        ("me@suez", ()),
        ("@Anna Berg said", ()),
        ("[[note", ("[[A first note ^00000001]]",)),
        ("[[note]] ", ()),
        ("plain", ()),
        ("@" + "(" * 80, ()),
    ],
)
def test_completion(before: str, choices: tuple[str, ...]) -> None:
    found = offer(before, WORDS)
    assert (found.choices if found else ()) == choices


def test_links_are_found_again() -> None:
    notes = (a_note("A [first] note", 1), a_note("Second\nmore", 2))
    body = f"{link(notes[0])} and [[second]] and [[nothing]] @Suez Canal Authority, @anna berg, @Suezian"
    assert linked_notes(body, notes) == notes
    assert named(body, WORDS.names) == ("Suez Canal Authority", "Anna Berg")
