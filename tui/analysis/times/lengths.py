"""Numbers and units become TIMEX3 durations: "two and a half years" is P2Y6M."""

import re

from tui.analysis.times.words import COUPLE, NUMBER, VAGUE, number_of

CLOSE = ("second", "minute", "hour")  # units within a day
COUNT = rf"(?:{NUMBER}|{VAGUE}|{COUPLE})"
QUANTITY = rf"(?:{NUMBER}|{VAGUE}|{COUPLE}|(?P<one>an?))"
LETTERS = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "weekend": "WE"}
LETTERS |= {"hour": "H", "minute": "M", "second": "S"}
MANY_YEARS = {"decade": 10, "century": 100, "millennium": 1000}


def length(count: float | None, unit: str) -> str | None:
    """The TIMEX3 value of a duration: "P2Y", "PT36H", "P2Y6M", "PXD"; `count` None is an unknown number."""
    if unit == "fortnight":
        return f"P{count * 2:g}W" if count else "PXW"
    if unit in MANY_YEARS:
        return f"P{count * MANY_YEARS[unit]:g}Y" if count else {"decade": "PXDE", "century": "PXCE"}.get(unit, "PXY")
    letter = LETTERS.get(unit)
    if letter is None:
        return None
    clock = "T" if unit in CLOSE else ""
    if count is None:
        return f"P{clock}X{letter}"
    whole, rest = int(count), count - int(count)
    if rest == 0.5 and unit in ("year", "hour", "minute"):
        finer = {"year": "6M", "hour": "30M", "minute": "30S"}[unit]
        return f"P{clock}{whole}{letter}{finer}" if whole else f"P{clock}{finer}"
    return f"P{clock}{count:.10g}{letter}"


def quantity(match: re.Match[str]) -> float | None:
    """How many units a match of `COUNT` or `QUANTITY` says; None for "several"."""
    if match["couple"]:
        return 2
    if match.groupdict().get("one"):
        return 1
    return number_of(match["number"]) if match["number"] else None
