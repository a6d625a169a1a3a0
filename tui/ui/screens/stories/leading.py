"""A story is shown, and leads to its articles: over it, so that leaving them leads back."""

from pathlib import Path
from typing import Any

from textual.app import App

from tui.text.article import Article
from tui.ui.desk import Desk
from tui.ui.doing.comparing import Comparing
from tui.ui.doing.landing import Landing
from tui.ui.messages import Lead, ShowStory
from tui.ui.screens.article.opening import Opening
from tui.ui.screens.article.reader import ReaderScreen


class Leading:
    """Opens over the screens that are there."""

    def __init__(self, app: App[Any], desk: Desk, opening: Opening) -> None:
        self._app = app
        self._desk = desk
        self._opening = opening

    def show_story(self, message: ShowStory) -> None:
        """The screen of a story."""
        from tui.ui.reading.followed import FollowedStory  # only when it is needed
        from tui.ui.screens.stories.story import StoryScreen

        followed = FollowedStory(
            message.name,
            list(message.sources),
            begins=message.begins,
            kept=message.kept,
            without=list(message.without),
        )
        self._app.push_screen(StoryScreen(self._desk, followed))

    def lead(self, message: Lead) -> None:
        """An article at some words, and perhaps another one at others beside it."""

        def show(article: Article) -> None:
            reader = ReaderScreen(self._desk, article)
            reader.reading.cursor = message.spot.offset
            self._app.push_screen(reader)
            self._app.call_after_refresh(arrive, reader)

        def arrive(reader: ReaderScreen) -> None:
            reader.part(Landing).visit(message.spot, message.words)
            if message.beside is None:
                reader.say(message.said)
                return
            spot, words = message.beside

            def put_beside(article: Article) -> None:
                reader.part(Comparing).add(article, together=True)
                self._app.call_after_refresh(self._app.call_after_refresh, arrive_beside, reader, spot, words)

            self._opening.open(Path(spot.source), put_beside)

        def arrive_beside(reader: ReaderScreen, spot: Any, words: Any) -> None:
            reader.part(Landing).visit(spot, words)
            reader.say(message.said)

        self._opening.open(Path(message.spot.source), show)
