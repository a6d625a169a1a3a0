"""A TOML file with mistakes in it becomes what its other lines say: one slip of the pen costs one line."""

from collections.abc import Iterator
from typing import Any, NamedTuple

MOST_LINES = 2_000  # whatever has more is no file that somebody wrote by hand


class Lines(NamedTuple):
    """What could be read, as `tomllib` gives it, and for each line that could not its number and why."""

    table: dict[str, Any]
    mistakes: tuple[tuple[int, str], ...]


def read_lines(text: str) -> Lines:
    """Read each line by itself; a value that goes over several lines is lost."""
    import tomllib

    table: dict[str, Any] = {}
    mistakes: list[tuple[int, str]] = []
    section = table
    for number, line in _lines(text):
        try:
            read = tomllib.loads(line)
            if line.lstrip().startswith("["):
                section = _section(table, read)
                continue
            for name, value in read.items():
                if name in section:
                    raise ValueError(f"“{name}” is set twice")
                section[name] = value
        except (ValueError, RecursionError) as error:
            mistakes.append((number, str(error).replace(" (at line 1", " (at").replace("(at end of document)", "")))
            if line.lstrip().startswith("["):
                section = {}  # nobody knows where the lines below it belong
    return Lines(table, tuple(mistakes))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines()[:MOST_LINES], 1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line


def _section(table: dict[str, Any], head: dict[str, Any]) -> dict[str, Any]:
    """The table that a line like [keys] begins."""
    (name, inner), *_ = head.items()
    if not isinstance(inner, dict) or inner:
        raise ValueError("such a heading means nothing here")
    found = table.setdefault(name, {})
    if not isinstance(found, dict):
        raise ValueError(f"“{name}” is set twice")
    return found
