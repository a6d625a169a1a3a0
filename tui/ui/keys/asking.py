"""A screen that can ask a question in the line at its foot."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from textual import events, on
from textual.widget import Widget

from tui.ui.keys.choices import question_line
from tui.ui.keys.choosing import Choosing
from tui.ui.keys.completion import Offer
from tui.ui.keys.key_screen import KeyScreen
from tui.ui.keys.keymap import Keymap
from tui.ui.keys.prompt import OtherEnd, Prompt
from tui.ui.messages import Refused, Typed

Result = TypeVar("Result")


class AskingScreen(KeyScreen[Result]):
    """One question at a time; the keys go back to where they were when it is answered."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__(keymap)
        self._prompt: Prompt | None = None
        self._question = ""
        self._changed: Callable[[str], None] | None = None
        self._answered: Callable[[str | None], None] | None = None
        self._other_end: OtherEnd | None = None

    @property
    def is_asking(self) -> bool:
        """Whether a question stands in the line at the foot, or keys are awaited."""
        return self._prompt is not None or super().is_asking

    @property
    def said(self) -> str:
        """The message that is shown just now; "" where none is kept."""
        return ""

    def ask(
        self,
        sign: str,
        question: str,
        changed: Callable[[str], None] | None,
        answered: Callable[[str | None], None],
        text: str = "",
        check: Callable[[str], str] | None = None,
        earlier: Sequence[str] = (),
        switch: str = "",
        offered: Callable[[str], Offer | None] | None = None,
        begun: bool = False,
        other_end: OtherEnd | None = None,
    ) -> None:
        """`changed` hears every change of the line, `answered` what was entered, or None if it was given up.

        Up and down go through `earlier` answers, the last one first; Ctrl+R puts `switch` before what was typed.
        `text` is a proposal that the first letter replaces, or, where it is `begun`, the beginning of the answer.
        Tab and the arrows choose among what is `offered` for the words before the cursor, where anything is.
        Where there is an `other_end`, the question says its keys, and it hears the answer instead."""
        if self._prompt is not None:
            return
        if other_end is not None:
            question = question_line(question, other_end.words, self.size.width - 2)
        self._changed, self._answered, self._question, self._other_end = changed, answered, question, other_end
        before = self.focused
        words = f"{sign} {question}"
        answer = self._entered
        self._prompt = Prompt(words, answer, text, check, before, earlier, switch, offered, begun, other_end)
        self.say(question)
        self.held_keys = self.held_keys or []  # whoever types fast, or over a slow line, is already typing the answer
        self.mount(self._prompt)
        self.show_offers(self._prompt.choosing)
        self.call_after_refresh(self._begin_typing, self._prompt)

    def show_offers(self, choosing: Choosing | None) -> None:
        """Show what can be chosen in the line at the foot; None when the question is answered."""

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Whatever wants the keys, or takes them away: a question that stands on the screen has them."""
        standing = self._prompt is not None and self._prompt.is_mounted
        super().set_focus(self._prompt if standing else widget, scroll_visible, from_app_focus)

    def on_key(self, event: events.Key) -> None:
        """A key that nobody wanted. While a question stands on the screen it is for that."""
        prompt = self._prompt
        if prompt is not None and prompt.is_mounted and self.focused is not prompt:
            event.stop()
            event.prevent_default()
            self._begin_typing(prompt)
            if self._prompt is prompt:  # what was typed before has not answered it
                prompt.take(event)
        # Otherwise `KeyScreen.on_key` hears it: Textual calls the handlers of all classes.

    def _begin_typing(self, prompt: Prompt) -> None:
        self.set_focus(prompt)
        self.release_keys(prompt)

    def hold_keys(self) -> None:
        """What is typed from now on is for something that is not there yet."""
        self.held_keys = []

    def release_keys(self, prompt: Prompt | None = None) -> None:
        """Do the keys that were held, or type them into the line that they were typed for."""
        held, self.held_keys = self.held_keys or [], None
        for event in held:
            if prompt is not None and self._prompt is prompt:
                prompt.take(event)
            else:
                super().on_key(event)

    @on(Typed)
    def _typed_in_prompt(self, message: Typed) -> None:
        if self._changed is not None:
            self._changed(message.text)
        if self._prompt is not None:
            self.show_offers(self._prompt.choosing)

    @on(Refused)
    def _refused_in_prompt(self, message: Refused) -> None:
        self.say(message.trouble)

    def _entered(self, text: str | None, other: bool) -> None:
        prompt, answered, other_end = self._prompt, self._answered, self._other_end
        if prompt is None or answered is None:
            return
        self._prompt = self._changed = self._answered = self._other_end = None
        if prompt.before is not None:
            self.set_focus(prompt.before)
        prompt.display = False
        self.show_offers(None)
        self.set_timer(0.2, prompt.remove)  # keys typed after the answer still pass through it
        if text is None or self.said == self._question:
            self.say("")  # the question does not stand there any more
        if other and other_end is not None and text is not None:
            other_end.answered(text)
        else:
            answered(text)
