"""Rows of a timeline become a file that somebody named; what stood there stays until the new one is whole."""

import os
from collections.abc import Collection, Sequence
from pathlib import Path

from tui.durable import write_whole
from tui.errors import ReaderError
from tui.text.harmless import harmless
from tui.timelines.formats import FORMS, written
from tui.timelines.merging import MergedRow

EVERYBODYS = 0o666  # as far as the person's umask lets


def place_for(name: str, forms: Collection[str] = FORMS) -> Path:
    """Where a file of this name is to lie; raises ReaderError with a sentence where none can."""
    usual_first = [*(form for form in FORMS if form in forms), *(form for form in forms if form not in FORMS)]
    ends = ", ".join(f".{form}" for form in usual_first)
    if not name.strip():
        raise ReaderError(f"A file needs a name that ends in {ends}.")
    try:
        path = Path(name.strip()).expanduser()
        if path.suffix.removeprefix(".").lower() not in forms:
            raise ReaderError(f"{path.name or path}: a name ends in {ends}.")
        if not path.parent.is_dir():
            raise ReaderError(f"There is no folder {path.parent}: name one that there is.")
        if path.exists() and not path.is_file():
            raise ReaderError(f"{path} is no file: choose another name.")
    except (OSError, RuntimeError, ValueError) as error:  # no such user, a name too long, a folder that is closed
        raise ReaderError(f"{name[:60]} cannot be used ({getattr(error, 'strerror', None) or error}).") from error
    return path


def write_rows(rows: Sequence[MergedRow], path: Path) -> None:
    """Write the rows in the format that the name ends in. Raises ReaderError."""
    write_text(written(rows, form_of(path)), path)


def form_of(path: Path) -> str:
    """The format that the name of a file ends in."""
    return path.suffix.removeprefix(".").lower()


def write_text(text: str, path: Path) -> None:
    """Write what was made for the format that the name ends in. Raises ReaderError."""
    mode = _mode_of(path)
    body = (harmless(text) if form_of(path) == "md" else text).encode("utf-8", "replace")
    try:
        place = path.resolve()  # through a link, which stays
        fresh = place.with_name(f".{place.name[:200]}.{os.getpid()}")
        write_whole(place, body, fresh, EVERYBODYS if mode is None else mode)
        if mode is not None:
            place.chmod(mode)  # of which the umask has kept a part back
    except OSError as error:
        raise ReaderError(f"{path} cannot be written ({error.strerror or error}).") from error


def _mode_of(path: Path) -> int | None:
    """Who may read a file that is there."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        return None
