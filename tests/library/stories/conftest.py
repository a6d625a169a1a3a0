"""Articles of one story, in our own words, and what they tell."""

from collections.abc import Callable
from datetime import date

import pytest

from tui.analysis.pipeline import analyse
from tui.library.stories.story import Story, story_of
from tui.library.stories.telling import Told, told_of
from tui.text.article import Known, Published
from tui.text.formats.plain import plain_article

# Source, day, publisher, text: a ferry runs aground; one paper is a day off, and the number of hurt grows.
FERRY = (
    (
        "first",
        "2019-07-30",
        "Ostra Post",
        "The ferry Lindholm ran aground off Karlsberg on Monday with 12 people hurt.",
    ),
    (
        "second",
        "2019-07-31",
        "Karlsberg News",
        "The ferry Lindholm ran aground off Karlsberg on Monday with 31 people hurt. Captain Nora Ek was questioned "
        "by police in Karlsberg on Tuesday.",
    ),
    (
        "third",
        "2019-08-02",
        "Harbour Weekly",
        "Police in Karlsberg questioned captain Nora Ek on Wednesday about the ferry Lindholm. Shops in Ulmen sold "
        "out of umbrellas on Thursday.",
    ),
    (
        "fourth",
        "2019-11-04",
        "Ostra Post",
        "A court in Karlsberg heard on Monday how the ferry Lindholm ran aground off Karlsberg on 29 July 2019.",
    ),
)


def told(source: str, day: str, publisher: str, text: str, url: str = "") -> Told:
    """What an article tells."""
    published = Published(date.fromisoformat(day), Known.STATED, "date") if day else Published()
    article = plain_article(text, source=f"/news/{source}.md", title=f"The {source}", published=published)
    return told_of(article, analyse(article))._replace(publisher=publisher, url=url)


@pytest.fixture(scope="session")
def ferry() -> tuple[Told, ...]:
    """What the four articles tell."""
    return tuple(told(*one) for one in FERRY)


@pytest.fixture(scope="session")
def story(ferry: tuple[Told, ...]) -> Story:
    """Their chronicle."""
    return story_of(ferry)


@pytest.fixture
def tell() -> Callable[..., Told]:
    """Makes what an article tells."""
    return told
