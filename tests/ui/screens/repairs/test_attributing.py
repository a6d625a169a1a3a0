"""In the lists of quotations and figures: wrong speakers are put right, what is none is hidden, and both taken back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Sit = Callable[..., Any]
Size = tuple[int, int]


async def on(sitting: Any, key: str, words: str) -> None:
    """Open a list and put its cursor on the row with these words."""
    await sitting.press(key)
    view = sitting.reader.panel.current
    view.put(next(number for number, row in enumerate(view.rows) if words in view.words_of(row).words))


def speaker_of(sitting: Any, words: str) -> str:
    speaker: str = next(row.speaker for row in sitting.reader.panel.quotes.rows if words in row.words)
    return speaker


async def test_another_speaker_is_typed(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await on(sitting, '"', "Nobody won")
        before = speaker_of(sitting, "Nobody won")
        await sitting.press("r")
        await sitting.answer("kowal")
        await sitting.until(lambda: "Kowalski" in speaker_of(sitting, "Nobody won"))
        assert "U undoes it (here): “Nobody won,” is said by" in sitting.said
        await sitting.press("U")
        await sitting.until(lambda: speaker_of(sitting, "Nobody won") == before)
        await sitting.press("ctrl+r")
        await sitting.until(lambda: "Kowalski" in speaker_of(sitting, "Nobody won"))
    async with sit_down("strike.md", size) as sitting:  # and so it is the next time
        assert "Kowalski" in speaker_of(sitting, "Nobody won")
        await sitting.press("X")
        assert "“Nobody won,” is said by" in sitting.picture
        await sitting.press("escape", '"', "U")  # of an earlier sitting
        await sitting.until(lambda: speaker_of(sitting, "Nobody won") == before)


async def test_nothing_typed_says_that_nobody_does(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await on(sitting, '"', "Nobody won")
        await sitting.press("r")
        await sitting.answer("nobody like that", end="enter")
        assert "No name of this article is like that" in sitting.picture
        await sitting.answer("")
        await sitting.until(lambda: speaker_of(sitting, "Nobody won") == "nobody named")
        await on(sitting, '"', "Nobody won")
        await sitting.press("s")
        assert "does not say who speaks" in sitting.said


@pytest.mark.parametrize(("key", "words"), [('"', "Nobody won"), ("&", "34 ships")])
async def test_what_is_none_is_hidden(sit_down: Sit, key: str, words: str) -> None:
    async with sit_down("strike.md") as sitting:
        await on(sitting, key, words)
        view = sitting.reader.panel.current
        before = view.count
        await sitting.press("x")
        await sitting.until(lambda: view.count == before - 1)
        assert all(words not in view.words_of(row).words for row in view.rows)
        await sitting.press("U")
        await sitting.until(lambda: view.count == before)


async def test_a_figure_becomes_somebodys(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await on(sitting, "&", "nine pilots")
        await sitting.press("r")
        await sitting.answer("Oduya")
        figures = sitting.reader.panel.figures
        await sitting.until(lambda: any(row.value == "nine pilots" and "Oduya" in row.whose for row in figures.rows))
        assert "“nine” is a figure of" in sitting.said


async def test_it_is_said_once_that_rows_can_be_put_right(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press('"')
        assert "Wrong? r speaker  x hides" in sitting.said


@pytest.mark.parametrize(("key", "tab", "words"), [('"', "quotes", "Nobody won"), ("&", "figures", "34 ships")])
async def test_the_rows_are_written_as_they_are_listed(
    sit_down: Sit, key: str, tab: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with sit_down("strike.md") as sitting:
        await sitting.press(key, "/", *words[:6], "enter", "W")
        assert f"strike-{tab}.md" in sitting.picture
        await sitting.press("enter")
        await sitting.until(lambda: "written to" in sitting.said)
        text = (tmp_path / f"strike-{tab}.md").read_text(encoding="utf-8")
        assert words in text
        assert "The Harbour Courier, 2023-05-18" in text
        await sitting.press("W")
        await sitting.answer("strike.xyz")
        assert "ends in .md, .json, .csv" in sitting.picture
        await sitting.answer(f"strike-{tab}.md")
        assert "is there already" in sitting.picture
        await sitting.press("n")
        assert "Nothing was written." in sitting.said


async def test_a_reader_for_others_writes_no_file(sit_down: Sit) -> None:
    async with sit_down("strike.md", restricted=True) as sitting:
        await sitting.press('"', "W")
        assert "Writing files is switched off here." in sitting.said
