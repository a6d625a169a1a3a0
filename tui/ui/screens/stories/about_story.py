"""What is known of a story becomes its title line and the list of its articles."""

from typing import TYPE_CHECKING

from tui.analysis.model import Interval
from tui.analysis.times.days.calendar import label, of_date
from tui.counted import counted
from tui.ui.page.signs import Signs
from tui.ui.reading.followed import FollowedStory
from tui.ui.widgets.lists.story_articles import StoryArticle

if TYPE_CHECKING:
    from tui.library.index.index import Index


def heading(followed: FollowedStory, signs: Signs, width: int, busy: bool) -> tuple[tuple[str, str], ...]:
    """Its name, how many articles and days there are, and as of which day; `busy` while articles are read."""
    shown, parts = followed.story, [counted(len(followed.sources), "article")]
    days = f"{followed.most} of {counted(len(shown.days), 'day')}" if followed.most else "all days"
    if followed.most >= len(shown.days):
        days = counted(len(shown.days), "day")
    if followed.day is not None:
        day = of_date(followed.day)
        known = len(followed.then.articles) if followed.then is not None else 0
        parts = [f"{known} of {parts[0]}", days, f"as of {label(Interval(day, day))}"]
    elif busy and 0 < len(shown.articles) < len(followed.sources):
        parts = [f"{len(shown.articles):,} of {parts[0]} so far", days]
    elif shown.articles or not busy:
        parts.append(days)
    about = f" {signs.middle} ".join(parts)
    kept = "" if followed.kept else " (not kept)"
    room = width - len(about) - len(kept) - 4
    name = followed.name
    if len(name) > room:
        name = f"{name[: max(8, room - 1)]}{signs.ellipsis}"
    return ((f" {name}{kept} ", "strong"), (f" {about}", "left"))


def listed(followed: FollowedStory, index: "Index | None") -> tuple[StoryArticle, ...]:
    """The articles of it and those that were taken out, by day."""
    wanted = [*followed.sources, *followed.without]
    known = index.known(wanted) if index is not None else {}
    rows = []
    for source in dict.fromkeys(wanted):
        one = followed.seen.get(source) or known.get(source)
        title, publisher, day = (one.title, one.publisher, one.published) if one is not None else ("", "", None)
        row = StoryArticle(
            source,
            title or source,
            ", ".join(part for part in (publisher, str(day or "")) if part),
            source in followed.sources,
            followed.likely.get(source, ()),
            source == followed.begins,
            source in followed.likely,
        )
        rows.append((str(day or "9999"), row))
    return tuple(row for _, row in sorted(rows, key=lambda one: one[0]))
