"""All that was put right stands in one list: taken back there, made again, gone to, of this article and of all."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tui.analysis.model import Kind
from tui.analysis.repairs.repairs import EntityKey, Hide, Unknown
from tui.library.shelf import Shelf
from tui.notes import repairs
from tui.ui.page.signs import ASCII
from tui.ui.screens.article.reader import ReaderScreen
from tui.ui.screens.article.repairs import RepairsScreen
from tui.ui.screens.library.shelf import ShelfScreen

Sit = Callable[..., Any]
Size = tuple[int, int]
SIZES = [(120, 40), (80, 24), (40, 12)]


async def on(sitting: Any, name: str, *keys: str) -> None:
    await sitting.press("e")
    await sitting.go_to_row(name)
    await sitting.press(*keys)


def listed(sitting: Any) -> list[str]:
    assert isinstance(sitting.app.screen, RepairsScreen)
    return [("- " if one.undone else "") + one.words for one in sitting.app.screen._list.repairs]


def title(sitting: Any) -> str:
    return str(sitting.app.screen.query_one("#picker").border_title)


async def correct_a_date(sitting: Any) -> None:
    await sitting.press("t")
    sitting.reader.panel.timeline.put(sitting.days.index("2023-05-12"))
    await sitting.press("x", *"2022-01-05", "enter")
    await sitting.until(lambda: "2022-01-05" in sitting.days)


@pytest.mark.parametrize("size", SIZES)
async def test_names_dates_and_blocks_stand_in_one_list_and_are_taken_back_there(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await on(sitting, "Norway", "x", "h")
        await on(sitting, "Portugal", "r", *"Lusitania", "ctrl+o")
        await correct_a_date(sitting)
        await sitting.press("escape", "D", *"1 June 2023", "enter", "X")
        assert listed(sitting) == [
            "Published on 2023-06-01",
            "Date “12 May 2023” as 2022-01-05",
            "Rename Portugal to Lusitania",
            "Hide Norway (place)",
        ]
        assert "this article 4" in title(sitting)
        assert "x takes back" in sitting.picture
        await sitting.press("x", "j", "x", "j", "x", "j", "x")
        assert all(words.startswith("- ") for words in listed(sitting))
        assert "x makes it again" in sitting.picture
        await sitting.press("q")
        assert {"Norway", "Portugal"} <= set(sitting.names)
        assert "2023-05-12" in sitting.days
        assert sitting.reading.choices.published is None
        assert "undoes" not in sitting.said
        await sitting.press("X", "G", "U")
        assert "x takes it back" in sitting.picture
        assert listed(sitting)[-1] == "Hide Norway (place)"
        await sitting.press("escape")
        assert "Norway" not in sitting.names


async def test_a_day_that_was_taken_back_is_set_again_while_the_list_stands(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        reading = sitting.reading
        await sitting.press("D", *"1 June 2023", "enter", "X", "x")
        assert reading.choices.published is None
        assert listed(sitting) == ["- Published on 2023-06-01"]
        await sitting.press("x", "q")
        assert sitting.reading.choices.published == date(2023, 6, 1)


async def test_folded_blocks_stand_there_too(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("}", "F")
        folded = sitting.reading.folded
        await sitting.press("X")
        assert [words[:16] for words in listed(sitting)] == ["Fold the block “"]
        await sitting.press("x", "q")
        assert len(sitting.reading.folded) == len(folded) - 1
        await sitting.press("X")
        assert listed(sitting) == []
        assert "Nothing was put right yet" in sitting.picture


@pytest.mark.parametrize("size", SIZES)
async def test_of_this_article_and_of_all(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await on(sitting, "Norway", "x", "e")
        await on(sitting, "Ingrid Solberg", "r", *"Solberg", "enter")
    async with sit_down("aground.md", size) as sitting:
        await on(sitting, "Astrid Berg", "x", "h", "X")
        assert listed(sitting) == ["Hide Astrid Berg (person)", "Hide Norway (place)"]  # it holds here too
        assert title(sitting) == "Repairs: this article 2 (all 3)"
        assert "everywhere, made in strike" in sitting.picture
        await sitting.press("l")
        assert listed(sitting)[1] == "Rename Ingrid Solberg to Solberg"
        assert title(sitting) == "Repairs: all 3 (this article 2)"
        await sitting.press("/", *"strike.md", "enter")
        assert listed(sitting) == ["Rename Ingrid Solberg to Solberg", "Hide Norway (place)"]
        await sitting.press("X")
        assert isinstance(sitting.app.screen, ReaderScreen)


async def test_enter_goes_to_what_is_repaired_and_back(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await on(sitting, "Norway", "x", "h")
        await correct_a_date(sitting)
        await sitting.press("X", "j", "enter")
        assert sitting.here.startswith("Norway")
        assert sitting.reader.pane.view.shows(sitting.reading.cursor)
        target = next(layer for layer in sitting.reading.layers() if layer.name == "target")
        assert sitting.reading.article.text[slice(*target.spans[0])] == "Norway"
        await sitting.press("ctrl+o")
        assert sitting.reading.cursor == 0
        await sitting.press("X", "enter")
        assert sitting.here.startswith("12 May 2023")


async def test_enter_opens_the_article_that_is_repaired_and_q_comes_back(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await on(sitting, "Ingrid Solberg", "r", *"Solberg", "enter")
    async with sit_down("aground.md") as sitting:
        await sitting.press("X", "enter")
        await sitting.settle()
        assert sitting.reading.article.source.endswith("strike.md")
        assert sitting.here.startswith("Ingrid Solberg")
        await sitting.press("q", "x", "q")
        assert sitting.reading.article.source.endswith("aground.md")
    async with sit_down("strike.md") as sitting:
        assert "Ingrid Solberg" in sitting.names


async def test_a_shared_repair_leads_to_an_article_that_names_it(sit_down: Sit, articles: Path) -> None:
    (articles / "berg.md").write_text((articles / "aground.md").read_text() + "\nNobody was hurt.\n")
    async with sit_down("berg.md") as sitting:
        await sitting.until(lambda: bool(sitting.desk.index.naming(["Astrid Berg"])))
    async with sit_down("strike.md") as sitting:
        repairs.import_rules(sitting.desk.store, [Hide(EntityKey("Astrid Berg", Kind.PERSON, ("Astrid Berg",)))])
        await sitting.press("X", "enter")
        await sitting.settle()
        assert sitting.reading.article.source.endswith("berg.md")
        assert sitting.here.startswith("Astrid Berg")


async def test_the_library_and_the_notes_have_it_too(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await on(sitting, "Norway", "x", "h")
        await sitting.press("escape", "S", "X", "x", "q", "q")
        assert "Norway" in sitting.names
        await sitting.press("q")
        assert isinstance(sitting.app.screen, ShelfScreen)
        await sitting.press("X")
        assert listed(sitting) == ["- Hide Norway (place)"]
        assert title(sitting) == "Repairs: all 1"
        await sitting.press("l")
        assert "No article is open" in sitting.picture
        await sitting.press("x", "enter")
        await sitting.settle()
        assert sitting.here.startswith("Norway")
        assert "Norway" not in sitting.names


async def test_what_cannot_be_opened_is_said_in_a_sentence(sit_down: Sit, articles: Path) -> None:
    async with sit_down("aground.md") as sitting:
        await on(sitting, "Astrid Berg", "x", "h")
    own = Shelf([articles / "strike.md"], None, restricted=True)
    async with sit_down("strike.md", (80, 24), shelf=own, restricted=True) as sitting:
        await sitting.press("X")
        assert listed(sitting) == ["Hide Astrid Berg (person)"]
        await sitting.press("enter")
        assert "“aground.md” is not among the articles" in sitting.picture
        await sitting.press("x")
        assert listed(sitting) == ["- Hide Astrid Berg (person)"]
    (articles / "aground.md").unlink()
    async with sit_down("strike.md", (80, 24)) as sitting:
        await sitting.press("X", "enter")
        assert "aground.md" in sitting.app.screen.foot.text
        assert isinstance(sitting.app.screen, RepairsScreen)


async def test_a_repair_of_another_version_does_no_harm(sit_down: Sit) -> None:
    async with sit_down("strike.md", (40, 12), signs=ASCII) as sitting:
        sitting.desk.store.append_correction({"type": "blend", "made_in": sitting.reading.article.source})
        await sitting.press("X", "enter")
        assert "not found" in sitting.picture
        await sitting.press("x", "x")
        assert [type(entry.rule) for entry in repairs.entries(sitting.desk.store)] == [Unknown]


async def test_after_the_list_u_knows_of_no_repair_that_was_taken_back_there(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("H")
        await on(sitting, "Norway", "x", "h")
        await sitting.press("X", "x", "q", "escape", "U")
        assert "Norway" in sitting.names
        assert not sitting.reading.notes
        await on(sitting, "Norway", "U")
        assert "Nothing was repaired" in sitting.said


async def test_keys_typed_ahead_find_the_list(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await on(sitting, "Norway", "x", "h")
        reader = sitting.reader
        sitting.type_ahead("X", "x", "q", "G")
        await sitting.until(lambda: any(one.name == "Norway" for one in reader.reading.entities))
        await sitting.until(lambda: sitting.app.screen is reader)
        assert reader.panel.entities.cursor == reader.panel.entities.count - 1


async def test_before_the_notes_are_read_nothing_is_said_to_be_missing(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        waiting = RepairsScreen(sitting.desk, sitting.reading)
        assert waiting.rows.empty == "Looking into your notes …"
        await sitting.press("X")
        await sitting.until(lambda: "Nothing was put right yet." in sitting.picture)
