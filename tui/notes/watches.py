"""What a person watches: names and queries of which new articles are told.

Each is a flag in the file of flags, set or not, as if it were said of an article: so it is kept, synchronised and
joined as these are, and nothing else has to know of it."""

from collections.abc import Iterable
from typing import NamedTuple

from tui.notes.flagged import Flagged
from tui.notes.versions.turns import is_block

FOLDER = "dateline:watched"
LABEL = "watch"
_SLASH, _SPACE = "\u2215", "_"  # a source has parts between slashes, and a watch between spaces


class Watch(NamedTuple):
    """A query, or the name of an entity with the id it had when it was chosen."""

    words: str
    id: str = ""  # "" for a query


def watched(flags: Flagged) -> tuple[Watch, ...]:
    """All that is watched, names first, in the order of the alphabet. Raises NotesUnavailable."""
    found: set[Watch] = set()
    for row in flags.table.rows().values():
        if is_block(row) and row["id"].rpartition("#")[0] == FOLDER:
            found.update(_read(name) for name, count in row["flags"].items() if _is_on(count))
    return tuple(sorted(found, key=lambda one: (not one.id, one.words.casefold(), one)))


def watch(flags: Flagged, some: Iterable[Watch], on: bool = True) -> None:
    """Watch these from now on, or no longer. Raises NotesUnavailable."""
    flags.turn({f"{FOLDER}/{_written(one)}": {LABEL: on} for one in some})


def _written(one: Watch) -> str:
    id = one.id.replace(_SPACE, " ").replace(" ", _SPACE) or "-"
    return f"{id} {' '.join(one.words.split())}".replace("/", _SLASH)


def _read(name: str) -> Watch:
    id, _, words = name.replace(_SLASH, "/").partition(" ")
    return Watch(words, "" if id == "-" else id.replace(_SPACE, " "))


def _is_on(count: object) -> bool:
    return isinstance(count, dict) and bool(count.get(LABEL, 0) & 1)
