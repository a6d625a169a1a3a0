"""From an article to the story that it tells."""

import asyncio

from tui.errors import ReaderError
from tui.notes.stories import kept_stories
from tui.ui.doing.reader import Reader
from tui.ui.messages import ShowStory


class Storytelling:
    """A story that is kept and has this article; else one that begins with it."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_story(self, _count: int | None) -> None:
        reader = self._reader
        article, sources = reader.reading.article, [pane.reading.article.source for pane in reader.panes]

        async def show() -> None:
            try:
                kept = await asyncio.to_thread(kept_stories, reader.desk.store)
            except ReaderError as error:
                reader.say(str(error))
                return
            own = next((one for one in kept if article.source in one.articles), None)
            if own is not None:
                message = ShowStory(own.name, own.articles, True, own.without, article.source)
            else:
                message = ShowStory(article.title, sources, begins=article.source)
            reader.post_message(message)

        reader.run_worker(show(), group="story", exclusive=True)
