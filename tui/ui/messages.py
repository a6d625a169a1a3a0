"""Everything a widget can say. A screen hears it and acts; widgets never speak to each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from tui.analysis.model import Entity
from tui.notes.drafts import Draft, DraftFile
from tui.notes.note import Note
from tui.text.article import Article, Block, Mark
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
class RowReached(Message):
    """The cursor of a list is on a row that the article beside it is to show."""

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
    """An article was chosen in a list; `words` are what was looked for, and `then` gets it if it is not just read."""

    path: Path
    words: tuple[str, ...] = ()
    then: Callable[[Article], object] | None = None


@dataclass
class Instead(Message):
    """Another article is to be read in the place of the one in front."""

    path: Path


@dataclass
class Finished(Message):
    """The screen is done; it alone is closed, however often it says so."""

    screen: object


@dataclass
class Visit(Message):
    """Open the article of a spot and go there; `words` are marked there, and `said` is what there is to say then."""

    spot: Spot
    said: str = ""
    words: Span | None = None


@dataclass
class Lead(Message):
    """Open the article of a spot over this screen, mark words there, and perhaps those of another one beside it."""

    spot: Spot
    words: Span
    beside: tuple[Spot, Span] | None = None
    said: str = ""


@dataclass
class ShowStory(Message):
    """Show the story that these articles tell; of a single one, those that may tell it too are proposed."""

    name: str
    sources: Sequence[str]
    kept: bool = False  # by this name
    without: Sequence[str] = ()
    begins: str = ""  # the article in which it is asked for


@dataclass
class WantSecond(Message):
    """An article is to be chosen that will stand beside the one from `source`."""

    source: str
    then: Callable[[Article], None]


@dataclass
class Silence(Message):
    """Take the messages that stay for a while off the screen."""


@dataclass
class Redraw(Message):
    """Draw the whole screen anew."""


@dataclass
class Refused(Message):
    """What was entered will not do; why."""

    trouble: str


@dataclass
class Copied(Message):
    """These words are for the terminal's clipboard."""

    text: str


# Another screen is asked for; which one it is, and where it lies, is the application's business.


@dataclass
class ShowHelp(Message):
    """Show all keys."""


@dataclass
class ShowAllNotes(Message):
    """Show the notes of all articles."""


@dataclass
class ShowDossier(Message):
    """Show all that the articles say of whom this name means, in the article from `source` if that tells."""

    name: str
    source: str = ""


@dataclass
class ShowWatch(Message):
    """Show the names and queries that are watched."""


@dataclass
class ShowRepairs(Message):
    """Show all that was put right."""


@dataclass
class RepairsChanged(Message):
    """Repairs were taken back or made again, not by the keys of an article: what it shows has to follow."""


@dataclass
class Explain(Message):
    """Show lines to be read."""

    title: str
    lines: Sequence[str]


@dataclass
class ShowLinks(Message):
    """Have one of an article's links chosen, the cursor on the one with the index `nearest`; None is none."""

    article: Article
    links: Sequence[Mark]
    nearest: int
    then: Callable[[Mark | None], None]


@dataclass
class ShowOutline(Message):
    """Have one of an article's headings chosen, the cursor on the one with the index `nearest`; None is none."""

    article: Article
    headings: Sequence[Block]
    nearest: int
    then: Callable[[Block | None], None]


@dataclass
class PickMentions(Message):
    """Have some mentions of an entity chosen, the first from `offset` on proposed; by their indices; None is none."""

    article: Article
    entity: Entity
    offset: int
    then: Callable[[tuple[int, ...] | None], None]


@dataclass
class EditNote(Message):
    """Open a note in the editor; `saved` says whether the store has it, `names` are offered behind an @.

    `draft` is one that was not finished, with its text. `then` hears the note as it was kept, or None."""

    note: Note
    saved: bool
    names: Sequence[str]
    draft: tuple[DraftFile, Draft] | None
    then: Callable[[Note | None], None] | None = None
