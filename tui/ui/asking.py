"""A screen that can ask a question in the line at its foot."""

from collections.abc import Callable
from typing import TypeVar

from textual import on

from tui.ui.key_screen import KeyScreen
from tui.ui.keymap import Keymap
from tui.ui.messages import Entered, Typed
from tui.ui.prompt import Prompt

Result = TypeVar("Result")


class AskingScreen(KeyScreen[Result]):
    """One question at a time; the keys go back to where they were when it is answered."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__(keymap)
        self._prompt: Prompt | None = None
        self._changed: Callable[[str], None] | None = None
        self._answered: Callable[[str | None], None] | None = None

    def ask(
        self,
        sign: str,
        question: str,
        changed: Callable[[str], None] | None,
        answered: Callable[[str | None], None],
        text: str = "",
        check: Callable[[str], str] | None = None,
    ) -> None:
        """`changed` hears every change of the line, `answered` what was entered, or None if it was given up."""
        if self._prompt is not None:
            return
        self._changed, self._answered = changed, answered
        before = self.focused
        self._prompt = Prompt(f"{sign} {question}", text, check, before)
        self.mount(self._prompt)
        self._prompt.focus()

    @on(Typed)
    def _typed_in_prompt(self, message: Typed) -> None:
        if self._changed is not None:
            self._changed(message.text)

    @on(Entered)
    def _entered_in_prompt(self, message: Entered) -> None:
        prompt, answered = self._prompt, self._answered
        if prompt is None or answered is None:
            return
        self._prompt = self._changed = self._answered = None
        if prompt.before is not None:
            prompt.before.focus()
        prompt.remove()
        answered(message.text)
