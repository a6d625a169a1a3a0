"""Back to where the last jump began and there again, to a percentage, and how many there are of what."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Sit = Callable[..., Any]
Size = tuple[int, int]

LONG = "# Long\n\n" + "\n\n".join(f"Paragraph {n} says that nothing happened." for n in range(300)) + "\n"
ONE = "# One\n\nIngrid Solberg came on 12 May 2023.\n"


async def test_two_apostrophes_go_to_and_fro(sit_down: Sit, articles: Path, size: Size) -> None:
    (articles / "long.md").write_text(LONG)
    async with sit_down("long.md", size) as sitting:
        await sitting.press("'", "'")
        assert "no jump yet" in sitting.said
        await sitting.press("2", "0", "0", "G")
        there = sitting.reading.cursor
        await sitting.press("j", "j", "'", "'")
        assert sitting.reading.cursor == 0
        await sitting.press("'", "'")
        assert sitting.reading.cursor == there
        await sitting.press("'", "'")
        assert sitting.reading.cursor == 0
        await sitting.press("G", "ctrl+o")
        assert sitting.reading.cursor == 0
        await sitting.press("'", "'")
        assert sitting.reading.cursor > there
        await sitting.press("'", "'", "}", "m", "'", "G", "'", "'")
        assert sitting.here.startswith("Paragraph 0")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_a_percentage_is_what_the_line_at_the_foot_says(sit_down: Sit, articles: Path, size: Size) -> None:
    (articles / "long.md").write_text(LONG)
    async with sit_down("long.md", size) as sitting:
        for percent in (50, 13, 99, 37, 100, 51):
            await sitting.press(*str(percent), "%")
            assert sitting.reader.pane.progress == percent
            assert f"{percent}%" in sitting.said
            assert sitting.reader.pane.view.shows(sitting.reading.cursor)


async def test_marking_for_a_merge_moves_no_cursor(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        entities = sitting.reader.panel.entities
        await sitting.press("e", "enter")  # another one is selected
        await sitting.go_to_row("Norway")
        row = entities.cursor
        await sitting.press("m")
        assert entities.cursor == row
        assert "1 marked" in sitting.said
        await sitting.press("k", "m")
        assert entities.cursor == row - 1
        assert sitting.reading.marked == {row, row - 1}
        await sitting.press("m")
        assert sitting.reading.marked == {row}


async def test_one_is_not_many(sit_down: Sit, articles: Path) -> None:
    for path in articles.iterdir():
        path.unlink()
    (articles / "one.md").write_text(ONE)
    async with sit_down("") as sitting:
        assert "1 article" in sitting.said
        assert "1 articles" not in sitting.picture
        await sitting.press("enter")
        await sitting.until(lambda: len(sitting.names) > 0)
        await sitting.press("]", "d")
        assert "1 of 1 date" in sitting.said
        assert "dates" not in sitting.said
        await sitting.press("]", "e")
        await sitting.press("escape", "]", "t")
        assert "1 of 1 event " in sitting.said
        await sitting.press("g", "g", "a", *"note", "ctrl+s")
        await sitting.press("S")
        assert "1 on 1 article" in sitting.said
        assert "articles" not in sitting.said
