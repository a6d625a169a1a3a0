"""What a date that leaves something out means at its place: the year of a month, the week of a weekday."""

import re

from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.model import Day
from tui.analysis.times.days.calendar import SEASONS, add_days, days_between, is_day, weekday
from tui.analysis.times.rule import Reading, said
from tui.analysis.times.scene import Mode, Scene, year_name
from tui.analysis.times.tense import announced, fronted, reaches_now
from tui.analysis.times.words import meaning

AHEAD_DAYS = 120  # a day that lies further ahead than this must be announced
BEHIND = 30  # and one of which is told as over
AHEAD_MONTHS = 3
FAR_AHEAD = 10  # months: the announcement may be an old one
DOUBTFUL = 0.45  # the thread may be another one
NEIGHBOURS = 14  # days in which "the previous Friday" counts from a day named just before
ROLLOVER = 9  # months that a narrative may fall back before it means the next year
STEPS = {"last": -1, "past": -1, "this past": -1, "the previous": -1, "next": 1, "the following": 1, "the next": 1}
STEPS |= {"coming": 1, "this coming": 1}


def step_of(words: str | None) -> int | None:
    """-1 for "last", 1 for "next", 0 for "this" and "that"; None where nothing is said."""
    return STEPS.get(" ".join(words.lower().split()), 0) if words else None


def nearest_year(month: int, day: int, now: Day) -> int | None:
    """The year in which month and day lie nearest to `now`."""
    found = [year for year in (now.year - 1, now.year, now.year + 1) if is_day(year, month, day)]
    return min(found, key=lambda year: abs(days_between(now, Day(year, month, day))), default=None)


def _is_just_over(scene: Scene, year: int, month: int, day: int) -> bool:
    """Whether a day that a look back is told to lie in may as well be one of the last weeks before the article."""
    now = scene.published
    if now is None or scene.history or not is_day(now.year, month, day):
        return False
    return year < now.year - 1 and 0 <= days_between(Day(now.year, month, day), now) <= BEHIND


SETTLED = LazyPattern(  # "the 8 October gig was announced": only the announcing is over
    r"\s+(?:[\w'’-]+\s+){1,8}?(?:was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+)?(?:announced|called|scheduled|planned|set|postponed"
    r"|cancelled|canceled|brought\s+forward|moved|confirmed|agreed|arranged)\b"
)


def month_day(match: re.Match[str], scene: Scene, month: int, day: int, mod: str = "") -> Reading | None:
    """A day whose year is not said: near the publication date in news, in the running year of a narrative."""
    if not is_day(4, month, day):
        return None
    value = f"{month:02d}-{day:02d}"
    if year := shared_year(match, scene, month):
        return Reading(f"{year_name(year)}-{value}", mod=mod, anchor="the year behind it", confidence=0.95)
    thread = scene.thread(match)
    if thread.day:
        year = agreeing_year(match, running_year(scene, month), month, day)
        sure = DOUBTFUL if thread.doubtful or _is_just_over(scene, year, month, day) else 0.8
        return Reading(f"{year_name(year)}-{value}", mod=mod, anchor=f"the year of {scene.last}", confidence=sure)
    if scene.published is None:
        if scene.last is None:
            return Reading(f"XXXX-{value}", mod=mod, confidence=0.3)
        return Reading(
            f"{year_name(scene.last.year)}-{value}", mod=mod, anchor=f"the year of {scene.last}", confidence=DOUBTFUL
        )
    year_found = nearest_year(month, day, scene.published)
    settled = match[0][:4].lower() == "the " and SETTLED.match(scene.after(match, 90)) is not None
    ahead = days_between(scene.published, Day(year_found, month, day)) if year_found and not settled else 0
    if year_found and ahead > 1 and scene.opens_past(match):
        year = scene.last.year if scene.last and scene.last.year < scene.published.year else year_found - 1
        year = agreeing_year(match, year, month, day)
        if is_day(year, month, day):
            return Reading(
                f"{year_name(year)}-{value}", mod=mod, anchor=f"told as over on {scene.published}", confidence=DOUBTFUL
            )
    if (
        year_found
        and ahead > (0 if reaches_now(scene.before(match)) else BEHIND if scene.told_as_past(match) else AHEAD_DAYS)
        and not scene.ahead(match)
    ):
        year_found -= 1
        if not is_day(year_found, month, day):
            year_found = None
    if year_found is None:
        return Reading(f"XXXX-{value}", mod=mod, confidence=0.3)
    year_found = agreeing_year(match, year_found, month, day)
    sure = DOUBTFUL if thread.doubtful else 0.9
    return Reading(f"{year_name(year_found)}-{value}", mod=mod, anchor=f"nearest to {scene.published}", confidence=sure)


def agreeing_year(match: re.Match[str], year: int, month: int, day: int) -> int:
    """The year, or the one beside it in which the day falls on the weekday named with it: "Monday, April 13"."""
    words = match[0].split()[:3]  # "Sunday, March 8", "this coming Sunday, March 8"
    number = next((number for word in words if (number := meaning("weekday", word.strip(",.")))), "")
    if not number:
        return year
    for near in (year, year - 1, year + 1):
        if is_day(near, month, day) and weekday(Day(near, month, day)) == int(number) - 1:
            return near
    return year


JOINED = LazyPattern(
    r"\s*(?:,\s*(?:and\s+)?|/|[-–—]|\b(?:and|or|to|until|till|through)\b)\s*(?:(?:on|in|from|until)\s+)?(?:the\s+)?"
    r"(?:early\s+|late\s+|mid-?|(?:end|beginning|middle)\s+of\s+)?"
    r"(?:(?:[0-3]?\d)(?:st|nd|rd|th)?\s+)?(?P<month>(?-i:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?))"
    r"(?:\s+(?:[0-3]?\d)(?:st|nd|rd|th)?)?,?\s+(?:(?:of|in)\s+)?(?:(?P<year>1\d{3}|20\d\d)\b"
    r"|(?:the\s+)?(?P<which>last|this|next|the\s+same)\s+year\b)",
    re.IGNORECASE,
)
LED = LazyPattern(  # "in 2018, from February to December"
    r"\b(?:in|during|of)\s+(?P<year>1\d{3}|20\d\d),\s+(?:from|between|in|on)\s+(?:the\s+)?(?:(?P<month>[A-Z]\w+\.?)\s+"
    r"(?:to|and|until|through)\s+)?$"
)


def shared_year(match: re.Match[str], scene: Scene, month: int) -> int | None:
    """The year of a list or range that only its last date says, or that leads it: "in April and June 1955"."""
    joined = JOINED.match(scene.after(match, 60))
    if joined is not None:
        later = int(meaning("month", joined["month"]))
        if joined["year"]:
            return int(joined["year"]) - (month > later)
        return None if scene.now is None else scene.now.year + (step_of(joined["which"]) or 0) - (month > later)
    led = LED.search(scene.before(match))
    if led is None:
        return None
    earlier = int(meaning("month", led["month"] or "") or month)
    return int(led["year"]) + (month < earlier)


def running_year(scene: Scene, month: int) -> int:
    """The year a narrative is in: a month far behind the one before belongs to the next year."""
    assert scene.last is not None
    fine = scene.unit in ("day", "week", "weekend", "month")
    return scene.last.year + (1 if fine and scene.last.month - month >= ROLLOVER else 0)


FROM_MONTH = LazyPattern(  # "from July to |September"
    r"\b(?:from|between)\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\s+(?:to|and|until|till|through)\s+$"
)
BY = LazyPattern(r"^(?!.*\bhad\b).*\bby\s+(?:the\s+)?$", re.IGNORECASE)  # a date to come, if nothing had happened by it


def month_near(match: re.Match[str], scene: Scene, month: int, step: int | None, mod: str) -> Reading:
    """A month without a year: the last one, unless what stands before announces one to come."""
    if year := shared_year(match, scene, month):
        return Reading(f"{year_name(year)}-{month:02d}", mod=mod, anchor="the year behind it", confidence=0.95)
    if scene.mode is Mode.NEWS and not said(match, "which") and scene.near and FROM_MONTH.search(scene.before(match)):
        year = scene.near.year + (month < scene.near.month)
        return Reading(f"{year_name(year)}-{month:02d}", mod=mod, anchor=f"next from {scene.near} on", confidence=0.85)
    thread = scene.thread(match)
    if thread.day and not step and not said(match, "which").startswith(("this", "last", "next")):
        year, sure = running_year(scene, month), DOUBTFUL if thread.doubtful else 0.8
        today = scene.published
        if today and (year, month) > today[:2] and scene.told_as_past(match):
            year, sure = today.year - (month > today.month), DOUBTFUL  # what is over is not told of days to come
        return Reading(f"{year_name(year)}-{month:02d}", mod=mod, anchor=f"the year of {scene.last}", confidence=sure)
    now = scene.that if said(match, "which").startswith(("that", "the")) else scene.now
    if now is None and scene.last and step is None:
        return Reading(
            f"{year_name(scene.last.year)}-{month:02d}",
            mod=mod,
            anchor=f"the year of {scene.last}",
            confidence=DOUBTFUL,
        )
    if now is None:
        return Reading(f"XXXX-{month:02d}", mod=mod, confidence=0.3)
    here = now.year * 12 + now.month
    past = now.year if month <= now.month else now.year - 1
    coming = now.year if month >= now.month else now.year + 1
    if step == -1:
        just_over = (now.year * 12 + now.month - past * 12 - month) == 1  # it would be called "last month"
        year, how = (past - 1 if month == now.month or just_over else past), "last before"
    elif step == 1:
        year, how = (coming if month != now.month else coming + 1), "next after"
    elif scene.ahead(match) or (step is None and BY.search(scene.before(match))):
        year, how = coming, "next after"
    elif said(match, "which").startswith("that") and scene.that is not None:
        year, how = now.year, "in the year of"
    elif step == 0:
        year, how = min((past, coming), key=lambda found: abs(found * 12 + month - here)), "nearest to"
    elif scene.told_as_past(match) or reaches_now(scene.before(match)):
        year, how = past, "last before"
    elif coming * 12 + month - here <= AHEAD_MONTHS and coming * 12 + month - here <= here - past * 12 - month:
        year, how = coming, "nearest to"
    else:
        year, how = past, "last before"
    unsure = thread.doubtful or year * 12 + month - here >= FAR_AHEAD  # "concerts scheduled for July", said in August
    sure = DOUBTFUL if unsure and step is None else 0.85
    return Reading(f"{year_name(year)}-{month:02d}", mod=mod, anchor=f"{how} {now}", confidence=sure)


FOR = LazyPattern(  # "set for Saturday's show" and "those attending Monday's summit" are to come
    r"\b(?:for|(?:(?:is|are|am)|['’](?:re|m))\s(?:[\w’'-]+\s+){0,4}?(?:attending|joining|addressing|chairing|awaiting"
    r"|(?:travell?ing|heading|flying|going|looking\s+forward)\s+to)|attends?|awaits?|looks?\s+forward\s+to)\s+(?:the\s+)?$"
)
TAKING_PLACE = LazyPattern(
    r"['’]s\s+(?:\w+\s+){0,2}?(?:shows?|concert|gig|match|game|final|race|elections?|vote|poll|ballot|meeting|summit|talks|hearing"
    r"|dinner|conference|congress|session|wedding|service|reception|inauguration"
    r"|ceremony|funeral|launch|debate|rally|march|festival|party|event|opening|parade)\b"
)
AND_THE_NEXT = LazyPattern(r"day(?:\s+(?:morning|afternoon|evening|night))?\s+(?:and|or)\s+$", re.IGNORECASE)
TO_DAY = LazyPattern(r"day\s*(?:\b(?:to|through|until|till)\b|[-–])\s*$", re.IGNORECASE)  # Monday to ...


def _is_told_of(day: Day, now: Day) -> bool:
    """Whether a day lies so far back that "that Sunday" can only be the Sunday beside it."""
    return days_between(day, now) > BEHIND


def weekday_near(match: re.Match[str], scene: Scene, number: int, step: int | None = None) -> tuple[Day | None, str]:
    """The day of a weekday, 0 for Monday, and the anchor in words: the last one, today included, unless announced."""
    now = scene.now
    if now is None:
        return None, ""
    if said(match, "which").startswith("that") and scene.last and scene.unit == "day" and _is_told_of(scene.last, now):
        near = (number - weekday(scene.last) + 3) % 7 - 3
        return add_days(scene.last, near), f"nearest to {scene.last}"
    if scene.near and TO_DAY.search(scene.before(match)):
        return add_days(scene.near, (number - weekday(scene.near)) % 7), f"next from {scene.near} on"
    if scene.near and AND_THE_NEXT.search(scene.before(match)) and (number - weekday(scene.near)) % 7 == 1:
        return add_days(scene.near, 1), f"the day after {scene.near}"
    if scene.mode is Mode.NARRATIVE and scene.unit == "day" and scene.last and not step:
        return add_days(scene.last, (number - weekday(scene.last)) % 7), f"next from {scene.last} on"
    which = said(match, "which")
    if which in ("the previous", "the following"):
        close = not scene.fresh and scene.near and abs(days_between(now, scene.near)) <= NEIGHBOURS
        base = scene.near if close and scene.near else now
        days = (weekday(base) - number) % 7 if which == "the previous" else -((number - weekday(base)) % 7)
        return add_days(base, -(days or (7 if which == "the previous" else -7))), f"counted from {base}"
    back = (weekday(now) - number) % 7
    if step == 1 and which.startswith("next"):
        return add_days(now, 7 - weekday(now) + number), f"in the week after {now}"
    if step == 1 or (step == 0 and scene.ahead(match)):
        return add_days(now, 7 - back if back else (7 if step else 0)), f"next after {now}"
    if step == -1:
        just_over = back == 1 and which.startswith("last")  # it would be called "yesterday", or by its name alone
        return add_days(now, -(8 if just_over else back or 7)), f"last before {now}"
    for_event = back and TAKING_PLACE.match(scene.after(match, 40)) and FOR.search(scene.before(match))
    if back and (scene.ahead(match) or (for_event and not scene.told_as_past(match))):
        return add_days(now, 7 - back), f"next after {now}"
    return add_days(now, -back), f"last up to {now}"


# What is said of a season while it lasts or comes: "it is winter in Chile", "when our winter season begins".
COMES = LazyPattern(
    r"\b(?:is|are|currently|now|(?:head|go|mov|com)\w*\s+(?:up\s+)?(?:in)?to(?:wards)?|(?:be|get|got)\s+ready\s+for|prepar\w+\s+for|for\s+the(?:\s+\w+){0,2})"
    r"\s[^.;,]{0,40}$",
    re.IGNORECASE,
)
BEGINS = LazyPattern(r"\s+(?:\w+\s+){0,2}(?:begins|starts|comes|arrives|approaches|nears|sets\s+in)\b")
MAY_COME = LazyPattern(r",?[^.;,]{0,60}?\b(?:could|may|might)\b(?!\s+have\b)")  # "in autumn it could spread"
PASSIVE = LazyPattern(r"\b(?:is|are)\s+(?:\w+\s+){0,2}\w{2,}ed\b[^.;]*$")  # "is closely watched" is not over
SOUTH = LazyPattern(  # where it is winter in July
    r"\b(?:[Ss]outhern\s+(?:[Hh]emisphere|winter|summer|spring|autumn)|South\s+(?:Africa|America|Pacific)|Australian?|Argentin\w+"
    r"|Chile(?:an)?|Brazil(?:ian)?|New\s+Zealand|Peru|Uruguay|Antarctic\w*)\b"
)
LONG = 160  # characters in which "will" still speaks of a season


def season_near(
    match: re.Match[str], scene: Scene, code: str, step: int | None, placed: bool = False
) -> tuple[int | None, str, float]:
    """The year of a season, the anchor in words, and how sure that is; `placed` where `code` is that of its months."""
    first, which = SEASONS[code], said(match, "which")
    if which.startswith(("that", "the same")) and scene.near and scene.that:
        return scene.that.year, f"the year of {scene.that}", 0.7
    if scene.mode is Mode.NARRATIVE and scene.last and step is None:
        return scene.last.year, f"the year of {scene.last}", 0.7
    now = scene.then if which.startswith("the") else scene.now
    if now is None:
        return None, "", 0.3
    if step == -1:
        return (now.year if first + 2 < now.month else now.year - 1), f"last before {now}", 0.7
    lasting = now.year if first <= now.month <= first + 2 else now.year - 1 if now.month <= first - 10 else None
    coming = lasting if lasting is not None else now.year + (first < now.month)
    if step == 1:
        return (now.year if first >= now.month else now.year + 1), f"next after {now}", 0.7
    if (step is None or code == "WI") and (scene.ahead(match) or announced(scene.before(match, LONG))):
        southern = lasting is None and not placed and SOUTH.search(scene.sentence_of(match))
        return coming, f"next after {now}", DOUBTFUL if southern else 0.7
    if step is None and lasting is None and code == "WI" and not placed and SOUTH.search(scene.sentence_of(match)):
        return now.year, f"the southern one of {now.year}", DOUBTFUL
    if step is None and lasting is not None:
        return lasting, f"the one of {now}", 0.7
    if step is None and fronted(scene.before(match)) and MAY_COME.match(scene.after(match, LONG)):
        return coming, f"next after {now}", DOUBTFUL
    if step is None and (PASSIVE.search(scene.before(match, LONG)) or not scene.told_as_past(match)):
        if COMES.search(scene.before(match)) or BEGINS.match(scene.after(match)):
            return coming, f"next after {now}", DOUBTFUL
        if (now.month - first - 2) % 12 in (1, 2):  # it has just ended
            return now.year - (code == "WI"), f"last before {now}", 0.7
        return (now.year - 1 if code == "WI" and now.month <= 6 else now.year), f"nearest to {now}", DOUBTFUL
    if step is None:
        return (now.year if first <= now.month else now.year - 1), f"last before {now}", 0.7
    if code == "WI" and now.month <= 6:
        over = lasting is not None or now.month == first - 9 or scene.told_as_past(match) or scene.opens_past(match)
        return (
            now.year - over,
            f"{'last before' if over else 'next after'} {now}",
            0.7 if lasting is not None else DOUBTFUL,
        )
    over = now.month < first and now.month <= 2 and code != "SP" and scene.told_as_past(match)
    return now.year - over, f"the year of {now}", 0.7
