"""The feeds that a person follows lie in a small file of hers, written whole; one session at a time changes it."""

import fcntl
import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui.durable import let_go, read_regular, sentence, shown, write_whole
from tui.errors import ReaderError
from tui.library.sources.address import cleaned, without_login
from tui.library.sources.kept_files import name_of
from tui.paths import data_folder, private_folder

FILE = "feeds.json"
VERSION = 1  # of its form
LONGEST_FOLDER = 60  # characters


class Followed(NamedTuple):
    """A feed."""

    address: str
    title: str = ""
    folder: str = ""  # of its articles, within the folder of those that were fetched
    whole: bool = False  # its articles are fetched from their own pages
    group: str = ""  # where a list of feeds puts it
    left: bool = False  # it is not followed any more; its articles stay, and their folder is remembered

    @property
    def name(self) -> str:
        """What lists call it."""
        return self.title or without_login(self.address)


Change = Callable[[tuple[Followed, ...]], tuple[Followed, ...]]


def followed() -> tuple[Followed, ...]:
    """The feeds that are followed, in the order in which they were added. Raises ReaderError."""
    return tuple(one for one in _read() if not one.left)


def change(make: Change) -> tuple[Followed, ...]:
    """Make other feeds of all there are, those that were left too; what is followed then. Raises ReaderError."""
    path = _path()
    try:
        private_folder(path.parent)
        lock = os.open(path.with_name(f".{FILE}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            before = _read()
            after = make(before)
            if after != before:
                text = json.dumps(
                    {"version": VERSION, "feeds": [_written(one) for one in after]}, ensure_ascii=False, indent=1
                )
                write_whole(path, text.encode("utf-8", "replace"), path.with_name(f".{FILE}.new"))
        finally:
            let_go(lock)
    except OSError as error:
        raise ReaderError(sentence(error, path)) from error
    return tuple(one for one in after if not one.left)


def adding(*new: Followed) -> Change:
    """A change that follows feeds; one that was left comes back with its folder, one that is followed stays."""

    def make(feeds: tuple[Followed, ...]) -> tuple[Followed, ...]:
        after = {cleaned(one.address): one for one in feeds}
        for one in new:
            key = cleaned(one.address)
            old = after.get(key)
            if old is None:
                after[key] = one._replace(folder=_free_folder(one, tuple(after.values())))
            elif old.left or one.whole:
                after[key] = old._replace(left=False, whole=one.whole, title=old.title or one.title)
        return tuple(after.values())

    return make


def replacing(address: str, /, **fields: object) -> Change:
    """A change of one feed."""

    def make(feeds: tuple[Followed, ...]) -> tuple[Followed, ...]:
        return tuple(one._replace(**fields) if one.address == address else one for one in feeds)  # type: ignore[arg-type]

    return make


def leaving(address: str) -> Change:
    """A change that follows a feed no more."""
    return replacing(address, left=True)


def same(one: str, other: str) -> bool:
    """Whether two addresses are of the same feed."""
    return cleaned(one) == cleaned(other)


def chosen(words: str, feeds: Sequence[Followed]) -> Followed:
    """The feed that a person means by its address, its number in the list, or words of its title. Raises
    ReaderError."""
    if words.isdecimal() and 1 <= int(words) <= len(feeds):
        return feeds[int(words) - 1]
    found = [one for one in feeds if same(one.address, words)]
    found = found or [one for one in feeds if words.casefold() in f"{one.title}\n{one.address}".casefold()]
    if not found:
        raise ReaderError(f"No feed is called “{words}”: dateline feeds list names them.")
    if len(found) > 1:
        names = ", ".join(f"“{one.name}”" for one in found[:3])
        raise ReaderError(f"Several feeds are meant by “{words}”: {names}; name one by its address.")
    return found[0]


def _path() -> Path:
    return data_folder() / FILE


def _read() -> tuple[Followed, ...]:
    path = _path()
    try:
        data, descriptor, _ = read_regular(path)
        let_go(descriptor)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise ReaderError(sentence(error, path)) from error
    try:
        said = json.loads(data)
        if isinstance(version := said.get("version", VERSION), int) and version > VERSION:
            raise ReaderError(
                f"{shown(path)} was written by a newer version of Dateline; update this one. It is left as it is."
            )
        return tuple(_feed(one) for one in said["feeds"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ReaderError(f"{shown(path)} is damaged: mend it, or move it away and add the feeds again.") from error


def _feed(one: dict[str, object]) -> Followed:
    text = {name: str(one.get(name) or "") for name in ("address", "title", "folder", "group")}
    text["folder"] = text["folder"].replace("/", " ").replace("\0", " ").lstrip(".")  # it never leads out of its place
    return Followed(**text, whole=one.get("whole") is True, left=one.get("left") is True)


def _written(one: Followed) -> dict[str, object]:
    return {name: value for name, value in one._asdict().items() if value}


def _free_folder(new: Followed, feeds: Sequence[Followed]) -> str:
    stem = name_of(new.title or cleaned(new.address), None)[:LONGEST_FOLDER].strip(" .-") or "Feed"
    taken = {one.folder.casefold() for one in feeds}
    with suppress(OSError):
        from tui.library.sources.folder import articles_folder

        taken |= {name.casefold() for name in os.listdir(articles_folder())}  # noqa: PTH208
    name, number = stem, 2
    while name.casefold() in taken:
        name, number = f"{stem} {number}", number + 1
    return name
