"""The trash is emptied by what the notes have seen: a clock that leaps ahead costs nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tui.notes import trash
from tui.notes.note import Note
from tui.notes.store import NoteStore
from tui.notes.versions import changes

DAY = timedelta(days=1)
TODAY = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Set the clock to so much after the first day."""

    def put(later: timedelta) -> None:
        class Clock(datetime):
            @classmethod
            def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
                return TODAY + later

        for module in (trash, changes):
            monkeypatch.setattr(module, "datetime", Clock)

    return put


def thrown_away(store: NoteStore, write: Callable[..., Note], number: int) -> list[Note]:
    notes = [replace(write(f"{each}"), deleted=TODAY, updated=TODAY, created=TODAY) for each in range(number)]
    store.add(notes)
    return notes


def test_a_clock_that_is_ahead_empties_no_trash(
    store: NoteStore, write: Callable[..., Note], at: Callable[[timedelta], None]
) -> None:
    at(timedelta())
    thrown_away(store, write, 3)
    assert store.purge_trash() == ()
    for _ in range(3):
        at(40 * DAY)
        assert store.purge_trash() == ()
        at(DAY)  # it was put right
        assert store.purge_trash() == ()
    assert len(store.all_notes(deleted=True)) == 3


def test_who_was_away_for_long_loses_it_on_another_day(
    store: NoteStore, write: Callable[..., Note], at: Callable[[timedelta], None]
) -> None:
    at(timedelta())
    thrown_away(store, write, 3)
    store.purge_trash()
    at(40 * DAY)
    assert store.purge_trash() == ()
    at(41 * DAY)
    assert len(store.purge_trash()) == 3


def test_day_by_day_it_is_thirty_days(
    store: NoteStore, write: Callable[..., Note], at: Callable[[timedelta], None]
) -> None:
    at(timedelta())
    thrown_away(store, write, 1)
    for day in range(0, 30, 5):
        at(day * DAY)
        assert store.purge_trash() == ()
    at(30 * DAY)
    assert len(store.purge_trash()) == 1


def test_many_are_asked_about(store: NoteStore, write: Callable[..., Note], at: Callable[[timedelta], None]) -> None:
    at(timedelta())
    thrown_away(store, write, 21)
    for day in (0, 7, 14, 21, 28, 31):
        at(day * DAY)
        assert store.purge_trash() == ()
    assert any("21 notes have lain in the trash" in trouble for trouble in store.troubles())
    assert len(store.purge_trash(most=100)) == 21
    assert store.troubles() == ()
