"""Where reading stopped, kept a second time where it can be read in a millisecond: the first page is painted there.

The notes hold the same places for good; this file may be deleted."""

import json
from pathlib import Path

from tui.paths import cache_folder
from tui.text.opened import Opened

FILE = "places.json"
MOST = 500


def last_offset(source: str) -> int:
    """The offset at the top of the page when the article was left; 0 where that is not known."""
    offset = _read(cache_folder() / FILE).get(source, 0)
    return offset if isinstance(offset, int) and offset > 0 else 0


def holds_place(begun: Opened) -> bool:
    """Whether the beginning of an article goes as far as it was read."""
    return begun.article is not None and last_offset(begun.article.source) < len(begun.article.text)


def keep_offset(source: str, offset: int) -> None:
    """Remember it for the next start; what cannot be written is forgotten."""
    path = cache_folder() / FILE
    places = {known: place for known, place in _read(path).items() if known != source}
    places[source] = offset
    temporary = path.with_suffix(".tmp")
    try:
        temporary.write_text(json.dumps(dict(list(places.items())[-MOST:])), encoding="utf-8", errors="replace")
        temporary.replace(path)
    except OSError:
        return


def _read(path: Path) -> dict[str, object]:
    try:
        places = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return places if isinstance(places, dict) else {}
