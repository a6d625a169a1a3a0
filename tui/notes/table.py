"""TinyDB's table made safe: every change is a read-modify-write under the storage's lock."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from tinydb import TinyDB
from tinydb.table import Table

from tui.notes.layout import Row
from tui.notes.storage import NotesStorage

T = TypeVar("T")


class NotesTable(Table):
    """A table that remembers nothing between two calls: no query cache, no next id."""

    _storage: NotesStorage

    def __init__(self, storage: NotesStorage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        super().__init__(storage, name, cache_size=0, persist_empty=persist_empty)

    def insert(self, document: Mapping[str, Any]) -> int:
        """As TinyDB's, with an id that no other session has taken."""
        with self._storage.transaction():
            self._next_id = None
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """As TinyDB's, with ids that no other session has taken."""
        with self._storage.transaction():
            self._next_id = None
            return super().insert_multiple(documents)

    def upsert(self, document: Mapping[str, Any], cond: Any = None) -> list[int]:
        """As TinyDB's, in one transaction."""
        with self._storage.transaction():
            self._next_id = None
            return super().upsert(document, cond)

    def rows(self) -> Mapping[int, Row]:
        """All rows as they are now, shared: treat them as values."""
        return {int(key): row for key, row in (self._storage.read() or {}).get(self.name, {}).items()}

    def revise(self, change: Callable[[dict[int, Row]], T]) -> T:
        """Let `change` put rows in or take rows out; its answer. One write, or none if it raises or changes nothing.

        What it gets are the shared rows: it puts new ones in their place and never changes one."""
        answer: list[T] = []
        self._update_table(lambda rows: answer.append(change(rows)))
        return answer[0]

    def _update_table(self, updater: Callable[[dict[int, Any]], Any]) -> None:
        with self._storage.transaction():
            tables = self._storage.read() or {}
            before = {int(key): row for key, row in tables.get(self.name, {}).items()}
            rows = _Rows(before)
            updater(rows)
            if len(rows) == len(before) and all(_is_same(row, before.get(key)) for key, row in rows.items()):
                return
            tables[self.name] = {str(key): row for key, row in rows.items()}
            self._storage.write(tables)


def _is_same(row: Row, before: Row | None) -> bool:
    return row is before or row == before


class NotesFile(TinyDB):
    """A TinyDB over `NotesStorage`."""

    table_class = NotesTable  # type: ignore[assignment]  # TinyDB asks for Table itself

    def __init__(self, path: Path, patience: float = 15.0) -> None:
        super().__init__(path, patience=patience, storage=NotesStorage)


class _Rows(dict[int, Row]):
    """Rows by id. `rows[key]` is a copy, since TinyDB changes what it gets and the rows are shared with readers."""

    def __getitem__(self, key: int) -> Row:
        row = dict(super().__getitem__(key))
        self[key] = row
        return row
