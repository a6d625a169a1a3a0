"""Leaving the program costs no note, and says its key."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from tui.paths import data_folder
from tui.ui.screens.notes.note_editor import NoteEditor

Sit = Callable[..., Any]


async def test_a_note_that_is_on_no_disk_asks_before_the_program_is_left(sit_down: Sit) -> None:
    async with sit_down("strike.md", (80, 24)) as sitting:
        await sitting.press("a")
        drafts = data_folder() / "drafts"
        while not drafts.is_file():  # a draft may just be written into it
            shutil.rmtree(drafts, ignore_errors=True)
            with suppress(OSError):
                drafts.write_text("in the way")
        await sitting.press(*"not yet saved", "ctrl+q")
        assert isinstance(sitting.app.screen, NoteEditor)
        assert sitting.app.is_running
        assert "on no disk" in sitting.picture
        await sitting.press("!", "ctrl+q")
        assert sitting.app.is_running  # another text, asked anew
        sitting.type_ahead("ctrl+q")
        await sitting.until(lambda: not sitting.app.is_running)


async def test_what_is_typed_is_a_draft_when_the_program_is_left(sit_down: Sit) -> None:
    async with sit_down("strike.md", (80, 24)) as sitting:
        await sitting.press("a", *"half a thought")
        sitting.type_ahead("ctrl+q")
        await sitting.until(lambda: not sitting.app.is_running)
    assert any("half a thought" in path.read_text() for path in (data_folder() / "drafts").glob("*.json"))


async def test_ctrl_c_says_which_key_quits(sit_down: Sit) -> None:
    async with sit_down("strike.md", (80, 24)) as sitting:
        await sitting.press("ctrl+c")
        assert "Q, Ctrl+q quits." in sitting.picture
        assert "[b]" not in sitting.picture
