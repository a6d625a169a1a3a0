"""Print the chronicle of one story that several articles tell; give articles and folders, or words to look for."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.many.articles import AS_FOUND
from tui.cli.output import out, out_data, say
from tui.errors import ReaderError

if TYPE_CHECKING:
    from tui.library.index.index import Index  # a Python without SQLite tells what is named

BATCH = (
    'from lines of JSON, {"id", "topic", "date", "title", "text"}, to lines of days, '
    '{"topic", "date", "score", "text", "doc", "start", "end"}'
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """QUERY or PATH... with --days and a format; or --batch."""
    what = "articles and folders with all that lies in them; or a query, as it is typed into the library's filter"
    parser.add_argument("paths", nargs="*", metavar="PATH", help=what)
    parser.add_argument("--days", type=_number, default=0, metavar="N", help="only the N days that matter most")
    parser.add_argument("--title", default="", help="what the story is called")
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--markdown", dest="form", action="store_const", const="md", help="Markdown (the default)")
    forms.add_argument("--csv", dest="form", action="store_const", const="csv", help="a table")
    forms.add_argument("--ics", dest="form", action="store_const", const="ics", help="iCalendar")
    forms.add_argument("--json", dest="form", action="store_const", const="json", help="JSON")
    forms.add_argument("--html", metavar="FILE", help="one page for a browser that needs nothing else")
    forms.add_argument("--batch", nargs=2, type=Path, metavar=("IN", "OUT"), help=BATCH)
    parser.add_argument("--as-found", action="store_true", help=AS_FOUND)
    parser.set_defaults(form="md")
    parser.epilog = "Articles that cannot be read are named, and the others told; the exit status is 1 then."


def run(args: argparse.Namespace) -> int:
    """Print or write the chronicle; 1 if an article could not be read."""
    if args.batch:
        from tui.cli.stories.batch import write_stories

        return write_stories(*args.batch)
    if not args.paths:
        raise ReaderError("Which story? Name articles or folders, or words to look for in the library.")
    from tui.cli.stories.gathering import chronicle, gathered
    from tui.cli.stories.sources import named_sources
    from tui.library.stories.forms.forms import written
    from tui.notes.store import own_notes

    place = _place(args.html)
    troubles: list[str] = []

    def complain(sentence: str) -> None:
        troubles.append(sentence)
        say(sentence)

    index, store = _index(), None if args.as_found else own_notes()
    try:
        sources = named_sources(args.paths, index)
        story = chronicle(gathered(sources, index, store, complain), index)
    finally:
        if index is not None:
            index.close()
    if not story.articles:
        return 1
    title = args.title or " ".join(map(_called, args.paths))[:120]
    if place is not None:
        from tui.timelines.files import write_text

        write_text(written(story, title, "html", args.days), place)
    else:
        (out if args.form == "md" else out_data)(written(story, title, args.form, args.days))
    return 1 if troubles else 0


def _called(path: str) -> str:
    """A file or folder by its own name, wherever one stands; the words of a query as they are."""
    name = os.path.basename(path.rstrip("/"))  # noqa: PTH119
    return (name if name not in ("", ".", "..") else Path(path).resolve().name) or path


def _place(name: str | None) -> Path | None:
    if name is None:
        return None
    from tui.timelines.files import place_for

    return place_for(name, ("html",))


def _index() -> "Index | None":
    """What the library knows, where this Python can read it."""
    from tui.paths import make_cache

    try:
        from tui.library.index.index import Index
        from tui.library.index.schema import FILE
    except ImportError:
        return None
    return Index(make_cache() / FILE)


def _number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number
