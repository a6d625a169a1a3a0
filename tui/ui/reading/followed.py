"""A story as a person follows it: its articles, how much of it is shown, as of which day, and under which name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tui.library.stories.steps import Later, days_of
from tui.library.stories.story import Story, StoryRow
from tui.library.stories.telling import Told
from tui.notes.stories import KeptStory
from tui.text.folding import fold

DAYS = (10, 30, 0)  # that are shown; 0 for all


@dataclass
class FollowedStory:
    """What is known of it changes; the articles stand in the order in which they were found."""

    name: str
    sources: list[str]
    begins: str = ""  # the article in which it was asked for
    kept: bool = False
    stored: KeptStory | None = None  # as it is kept, as far as this session knows
    without: list[str] = field(default_factory=list)
    likely: dict[str, tuple[str, ...]] = field(default_factory=dict)  # names that each shares with the first
    seen: dict[str, Told] = field(default_factory=dict)  # every article that was once part of it
    now: Story = field(default_factory=lambda: Story((), (), {}))  # the whole of it
    then: Story | None = None  # as it stood on `day`
    day: date | None = None
    later: Mapping[int, tuple[Later, ...]] = field(default_factory=dict)  # by row of `then`
    searched: Sequence[str] = ()  # by row of what is shown
    most: int = DAYS[0]
    filter: str = ""

    def __post_init__(self) -> None:
        if self.kept:
            self.stored = self.as_kept()

    @property
    def story(self) -> Story:
        """What is shown."""
        return self.then if self.then is not None else self.now

    def take_in(self, story: Story, searched: Sequence[str] = ()) -> None:
        """The whole of it is known, and what a filter looks at in its rows."""
        self.now, self.then, self.later = story, None, {}
        self.searched = searched
        self.seen.update((article.source, article) for article in story.articles)

    def stand(self, story: Story, later: Mapping[int, tuple[Later, ...]], searched: Sequence[str]) -> None:
        """It is known how it stood on the day that is wanted."""
        self.then, self.later, self.searched = story, later, searched

    def rows(self) -> tuple[Sequence[StoryRow], dict[int, tuple[Later, ...]]]:
        """The rows that are shown, and what was told otherwise later, by their places."""
        story, words = self.story, fold(self.filter).split()
        rows = list(story.rows_of(self.most))
        if words:
            fits = {
                id(row)
                for row, told in zip(story.rows, self.searched, strict=True)
                if all(word in told for word in words)
            }
            rows = [row for row in rows if id(row) in fits]
        later = {id(story.rows[number]): told for number, told in self.later.items()} if self.then is not None else {}
        return rows, {place: later[id(row)] for place, row in enumerate(rows) if id(row) in later}

    def next_days(self) -> int:
        """How many days are shown after the next press of the key; what shows no more than is shown is passed over."""
        choices = [most for most in DAYS if not most or most < len(self.story.days)]
        at = choices.index(self.most) if self.most in choices else -1
        self.most = choices[(at + 1) % len(choices)]
        return self.most

    def step(self, by: int) -> bool:
        """One day of news earlier or later; whether there is one. The last one is now."""
        days = days_of(self.now)
        at = days.index(self.day) if self.day in days else len(days) - 1
        to = at + by
        if not 0 <= to < len(days):
            return False
        self.day = days[to] if to < len(days) - 1 else None
        return True

    def as_kept(self) -> KeptStory:
        """As the notes keep it."""
        return KeptStory(self.name, tuple(self.sources), tuple(self.without))
