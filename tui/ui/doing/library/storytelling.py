"""From the library to a story: of the marked articles, of those that the filter lists, or one that is kept."""

import asyncio

from tui.errors import ReaderError
from tui.notes.stories import KeptStory, kept_stories
from tui.text.folding import fold
from tui.ui.doing.library.library import Library
from tui.ui.keys.completion import Offer
from tui.ui.messages import ShowStory

MOST = 500  # articles of one story


class LibraryStories:
    """Which articles are meant."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def do_shelf_story(self, _count: int | None) -> None:
        library = self._library
        rows = library.rows
        meant = [entry for entry in rows.entries if entry.source in rows.marked] if rows.marked else []
        name = "Marked articles"
        if not meant and library.filter:
            meant, name = list(rows.entries), library.filter
        if len(meant) > MOST:
            library.say(f"{len(meant):,} articles are no one story: filter or mark {MOST} at most.")
        elif meant:
            library.post_message(ShowStory(name, [entry.source for entry in meant]))
        else:
            library.aside(self._ask, "story")

    async def _ask(self) -> None:
        library = self._library
        try:
            kept = {one.name: one for one in await asyncio.to_thread(kept_stories, library.desk.store)}
        except ReaderError as error:
            library.say(str(error))
            return
        if not kept:
            library.say("Mark articles with m, or filter them with /, then g s makes one story of them.")
            return

        def offered(before: str) -> Offer | None:
            words = fold(before).split()
            names = tuple(name for name in kept if all(word in fold(name) for word in words))
            return Offer(0, names, tuple(f"{len(kept[name].articles)}" for name in names)) if names else None

        def answered(text: str | None) -> None:
            library.set_focus(library.rows)
            if text and (found := _called(text, kept)) is not None:
                library.post_message(ShowStory(found.name, found.articles, True, found.without))
            elif text:
                library.say(f"No story is kept as “{text}”.")

        library.ask("g s", "Which story? Tab chooses", None, answered, offered=offered, begun=True)


def _called(text: str, kept: dict[str, KeptStory]) -> KeptStory | None:
    """The story of this name, or the only one whose name begins so."""
    if text in kept:
        return kept[text]
    some = [one for name, one in kept.items() if fold(name).startswith(fold(text).strip())]
    return some[0] if len(some) == 1 else None
