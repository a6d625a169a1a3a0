"""Links and footnotes are followed with keys, there and back, and what is missing is said."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Sit = Callable[..., Any]
Size = tuple[int, int]

NOTED = (
    """# The ferry

The ferry of Porto sank on Tuesday.[^1] The harbour was closed.[^2]

"""
    + "\n\n".join(f"Filler number {n} of the report." for n in range(60))
    + """

[^1]: Harbour office, *report* of 3 May 1998.

    With a second paragraph.
[^2]: Ibid.
"""
)


@pytest.fixture
def write(articles: Path) -> Callable[[str, str], None]:
    """Writes an article into the folder."""

    def put(name: str, text: str) -> None:
        (articles / name).write_text(text)

    return put


async def test_a_footnote_is_shown_followed_and_left(
    sit_down: Sit, write: Callable[[str, str], None], size: Size
) -> None:
    write("noted.md", NOTED)
    async with sit_down("noted.md", size) as sitting:
        await sitting.press("]", "f")
        assert sitting.here.startswith("[1]")
        assert "Harbour office, report of 3 May 1998. With a second paragraph." in sitting.said
        await sitting.press("i")
        assert "Footnote 1" in sitting.picture
        assert "With a second paragraph." in sitting.picture
        await sitting.press("escape", "enter")
        assert sitting.here.startswith("Harbour office")
        await sitting.press("enter")
        assert sitting.here.startswith("[1]")
        await sitting.press("]", "f", "enter")
        assert sitting.here.startswith("Ibid.")
        await sitting.press("enter")
        assert sitting.here.startswith("[2]")
        await sitting.press("[", "f", "[", "f")
        assert "No earlier footnotes" in sitting.said


async def test_a_hint_on_a_footnote_shows_it(sit_down: Sit, write: Callable[[str, str], None]) -> None:
    write("noted.md", NOTED)
    async with sit_down("noted.md") as sitting:
        await sitting.press("f")
        labels = sitting.reader.pane.view._labels
        letter = labels[sitting.reading.article.text.index("[2]")]
        await sitting.press(*letter)
        assert "[2] Ibid." in sitting.said


async def test_the_outline_leads_to_a_heading_and_back(
    sit_down: Sit, write: Callable[[str, str], None], size: Size
) -> None:
    write("links.md", LINKED)
    async with sit_down("links.md", size) as sitting:
        await sitting.press("g", "o")
        assert "4 headings" in sitting.picture
        assert "  Café étage" in sitting.picture
        await sitting.press("G", "enter")
        assert sitting.here.startswith("Café étage")
        await sitting.press("g", "o", "escape", "ctrl+o")
        assert sitting.reading.cursor == 0


async def test_an_article_without_headings_says_so(sit_down: Sit, write: Callable[[str, str], None]) -> None:
    write("plain.md", "just words, and no heading above them, because nobody has written one for this text.\n")
    async with sit_down("plain.md") as sitting:
        await sitting.press("g", "o")
        assert "no headings" in sitting.said


async def test_whole_lines_are_selected(sit_down: Sit, write: Callable[[str, str], None]) -> None:
    write("noted.md", NOTED)
    async with sit_down("noted.md") as sitting:
        text = sitting.reading.article.text
        sitting.reader.move_cursor(text.index("number 1 "))
        await sitting.press("V")
        assert text[slice(*sitting.reading.selection)] == "Filler number 1 of the report."
        await sitting.press("j", "j")
        assert text[slice(*sitting.reading.selection)] == (
            "Filler number 1 of the report.\n\nFiller number 2 of the report."
        )
        await sitting.press("k", "k", "k", "k")
        assert text[slice(*sitting.reading.selection)] == (
            "Filler number 0 of the report.\n\nFiller number 1 of the report."
        )
        await sitting.press("V")
        assert sitting.reading.selection is None
        await sitting.press("v", "l")
        assert len(text[slice(*sitting.reading.selection)]) == 2


LINKED = """# Links

[to the findings](#the-findings) [by its name](#second) [in two](two.md#part-two) [no part](two.md#nowhere)
[none](missing.md) [a folder](.) [no ending](two) [no part here](#lost) [encoded](#caf%C3%A9-%C3%A9tage)

## The findings

They stand here.

## Another {#second}

Words.

## Café étage

Upper floor.
"""
TWO = "# Two\n\n" + "\n\n".join(f"Filler {n}." for n in range(60)) + "\n\n## Part two\n\nThe other part.\n"


@pytest.mark.parametrize(
    ("words", "lands", "said"),
    [
        ("to the findings", "The findings", ""),
        ("by its name", "Another", ""),
        ("encoded", "Café étage", ""),
        ("in two", "Part two", ""),
        ("no ending", "Two", ""),
        ("no part here", "no part here", "There is no part #lost in this article."),
        ("none", "none", "missing.md does not exist beside this article."),
        ("a folder", "a folder", ". is a folder"),
    ],
)
async def test_links_within_and_between_articles(
    sit_down: Sit, write: Callable[[str, str], None], words: str, lands: str, said: str
) -> None:
    write("links.md", LINKED)
    write("two.md", TWO)
    async with sit_down("links.md") as sitting:
        first = sitting.reader
        offset = sitting.reading.article.text.index(words)
        sitting.reader.move_cursor(offset)
        await sitting.press("enter")
        await sitting.until(lambda: sitting.here.startswith(lands))
        assert said in sitting.said
        if not said:
            await sitting.press("ctrl+o")
            assert sitting.reader is first
            assert sitting.here.startswith(words)


async def test_a_part_that_another_article_has_not_is_said_there(
    sit_down: Sit, write: Callable[[str, str], None]
) -> None:
    write("links.md", LINKED)
    write("two.md", TWO)
    async with sit_down("links.md") as sitting:
        sitting.reader.move_cursor(sitting.reading.article.text.index("no part"))
        await sitting.press("enter")
        await sitting.until(lambda: sitting.here.startswith("Two"))
        assert "There is no part #nowhere in two.md." in sitting.picture
