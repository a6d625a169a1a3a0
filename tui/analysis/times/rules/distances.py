"""Rules for dates so far from another one: two years ago, a year earlier, weeks later, the day before."""

import re
from dataclasses import replace

from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.times.lengths import CLOSE, QUANTITY, quantity
from tui.analysis.times.resolve import DOUBTFUL, step_of, weekday_near
from tui.analysis.times.rule import Reading, Rule, said
from tui.analysis.times.rules.deictic import counted
from tui.analysis.times.scene import Mode, Scene, shift, value_at
from tui.analysis.times.words import ABOUT, UNIT, WEEKDAY, WHICH, meaning, mod_of

HALF = LazyPattern(r"\bhalf\s+$")
FINENESS = {"day": 0, "week": 1, "month": 2, "quarter": 3, "half": 4, "year": 5, "decade": 6, "century": 7}


def _ago(match: re.Match[str], scene: Scene) -> Reading | None:
    """Counted from the publication date: "two years ago", "six months from now"."""
    unit, count = meaning("unit", match["unit"]), quantity(match)
    back = match["side"].lower().startswith(("ago", "back"))
    base = scene.now
    if count == 1 and unit in ("year", "decade") and HALF.search(scene.before(match, 6)):
        count = 0.5  # "over half a year ago"
    if count is None:
        return Reading("PAST_REF" if back else "FUTURE_REF", confidence=0.6)
    if unit in CLOSE:
        return counted(base, 0, "day", "counted from", sure=0.7)
    if base and match["exactly"] and count == int(count):
        step = {"yesterday": -1, "tomorrow": 1}.get(said(match, "exactly"), 0)
        day = shift(shift(base, step, "day"), int(count) * (-1 if back else 1), unit)
        return Reading(value_at(day, "day"), anchor=f"counted from {base}", confidence=0.95)
    if unit == "year" and count == 1 and back and scene.quarter and scene.unit == "quarter" and scene.mode is Mode.NEWS:
        return replace(counted(scene.quarter, -4, "quarter", "counted from"), carries=False)
    if count != int(count):
        count, unit = (count * 12, "month") if unit == "year" else (int(count), unit)
    mod = "" if mod_of(match["about"]) == "" and not match["so"] else "APPROX"
    found = counted(base, int(count) * (-1 if back else 1), unit, "counted from", mod)
    return replace(found, carries=not (back and unit == "year" and count == 1))


def _later(match: re.Match[str], scene: Scene) -> Reading | None:
    """Counted from the date mentioned before: "a year earlier", "two days later"."""
    unit, count = meaning("unit", match["unit"]), quantity(match)
    back = not match["side"].lower().startswith(("later", "after", "on"))
    if count is None:
        return Reading("PAST_REF" if back else "FUTURE_REF", confidence=0.5)
    if unit in CLOSE:
        if scene.unit not in ("day", ""):
            return Reading("PAST_REF" if back else "FUTURE_REF", confidence=0.5)  # an hour after a month: which day?
        return counted(scene.then, 0, "day", "counted from", sure=DOUBTFUL if scene.is_far(match) else 0.5)
    if FINENESS.get(unit, 9) < FINENESS.get(scene.unit, 0):
        return Reading("PAST_REF" if back else "FUTURE_REF", confidence=0.5)  # two days after a year: which day?
    past = scene.told_as_past(match) or scene.opens_past(match)
    if match["side"].lower() == "on" and scene.mode is Mode.NEWS and not past:
        return Reading("PRESENT_REF", confidence=0.6)  # "six months on, the town lies in ruins"
    if unit == "year" and back and scene.unit == "quarter" and scene.quarter:
        return replace(counted(scene.quarter, -4 * int(count), "quarter", "counted from"), carries=False)
    if unit == "year" and back and scene.unit in ("month", "half") and scene.last:
        return replace(counted(shift(scene.last, -int(count), "year"), 0, scene.unit, "counted from"), carries=False)
    if count != int(count):
        count, unit = (count * 12, "month") if unit == "year" else (int(count), unit)
    sure = DOUBTFUL if scene.last is None else 0.7  # nothing was told yet that it could be later than
    found = counted(scene.then, int(count) * (-1 if back else 1), unit, "counted from", mod_of(match["about"]), sure)
    looks_back = back and unit in ("year", "decade", "century") and scene.before(match).strip()
    return replace(found, carries=not looks_back)


def _vaguely(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "weeks earlier", "years later": nobody says how many."""
    back = not match["side"].lower().startswith(("later", "after"))
    return Reading("PAST_REF" if back else "FUTURE_REF", confidence=0.5)


def _beside_weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "the day before last Tuesday"."""
    day, _ = weekday_near(match, scene, int(meaning("weekday", match["weekday"])) - 1, step_of(match["which"]))
    return counted(day, -1 if match["side"].lower() == "before" else 1, "day", "counted from") if day else None


def _next_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "the day before", "the day after": unresolved where an event follows that no date is known of."""
    after = scene.after(match)
    if re.match(
        r"\s+(?:the|a|an|his|her|their|its|he|she|they|it|[A-Z]|\d+\s+\w"
        r"|(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|some|several|many|people|police)\b"
        r"|[a-z]+s\s+(?:were|had|came|met|left|began|took|went|found|[a-z]{2,}ed)\b)",
        after,
    ):
        return None
    if FINENESS.get(scene.unit, 0) > FINENESS["week"]:
        return None  # the day before a month is none
    return counted(scene.last, 1 if match["side"].lower() != "before" else -1, "day", "counted from", sure=0.7)


DISTANCES = (
    Rule(
        "so long ago", "unit ago",
        rf"\b(?:{ABOUT} )?{QUANTITY}[- ]{UNIT}(?P<so> or so)? (?P<side>ago|from now|from today|hence|back(?= (?:when"
        r"|in)))\b(?P<exactly> (?:today|yesterday|tomorrow)\b)?",
        _ago, "They met [two years ago].", "2017",
    ),
    Rule(
        "so long before or after", "unit aside",
        rf"\b(?:{ABOUT} )?{QUANTITY}[- ]{UNIT} (?P<side>earlier(?! than)|later(?! than)|before(?= ?[.,;:)])"
        "|previously|afterwards?|beforehand|prior(?! to)|on(?=,))",
        _later, "He resigned on 3 May 2018 and returned [a year later].", "2019",
    ),
    Rule(
        "some time before or after", "unit",
        r"(?<!\bfew\s)\b(?P<unit>years|months|weeks|days|decades|hours|minutes)"
        r" (?P<side>earlier|later|ago|afterwards|beforehand)\b(?! than)",
        _vaguely, "They had arrived [weeks earlier].", "PAST_REF",
    ),
    Rule(
        "day beside a weekday", "weekday", rf"\b(?:the )?day (?P<side>before|after) (?:{WHICH} )?{WEEKDAY}\b",
        _beside_weekday, "He called [the day before last Friday].", "2019-07-25",
    ),
    Rule(
        "day before or after", "unit",
        r"\b(?:the )?(?<!\ba\s)(?<!\bone\s)day (?P<side>before|after(?! day\b)|following)\b",
        _next_day, "It fell on 3 May 2018; [the day before], they met.", "2018-05-02",
    ),
)  # fmt: skip
