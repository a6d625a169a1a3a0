"""What came through a pipe is kept as a file of the person's own, under the digest that its notes know it by."""

import os
import re
from contextlib import suppress
from pathlib import Path

from tui.errors import ReaderError
from tui.paths import data_folder, make_private
from tui.text.streams import Piped

FOLDER = "kept"
_NAME = re.compile(r"([0-9a-f]{16})(\.\w{1,12})?")


def keep(piped: Piped) -> None:
    """Write it; the same a second time is the same file. Raises ReaderError."""
    folder = make_private(data_folder()) / FOLDER
    suffix = piped.suffix if re.fullmatch(r"\.\w{1,12}", piped.suffix) else ""
    path = folder / f"{piped.source[1:]}{suffix}"
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        make_private(folder)
        fresh.write_bytes(piped.data)
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink()
        raise ReaderError(f"It cannot be kept in {folder} ({error.strerror}); is the disk full?") from error


def kept_sources() -> tuple[str, ...]:
    """What is kept, the latest first."""
    found: list[tuple[float, str]] = []
    with suppress(OSError), os.scandir(data_folder() / FOLDER) as entries:
        for entry in entries:
            if match := _NAME.fullmatch(entry.name):
                with suppress(OSError):
                    found.append((-entry.stat().st_mtime, f"-{match[1]}"))
    return tuple(source for _, source in sorted(found))


def kept(source: str) -> Piped | None:
    """What is kept under this source; None where that is nothing, or cannot be read."""
    path = _file_of(source)
    try:
        return Piped(path.read_bytes(), path.suffix, "What was kept") if path is not None else None
    except OSError:
        return None


def _file_of(source: str) -> Path | None:
    if not re.fullmatch(r"-[0-9a-f]{16}", source):
        return None
    folder = data_folder() / FOLDER
    with suppress(OSError):
        return next((path for path in folder.iterdir() if path.stem == source[1:] and _NAME.fullmatch(path.name)), None)
    return None
