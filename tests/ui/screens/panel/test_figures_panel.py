"""How much and how many: the list of figures, the way to their words and to who says so."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Sit = Callable[..., Any]
Size = tuple[int, int]


def here(sitting: Any, length: int) -> str:
    text: str = sitting.reading.article.text
    return text[sitting.reading.cursor : sitting.reading.cursor + length]


def row_of(sitting: Any, value: str) -> int:
    rows = sitting.reader.panel.figures.rows
    return next(number for number, row in enumerate(rows) if row.value == value)


async def test_figures_stand_below_what_they_count(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("&")
        figures = sitting.reader.panel.figures
        assert sitting.reader.context == "figures"
        assert f"Figures {len(figures.rows)} " in sitting.picture
        row = figures.rows[row_of(sitting, "34 ships")]
        assert row.whose == "Ellery Port Authority"
        assert "34 ships · Ellery Port" in sitting.picture
        assert "By the following Monday 34 ships" in sitting.picture


async def test_enter_leads_to_the_figure_and_s_to_who_says_so(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("&")
        figures = sitting.reader.panel.figures
        figures.put(row_of(sitting, "34 ships"))
        await sitting.press("enter")
        assert here(sitting, 8) == "34 ships"
        assert sitting.reader.pane.view.shows(sitting.reading.cursor)
        await sitting.press("&", "s")
        assert here(sitting, 15) == "the Ellery Port"
        await sitting.press("&")
        figures.put(row_of(sitting, "nine pilots"))
        await sitting.press("s")
        assert "own figure" in sitting.said


async def test_from_a_figure_to_who_says_so_among_the_entities(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("&")
        panel = sitting.reader.panel
        panel.figures.put(row_of(sitting, "34 ships"))
        await sitting.press("e")
        assert sitting.reader.context == "entities"
        assert sitting.reading.entities[panel.entities.under_cursor].name == "Ellery Port Authority"


async def test_figures_are_filtered_by_what_stands_around_them(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("&", "/", *"anchor", "enter")
        figures = sitting.reader.panel.figures
        assert [row.value for row in figures.rows] == ["34 ships"]
        assert figures.numbers == (1, len(sitting.reading.figures))
        await sitting.press("escape")
        assert figures.count == len(sitting.reading.figures)


async def test_what_counts_the_same_alone(sit_down: Sit, articles: Path) -> None:
    text = "# Ships\n\nLund saw 34 ships. Later 12 ships left, but one ship. About 5 percent of the crew stayed.\n"
    (articles / "ships.md").write_text(text, encoding="utf-8")
    async with sit_down("ships.md") as sitting:
        await sitting.press("&")
        figures = sitting.reader.panel.figures
        assert [row.value for row in figures.rows] == ["34 ships", "12 ships", "one ship", "About 5 percent"]
        assert [figures.heading_of(row) for row in figures.rows] == ["ships"] * 3 + ["counted once"]
        await sitting.press("o")
        assert [row.value for row in figures.rows] == ["34 ships", "12 ships", "one ship"]
        assert "only ships" in sitting.picture
        await sitting.press("o")
        assert figures.count == 4


async def test_a_note_on_a_figure_and_on_a_quotation(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        for key, words in (("&", "34"), ('"', "“Nobody won,”")):
            await sitting.press(key)
            view = sitting.reader.panel.current
            view.put(
                next(
                    number
                    for number, row in enumerate(view.rows)
                    if sitting.reading.article.text[slice(*row.place)] == words
                )
            )
            await sitting.press("a", *"Check", "ctrl+s")
            await sitting.until(lambda words=words: words in {one.note.anchor.exact for one in sitting.reading.notes})


async def test_hints_lead_to_quotations(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("f")
        text = sitting.reading.article.text
        place = text.index("“Nobody won")
        label = sitting.reader.pane.view._labels[place]
        await sitting.press(*label)
        assert sitting.reading.cursor == place
        assert sitting.said.strip().startswith("Said by Oduya.")
        quotes = sitting.reader.panel.quotes
        assert "Nobody won" in quotes.under_cursor.words
