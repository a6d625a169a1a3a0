"""The flags of all articles, looked up, changed, and known again only where another session has changed them."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import cast

from tui.flags import Flags, Labels
from tui.notes.file.layout import Row
from tui.notes.file.rows import clean_text
from tui.notes.file.storage import NotesStorage
from tui.notes.file.table import NotesFile, NotesTable
from tui.notes.versions.changes import free_number
from tui.notes.versions.turns import block_of, flags_of, is_block, tags_in, turned, unsaid

TABLE = "flags"
Wanted = Mapping[str, Labels]  # by source


class Flagged:
    """Safe from any thread and beside other sessions. Every method raises NotesUnavailable where the disk or the file
    does not play along."""

    def __init__(self, file: NotesFile) -> None:
        self._file = file
        self._sound: dict[str, Row] = {}  # rows by id, once they were looked through
        self._generation = -1

    @property
    def table(self) -> NotesTable:
        """The rows."""
        return cast(NotesTable, self._file.table(TABLE))

    @property
    def storage(self) -> NotesStorage:
        """The file."""
        return cast(NotesStorage, self._file.storage)

    def now(self) -> Callable[[str], Flags]:
        """What is said now of any article, by its source."""
        rows, blocks = self.table.rows(), self._sound
        if self._generation != (generation := self.storage.generation):
            before, blocks = blocks, {}
            for row in rows.values():
                if isinstance(id := row.get("id"), str) and (before.get(id) is row or is_block(row)):
                    blocks[id] = row
            self._sound, self._generation = blocks, generation

        def flags(source: str) -> Flags:
            id, name = block_of(clean_text(source))
            block = blocks.get(id)
            return flags_of(block["flags"].get(name) if block is not None else None)

        return flags

    def changed(self) -> bool:
        """Whether another session has turned a flag since the last look here; costs one `stat`."""
        return self.storage.changed()

    def tags(self) -> dict[str, int]:
        """Every tag with the number of articles that bear it, the most frequent first."""
        counts = Counter(tags_in(row for row in self.table.rows().values() if is_block(row)))
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold(), item[0])))

    def turn(self, wanted: Wanted) -> bool:
        """Set flags of articles, or take them away, all in one step; whether any stood otherwise."""
        return self.table.revise(lambda rows: _turn(rows, wanted))

    def say_first(self, wanted: Wanted) -> bool:
        """As `turn`, but for what was said before, and for what was said and taken back."""
        return self.table.revise(lambda rows: _turn(rows, wanted, first=True))


def _turn(rows: dict[str, Row], wanted: Wanted, first: bool = False) -> bool:
    numbers = {row.get("id"): number for number, row in rows.items()}
    free = int(free_number(rows))
    changes: dict[str, dict[str, Labels]] = {}
    for source, labels in wanted.items():
        id, name = block_of(clean_text(source))
        changes.setdefault(id, {})[name] = {clean_text(label): on for label, on in labels.items()}
    changed = False
    for id, names in changes.items():
        number = numbers.get(id)
        if number is not None and not is_block(rows[number]):  # written by a hand that erred: it is left as it is
            number = None
        before = rows[number]["flags"] if number is not None else {}
        if first:
            names = {name: unsaid(before.get(name), labels) for name, labels in names.items()}
        after = {**before, **{name: turned(before.get(name), labels) for name, labels in names.items()}}
        after = {name: count for name, count in after.items() if count is not None}
        if after != before:
            if number is None:
                number, free = str(free), free + 1
            rows[number], changed = {"id": id, "flags": after}, True
    return changed
