"""The library: what there is to read, narrowed as one types, opened and come back to."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.ui.screens.article.reader import ReaderScreen
from tui.ui.screens.library.shelf import ShelfScreen

Sit = Callable[..., Any]
Size = tuple[int, int]


def titles(sitting: Any) -> list[str]:
    assert isinstance(sitting.app.screen, ShelfScreen)
    return [entry.title for entry in sitting.app.screen.rows.entries]


async def test_articles_are_listed_with_their_titles(sit_down: Sit, size: Size) -> None:
    async with sit_down(size=size) as sitting:
        assert len(titles(sitting)) == 3
        for words in ("Inquiry blames long shifts", "Old lighthouse", "Pilots at Port Ellery", "3 articles"):
            assert words in sitting.picture


async def test_an_article_is_opened_and_left(sit_down: Sit, size: Size) -> None:
    async with sit_down(size=size) as sitting:
        await sitting.press("j", "j", "k", "G", "g", "g", "j", "enter")
        assert sitting.reading.article.title == "Old lighthouse to be sold"
        await sitting.press("q")
        assert isinstance(sitting.app.screen, ShelfScreen)
        entry = next(entry for entry in sitting.app.screen.rows.entries if "lighthouse" in entry.title)
        assert not sitting.app.screen.listing.is_unread(entry)
        await sitting.press("q")
        assert not sitting.app._running or sitting.app.return_code == 0


async def test_the_list_is_narrowed_by_title_and_by_words_in_the_text(sit_down: Sit, size: Size) -> None:
    async with sit_down(size=size) as sitting:
        await sitting.press("/", *"inquiry", "enter")
        assert titles(sitting) == ["Inquiry blames long shifts for the Linnea"]
        await sitting.press("escape")
        assert len(titles(sitting)) == 3
        await sitting.press("/", *"no such article")
        assert titles(sitting) == []
        await sitting.press("enter", "enter", "escape")
        assert len(titles(sitting)) == 3


async def test_the_list_is_narrowed_however_a_word_is_written(sit_down: Sit, articles: Path) -> None:
    text = "# Łódź – “Søren’s” journey\n\nThe Straße has an oﬃce for COVID‑19.\n"
    (articles / "letters.md").write_text(text, encoding="utf-8")
    async with sit_down("letters.md") as sitting:
        await sitting.press("q", "/", *"lodz - \"soren's", "enter")
        assert titles(sitting) == ["Łódź – “Søren’s” journey"]
        await sitting.press("escape", "/", *"strasse office covid-19", "enter")
        assert titles(sitting) == ["Łódź – “Søren’s” journey"]


async def test_keys_typed_ahead_of_the_filter_reach_it(sit_down: Sit) -> None:
    async with sit_down() as sitting:
        sitting.type_ahead("/", *"inquiry", "enter", "enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        assert sitting.reading.article.title.startswith("Inquiry")


async def test_what_cannot_be_read_is_said_and_the_list_goes_on(sit_down: Sit, articles: Path) -> None:
    (articles / "a-picture.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    async with sit_down() as sitting:
        await sitting.press("g", "g", "enter")
        assert isinstance(sitting.app.screen, ShelfScreen)
        assert any("a-picture.md" in toast.message for toast in sitting.app._notifications)
        await sitting.press("G", "enter")
        assert isinstance(sitting.app.screen, ReaderScreen)


async def test_articles_are_jumped_between(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("G", "q")
        await sitting.press("g", "g", "enter", "ctrl+o")
        assert sitting.reading.article.title.startswith("Pilots")


async def test_a_filter_that_nothing_matches_says_so(sit_down: Sit) -> None:
    async with sit_down() as sitting:
        await sitting.press("/", *"zzzz", "enter")
        assert "Nothing matches: Esc shows all." in sitting.picture
        await sitting.press("escape")
        assert "Nothing matches" not in sitting.picture


@pytest.mark.parametrize("key", ["S", "|"])
async def test_escape_leaves_a_list_over_an_article(sit_down: Sit, key: str) -> None:
    async with sit_down("aground.md") as sitting:
        article = sitting.app.screen
        await sitting.press(key)
        assert sitting.app.screen is not article
        await sitting.press("escape")
        assert sitting.app.screen is article
