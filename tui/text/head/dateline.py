"""How news says where, when and by whom: the dateline before the first sentence, and days written out."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
AGENCIES = {
    "AP": "Associated Press",
    "Reuters": "Reuters",
    "REUTERS": "Reuters",
    "AFP": "AFP",
    "UPI": "UPI",
    "CNN": "CNN",
    "VOA": "VOA",
    "dpa": "dpa",
    "Xinhua": "Xinhua",
    "TASS": "TASS",
    "Kyodo": "Kyodo",
    "ANSA": "ANSA",
    "EFE": "EFE",
    "PTI": "PTI",
    "IANS": "IANS",
    "Bloomberg": "Bloomberg",
    "NYT": "The New York Times",
    "BBC": "BBC",
    "RFE/RL": "RFE/RL",
}
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
DAY = (  # a day in words or digits, with its year; never 03/04/2019, which is two different days
    rf"(?:{_MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?,? ?\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)? (?:of )?{_MONTH},? \d{{4}}"
    rf"|\d{{1,2}}-{_MONTH}-\d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T\d\d:?\d\d\S{0,20})?)"
)


class Dateline(NamedTuple):
    """Where a report comes from; `day` and `agency` are "" where the line does not name them."""

    place: str
    day: str
    agency: str
    length: int  # characters of the line that it takes


@cache
def _dateline() -> re.Pattern[str]:
    agencies = "|".join(map(re.escape, AGENCIES))
    return re.compile(
        r"(?P<place>[A-Z][A-Z.’'/-]{2,24}(?: [A-Z][A-Z.’'/-]+){0,3}(?:, [A-Z][\w.’'-]{1,20}(?: [A-Z][\w.]{1,20})?)?)"
        rf"(?:[,:]? (?P<day>{DAY}|{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}))?"
        rf"(?:,? \(?(?P<agency>{agencies})\)?)?(?: ?[-–—_]{{1,2}} |[–—]{{1,2}}|--|_| [-–—_]{{1,2}}\Z)"
    )


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph begins with."""
    match = _dateline().match(paragraph[:160])
    if match is None:
        return None
    return Dateline(match["place"], match["day"] or "", AGENCIES.get(match["agency"] or "", ""), match.end())


def read_day(words: str) -> date | None:
    """The day that `words` say in one of the forms of `DAY`; None if there is no such day."""
    numbers = re.findall(r"\d+", words)
    name = re.search(r"[A-Za-z]{3,9}", words.split("T")[0].replace("of ", "").lstrip("0123456789"))
    try:
        if re.match(r"\d{4}[-/.]", words):
            return date(*map(int, numbers[:3]))
        if not name or len(numbers) < 2:
            return None
        month = next((i for i, full in enumerate(MONTHS, 1) if _is_month(name[0].lower(), full)), 0)
        return date(int(numbers[1]), month, int(numbers[0]))
    except (ValueError, TypeError, OverflowError):
        return None


def _is_month(word: str, full: str) -> bool:
    return full.startswith(word) or (full == "september" and word == "sept")
