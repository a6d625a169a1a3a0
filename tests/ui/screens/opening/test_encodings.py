"""g e: what was guessed of a file's letters is said, can be put right, and stays so for this article."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.cli.many.as_read import analyse_as_read
from tui.notes.decisions import decisions, describe
from tui.text.read import read_article

Sit = Callable[..., Any]
Size = tuple[int, int]


@pytest.fixture
def misread(articles: Path) -> Path:
    """A file whose letters could be of several encodings."""
    path = articles / "bridge.txt"
    path.write_bytes(
        b"The caf\xe9 is shut\n\nThe caf\xe9 of Ada Lund was shut on 4 May 2021, the county said on Tuesday.\n"
    )
    return path


async def test_another_encoding_is_chosen_kept_and_taken_back(sit_down: Sit, misread: Path, size: Size) -> None:
    found = read_article(misread)
    async with sit_down("bridge.txt", size) as sitting:
        await sitting.press("g", "e")
        await sitting.answer("Windows-1251")
        await sitting.until(lambda: "Read as Windows-1251" in sitting.said)
        assert "The cafй of Ada Lund" in sitting.reading.article.text
        assert any("as you chose" in notice for notice in sitting.reading.article.notices)
        [kept] = decisions(sitting.desk.store)
        assert describe(kept.choices) == ("Read as Windows-1251, in bridge.txt",)
        assert "cafй" in analyse_as_read(found).article.text
    async with sit_down("bridge.txt", size) as sitting:
        await sitting.until(lambda: "cafй" in sitting.reading.article.text)
        await sitting.press("g", "e")
        await sitting.answer("")
        await sitting.until(lambda: sitting.reading.article.text == found.text)
        await sitting.until(lambda: "as the file itself shows" in sitting.said)
        await sitting.press("U")
        await sitting.until(lambda: "cafй" in sitting.reading.article.text)


async def test_what_is_no_encoding_is_not_taken(sit_down: Sit, misread: Path) -> None:
    before = read_article(misread).text
    async with sit_down("bridge.txt") as sitting:
        await sitting.press("g", "e")
        await sitting.answer("elvish")
        assert "is no encoding" in "\n".join(sitting.drawn)
        await sitting.press("escape")
        assert sitting.reading.article.text == before


async def test_the_question_stands_in_one_line(sit_down: Sit, misread: Path) -> None:
    async with sit_down("bridge.txt", (80, 24)) as sitting:
        await sitting.press("g", "e")
        await sitting.until(lambda: any("as the file shows" in row for row in sitting.drawn))
