"""What a person types for a day becomes that day, or those it may mean: "30 July 2019", "last Tuesday", "3/4/2019"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from tui.text.head.days import month_named

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SPOKEN = {"today": 0, "yesterday": 1, "day before yesterday": 2}  # days ago
_NO_MEANING = re.compile(r"\b(?:on|the|of)\b|(?<=\d)(?:st|nd|rd|th)\b|[,’']")
_IN_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.]?)(\d\d?)\2(\d\d?)")
_WEEKDAY = re.compile(r"((?:last|this|past) )*(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?")
_AGO = re.compile(r"(\d+|an?|[a-z]+) (day|week|fortnight|month|year)s? ago")


def days_typed(words: str, today: date) -> tuple[date, ...]:
    """Every day that the words may mean, day before month first; none where they say no day.

    A day without a year is the last one up to `today`, and so is a weekday: an article has been published."""
    plain = " ".join(_NO_MEANING.sub(" ", words.casefold()).split())
    return tuple(dict.fromkeys(_readings(plain, today)))


def _readings(words: str, today: date) -> Iterator[date]:
    if words in SPOKEN:
        yield today - timedelta(SPOKEN[words])
    elif match := _YEAR_FIRST.fullmatch(words):
        yield from _day(int(match[1]), int(match[3]), int(match[4]))
    elif match := _IN_FIGURES.fullmatch(words):
        one, other, year = int(match[1]), int(match[3]), _year(match[4], today)
        yield from _day(year, other, one)
        if match[2] != ".":  # with dots the day comes first
            yield from _day(year, one, other)
    elif match := _WEEKDAY.fullmatch(words):
        back = (today.weekday() - _weekday(match[2])) % 7
        yield today - timedelta(back or (7 if match[1] else 0))
    elif match := _AGO.fullmatch(words):
        yield from _ago(match[1], match[2], today)
    else:
        yield from _in_letters(words, today)


def _in_letters(words: str, today: date) -> Iterator[date]:
    """ "30 july 2019", "july 30", "tuesday 30 july", "30-jul-19"."""
    named = _WEEKDAY.match(words)
    weekday = _weekday(named[2]) if named else None
    parts = re.findall(r"[a-z]+|\d+", words[named.end() if named else 0 :])
    month = [number for part in parts if len(part) >= 3 and (number := month_named(part))]
    numbers = [part for part in parts if part.isdecimal()]
    if len(month) != 1 or len(numbers) != len(parts) - 1 or not 1 <= len(numbers) <= 2:
        return
    numbers.sort(key=lambda number: len(number) == 4)  # "2019 july 30"
    if len(numbers) == 2:
        found = list(_day(_year(numbers[1], today), month[0], int(numbers[0])))
    else:  # eight years back there has been a 29 February
        years = range(today.year, today.year - 9, -1)
        found = [day for year in years for day in _day(year, month[0], int(numbers[0])) if day <= today]
    yield from [day for day in found if weekday in (None, day.weekday())][:1]


def _ago(number: str, unit: str, today: date) -> Iterator[date]:
    count = 1 if number in ("a", "an") else NUMBERS.index(number) if number in NUMBERS else None
    if number.isdecimal():
        count = int(number[:6])
    if count is None:
        return
    if unit in ("month", "year"):
        months = today.year * 12 + today.month - 1 - count * (12 if unit == "year" else 1)
        for day in range(today.day, today.day - 4, -1):  # a month ago there may have been no 31st
            if found := next(_day(months // 12, months % 12 + 1, day), None):
                yield found
                return
    else:
        try:
            yield today - timedelta(count * {"day": 1, "week": 7, "fortnight": 14}[unit])
        except OverflowError:
            return


def _year(figures: str, today: date) -> int:
    """A year of two figures is the last one that is not in the future."""
    if len(figures) > 2:
        return int(figures)
    year = today.year // 100 * 100 + int(figures)
    return year if year <= today.year else year - 100


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except (ValueError, OverflowError):
        return


def _weekday(words: str) -> int:
    return next(number for number, full in enumerate(WEEKDAYS) if full.startswith(words[:3]))
