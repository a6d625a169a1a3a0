"""The feeds that a person follows lie in a small file of hers, written whole; one session at a time changes it."""

import fcntl
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from tui.counted import counted
from tui.durable import let_go, read_regular, sentence, shown, write_whole
from tui.errors import ReaderError
from tui.library.sources.address import cleaned
from tui.library.sources.feeds.list_file import NEVER, Newer, Read, counted_turns, read_list, settings_of, written_list
from tui.library.sources.feeds.list_file import Followed as Followed
from tui.library.sources.kept_files import name_of
from tui.paths import data_folder, private_folder

FILE = "feeds.json"
LONGEST_FOLDER = 60  # characters


class SetAside(ReaderError):
    """The list was damaged: what stands whole in it is the list now, and it lies beside it as it was."""


Change = Callable[[tuple[Followed, ...]], tuple[Followed, ...]]


def followed() -> tuple[Followed, ...]:
    """The feeds that are followed, in the order in which they were added. Raises ReaderError; once only, and with what
    could be saved, where the list was damaged."""
    found = _read()
    if found.damaged:
        change(lambda feeds: feeds)
    return tuple(one for one in found.feeds if not one.left)


def everything() -> tuple[Followed, ...]:
    """The feeds that are followed and those that were left. Raises ReaderError."""
    followed()
    return _read().feeds


def change(make: Change) -> tuple[Followed, ...]:
    """Make other feeds of all there are, those that were left too; what is followed then. Raises ReaderError."""
    path = _path()
    try:
        private_folder(path.parent)
        lock = os.open(path.with_name(f".{FILE}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            found = _read()
            if found.damaged:
                raise _set_aside(path, found.feeds)
            before = found.feeds
            after = _counted(before, make(before))
            if after != before:
                _write(path, after)
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
                after[key] = old._replace(left=False, to="", whole=one.whole, title=old.title or one.title)
        return tuple(after.values())

    return make


def joining(others: Sequence[Followed]) -> Change:
    """A change that joins the list of another place: what either has turned last holds, and each keeps its folders."""

    def make(feeds: tuple[Followed, ...]) -> tuple[Followed, ...]:
        after = {cleaned(one.address): one for one in feeds}
        for one in others:  # what has moved there has moved here
            old, new = cleaned(one.address), cleaned(one.to)
            if one.to and old in after and not after[old].to and not after[old].left and new not in after:
                after[new] = after[old]._replace(address=one.to)
                after[old] = Followed(one.address, left=True, to=one.to, turns=after[old].turns)
        for one in others:
            key = cleaned(one.address)
            mine = after.get(key)
            if mine is None:
                mine = Followed(one.address, one.title, group=one.group)
                taken = {other.folder.casefold() for other in after.values()}
                free = one.folder and one.folder.casefold() not in taken
                mine = mine._replace(folder=one.folder if free else _free_folder(mine, tuple(after.values())))
            turns = tuple(map(max, mine.turns, one.turns))
            mine = mine._replace(title=mine.title or one.title, group=mine.group or one.group, to=mine.to or one.to)
            left, whole, fixed = settings_of(turns).values()
            after[key] = mine._replace(turns=turns, left=left, whole=whole, fixed=fixed)
        return tuple(after.values())

    return make


def replacing(address: str, /, **fields: object) -> Change:
    """A change of one feed."""

    def make(feeds: tuple[Followed, ...]) -> tuple[Followed, ...]:
        return tuple(one._replace(**fields) if one.address == address else one for one in feeds)  # type: ignore[arg-type]

    return make


def moving(old: Followed, new: Followed) -> Change:
    """A change of a feed that has another address or title now; the old address says where it is gone, for the lists
    of other places."""

    def make(feeds: tuple[Followed, ...]) -> tuple[Followed, ...]:
        after = replacing(old.address, address=new.address, title=new.title)(feeds)
        if same(old.address, new.address) or after == feeds:
            return after
        others = (one for one in after if one.address == new.address or not same(one.address, new.address))
        return *others, Followed(old.address, left=True, to=new.address)

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


def _read() -> Read:
    path = _path()
    try:
        data, descriptor, _ = read_regular(path)
        let_go(descriptor)
    except FileNotFoundError:
        return Read((), False)
    except OSError as error:
        raise ReaderError(sentence(error, path)) from error
    try:
        return read_list(data)
    except Newer as error:
        raise ReaderError(
            f"{shown(path)} was written by a newer version of Dateline; update this one. It is left as it is."
        ) from error


def _set_aside(path: Path, feeds: tuple[Followed, ...]) -> SetAside:
    """Keep a damaged list under another name, and what could be read of it in its place. Raises OSError."""
    aside = path.with_name(f"{path.stem}-damaged-{datetime.now(UTC):%Y-%m-%dT%H%M%S.%fZ}{path.suffix}")
    write_whole(aside, path.read_bytes(), path.with_name(f".{FILE}.new"))
    _write(path, feeds)
    saved = counted(len(feeds), "feed") if feeds else "no feed"
    return SetAside(
        f"{shown(path)} was damaged: {saved} could be read of it; as it was it lies beside, as {aside.name}."
    )


def _write(path: Path, feeds: tuple[Followed, ...]) -> None:
    write_whole(path, written_list(feeds), path.with_name(f".{FILE}.new"))


def _counted(before: tuple[Followed, ...], after: tuple[Followed, ...]) -> tuple[Followed, ...]:
    """The feeds with how often their settings were turned."""
    known = {cleaned(one.address): one.turns for one in before}
    counted_so: list[Followed] = []
    for one in after:
        most = tuple(map(max, one.turns, known.get(cleaned(one.address), NEVER)))
        counted_so.append(one._replace(turns=counted_turns(most, one._asdict())))
    return tuple(counted_so)


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
