"""Keys that come together do what they do one after the other, whatever opens meanwhile; and on any keyboard."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from textual import events

from tui.ui.keys.prompt import Prompt
from tui.ui.screens.article.reader import ReaderScreen
from tui.ui.screens.help import HelpScreen
from tui.ui.screens.library.shelf import ShelfScreen
from tui.ui.screens.notes.note_editor import NoteEditor
from tui.ui.terminal.input.heard import Heard

Sit = Callable[..., Any]
Size = tuple[int, int]


def send(sitting: Any, characters: str) -> None:
    """What a terminal sends, all of it at once."""
    for message in Heard(0.025).feed(characters):
        sitting.app._driver.send_message(message)


async def test_a_burst_opens_types_and_leaves(sit_down: Sit, size: Size) -> None:
    async with sit_down("", size) as sitting:
        assert isinstance(sitting.app.screen, ShelfScreen)
        send(sitting, "/strike\r\r/oduya\rn")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen) and "2 of 5" in sitting.said)
        send(sitting, "q?/sel")
        await sitting.until(lambda: isinstance(sitting.app.screen, HelpScreen))
        await sitting.settle()
        assert isinstance(sitting.app.focused, Prompt)
        assert sitting.app.focused.value == "sel"
        assert isinstance(sitting.app.screen_stack[-2], ShelfScreen)


async def test_keys_for_a_list_wait_until_it_has_rows(sit_down: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    async with sit_down("strike.md") as sitting:
        shelf, slow = sitting.desk.shelf, threading.Event()
        entries = shelf.entries

        def found() -> Any:
            assert slow.wait(120)
            return entries()

        monkeypatch.setattr(shelf, "entries", found)
        send(sitting, "|/lighthouse\r\r")
        for _ in range(100):
            await sitting.pilot.pause(0)
        slow.set()
        await sitting.until(lambda: len(sitting.app.screen_stack) == 2 and len(sitting.reader.panes) == 2)
        assert sitting.reader.pane.reading.article.title == "Old lighthouse to be sold"


async def test_a_note_is_written_in_one_burst(sit_down: Sit, size: Size) -> None:
    async with sit_down("strike.md", size) as sitting:
        send(sitting, "aquite a strike")
        await sitting.until(lambda: isinstance(sitting.app.screen, NoteEditor))
        await sitting.settle()
        send(sitting, "\x1bj")  # written together, as a slow line brings it
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen))
        await sitting.settle()
        assert [note.body for note in sitting.desk.store.all_notes()] == ["quite a strike"]
        assert sitting.reading.cursor > 0


async def test_a_paste_keeps_its_place_among_the_keys(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        send(sitting, "/od\x1b[200~uy\x1b[201~a\rn")
        await sitting.until(lambda: "2 of 5" in sitting.said)
        assert sitting.reading.found.query == "oduya"


async def test_a_key_alone_is_handed_on_at_once(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        await sitting.press("j")
        await sitting.until(lambda: sitting.app.typed_ahead._settled)
        taken: list[bool] = []
        view = sitting.app.focused or sitting.app.screen
        forward = view._forward_event
        view._forward_event = lambda event: (taken.append(True), forward(event))
        await sitting.app.on_event(events.Key("j", "j"))
        assert taken == [True]
        await sitting.settle()


async def test_alt_is_no_escape_where_it_has_a_key(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        send(sitting, "G\x0f")
        await sitting.settle()
        assert sitting.reading.cursor == 0
        send(sitting, "\x1bo")
        await sitting.settle()
        assert sitting.reading.cursor > 0


@pytest.mark.parametrize(
    ("typed", "here"),
    [
        ("}}", "The strike began"),
        ("П", "Solberg expects"),
        ("Ппп", "Pilots at Port"),
        ("ьфП\x1b[1101::39;;1101uа", "Solberg expects"),  # m a G ' f: no such mark
        ("ърьфПэф", "What was agreed"),
        ("]hmaG'a", "What was agreed"),
        ("\x1b[1098::93;;1098u\x1b[1088::104;;1088u", "What was agreed"),
    ],
)
async def test_letters_of_another_alphabet_do_what_their_keys_do(sit_down: Sit, typed: str, here: str) -> None:
    async with sit_down("strike.md", (80, 24)) as sitting:
        send(sitting, typed)
        await sitting.settle()
        assert sitting.here.startswith(here)


async def test_in_a_question_they_are_letters(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        send(sitting, "/поиск")
        await sitting.until(lambda: isinstance(sitting.app.focused, Prompt))
        await sitting.settle()
        assert sitting.app.focused.value == "поиск"


@pytest.mark.parametrize("sign", "²³¹①½")
async def test_signs_that_look_like_digits_are_no_counts(sit_down: Sit, sign: str) -> None:
    async with sit_down("strike.md") as sitting:
        send(sitting, f"{sign}G")
        await sitting.settle()
        assert sitting.here.startswith("Solberg expects")


async def test_a_modifier_does_not_end_what_was_begun(sit_down: Sit) -> None:
    async with sit_down("strike.md") as sitting:
        send(sitting, "]hm\x1b[57441;2u\x1b[65;2;65uG'\x1b[57441;2uA")
        await sitting.settle()
        assert sitting.here.startswith("What was agreed")
