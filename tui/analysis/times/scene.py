"""Where a time expression stands: the publication date, the mode of its paragraph, what was mentioned before."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.model import Day
from tui.analysis.times.days.calendar import add_days, add_months, interval_of, iso_week
from tui.analysis.times.order import GUESS, NumericOrder
from tui.analysis.times.tense import REACH, announced, announced_far, fronted, looms, over, promised, told


class Mode(StrEnum):
    """What a paragraph hangs its dates on: news on the day of publication, narrative on the date before."""

    NEWS = "news"
    NARRATIVE = "narrative"


MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}
UNKNOWN = {
    "day": "XXXX-XX-XX",
    "weekend": "XXXX-WXX-WE",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
    "millennium": "X",
}
SHAPES = (
    (LazyPattern(r"(?:BC)?\d{4}-\d\d-\d\d"), "day"),
    (LazyPattern(r"(?:BC)?\d{4}-W\d\d-WE"), "weekend"),
    (LazyPattern(r"(?:BC)?\d{4}-W\d\d"), "week"),
    (LazyPattern(r"(?:BC)?\d{4}-\d\d"), "month"),
    (LazyPattern(r"(?:BC)?\d{4}-Q\d"), "quarter"),
    (LazyPattern(r"(?:BC)?\d{4}-H\d"), "half"),
    (LazyPattern(r"(?:BC)?\d{4}-(?:SP|SU|FA|WI)"), "season"),
    (LazyPattern(r"(?:BC)?\d{4}"), "year"),
    (LazyPattern(r"(?:BC)?\d{3}X?"), "decade"),
    (LazyPattern(r"(?:BC)?\d\d(?:XX)?"), "century"),
)
ASIDE = LazyPattern(r"\b(?:since|until|till|before|against|as of|compared to|compared with|than)\s+$", re.IGNORECASE)
# What is only planned, or when something else was to end: "a campaign planned for 1976", "until the truce of May 1951".
FAR_AHEAD = LazyPattern(
    r"\b(?:plan(?:s|ned|ning)?|projected|predicted|proposed|scheduled|expected|hoped|promised|pledged|envisioned|deadline"
    r"|withdrawal|agreement\s+that|until|till)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
COMPARED = LazyPattern(  # "after a flat second quarter", "more than in the first quarter"
    r"\b(?:after|from|than(?:\s+in)?|since|with|against|versus)\s+(?:(?:an?|the|its|their)\s+)?(?:[a-z-]+\s+)?$",
    re.IGNORECASE,
)
PERIOD_ENDED = LazyPattern(
    r"\b(?:quarter|period|months|weeks|half|year)\s+(?:ended|ending|to|through)\s+$", re.IGNORECASE
)
HAD = LazyPattern(r"\bhad\s+(?:\w+\s+)?(?:\w+ed|been|\w+n|\w+t)\b", re.IGNORECASE)  # a look back
# A clause that only says more of a name: ", who came to power in 2000", "- built in 1911 by her father -".
BY_THE_WAY = LazyPattern(
    r"(?:,|\(|\s[-–—]+)\s*(?:(?:and|but)\s+)?(?:who|whom|whose|which|where|born|founded|built|elected|appointed|published|signed|known"
    r"|released|established|introduced|adopted|passed|in\s+(?:power|office|place|force|use))\b[^.;,()–—]{0,80}$"
)
OPENING = 20  # characters at the start of a sentence
BACK, ON = 6, 18  # months
AFAR = 20  # years that only an opening takes a story on: "a study of 2003" at the end of a sentence does not


# In a sentence that tells of the article's own time: a report, the present perfect, "again", "now".
RETURNS = LazyPattern(
    r"\b(?:said|says|told|announced|(?:has|have)\s+(?:\w+\s+)?(?:been|\w+ed)|will|now|currently|this\s+(?:year"
    r"|month|week))\b"
)
REPORTED = LazyPattern(r",[”\"’']?\s+(?:the\s+|an?\s+|its\s+)?(?:\w+\s+){1,3}(?:said|says)(?:\s+on\s+\w+day)?[.,]")
FAR = 210  # characters in which a verb that nothing follows still announces a date
FINE = frozenset({"day", "week", "weekend", "month", "season", "quarter", "half"})


class Thread(NamedTuple):
    """The date that the story hangs on, None for the article's own; `doubtful` where the words do not say which."""

    day: Day | None
    doubtful: bool = False


@dataclass(slots=True)
class Scene:
    """The state in which expressions are read, one after the other."""

    text: str
    published: Day | None  # None where it is unknown, or only known not to lie before some day
    mode: Mode = Mode.NEWS
    begins: int = 0  # of the sentence
    history: bool = False  # whether the article as a whole is a narrative
    order: NumericOrder = GUESS  # of day and month in figures
    explicit: bool = False  # whether the last date named its year
    fresh: bool = True  # no date yet in this paragraph
    night: bool = False  # whether the date mentioned last was a night, which has two days
    stamps: frozenset[int] = frozenset()  # where the times of day of a live page begin
    near: Day | None = None  # first day of the date mentioned last, wherever it stands
    last: Day | None = None  # first day of the date mentioned last
    at: int = -1  # where it begins
    unit: str = ""  # and how fine it was
    aside: bool = False  # whether it only said more of a name
    quarter: Day | None = None  # first day of the quarter mentioned last
    day: Day | None = None  # the last date that was a day
    fiscal: bool = False  # whether it is counted from the beginning of a company's own year
    lead: Day | None = None  # the first day or month that names its year: what the article is about
    returned: bool = False  # whether the story came back from a digression without a word
    named: tuple[int, int] | None = None  # how often the text names lands of the south and of the north

    def begin_block(self) -> None:
        """A new paragraph names no date yet, and leaves a look far back that later times were named after."""
        self.fresh = True
        if self.published is not None or self.last is None or self.lead is None or self.near is None:
            return
        if self.near.year - self.last.year >= AFAR and self.lead.year >= self.near.year:
            self.last, self.returned = self.lead, True

    def thread(self, match: re.Match[str]) -> Thread:
        """The date that a month or day without its year belongs to: the one before it in a narrative.

        In news it does only where the paragraph has just named a date of the year before; and where a news story
        tells history in between, it comes back to its own time with the words that say so."""
        if self.mode is Mode.NEWS:
            near = not self.fresh and self.explicit and self.unit in ("day", "month")
            if not near or self.last is None or self.published is None:
                return Thread(None)
            year_ago = self.last.year == self.published.year - 1 and not self.aside
            to_come = self.last.year > self.published.year and self.at >= self.begins  # "in January 2017 and in May"
            return Thread(self.last if year_ago or to_come else None)
        if self.published is None or self.last is None:
            return Thread(self.last, self.returned)
        if self.history:
            now = looms(self.before(match)) or REPORTED.search(self.sentence_of(match))
            return Thread(None if now else self.last)
        if self.ahead(match):
            return Thread(None)
        if self.fresh or RETURNS.search(self.sentence_of(match)):
            return Thread(None)
        if self.unit in FINE:
            return Thread(self.last)
        # After a bare year nobody knows: "In 1953 ... In June" goes on, "It held in 1995. It broke on 7 July" does not.
        return Thread(self.last if fronted(self.before(match)) and not self.aside else None, doubtful=True)

    def souths(self, south: LazyPattern, north: LazyPattern) -> tuple[int, int]:
        """How often the text names lands of the south and of the north; counted when a season asks."""
        if self.named is None:
            self.named = len(south.findall(self.text)), len(north.findall(self.text))
        return self.named

    def sentence_of(self, match: re.Match[str]) -> str:
        """The words of the sentence around a match, as far as they matter."""
        return self.text[max(self.begins, match.start() - 2 * REACH) : match.end() + REACH].split("\n")[0]

    @property
    def now(self) -> Day | None:
        """What "this", "last" and "next" count from."""
        return self.published

    @property
    def then(self) -> Day | None:
        """What "later" and "earlier" count from."""
        return self.last or self.published

    @property
    def that(self) -> Day | None:
        """What "that year" and "the same month" mean: the date named last, be it an aside of the same paragraph."""
        if self.fresh and self.near and self.last and self.near.year - self.last.year >= AFAR:
            return self.last
        return self.near or self.published

    def is_far(self, match: re.Match[str]) -> bool:
        """Whether a news story named the day that an expression counts from before this paragraph, if at all."""
        return self.mode is Mode.NEWS and self.fresh

    def before(self, match: re.Match[str], reach: int = REACH) -> str:
        """The text of the same sentence before the match."""
        return self.before_at(match.start(), reach)

    def before_at(self, start: int, reach: int = REACH) -> str:
        """The text of the same sentence before a place."""
        return self.text[max(self.begins, start - reach) : start]

    def after(self, match: re.Match[str], reach: int = 30) -> str:
        """The text behind the match."""
        return self.text[match.end() : match.end() + reach]

    def ahead(self, match: re.Match[str]) -> bool:
        """Whether the words before the match announce something to come."""
        before = self.before(match)
        if announced(before) or announced_far(self.before(match, FAR)):
            return True
        return fronted(before) and promised(self.after(match, 2 * REACH))

    def told_as_past(self, match: re.Match[str]) -> bool:
        """Whether the verb nearest before the match tells of something that is over, and nothing announces it."""
        before = self.before(match)
        return over(before) or (fronted(before) and told(self.after(match, REACH)))

    def opens_past(self, match: re.Match[str]) -> bool:
        """Whether the match opens a clause that tells of something as over."""
        return fronted(self.before(match)) and told(self.after(match, 2 * REACH))

    def moves(self, first: Day, start: int) -> bool:
        """Whether a date moves the story on: in the midst of a sentence a look back or far ahead is an aside."""
        if self.mode is Mode.NEWS or self.last is None:
            if ASIDE.search(self.text[max(self.begins, start - 15) : start]):
                return False  # "raised since Jan. 1, 2015" dates no month behind it
            return self.quarter is None or PERIOD_ENDED.search(self.text[max(self.begins, start - 25) : start]) is None
        if ASIDE.search(self.text[max(self.begins, start - 15) : start]):
            return False
        if self.unit == "year" and start - self.at == len("1995-"):
            return True  # "in 1995-7 ... a year later"
        if first.year != self.last.year and not self.history and BY_THE_WAY.search(self.before_at(start)):
            return False
        if first > self.last and FAR_AHEAD.search(self.before_at(start)):
            return False
        if first < self.last and HAD.search(self.text[max(self.begins, start - 60) : start + 60].split(". ")[0]):
            return False
        if start - self.begins <= OPENING or (self.fresh and first.year - self.last.year < AFAR):
            return True
        months = (first.year - self.last.year) * 12 + first.month - self.last.month
        return -BACK <= months <= ON

    def lasts(self, value: str, words: str) -> None:
        """A report that comes to "the nine months" no longer speaks of a quarter."""
        if value in ("P6M", "P9M", "P12M") and words[:3].lower() == "the":
            self.quarter = None

    def remember(self, value: str, start: int, anchored: bool, words: str = "") -> None:
        """Carry a date forward, if it moves the story: later expressions may count from it."""
        value, _, part = value.partition("T")
        interval = interval_of(value)
        if interval is None:
            return
        self.night = part == "NI"
        self.near = interval.first
        unit = next(unit for shape, unit in SHAPES if shape.match(value))
        coarse = unit in ("decade", "century") and self.last is not None  # "as old as the late 1960s"
        if coarse or not self.moves(interval.first, start):
            return
        beside = unit == "quarter" and self.quarter is not None and self.mode is Mode.NEWS
        if beside and COMPARED.search(self.text[max(self.begins, start - 30) : start]):
            return
        self.fresh = False
        self.explicit = not anchored or (
            self.explicit and self.last is not None and interval.first.year == self.last.year
        )
        self.last = interval.first
        self.returned = self.returned and anchored
        if self.lead is None and not anchored and unit in ("day", "month"):
            self.lead = interval.first
        self.at = start
        self.unit = unit
        self.aside = not self.history and BY_THE_WAY.search(self.before_at(start)) is not None
        self.day = interval.first if unit == "day" else self.day
        if self.unit == "quarter":
            self.quarter = interval.first
            self.fiscal = "fiscal" in words.lower() or self.text[start + len(words) :].startswith((" ended", " ending"))


def year_name(year: int) -> str:
    """A year as TIMEX3 writes it: "2019", "BC0044"."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def value_at(day: Day, unit: str) -> str:
    """The TIMEX3 value of the day, week, ... century that holds the day."""
    year = year_name(day.year)
    match unit:
        case "week" | "fortnight" | "weekend":
            week_year, number = iso_week(day)
            return f"{year_name(week_year)}-W{number:02d}" + ("-WE" if unit == "weekend" else "")
        case "month":
            return f"{year}-{day.month:02d}"
        case "quarter":
            return f"{year}-Q{(day.month + 2) // 3}"
        case "half":
            return f"{year}-H{(day.month + 5) // 6}"
        case "season":
            code = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
            return f"{year_name(day.year - (day.month < 3))}-{code}"
        case "year":
            return year
        case "decade":
            return f"{day.year // 10:03d}" if day.year > 0 else f"BC{(1 - day.year) // 10:03d}"
        case "century":
            return f"{day.year // 100:02d}" if day.year > 0 else f"BC{-day.year // 100:02d}"
        case "millennium":
            return f"{day.year // 1000}"
    return f"{year}-{day.month:02d}-{day.day:02d}"


def shift(day: Day, count: int, unit: str) -> Day:
    """The day some units later; hours and less stay on the day."""
    if unit in MONTHS:
        return add_months(day, count * MONTHS[unit])
    return add_days(day, count * DAYS.get(unit, 0))
