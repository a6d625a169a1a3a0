"""The story desk as what the keys do sees it: the story, its rows and articles, and what can be said and asked."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Protocol

from textual.message import Message

from tui.ui.desk import Desk
from tui.ui.keys.choices import Choices
from tui.ui.keys.completion import Offer
from tui.ui.reading.followed import FollowedStory
from tui.ui.widgets.lists.story_articles import StoryArticles
from tui.ui.widgets.lists.story_list import StoryList
from tui.ui.widgets.parts.rows import RowsView


class StoryDesk(Protocol):
    """Two lists, of which one is in front, and the line at the foot."""

    desk: Desk
    followed: FollowedStory
    rows: StoryList
    articles: StoryArticles
    lists_articles: bool

    @property
    def in_front(self) -> RowsView:
        """The list that has the keys."""
        ...

    def turn_to(self, articles: bool) -> None:
        """Show the other list."""

    def fill(self) -> None:
        """Show what is known now."""

    def tell_anew(self) -> None:
        """Have the chronicle made of the articles that there are now, as of the day that is wanted."""

    def say(self, text: str) -> None:
        """A short message in the line at the foot."""

    def aside(self, work: Callable[[], Coroutine[None, None, None]], group: str) -> None:
        """Do something beside the keys, in the place of what the group did before."""

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
    ) -> None:
        """Ask a question in the line at the foot."""

    def take_choice(self, choices: Choices, then: Callable[[str | None], None], about: str = "") -> None:
        """The next key is one of these."""

    def notify(self, message: str, *, severity: Any = "information", timeout: float | None = None) -> None:
        """Say something that must not be missed."""

    def post_message(self, message: Message) -> bool:
        """Say something to the application."""
        ...

    def leave(self) -> None:
        """Back to what lies under it."""
