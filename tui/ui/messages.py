"""Everything a widget can say. A screen hears it and acts; widgets never speak to each other."""

from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from tui.text.span import Span
from tui.ui.page.jumps import Spot


@dataclass
class GoTo(Message):
    """Show this place of the article and mark it."""

    span: Span


@dataclass
class RowChosen(Message):
    """A row of a panel was chosen with the mouse."""

    row: int


@dataclass
class Clicked(Message):
    """The mouse was pressed on this offset of the article that `view` shows; `twice` in a row it takes a word."""

    offset: int
    view: object
    twice: bool = False


@dataclass
class Wheeled(Message):
    """The wheel wants to move the text that `view` shows."""

    lines: int
    view: object


@dataclass
class Resized(Message):
    """An article view has a new width and page."""


@dataclass
class Typed(Message):
    """The line at the foot of the screen changed."""

    text: str


@dataclass
class Chosen(Message):
    """An article was chosen in the library."""

    path: Path


@dataclass
class Finished(Message):
    """The screen is done."""


@dataclass
class Visit(Message):
    """Open the article of a spot and go there."""

    spot: Spot


@dataclass
class WantSecond(Message):
    """An article is to be chosen that will stand beside the one being read."""


@dataclass
class Redraw(Message):
    """Draw the whole screen anew."""


@dataclass
class Refused(Message):
    """What was entered will not do; why."""

    trouble: str
