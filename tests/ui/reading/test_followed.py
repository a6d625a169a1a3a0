"""How much of a story is shown, and as of which day."""

from datetime import date

from tui.library.stories.story import Story
from tui.library.stories.telling import Told
from tui.ui.reading.followed import FollowedStory


def followed(*days, told=0):
    articles = tuple(
        Told(f"/{number}", "", "", "", "", date.fromisoformat(day) if day else None, (), frozenset())
        for number, day in enumerate(days)
    )
    story = FollowedStory("A story", [article.source for article in articles])
    story.take_in(Story(articles, (), {}))
    story.now.__dict__["days"] = tuple(range(told))
    return story


def test_steps_go_by_days_of_news():
    story = followed("2019-07-30", "2019-07-31", "2019-07-31", "2019-08-02", "")
    assert story.step(-1)
    assert story.day == date(2019, 7, 31)
    assert story.step(-1)
    assert story.day == date(2019, 7, 30)
    assert not story.step(-1)
    assert story.step(2)
    assert story.day is None  # now
    assert not story.step(1)


def test_without_dates_there_is_no_step():
    assert not followed("", "").step(-1)


def test_days_that_show_no_more_are_passed_over():
    assert [story.next_days() for story in [followed("2019-07-30", told=50)] for _ in range(4)] == [30, 0, 10, 30]
    assert [story.next_days() for story in [followed("2019-07-30", told=20)] for _ in range(3)] == [0, 10, 0]
    assert [story.next_days() for story in [followed("2019-07-30", told=4)] for _ in range(3)] == [0, 0, 0]
