"""Entities and notes beside the text: choosing, walking, filtering, and their own timeline."""

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.in_brief import in_brief
from tui.ui.keys.actions import ACTIONS
from tui.ui.keys.contexts import ENTITIES, NOTES, PANEL, TIMELINE

Sit = Callable[..., Any]
Size = tuple[int, int]
WIDE, NARROW, SMALL = (120, 40), (80, 24), (40, 12)


async def test_the_panel_stands_beside_the_text_or_over_it(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        panel, beside = sitting.reader.panel, size[0] >= 100
        assert panel.display is beside
        for key, tab in (("e", "entities"), ("t", "timeline"), ('"', "quotes"), ("&", "figures"), ("c", "notes")):
            await sitting.press(key)
            assert (panel.display, panel.tab, sitting.app.focused) == (True, tab, panel.current)
            await sitting.press("\\")
            assert not panel.display
            assert sitting.app.focused is sitting.reader.pane.view
        await sitting.press("tab")
        assert sitting.app.focused is panel.current
        turns = (
            ("h", "figures"),
            ("h", "quotes"),
            ("h", "timeline"),
            ("h", "entities"),
            ("right", "timeline"),
            ("l", "quotes"),
        )
        for key, tab in turns:
            await sitting.press(key)
            assert panel.tab == tab
        await sitting.press("shift+tab")
        assert sitting.app.focused is sitting.reader.pane.view
        assert panel.display is beside


@pytest.mark.parametrize(
    ("tab", "size"),
    in_brief(
        product((ENTITIES, TIMELINE, NOTES), (NARROW, SMALL, WIDE)),
        [(ENTITIES, SMALL), (TIMELINE, WIDE), (TIMELINE, NARROW), (NOTES, NARROW)],
    ),
)
async def test_every_action_of_the_lists_is_survived(sit_down: Sit, tab: str, size: Size) -> None:
    async with sit_down("aground.md", size) as sitting:
        for action in ACTIONS:
            if action.context in (PANEL, tab):
                sitting.reader.open_panel(tab)
                sitting.reader.run(action)
                await sitting.settle()
                await sitting.back_to_the_article()


async def test_a_list_that_was_not_in_view_is_shown_from_its_first_row(sit_down: Sit) -> None:
    async with sit_down("aground.md", NARROW) as sitting:
        await sitting.press("]", "e", "]", "e", "]", "e", "]", "e")  # the list follows while it is hidden
        assert sitting.reader.panel.entities.cursor > 0
        await sitting.press("e")
        assert sitting.reader.panel.entities.top == 0
        assert any(" 1 " in row and sitting.names[0] in row for row in sitting.drawn)


async def test_entities_are_walked_through_from_the_panel(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("e")
        last = len(sitting.names) - 1
        for keys, row in [
            ("j", 1),
            ("down", 2),
            ("k", 1),
            ("up", 0),
            ("G", last),
            ("g g", 0),
            ("end", last),
            ("home", 0),
        ]:
            await sitting.press(*keys.split())
            assert sitting.reader.panel.entities.cursor == row, keys
        await sitting.go_to_row("Daniel Kowalski")
        await sitting.press("enter")
        spans = [mention.span for mention in sitting.reading.selected.mentions]
        assert sitting.reading.cursor == spans[0].start
        assert f"1 of {len(spans)}  Daniel Kowalski" in sitting.said
        if size[0] >= 100:
            await sitting.press("enter")
        else:
            assert sitting.app.focused is sitting.reader.pane.view  # the list no longer hides the text
            await sitting.press("n")
        assert sitting.reading.cursor == spans[1].start
        await sitting.press("n")
        assert sitting.reading.cursor == spans[2].start
        await sitting.press("N", "N", "N")
        assert "(from the end)" in sitting.said
        assert sitting.reading.cursor == spans[-1].start


async def test_digits_take_the_entities_by_their_rows(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("e")
        for digit in ("2", "5"):
            await sitting.press(digit)
            await sitting.until(lambda: sitting.reading.entity == int(digit) - 1)  # noqa: B023
            assert sitting.reading.selected.name == sitting.names[int(digit) - 1]
            assert sitting.reader.panel.entities.cursor == int(digit) - 1
        await sitting.press("enter")
        assert sitting.reading.cursor == sitting.reading.selected.mentions[0].span.start


@pytest.mark.parametrize("filter", ["solb", "SOLB"])
async def test_the_list_is_narrowed_as_one_types(sit_down: Sit, size: Size, filter: str) -> None:
    async with sit_down("strike.md", size) as sitting:
        everyone = sitting.names
        await sitting.press("e", "/", *filter)
        assert sitting.names == ["Ingrid Solberg"]
        await sitting.press("enter", "enter")
        assert sitting.reading.selected.name == "Ingrid Solberg"
        await sitting.press("e", "/", "escape")
        assert sitting.names == ["Ingrid Solberg"]
        await sitting.press("/")
        await sitting.answer("")
        assert sitting.names == everyone


async def test_keys_typed_ahead_of_a_filter_reach_it(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        sitting.type_ahead("e", "/", *"solb", "enter", "enter")
        await sitting.until(lambda: sitting.reading.selected is not None)
        assert sitting.reading.selected.name == "Ingrid Solberg"


async def test_an_entity_has_its_own_timeline(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        every_day = sitting.days
        await sitting.press("e")
        await sitting.go_to_row("Daniel Kowalski")
        await sitting.press("o")
        timeline = sitting.reader.panel.timeline
        assert sitting.app.focused is timeline
        assert sitting.days
        assert all("Daniel Kowalski" in row.names for row in timeline.rows)
        await sitting.press("o")
        assert sitting.days == every_day


async def test_why_an_entity_is_there(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("e")
        await sitting.go_to_row("Ellery Port Authority")
        await sitting.press("i")
        for words in ("organisation", "Also written", "EPA", "joined by", "Named in the same sentence"):
            assert words in sitting.picture
        await sitting.press("j", "q")
        assert sitting.reader.context == "entities"


async def test_the_panel_says_how_many_rows_there_are(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        assert f"Entities {len(sitting.names)} " in sitting.picture
        assert f" t {len(sitting.days)} " in sitting.picture  # its name where it is open or there is room, else its key
        assert f' " {len(sitting.reading.quotes)} ' in sitting.picture
        assert f" & {len(sitting.reading.figures)} " in sitting.picture
        await sitting.press("t")
        assert f"Timeline {len(sitting.days)} " in sitting.picture


async def test_a_filtered_list_says_how_many_there_are(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        names, days = len(sitting.names), len(sitting.days)
        await sitting.press("e", "/")
        await sitting.answer(sitting.names[0])
        assert f"Entities {len(sitting.names)}/{names} " in sitting.picture
        assert f" t {days} " in sitting.picture
        await sitting.press("o")
        assert 0 < len(sitting.days) < days
        assert f"Timeline {len(sitting.days)}/{days} " in sitting.picture


async def test_escape_closes_the_panel_over_the_text(sit_down: Sit) -> None:
    async with sit_down("strike.md", (80, 24)) as sitting:
        await sitting.press("e")
        assert sitting.reader.panel.display
        await sitting.press("escape")
        assert not sitting.reader.panel.display
        assert sitting.reader.focused is sitting.reader.pane.view


async def test_the_lists_are_narrowed_however_a_word_is_written(sit_down: Sit, articles: Path) -> None:
    words = "On 12 May 2020 Søren Łukasiewicz said that the COVID‑19 oﬃce in Oslo would close."
    (articles / "letters.md").write_text(f"# Letters\n\n{words}\n\nIt opened in 2021.\n", encoding="utf-8")
    async with sit_down("letters.md") as sitting:
        assert "Søren Łukasiewicz" in sitting.names
        await sitting.press("e", "/", *"soren  lukas ", "enter")
        assert sitting.names == ["Søren Łukasiewicz"]
        await sitting.press("t", "/", *"covid-19 office", "enter")
        assert sitting.days == ["2020-05-12"]
        await sitting.press("tab", "g", "g", "a", *"Straße “it’s”", "ctrl+s", "c", "/", *"strasse \"it's", "enter")
        assert len(sitting.reader.panel.notes.rows) == 1
        await sitting.press("/", *"x", "enter")
        assert len(sitting.reader.panel.notes.rows) == 0


async def test_the_list_says_that_a_text_is_not_english(sit_down: Sit, articles: Path) -> None:
    text = (
        "Die Stadt baut ihren Hafen aus, und das Geld war da. Das sagte Anja Kowalski am Dienstag nach der Sitzung. "
        "Die Arbeiten sollen im Mai beginnen, aber nicht jeder will das. Zum Schluss sagte Anja Kowalski, es werde gut."
    )
    (articles / "hafen.md").write_text(f"# Der Hafen wird gebaut\n\n{text}\n", "utf-8")
    async with sit_down("hafen.md", NARROW) as sitting:
        await sitting.press("e")
        await sitting.until(lambda: sitting.names == ["Anja Kowalski"])
        said = " ".join(line.rsplit("▏", 1)[-1].strip() for line in sitting.picture.split("\n"))
        assert "This text looks German: only names that repeat are listed." in said
        await sitting.press("/", *"kow", "enter")
        assert "This text looks German" in sitting.picture
        assert sitting.names == ["Anja Kowalski"]
