"""The rows of another copy of the notes are merged into our own, losing no text; pure, and the same from either side.

Of two versions of a row the one that has seen the other stays. Where neither has, a note keeps the later text, with
the other one as a note of its own beside it."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tui.notes.file.layout import Row
from tui.notes.file.rows import choices_of_row, place_of_row, row_of_note, story_of_row
from tui.notes.note import Note
from tui.notes.versions.changes import Rows, free_number, note_or_none, version_beside, when
from tui.notes.versions.feeds import is_feed
from tui.notes.versions.feeds import joined as joined_feeds
from tui.notes.versions.history import after_both, beside, digest_of, fingerprint, history_of, versioned, with_history
from tui.notes.versions.turns import is_block, joined

# Two versions of one row become one, and perhaps a row to keep beside it.
Join = Callable[[Row, Row], tuple[Row, Row | None]]


_DEEPEST = 40  # a row of ours has three levels


class Kind(NamedTuple):
    """How the rows of one table are told apart, checked, compared and joined."""

    key: str
    is_sound: Callable[[Row], bool]
    mark: Callable[[Row], str]  # equal for rows that need not be exchanged
    join: Join
    has_history: bool = False
    grows: bool = False  # a later version holds all that an earlier one does: what lacks something has lost it


@dataclass(slots=True)
class Merged:
    """What a merge did: rows that are new or changed here, and the notes of which two versions are kept."""

    new: int = 0
    changed: int = 0
    kept_beside: list[Note] = field(default_factory=list)  # the versions beside

    def count(self, other: "Merged") -> None:
        """Add what another merge did."""
        self.new += other.new
        self.changed += other.changed
        self.kept_beside += other.kept_beside


def merge_rows(table: str, rows: Rows, incoming: Iterable[Row]) -> Merged:
    """Merge rows of another copy into the rows of a table. What is no sound row stays as it is, and is not taken in."""
    kind, merged = KINDS[table], Merged()
    numbers = _numbers(kind, rows)
    if kind.has_history:
        for number in numbers.values():
            rows[number] = versioned(rows[number])
    free = int(free_number(rows))
    waiting = deque(row for row in incoming if is_sound(kind, row))
    while waiting:
        row = waiting.popleft()
        key = row[kind.key]
        if key not in numbers:
            numbers[key], free = str(free), free + 1
            rows[numbers[key]] = versioned(row) if kind.has_history else row
            merged.new += 1
            continue
        mine = rows[numbers[key]]
        if kind.mark(mine) == kind.mark(row):
            continue
        joined, copy = kind.join(mine, row)
        if copy is not None:
            if (other := note_or_none(copy)) and copy[kind.key] not in numbers:
                merged.kept_beside.append(other)
            waiting.append(copy)
        if kind.mark(joined) != kind.mark(mine):
            rows[numbers[key]] = joined
            merged.changed += digest_of(joined) != digest_of(mine)
    if table == "corrections":
        _put_in_order(rows)
    return merged


def join_rows(table: str, rows: Rows, incoming: Iterable[Row]) -> int:
    """As `merge_rows`; how many rows were not there, or only in a version that had not seen this one.

    Where only clocks tell versions apart those count that were not there."""
    if table not in KINDS:
        return 0
    merged = merge_rows(table, rows, incoming)
    return merged.new + (merged.changed if KINDS[table].has_history or KINDS[table].grows else 0)


def is_sound(kind: Kind, row: object) -> bool:
    """Whether something from elsewhere is a row of that kind."""
    if not isinstance(row, dict) or not isinstance(row.get(kind.key), str) or not row[kind.key]:
        return False
    return kind.is_sound(row) and not is_deep(row)


def is_deep(value: object, most: int = _DEEPEST) -> bool:
    """Whether something is nested so deeply that it could not be written as JSON."""
    if isinstance(value, dict | list):
        return most == 0 or any(
            is_deep(each, most - 1) for each in (value.values() if isinstance(value, dict) else value)
        )
    return False


def keyed(table: str, rows: Mapping[str, Row]) -> dict[str, Row]:
    """The sound rows of a table by their keys."""
    kind = KINDS[table]
    return {key: rows[number] for key, number in _numbers(kind, rows).items()}


def _numbers(kind: Kind, rows: Mapping[str, Row]) -> dict[str, str]:
    numbers: dict[str, str] = {}
    for number, row in rows.items():
        if is_sound(kind, row):
            numbers.setdefault(row[kind.key], number)
    return numbers


def _by_history(one: Row, other: Row) -> Row | None:
    """What became of two versions, if their histories tell."""
    mine, theirs = history_of(one), history_of(other)
    if mine.knows(theirs) != theirs.knows(mine):
        row, last = (one, mine) if mine.knows(theirs) else (other, theirs)
        return with_history(row, last._replace(after=mine.after | theirs.after | {mine.version, theirs.version}))
    if mine.digest == theirs.digest:
        return after_both(max(one, other, key=_in_full), mine, theirs)
    return None


def _join_notes(one: Row, other: Row) -> tuple[Row, Row | None]:
    if told := _by_history(one, other):
        return told, None
    first, second = sorted((one, other), key=_rank)
    both = history_of(one), history_of(other)
    earlier, later = note_or_none(first), note_or_none(second)
    if earlier is None or later is None:  # one is empty: purged elsewhere, but changed here
        return after_both(second, *both), None
    if (earlier.body, earlier.subject) != (later.body, later.subject):
        return after_both(second, *both), beside(row_of_note(version_beside(earlier)), first)
    # The same text, in the trash on one side only: whoever has acted last had the reason.
    acted = max(later.updated, when(second, "restored"))
    if earlier.deleted is not None and later.deleted is None and earlier.deleted > acted:
        second = first
    return after_both(second, *both), None


def _rank(row: Row) -> tuple[Any, ...]:
    """Which of two versions that know nothing of each other stays: text over none, a living note over the trash."""
    note = note_or_none(row) if "purged" not in row else None
    if note is None:
        return False, False, when(row, "purged"), when(row, "deleted"), digest_of(row)
    return True, note.deleted is None, note.updated, when(row, "deleted"), digest_of(row)


def _join_corrections(one: Row, other: Row) -> tuple[Row, Row | None]:
    """A repair never changes but for being taken back, made again or taken out: the last of these holds."""
    return max(one, other, key=lambda row: (bool(row.get("removed")), when(row, "marked"), digest_of(row))), None


def _join_choices(one: Row, other: Row) -> tuple[Row, Row | None]:
    if told := _by_history(one, other):
        return told, None
    earlier, later = sorted((one, other), key=lambda row: (when(row, "updated"), digest_of(row)))
    shown, hidden = set(later.get("shown", ())), set(later.get("hidden", ()))
    joined = {
        **earlier,
        **later,
        "published": later.get("published") or earlier.get("published"),
        "shown": sorted(shown | set(earlier.get("shown", ())) - hidden),
        "hidden": sorted(hidden | set(earlier.get("hidden", ())) - shown),
    }
    return after_both(joined, history_of(one), history_of(other)), None


def _join_stories(one: Row, other: Row) -> tuple[Row, Row | None]:
    """Articles of both; where one has taken out what the other holds, whoever acted last had the reason."""
    if told := _by_history(one, other):
        return told, None
    earlier, later = sorted((one, other), key=lambda row: (when(row, "updated"), digest_of(row)))
    held, without = later.get("articles", []), later.get("without", [])
    joined = {
        **earlier,
        **later,
        "articles": [*held, *(each for each in earlier.get("articles", []) if each not in (*held, *without))],
        "without": [*without, *(each for each in earlier.get("without", []) if each not in (*without, *held))],
        "gone": bool(later.get("gone") and earlier.get("gone")),  # forgotten here, changed there: it stays
    }
    return after_both(joined, history_of(one), history_of(other)), None


def _join_places(one: Row, other: Row) -> tuple[Row, Row | None]:
    return max(one, other, key=lambda row: (when(row, "updated"), digest_of(row))), None


def _join_flags(one: Row, other: Row) -> tuple[Row, Row | None]:
    return joined(one, other), None


def _join_feeds(one: Row, other: Row) -> tuple[Row, Row | None]:
    return joined_feeds(one, other), None


def _put_in_order(rows: Rows) -> None:
    """Number the rows of a log in the order in which they were created."""
    numbers = sorted(rows, key=int)
    ordered = sorted((rows[number] for number in numbers), key=lambda row: (when(row, "created"), str(row.get("id"))))
    rows.clear()
    rows.update(zip(numbers, ordered, strict=True))


def _in_full(row: Row) -> str:
    return repr(sorted(row.items()))


def _is_note(row: Row) -> bool:
    return "purged" in row or note_or_none(row) is not None


def _is_repair(row: Row) -> bool:
    return "created" in row


def _reads(value_of: Callable[[Row], object]) -> Callable[[Row], bool]:
    def is_sound(row: Row) -> bool:
        try:
            value_of(row)
        except ValueError:
            return False
        return True

    return is_sound


KINDS = {
    "notes": Kind("id", _is_note, fingerprint, _join_notes, has_history=True),
    "corrections": Kind("id", _is_repair, digest_of, _join_corrections),
    "choices": Kind("source", _reads(choices_of_row), fingerprint, _join_choices, has_history=True),
    "stories": Kind("source", _reads(story_of_row), fingerprint, _join_stories, has_history=True),
    "places": Kind("source", _reads(place_of_row), digest_of, _join_places),
    "flags": Kind("id", is_block, digest_of, _join_flags, grows=True),
    "feeds": Kind("id", is_feed, digest_of, _join_feeds, grows=True),
}
