"""The library while its articles are read ahead: words of what was never opened are found, and nothing jumps."""

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tui.flags import Flags
from tui.library.index.database import Database
from tui.library.index.schema import FILE
from tui.library.indexing.ahead import Ahead
from tui.library.indexing.pool import here
from tui.library.indexing.run import bring_up_to_date
from tui.library.indexing.turn import my_turn
from tui.paths import cache_folder
from tui.ui.screens.article.reader import ReaderScreen
from tui.ui.screens.library.shelf import ShelfScreen

Sit = Callable[..., Any]


@asynccontextmanager
async def ahead_of(
    sit_down: Sit, articles: Path, name: str = "", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Any]:
    """A sitting with the process that reads ahead."""
    ahead = Ahead(cache_folder() / FILE, lambda: [articles])
    try:
        async with sit_down(name, size, ahead=ahead) as sitting:
            sitting.ahead = ahead
            yield sitting
    finally:
        ahead.close()


async def test_words_of_articles_never_opened_are_found(sit_down: Sit, articles: Path) -> None:
    async with ahead_of(sit_down, articles) as sitting:
        shelf = sitting.app.screen
        await sitting.until(lambda: all(entry.id for entry in shelf.rows.entries))
        await sitting.press("/", *"broke its lam")
        assert [entry.path.name for entry in shelf.rows.entries] == ["lighthouse.txt"]
        assert "1 of 3 articles" in sitting.picture
        await sitting.press("enter", "enter")
        assert isinstance(sitting.app.screen, ReaderScreen)
        assert sitting.reading.article.title == "Old lighthouse to be sold"


async def test_a_new_article_comes_in_and_the_cursor_stays_on_its_own(sit_down: Sit, articles: Path) -> None:
    async with ahead_of(sit_down, articles) as sitting:
        shelf = sitting.app.screen
        await sitting.until(lambda: all(entry.id for entry in shelf.rows.entries) and not shelf._following.far)
        await sitting.press("j")
        own = shelf.rows.entries[1].source
        (articles / "a first one.md").write_text("# Avalanche\n\nSnow fell.\n")
        await sitting.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        assert sitting.reading.article.source == own
        await sitting.press("q")
        assert isinstance(sitting.app.screen, ShelfScreen)
        await sitting.until(lambda: "Avalanche" in sitting.picture)
        assert shelf.rows.entries[shelf.rows.cursor].source == own
        assert not shelf.listing.is_unread(shelf.rows.under_cursor)


async def test_an_article_that_is_gone_goes(sit_down: Sit, articles: Path) -> None:
    async with ahead_of(sit_down, articles) as sitting:
        shelf = sitting.app.screen
        await sitting.until(lambda: all(entry.id for entry in shelf.rows.entries) and not shelf._following.far)
        (articles / "strike.md").unlink()
        sitting.ahead.look()
        await sitting.until(lambda: len(shelf.rows.entries) == 2)


async def test_letters_of_a_mailbox_are_articles_of_the_list(sit_down: Sit, articles: Path) -> None:
    letter = "From ada Tue May 14\nFrom: Ada King <a@x.org>\nSubject: Letter {0}\nMessage-ID: <{0}@x>\n\n{1}\n\n"
    bodies = enumerate(["Snow fell.", "It rained.\n\nThe heron left the harbour.", "The sun shone."])
    (articles / "post.mbox").write_text("".join(letter.format(number, body) for number, body in bodies))
    async with ahead_of(sit_down, articles) as sitting:
        shelf = sitting.app.screen
        await sitting.until(lambda: len(shelf.rows.entries) == 6 and not shelf._following.far, 120)
        assert "Letter 1" in sitting.picture
        await sitting.press("/", *"heron", "enter", "s", "enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen), 120)
        await sitting.settle()
        assert sitting.reading.article.title == "Letter 1"
        assert sitting.here.startswith("heron")
        await sitting.press("q", "/", *"is:starred", "enter")
        await sitting.until(lambda: [entry.title for entry in shelf.rows.entries] == ["Letter 1"], 120)


async def test_what_another_reader_reads_ahead_is_listed_too(sit_down: Sit, articles: Path) -> None:
    letter = "From ada Tue May 14\nFrom: Ada King <a@x.org>\nSubject: Letter {0}\nMessage-ID: <{0}@x>\n\nSnow.\n\n"
    index = cache_folder() / FILE
    index.parent.mkdir(parents=True, exist_ok=True)
    (articles / "post.mbox").write_text("".join(map(letter.format, range(3))))
    with my_turn(index):
        async with ahead_of(sit_down, articles) as sitting:
            shelf = sitting.app.screen
            await sitting.until(lambda: shelf._following._others, 120)
            bring_up_to_date(database := Database(index), [articles], here, lambda step: None)
            database.close()
            sitting.ahead.look()
            await sitting.until(lambda: len(shelf.rows.entries) == 6, 120)
            assert "Letter 1" in sitting.picture


async def test_what_was_said_of_a_file_goes_with_it_to_another_place(sit_down: Sit, articles: Path) -> None:
    async with ahead_of(sit_down, articles) as sitting:
        shelf = sitting.app.screen
        await sitting.until(lambda: all(entry.id for entry in shelf.rows.entries) and not shelf._following.far)
        row = next(row for row, entry in enumerate(shelf.rows.entries) if entry.path.name == "strike.md")
        await sitting.press(*str(row + 1), "G", "s", "r", "t", *"canal", "enter")
        (articles / "kept").mkdir()
        shutil.copy(articles / "strike.md", articles / "kept" / "one.md")
        (articles / "strike.md").rename(articles / "kept" / "two.md")
        sitting.ahead.look()

        def said(name: str) -> Flags:
            return sitting.desk.flags.now()(str((articles / "kept" / name).resolve()))

        whole = Flags(True, True, False, ("canal",))
        await sitting.until(lambda: said("one.md") == said("two.md") == whole)
        await sitting.until(lambda: "and 1 other place" in sitting.picture and "#canal" in sitting.picture)
