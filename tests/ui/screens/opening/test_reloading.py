"""A file that changes is read again; whoever reads it stays where they were."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.process import COMMAND
from tui.library.shelf import Shelf
from tui.text.streams import Piped
from tui.ui.doing.reloading import Reloading
from tui.ui.doing.renewing import moved_to

Open = Callable[..., Any]
Press = Callable[..., Any]
LONG = "# Long\n\n" + "\n\n".join(f"Paragraph {n} of Anna Berg stands alone here." for n in range(120))


def said(reader: Any) -> str:
    return str(reader._status.text)


def top_words(reader: Any) -> str:
    view = reader.pane.view
    return str(reader.reading.article.text[view.page.offset_at(view.top) :][:14])


async def look(reader: Any, pilot: Any, times: int = 2) -> None:
    """As the timer does, without waiting for it."""
    for _ in range(times):
        reloading = reader.part(Reloading)
        reloading.look()
        await reloading._task
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def change(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    stamp = path.stat().st_mtime_ns + 5_000_000_000
    os.utime(path, ns=(stamp, stamp))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_the_place_is_kept(open_reader: Open, press: Press, tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "long.md"
    path.write_text(LONG)
    async with open_reader(path, size) as (reader, pilot):
        await look(reader, pilot, 1)
        await press(pilot, *"60jm", "a", *"10j")
        before, mark = top_words(reader), reader.reading.bookmarks["a"]
        words = reader.reading.article.text[mark : mark + 14]
        change(path, LONG.replace("# Long", "# Longer\n\nA new beginning, with more words than before."))
        await look(reader, pilot)
        assert "was read again" in said(reader)
        assert top_words(reader) == before
        mark = reader.reading.bookmarks["a"]
        assert reader.reading.article.text[mark : mark + 14] == words
        assert reader.reading.entities[0].name == "Anna Berg"


async def test_notes_search_and_selected_name_stay(open_reader: Open, press: Press, story: Path) -> None:
    async with open_reader(story) as (reader, pilot):
        await look(reader, pilot, 1)
        await press(pilot, "/", *"ship", "enter", "1", "enter")
        hits, name = len(reader.reading.found.hits), reader.reading.selected.name
        change(story, story.read_text().replace("# A ship", "# The ship"))
        await look(reader, pilot)
        assert reader.reading.article.title == "The ship in the bay"
        assert len(reader.reading.found.hits) == hits
        assert reader.reading.selected.name == name


async def test_half_a_file_is_not_read(open_reader: Open, story: Path) -> None:
    async with open_reader(story) as (reader, pilot):
        await look(reader, pilot, 1)
        change(story, "# Half")
        await look(reader, pilot, 1)
        assert reader.reading.article.title == "A ship in the bay"


async def test_a_file_that_goes_away_leaves_its_text(open_reader: Open, press: Press, story: Path) -> None:
    text = story.read_text()
    async with open_reader(story) as (reader, pilot):
        await look(reader, pilot, 1)
        story.unlink()
        await look(reader, pilot)
        assert "is gone" in said(reader)
        assert "Anna Berg" in reader.reading.article.text
        await press(pilot, "R")
        assert "does not exist" in said(reader)
        assert "stays as it was" in said(reader)
        change(story, text + "\nMore.\n")
        await look(reader, pilot)
        assert reader.reading.article.text.rstrip().endswith("More.")


async def test_a_file_that_becomes_empty_leaves_its_text(open_reader: Open, story: Path) -> None:
    async with open_reader(story) as (reader, pilot):
        await look(reader, pilot, 1)
        change(story, "")
        await look(reader, pilot)
        assert "is empty" in said(reader)
        assert "Anna Berg" in reader.reading.article.text


async def test_a_file_that_was_only_touched_is_not_mentioned(open_reader: Open, press: Press, story: Path) -> None:
    async with open_reader(story) as (reader, pilot):
        await look(reader, pilot, 1)
        change(story, story.read_text())
        await look(reader, pilot)
        assert "again" not in said(reader)
        await press(pilot, "R")
        assert "has not changed" in said(reader)


CLAIM = "Reuters could not immediately verify the report."
ENTRIES = [
    f"{20 - n}:05 {what}, residents said. {CLAIM}"
    for n, what in enumerate(("A mill burns", "The bridge is open", "Shells fell", "It rains", "A school is shut"))
]


@pytest.mark.parametrize("gone", range(5))
def test_a_place_that_is_gone_is_where_its_neighbours_are(gone: int) -> None:
    """Not at another entry that says the same."""
    before = "\n\n".join(["Latest", *ENTRIES, "The end."])
    after = "\n\n".join(["Latest", "21:10 New.", *ENTRIES[:gone], *ENTRIES[gone + 1 :], "The end."])
    rest = [*ENTRIES[gone + 1 :], "The end."]
    for words in (ENTRIES[gone], CLAIM):
        offset = before.index(words, before.index(ENTRIES[gone]))
        assert moved_to(before, after, offset) == after.index(rest[0])


@given(st.text(max_size=80), st.text(max_size=80), st.integers(0, 100))
def test_a_place_is_always_in_the_text(before: str, after: str, offset: int) -> None:
    found = moved_to(before, after, min(offset, len(before)))
    assert 0 <= found <= max(0, len(after) - 1) or after[found:] or found == 0


def make_program(path: Path, line: str = f'exec {COMMAND[0]} "$@"') -> None:
    """Put a worker there that can be started."""
    path.touch(0o755)
    path.write_text(f"#!/bin/sh\n{line}\n")


async def test_names_that_could_not_be_found_are_looked_for_again(
    sit_down: Open, articles: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    (articles / "new.md").write_text("# News\n\nAngela Merkel met Emmanuel Macron in Berlin on 3 May 2019.\n")
    program = tmp_path / "worker"
    async with sit_down("new.md", size, command=(str(program), *COMMAND[1:])) as sitting:
        assert "R tries again" in sitting.said
        await sitting.press("e")
        assert "Names cannot be found: R tries again." in sitting.picture
        await sitting.press("R")
        assert "cannot be started; R tries again: No such file or directory." in sitting.said
        make_program(program)
        await sitting.press("R")
        await sitting.until(lambda: "Angela Merkel" in sitting.names)
        await sitting.press("R")
        assert "has not changed" in sitting.said


async def test_an_analysis_that_takes_too_long_says_so_and_can_be_tried_again(
    sit_down: Open, articles: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    hurried = "import tui.library.worker as worker; worker.PATIENCE, worker.PER_CHARACTER = 0.001, 0; worker.main()"
    (articles / "new.md").write_text("# News\n\nAngela Merkel met Emmanuel Macron in Berlin on 3 May 2019.\n" * 200)
    program = tmp_path / "worker"
    make_program(program, f'exec {COMMAND[0]} -P -c "{hurried}"')
    async with sit_down("new.md", size, command=(str(program), *COMMAND[1:])) as sitting:
        await sitting.until(lambda: "gave up after 0 s: R tries again." in sitting.said)
        await sitting.press("t")
        await sitting.until(lambda: "No dates after 0 s: R tries again." in sitting.picture)
        for worker in psutil.Process().children():
            worker.kill()
        make_program(program)
        await sitting.press("R")
        await sitting.until(lambda: "Angela Merkel" in sitting.names)


async def test_what_came_through_a_pipe_is_analysed_again(sit_down: Open, articles: Path, tmp_path: Path) -> None:
    piped = Piped(b"# News\n\nAngela Merkel met Emmanuel Macron in Berlin on 3 May 2019.\n", "", "Standard input")
    program = tmp_path / "worker"
    shelf = Shelf([articles], None, piped=[(piped, piped.opened())])
    async with sit_down(command=(str(program), *COMMAND[1:]), shelf=shelf) as sitting:
        await sitting.press("g", "g", "enter")
        assert "R tries again" in sitting.said
        make_program(program)
        await sitting.press("R")
        await sitting.until(lambda: "Angela Merkel" in sitting.names)
        await sitting.press("R")
        assert "came through a pipe" in sitting.said
