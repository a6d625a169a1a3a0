"""A story as it stood on a day, beside what is known now: what was told otherwise later."""

from datetime import date
from itertools import pairwise

from tui.library.stories.forms.words import name_of, when_of
from tui.library.stories.story import Story, StoryRow

Later = tuple[str, str, str]  # what was told otherwise ("figure"), in which words, and by whom


def days_of(story: Story) -> tuple[date, ...]:
    """The days on which articles of it appeared, each a step."""
    return tuple(sorted({article.published for article in story.articles if article.published is not None}))


def told_later(then: Story, now: Story) -> dict[int, tuple[Later, ...]]:
    """By row of the story as it stood: what articles that came later say otherwise of the same event."""
    rows = {}
    for row in now.rows:
        for teller in row.tellers:
            rows[now.articles[teller.article].source, teller.telling] = row
    there = {article.source for article in then.articles}
    found: dict[int, tuple[Later, ...]] = {}
    for number, row in enumerate(then.rows):
        first = row.tellers[0]
        whole = rows.get((then.articles[first.article].source, first.telling))
        if whole is not None and (later := tuple(_otherwise(whole, now, there))):
            found[number] = later
    return found


def _otherwise(row: StoryRow, now: Story, there: set[str]) -> list[Later]:
    found = []
    for difference in row.differences:
        for before, said in pairwise(difference.ways):
            del before
            who = [now.articles[row.tellers[number].article] for number in said.tellers]
            if all(article.source not in there for article in who):
                found.append((difference.what, said.words, f"{name_of(who[0])}, {when_of(who[0])}"))
    return found
