"""e, t and c lead to their lists from everywhere; Esc takes one thing back, and q closes one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandPalette

from tests.in_brief import in_brief
from tui.ui.keys.prompt import Prompt
from tui.ui.messages import Finished
from tui.ui.screens.article.explanation import Explanation
from tui.ui.screens.article.links import LinksScreen
from tui.ui.screens.article.mention_picker import MentionPicker
from tui.ui.screens.article.reader import ReaderScreen
from tui.ui.screens.article.repairs import RepairsScreen
from tui.ui.screens.help import HelpScreen
from tui.ui.screens.library.shelf import ShelfScreen
from tui.ui.screens.notes.note_editor import NoteEditor

Sit = Callable[..., Any]
Size = tuple[int, int]
SIZES = [(120, 40), (80, 24), (40, 12)]
LISTS = {"e": "entities", "t": "timeline", "c": "notes"}
NARROWING = [("e", "solb"), ("t", "lighthouse"), ("c", "one")]


@pytest.mark.parametrize("size", SIZES)
async def test_e_t_and_c_lead_to_their_lists_from_everywhere(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        for first in LISTS:
            for second in LISTS:
                await sitting.press(first, second)
                assert sitting.reader.context == LISTS[second], (first, second)
        await sitting.press("escape", "v")
        assert sitting.reader.context == "selecting"


async def test_the_lists_say_their_keys_in_one_line(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        line = sitting.reader.panel._keys
        for key, words in (("e", "o dates"), ("t", "o one name"), ("c", "E edit")):
            await sitting.press(key)
            assert "Enter goes" in line.text
            assert words in line.text
            assert line.text.rstrip() in sitting.picture
        await sitting.press("escape")
        if size[0] >= 100:
            assert "e names  t times  c notes" in sitting.picture


async def test_the_lines_of_the_lists_name_a_persons_own_keys(sit_down: Sit) -> None:
    async with sit_down("strike.md", keys={"their_timeline": "ctrl+t", "explain": ""}) as sitting:
        await sitting.press("e")
        assert "Ctrl+t dates" in sitting.picture
        assert "why" not in sitting.reader.panel._keys.text


async def test_one_entitys_dates_alone_and_all_again(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        every_day = sitting.days
        await sitting.press("e")
        await sitting.go_to_row("Daniel Kowalski")
        await sitting.press("o")
        assert sitting.reader.context == "timeline"
        assert 0 < len(sitting.days) < len(every_day)
        await sitting.press("o")
        assert sitting.days == every_day
        await sitting.press("o")
        assert 0 < len(sitting.days) < len(every_day)
        await sitting.press("escape")
        assert sitting.days == every_day
        assert sitting.reader.context == "timeline"


@pytest.mark.parametrize(
    ("key", "words", "size"),
    in_brief(
        [(*words, size) for words in NARROWING for size in SIZES],
        [(*w, s) for w, s in zip(NARROWING, SIZES, strict=True)],
    ),
)
async def test_esc_takes_the_filter_of_a_list_away(sit_down: Sit, size: Size, key: str, words: str) -> None:
    async with sit_down("strike.md", size) as sitting:
        for words_of_note in ("one", "two"):
            await sitting.press("}", "a", *words_of_note, "ctrl+s")
        await sitting.press(key)
        rows = sitting.reader.panel.current
        everything = rows.count
        await sitting.press("/", *words, "enter")
        assert rows.count < everything
        assert "Esc shows all" in sitting.picture
        assert f"/{words}" in sitting.picture
        await sitting.press("escape")
        assert rows.count == everything
        assert sitting.app.focused is rows
        assert "Esc shows all" not in sitting.picture
        await sitting.press("escape")
        assert sitting.app.focused is sitting.reader.pane.view


async def test_esc_takes_the_filters_of_the_other_lists_away(sit_down: Sit) -> None:
    async with sit_down("") as sitting:
        articles = sitting.app.screen.rows.count
        await sitting.press("/", *"zzz", "enter")
        assert sitting.app.screen.rows.count == 0
        await sitting.press("escape")
        assert sitting.app.screen.rows.count == articles
        await sitting.press("enter")
        await sitting.press("a", *"one", "ctrl+s")
        await sitting.press("S", "/", *"zzz", "enter")
        assert sitting.app.screen._list.count == 0
        await sitting.press("escape")
        assert sitting.app.screen._list.count == 1
        await sitting.press("?", "/", *"zzz", "enter", "escape")
        assert isinstance(sitting.app.screen, HelpScreen)
        assert "All keys" in sitting.picture


async def test_esc_takes_messages_that_stay_off_the_screen(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        sitting.app.notify("It stays for long.", timeout=600)
        await sitting.press("e", "escape")
        assert len(sitting.app._notifications) == 1  # one thing at a time
        await sitting.press("escape")
        assert len(sitting.app._notifications) == 0


OVER = [
    ("?", HelpScreen),
    ("i", Explanation),
    ("o", LinksScreen),
    ("X", RepairsScreen),
    ("e s", MentionPicker),
    ("e i", Explanation),
]


@pytest.mark.parametrize(
    ("keys", "kind", "size"),
    in_brief(
        [(*over, size) for over in OVER for size in SIZES], [(*o, s) for o, s in zip(OVER, SIZES * 2, strict=False)]
    ),
)
async def test_q_closes_what_lies_on_top_and_nothing_else(
    sit_down: Sit, articles: Path, size: Size, keys: str, kind: type[Any]
) -> None:
    with (articles / "strike.md").open("a") as file:
        file.write("\nSee [the map](https://example.org/map).\n")
    async with sit_down("strike.md", size) as sitting:
        if keys.startswith("e"):
            await sitting.press("e")
            await sitting.go_to_row("Daniel Kowalski")
        reader, context = sitting.reader, sitting.reader.context
        await sitting.press(keys.split()[-1])
        assert isinstance(sitting.app.screen, kind)
        await sitting.press("q")
        assert sitting.app.screen is reader
        assert reader.context == context
        if context == "entities":
            await sitting.press("q")
            assert sitting.app.screen is reader
            assert reader.context == "article"
            assert reader.panel.display is reader.wide
        await sitting.press("q")
        assert isinstance(sitting.app.screen, ShelfScreen)


async def test_q_ends_a_selection_then_the_second_article_then_the_first(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        first, reader = sitting.reader.pane, sitting.reader
        await sitting.press("|", "/", *"lighthouse", "enter", "enter")
        assert len(reader.panes) == 2
        await sitting.press("v", "l", "q")
        assert reader.reading.selecting_from is None
        assert len(reader.panes) == 2
        await sitting.press("q")
        assert reader.panes == [first]
        assert sitting.app.focused is first.view
        await sitting.press("q")
        assert isinstance(sitting.app.screen, ShelfScreen)


async def test_q_is_a_letter_where_one_types(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("/", "q")
        assert isinstance(sitting.app.focused, Prompt)
        assert sitting.app.focused.value == "q"
        await sitting.press("escape", ":", "q")
        assert isinstance(sitting.app.screen, CommandPalette)
        await sitting.press("escape", "a", "q")
        assert isinstance(sitting.app.screen, NoteEditor)
        assert sitting.app.screen.text == "q"


async def test_q_twice_at_once_closes_one_thing_after_the_other(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("S", "?")
        sitting.type_ahead("q", "q")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        assert len(sitting.app.screen_stack) == 2


async def test_a_screen_that_is_done_twice_closes_itself_only(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("S")
        for _ in range(2):
            sitting.app.screen.post_message(Finished(sitting.app.screen))
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        await sitting.settle()
        assert isinstance(sitting.app.screen, ReaderScreen)


async def test_the_place_is_kept_wherever_one_quits(sit_down: Sit) -> None:
    async with sit_down("strike.md", (80, 24)) as sitting:
        await sitting.press("space", "space")
        offset = sitting.reader.pane.view.page.offset_at(sitting.reader.pane.view.top)
        assert offset
        await sitting.press("S")
        sitting.type_ahead("Q")
        await sitting.until(lambda: not sitting.app.is_running)
    async with sit_down("strike.md", (80, 24)) as sitting:
        assert sitting.reader.pane.view.top > 0
