"""What was read in other articles is drawn faint and folded; what changed in this one is marked."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Sit = Callable[..., Any]
Size = tuple[int, int]

FIRST = """# Fire at the harbour

Anna Berg resigned as head of the harbour company in Haifa on Monday after the fire.

The blaze destroyed 40 warehouses and killed three dockers, the police said.
"""
SECOND = """# Harbour chief leaves

Anna Berg has resigned as head of the harbour company in Haifa on Monday.

Ted Ek will follow her in May, the owners told Kvartal. The blaze killed three dockers and destroyed 40 warehouses.
"""
KNOWN = ["Anna Berg has resigned", "The blaze killed three"]


def row_span(row: Any) -> slice:
    start, end = row.sentence if hasattr(row, "sentence") else (row.place.start, row.place.start + 30)
    return slice(start, end)


def faint(sitting: Any) -> list[str]:
    text = sitting.reading.article.text
    return [text[slice(*span)][:22] for span in sitting.reading.known.dimmed]


async def read_both(sitting: Any, articles: Path) -> None:
    """The first is opened and indexed, as an earlier session would have."""
    from tui.library.versions import Versions
    from tui.text.read import read_article

    article = read_article(articles / "first.md")
    sitting.desk.index.opened(article)
    analysis = await sitting.desk.analyst.analysis_of(article)
    assert analysis is not None
    Versions().keep(article)


async def test_known_is_faint_then_folded_then_shown(sit_down: Sit, articles: Path, size: Size) -> None:
    (articles / "first.md").write_text(FIRST)
    (articles / "second.md").write_text(SECOND)
    async with sit_down("second.md", size) as sitting:
        await read_both(sitting, articles)
        await sitting.press("g", "k")
        await sitting.until(lambda: bool(faint(sitting)))
        assert faint(sitting) == KNOWN
        assert "2 of" in sitting.said
        await sitting.press("g", "k")
        assert "read before: Anna Berg has resigned" in sitting.picture
        assert "Ted Ek will follow" in sitting.picture  # news beside what is known
        panel = sitting.reader.panel
        for listed, words in ((panel.timeline, "Anna Berg has resigned"), (panel.figures, "40 warehouses")):
            row = next(row for row in listed.rows if words in sitting.reading.article.text[row_span(row)])
            drawn = [
                one.style for line in listed.draw_row(listed.rows.index(row), 60) for one in line if one.text.strip()
            ]
            assert listed.style("faint") in drawn
            assert listed.style() not in drawn
        await sitting.press("C")
        await sitting.settle()
        row = next(row for row in panel.timeline.rows if "Anna Berg has" in row.words)
        drawn = panel.timeline.draw_row(panel.timeline.rows.index(row), panel.timeline.size.width)
        assert panel.timeline.whole
        assert [one.style for line in drawn for one in line if "Anna Berg has" in one.text] == [
            panel.timeline.style("faint")
        ]
        await sitting.press("g", "k")
        assert faint(sitting) == []
        assert panel.figures.known == panel.timeline.known == ()
        assert "read before:" not in sitting.picture


async def test_enter_says_where_it_was_read_and_opens_it(sit_down: Sit, articles: Path, size: Size) -> None:
    (articles / "first.md").write_text(FIRST)
    (articles / "second.md").write_text(SECOND)
    async with sit_down("second.md", size) as sitting:
        await read_both(sitting, articles)
        await sitting.press("g", "k")
        await sitting.until(lambda: bool(faint(sitting)))
        sitting.reader.move_cursor(sitting.reading.article.text.index("Anna Berg has"))
        await sitting.press("enter")
        assert "Read in “Fire at the harbour”" in sitting.said
        await sitting.press("enter")
        await sitting.until(lambda: sitting.reading.article.source.endswith("first.md"))
        assert sitting.here.startswith("Anna Berg resigned")
        await sitting.press("ctrl+o")
        await sitting.until(lambda: sitting.reading.article.source.endswith("second.md"))


async def test_nothing_was_read(sit_down: Sit, articles: Path, size: Size) -> None:
    (articles / "second.md").write_text(SECOND)
    async with sit_down("second.md", size) as sitting:
        await sitting.press("g", "k")
        await sitting.until(lambda: "You have opened no article" in sitting.said)
        await sitting.press("enter")  # as ever
        assert "Read in" not in sitting.said


async def test_changes_since_it_was_read(sit_down: Sit, articles: Path, size: Size) -> None:
    path = articles / "first.md"
    path.write_text(FIRST)
    async with sit_down("first.md", size) as sitting:
        await sitting.press("g", "v")
        await sitting.until(lambda: "has not changed" in sitting.said)
    path.write_text(FIRST.replace("three dockers", "four dockers") + "\nTed Ek will follow her.\n")
    async with sit_down("first.md", size) as sitting:
        await sitting.until(lambda: "Another text than you read" in sitting.said)
        await sitting.press("g", "v")
        await sitting.until(lambda: bool(sitting.reading.changed))
        assert "2 changes" in sitting.said
        assert "out: “three”  in: “four”" in sitting.said
        assert sitting.here.startswith("four dockers")
        await sitting.press("]", "c")
        assert "2 of 2  in: “Ted Ek will follow her.”" in sitting.said
        await sitting.press("]", "c")
        assert sitting.here.startswith("four dockers")
        await sitting.press("[", "c")
        assert sitting.here.startswith("Ted Ek")
        await sitting.press("g", "v")
        assert sitting.reading.changed == ()


async def test_changes_while_it_is_open(sit_down: Sit, articles: Path, size: Size) -> None:
    path = articles / "first.md"
    path.write_text(FIRST)
    async with sit_down("first.md", size) as sitting:
        path.write_text(FIRST.replace("three dockers", "four dockers"))
        await sitting.press("R")
        await sitting.until(lambda: "four dockers" in sitting.reading.article.text)
        await sitting.settle()
        await sitting.press("g", "v")
        await sitting.until(lambda: "out: “three”  in: “four”" in sitting.said)


async def test_the_library_says_how_much_is_new(sit_down: Sit, articles: Path, size: Size) -> None:
    for old in articles.glob("*.md"):
        old.unlink()
    (articles / "first.md").write_text(FIRST)
    (articles / "second.md").write_text(SECOND)
    async with sit_down(size=size) as sitting:
        from tui.library.index.articles import note_article, row_of
        from tui.text.read import read_article

        second = read_article(articles / "second.md")
        await sitting.desk.analyst.analysis_of(second)
        await sitting.until(lambda: bool(sitting.desk.index.known([second.source])))  # it is kept after it is told
        screen = sitting.app.screen
        screen.look_again()
        await sitting.until(lambda: (3, 3, False) in map(screen._weighing.of, screen.rows.entries))
        await read_both(sitting, articles)  # as in another window: nothing tells this one
        await sitting.until(lambda: "1 of 3 sentences new" in sitting.picture)

        (articles / "first.md").write_text(FIRST.replace("three", "four"))
        changed = row_of(read_article(articles / "first.md"))
        assert sitting.desk.index.database.write(lambda db: note_article(db, changed, None))
        screen.look_again()
        await sitting.until(lambda: "changed since you read it" in sitting.picture)
