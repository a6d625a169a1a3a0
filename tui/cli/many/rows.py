"""Lines of JSON become rows to be analysed; a line that is none becomes a row that says so, and costs no other."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from tui.errors import ReaderError
from tui.text.read import LARGEST

Row = dict[str, Any]  # id, text and perhaps date, title and story; id, text and error where the line is none
_PIECES = 8  # of the largest size: a line that has no end after them has none
WANTED = "name a file with one JSON object a line"
_FIELDS = ("id", "text", "date", "title", "story")


def rows_of(source: Path, more: tuple[str, ...] = ()) -> Iterator[Row]:
    """A row for each line that is not blank, with `more` of its fields.

    Raises ReaderError where the file cannot be read, or a line never ends."""
    try:
        with source.open("rb") as file:
            for number, line in enumerate(_lines(file, source), 1):
                if line is None or line.removeprefix(b"\xef\xbb\xbf").strip(b" \t\r\n"):
                    yield _row(line, f"Line {number} of {source}", more)
    except FileNotFoundError as error:
        raise ReaderError(f"{source} does not exist; {WANTED}.") from error
    except IsADirectoryError as error:
        raise ReaderError(f"{source} is a folder; {WANTED}.") from error
    except OSError as error:
        raise ReaderError(f"{source} cannot be read ({error.strerror}); {WANTED}.") from error


def is_bad(row: Row) -> bool:
    """Whether its line was no article."""
    return "error" in row


def _lines(file: IO[bytes], source: Path) -> Iterator[bytes | None]:
    """Each line; None for one that is too long, which is read to its end and not kept."""
    number = 0
    while line := file.readline(LARGEST + 1):
        number += 1
        if len(line) <= LARGEST:
            yield line
            continue
        for _ in range(_PIECES):
            if line.endswith(b"\n") or not line:
                break
            line = file.readline(LARGEST + 1)
        else:
            raise ReaderError(f"Line {number} of {source} is longer than {LARGEST >> 20} MiB and has no end; {WANTED}.")
        yield None


def _row(line: bytes | None, name: str, more: tuple[str, ...]) -> Row:
    if line is None:
        return _bad(f"{name} is longer than {LARGEST >> 20} MiB")
    try:
        row = json.loads(line.decode("utf-8", "surrogatepass").lstrip("\ufeff"))
    except UnicodeDecodeError:
        return _bad(f"{name} is not UTF-8 text")
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict) or "id" not in row or not isinstance(row.get("text"), str):
        id = row.get("id") if isinstance(row, dict) else None
        return _bad(f"{name} is not a JSON object with an id and a text", id)
    return {field: row[field] for field in (*_FIELDS, *more) if field in row}


def _bad(trouble: str, id: Any = None) -> Row:
    return {"id": id, "text": "", "error": trouble}
