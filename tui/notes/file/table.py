"""TinyDB's table made safe: every change is a read-modify-write under the storage's lock."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from tinydb import TinyDB
from tinydb.table import Table

from tui.notes.file.layout import Row
from tui.notes.file.storage import NotesStorage

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

    def rows(self) -> Mapping[str, Row]:
        """All rows by number as they are now, shared: treat them as values."""
        return (self._storage.read() or {}).get(self.name, {})

    def revise(self, change: Callable[[dict[str, Row]], T]) -> T:
        """As the storage's `revise`, for this table."""
        return self._storage.revise(self.name, change)

    def _update_table(self, updater: Callable[[dict[int, Any]], Any]) -> None:
        def change(rows: dict[str, Row]) -> None:
            numbered = _Rows({int(key): row for key, row in rows.items()})
            updater(numbered)
            rows.clear()
            rows.update((str(key), row) for key, row in numbered.items())

        self.revise(change)


class NotesFile(TinyDB):
    """A TinyDB over `NotesStorage`."""

    table_class = NotesTable  # type: ignore[assignment]  # TinyDB asks for Table itself

    def __init__(self, path: Path, patience: float = 15.0, **options: Any) -> None:
        super().__init__(path, patience=patience, storage=NotesStorage, **options)


class _Rows(dict[int, Row]):
    """Rows by id. `rows[key]` is a copy, since TinyDB changes what it gets and the rows are shared with readers."""

    def __getitem__(self, key: int) -> Row:
        row = dict(super().__getitem__(key))
        self[key] = row
        return row
