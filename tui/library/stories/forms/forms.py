"""A chronicle in the format that somebody asks for, or that the name of a file ends in."""

from collections.abc import Callable
from pathlib import Path

from tui.library.stories.forms.page import page
from tui.library.stories.forms.tables import as_calendar, as_csv, as_json, markdown
from tui.library.stories.story import Story
from tui.timelines.files import write_text

FORMS: dict[str, Callable[[Story, str, int], str]] = {
    "md": markdown,
    "html": page,
    "csv": as_csv,
    "json": as_json,
    "ics": as_calendar,
}


def written(story: Story, title: str, form: str, most: int = 0) -> str:
    """The chronicle in one of the FORMS, of so many days that matter most; 0 for all."""
    return FORMS[form](story, title, most)


def write_story(story: Story, title: str, path: Path, most: int = 0) -> None:
    """Write it as a file; what stood there stays until the new one is whole. Raises ReaderError."""
    write_text(written(story, title, path.suffix.removeprefix(".").lower(), most), path)
