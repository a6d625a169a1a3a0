"""A screen whose keys come from the table of actions: sequences, counts, lone digits, and a letter after m and '."""

import time
from collections.abc import Callable, Iterable
from typing import TypeVar

from textual import events
from textual.screen import Screen
from textual.timer import Timer

from tui.ui.fitted import Fitted
from tui.ui.key import Key
from tui.ui.keys.action import Action
from tui.ui.keys.choices import Choices, Frame, choices_line, framed_line
from tui.ui.keys.keymap import Keymap, show, spell
from tui.ui.keys.typed_ahead import LOOK, TypedAhead
from tui.ui.toasts import UNANSWERED, Told

Result = TypeVar("Result")
LONE_DIGIT = 0.35  # seconds after which a digit was no count
HESITATION = 0.12  # seconds after which is shown what was typed; keys that follow sooner need no picture of it


class KeyScreen(Fitted, Screen[Result]):
    """Finds the action for what was typed and runs `do_<id>(count)` of the first of `parts` that has it."""

    AUTO_FOCUS = None

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self.keymap = keymap
        self._typed: tuple[str, ...] = ()
        self._count = ""
        self.held_keys: list[events.Key] | None = None  # keys for a field that is not there yet
        self._lone: Timer | None = None  # runs while a digit may still become a count
        self._hesitating: Timer | None = None  # runs until it is shown that more keys are awaited
        self._letter: Callable[[str], None] | None = None
        self._letter_from = 0.0  # what was typed before this moment is no answer
        self.letter_given_up: Callable[[], None] | None = None  # what to do if Esc is typed instead of the letter
        self._explained: Told | None = None  # stands as long as the letter is awaited

    @property
    def context(self) -> str:
        """Where keys are typed just now: a row of `actions.LOOKUP`."""
        raise NotImplementedError

    @property
    def parts(self) -> Iterable[object]:
        """The objects that do actions, the nearest first."""
        return (self,)

    def say(self, text: str) -> None:
        """Show a short message until the next key."""

    def waiting(self, typed: str) -> None:
        """Show that more keys are awaited; "" when they are not."""

    def number_alone(self, number: int) -> tuple[str, Callable[[], None]] | None:
        """What a number means when no motion follows it: in words, and to be done."""
        return None

    @property
    def is_asking(self) -> bool:
        """Whether keys are awaited for something that has begun."""
        return self._letter is not None or self.held_keys is not None

    def take_letter(self, then: Callable[[str], None], why: str) -> None:
        """The next key is not an action but a letter for `then`."""
        self._end_explanation()
        self._letter, self._letter_from, self.letter_given_up = then, 0.0, None
        self.waiting(why)

    def take_choice(
        self,
        choices: Choices,
        then: Callable[[str | None], None],
        about: str = "",
        by_itself: bool = False,
        explained: tuple[str, str] | None = None,
        frame: Frame | None = None,
    ) -> None:
        """The next key is one of these answers; `then` hears it, or None if it is none of them.

        A question that comes `by itself` is not answered by what was typed before it stood there. What it is about is
        `explained` by a title and words, which are seen as long as it is not answered. Where a small letter and a
        capital mean different things, a `frame` says what, and `then` hears which of the two it was."""
        keys, cells = [key for key, _ in choices], self.size.width - 2

        def taken(letter: str) -> None:
            found = next((key for key in keys if key.casefold() == letter.casefold()), None)
            then(found.upper() if found is not None and frame is not None and letter.isupper() else found)

        line = framed_line(choices, cells, frame) if frame is not None else ""
        if frame is not None and not line:
            explained = explained or ("", frame.sentence)
        self.take_letter(taken, line or choices_line(choices, cells, about))
        self._letter_from = time.monotonic() if by_itself else 0.0
        self.letter_given_up = lambda: then(None)
        if explained is not None:
            title, words = explained
            self._explained = self.tell(words, title, "warning", UNANSWERED)

    def _end_explanation(self) -> None:
        told, self._explained = self._explained, None
        self.take_away(told)

    def can(self, action: Action) -> bool:
        """Whether any part does this action."""
        return any(hasattr(part, f"do_{action.id}") for part in self.parts)

    def run(self, action: Action, count: int | None = None) -> bool:
        """Do an action; whether any part could."""
        for part in self.parts:
            method = getattr(part, f"do_{action.id}", None)
            if method is not None:
                method(count)
                return True
        return False

    def on_key(self, event: events.Key) -> None:
        """A key that no input field wanted."""
        if self.focused is not None and self.focused.check_consume_key("a", "a"):
            return  # someone is typing text
        if self.held_keys is not None:
            self.held_keys.append(event)
            event.stop()
            event.prevent_default()
            return
        key = spell(event.key)
        position = event.position if isinstance(event, Key) else ""
        if self._hesitating is not None:
            self._hesitating.stop()
        lone, self._lone = self._lone, None
        if lone is not None:
            lone.stop()
        if key == "enter" and self._count and not self._typed and self.number_alone(int(self._count)) is not None:
            event.stop()
            event.prevent_default()
            self._do_alone(int(self._count))
            return
        if self._letter is not None and event.time >= self._letter_from:
            then, self._letter = self._letter, None
            self._end_explanation()
            self.waiting("")
            event.stop()
            event.prevent_default()
            if key == "escape":
                if self.letter_given_up is not None:
                    self.letter_given_up()
            else:
                printable = event.character if event.character and event.is_printable else ""
                then(self.keymap.letter(printable, position) if printable else key)
            return
        if not self._typed and key.isdecimal() and len(key) == 1 and (self._count or key != "0"):
            event.stop()
            event.prevent_default()
            self._count = (self._count + key)[-6:]
            alone = self.number_alone(int(key)) if len(self._count) == 1 else None
            if alone is not None:
                self._lone = self.set_timer(LONE_DIGIT, lambda: self._when_alone(int(key)))
            self._hesitate(f"{self._count}  {alone[0]}" if alone is not None else self._count)
            return
        if key == "escape" and (self._typed or self._count):
            self._reset()
            event.stop()
            return
        typed = self.keymap.meant(self.context, self._typed, key, position)
        action = self.keymap.find(self.context, typed)
        if action is not None:
            count = int(self._count) if self._count else None
            self._reset()
            event.stop()
            event.prevent_default()
            self.run(action, count)
        elif self.keymap.waits(self.context, typed):
            event.stop()
            event.prevent_default()
            self._typed = typed
            self._hesitate(self._count + show(typed))
        else:
            if self._typed:
                event.stop()
                event.prevent_default()
            self._reset()

    def _hesitate(self, typed: str) -> None:
        self._hesitating = self.set_timer(HESITATION, lambda: self.waiting(typed))

    def _when_alone(self, number: int) -> None:
        """A digit is alone where no other key is on its way: on a busy machine one may wait long for its turn."""
        ahead: TypedAhead | None = getattr(self.app, "typed_ahead", None)
        if ahead is None or ahead.rests:
            self._do_alone(number)
        else:
            self._lone = self.set_timer(LOOK, lambda: self._when_alone(number))

    def _do_alone(self, number: int) -> None:
        alone, self._lone = self.number_alone(number), None
        self._reset()
        if alone is not None:
            alone[1]()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted words are no keys: nobody knows what they would do."""
        event.stop()
        self.say("Pasted words are not taken for keys.")

    def _reset(self) -> None:
        if self._typed or self._count:
            self._typed, self._count = (), ""
            self.waiting("")
