"""A damaged file becomes a whole one again, from everything that is known of it; what stood there is set aside."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tui.notes.file.durable import write_whole
from tui.notes.file.layout import Tables, hidden_rows, parse, salvage
from tui.notes.file.memory import Memory
from tui.notes.file.union import Join, Source, origins, united


class Repaired(NamedTuple):
    """The tables to write, and words for where they come from."""

    tables: Tables
    origin: str


def repaired(memory: Memory, others: Sequence[Source], content: bytes | None, join: Join) -> Repaired:
    """The union, by version, of what the backups, the journal, this session and the damaged file itself hold."""
    sources = [*memory.sources(), *others]
    for saved in (_whole_rows(content or b""), hidden_rows(content or b"")):
        if saved:
            sources.insert(2, Source("the damaged file", saved))
    tables = united(memory.newest(), sources, join)
    if not any(rows for name, rows in tables.items() if name != "format"):
        return Repaired(tables, "in its place there is a new file, as there is no backup")
    return Repaired(tables, f"in its place there are now {origins(tables, sources)}")


def origins_of(memory: Memory, others: Sequence[Source], join: Join) -> str:
    """How many notes could be brought back, and from where; empty where there are none."""
    sources = [*memory.sources(), *others]
    tables = united(memory.newest(), sources, join)
    return origins(tables, sources) if tables.get("notes") else ""


def set_aside(path: Path, content: bytes, kind: str) -> str:
    """Keep what stood there as a file of its own, under a name that no other has; the name. OSError where not."""
    aside = path.with_name(f"{path.stem}-{kind}-{datetime.now(UTC):%Y-%m-%dT%H%M%S.%fZ}.json")
    write_whole(aside, content, aside.with_name(f".{aside.name}.new"))
    return aside.name


def _whole_rows(content: bytes) -> Tables:
    with suppress(ValueError):
        return parse(content)
    saved: Tables = {}
    salvage(content, saved)
    return saved
