"""A regular expression that takes for ever holds up nothing: it is ended by Esc, by the next letter, and by leaving."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.in_brief import in_brief
from tui.ui.doing.article import finding
from tui.ui.keys.prompt import Prompt
from tui.ui.reading import expressions

Sit = Callable[..., Any]
Size = tuple[int, int]
ENDLESS = [r"(\w+\s?)+;$", r"(.|\n)*?(.|\n)*?(.|\n)*?zq", r"(\w+)[\s\S]*\1zq"]
NO_ANALYSIS = ("sh", "-c", "exit 3")


@pytest.fixture
def long(articles: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A million characters, and all the time that a machine at work needs."""
    monkeypatch.setattr(expressions, "SECONDS", 60)
    paragraph = "The pilot, whom nobody saw, said so. " * 20
    (articles / "long.md").write_text("# Long\n\n" + f"{paragraph}\n\n" * 1350, encoding="utf-8")
    return "long.md"


@pytest.mark.parametrize(
    ("expression", "size"),
    in_brief(
        [(expression, size) for expression in ENDLESS for size in ((80, 24), (120, 40))],
        [(ENDLESS[0], (80, 24)), (ENDLESS[1], (120, 40))],
    ),
)
async def test_escape_ends_it_and_says_so(
    sit_down: Sit, long: str, size: Size, expression: str, at_work: Callable[[], int]
) -> None:
    async with sit_down(long, size, NO_ANALYSIS) as sitting:
        sitting.type_ahead("j", "/", "ctrl+r", *expression)
        await sitting.until(lambda: "Searching: Esc ends it." in sitting.said)
        began, cursor = time.process_time(), sitting.reading.cursor
        sitting.type_ahead("escape")
        await sitting.until(lambda: "The search was ended." in sitting.said)
        assert time.process_time() - began < 20  # to wait for it costs some too; the search itself has no end
        await sitting.until(lambda: not at_work())
        sitting.type_ahead("/", "ctrl+r", *expression, "enter")  # and again when it was entered
        await sitting.until(lambda: at_work() and "Searching: Esc ends it." in sitting.said)
        assert not isinstance(sitting.app.focused, Prompt)
        sitting.type_ahead("escape")
        await sitting.until(lambda: "The search was ended." in sitting.said)
        await sitting.until(lambda: not at_work())
        assert sitting.reading.cursor == cursor
        await sitting.press("/", *"nobody  saw", "enter")
        assert "1 of 10000" in sitting.said


async def test_typing_goes_on_and_only_the_last_is_looked_for(
    sit_down: Sit, long: str, at_work: Callable[[], int]
) -> None:
    async with sit_down(long, command=NO_ANALYSIS) as sitting:
        sitting.type_ahead("/", "ctrl+r", *ENDLESS[0])
        await sitting.until(at_work)
        for letter in "and more":
            sitting.type_ahead(letter)
            await sitting.until(lambda typed=letter: sitting.app.focused.value.endswith(typed))
        await sitting.until(lambda: at_work() == 1)
        sitting.type_ahead("ctrl+u", *"pilot", "enter")
        await sitting.until(lambda: "1 of 10000" in sitting.said and not at_work())


async def test_keys_typed_ahead_wait_for_what_is_found(
    sit_down: Sit, long: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "HESITATION", 30)  # a machine at work starts processes slowly
    async with sit_down(long, command=NO_ANALYSIS) as sitting:
        sitting.type_ahead("/", *r"\vpil[oa]t", "enter", "n", "n")
        await sitting.until(lambda: "3 of 10000" in sitting.said)


async def test_lines_are_read_and_the_reader_is_left_meanwhile(
    sit_down: Sit, long: str, at_work: Callable[[], int]
) -> None:
    async with sit_down(long, command=NO_ANALYSIS) as sitting:
        sitting.type_ahead("/", "ctrl+r", *ENDLESS[0], "enter")
        await sitting.until(lambda: "Searching" in sitting.said and at_work())
        top = sitting.reader.pane.view.top
        sitting.type_ahead("space")
        await sitting.until(lambda: sitting.reader.pane.view.top > top)
        assert at_work()
        sitting.type_ahead("q")
        await sitting.until(lambda: not sitting.app._running or not at_work())
    assert not at_work()


async def test_what_was_given_up_is_said(sit_down: Sit, long: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "SECONDS", 2.0)
    async with sit_down(long, (80, 24), NO_ANALYSIS) as sitting:
        sitting.type_ahead("/", "ctrl+r", *ENDLESS[0], "enter")
        await sitting.until(lambda: "Gave up after 2 s: " in sitting.said)
        assert "in this text." in sitting.picture  # all of it
        await sitting.press("j")
        assert "Gave up" not in sitting.said


async def test_an_expression_is_looked_for_again_when_the_file_has_changed(sit_down: Sit, articles: Path) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("/", "ctrl+r", *r"20[12]\d", "enter")
        assert len(sitting.reading.found.hits) == 8
        text = (articles / "strike.md").read_text(encoding="utf-8")
        (articles / "strike.md").write_text(f"{text}\n\nIt was over in 2021.\n", encoding="utf-8")
        sitting.type_ahead("R")
        await sitting.until(lambda: len(sitting.reading.found.hits) == 9)


async def test_what_matches_only_nothing_says_so(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        cursor = sitting.reading.cursor
        await sitting.press("/", "ctrl+r", "^", "enter")
        assert "Only empty matches" in sitting.said
        assert sitting.reading.cursor == cursor
        await sitting.press("/", "ctrl+r", *"^The", "enter")
        assert "1 of " in sitting.said
