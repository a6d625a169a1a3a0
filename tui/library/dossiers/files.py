"""A dossier becomes a file that somebody named; what stood there stays until the new one is whole."""

import os
from collections.abc import Sequence
from pathlib import Path

from tui.durable import write_whole
from tui.errors import ReaderError
from tui.library.dossiers.dossier import Dossier
from tui.library.dossiers.writing import FORMS, written

EVERYBODYS = 0o666  # as far as the person's umask lets


def place_for(name: str) -> Path:
    """Where a file of this name is to lie; raises ReaderError with a sentence where none can."""
    ends = " or ".join(f".{form}" for form in FORMS)
    try:
        path = Path(name.strip()).expanduser()
        if path.suffix.removeprefix(".").lower() not in FORMS:
            raise ReaderError(f"{path.name or 'A file'}: a name ends in {ends}.")
        if not path.parent.is_dir():
            raise ReaderError(f"There is no folder {path.parent}: name one that there is.")
        if path.exists() and not path.is_file():
            raise ReaderError(f"{path} is no file: choose another name.")
    except (OSError, RuntimeError, ValueError) as error:  # no such user, a name too long, a folder that is closed
        raise ReaderError(f"{name[:60]} cannot be used ({getattr(error, 'strerror', None) or error}).") from error
    return path


def write_dossier(one: Dossier, path: Path, notes: Sequence[str] = ()) -> None:
    """Write it in the format that the name ends in. Raises ReaderError."""
    body = written(one, path.suffix.removeprefix(".").lower(), notes).encode("utf-8", "replace")
    try:
        place = path.resolve()  # through a link, which stays
        mode = place.stat().st_mode & 0o777 if place.exists() else EVERYBODYS
        write_whole(place, body, place.with_name(f".{place.name[:200]}.{os.getpid()}"), mode)
    except OSError as error:
        raise ReaderError(f"{path} cannot be written ({error.strerror or error}).") from error
