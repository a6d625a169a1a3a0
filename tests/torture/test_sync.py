"""Three copies of the notes, written at random, on wrong clocks, joined over lines that break: no text is lost."""

import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tui import durable
from tui.errors import ReaderError
from tui.notes import note, trash
from tui.notes import store as store_module
from tui.notes.note import Choices, Note, Place, Target, new_note
from tui.notes.store import NoteStore
from tui.notes.sync.pipe import serve, sync
from tui.notes.sync.sync import marks_of, sync_folder
from tui.notes.versions import changes
from tui.text.article import Article

ARTICLE = Article("/articles/ferry.md", "The ferry", "", ())
PLACES = range(3)
place, pick = st.sampled_from(PLACES), st.integers(0, 1_000)
TOLD = ("both versions", "lacks something", "could not be read")
OFFSETS = (0, 3 * 86_400.1, -40.2)  # seconds by which the clock of each place is wrong


class Clock(datetime):
    """A clock that is wrong in each place in its own way, and the same whenever a history is tried again."""

    offset = timedelta()
    ticks = 0

    @classmethod
    def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
        cls.ticks += 1
        return datetime(2024, 5, 14, tzinfo=tz) + timedelta(seconds=cls.ticks) + cls.offset


def next_number(below: int) -> int:
    """Chance that is the same whenever a history is tried again."""
    Clock.ticks += 1
    return Clock.ticks * 0x9E3779B97F4A7C15F39CC0605CEDC835 % 2**128 % below


def next_id() -> UUID:
    """An id of that kind."""
    return UUID(int=next_number(2**128))


class Breaking:
    """The writing end of a line that breaks after some bytes."""

    def __init__(self, target: IO[bytes], left: int) -> None:
        self._target, self._left = target, left

    def write(self, content: bytes) -> None:
        self._target.write(content[: self._left])
        self._left -= len(content)
        if self._left < 0:
            self._target.flush()
            raise BrokenPipeError

    def flush(self) -> None:
        self._target.flush()


class Places(RuleBasedStateMachine):
    """What was written, and what someone who saw it has changed, thrown away or taken out."""

    def __init__(self) -> None:
        super().__init__()
        Clock.ticks = 0
        self.folder = Path(tempfile.mkdtemp(prefix="dateline-"))
        self.stores = [NoteStore(self.folder / str(number)) for number in PLACES]
        self.texts: set[str] = set()
        self.replaced: set[str] = set()
        self.trashed: set[str] = set()
        self.purged: set[str] = set()
        self.opened: dict[int, list[Note]] = {number: [] for number in PLACES}
        self.repairs: list[str] = []
        self.backups: list[tuple[int, Path]] = []
        self.exports: list[tuple[Note, ...]] = []

    @initialize()
    def begin_with_the_same_notes(self) -> None:
        for _ in range(3):
            self.write(0)
        self.repair(0, 0)
        self.join(0, 1)
        self.join(1, 2)

    def store(self, number: int) -> NoteStore:
        Clock.offset = timedelta(seconds=OFFSETS[number])
        return self.stores[number]

    def new_text(self) -> str:
        text = f"text {len(self.texts)}"
        self.texts.add(text)
        return text

    def some(self, number: int, choice: int, deleted: bool = False) -> Note | None:
        notes = self.stores[number].all_notes(deleted)
        return notes[choice % len(notes)] if notes else None

    @rule(number=place)
    def write(self, number: int) -> None:
        self.store(number).save(new_note(ARTICLE, Target.ARTICLE, self.new_text()))

    @rule(number=place, choice=pick)
    def edit(self, number: int, choice: int) -> None:
        if note := self.some(number, choice):
            self.opened[number].append(note)
            self.store(number).save(replace(note, body=self.new_text()))
            self.replaced.add(note.body)

    @rule(one=place, other=place, choice=pick)
    def edit_in_two_places(self, one: int, other: int, choice: int) -> None:
        both = {note.id for note in self.stores[one].all_notes()} & {note.id for note in self.stores[other].all_notes()}
        if one != other and both:
            for number in (one, other):
                note = self.store(number).note(sorted(both)[choice % len(both)])
                assert note is not None
                self.store(number).save(replace(note, body=self.new_text()))
                self.replaced.add(note.body)

    @rule(number=place, choice=pick)
    def save_from_an_editor_that_was_open_for_long(self, number: int, choice: int) -> None:
        if opened := self.opened[number]:
            note = opened[choice % len(opened)]
            self.store(number)
            session = NoteStore(self.stores[number].folder)
            session.save(replace(note, body=self.new_text()))
            session.close()
            self.replaced.add(note.body)

    @rule(number=place, choice=pick)
    def undo_an_edit(self, number: int, choice: int) -> None:
        if opened := self.opened[number]:
            note = opened[choice % len(opened)]
            before = self.store(number).put_back(note)
            if before == note:
                return  # it stands there as it was: nothing is said by that
            if before is not None and before.body != note.body:
                self.replaced.add(before.body)
            # Who has thrown the same text away elsewhere may still have it in the trash.
            self.replaced.discard(note.body)
            self.purged.discard(note.body)

    @rule(number=place, choice=pick)
    def delete(self, number: int, choice: int) -> None:
        if note := self.some(number, choice):
            self.store(number).delete(note.id)
            self.trashed.add(note.body)

    @rule(number=place, choice=pick)
    def restore(self, number: int, choice: int) -> None:
        if note := self.some(number, choice, deleted=True):
            self.store(number).restore(note.id)

    @rule(number=place)
    def purge(self, number: int) -> None:
        self.purged |= {note.body for note in self.store(number).purge_trash(timedelta(days=-10))}

    @rule(number=place, choice=pick)
    def repair(self, number: int, choice: int) -> None:
        store = self.store(number)
        if choice % 3 == 0 or not self.repairs:
            self.repairs.append(store.append_correction({"type": "hide", "name": str(choice)}))
        elif choice % 3 == 1:
            store.mark_undone(self.repairs[choice % len(self.repairs)], undone=choice % 2 == 0)
        else:
            store.save_place(Place("a", choice, Clock.now(UTC)))

    @rule(number=place, choice=pick)
    def decide(self, number: int, choice: int) -> None:
        shown, hidden = (str(choice % 3),), (str(choice % 5), str(choice % 7))
        self.store(number).save_choices(Choices("ab"[choice % 2], None, shown, hidden))

    @rule(number=place)
    def keep_backup(self, number: int) -> None:
        with suppress(ReaderError):
            self.backups.append((number, self.store(number).storage.keep()))

    @rule(choice=pick)
    def restore_backup(self, choice: int) -> None:
        if self.backups:
            number, backup = self.backups[choice % len(self.backups)]
            before, living = self.bodies_in(number), self.bodies_in(number, deleted=False)
            self.store(number).restore_backup(backup)
            after, alive = self.bodies_in(number), self.bodies_in(number, deleted=False)
            self.replaced |= before - after  # it was asked for
            self.trashed |= living & after - alive
            self.replaced -= alive - living  # a new act: wherever these had been replaced, they are wanted again
            self.purged -= alive - living

    @rule(number=place)
    def export(self, number: int) -> None:
        self.exports.append(self.stores[number].all_notes())

    @rule(number=place, choice=pick)
    def take_in(self, number: int, choice: int) -> None:
        if self.exports:
            notes = self.exports[choice % len(self.exports)]
            living = self.bodies_in(number, deleted=False)
            added = self.store(number).add(notes)
            alive = self.bodies_in(number, deleted=False)
            self.replaced |= {note.body for note in added.replaced} - alive
            self.replaced -= alive - living
            self.purged -= alive - living

    @rule(number=place, choice=pick)
    def damage(self, number: int, choice: int) -> None:
        """Another program cuts the file, or puts an older copy in its place."""
        path = self.stores[number].folder / "notes.json"
        if path.exists():
            before = self.bodies_in(number)
            older = [backup for place, backup in self.backups if place == number]
            whole = path.read_bytes()
            cut = whole[: max(1, len(whole) - choice)]  # an empty file waits for an answer: other tests have that
            path.write_bytes(older[choice % len(older)].read_bytes() if older and choice % 2 else cut)
            assert before <= self.bodies_in(number)

    @rule(one=place, other=place)
    def conflict_copy(self, one: int, other: int) -> None:
        """A synchroniser carries the whole file over, as a conflict copy."""
        path = self.stores[one].folder / "notes.json"
        if path.exists():
            self.stores[other].folder.mkdir(exist_ok=True)
            shutil.copy(path, self.stores[other].folder / "notes.sync-conflict-20240514-101112-ABC.json")
            assert not sync_folder(self.store(other), self.stores[other].folder).troubles

    @rule(one=place, other=place)
    def copy_over(self, one: int, other: int) -> None:
        """A synchroniser puts the file of one place in the place of an older one, the older as a conflict copy."""
        theirs, ours = (self.stores[number].folder / "notes.json" for number in (one, other))
        if one != other and theirs.exists() and ours.exists():
            ours.rename(ours.with_name("notes.sync-conflict-20240514-101112-ABC.json"))
            shutil.copy(theirs, ours)
            assert not sync_folder(self.store(other), ours.parent).troubles

    @rule(one=place, other=place)
    def join(self, one: int, other: int) -> None:
        if one != other:
            assert over_a_line(self.stores[one], self.stores[other])
            assert marks_of(self.stores[one].rows()) == marks_of(self.stores[other].rows())

    @rule(one=place, other=place, there=st.integers(0, 8_000), back=st.integers(0, 8_000))
    def join_over_a_line_that_breaks(self, one: int, other: int, there: int, back: int) -> None:
        if one != other:
            over_a_line(self.stores[one], self.stores[other], there, back)

    def bodies_in(self, number: int, deleted: bool = True) -> set[str]:
        shelves = (False, True) if deleted else (False,)
        return {note.body for shelf in shelves for note in self.stores[number].all_notes(shelf)}

    def bodies(self, deleted: bool = True) -> set[str]:
        return set[str]().union(*(self.bodies_in(number, deleted) for number in PLACES))

    def repairs_there(self) -> set[str]:
        return {row["id"] for store in self.stores for row in store.corrections(undone=True)}

    def teardown(self) -> None:
        try:
            self.check()
        finally:
            for store in self.stores:
                store.close()
            shutil.rmtree(self.folder)

    def check(self) -> None:
        for _ in range(3):
            for one, other in ((0, 1), (1, 2), (2, 0)):
                assert over_a_line(self.stores[one], self.stores[other])
        first, *others = (marks_of(store.rows()) for store in self.stores)
        assert all(marks == first for marks in others)
        assert len({tuple(row["id"] for row in store.corrections(undone=True)) for store in self.stores}) == 1
        expected = self.texts - self.replaced - self.purged
        assert expected <= self.bodies()
        assert expected - self.trashed <= self.bodies(deleted=False)
        assert set(self.repairs) <= self.repairs_there()
        for store in self.stores:
            assert all(any(words in trouble for words in TOLD) for trouble in store.troubles())


def over_a_line(here: NoteStore, there: NoteStore, there_bytes: int = 1 << 30, back_bytes: int = 1 << 30) -> bool:
    """Join two places as over ssh; whether it came to its end."""
    (to_read, to_write), (from_read, from_write) = os.pipe(), os.pipe()

    def answer() -> None:
        with suppress(ReaderError, OSError), os.fdopen(to_read, "rb") as source, os.fdopen(from_write, "wb") as target:
            serve(there, source, Breaking(target, back_bytes))  # type: ignore[arg-type]

    thread = threading.Thread(target=answer)
    thread.start()
    done = False
    with suppress(ReaderError, OSError), os.fdopen(from_read, "rb") as source, os.fdopen(to_write, "wb") as target:
        sync(here, source, Breaking(target, there_bytes))  # type: ignore[arg-type]
        done = True
    thread.join(30)
    assert not thread.is_alive()
    return done


@pytest.fixture
def _wrong_clocks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for module in (changes, note, store_module, trash):
        monkeypatch.setattr(module, "datetime", Clock)
    for module in (note, store_module):
        monkeypatch.setattr(module, "uuid4", next_id)
    monkeypatch.setattr(changes, "randbelow", next_number)
    monkeypatch.setattr(durable, "flush", lambda _: None)  # no power cuts here: other tests have those
    monkeypatch.setattr(durable, "flush_folder", lambda _: None)
    yield
    Clock.offset = timedelta()


@pytest.mark.usefixtures("_wrong_clocks")
@pytest.mark.parametrize(
    ("examples", "steps"),
    [pytest.param(20, 30, id="short"), pytest.param(3_000, 40, id="long", marks=pytest.mark.torture)],
)
def test_three_places(examples: int, steps: int) -> None:
    how = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    run_state_machine_as_test(Places, settings=how)  # type: ignore[no-untyped-call]
