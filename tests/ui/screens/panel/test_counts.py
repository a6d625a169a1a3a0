"""A number before a motion repeats it in every list; by itself it is a row and never more than that."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.in_brief import in_brief
from tui.ui.keys.actions import ACTIONS
from tui.ui.keys.contexts import LOOKUP
from tui.ui.keys.prompt import Prompt
from tui.ui.screens.article.explanation import Explanation
from tui.ui.screens.help import HelpScreen

Sit = Callable[..., Any]
Size = tuple[int, int]
NARROW = (80, 24)

LINKS = "# Links\n\n" + "\n\n".join(f"[number {n}](https://example.org/{n})" for n in range(30)) + "\n"
NAMED = "# Ellery\n\n" + "\n\n".join(f"Day {n}: Ingrid Solberg came back to Norway." for n in range(30)) + "\n"


async def entities(sitting: Any) -> Any:
    await sitting.press("e")
    return sitting.reader.panel.entities


async def timeline(sitting: Any) -> Any:
    await sitting.press("t", "r")
    return sitting.reader.panel.timeline


async def notes(sitting: Any) -> Any:
    for _ in range(14):
        await sitting.press("}", "a", "x", "ctrl+s")
    await sitting.press("c")
    return sitting.reader.panel.notes


async def all_notes(sitting: Any) -> Any:
    await notes(sitting)
    await sitting.press("S")
    return sitting.app.screen._list


async def links(sitting: Any) -> Any:
    await sitting.press("o")
    return sitting.app.screen.rows


async def mentions(sitting: Any) -> Any:
    await sitting.press("e")
    await sitting.go_to_row("Ingrid Solberg")
    await sitting.press("s")
    return sitting.app.screen.rows


async def library(sitting: Any) -> Any:
    return sitting.app.screen.rows


LISTS = [
    (entities, "strike.md"),
    (timeline, "strike.md"),
    (notes, "strike.md"),
    (all_notes, "strike.md"),
    (links, "links.md"),
    (mentions, "named.md"),
    (library, ""),
]


@pytest.mark.parametrize(("open_list", "article"), LISTS, ids=[opened.__name__ for opened, _ in LISTS])
async def test_counts_move_in_every_list(
    sit_down: Sit, articles: Path, open_list: Callable[[Any], Awaitable[Any]], article: str
) -> None:
    (articles / "links.md").write_text(LINKS)
    (articles / "named.md").write_text(NAMED)
    if not article:
        for number in range(20):
            (articles / f"{number}.md").write_text(f"# Article {number}\n\nWords.\n")
    async with sit_down(article, NARROW) as sitting:
        rows = await open_list(sitting)
        last = rows.count - 1
        assert last >= 11
        for keys, row in (
            ("g g", 0), ("5 j", 5), ("3 k", 2), ("1 0 G", 9), ("3 g g", 2), ("2 down", 4), ("G", last), ("9 9 up", 0),
            ("1 1 enter", 10), ("9 9 9 j", last), ("home", 0), ("4 escape j", 1),
        ):  # fmt: skip
            await sitting.press(*keys.split())
            assert rows.cursor == row, keys
        await sitting.press("g", "g", "2", "pagedown")
        assert rows.cursor == min(2 * rows.page_rows, last)
        screen = sitting.app.screen
        await sitting.press("3")
        await sitting.until(lambda: rows.cursor == 2)
        assert sitting.app.screen is screen  # the row is selected; nothing was opened


@pytest.mark.parametrize("kind", [Explanation, HelpScreen])
async def test_counts_move_in_every_page(sit_down: Sit, kind: type[Any]) -> None:
    async with sit_down("strike.md", (80, 11)) as sitting:
        await (sitting.press("?") if kind is HelpScreen else sitting.press("e", "i"))
        assert isinstance(sitting.app.screen, kind)
        page = sitting.app.screen.page
        for keys, line in (("4 j", 4), ("2 k", 2), ("4 g g", 3), ("G", page.max_scroll_y), ("g g", 0)):
            await sitting.press(*keys.split())
            assert page.scroll_offset.y == line, keys
        await sitting.press("q")
        assert sitting.app.screen is sitting.reader


async def test_a_count_never_chooses_an_entity(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("e", "5", "j")
        assert sitting.reading.entity is None
        assert sitting.reading.cursor == 0
        assert sitting.reader.panel.entities.cursor == 5


async def test_a_count_is_one_where_the_next_key_waits_long_for_its_turn(
    sit_down: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.ui.keys.key_screen.LONE_DIGIT", 0.001)
    async with sit_down("strike.md", NARROW) as sitting:
        await sitting.press("e")
        for keys, row in (("5j", 5), ("3k", 2), ("10G", 9)):
            sitting.type_ahead(*keys)
            await sitting.settle()
            assert sitting.reading.entity is None
            assert sitting.reader.panel.entities.cursor == row


async def test_the_end_of_an_explanation_is_seen(sit_down: Sit) -> None:
    async with sit_down("strike.md", (80, 11)) as sitting:
        await sitting.press("e", "i")
        text = sitting.app.screen._lines
        await sitting.press("G")
        assert text[-1].strip() in sitting.picture
        assert "Esc closes" in sitting.picture


@pytest.mark.parametrize(
    ("keys", "size"),
    in_brief(
        [(keys, size) for keys in ("?", "e i", "o", "e s") for size in ((80, 24), (40, 12))],
        [("?", (80, 24)), ("e i", (40, 12)), ("o", (40, 12)), ("e s", (80, 24))],
    ),
)
async def test_every_action_over_the_article_is_survived(sit_down: Sit, articles: Path, size: Size, keys: str) -> None:
    (articles / "both.md").write_text(NAMED + LINKS)
    async with sit_down("both.md", size) as sitting:
        *before, key = keys.split()
        await sitting.press(*before)
        await sitting.press(key)
        lying = type(sitting.app.screen)
        places = LOOKUP[sitting.app.screen.context]
        for action in ACTIONS:
            if action.context in places and action.id not in ("quit", "suspend", "bring_back"):
                sitting.app.screen.run(action)
                await sitting.settle()
                while type(sitting.app.screen) is not lying or isinstance(sitting.app.focused, Prompt):
                    if isinstance(sitting.app.focused, Prompt):
                        await sitting.press("escape")
                    elif sitting.app.screen is sitting.app.screen_stack[1]:
                        await sitting.press(*before)
                        await sitting.press(key)
                    else:
                        await sitting.press("escape", "q")
