"""The bytes of the list of feeds become feeds, as far as they can be read, whoever has written or damaged them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from tui.library.sources.address import cleaned, without_login
from tui.text.harmless import harmless_line

VERSION = 1  # of its form
MOST_TRIES = 50  # times that something begins like a feed and is none
LONGEST = 4_000  # characters of what a feed says
SETTINGS = ("left", "whole", "fixed")
_TEXTS = ("title", "folder", "group", "to")
NEVER = (0,) * len(SETTINGS)
_MOST_TURNS = 1 << 53  # no key is pressed so often


class Followed(NamedTuple):
    """A feed."""

    address: str
    title: str = ""
    folder: str = ""  # of its articles, within the folder of those that were fetched
    whole: bool = False  # its articles are fetched from their own pages
    group: str = ""  # where a list of feeds puts it
    left: bool = False  # it is not followed any more; its articles stay, and their folder is remembered
    fixed: bool = False  # an article that was taken stays as it was, whatever the feed says later
    to: str = ""  # the address that it has moved to, where it is followed under that one
    turns: tuple[int, ...] = NEVER  # how often each of SETTINGS was turned: see `counted_turns`

    @property
    def name(self) -> str:
        """What lists call it."""
        return self.title or harmless_line(without_login(self.address))


class Newer(ValueError):
    """The list was written by a newer version."""


class Read(NamedTuple):
    """What could be read of a list."""

    feeds: tuple[Followed, ...]
    damaged: bool  # not all of it


def read_list(data: bytes) -> Read:
    """The feeds of a list; where it is damaged those that are whole. Raises Newer."""
    try:
        said: Any = json.loads(data)
    except (ValueError, RecursionError):
        return Read(tuple(_each_once(_whole_ones(data))), True)
    if not isinstance(said, dict):
        return Read((), True)
    version, rows = said.get("version", VERSION), said.get("feeds")
    if isinstance(version, int) and version > VERSION:
        raise Newer
    if not isinstance(rows, list):
        return Read((), True)
    sound = [one for one in rows if is_sound(one)]
    return Read(read_rows(sound), len(sound) < len(rows))


def read_rows(rows: Iterable[dict[str, Any]]) -> tuple[Followed, ...]:
    """The feeds in sound rows."""
    return tuple(_each_once(rows))


def written_list(feeds: Iterable[Followed]) -> bytes:
    """The list as it is kept."""
    rows = [{name: value for name, value in one._asdict().items() if value and value != NEVER} for one in feeds]
    return json.dumps({"version": VERSION, "feeds": rows}, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def is_sound(one: object) -> bool:
    """Whether something is a feed of a list."""
    return (
        isinstance(one, dict)
        and isinstance(one.get("address"), str)
        and one["address"] != ""
        and one["address"].isprintable()
        and all(isinstance(one.get(name, ""), str) for name in _TEXTS)
        and all(isinstance(one.get(name, False), bool) for name in SETTINGS)
        and all(len(value) <= LONGEST for value in one.values() if isinstance(value, str))
    )


def counted_turns(before: Sequence[int], settings: Mapping[str, bool]) -> tuple[int, ...]:
    """The counts after these settings were made: an odd number is set, and of two the greater has seen the other, so
    that two copies of a list are joined without a clock.

    >>> counted_turns((1, 0, 0), {"left": False, "whole": True})
    (2, 1, 0)
    """
    counts = [*before, *(0 for _ in SETTINGS)][: len(SETTINGS)]
    return tuple(
        count + ((count & 1) != settings.get(name, False)) for name, count in zip(SETTINGS, counts, strict=True)
    )


def settings_of(turns: Sequence[int]) -> dict[str, bool]:
    """The settings as their counts tell them."""
    return {name: bool(count & 1) for name, count in zip(SETTINGS, (*turns, *NEVER), strict=False)}


def turns_in(said: object) -> tuple[int, ...]:
    """The counts as somebody has written them; none where they are no counts."""
    sound = isinstance(said, list | tuple) and all(type(one) is int and 0 <= one < _MOST_TURNS for one in said)
    return tuple(said) if sound and isinstance(said, list | tuple) else ()


def _each_once(rows: Iterable[dict[str, Any]]) -> Iterator[Followed]:
    """Feeds of which no two are the same and no two have one folder; none leads out of its place."""
    addresses, folders = set[str](), set[str]()
    for row in rows:
        key = cleaned(row["address"])
        if key in addresses:
            continue
        folder = harmless_line(row.get("folder", "").replace("/", " ").replace("\0", " ")).lstrip(".")
        if not folder or folder.casefold() in folders:
            folder = f"Feed {sha256(key.encode('utf-8', 'replace')).hexdigest()[:8]}"
        addresses.add(key)
        folders.add(folder.casefold())
        title, group = (harmless_line(row.get(name, "")) for name in ("title", "group"))
        turns = turns_in(row.get("turns"))
        settings = {name: row.get(name, False) for name in SETTINGS}
        if turns and not any(name in row for name in SETTINGS):  # they are told by their counts alone
            settings = settings_of(turns)
        turns = counted_turns(turns, settings)
        yield Followed(row["address"], title, folder, group=group, to=row.get("to", ""), turns=turns, **settings)


def _whole_ones(data: bytes) -> Iterator[dict[str, Any]]:
    """What still stands whole of a list that is cut or torn."""
    text, decoder = data.decode("utf-8", "replace"), json.JSONDecoder()
    at, tries = text.find("["), 0
    while at >= 0 and tries < MOST_TRIES:
        at = text.find("{", at)
        if at < 0:
            return
        try:
            one, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            at, tries = at + 1, tries + 1
            continue
        if is_sound(one):
            yield one
