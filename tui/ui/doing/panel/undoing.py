"""What was done in this sitting - notes, repairs, dates - is taken back in turn, the last of it first."""

from collections.abc import Callable
from enum import Enum, auto
from typing import NamedTuple

from tui.ui.doing.reader import Reader
from tui.ui.keys.actions import BY_ID
from tui.ui.keys.contexts import CHRONICLE, ENTITIES, FIGURES, QUOTES, TIMELINE
from tui.ui.keys.keymap import show

NOTHING = "There is nothing to take back."


class What(Enum):
    """What was done."""

    NOTE = auto()
    REPAIR = auto()  # stands in the log of repairs too, and can be taken back in later sittings
    DATE = auto()  # the day that the article was published
    ENCODING = auto()  # in which its file is read


class Done(NamedTuple):
    """One thing that was done, and how it is taken back."""

    what: What
    take_back: Callable[[], None]


class Undoing:
    """One list of all that can be taken back."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._done: list[Done] = []

    @property
    def key(self) -> str:
        """The key that takes the last thing back from where keys are typed just now."""
        action = "undo" if self._reader.context == ENTITIES else "undo_note"
        return next(map(show, self._reader.desk.keymap.keys[action]), "no key")

    def can(self, what: What, take_back: Callable[[], None]) -> None:
        """Something was done that can be taken back."""
        self._done.append(Done(what, take_back))

    def do_undo_note(self, _count: int | None) -> None:
        """The last thing, whatever it was; in lists that hold repairs also one of an earlier sitting."""
        if self._done:
            self._done.pop().take_back()
        elif self._reader.context in (TIMELINE, CHRONICLE, QUOTES, FIGURES):
            self._reader.run(BY_ID["undo"])
        else:
            self._reader.say(NOTHING)

    def date_back(self) -> bool:
        """Among the names: give the article its date back if that was changed after the last repair; whether it was."""
        last = self._last({What.REPAIR, What.DATE})
        if last is None or self._done[last].what is not What.DATE:
            return False
        self._done.pop(last).take_back()
        return True

    def forget(self) -> None:
        """The last repair is taken back by other means."""
        if (last := self._last({What.REPAIR})) is not None:
            del self._done[last]

    def forget_all(self) -> None:
        """Repairs and dates were taken back or made again elsewhere: what was the last is not known any more."""
        self._done = [done for done in self._done if done.what is What.NOTE]

    def _last(self, kinds: set[What]) -> int | None:
        return next((index for index in reversed(range(len(self._done))) if self._done[index].what in kinds), None)
