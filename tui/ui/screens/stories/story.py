"""One story over all who tell it: its chronicle by day, its articles, and how it stood on any day."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from contextlib import suppress
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.worker import Worker

from tui.library.chronicler import Answer, Chronicle, Chronicler
from tui.ui.desk import Desk
from tui.ui.doing.everywhere import Everywhere
from tui.ui.doing.stories.collecting import StoryCollecting
from tui.ui.doing.stories.following import StoryFollowing
from tui.ui.doing.stories.moving import StoryMoving
from tui.ui.doing.stories.telling import StoryTelling
from tui.ui.keys import contexts
from tui.ui.keys.asking import AskingScreen
from tui.ui.keys.choosing import Choosing
from tui.ui.keys.key_line import key_line
from tui.ui.messages import Finished, RowChosen, RowReached
from tui.ui.reading.followed import FollowedStory
from tui.ui.screens.stories.about_story import heading, listed
from tui.ui.widgets.lists.story_articles import StoryArticles
from tui.ui.widgets.lists.story_list import StoryList
from tui.ui.widgets.lists.story_tellings import StoryTellings
from tui.ui.widgets.parts.offers import Offers
from tui.ui.widgets.parts.one_line import OneLine
from tui.ui.widgets.parts.rows import RowsView

READING = "The articles are read for what they tell …"
LOOKING = "Looking for articles that tell it too …"
TWO_COLUMNS = 180  # of the screen, from which on all tellings of a row stand beside the chronicle
NONE = "No days are told in these articles."
CHRONICLE = (
    ("story_open", "reads"),
    ("story_days", "days"),
    ("story_articles", "articles"),
    ("story_next_telling", "other tellings"),
    ("story_both", "side by side"),
    ("story_earlier", "earlier"),
    ("story_keep", "keeps"),
    ("story_write", "writes"),
    ("help", "keys"),
)
ARTICLES = (
    ("story_take", "in or out"),
    ("story_add", "adds"),
    ("story_articles", "chronicle"),
    ("story_open", "reads"),
    ("story_keep", "keeps"),
    ("help", "keys"),
)


class StoryScreen(AskingScreen[None]):
    """Two lists: the chronicle, and the articles with those that are proposed."""

    def __init__(self, desk: Desk, followed: FollowedStory) -> None:
        super().__init__(desk.keymap)
        self.desk = desk
        self.followed = followed
        self.rows = StoryList(desk.signs)
        self.tellings = StoryTellings(desk.signs)
        self.articles = StoryArticles(desk.signs)
        self.lists_articles = False
        self._chronicler = Chronicler(desk.index.path if desk.index is not None else None)
        self._title = OneLine(classes="title")
        self._status = OneLine(id="status")
        self._offers = Offers()
        self._busy = self._said = ""
        parts = StoryMoving, StoryTelling, StoryFollowing, StoryCollecting
        self._parts = (self, *(part(self) for part in parts), Everywhere(self, desk))

    def compose(self) -> ComposeResult:
        """Title, lists, status."""
        yield self._title
        with Horizontal():
            yield self.rows
            yield self.tellings
            yield self.articles
        yield self._offers
        yield self._status

    def on_mount(self) -> None:
        """The chronicle first; a story that begins in one article looks for the others before."""
        self.rows.empty, self._busy = "", READING
        self.turn_to(False)
        if self.followed.begins and not self.followed.kept:
            self._propose()
        else:
            self.tell_anew()

    def on_unmount(self) -> None:
        """Nobody hears it any more."""
        self._chronicler.close()

    @property
    def context(self) -> str:
        """Keys of this screen."""
        return contexts.STORY

    @property
    def parts(self) -> Iterable[object]:
        """What the keys do."""
        return self._parts

    @property
    def in_front(self) -> RowsView:
        """The list that has the keys."""
        return self.articles if self.lists_articles else self.rows

    def number_alone(self, number: int) -> tuple[str, Callable[[], None]] | None:
        """By itself a number is a row."""
        return self.in_front.row_alone(number)

    def show_offers(self, choosing: Choosing | None) -> None:
        """What can be chosen stands above the line in which it is typed."""
        self._offers.show(choosing, max(1, (self.size.height - 2) // 2))

    def waiting(self, typed: str) -> None:
        """Keys of which more are awaited."""
        self.say(typed)

    def on_resize(self) -> None:
        """More or fewer words fit in the lines."""
        self._place_tellings()
        self.call_after_refresh(self.fill)

    def aside(self, work: Callable[[], Coroutine[None, None, None]], group: str) -> None:
        """Do something beside the keys, in the place of what the group did before."""
        worker: Worker[None] = self.run_worker(work, group=group, exclusive=True)
        del worker

    def say(self, text: str) -> None:
        """A short message in the line at the foot; else what is being done, or the most useful keys."""
        useful = ARTICLES if self.lists_articles else CHRONICLE
        keys = key_line(self.keymap, useful, max(10, self._status.size.width - 12))
        self._said = text or self._busy or keys
        self._tell_place()

    def _tell_place(self) -> None:
        place = f"{self.in_front.cursor + 1}/{self.in_front.count}" if self.in_front.count else ""
        self._status.set(f" {self._said}", place)

    def turn_to(self, articles: bool) -> None:
        """Show the other list."""
        self.lists_articles = articles
        self.rows.display, self.articles.display = not articles, articles
        self._place_tellings()
        self.set_focus(self.in_front)
        self.fill()

    def leave(self) -> None:
        """Back to what lies under it."""
        self.post_message(Finished(self))

    # What is known

    def tell_anew(self) -> None:
        """Have the chronicle made of the articles that there are now, as of the day that is wanted."""
        self._busy = READING
        self.say("")
        self._chronicler.tell([*self.followed.sources], self.followed.day, self._heard(), self._heard_of_reading())

    def _propose(self) -> None:
        self._busy = LOOKING
        self.say("")
        self._chronicler.propose(self.followed.begins, self._heard())

    def _heard(self) -> Callable[[Answer], None]:
        loop = asyncio.get_running_loop()

        def hear(answer: Answer) -> None:
            with suppress(RuntimeError):  # the program has ended meanwhile
                loop.call_soon_threadsafe(partial(self._take, answer))

        return hear

    def _heard_of_reading(self) -> Callable[[int], None]:
        loop = asyncio.get_running_loop()

        def hear(number: int) -> None:
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(partial(self._tell_how_far, number))

        return hear

    def _tell_how_far(self, number: int) -> None:
        if self.is_attached and self._busy.startswith(READING):
            self._busy = f"{READING} {number} of {len(self.followed.sources)}"
            self.rows.empty = self._busy
            if not self.rows.count:
                self.rows.refresh()
            self.say("")

    def _take(self, answer: Answer) -> None:
        if not self.is_attached:
            return
        followed = self.followed
        if isinstance(answer, Chronicle) and not answer.whole:
            followed.take_in(answer.story, answer.searched)
            self.fill()
            return
        self._busy = ""
        if isinstance(answer, str):
            self.rows.empty = ""
            self.notify(answer, severity="warning", timeout=20)
        elif isinstance(answer, Chronicle):
            self.rows.empty = NONE
            if followed.day is None:
                followed.take_in(answer.story, answer.searched)
            else:
                followed.stand(answer.story, answer.later, answer.searched)
            for trouble in answer.troubles:
                self.notify(trouble, severity="warning", timeout=20)
        else:
            followed.likely = {one.source: one.names for one in answer}
            followed.sources += [
                one.source for one in answer if one.source not in (*followed.sources, *followed.without)
            ]
            self.tell_anew()
        self.fill()

    def fill(self) -> None:
        """Show what is known now."""
        followed = self.followed
        rows, later = followed.rows()
        empty = "No row has these words: Esc shows all." if followed.filter and followed.story.rows else self.rows.empty
        self.rows.show(followed.story, rows, later, empty, followed.day)
        self.articles.show(listed(followed, self.desk.index))
        self._show_tellings()
        title = heading(followed, self.desk.signs, self.size.width, bool(self._busy))
        self._title.set(title, f"/{followed.filter}" if followed.filter else "")
        self.say("")

    @on(RowReached)
    def _row_reached(self) -> None:
        self._tell_place()
        self._show_tellings()

    def _place_tellings(self) -> None:
        self.tellings.display = self.app.size.width >= TWO_COLUMNS and not self.lists_articles

    def _show_tellings(self) -> None:
        if self.tellings.display:
            row = self.rows.under_cursor
            self.tellings.show(self.rows.story, row, self.rows.telling_of(self.rows.cursor) if row is not None else 0)

    @on(RowChosen)
    def _row_chosen(self) -> None:
        next(part for part in self._parts if isinstance(part, StoryTelling)).do_story_open(None)

    def do_back(self, _count: int | None) -> None:
        """Back to what lies under it."""
        self.leave()
