"""Who tells a row and how they differ becomes words, the same in every format."""

from pathlib import Path
from urllib.parse import urlsplit

from tui.analysis.model import Interval
from tui.analysis.times.days.calendar import label, of_date
from tui.counted import counted
from tui.library.stories.story import Story, StoryRow
from tui.library.stories.telling import Told


def name_of(article: Told) -> str:
    """Who an article is by, in few words: its publisher, else its title, else its file."""
    return article.publisher or article.title or Path(article.source).name


def titled(article: Told) -> str:
    """An article by its title, else its file."""
    return article.title or Path(article.source).name


def address_of(article: Told) -> str:
    """Where it stands on the web; "" where it has no address that a page may lead to."""
    try:
        return article.url if urlsplit(article.url).scheme in ("http", "https") else ""
    except ValueError:
        return ""


def when_of(article: Told) -> str:
    """The day it appeared."""
    if article.published is None:
        return "no date"
    day = of_date(article.published)
    return label(Interval(day, day))


def teller_names(row: StoryRow, story: Story) -> list[str]:
    """Who tells it, each once, the first first; those of one name with their days."""
    names = [f"{name_of(story.articles[number])}, {when_of(story.articles[number])}" for number in row.articles]
    return list(dict.fromkeys(names))


def told_by(row: StoryRow) -> str:
    """How many tell it."""
    return counted(len(set(row.articles)), "article")


def label_of(row: StoryRow) -> str:
    """Its days in words."""
    return row.telling.label


def doubt_of(row: StoryRow) -> str:
    """That nobody is certain of them."""
    return "day uncertain" if row.uncertain else ""


def differing(row: StoryRow, story: Story) -> list[tuple[str, list[tuple[str, str]]]]:
    """What is told in several ways: what it is, and each way with who tells it so."""
    found = []
    for difference in row.differences:
        ways = []
        for said in difference.ways:
            tellers = [story.articles[row.tellers[number].article] for number in said.tellers]
            ways.append((said.words, "; ".join(dict.fromkeys(f"{name_of(one)}, {when_of(one)}" for one in tellers))))
        found.append((difference.what, ways))
    return found


def summary(story: Story, rows: int, days: int) -> str:
    """What stands in the file, in one line."""
    dated = sorted((one for one in story.articles if one.published is not None), key=lambda one: str(one.published))
    span = f", published {when_of(dated[0])} to {when_of(dated[-1])}" if len(dated) > 1 else ""
    shown = f", the {counted(days, 'day')} that matter most" if days else ""
    return f"{counted(len(story.articles), 'article')}{span}; {counted(rows, 'row')}{shown}"
