"""Read, starred, hidden, tagged: kept as safely as notes, joined without a clock, and cheap by the ten thousand."""

import itertools
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.flags import HIDDEN, NOTHING_SAID, READ, STARRED, TAG, Flags
from tui.notes.file.layout import Row
from tui.notes.note import Note
from tui.notes.store import NoteStore
from tui.notes.sync.sync import sync_folder
from tui.notes.versions.turns import block_of, flags_of, is_block, joined, source_of, turned

ONE, TWO = "/news/one.txt", "/news/two.txt"


def test_flags_are_set_and_taken_away(store: NoteStore) -> None:
    assert store.flags.now()(ONE) == NOTHING_SAID
    store.flags.turn({ONE: {READ: True, STARRED: True, TAG + "canal": True, TAG + "Asia": True}, TWO: {READ: False}})
    flags = NoteStore(store.folder).flags.now()
    assert flags(ONE) == Flags(read=True, starred=True, tags=("Asia", "canal"))
    assert flags(TWO) == Flags(read=False)
    store.flags.turn({ONE: {READ: False, STARRED: False, TAG + "Asia": False, HIDDEN: True}})
    assert store.flags.now()(ONE) == Flags(read=False, hidden=True, tags=("canal",))
    assert store.flags.tags() == {"canal": 1}


def test_what_is_said_first_leaves_what_was_said(store: NoteStore) -> None:
    store.flags.turn({ONE: {READ: True, STARRED: True}})
    store.flags.turn({ONE: {STARRED: False}})
    store.flags.say_first({ONE: {READ: True, STARRED: True, TAG + "sea": True}, TWO: {READ: True, STARRED: True}})
    flags = NoteStore(store.folder).flags.now()
    assert flags(ONE) == Flags(read=True, tags=("sea",))
    assert flags(TWO) == Flags(read=True, starred=True)


def test_what_stands_so_already_is_not_written(store: NoteStore) -> None:
    store.flags.turn({ONE: {READ: True}})
    before = (store.folder / "flags.json").stat().st_mtime_ns
    store.flags.turn({ONE: {READ: True, STARRED: False}})
    assert (store.folder / "flags.json").stat().st_mtime_ns == before


@pytest.mark.parametrize(
    "source", ["/a/b.txt", "-0123456789abcdef", "/b.txt", "/a/x.mbox/12", "/a/#/c#d.txt", "/a/\udc80.txt"]
)
def test_any_source_has_its_place(store: NoteStore, source: str) -> None:
    store.flags.turn({source: {STARRED: True}})
    assert NoteStore(store.folder).flags.now()(source).starred
    if source.isascii():
        assert source_of(*block_of(source)) == source


def test_two_sessions_turn_flags_of_one_row(store: NoteStore) -> None:
    other = NoteStore(store.folder)
    assert other.flags.now()(ONE) == NOTHING_SAID
    for number in range(600):
        (store if number % 2 else other).flags.turn({f"/news/{number}.txt": {READ: True}})
    assert store.flags.changed() or other.flags.changed()
    for one in (store, other, NoteStore(store.folder)):
        assert all(one.flags.now()(f"/news/{number}.txt").read for number in range(600))


def test_copies_are_joined_flag_by_flag(store: NoteStore, tmp_path: Path) -> None:
    store.flags.turn({ONE: {READ: True, STARRED: True}})
    sync_folder(store, tmp_path / "there")
    other = NoteStore(tmp_path / "there")
    other.flags.turn({ONE: {READ: False}, TWO: {HIDDEN: True}})
    store.flags.turn({ONE: {TAG + "canal": True, STARRED: False}})
    synced = sync_folder(store, tmp_path / "there")
    assert not synced.troubles
    for one in (store, NoteStore(tmp_path / "there")):
        assert one.flags.now()(ONE) == Flags(read=False, tags=("canal",))
        assert one.flags.now()(TWO) == Flags(hidden=True)
    assert sync_folder(store, tmp_path / "there").here.changed == 0


def test_conflict_copies_are_joined(store: NoteStore, tmp_path: Path) -> None:
    store.flags.turn({ONE: {READ: True}})
    shutil.copytree(store.folder, tmp_path / "copy")
    copy = NoteStore(tmp_path / "copy")
    copy.flags.turn({TWO: {STARRED: True}})
    shutil.copy(copy.folder / "flags.json", store.folder / "flags.sync-conflict-20240514-101112-ABCDEFG.json")
    assert len(sync_folder(store, store.folder).absorbed) == 1
    assert store.flags.now()(TWO).starred
    assert store.flags.now()(ONE).read


def test_a_file_put_back_by_another_program_loses_nothing(store: NoteStore) -> None:
    store.flags.turn({f"/news/{number}.txt": {READ: True} for number in range(50)})
    old = (store.folder / "flags.json").read_bytes()
    store.flags.turn({"/news/7.txt": {STARRED: True}})
    (store.folder / "flags.json").write_bytes(old)
    assert NoteStore(store.folder).flags.now()("/news/7.txt").starred


@pytest.mark.parametrize("damage", [lambda content: content[:-40], lambda content: b"", lambda content: b"{}x"])
def test_a_damaged_file_is_made_whole(store: NoteStore, damage: Callable[[bytes], bytes]) -> None:
    store.flags.turn({f"/news/{number}.txt": {READ: True} for number in range(50)})
    store.flags.turn({"/news/7.txt": {STARRED: True}})
    path = store.folder / "flags.json"
    path.write_bytes(damage(path.read_bytes()))
    again = NoteStore(store.folder)
    assert again.flags.now()("/news/7.txt") == Flags(read=True, starred=True)
    assert all(again.flags.now()(f"/news/{number}.txt").read for number in range(50))


def test_a_row_of_nonsense_is_left_alone(store: NoteStore) -> None:
    store.flags.turn({ONE: {READ: True}})
    path = store.folder / "flags.json"
    tables = orjson.loads(path.read_bytes())
    id = block_of(TWO)[0]
    tables["flags"] |= {"7": {"id": id, "flags": {"two.txt": "yes"}}, "8": {"id": 3}, "9": {"id": "x#00", "flags": 3}}
    path.write_bytes(orjson.dumps(tables))
    again = NoteStore(store.folder)
    assert again.flags.now()(ONE).read
    assert again.flags.now()(TWO) == NOTHING_SAID
    again.flags.turn({TWO: {READ: True}})
    assert again.flags.now()(TWO).read
    assert {"id": 3} in orjson.loads(path.read_bytes())["flags"].values()


counts = st.one_of(
    st.integers(1, 6), st.dictionaries(st.sampled_from([READ, STARRED, "tag:a"]), st.integers(1, 6), min_size=1)
)
rows = st.dictionaries(st.sampled_from("abc"), counts).map(lambda flags: {"id": "/n#00", "flags": flags})


@given(rows, rows, rows)
def test_joining_is_the_same_in_any_order(one: Row, two: Row, three: Row) -> None:
    results = []
    for first, second, third in itertools.permutations((one, two, three)):
        result = joined(joined(first, second), third)
        assert is_block(result)
        assert joined(result, first) == result
        results.append({name: flags_of(count) for name, count in result["flags"].items()})
    assert all(result == results[0] for result in results)


@given(st.lists(st.tuples(st.sampled_from([READ, STARRED, HIDDEN]), st.booleans())))
def test_the_last_word_holds(said: list[tuple[str, bool]]) -> None:
    count = None
    for label, on in said:
        count = turned(count, {label: on})
    last = dict(said)
    flags = flags_of(count)
    assert flags.read == last.get(READ)
    assert (flags.starred, flags.hidden) == (last.get(STARRED, False), last.get(HIDDEN, False))


def test_fifty_thousand_cost_little(store: NoteStore, write: Callable[..., Note]) -> None:
    sources = [f"/home/anna/news/2021/{number:06}-the-ship-in-the-canal.txt" for number in range(50_000)]
    store.flags.turn({source: {READ: True} for source in sources})
    began = time.process_time()
    again = NoteStore(store.folder)
    flags = again.flags.now()
    start = time.process_time() - began
    saving = []
    for source in sources[::5000]:
        began = time.process_time()
        again.flags.turn({source: {STARRED: True}})
        saving.append(time.process_time() - began)
    began = time.process_time()
    assert all(flags(source).read for source in sources[:20_000])
    looking = time.process_time() - began
    began = time.process_time()
    again.save(write("one"))
    note = time.process_time() - began
    size = (store.folder / "flags.json").stat().st_size
    print(
        f"\n50,000 read: {size / 1e6:.1f} MB, start {start * 1e3:.0f} ms, one star "
        f"{sorted(saving)[5] * 1e3:.0f} ms, 20,000 looked up {looking * 1e3:.0f} ms, a note {note * 1e3:.0f} ms"
    )
    assert size < 3_000_000
    assert start < 5
    assert sorted(saving)[5] < 5
