"""Books, feeds and whatever else is read apart: the screen never waits, and a person chooses what to read."""

import asyncio
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.in_brief import in_brief
from tests.patience import Patience
from tests.text.made.paper import lines, long_book, pdf
from tests.text.made.zipped import epub, novel
from tui.library.places import keep_offset
from tui.text.apart import reading
from tui.text.formats.pdf.halves import MANY
from tui.ui.reading.remembered import CHAPTERS, WHOLE
from tui.ui.screens.article.books import BookScreen
from tui.ui.screens.article.explanation import Explanation
from tui.ui.screens.article.reader import ReaderScreen
from tui.ui.screens.library.shelf import ShelfScreen

Sit = Callable[..., Any]
FEED = b"<rss><channel><title>The Bridge</title>%s</channel></rss>" % b"".join(
    b"<item><title>%s</title><description>%s, at some length.</description></item>" % (title, title)
    for title in (b"Closed", b"Open")
)
BOOK = epub([("One", "<p>The ferry was late.</p>"), ("Two", "<p>It rained.</p>")])


def put(articles: Path, name: str, data: bytes) -> None:
    """The only article of the folder."""
    for file in articles.iterdir():
        file.unlink()
    (articles / name).write_bytes(data)


def is_open(sitting: Any, title: str) -> Callable[[], bool]:
    return lambda: isinstance(sitting.app.screen, ReaderScreen) and sitting.reading.article.title == title


async def test_a_pdf_is_read_beside_the_screen(sit_down: Sit, articles: Path) -> None:
    put(articles, "a.pdf", pdf([lines("Old bridge to close\n\nThe council voted on Tuesday to close it.")]))
    async with sit_down() as sitting:
        await sitting.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        assert "The council voted on Tuesday" in sitting.picture
        await sitting.press("q")
        assert isinstance(sitting.app.screen, ShelfScreen)


async def test_keys_typed_at_once_find_the_article(
    sit_down: Sit, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.ui.screens.article.opening.KEYS_WAIT", 30)  # on a busy machine too
    put(articles, "a.pdf", pdf([lines("\n\n".join(f"Line {number}." for number in range(40)), y=770, step=9)]))
    async with sit_down(size=(80, 24)) as sitting:
        sitting.type_ahead("enter", "G")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        await sitting.until(lambda: "Line 39." in sitting.picture)


async def test_a_feed_is_a_list_that_one_comes_back_to(sit_down: Sit, articles: Path) -> None:
    put(articles, "news.rss", FEED)
    async with sit_down() as sitting:
        await sitting.press("enter")
        await sitting.until(lambda: "The Bridge (2 articles)" in sitting.picture)
        await sitting.press("j", "enter")
        await sitting.until(is_open(sitting, "Open"))
        assert sitting.reading.article.source.startswith(f"{articles}/news.rss/")
        await sitting.press("q")
        assert "The Bridge (2 articles)" in sitting.picture
        await sitting.press("q")
        assert "The Bridge (2 articles)" not in sitting.picture


async def test_a_note_on_an_article_of_a_feed_is_gone_to(sit_down: Sit, articles: Path) -> None:
    put(articles, "news.rss", FEED)
    async with sit_down() as sitting:
        await sitting.press("enter")
        await sitting.until(lambda: "The Bridge (2 articles)" in sitting.picture)
        await sitting.press("enter")
        await sitting.until(is_open(sitting, "Closed"))
        await sitting.press("H", "q", "q", "S", "enter")
        await sitting.until(is_open(sitting, "Closed"))


async def test_how_a_book_is_read_is_asked_once(sit_down: Sit, articles: Path) -> None:
    put(articles, "book.epub", BOOK)
    async with sit_down() as sitting:
        await sitting.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, BookScreen))
        assert "By its 2 chapters" in sitting.picture
        await sitting.press("escape")
        assert isinstance(sitting.app.screen, ShelfScreen)
        await sitting.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, BookScreen))
        await sitting.press("enter")
        await sitting.until(is_open(sitting, "The Bridge"))
        assert sitting.desk.remembered.books == WHOLE
        await sitting.press("q", "enter")
        await sitting.until(is_open(sitting, "The Bridge"))
        await sitting.press("q", "B", "enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, BookScreen))
        await sitting.press("j", "enter")
        await sitting.until(lambda: "The Bridge (2 articles)" in sitting.picture)
        assert sitting.desk.remembered.books == CHAPTERS
        await sitting.press("j", "enter")
        await sitting.until(is_open(sitting, "Two – The Bridge"))


async def test_a_feed_beside_an_article(sit_down: Sit, articles: Path) -> None:
    (articles / "a.rss").write_bytes(FEED)
    async with sit_down("strike.md") as sitting:
        await sitting.press("|")
        await sitting.until(lambda: "Which article beside this one?" in sitting.picture)
        await sitting.press("/", *"a.rss", "enter", "enter")
        await sitting.until(lambda: "The Bridge (2 articles)" in sitting.picture)
        await sitting.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen) and len(sitting.reader.panes) == 2)
        assert sitting.reader.panes[1].reading.article.title == "Closed"


async def test_two_articles_of_a_feed_beside_each_other(sit_down: Sit, articles: Path) -> None:
    put(articles, "news.rss", FEED)
    async with sit_down() as sitting:
        await sitting.press("enter")
        await sitting.until(lambda: "The Bridge (2 articles)" in sitting.picture)
        await sitting.press("enter")
        await sitting.until(is_open(sitting, "Closed"))
        await sitting.press("|")
        await sitting.until(lambda: "Which article beside this one?" in sitting.picture)
        await sitting.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen) and len(sitting.reader.panes) == 2)
        assert sitting.reader.panes[1].reading.article.title == "Open"


async def test_a_list_that_is_cut_says_so(sit_down: Sit, articles: Path) -> None:
    put(articles, "news.rss", FEED.replace(b"</channel>", b"<item><title>x</title></item>" * 5000 + b"</channel>"))
    async with sit_down() as sitting:
        await sitting.press("enter")
        await sitting.until(lambda: "news.rss holds more than 5,000 articles" in " ".join(sitting.picture.split()))


async def test_an_address_that_no_browser_opens_can_be_copied(sit_down: Sit, articles: Path) -> None:
    put(articles, "a.url", b"[InternetShortcut]\nURL=javascript:alert(1)\n")
    async with sit_down() as sitting:
        await sitting.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        await sitting.press("o", "enter")
        await sitting.until(lambda: "javascript:alert(1)" in sitting.said)
        assert sitting.app._clipboard == "javascript:alert(1)"


async def test_what_cannot_be_read_is_said(sit_down: Sit, articles: Path) -> None:
    put(articles, "a.pdf", b"%PDF-1.7 ...")
    async with sit_down() as sitting:
        await sitting.press("enter")
        await sitting.until(lambda: "a.pdf is a damaged PDF" in " ".join(sitting.picture.split()))


async def test_what_takes_long_can_be_left(sit_down: Sit, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(articles, "a.pdf", b"%PDF-1.7 ...")
    monkeypatch.setattr(reading, "COMMAND", (sys.executable, "-c", "import time; time.sleep(600)"))
    async with sit_down() as sitting:
        await sitting.pilot.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, Explanation))
        assert "Reading a.pdf" in sitting.picture
        await sitting.pilot.press("escape")
        await sitting.until(lambda: isinstance(sitting.app.screen, ShelfScreen))


def late(monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    """Processes read as ever, but before all of it goes out this is done."""
    code = (
        "import sys, os, time; sys.path.insert(0, sys.argv.pop(1)); from tui.text.apart import worker\n"
        f"answer = worker.answer\ndef later(stream, one):\n  if not getattr(one, 'goes_on', False): {does}\n"
        "  answer(stream, one)\nworker.answer = later; worker.main()"
    )
    monkeypatch.setattr(reading, "COMMAND", (sys.executable, "-c", code, "."))


@pytest.mark.parametrize(("name", "make"), [("book.pdf", long_book), ("novel.epub", novel)])
async def test_the_beginning_of_a_long_book_is_read_while_the_rest_comes(
    sit_down: Sit, articles: Path, monkeypatch: pytest.MonkeyPatch, name: str, make: Callable[[], bytes], tmp_path: Path
) -> None:
    put(articles, name, make())
    go = tmp_path / "go"
    late(monkeypatch, f"[time.sleep(0.01) for _ in iter(lambda: os.path.exists({str(go)!r}), True)]")
    async with sit_down() as sitting:
        sitting.desk.remembered.read_books(WHOLE)
        await sitting.pilot.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        assert len(sitting.reading.article.text) < 100_000
        assert "reading the rest" in sitting.said
        await sitting.pilot.press("space", "space", "v", "w")
        await sitting.until(lambda: len(range(*(sitting.reading.selection or (0, 0)))) > 1)
        drawn, selected, here = sitting.drawn[1:-1], sitting.reading.selection, sitting.reading.cursor
        assert sitting.reader.pane.view.top
        go.touch()
        await sitting.until(lambda: len(sitting.reading.article.text) > 700_000)
        text = [row[:70] for row in sitting.drawn[1:-1]]
        assert text == [row[:70] for row in drawn]
        assert (sitting.reading.selection, sitting.reading.cursor) == (selected, here)
        assert sitting.reader.learning.working.get(id(sitting.reader.pane)) != "reading the rest"
        known = sitting.desk.index.known([sitting.reading.article.source])
        assert known[sitting.reading.article.source].words > 100_000


@pytest.mark.parametrize(
    ("keys", "at_the_end"),
    in_brief([("G", True), ("vG", True), ("Gk", False), ("Ggg", False)], [("vG", True), ("Gk", False)]),
)
async def test_the_end_of_a_long_book_is_the_one_that_still_comes(
    sit_down: Sit, articles: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, keys: str, at_the_end: bool
) -> None:
    put(articles, "book.pdf", long_book())
    go = tmp_path / "go"
    late(monkeypatch, f"[time.sleep(0.01) for _ in iter(lambda: os.path.exists({str(go)!r}), True)]")
    async with sit_down() as sitting:
        sitting.desk.remembered.read_books(WHOLE)
        await sitting.pilot.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen), 120)
        await sitting.pilot.press(*keys)
        await sitting.until(lambda: "its end is shown as soon as it is there" in sitting.said or not at_the_end, 120)
        go.touch()
        await sitting.until(lambda: len(sitting.reading.article.text) > 700_000 and not sitting.reading.goes_on, 120)
        view = sitting.reader.pane.view
        last = view.page.line_of(sitting.reading.cursor) >= view.page.height - 1
        assert last == at_the_end
        assert (view.top + view.rows >= view.page.height) == at_the_end
        assert (sitting.reading.selection is not None) == keys.startswith("v")


async def test_where_the_rest_cannot_be_read_the_beginning_stays(
    sit_down: Sit, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(articles, "book.pdf", long_book(MANY))
    late(monkeypatch, "os.kill(os.getpid(), 11)")
    async with sit_down() as sitting:
        await sitting.pilot.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        await sitting.until(lambda: "Only the beginning is here: book.pdf is damaged" in sitting.said)
        assert "The council voted on Tuesday" in sitting.picture
        await sitting.until(lambda: sitting.reading.analysis is not None)


async def test_a_book_left_behind_its_beginning_opens_there(sit_down: Sit, articles: Path) -> None:
    put(articles, "book.pdf", long_book())
    async with sit_down() as sitting:
        keep_offset(str(articles / "book.pdf"), 900_000)
        await sitting.pilot.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        assert len(sitting.reading.article.text) > 700_000
        await sitting.until(lambda: abs(sitting.reader.pane.view.in_view.start - 900_000) < 200)


@pytest.mark.parametrize(("name", "make"), [("book.pdf", long_book), ("novel.epub", novel)])
async def test_a_long_book_holds_up_no_key(sit_down: Sit, articles: Path, name: str, make: Callable[[], bytes]) -> None:
    put(articles, name, make())
    async with sit_down() as sitting:
        sitting.desk.remembered.read_books(WHOLE)
        longest = 0.0
        await sitting.pilot.press("enter")
        patience = Patience()
        while not (isinstance(sitting.app.screen, ReaderScreen) and sitting.reader.panes[0].view.page.height > 5000):
            assert not patience.ends
            began = time.thread_time()  # what a key would have to wait for
            await asyncio.sleep(0)
            longest = max(longest, time.thread_time() - began)
        print(f"{name}: the longest turn of the loop took {longest * 1000:.0f} ms of the processor")
        assert longest < 0.1
