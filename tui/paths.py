"""Where things lie: folders that come with the program, and the person's own."""

import os
import re
from contextlib import suppress
from pathlib import Path

from platformdirs import PlatformDirs

from tui.errors import ReaderError

_PACKAGE = Path(__file__).resolve().parent
_DIRS = PlatformDirs("dateline", appauthor=False)
_PERSONS = "users"
_PERSON = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.@+-]{0,63}")  # the name of a folder, and nothing else


def bundled(name: str) -> Path:
    """A folder that ships with the program: inside the package when installed, beside it in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def config_folder() -> Path:
    """Settings; `DATELINE_HOME` puts config, data and cache under one folder."""
    return _own("config", _DIRS.user_config_dir)


def data_folder() -> Path:
    """Notes, drafts and backups: what must never be lost."""
    return _of_person(_own("data", _DIRS.user_data_dir))


def cache_folder() -> Path:
    """Analyses and logs: safe to delete."""
    return _of_person(_own("cache", _DIRS.user_cache_dir))


def person() -> str | None:
    """Who reads, where several people share one account. Raises ReaderError where that is no name to keep notes by."""
    name = os.environ.get("DATELINE_USER")
    if name is not None and not _PERSON.fullmatch(name):
        raise ReaderError(f"DATELINE_USER is {name[:70]!r}: it may have letters, digits and the signs . _ @ + - in it.")
    return name


def make_private(folder: Path) -> Path:
    """The folder, made if need be; what a person reads and writes is nobody else's business (0700).

    Where it cannot be made, whoever writes into it meets the reason."""
    with suppress(OSError):
        private_folder(folder)
    return folder


def private_folder(folder: Path) -> None:
    """Create a folder, and those above it that are missing, with mode 0700; of our own one that is there take the
    group's and the others' rights away. OSError where it cannot be made."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except FileNotFoundError:
        private_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
    _tighten(folder)
    if folder.parent.name == _PERSONS:  # its names are nobody's business either
        _tighten(folder.parent)


def make_cache() -> Path:
    """The cache folder, and nothing in it that others may read: it knows what is read here."""
    folder = make_private(cache_folder())
    with suppress(OSError):
        for path in folder.iterdir():
            if path.is_file() and not path.is_symlink():
                _tighten(path)
    return folder


def _tighten(path: Path) -> None:
    status = path.stat()
    if status.st_uid == os.geteuid() and status.st_mode & 0o077:
        with suppress(OSError):  # FAT and some network shares have no modes
            path.chmod(status.st_mode & 0o700)


def _of_person(folder: Path) -> Path:
    name = person()
    return folder if name is None else folder / _PERSONS / name


def _own(name: str, default: str) -> Path:
    home = os.environ.get("DATELINE_HOME")
    return Path(home).expanduser() / name if home else Path(default)
