"""Where things lie: folders that come with the program, and the person's own."""

import os
from contextlib import suppress
from pathlib import Path

from platformdirs import PlatformDirs

_PACKAGE = Path(__file__).resolve().parent
_DIRS = PlatformDirs("dateline", appauthor=False)


def bundled(name: str) -> Path:
    """A folder that ships with the program: inside the package when installed, beside it in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def config_folder() -> Path:
    """Settings; `DATELINE_HOME` puts config, data and cache under one folder."""
    return _own("config", _DIRS.user_config_dir)


def data_folder() -> Path:
    """Notes, drafts and backups: what must never be lost."""
    return _own("data", _DIRS.user_data_dir)


def cache_folder() -> Path:
    """Analyses and logs: safe to delete."""
    return _own("cache", _DIRS.user_cache_dir)


def make_private(folder: Path) -> Path:
    """The folder, made if need be; what a person reads and writes is nobody else's business (0700).

    Where it cannot be made, whoever writes into it meets the reason."""
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _own(name: str, default: str) -> Path:
    home = os.environ.get("DATELINE_HOME")
    return Path(home).expanduser() / name if home else Path(default)
