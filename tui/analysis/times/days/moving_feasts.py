"""Feasts whose day moves from year to year: what they are called, and their days as the calendars had them."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui.analysis.model import Day, Interval

# Name in resources/moving_feasts.tsv, and a pattern of what it is called.
NAMES = {
    "Ramadan": r"(?:the (?:holy |fasting )?month of )?Rama[dz]h?an",
    "Eid al-Fitr": r"Eid[- ](?:al|ul|el)[- ]Fitr|Hari Raya(?: Puasa| Aidilfitri)?|Lebaran",
    "Eid al-Adha": r"Eid[- ](?:al|ul|el)[- ]A[dz]ha|Bakr[- ]?Eid|Tabaski",
    "Islamic New Year": r"(?:the )?Islamic New Year",
    "Ashura": r"Ashou?ra",
    "Mawlid": r"Mawlid|(?:the )?Prophet(?: Muhammad)?['’]s [Bb]irthday|Milad[- ]un[- ]Nabi",
    "Rosh Hashanah": r"Rosh Hashan+ah?|(?:the )?Jewish New Year",
    "Yom Kippur": r"Yom Kippur",
    "Hanukkah": r"(?:Han+uk+ah|Chanuk+ah)",
    "Passover": r"Passover|Pesach",
    "Diwali": r"Di?wali|Deepavali",
    "Holi": r"Holi",
    "Chinese New Year": r"(?:the )?(?:Chinese|Lunar) New Year(?:['’]s (?:Day|Eve))?|(?:the )?Spring Festival",
    "Mid-Autumn Festival": r"(?:the )?(?:Mid-Autumn|Moon) Festival",
    "Dragon Boat Festival": r"(?:the )?Dragon Boat Festival",
    "Super Tuesday": r"Super Tuesday",
}
PATTERN = "|".join(rf"(?P<moving{index}>{pattern})" for index, pattern in enumerate(NAMES.values()))


class Times(NamedTuple):
    """All days of one feast that are known, the earliest first."""

    days: tuple[Interval, ...]

    def before(self, now: Day) -> Interval | None:
        """The last one that had begun."""
        return max((days for days in self.days if days.first <= now), default=None)

    def after(self, now: Day) -> Interval | None:
        """The next one to begin."""
        return min((days for days in self.days if days.first > now), default=None)

    def in_year(self, year: int) -> Interval | None:
        """The one of a year; of two the first."""
        return next((days for days in self.days if days.first.year == year), None)


@cache
def moving_feasts() -> tuple[Times, ...]:
    """The feasts in the order of `NAMES`; read when the first one is named."""
    found: dict[str, list[Interval]] = {name: [] for name in NAMES}
    source = Path(__file__).parents[2] / "resources" / "moving_feasts.tsv"
    for line in source.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            name, first, last = line.split("\t")
            found[name].append(Interval(_day(first), _day(last or first)))
    return tuple(Times(tuple(days)) for days in found.values())


def _day(text: str) -> Day:
    return Day(*(int(part) for part in text.split("-")))
