"""Moving, marking, folding and coming back in one article."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.ui.keys.actions import ACTIONS
from tui.ui.keys.contexts import ARTICLE, READER, SELECTING
from tui.ui.keys.prompt import Prompt
from tui.ui.screens.article.reader import ReaderScreen

Sit = Callable[..., Any]
Size = tuple[int, int]

# Keys from the beginning of the article, and the words that the cursor or its sentence then begins with.
MOTIONS = [
    ("} }", "The strike began"),
    ("} } {", "The harbour pilots"),
    (") )", "Maria Oduya, who leads"),
    (") ) (", "The harbour pilots"),
    ("] h", "What was agreed"),
    ("] h ] h", "A long quarrel"),
    ("2 ] h [ h", "What was agreed"),
    ("] q", "the vote had been close"),
    ("2 ] q", "“Nobody won,”"),
    ("2 ] q [ q", "the vote had been close"),
    ("] e", "Port Ellery"),
    ("3 ] e 2 [ e", "Port Ellery"),
    ("2 ] d", "5 May 2023"),
    ("G", "Solberg expects the summer"),
    ("G g g", "Pilots at Port Ellery"),
    ("end", "Solberg expects the summer"),
    ("end home", "Pilots at Port Ellery"),
]


async def test_motions_lead_to_places(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        for keys, words in MOTIONS:
            await sitting.press("escape", "home", *keys.split())
            sentence = sitting.reading.article.text[sitting.reading.sentence.start :]
            assert words in (sitting.here[: len(words)], sentence[: len(words)]), keys
            assert sitting.reader.pane.view.shows(sitting.reading.cursor), keys


async def test_lines_and_pages(sit_down: Sit) -> None:
    async with sit_down("strike.md", (80, 12)) as sitting:
        view = sitting.reader.pane.view
        page, half = view.rows - 3, view.rows // 2
        for keys, top in [
            ("j", 1), ("down", 2), ("k", 1), ("up", 0), ("5 j", 5), ("2 k", 3), ("home", 0),
            ("space", page), ("pagedown", 2 * page), ("b", page), ("pageup", 0), ("d", half), ("ctrl+d", 2 * half),
            ("u", half), ("ctrl+u", 0), ("2 ctrl+f", 2 * page), ("ctrl+b", page),
        ]:  # fmt: skip
            await sitting.press(*keys.split())
            assert view.top == top, keys
            assert view.shows(sitting.reading.cursor)
        await sitting.press("5", "0", "%")
        assert view.page.line_of(sitting.reading.cursor) == view.page.height // 2 - 1  # the last line of the first half
        await sitting.press("G")
        assert "100%" in sitting.said


async def test_every_action_of_the_article_is_survived(sit_down: Sit, size: Size) -> None:
    leaving = {"back", "quit", "suspend", "second"}
    actions = [action for action in ACTIONS if action.context in (ARTICLE, READER, SELECTING)]
    async with sit_down("strike.md", size) as sitting:
        for action in actions:
            if action.id in leaving:
                continue
            sitting.reader.run(action)
            await sitting.settle()
            await sitting.back_to_the_article()
            assert sitting.reader.context == ARTICLE, action.id


# Names, dates and hints


async def test_the_name_under_the_cursor_is_walked_through(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("/", *"Daniel", "enter", "*")
        assert sitting.reading.selected.name == "Daniel Kowalski"
        await sitting.press("n")
        assert sitting.here.startswith("Kowalski had flown")
        assert "2 of 4  Daniel Kowalski" in sitting.said
        layers = {layer.name: layer.spans for layer in sitting.reading.layers()}
        assert len(layers["mention"]) == len(sitting.reading.selected.mentions)


async def test_hints_select_what_their_letters_stand_on(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("f")
        labels = dict(sitting.reader.pane.view._labels)
        offset = sitting.reading.article.text.index("Ellery Port Authority")
        assert offset in labels
        await sitting.press(*labels[offset])
        assert sitting.reading.selected.name == "Ellery Port Authority"
        assert sitting.reading.cursor == offset
        assert not sitting.reader.pane.view._labels
        await sitting.press("ctrl+o")
        assert sitting.reading.cursor == 0


async def test_what_a_hint_chose_is_opened_and_noted(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        for words, tab, subject in [
            ("Ellery Port Authority", "entities", "Ellery Port Authority"),
            ("12 May", "timeline", "2023"),
        ]:
            await sitting.press("g", "g", "f")
            top = sitting.reader.pane.view.top
            offset = sitting.reading.article.text.index(words)
            await sitting.press(*dict(sitting.reader.pane.view._labels)[offset])
            assert sitting.reader.pane.view.top == top  # what was in view stays where it is
            await sitting.press("a")
            editor = sitting.app.screen
            assert subject in editor._note.subject
            await sitting.press("ctrl+g", "enter")
            assert sitting.app.focused is sitting.reader.panel.current
            assert sitting.reader.panel.tab == tab
            await sitting.back_to_the_article()
        await sitting.press(")", "a")
        assert not sitting.app.screen._note.subject  # the cursor went on: the note is on the sentence


async def test_a_selection_is_noted_though_a_hint_extended_it(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("v", "f")
        offset = sitting.reading.article.text.index("Ellery Port Authority")
        await sitting.press(*dict(sitting.reader.pane.view._labels)[offset], "a")
        assert not sitting.app.screen._note.subject
        assert len(sitting.app.screen._note.anchor.exact) > len("Ellery Port Authority")


async def test_a_name_is_opened_though_the_list_was_filtered(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("e", "/")
        await sitting.answer("oslo")
        await sitting.press("tab", "/", *"Daniel", "enter", "enter")
        entities = sitting.reader.panel.entities
        assert sitting.app.focused is entities
        assert sitting.reading.entities[entities.under_cursor].name == "Daniel Kowalski"


async def test_a_date_without_a_row_opens_nothing_else(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("t", "/")
        await sitting.answer("no such row")
        await sitting.press("tab", "/", *"12 May", "enter", "enter")
        assert "no row" in sitting.said
        assert sitting.app.focused is sitting.reader.pane.view
        assert sitting.reading.entity is None


@pytest.mark.parametrize("key", ["escape", "1"])
async def test_hints_go_away(sit_down: Sit, key: str) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("f", key)
        assert not sitting.reader.pane.view._labels
        await sitting.press("j")
        assert sitting.reader.pane.view.top == 1 or sitting.reading.cursor


# Jumps, marks, selection


async def test_jumps_lead_back_and_forward_again(sit_down: Sit) -> None:
    async with sit_down("strike.md", (80, 24)) as sitting:
        places = [sitting.reading.cursor]
        for keys in (("G",), ("]", "d"), ("g", "g"), ("]", "q")):
            await sitting.press(*keys)
            if sitting.reading.cursor != places[-1]:
                places.append(sitting.reading.cursor)
        for place in places[-2::-1]:
            await sitting.press("ctrl+o")
            assert sitting.reading.cursor == place
        await sitting.press("ctrl+o")
        assert "No earlier jump" in sitting.said
        for place in places[1:]:
            await sitting.press("g", "i")
            assert sitting.reading.cursor == place


async def test_marks_are_set_and_gone_to(sit_down: Sit) -> None:
    async with sit_down("strike.md", (80, 24)) as sitting:
        await sitting.press("]", "h", "m", "a", "G", "'", "a")
        assert sitting.here.startswith("What was agreed")
        await sitting.press("'", "b")
        assert "no mark b" in sitting.said


async def test_text_is_selected_by_motions(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        await sitting.press("/", *"harbour", "enter", "v", "e")
        selection = sitting.reading.selection
        assert sitting.reading.article.text[selection.start : selection.end] == "harbour"
        await sitting.press("l", "y")
        assert sitting.reading.selection is None
        assert "clipboard" in sitting.said
        assert sitting.app.clipboard.strip() == "harbour"


async def test_a_citation_says_where_the_words_come_from(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press(")", "Y")
        for words in ("The harbour pilots", "Hanna Lindqvist", "The Harbour Courier", "2023-05-18"):
            assert words in sitting.app.clipboard


# Furniture, places, dates: what is decided is kept


async def test_furniture_is_brought_back_for_good(sit_down: Sit, size: Size) -> None:
    async with sit_down("lighthouse.txt", size) as sitting:
        assert "Leave a reply:" not in sitting.reading.article.text[: sitting.reader.pane.view.in_view.start]
        assert len(sitting.reading.folded) == 3
        await sitting.press("G", "F")
        assert len(sitting.reading.folded) == 2
        assert "belongs to the article" in sitting.said
    async with sit_down("lighthouse.txt", size) as sitting:
        assert len(sitting.reading.folded) == 2
        await sitting.press("G", "F")
        assert len(sitting.reading.folded) == 3


async def test_furniture_is_peeped_into(sit_down: Sit) -> None:
    async with sit_down("lighthouse.txt") as sitting:
        folded = len(sitting.reading.folded)
        await sitting.press("g", "g", "G", "{", "}")  # motions pass over what is folded
        assert len(sitting.reading.folded) == folded
        for left in (folded - 1, folded, folded - 1):
            await sitting.press("G", "enter")
            assert len(sitting.reading.folded) == left
        await sitting.press("g", "g", "/", *"you can sleep", "enter")  # who finds words wants to see them
        assert len(sitting.reading.folded) == folded - 2
        await sitting.press("g", "g", "/", *"you", "escape")
        assert len(sitting.reading.folded) == folded - 2
        assert not sitting.reading.choices.shown


async def test_a_date_that_is_set_moves_the_rows_and_is_kept(sit_down: Sit, size: Size) -> None:
    async with sit_down("lighthouse.txt", size) as sitting:
        before = sitting.days
        await sitting.press("D")
        await sitting.answer("2024-08-02")
        await sitting.until(lambda: sitting.days != before)
        assert "2024-03" in sitting.days  # "last March"
        assert str(sitting.reading.article.published.day) == "2024-08-02"
        assert any("2024-08-02 (set)" in row for row in sitting.drawn)
    async with sit_down("lighthouse.txt", size) as sitting:
        await sitting.until(lambda: "2024-03" in sitting.days)
        await sitting.press("D")
        await sitting.answer("")
        await sitting.until(lambda: sitting.days == before)


async def test_a_date_that_is_none_is_refused(sit_down: Sit) -> None:
    async with sit_down("lighthouse.txt") as sitting:
        await sitting.press("D")
        await sitting.answer("some day")
        assert isinstance(sitting.app.focused, Prompt)
        assert "is no day" in sitting.said
        await sitting.press("escape")
        assert sitting.reading.choices.published is None


async def test_the_place_is_remembered(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", (size[0], 12)) as sitting:
        await sitting.press("space", "space")
        top = sitting.reader.pane.view.top
        await sitting.press("q")
    async with sit_down("strike.md", (size[0], 12)) as sitting:
        assert sitting.reader.pane.view.top == top


async def test_the_first_drawing_is_where_reading_stopped(sit_down: Sit, articles: Path) -> None:
    async with sit_down("strike.md", (60, 12)) as sitting:
        await sitting.press("space", "space")
        top = sitting.reader.pane.view.top
        offset = sitting.reader.pane.view.page.offset_at(top)
        await sitting.press("q")
        again = ReaderScreen(sitting.desk, sitting.desk.shelf.read(articles / "strike.md"))
        assert again.pane.view.page.offset_at(again.pane.view.top) <= offset < again.pane.view.in_view.end
        assert again.reading.cursor == offset
        tops, draw = [], again.pane.view.render_lines

        def drawn(crop: Any) -> Any:
            lines = draw(crop)
            tops.append(again.pane.view.top)
            return lines

        again.pane.view.render_lines = drawn  # type: ignore[method-assign]
        sitting.app.push_screen(again)
        await sitting.settle()
        assert tops[-1] == top
        assert 0 not in tops


async def test_a_place_behind_the_end_is_the_end(sit_down: Sit, articles: Path) -> None:
    async with sit_down("strike.md", (60, 12)) as sitting:
        await sitting.press("G", "q")
        (articles / "strike.md").write_text("Pilots at Port Ellery\n\nIt is over.")
        again = ReaderScreen(sitting.desk, sitting.desk.shelf.read(articles / "strike.md"))
        assert again.reading.cursor < len(again.reading.article.text)


async def test_the_place_stays_in_view_at_every_size(sit_down: Sit) -> None:
    async with sit_down("strike.md", (80, 12)) as sitting:
        await sitting.press("space", "space")
        await sitting.pilot.resize_terminal(80, 80)  # all of it is in view
        await sitting.press("g", "g")
        await sitting.pilot.resize_terminal(80, 12)
        await sitting.settle()
        assert sitting.reader.pane.view.shows(sitting.reading.cursor)
