"""How long a note has lain in the trash, by the days that the notes themselves have seen: clocks go wrong."""

from datetime import UTC, datetime, timedelta

from tui.notes.file.rows import stamp
from tui.notes.versions.changes import Rows, when

KEPT = timedelta(days=30)
MANY = 20  # notes that are not forgotten at once without a word
_LEAP = timedelta(days=7)  # a clock that is farther ahead than that is believed on another day only
_NUMBER = "1"


def day_seen(rows: Rows, latest: datetime) -> datetime | None:
    """The time that counts, kept in a row; None where the clock has leapt ahead since the notes were open last.

    `latest` is when the last note was changed, where nothing is known yet."""
    now, row = datetime.now(UTC), rows.get(_NUMBER, {})
    seen = when(row, "seen") if row else min(latest, now)
    leapt = when(row, "leapt") if "leapt" in row else None
    if now - seen <= _LEAP or (leapt is not None and timedelta(days=1) <= now - leapt):
        rows[_NUMBER] = {"seen": stamp(max(seen, now))}
        return max(seen, now)
    if leapt is None or now < leapt:  # the first day of which it is said, or the clock was put right
        rows[_NUMBER] = {"seen": stamp(seen), "leapt": stamp(now)}
    return None
