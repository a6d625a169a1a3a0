"""Files that a command is told to read or to write: what is wrong with them is one sentence, nothing is overwritten."""

import os
import shlex
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

from tui.durable import sentence, write_whole
from tui.errors import ReaderError
from tui.text.harmless import harmless_line
from tui.text.read import is_folder

STANDARD = "-"


def content_of(file: str, largest: int, wanted: str) -> bytes:
    """All bytes of a file, or of standard input for "-"; raises ReaderError. `wanted` says what it should be."""
    name = "Standard input" if file == STANDARD else harmless_line(file)
    try:
        if file == STANDARD:
            content = sys.stdin.buffer.read(largest + 1)
        else:
            with Path(file).open("rb") as opened:
                content = opened.read(largest + 1)
    except IsADirectoryError as error:
        raise ReaderError(f"{name} is a folder; nothing was imported: name {wanted}.") from error
    except (OSError, ValueError) as error:
        raise ReaderError(f"{name} cannot be read ({_reason(error)}); nothing was imported: name {wanted}.") from error
    if len(content) > largest:
        raise ReaderError(f"{name} is larger than {largest // 1_000_000} MB; nothing was imported: name {wanted}.")
    if not content.strip(b" \t\r\n\0"):
        raise ReaderError(f"{name} is empty; nothing was imported: name {wanted}.")
    return content


def write_files(files: Sequence[tuple[Path, str]], force: bool) -> None:
    """Write each text whole or not at all. Raises ReaderError before anything is written if one of them must not be.

    No folder is made, and a file that is there already stays unless `force` says otherwise."""
    for path, _ in files:
        _refuse(path, force)
    for path, text in files:
        content = text.encode("utf-8", "replace")
        try:
            if _is_stream(path):  # /dev/stdout, a pipe: nothing that could be replaced
                path.write_bytes(content)
            else:
                real = Path(os.path.realpath(path))  # a link stays a link
                write_whole(real, content, real.with_name(f".{real.name[:60]}.new"))
        except OSError as error:
            raise ReaderError(sentence(error, path)) from error


def make_folder(folder: Path) -> bool:
    """Make the folder that was named, but none that it should lie in; whether it was made. Raises ReaderError."""
    name = harmless_line(str(folder))
    try:
        folder.mkdir()
    except FileExistsError as error:
        if is_folder(folder):
            return False
        raise ReaderError(f"{name} is not a folder; choose another place.") from error
    except FileNotFoundError as error:
        raise ReaderError(f"{name} cannot be made: {_no_folder(folder.parent)}") from error
    except (OSError, ValueError) as error:
        raise ReaderError(f"{name} cannot be made ({_reason(error)}); choose another place.") from error
    return True


def _no_folder(folder: Path) -> str:
    name = harmless_line(str(folder))
    return f"there is no folder {name}; make it first: mkdir -p {shlex.quote(name)}"


def _reason(error: OSError | ValueError) -> str:
    return str(error.strerror) if isinstance(error, OSError) else "its name is not a file name"


def _refuse(path: Path, force: bool) -> None:
    name = harmless_line(str(path))
    try:
        mode = path.stat().st_mode
    except FileNotFoundError as error:
        if not is_folder(path.parent):
            raise ReaderError(f"{name} cannot be written: {_no_folder(path.parent)}") from error
        return
    except (OSError, ValueError) as error:
        raise ReaderError(f"{name} cannot be written ({_reason(error)}); choose another place.") from error
    if stat.S_ISDIR(mode):
        raise ReaderError(f"{name} is a folder; name a file in it.")
    if stat.S_ISREG(mode) and not force:
        raise ReaderError(f"{name} is there already and was left as it is; choose another name, or add --force.")


def _is_stream(path: Path) -> bool:
    return path.exists() and not path.is_file()
