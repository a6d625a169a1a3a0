"""Two articles beside each other: each with its own keys and panel, and what they share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.library.shelf import Shelf
from tui.ui.doing.comparing import Comparing
from tui.ui.screens.library.shelf import ShelfScreen

Sit = Callable[..., Any]
Size = tuple[int, int]


async def put_beside(sitting: Any, name: str) -> None:
    """Choose a second article from the library."""
    await sitting.press("|")
    assert isinstance(sitting.app.screen, ShelfScreen)
    await sitting.press("/")
    await sitting.answer(name)
    await sitting.press("enter")
    await sitting.until(lambda: len(sitting.reader.panes) == 2 and len(sitting.names) > 0)
    await sitting.settle()


@pytest.fixture(params=[(120, 40), (80, 24), (60, 20)], ids=["120x40", "80x24", "60x20"])
def size(request: pytest.FixtureRequest) -> Size:
    """Wide, at the least width for two columns, and too narrow for them."""
    return request.param  # type: ignore[no-any-return]


async def test_a_second_article_is_opened_and_closed(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        names = sitting.names
        await put_beside(sitting, "Inquiry")
        assert sitting.reading.article.title.startswith("Inquiry")
        assert "Astrid Berg" in sitting.names
        shown = [pane.display for pane in sitting.reader.panes]
        assert shown == ([False, True] if size[0] < 80 else [True, True])
        await sitting.press("shift+tab")  # the panel of the first pane's article comes with it
        assert sitting.names == names
        await sitting.press("|")
        assert len(sitting.reader.panes) == 1
        assert sitting.reading.article.title.startswith("Pilots")
        assert sitting.reader.pane.display


async def test_the_neighbours_are_offered_whatever_was_opened(sit_down: Sit, articles: Path, size: Size) -> None:
    (articles / "broken.md").symlink_to("broken.md")
    async with sit_down("strike.md", size, shelf=Shelf([articles / "strike.md"], None)) as sitting:
        await sitting.press("|")
        assert isinstance(sitting.app.screen, ShelfScreen)
        offered = [entry.title for entry in sitting.app.screen.rows.entries]
        assert offered[:2] == ["Inquiry blames long shifts for the Linnea", "Old lighthouse to be sold"]
        assert "Pilots at Port Ellery" not in " ".join(offered)
        await sitting.press("escape")
        await put_beside(sitting, "Inquiry")


async def test_where_nothing_can_stand_beside_it_that_is_said(sit_down: Sit, articles: Path, size: Size) -> None:
    alone = Shelf([articles / "strike.md"], None, restricted=True)
    async with sit_down("strike.md", size, shelf=alone) as sitting:
        await sitting.press("|")
        assert "No other article to put beside this one." in sitting.picture
        await sitting.press("enter", "q")
        assert len(sitting.reader.panes) == 1


async def test_the_second_article_stays_when_the_first_is_closed(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await put_beside(sitting, "Inquiry")
        await sitting.press("|")
        assert [pane.reading.article.title[:7] for pane in sitting.reader.panes] == ["Inquiry"]
        assert sitting.app.focused is sitting.reader.pane.view
        assert "Astrid Berg" in sitting.names


async def test_focus_goes_round_and_panes_are_zoomed(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await put_beside(sitting, "Inquiry")
        seen = []
        for _ in range(3):
            await sitting.press("tab")
            seen.append(sitting.app.focused)
        assert seen == [sitting.reader.panel.current, sitting.reader.panes[0].view, sitting.reader.panes[1].view]
        await sitting.press("z")
        assert [pane.display for pane in sitting.reader.panes] == [False, True]
        await sitting.press("z")
        assert [pane.display for pane in sitting.reader.panes] == [True, True]


async def test_scrolling_is_locked_from_where_the_panes_are(sit_down: Sit) -> None:
    async with sit_down("strike.md", (80, 12)) as sitting:
        await put_beside(sitting, "Inquiry")
        left, right = (pane.view for pane in sitting.reader.panes)
        await sitting.press("4", "j")
        assert (left.top, right.top) == (0, 4)
        await sitting.press("L", "2", "j")
        assert (left.top, right.top) == (2, 6)
        await sitting.press("L", "k")
        assert (left.top, right.top) == (2, 5)


async def test_shared_names_and_differences_are_walked_through(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("]", "s")
        assert "needs a second article" in sitting.said
        await put_beside(sitting, "Inquiry")
        shared = {sitting.reading.entities[index].name for index in sitting.reading.shared}
        assert {"Daniel Kowalski", "European Commission"} <= shared
        assert "Astrid Berg" not in shared
        for pane in sitting.reader.panes:
            assert any(layer.name == "shared" and layer.spans for layer in pane.reading.layers())
        await sitting.press("]", "s")
        assert sitting.reading.selected.name in shared
        assert "shared mentions" in sitting.said
        met = set()
        for _ in range(30):
            await sitting.press("]", "x")
            met.add(sitting.here[:11])
        assert "Astrid Berg" in met
        assert not any(words.startswith("European Co") for words in met)
        await sitting.press("[", "x", "[", "s")


async def test_one_timeline_of_both(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await put_beside(sitting, "Inquiry")
        rows = sitting.reader.panel.timeline.rows
        assert {row.side for row in rows} >= {"<", ">"}
        assert {row.article for row in rows} == {0, 1}
        assert [row.order for row in rows] == sorted(row.order for row in rows)
        await sitting.press("t")
        sitting.reader.panel.timeline.put(next(i for i, row in enumerate(rows) if row.side == "<"))
        await sitting.press("enter")
        assert sitting.reader.active == 0  # the row leads into the article that tells of it


async def test_an_article_beside_itself(sit_down: Sit) -> None:
    """It is not offered, yet a link to another name of the file may lead to it."""
    async with sit_down("strike.md") as sitting:
        sitting.reader.part(Comparing).add(sitting.reading.article)
        await sitting.settle()
        assert [pane.reading.article.source for pane in sitting.reader.panes] == [sitting.reading.article.source] * 2
        await sitting.press("G")
        assert sitting.reader.panes[0].reading.cursor == 0


async def test_quotations_and_figures_of_both_stand_in_one_list(sit_down: Sit, articles: Path) -> None:
    (articles / "zz.md").write_text(
        "# Zealous inquiry\n\n“We saw the rocks,” said Ada Lund. Some 34 ships lay there; 2,000 letters came.\n",
        encoding="utf-8",
    )
    async with sit_down("strike.md") as sitting:
        await put_beside(sitting, "Zealous")
        await sitting.press('"')
        quotes = sitting.reader.panel.quotes
        assert {row.side for row in quotes.rows} == {"<", ">"}
        quotes.put(next(number for number, row in enumerate(quotes.rows) if row.side == "<" and "Nobody" in row.words))
        await sitting.press("enter")
        assert sitting.reader.active == 0
        assert sitting.here.startswith("“Nobody won")
        await sitting.press("&")
        values = {row.value: row.side for row in sitting.reader.panel.figures.rows}
        assert (values["2,000 letters"], values["34 ships"], values["nine pilots"]) == (">", "=", "<")
        assert "> 2,000 letters" in sitting.picture
        figures = sitting.reader.panel.figures
        figures.put(next(number for number, row in enumerate(figures.rows) if row.value == "2,000 letters"))
        await sitting.press("r")  # in the article in which it stands, which is not the one that is read
        assert "Who says “2,000 letters”?" in sitting.picture
        await sitting.answer("Lund")
        await sitting.until(
            lambda: any((row.value, row.whose) == ("2,000 letters", "Ada Lund") for row in figures.rows)
        )
        assert sitting.reader.active == 1
