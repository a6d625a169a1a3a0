"""How much of a story is shown, as of which day, and with which words."""

from tui.counted import counted
from tui.library.stories.steps import days_of
from tui.ui.doing.stories.desk import StoryDesk


class StoryFollowing:
    """What is shown."""

    def __init__(self, story: StoryDesk) -> None:
        self._story = story

    def do_story_days(self, _count: int | None) -> None:
        most = self._story.followed.next_days()
        self._story.fill()
        self._story.say(f"The {counted(most, 'day')} that matter most." if most else "All days.")

    def do_story_filter(self, _count: int | None) -> None:
        followed = self._story.followed
        before = followed.filter

        def show(text: str) -> None:
            followed.filter = text
            self._story.fill()

        def done(text: str | None) -> None:
            show(before if text is None else text)

        self._story.ask("/", "Words or names that a row has", show, done, text=before)

    def do_story_earlier(self, count: int | None) -> None:
        self._step(-(count or 1))

    def do_story_later(self, count: int | None) -> None:
        self._step(count or 1)

    def do_story_clear(self, _count: int | None) -> None:
        followed = self._story.followed
        if followed.filter:
            followed.filter = ""
            self._story.fill()
        elif followed.day is not None:
            followed.day = None
            self._story.tell_anew()
        elif self._story.lists_articles:
            self._story.turn_to(False)
        else:
            self._story.leave()

    def _step(self, by: int) -> None:
        followed = self._story.followed
        if followed.step(by):
            self._story.tell_anew()
        elif not followed.now.articles:
            self._story.say("The articles are still read for what they tell.")
        elif not days_of(followed.now):
            self._story.say("No article of it says when it appeared.")
        else:
            self._story.say("This is the first day of news." if by < 0 else "This is the story as it stands now.")
