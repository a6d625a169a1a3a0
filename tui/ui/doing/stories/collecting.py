"""A story is put together: articles taken in and out, kept by name, written to a file."""

import asyncio
from functools import partial
from pathlib import Path

from tui.analysis.naming import clean_name
from tui.counted import counted
from tui.errors import NotesUnavailable, ReaderError
from tui.library.stories.forms.forms import FORMS, write_story
from tui.notes.stories import forget_story, keep_story
from tui.text.article import Article
from tui.timelines.files import place_for
from tui.ui.doing.stories.desk import StoryDesk
from tui.ui.messages import WantSecond


class StoryCollecting:
    """What belongs to it."""

    def __init__(self, story: StoryDesk) -> None:
        self._story = story

    def do_story_articles(self, _count: int | None) -> None:
        self._story.turn_to(not self._story.lists_articles)

    def do_story_take(self, _count: int | None) -> None:
        story, followed = self._story, self._story.followed
        if not story.lists_articles:
            story.turn_to(True)
            story.say("Choose the article: x takes it out of the story, or into it.")
            return
        one = story.articles.under_cursor
        if one is None:
            return
        if one.belongs:
            followed.sources.remove(one.source)
            followed.without.append(one.source)
        else:
            followed.sources.append(one.source)
            followed.without = [source for source in followed.without if source != one.source]
        story.say(f"{'Out of' if one.belongs else 'Into'} the story: {one.title}")
        self._changed()

    def do_story_add(self, _count: int | None) -> None:
        """Choose one in the library."""
        followed = self._story.followed

        def chosen(article: Article) -> None:
            if article.source in followed.sources:
                self._story.say("It belongs to the story already.")
                return
            followed.sources.append(article.source)
            followed.without = [source for source in followed.without if source != article.source]
            self._changed()

        self._story.post_message(WantSecond(followed.begins or "", chosen))

    def do_story_keep(self, _count: int | None) -> None:
        story, followed = self._story, self._story.followed

        def answered(text: str | None) -> None:
            if text is not None and clean_name(text):
                self._keep(clean_name(text))

        story.ask("s", "Keep the story as", None, answered, text=followed.name)

    def do_story_forget(self, _count: int | None) -> None:
        story, followed = self._story, self._story.followed
        if not followed.kept:
            story.say("This story is not kept: s keeps it.")
            return

        async def forget() -> None:
            try:
                await asyncio.to_thread(forget_story, story.desk.store, followed.name)
            except ReaderError as error:
                story.notify(str(error), severity="error", timeout=20)
                return
            followed.kept = False
            story.fill()
            story.say(f"“{followed.name}” is kept no longer: s keeps it again.")

        story.aside(forget, "keep")

    def do_story_write(self, _count: int | None) -> None:
        story, followed = self._story, self._story.followed
        if story.desk.restricted:
            story.say("Writing files is switched off here.")
            return

        def check(text: str) -> str:
            try:
                place_for(text, FORMS)
            except ReaderError as error:
                return str(error)
            return ""

        def answered(text: str | None) -> None:
            if text is None:
                return
            path = place_for(text, FORMS)

            def overwrite(answer: str | None) -> None:
                if answer == "y":
                    story.aside(partial(write, path), "write")
                else:
                    story.say("Nothing was written.")

            if path.exists():
                choices = (("y", "writes over it"), ("n", "keeps it"))
                story.take_choice(choices, overwrite, f"{path.name} is there already")
            else:
                overwrite("y")

        async def write(path: Path) -> None:
            try:
                await asyncio.to_thread(write_story, followed.story, followed.name, path, followed.most)
            except ReaderError as error:
                story.say(str(error))
                return
            days = f"the {counted(followed.most, 'day')} that matter most" if followed.most else "all days"
            story.say(f"{path} has {days} of the story.")

        story.ask(
            "W", f"Write to a file that ends in {', '.join(f'.{form}' for form in FORMS)}", None, answered, check=check
        )

    def _changed(self) -> None:
        if self._story.followed.kept:
            self._keep(self._story.followed.name)
        self._story.fill()
        self._story.tell_anew()

    def _keep(self, name: str) -> None:
        """By this name; another story that has it already stays as it is."""
        story, followed = self._story, self._story.followed
        anew = not followed.kept or name != followed.name
        kept, before = followed.as_kept()._replace(name=name), None if anew else followed.stored
        if not anew:
            followed.stored = kept  # the next change may come before this one is on the disk

        async def keep() -> None:
            try:
                await asyncio.to_thread(keep_story, story.desk.store, kept, before, anew)
            except NotesUnavailable as error:
                followed.stored = before
                story.notify(str(error), severity="error", timeout=20)
                return
            except ReaderError as error:
                story.say(str(error))
                return
            if anew:
                followed.name, followed.kept, followed.stored = name, True, kept
            story.fill()
            if anew:
                story.say(f"Kept as “{name}”: g s in the library finds it.")

        story.aside(keep, "keep")
