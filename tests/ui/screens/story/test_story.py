"""The story desk: one story over all who tell it, put together, stepped through, led back from, kept and written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.notes.stories import KeptStory, keep_story, kept_stories
from tui.ui.screens.article.reader import ReaderScreen
from tui.ui.screens.library.shelf import ShelfScreen
from tui.ui.screens.stories.story import StoryScreen
from tui.ui.widgets.lists.story_articles import StoryArticle, why

Sit = Callable[..., Any]
Size = tuple[int, int]
FRONT = "---\ntitle: {title}\ndate: {day}\nsite: {site}\n---\n\n{text}\n"
AGROUND = "The ferry Lindholm ran aground off Karlsberg on Monday with {} people hurt."
TOLD = (
    ("Lindholm aground", "2019-07-30", "Ostra Post", AGROUND.format(12)),
    ("Lindholm: more hurt", "2019-07-31", "Karlsberg News", AGROUND.format(31)),
    (
        "Lindholm captain questioned",
        "2019-08-02",
        "Harbour Weekly",
        "Police in Karlsberg questioned captain Nora Ek on Wednesday about the ferry Lindholm.\n\n"
        "Divers looked at the ferry Lindholm off Karlsberg on Thursday.",
    ),
)


@pytest.fixture
def ferry(articles: Path) -> list[str]:
    """Three articles that tell of a ferry, beside the others."""
    paths = []
    for title, day, site, text in TOLD:
        path = articles / f"{title.replace(':', '')}.md"
        path.write_text(FRONT.format(title=title, day=day, site=site, text=text), "utf-8")
        paths.append(str(path))
    return paths


def desk_of(sitting: Any) -> StoryScreen:
    assert isinstance(sitting.app.screen, StoryScreen), sitting.picture
    return sitting.app.screen


async def open_story(sitting: Any) -> StoryScreen:
    """From the library, of all articles about the ferry."""
    await sitting.press("/", *"lindholm", "enter", "g", "s")
    screen = desk_of(sitting)
    await sitting.until(lambda: screen.followed.now.rows != () and screen.rows.count > 0)
    await sitting.settle()
    return screen


async def test_one_event_is_one_row_with_all_who_tell_it(sit_down: Sit, ferry: list[str], size: Size) -> None:
    async with sit_down(size=size) as sitting:
        screen = await open_story(sitting)
        assert [row.telling.label for row in screen.rows.rows] == ["29 Jul 2019", "31 Jul 2019", "1 Aug 2019"]
        for words in ("Mon 29 Jul 2019", "of 2 articles: ", "! figure: 12 people (Ostra Post", "3 articles"):
            assert words in sitting.picture
        await sitting.press("q")
        assert isinstance(sitting.app.screen, ShelfScreen)


async def test_enter_leads_to_the_sentence_and_back(sit_down: Sit, ferry: list[str], size: Size) -> None:
    async with sit_down(size=size) as sitting:
        screen = await open_story(sitting)
        await sitting.press("j", "enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        await sitting.until(lambda: sitting.here.startswith("Police in Karlsberg"))
        await sitting.press("q")
        assert desk_of(sitting) is screen
        assert screen.rows.cursor == 1


async def test_another_telling_of_the_row(sit_down: Sit, ferry: list[str]) -> None:
    async with sit_down() as sitting:
        screen = await open_story(sitting)
        shown = screen.rows.telling_of(0)
        await sitting.press("l")
        assert screen.rows.telling_of(0) == 1 - shown
        assert f"{2 - shown} of 2 articles" in sitting.picture
        await sitting.press("j", "l")
        assert "Only one article tells this." in sitting.said


async def test_two_tellings_side_by_side(sit_down: Sit, ferry: list[str]) -> None:
    async with sit_down() as sitting:
        await open_story(sitting)
        await sitting.press("|")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        await sitting.until(lambda: len(sitting.reader.panes) == 2 and "|" in sitting.said)
        places = [pane.reading.article.text[pane.reading.cursor :][:30] for pane in sitting.reader.panes]
        assert places == ["The ferry Lindholm ran aground"] * 2
        await sitting.press("q")  # both were opened by one key
        desk_of(sitting)


async def test_the_other_tellings_stand_beside_a_wide_chronicle(sit_down: Sit, ferry: list[str]) -> None:
    async with sit_down(size=(200, 60)) as sitting:
        screen = await open_story(sitting)
        assert screen.tellings.count == 2
        assert all(f"{AGROUND.format(hurt)}" in sitting.picture for hurt in (12, 31))
        shown = screen.tellings.cursor
        await sitting.press("l")
        assert screen.tellings.cursor == 1 - shown
        await sitting.press("j")
        assert screen.tellings.count == 1
        await sitting.press("tab")
        assert not screen.tellings.display
        await sitting.press("tab")
        assert screen.tellings.display
        await sitting.pilot.resize_terminal(120, 40)
        await sitting.settle()
        assert not screen.tellings.display


async def test_the_story_as_it_stood(sit_down: Sit, ferry: list[str], size: Size) -> None:
    async with sit_down(size=size) as sitting:
        screen = await open_story(sitting)
        await sitting.press("<", "<")
        await sitting.until(lambda: screen.followed.then is not None and len(screen.followed.then.articles) == 1)
        await sitting.settle()
        assert "> later: figure 31 people (Karlsberg News" in sitting.picture
        assert "1 of 3 articles" in sitting.picture
        assert "as of 30 Jul 2019" in sitting.picture
        assert "new that day" in sitting.picture
        await sitting.press("<")
        assert "first day of news" in sitting.said
        await sitting.press("escape")
        await sitting.until(lambda: screen.followed.then is None)
        assert len(screen.rows.rows) == 3


async def test_articles_are_taken_out_and_the_story_is_kept(sit_down: Sit, ferry: list[str], size: Size) -> None:
    async with sit_down(size=size) as sitting:
        screen = await open_story(sitting)
        await sitting.press("tab", "j", "x")
        await sitting.until(lambda: len(screen.followed.now.articles) == 2)
        assert "[ ] Lindholm: more hurt" in sitting.picture
        await sitting.press("s")
        await sitting.answer("The ferry")
        await sitting.until(lambda: "Kept as" in sitting.said)
        (kept,) = kept_stories(sitting.desk.store)
        assert (kept.name, set(kept.articles), kept.without) == ("The ferry", {ferry[0], ferry[2]}, (ferry[1],))
        await sitting.press("x")
        await sitting.until(lambda: len(screen.followed.now.articles) == 3)
        await sitting.until(lambda: kept_stories(sitting.desk.store)[0].without == ())


async def test_another_story_of_that_name_is_not_lost(sit_down: Sit, ferry: list[str]) -> None:
    async with sit_down() as sitting:
        keep_story(sitting.desk.store, KeptStory("The ferry", (ferry[2],)))
        screen = await open_story(sitting)
        await sitting.press("s")
        await sitting.answer("The ferry")
        await sitting.until(lambda: "already" in sitting.said)
        assert [one.articles for one in kept_stories(sitting.desk.store)] == [(ferry[2],)]
        assert not screen.followed.kept
        await sitting.press("s")
        await sitting.answer("Lindholm")
        await sitting.until(lambda: "Kept as" in sitting.said)
        assert {one.name: len(one.articles) for one in kept_stories(sitting.desk.store)} == {
            "The ferry": 1,
            "Lindholm": 3,
        }


async def test_a_kept_story_is_found_by_name_and_by_its_articles(sit_down: Sit, ferry: list[str]) -> None:
    async with sit_down() as sitting:
        keep_story(sitting.desk.store, KeptStory("The ferry", tuple(ferry[:2]), (ferry[2],)))
        await sitting.press("g", "s")
        await sitting.answer("The fe")
        screen = desk_of(sitting)
        assert screen.followed.sources == ferry[:2]
        await sitting.press("q", "/", *"captain", "enter", "enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        await sitting.press("q", "/", "ctrl+u", *"aground", "enter", "enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        await sitting.press("g", "s")
        await sitting.until(lambda: isinstance(sitting.app.screen, StoryScreen))
        assert desk_of(sitting).followed.name == "The ferry"
        await sitting.press("D")
        await sitting.until(lambda: kept_stories(sitting.desk.store) == ())


async def test_without_marks_and_stories_it_says_what_to_do(sit_down: Sit) -> None:
    async with sit_down() as sitting:
        await sitting.press("g", "s")
        await sitting.until(lambda: "Mark articles with m" in sitting.said)


async def test_marked_articles_are_a_story(sit_down: Sit, ferry: list[str]) -> None:
    async with sit_down() as sitting:
        await sitting.press("/", *"lindholm", "enter", "m", "m", "g", "s")
        assert len(desk_of(sitting).followed.sources) == 2


async def test_an_article_alone_begins_a_story(sit_down: Sit) -> None:
    """Those of the library that name the same are proposed."""
    async with sit_down("strike.md") as sitting:
        await sitting.press("g", "s")
        await sitting.until(lambda: isinstance(sitting.app.screen, StoryScreen))
        screen = desk_of(sitting)
        await sitting.until(lambda: screen.rows.count > 0)
        await sitting.press("tab")
        assert "asked for here" in sitting.picture


async def test_a_note_on_the_sentence(sit_down: Sit, ferry: list[str]) -> None:
    async with sit_down() as sitting:
        await open_story(sitting)
        await sitting.press("G", "a", *"Deep?", "ctrl+s")
        await sitting.until(lambda: "Note saved." in sitting.said)
        (note,) = sitting.desk.store.all_notes()
        assert (note.source, note.anchor.exact) == (ferry[2], TOLD[2][3].rpartition("\n")[2])


async def test_it_is_written_as_a_page(sit_down: Sit, ferry: list[str], tmp_path: Path) -> None:
    async with sit_down() as sitting:
        await open_story(sitting)
        await sitting.press("W")
        await sitting.answer(str(tmp_path / "ferry.html"))
        await sitting.until(lambda: (tmp_path / "ferry.html").exists())
        assert "ran aground" in (tmp_path / "ferry.html").read_text("utf-8")


async def test_a_file_that_is_there_is_not_written_over_without_a_word(
    sit_down: Sit, ferry: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "mine.md"
    path.write_text("mine", "utf-8")
    async with sit_down() as sitting:
        await open_story(sitting)
        await sitting.press("W")
        await sitting.answer(str(path))
        await sitting.until(lambda: "mine.md is there already" in sitting.said)
        await sitting.press("n")
        await sitting.until(lambda: "Nothing was written." in sitting.said)
        assert path.read_text("utf-8") == "mine"
        await sitting.press("W")
        await sitting.answer(str(path))
        await sitting.until(lambda: "mine.md is there already" in sitting.said)
        await sitting.press("y")
        await sitting.until(lambda: "ran aground" in path.read_text("utf-8"))


async def test_filter_days_and_what_differs(sit_down: Sit, ferry: list[str], size: Size) -> None:
    async with sit_down(size=size) as sitting:
        screen = await open_story(sitting)
        await sitting.press("/", *"nora ek", "enter")
        assert [row.telling.label for row in screen.rows.rows] == ["31 Jul 2019"]
        await sitting.press("escape", "z")
        assert "All days." in sitting.said
        await sitting.press("G", "N")
        assert screen.rows.cursor == 0
        await sitting.press("}", "i")
        assert "who tells it" in sitting.picture


async def test_no_days_are_counted_before_the_articles_are_read(sit_down: Sit, ferry: list[str]) -> None:
    async with sit_down() as sitting:
        await sitting.press("/", *"lindholm", "enter", "g", "s")
        screen, seen = desk_of(sitting), [sitting.picture]
        await sitting.until(lambda: seen.append(sitting.picture) or screen.rows.count > 0)  # type: ignore[func-returns-value]
        await sitting.until(lambda: "3 articles · 3 days" in sitting.picture)
        assert "3 articles" in seen[0]
        assert not any("0 days" in picture for picture in seen)


async def test_an_article_says_how_it_came_to_be_listed(sit_down: Sit, ferry: list[str]) -> None:
    async with sit_down() as sitting:
        await open_story(sitting)
        await sitting.press("tab", "i")
        assert "It was chosen by you." in sitting.picture


def test_why_an_article_is_listed() -> None:
    one = StoryArticle("a.md", "A", "", True, ())
    assert why(one) == "It was chosen by you."
    assert why(one._replace(likely=True)) == "It uses the same words as the first article."
    assert why(one._replace(likely=True, names=("Lindholm",))) == "It names what the first article names: Lindholm."
    assert why(one._replace(begins=True)) == "The story was asked for in it."


async def test_what_cannot_be_read_is_said(sit_down: Sit, ferry: list[str]) -> None:
    async with sit_down() as sitting:
        keep_story(sitting.desk.store, KeptStory("Gone", (ferry[0], "/nowhere/at/all.md")))
        await sitting.press("g", "s")
        await sitting.answer("Gone")
        screen = desk_of(sitting)
        await sitting.until(lambda: screen.rows.count == 1)
        await sitting.until(lambda: any("all.md" in str(one.message) for one in sitting.app._notifications))
