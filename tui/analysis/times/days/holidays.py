"""Named days: on which day of a year they fall."""

import re
from collections.abc import Callable
from typing import NamedTuple

from tui.analysis.model import Day
from tui.analysis.times.days.calendar import add_days, weekday


class Feast(NamedTuple):
    """A named day: what it is called, and its day in a year."""

    names: str  # a pattern
    day_in: Callable[[int], Day]


def easter(year: int) -> Day:
    """Easter Sunday of the western churches (the anonymous Gregorian algorithm; Meeus, Astronomical Algorithms)."""
    century, of_century = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return Day(year, month, day + 1)


def nth_weekday(year: int, month: int, number: int, nth: int) -> Day:
    """The nth (1 to 4; -1 for the last) Monday (0) to Sunday (6) of a month."""
    if nth < 0:
        after = Day(year + month // 12, month % 12 + 1, 1)
        return add_days(after, -((weekday(after) - number - 1) % 7 + 1))
    first = Day(year, month, 1)
    return add_days(first, (number - weekday(first)) % 7 + 7 * (nth - 1))


def _fixed(month: int, day: int) -> Callable[[int], Day]:
    return lambda year: Day(year, month, day)


def _easter(days: int) -> Callable[[int], Day]:
    return lambda year: add_days(easter(year), days)


def _nth(month: int, number: int, nth: int, days: int = 0) -> Callable[[int], Day]:
    return lambda year: add_days(nth_weekday(year, month, number, nth), days)


FEASTS = (
    Feast(r"New Year['’]?s Eve", _fixed(12, 31)),
    Feast(r"New Year['’]?s(?: Day)?", _fixed(1, 1)),
    Feast(r"Epiphany", _fixed(1, 6)),
    Feast(r"Martin Luther King(?:,? Jr\.?)?,? Day", _nth(1, 0, 3)),
    Feast(r"Australia Day", _fixed(1, 26)),
    Feast(r"Groundhog Day", _fixed(2, 2)),
    Feast(r"(?:St\.?|Saint) Valentine['’]?s Day|Valentine['’]?s Day", _fixed(2, 14)),
    Feast(r"Presidents['’]? Day|President['’]s Day", _nth(2, 0, 3)),
    Feast(r"(?:St\.?|Saint) Patrick['’]?s Day", _fixed(3, 17)),
    Feast(r"Shrove Tuesday|Mardi Gras|Fat Tuesday", _easter(-47)),
    Feast(r"Ash Wednesday", _easter(-46)),
    Feast(r"Palm Sunday", _easter(-7)),
    Feast(r"(?:Maundy|Holy) Thursday", _easter(-3)),
    Feast(r"Good Friday", _easter(-2)),
    Feast(r"Easter Monday", _easter(1)),
    Feast(r"Easter(?: Sunday)?", _easter(0)),
    Feast(r"Ascension Day", _easter(39)),
    Feast(r"(?:Easter|Whit) (?:b|B)ank (?:h|H)oliday", _easter(1)),
    Feast(r"Whit Sunday|Pentecost", _easter(49)),
    Feast(r"Whit Monday", _easter(50)),
    Feast(r"Corpus Christi Day", _easter(60)),
    Feast(r"April Fools?['’]?s?['’]? Day", _fixed(4, 1)),
    Feast(r"Earth Day", _fixed(4, 22)),
    Feast(r"Anzac Day", _fixed(4, 25)),
    Feast(r"May Day", _fixed(5, 1)),
    Feast(r"Cinco de Mayo", _fixed(5, 5)),
    Feast(r"(?:[Ee]arly )?May (?:b|B)ank (?:h|H)oliday", _nth(5, 0, 1)),
    Feast(r"(?:[Ll]ate May|[Ss]pring) (?:b|B)ank (?:h|H)oliday", _nth(5, 0, -1)),
    Feast(r"(?:[Aa]ugust|[Ss]ummer|[Ll]ate [Ss]ummer) (?:b|B)ank (?:h|H)oliday", _nth(8, 0, -1)),
    Feast(r"Midsummer(?:['’]?s)? Eve", lambda year: add_days(Day(year, 6, 19), (4 - weekday(Day(year, 6, 19))) % 7)),
    Feast(r"Now?ruz", _fixed(3, 21)),
    Feast(r"Songkran", _fixed(4, 13)),
    Feast(r"Mother['’]?s['’]? Day", _nth(5, 6, 2)),
    Feast(r"Memorial Day", _nth(5, 0, -1)),
    Feast(r"Juneteenth", _fixed(6, 19)),
    Feast(r"Father['’]?s['’]? Day", _nth(6, 6, 3)),
    Feast(r"Canada Day", _fixed(7, 1)),
    Feast(r"(?:the )?Fourth of July|Independence Day", _fixed(7, 4)),
    Feast(r"Bastille Day", _fixed(7, 14)),
    Feast(r"Labou?r Day", _nth(9, 0, 1)),
    Feast(r"Columbus Day", _nth(10, 0, 2)),
    Feast(r"Hallowe['’]?en", _fixed(10, 31)),
    Feast(r"All Saints['’]? Day", _fixed(11, 1)),
    Feast(r"All Souls['’]? Day", _fixed(11, 2)),
    Feast(r"Guy Fawkes (?:Night|Day)", _fixed(11, 5)),
    Feast(r"Election Day", _nth(11, 0, 1, 1)),
    Feast(r"Veterans['’]? Day|Armistice Day|Remembrance Day", _fixed(11, 11)),
    Feast(r"Thanksgiving(?: Day)?", _nth(11, 3, 4)),
    Feast(r"Black Friday", _nth(11, 3, 4, 1)),
    Feast(r"Cyber Monday", _nth(11, 3, 4, 4)),
    Feast(r"Christmas Eve", _fixed(12, 24)),
    Feast(r"Christmas(?: Day)?|Xmas", _fixed(12, 25)),
    Feast(r"Boxing Day", _fixed(12, 26)),
)
NAMES = "|".join(rf"(?P<feast{index}>{feast.names})" for index, feast in enumerate(FEASTS))


def feast_of(match: re.Match[str]) -> Feast:
    """The feast whose name a match of `NAMES` holds."""
    return next(feast for index, feast in enumerate(FEASTS) if match[f"feast{index}"])
