"""What a site says about time becomes seconds: how long to leave it alone, how long its answer holds."""

import re
from email.utils import parsedate_to_datetime

LONGEST = 7 * 24 * 3600.0  # seconds; nobody is left alone for longer
FRESH = 24 * 3600.0  # seconds that an answer may hold


def seconds_to_wait(retry_after: str, now: float) -> float:
    """From "Retry-After": a number of seconds, or a time; 0 where it says nothing.

    >>> seconds_to_wait("120", 0.0), seconds_to_wait("Thu, 01 Jan 1970 00:01:00 GMT", 10.0)
    (120.0, 50.0)
    """
    words = retry_after.strip()
    if re.fullmatch(r"\d{1,9}", words):
        return min(float(words), LONGEST)
    return _until(words, now, LONGEST)


def seconds_fresh(cache_control: str, expires: str, now: float) -> float:
    """From "Cache-Control" and "Expires": how long there is nothing new; 0 where it must be asked for.

    >>> seconds_fresh("public, max-age=900", "", 0.0), seconds_fresh("no-cache, max-age=900", "", 0.0)
    (900.0, 0.0)
    """
    rules = cache_control.lower()
    if re.search(r"\bno-(?:cache|store)\b", rules):
        return 0.0
    if found := re.search(r"\bmax-age\s*=\s*\"?(\d{1,9})", rules):
        return min(float(found[1]), FRESH)
    return _until(expires, now, FRESH)


def _until(words: str, now: float, most: float) -> float:
    try:
        return max(0.0, min(parsedate_to_datetime(words).timestamp() - now, most))
    except (TypeError, ValueError, IndexError, OverflowError):
        return 0.0
