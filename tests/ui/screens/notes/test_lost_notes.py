"""A file that has lost its notes: the reader tells, goes on showing what it knows, and asks before it writes."""

import asyncio
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.ui.quiet import settle
from tui.notes.anchors.anchor import anchor_at
from tui.notes.note import Target, new_note
from tui.notes.store import own_notes
from tui.paths import data_folder
from tui.text.read import read_article
from tui.text.span import Span
from tui.ui.reading.notes.telling import untold

Open = Callable[..., Any]
Press = Callable[..., Any]


def keep(story: Path, body: str) -> None:
    article = read_article(story)
    store = own_notes()
    store.save(new_note(article, Target.TEXT, body, anchor=anchor_at(article.text, Span(0, 10))))
    store.close()


def stored() -> list[str]:
    return [note.body for note in own_notes().all_notes()]


async def until(pilot: Any, holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 120
    while not holds():
        assert time.monotonic() < end, f"it did not happen in time: {told(pilot)}"
        await pilot.pause(0.05)


def told(pilot: Any) -> str:
    return " ".join(notification.message for notification in pilot.app._notifications)


@pytest.mark.parametrize(("answer", "there"), [("y", ["one", "two"]), ("Y", ["one", "two"]), ("k", [])])
@pytest.mark.parametrize("content", ["{}", ""], ids=["no rows", "empty"])
async def test_it_is_told_and_asked_about(
    open_reader: Open, story: Path, press: Press, content: str, answer: str, there: list[str]
) -> None:
    for body in ("one", "two"):
        keep(story, body)
    file = data_folder() / "notes.json"
    file.write_text(content)
    async with open_reader(story) as (reader, pilot):
        await until(pilot, lambda: "There were 2 notes" in told(pilot))
        assert "g b asks" in told(pilot)
        assert "2 from the backup of" in told(pilot)
        await press(pilot, "g", "b")
        await until(pilot, lambda: "y brings 2 notes back" in reader.said)
        assert "2 from the backup of" in reader.said
        await press(pilot, "escape")
        assert file.read_text() == content
        await press(pilot, "g", "b", answer, "enter")
        await until(pilot, lambda: not reader.desk.store.storage.lost)
        said = "The file is taken as it is." if answer == "k" else "The notes are back."
        await until(pilot, lambda: reader.said == said)
        await until(pilot, lambda: "There were 2 notes" not in told(pilot))
    assert stored() == there


async def test_what_is_known_is_still_shown(open_reader: Open, story: Path, press: Press, tmp_path: Path) -> None:
    keep(story, "one")
    async with open_reader(story) as (reader, pilot):
        await until(pilot, lambda: len(reader.reading.notes) == 1)
        await settle(pilot)
        data_folder().rename(tmp_path / "another disk")  # at once: a backup may just be written into it
        await until(pilot, lambda: "is its disk there" in told(pilot))
        assert [placed.note.body for placed in reader.reading.notes] == ["one"]
        assert not (data_folder() / "notes.json").exists()
        await press(pilot, "g", "b", "y", "enter")
        await until(pilot, (data_folder() / "notes.json").exists)
    assert stored() == ["one"]


async def test_where_nothing_is_left_it_offers_nothing(open_reader: Open, story: Path, press: Press) -> None:
    keep(story, "one")
    own_notes().all_notes()  # that there is one is known outside of the folder
    shutil.rmtree(data_folder())
    async with open_reader(story) as (reader, pilot):
        await until(pilot, lambda: "no backup of them is left here" in told(pilot))
        assert "brings them back" not in told(pilot)
        await press(pilot, "g", "b")
        await until(pilot, lambda: reader.said == "Nothing is left to be brought back, k keeps the file as it is")
        await press(pilot, "k", "enter")
        await until(pilot, lambda: not reader.desk.store.storage.lost)


async def test_a_newer_file_is_told_once(open_reader: Open, story: Path, press: Press) -> None:
    keep(story, "one")
    async with open_reader(story) as (reader, pilot):
        await until(pilot, lambda: len(reader.reading.notes) == 1)
        (data_folder() / "notes.json").write_text('{"format": {"1": {"version": 9}}}')
        await until(pilot, lambda: "newer version" in told(pilot))
        assert not await asyncio.to_thread(reader.desk.store.changed)  # nothing is asked again before it changes
        assert told(pilot).count("newer version") == 1


def test_that_they_are_lost_is_told_once_whatever_is_found_of_them(story: Path) -> None:
    for body in ("one", "two"):
        keep(story, body)
    (data_folder() / "notes.json").write_text("{}")
    store, said = own_notes(), set[str]()
    store.all_notes()
    (sentence,) = untold(store, said)
    assert "There were 2 notes" in sentence
    assert "backup" in sentence
    for backup in (data_folder() / "backups").iterdir():
        backup.unlink()
    assert "backup" not in store.lost().partition("Found: ")[2]
    assert untold(store, said) == []
    store.storage.accept()
    assert untold(store, said) == []
    store.close()
