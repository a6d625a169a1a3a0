"""What a person has said and written about the articles of a list; whoever makes a list is told where to ask."""

from collections.abc import Callable
from typing import NamedTuple

from tui.flags import NOTHING_SAID, Flags


class Own(NamedTuple):
    """Of one article."""

    flags: Flags = NOTHING_SAID
    notes: int = 0


NOTHING = Own()


class Said(NamedTuple):
    """Of all articles as it is now: another `state` is another answer, but for what this session itself has said.

    `heard` says how much of that is in it."""

    state: object
    of: Callable[[str], Own]  # by source
    heard: int = 0


def nothing_said() -> Said:
    """Where nobody has said anything."""
    return Said(None, lambda source: NOTHING)
