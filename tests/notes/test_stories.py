"""Stories that a person keeps: by name, in the notes' file, and in every copy of it."""

import pytest

from tui.errors import ReaderError
from tui.notes.store import NoteStore
from tui.notes.stories import KeptStory, forget_story, keep_story, kept_stories


def told(store):
    return [(one.name, one.articles, one.without) for one in kept_stories(store)]


@pytest.fixture
def both(tmp_path):
    return NoteStore(tmp_path / "here"), NoteStore(tmp_path / "there")


def exchange(one, other):
    for _ in range(2):
        one.merge({name: rows.values() for name, rows in other.rows().items()})
        other.merge({name: rows.values() for name, rows in one.rows().items()})


def test_kept_and_read_again(tmp_path):
    store = NoteStore(tmp_path)
    keep_story(store, KeptStory("The\x1b ferry", ("/a", "/b"), ("/c",)))
    keep_story(store, KeptStory("The quake", ("/d",)))
    assert told(NoteStore(tmp_path)) == [("The quake", ("/d",), ()), ("The ferry", ("/a", "/b"), ("/c",))]


def test_the_same_name_is_the_same_story(tmp_path):
    store = NoteStore(tmp_path)
    keep_story(store, KeptStory("The ferry", ("/a",)))
    keep_story(store, KeptStory("The ferry", ("/b",)))
    assert told(store) == [("The ferry", ("/b",), ())]
    forget_story(store, "The ferry")
    assert told(store) == []


def test_a_new_story_takes_the_name_of_no_other(tmp_path):
    store = NoteStore(tmp_path)
    keep_story(store, KeptStory("The ferry", ("/a",)), new=True)
    with pytest.raises(ReaderError, match="kept as “The ferry” already"):
        keep_story(store, KeptStory("The ferry", ("/b",)), new=True)
    assert told(store) == [("The ferry", ("/a",), ())]
    forget_story(store, "The ferry")
    keep_story(store, KeptStory("The ferry", ("/b",)), new=True)
    assert told(store) == [("The ferry", ("/b",), ())]


def test_two_sessions_keep_what_either_changed(tmp_path):
    one, other = NoteStore(tmp_path), NoteStore(tmp_path)
    before = keep_story(one, KeptStory("The ferry", ("/a", "/b", "/c"), ("/d",)))
    keep_story(one, KeptStory("The ferry", ("/a", "/b", "/c", "/e"), ("/d",)), before)
    keep_story(other, KeptStory("The ferry", ("/b", "/c", "/d"), ("/a",)), before)
    assert told(one) == told(other) == [("The ferry", ("/b", "/c", "/e", "/d"), ("/a",))]
    keep_story(one, KeptStory("The ferry", ("/a", "/c"), ("/b", "/d")), before)
    assert told(one) == [("The ferry", ("/c", "/e", "/d"), ("/a", "/b"))]


def test_two_copies_keep_what_either_added(both):
    here, there = both
    keep_story(here, KeptStory("The ferry", ("/a",)))
    exchange(here, there)
    keep_story(here, KeptStory("The ferry", ("/a", "/b")))
    keep_story(there, KeptStory("The ferry", ("/c",), ("/a",)))
    exchange(here, there)
    assert told(here) == told(there)
    ((_, articles, without),) = told(here)
    assert (set(articles), without) == ({"/b", "/c"}, ("/a",))  # taken out there, later


def test_what_is_forgotten_stays_so_unless_somebody_went_on(both):
    here, there = both
    for name in ("one", "two"):
        keep_story(here, KeptStory(name, ("/a",)))
    exchange(here, there)
    for name in ("one", "two"):
        forget_story(here, name)
    keep_story(there, KeptStory("two", ("/a", "/b")))
    exchange(here, there)
    assert told(here) == told(there) == [("two", ("/a", "/b"), ())]


@pytest.mark.parametrize("row", [{"source": 7}, {"source": "x", "articles": 3}, {"source": "x", "without": [None]}])
def test_rows_that_make_no_sense_are_left_out(tmp_path, row):
    store = NoteStore(tmp_path)
    keep_story(store, KeptStory("The ferry", ("/a",)))
    store.decide_row("stories", row["source"], lambda _: {"updated": "", **row})
    assert told(store) == [("The ferry", ("/a",), ())]
