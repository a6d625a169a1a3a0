"""What is watched: kept, left, joined from two places."""

from tui.notes.store import NoteStore
from tui.notes.watches import Watch, watch, watched

ANNA = Watch("Anna Ostrevik", "P:anna ostrevik")
ODD = Watch("AC/DC and the under_score", "N:ac/dc and_more")
QUERY = Watch('ship "in the canal" after:2021')


def test_they_are_kept_and_left(tmp_path):
    store = NoteStore(tmp_path)
    watch(store.flags, [QUERY, ANNA])
    again = NoteStore(tmp_path)
    assert watched(again.flags) == (ANNA, QUERY)
    watch(again.flags, [ANNA], on=False)
    assert watched(NoteStore(tmp_path).flags) == (QUERY,)


def test_any_words_come_back(tmp_path):
    store = NoteStore(tmp_path)
    watch(store.flags, [ODD])
    [found] = watched(store.flags)
    assert found.words == ODD.words
    assert found.id.replace("_", " ") == ODD.id.replace("_", " ")


def test_they_are_no_tags_and_no_articles(tmp_path):
    store = NoteStore(tmp_path)
    watch(store.flags, [ANNA])
    assert store.flags.tags() == {}


def test_two_places_have_all_of_it(tmp_path):
    here, there = NoteStore(tmp_path / "here"), NoteStore(tmp_path / "there")
    watch(here.flags, [ANNA])
    watch(there.flags, [QUERY])
    for one, other in ((here, there), (there, here)):
        one.merge({name: list(rows.values()) for name, rows in other.rows().items()})
    assert watched(here.flags) == watched(there.flags) == (ANNA, QUERY)
    watch(there.flags, [ANNA], on=False)
    here.merge({name: list(rows.values()) for name, rows in there.rows().items()})
    assert watched(here.flags) == (QUERY,)
