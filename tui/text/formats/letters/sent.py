"""A moment as letters and feeds write it becomes its day; one that a program wrote for no moment becomes none."""

import re
from datetime import UTC, date
from email.utils import parsedate_to_datetime

from tui.text.head.days import EPOCHS, MONTH

# "30 Nov -0001" is the zero of a data base, and would be read as a day of this century.
_NO_YEAR = re.compile(rf"\b{MONTH}[ -]+0\d{{2,3}}\b", re.I)


def day_sent(words: str) -> date | None:
    """The day where it was written; no zero and no epoch.

    >>> day_sent("Tue, 14 May 2024 23:30:00 -0500")
    datetime.date(2024, 5, 14)
    >>> day_sent("Wed, 30 Nov -0001 00:00:00 +0000")
    """
    if _NO_YEAR.search(words):
        return None
    try:
        moment = parsedate_to_datetime(words)
        there = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return None if there.date() in EPOCHS else moment.date()
