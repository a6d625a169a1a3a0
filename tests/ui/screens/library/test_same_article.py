"""The same article from two places is one row of the library, and a key lists both."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tui.library.index.articles import note_article, row_of
from tui.library.index.texts import body_of, put_text
from tui.library.same.twins import catch_up
from tui.text.read import read_article
from tui.ui.screens.library.shelf import ShelfScreen

Sit = Callable[..., Any]
Size = tuple[int, int]


async def test_one_row_and_its_other_place(sit_down: Sit, articles: Path, size: Size) -> None:
    first = sorted(articles.glob("*.md"))[0]
    (articles / "elsewhere").mkdir()
    copy = Path(shutil.copy(first, articles / "elsewhere" / "copy.md"))
    async with sit_down("", size) as sitting:
        shelf = sitting.app.screen
        assert isinstance(shelf, ShelfScreen)
        every = shelf.rows.count
        index = sitting.desk.index

        def put(db: Any) -> None:
            for path in (first, copy):
                article = read_article(path)
                put_text(db, note_article(db, row_of(article), None), body_of(article))

        assert index.database.write(put)
        assert catch_up(index.database)
        shelf.look_again()
        await sitting.until(lambda: shelf.rows.count == every - 1)
        row = next(row for row, entry in enumerate(shelf.rows.entries) if entry.others)
        shelf.rows.put(row)
        await sitting.settle()
        assert "and 1 other place" in sitting.picture
        await sitting.press("=")
        assert "The same article" in sitting.picture
        assert {entry.source for entry in sitting.app.screen.rows.entries} == {str(first), str(copy)}
        await sitting.press("q")
        other = next(row for row, entry in enumerate(shelf.rows.entries) if not entry.others)
        shelf.rows.put(other)
        await sitting.press("=")
        assert "here once only" in sitting.said
