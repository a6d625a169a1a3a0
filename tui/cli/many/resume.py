"""What an earlier run of a batch has written becomes what is still missing, without holding either in memory."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tui.cli.many.rows import Row, is_bad
from tui.errors import ReaderError

_BEGINNING = b'{"id": '
_PARTS = ("entities", "times", "timeline", "quotes")


class Missing(NamedTuple):
    """Which articles of a file have no analysis yet: some by their numbers, and all from `rest` on."""

    numbers: frozenset[int]
    rest: int

    def __contains__(self, number: object) -> bool:
        return number in self.numbers or (isinstance(number, int) and number >= self.rest)


def missing(rows: Iterator[Row], target: Path) -> Missing:
    """What has no whole line in `target`. Raises ReaderError where its lines are those of other articles.

    Lines stand in the order of the articles; those that an earlier run left out may follow at the end."""
    skipped: dict[str, list[int]] = {}
    bad: list[int] = []  # numbers of lines that are no articles
    numbered, rest = enumerate(rows), 0
    for line in _lines(target):
        if not line.id:
            continue
        if numbers := skipped.get(line.id):
            numbers.pop(0)
            continue
        for number, row in numbered:
            rest = number + 1
            if is_bad(row):
                bad.append(number)
                continue
            if _mark(row["id"]) == line.id:
                break
            skipped.setdefault(_mark(row["id"]), []).append(number)
        else:
            raise ReaderError(
                f"{target} does not go with these articles: it has {line.id}, and they do not; name another file."
            )
    left = (number for numbers in skipped.values() for number in numbers)
    return Missing(frozenset((*bad, *left)), rest)


def cut(target: Path) -> None:
    """Leave only whole lines without an error in `target`; whoever is killed meanwhile finds all that it had."""
    kept = end = 0
    tidy = True
    for line in _lines(target):
        tidy = tidy and (not line.id or line.start == kept)
        kept += (line.end - line.start) if line.id else 0
        end = line.end
    if kept == end:
        return
    if tidy:
        with target.open("r+b") as file:
            file.truncate(kept)
        return
    copy = target.with_name(f".{target.name[:100]}.new")
    with target.open("rb") as file, copy.open("wb") as new:
        for line in _lines(target):
            file.seek(line.start)
            if line.id:
                new.write(file.read(line.end - line.start))
    copy.replace(target)


class _Line(NamedTuple):
    start: int  # bytes
    end: int
    id: str  # as JSON; "" for a line that is not a whole analysis


def _lines(target: Path) -> Iterator[_Line]:
    """All lines. Raises ReaderError where they are none of a batch: what somebody else wrote must not be cut."""
    start = 0
    with target.open("rb") as file:
        for raw in file:
            id = _id_of(raw)
            if not id and start == 0 and raw[: len(_BEGINNING)] != _BEGINNING[: len(raw)]:
                raise ReaderError(f"{target} does not hold analyses; name the file that an earlier --batch wrote.")
            yield _Line(start, start + len(raw), id)
            start += len(raw)


def _id_of(raw: bytes) -> str:
    if not raw.endswith(b"\n"):
        return ""
    try:
        row = json.loads(raw)
    except (ValueError, RecursionError):
        return ""
    whole = isinstance(row, dict) and "id" in row and "error" not in row
    return _mark(row["id"]) if whole and all(isinstance(row.get(part), list) for part in _PARTS) else ""


def _mark(id: Any) -> str:
    return json.dumps(id, sort_keys=True)
