"""C: the timeline over the whole screen, the ways into it and out of it, and what can be done there."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icalendar
import pytest

from tests.in_brief import in_brief
from tui.__main__ import main

Sit = Callable[..., Any]
Size = tuple[int, int]
SIZES = [(120, 40), (80, 24), (200, 60), (60, 16)]

LEAVING = ["C", "escape", "q", "t", "e", "c", "tab", "backslash", "l"]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_it_takes_the_whole_screen_and_shows_the_rows_of_the_panel(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        panel, timeline = sitting.reader.panel, sitting.reader.panel.timeline
        rows = timeline.rows
        await sitting.press("C")
        assert sitting.reader.context == "chronicle"
        assert timeline.size.width == size[0]
        assert timeline.rows is rows
        assert f"Chronicle {len(rows)}" in sitting.picture
        assert "│" in "".join(timeline.render_line(y).text for y in range(len(timeline.head(size[0]))))
        for _ in rows:
            await sitting.press("j")
        assert timeline.cursor == len(rows) - 1
        await sitting.press("C")
        assert not panel.whole
        assert sitting.reader.context == "article"
        assert panel.display == (size[0] >= 100)


@pytest.mark.parametrize(
    ("leave", "size"),
    in_brief(
        [(leave, size) for leave in LEAVING for size in ((120, 40), (80, 24))],
        [(leave, ((120, 40), (80, 24))[at % 2]) for at, leave in enumerate(LEAVING)],
    ),
)
async def test_every_way_out_leaves_a_screen_as_it_was(sit_down: Sit, size: Size, leave: str) -> None:
    async with sit_down("strike.md", size) as sitting:
        before = sitting.picture
        await sitting.press("C", "j", leave)
        assert not sitting.reader.panel.whole
        assert sitting.reader.pane.display
        expected = {"t": "timeline", "e": "entities", "c": "notes", "l": "quotes"}.get(leave, "article")
        assert sitting.reader.context == expected
        await sitting.press("escape", "e", "escape")
        assert sitting.picture.splitlines()[1:-1] == before.splitlines()[1:-1]


async def test_enter_leads_to_the_sentence_and_back_to_the_row(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("C")
        timeline = sitting.reader.panel.timeline
        timeline.put(sitting.days.index("2023-05-12"))
        await sitting.press("enter")
        assert sitting.here.startswith("12 May 2023")
        assert sitting.reader.context == "article"
        assert sitting.reader.pane.view.shows(sitting.reading.cursor)
        await sitting.press("C")
        assert sitting.days[timeline.cursor] == "2023-05-12"
        await sitting.press("escape", "ctrl+o")
        assert sitting.reading.cursor == 0


async def test_it_opens_at_the_sentence_under_the_cursor(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        row = sitting.reader.panel.timeline.rows[5]
        sitting.reader.go(row.place)
        await sitting.press("C")
        assert sitting.reader.panel.timeline.under_cursor.sentence == row.sentence


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_article_stands_beside_it_and_follows(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("C", "|")
        view, timeline = sitting.reader.pane.view, sitting.reader.panel.timeline
        assert view.size.width + timeline.size.width == size[0] - 2 or view.size.width == timeline.size.width == size[0]
        for _ in range(timeline.count - 1):
            await sitting.press("j")
            place = timeline.under_cursor.place
            assert sitting.reading.target == place
            assert view.shows(place.start)
            assert sitting.reader.context == "chronicle"
        await sitting.press("tab")
        assert sitting.reader.context == "article"
        assert sitting.reader.panel.whole
        await sitting.press("j", "tab")
        assert sitting.reader.context == "chronicle"
        await sitting.press("|")
        assert timeline.size.width == size[0]
        await sitting.press("|", "q")
        assert not sitting.reader.panel.whole


async def test_it_is_filtered_and_sorted_as_the_panel_is(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        every_day = sitting.days
        await sitting.press("C", "s")
        assert sitting.days == every_day[::-1]
        assert "earlier" in sitting.picture
        await sitting.press("s", "s", "s", "/", *"lighthouse", "enter")
        assert len(sitting.days) == 1
        assert sitting.reader.context == "chronicle"
        assert "Chronicle 1/" in sitting.picture
        await sitting.press("C", "t")
        assert len(sitting.days) == 1
        await sitting.press("C", "escape")
        assert sitting.reader.panel.whole  # the filter goes first
        assert sitting.days == every_day


async def test_finer_and_coarser_scales(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("C")
        timeline = sitting.reader.panel.timeline

        def columns() -> float:
            timeline.head(timeline.size.width)
            return timeline._chronicle(timeline.size.width).axis.days_a_column

        seen = [columns()]
        for _ in range(4):
            await sitting.press("+")
            seen.append(columns())
        assert seen == sorted(seen, reverse=True)
        assert seen[-1] <= 1
        for _ in range(4):
            await sitting.press("-")
            seen.append(columns())
        assert seen[-1] > seen[4]


async def test_a_note_is_written_on_a_row(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("C", "j", "a", *"Why then?", "escape")
        await sitting.until(lambda: len(sitting.reading.notes) == 1)
        note = sitting.reading.notes[0].note
        assert (note.target, note.body) == ("event", "Why then?")
        assert sitting.reader.context == "chronicle"


async def test_a_row_is_explained(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("C", "i", "escape")
        assert sitting.reader.context == "chronicle"
        assert sitting.reader.panel.whole


async def test_a_click_goes_there(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("C")
        timeline = sitting.reader.panel.timeline
        head = len(timeline.head(timeline.size.width))
        y = next(y for y in range(head, timeline.size.height) if timeline.row_at(y) == 2)
        place = timeline.rows[2].place
        await sitting.pilot.click("#timeline", offset=(10, y))
        await sitting.settle()
        assert sitting.reading.cursor == place.start
        assert not sitting.reader.panel.whole


async def test_two_articles_have_one_chronicle(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("|", "/", *"aground", "enter", "enter")
        await sitting.until(lambda: sitting.reader.other is not None and sitting.reading.analysis is not None)
        await sitting.press("C")
        timeline = sitting.reader.panel.timeline
        assert {row.side for row in timeline.rows} >= {"<", ">"}
        await sitting.press("|")
        for _ in range(timeline.count - 1):
            await sitting.press("j")
            assert sitting.reader.active == timeline.under_cursor.article
            assert sitting.reader.context == "chronicle"
        sizes = [pane.display for pane in sitting.reader.panes]
        assert sum(sizes) == 1
        await sitting.press("q")
        assert all(pane.display for pane in sitting.reader.panes)


@pytest.mark.parametrize("typed", [("C", "j", "enter"), ("C", "|", "j", "j"), ("C", "C", "C")])
async def test_keys_typed_ahead_do_what_they_do_one_by_one(sit_down: Sit, typed: tuple[str, ...]) -> None:
    pictures = []
    for ahead in (False, True):
        async with sit_down("strike.md", (80, 24)) as sitting:
            await sitting.press("g", "g")  # the second time it begins where the first one ended
            if ahead:
                sitting.type_ahead(*typed)
                await sitting.settle()
            else:
                await sitting.press(*typed)
            pictures.append(sitting.drawn[:-1])  # the line at the foot knows a beginner
    assert pictures[0] == pictures[1]


# Files


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path / "out")
    return tmp_path / "out"


@pytest.mark.parametrize("form", ["md", "csv", "ics", "json"])
async def test_its_files_are_those_of_the_command(
    sit_down: Sit, articles: Path, folder: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("C", "W")
        await sitting.answer(f"rows.{form}")
        await sitting.until(lambda: "written to" in sitting.said)
        count = sitting.reader.panel.timeline.count
        assert f"{count} rows written to {folder / f'rows.{form}'}" in sitting.said
        assert sitting.reader.context == "chronicle"
    capsys.readouterr()
    assert main(["timeline", "--format", form, str(articles / "strike.md")]) == 0
    printed, wrote = capsys.readouterr().out, (folder / f"rows.{form}").read_bytes().decode()
    if form == "ics":
        one, other = (icalendar.Calendar.from_ical(text).walk("VEVENT") for text in (printed, wrote))
        assert [event["UID"] for event in one] == [event["UID"] for event in other]
    elif form == "csv":
        assert list(csv.reader(wrote.splitlines())) == list(csv.reader(printed.splitlines()))
    else:
        assert wrote == printed
    assert [path.name for path in folder.iterdir()] == [f"rows.{form}"]


async def test_only_what_is_listed_is_written_in_the_order_it_stands(sit_down: Sit, folder: Path) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("C", "s", "/", *"2023", "enter", "W")
        await sitting.answer("some.json")
        await sitting.until(lambda: "written to" in sitting.said)
        rows = json.loads((folder / "some.json").read_text())
        assert [row["edtf"] for row in rows] == [row.edtf for row in sitting.reader.panel.timeline.rows]
        assert 1 < len(rows) < len(sitting.reading.analysis.events)


async def test_a_file_that_is_there_is_asked_about(sit_down: Sit, folder: Path) -> None:
    (folder / "rows.md").write_text("mine")
    async with sit_down("strike.md") as sitting:
        await sitting.press("C", "W")
        await sitting.answer("rows.md")
        assert "rows.md is there already" in sitting.picture
        await sitting.press("n")
        assert "Nothing was written" in sitting.said
        assert (folder / "rows.md").read_text() == "mine"
        await sitting.press("W")
        await sitting.answer("rows.md")
        await sitting.press("y")
        await sitting.until(lambda: "written to" in sitting.said)
        assert (folder / "rows.md").read_text().startswith("| When")


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        ("rows.txt", "a name ends in .md, .json, .csv, .ics."),
        ("none/rows.md", "There is no folder none"),
        ("folder.md", "is no file"),
        (" ", "A file needs a name"),
        ("x" * 300 + ".md", "cannot be"),
    ],
)
async def test_a_name_that_will_not_do_stays_to_be_put_right(
    sit_down: Sit, folder: Path, name: str, trouble: str
) -> None:
    (folder / "folder.md").mkdir()
    async with sit_down("strike.md") as sitting:
        await sitting.press("C", "W")
        await sitting.answer(name)
        await sitting.until(lambda: trouble in sitting.said)
        assert [path.name for path in folder.iterdir()] == ["folder.md"]


async def test_other_formats_come_with_up(sit_down: Sit, folder: Path) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("C", "W")
        assert sitting.app.focused.value == "strike-timeline.md"
        await sitting.press("up", "up", "enter")
        await sitting.until(lambda: "written to" in sitting.said)
        assert [path.name for path in folder.iterdir()] == ["strike-timeline.ics"]


async def test_a_reader_for_others_writes_nothing(sit_down: Sit, folder: Path) -> None:
    async with sit_down("strike.md", restricted=True) as sitting:
        await sitting.press("C", "W")
        assert "switched off" in sitting.said
        assert list(folder.iterdir()) == []
