"""A row of the notes knows its version and all versions it grew out of, so that two places can tell old from other.

A version's name follows from what the row says and from the version before. Names that are counted (version vectors)
would be given twice where the file itself was copied to another place or put back from a backup; these are not."""

import hashlib
from collections.abc import Mapping
from typing import Any, NamedTuple

import orjson

from tui.notes.file.layout import Row

FIELD = "history"
_LENGTH = 12  # hexadecimal digits of a name; it has to be unique in the life of one note only


class History(NamedTuple):
    """The name of a version, the digest of what it says, and the names of the versions that it has seen."""

    version: str
    digest: str
    after: frozenset[str]

    def knows(self, other: "History") -> bool:
        """Whether the other version is this one, or went before it."""
        return other.version == self.version or other.version in self.after


def versioned(row: Row) -> Row:
    """The row with a history that is true of it: the very row where it has one, else a new version after the last.

    So a row that was written by hand or by a program that knows nothing of this gets its version when it is seen."""
    recorded, digest = _recorded(row), digest_of(row)
    if recorded is None:
        return with_history(row, History(_name(digest), digest, frozenset()))
    if recorded.digest == digest:
        return row
    return with_history(row, History(_name(digest, recorded.version), digest, recorded.after | {recorded.version}))


def history_of(row: Row) -> History:
    """The history of a row, whether it bears a true one or not."""
    history = _recorded(versioned(row))
    assert history is not None
    return history


def after_both(row: Row, *before: History) -> Row:
    """The row as what became of two versions: as one of them if it says the same, else as a new version."""
    digest, versions = digest_of(row), sorted(history.version for history in before)
    same = [history.version for history in before if history.digest == digest]
    seen = frozenset(versions).union(*(history.after for history in before))
    return with_history(row, History(max(same) if same else _name(digest, *versions), digest, seen))


def beside(row: Row, origin: Row) -> Row:
    """A row made of one version of another row: as the first version of its own, the same wherever it is made."""
    digest = digest_of(row)
    return with_history(row, History(_name(digest, history_of(origin).version), digest, frozenset()))


def with_history(row: Row, history: History) -> Row:
    """The row bearing this history."""
    after = sorted(history.after - {history.version})
    return {**row, FIELD: {"version": history.version, "digest": history.digest, "after": after}}


def digest_of(row: Mapping[str, Any]) -> str:
    """What the row says, in a few characters; a field without a value says nothing."""
    said = {key: value for key, value in row.items() if value and key != FIELD}
    return _hashed(orjson.dumps(said, option=orjson.OPT_SORT_KEYS))


def fingerprint(row: Row) -> str:
    """Equal for rows that say the same and have seen the same."""
    version, digest, after = history_of(row)
    return _hashed(" ".join((version, digest, *sorted(after))).encode())


def _recorded(row: Row) -> History | None:
    match row.get(FIELD):
        case {"version": str(version), "digest": str(digest), "after": [*after]}:
            return History(version, digest, frozenset(name for name in after if isinstance(name, str)) - {version})
    return None


def _name(digest: str, *before: str) -> str:
    return _hashed(" ".join((digest, *before)).encode())


def _hashed(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=_LENGTH // 2).hexdigest()
