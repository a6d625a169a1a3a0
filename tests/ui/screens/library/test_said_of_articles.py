"""Read, starred, hidden, tagged by a key; several rows at once; taken back; and kept without the index."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tui.flags import STARRED, Flags
from tui.library.index.schema import FILE
from tui.notes.store import NoteStore
from tui.paths import cache_folder, data_folder
from tui.settings import Settings
from tui.ui.screens.article.reader import ReaderScreen
from tui.ui.screens.library.shelf import ShelfScreen

Sit = Callable[..., Any]
Size = tuple[int, int]


def listed(sitting: Any) -> list[str]:
    assert isinstance(sitting.app.screen, ShelfScreen)
    return [entry.path.name for entry in sitting.app.screen.rows.entries]


def stored(sitting: Any, path: Path) -> Flags:
    """As it is on the disk."""
    sitting.app._desk.flags.flush()
    return NoteStore(data_folder()).flags.now()(str(path.resolve()))


async def test_an_article_is_starred_tagged_and_hidden(sit_down: Sit, articles: Path, size: Size) -> None:
    async with sit_down(size=size) as sitting:
        await sitting.press("g", "g", "s", "t", *"canal Asia", "enter")
        first = articles / listed(sitting)[0]
        assert stored(sitting, first) == Flags(starred=True, tags=("Asia", "canal"))
        assert "★" in sitting.picture
        assert "#Asia #canal" in sitting.picture
        await sitting.press("/", *"is:starred tag:canal", "enter")
        assert listed(sitting) == [first.name]
        assert "1 of 3 articles" in sitting.picture
        await sitting.press("s")
        assert listed(sitting) == []
        await sitting.press("U", "x")
        assert listed(sitting) == []
        await sitting.press("escape")
        assert first.name not in listed(sitting)
        assert "2 articles" in sitting.picture
        await sitting.press("/", *"is:hidden", "enter")
        assert listed(sitting) == [first.name]
        await sitting.press("x", "escape")
        assert len(listed(sitting)) == 3


async def test_what_was_said_is_whole_beside_a_long_title(sit_down: Sit, articles: Path) -> None:
    (articles / "long.md").write_text(f"---\ntitle: {'A very long headline ' * 9}\n---\n\nShips came.\n", "utf-8")
    async with sit_down(size=(80, 24)) as sitting:
        await sitting.press("/", *"headline", "enter", "s")
        assert "…”: starred. " in sitting.picture
        await sitting.press("U")
        assert "Taken back: “A very long headline" in sitting.picture
        assert "…”: starred. " in sitting.picture
        await sitting.press("x")
        assert "…”: hidden. is:hidden lists what is hidden." in sitting.picture
        await sitting.press("U")
        assert "…”: hidden. " in sitting.picture
        assert "lists what is hidden" not in sitting.picture  # it is not any more


async def test_how_far_all_is_leaves_room_for_what_was_said(sit_down: Sit, articles: Path) -> None:
    async with sit_down(size=(80, 24)) as sitting:
        await sitting.press("g", "s")
        assert "then g s makes one story of them." in sitting.picture
        assert "3 articles" not in sitting.picture
        await sitting.pilot.resize_terminal(120, 24)
        await sitting.until(
            lambda: "then g s makes one story of them." in sitting.said and "3 articles" in sitting.said
        )


async def test_tags_are_completed_and_taken_away(sit_down: Sit, articles: Path) -> None:
    async with sit_down() as sitting:
        await sitting.press("g", "g", "t", *"canal asia", "enter", "j", "t", *"ca", "tab", "enter")
        second = articles / listed(sitting)[1]
        assert stored(sitting, second).tags == ("canal",)
        await sitting.press("t", "ctrl+u", *"sea", "enter")
        assert stored(sitting, second).tags == ("sea",)
        await sitting.press("t", "escape")
        assert stored(sitting, second).tags == ("sea",)
        await sitting.press("U")
        assert stored(sitting, second).tags == ("canal",)


async def test_several_rows_at_once(sit_down: Sit, articles: Path) -> None:
    async with sit_down() as sitting:
        await sitting.press("g", "g", "m", "G", "m", "k", "s")
        names = listed(sitting)
        assert [stored(sitting, articles / name).starred for name in names] == [True, False, True]
        await sitting.press("U")
        assert not any(stored(sitting, articles / name).starred for name in names)
        await sitting.press("g", "g", "2", "r")
        assert [stored(sitting, articles / name).read for name in names] == [True, True, None]
        await sitting.press("M", "r", "U", "U")  # one of them is unread: all are read then
        assert not any(stored(sitting, articles / name).read for name in names)
        await sitting.press("M", "escape", "s")
        assert sum(stored(sitting, articles / name).starred for name in names) == 1
        await sitting.press("U", "U", "U")
        assert "Nothing was changed here." in sitting.picture


async def test_what_is_opened_is_read_and_outlives_the_index(sit_down: Sit, articles: Path) -> None:
    async with sit_down() as sitting:
        await sitting.press("g", "g", "enter", "q")
        name = listed(sitting)[0]
        assert stored(sitting, articles / name).read
        await sitting.press("/", *"is:unread", "enter")
        assert len(listed(sitting)) == 2
    (cache_folder() / FILE).unlink()
    async with sit_down() as sitting:
        await sitting.press("/", *"is:read", "enter")
        assert listed(sitting) == [name]
        await sitting.press("r", "escape", "/", *"is:read", "enter")
        assert listed(sitting) == []


async def test_what_is_opened_stays_unread_where_that_is_set(sit_down: Sit, articles: Path) -> None:
    async with sit_down(settings=Settings(mark_read=False)) as sitting:
        await sitting.press("g", "g", "enter", "q")
        assert stored(sitting, articles / listed(sitting)[0]).read is None
        await sitting.press("/", *"is:unread", "enter")
        assert len(listed(sitting)) == 3


async def test_the_next_unread_is_read_in_the_order_of_the_list(sit_down: Sit, articles: Path) -> None:
    async with sit_down() as sitting:
        await sitting.press("g", "g", "j", "r", "k")
        names = listed(sitting)
        await sitting.press("enter", "]", "u")
        assert isinstance(sitting.app.screen, ReaderScreen)
        assert Path(sitting.reading.article.source).name == names[2]
        await sitting.press("]", "u")
        assert "No unread article follows in the list." in sitting.picture
        await sitting.press("q")
        assert sitting.app.screen.rows.under_cursor.path.name == names[2]
        await sitting.press("/", *"is:unread", "enter")
        assert listed(sitting) == []


async def test_without_a_list_nothing_follows(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("]", "u")
        assert "No unread article follows in the list." in sitting.picture


async def test_signs_are_told_apart_without_colour(sit_down: Sit) -> None:
    from tui.ui.page.signs import ASCII

    async with sit_down(signs=ASCII) as sitting:
        await sitting.press("g", "g", "s", "j", "r", "k", "m")
        rows = sitting.drawn[1:5:2]
        assert rows[0].startswith("+o* ")
        assert rows[1].startswith("    ")
        assert all(ord(character) < 128 for row in sitting.drawn for character in row if character not in "“”")


async def test_what_cannot_be_written_is_said_and_not_shown(sit_down: Sit, articles: Path) -> None:
    async with sit_down() as sitting:
        (data_folder() / "flags.json").mkdir()
        await sitting.press("g", "g", "s")
        await sitting.until(lambda: any("flags.json" in toast.message for toast in sitting.app._notifications))
        await sitting.until(lambda: "★" not in sitting.picture)


async def test_what_is_found_out_meanwhile_takes_nothing_back(sit_down: Sit) -> None:
    async with sit_down() as sitting:
        before = sitting.app.screen.listing
        await sitting.press("g", "g", "s")
        sitting.app.screen.show_listing(before.looked_into(before.every))  # begun before the key
        await sitting.settle()
        assert "★" in sitting.picture


async def test_what_another_session_says_is_seen_on_the_way_back(sit_down: Sit, articles: Path) -> None:
    async with sit_down() as sitting:
        await sitting.press("g", "g", "s", "enter")
        sitting.app._desk.flags.flush()
        other = NoteStore(data_folder())
        other.flags.turn({str((articles / "strike.md").resolve()): {STARRED: True}})
        await sitting.press("q", "/", *"is:starred", "enter")
        await sitting.until(lambda: len(listed(sitting)) == 2)


async def test_what_cannot_be_kept_is_told_after_another_list_was_left(sit_down: Sit) -> None:
    async with sit_down() as sitting:
        shelf = sitting.app.screen
        over = ShelfScreen(sitting.desk, "Others", None, sitting.desk.shelf.entries)
        sitting.app.push_screen(over)
        await sitting.until(lambda: sitting.app.screen is over and over.is_attached)
        await sitting.press("q")
        await sitting.until(lambda: sitting.app.screen is shelf and not over.is_attached)
        failed = sitting.desk.flags.failed
        await asyncio.get_running_loop().run_in_executor(None, failed, "The disk is full.")  # as its own thread says it
        await sitting.until(lambda: any("disk is full" in str(one.message) for one in sitting.app._notifications))


async def test_the_next_unread_article_is_a_key_away_in_the_list_too(sit_down: Sit, articles: Path) -> None:
    async with sit_down() as sitting:
        await sitting.press("g", "g", "j", "r", "k", "]", "u")
        assert sitting.app.screen.rows.cursor == 2  # the second is read
        await sitting.press("]", "u")
        assert sitting.app.screen.rows.cursor == 0  # from the end on at the beginning
        await sitting.press("M", "r", "]", "u")
        assert "No other unread article is listed." in sitting.said
