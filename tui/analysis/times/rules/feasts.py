"""Rules for named days: Easter, Thanksgiving, D-Day."""

import re

from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.times.calendar import days_between
from tui.analysis.times.holidays import NAMES, feast_of
from tui.analysis.times.resolve import step_of
from tui.analysis.times.rule import Reading, Rule
from tui.analysis.times.scene import Mode, Scene, value_at
from tui.analysis.times.words import WHICH

ONCE = {
    "d-day": "1944-06-06",
    "ve day": "1945-05-08",
    "v-e day": "1945-05-08",
    "vj day": "1945-09-02",
    "v-j day": "1945-09-02",
}
NOT_DAY = LazyPattern(
    r"\s+(?:Island|Rising|Uprising|Offensive|egg|bunny|tree|trees|card|cards|carol|carols|present|presents|gift|gifts|shopping|parade|speech|dinner"
    r"|lights|market|markets|movie|film|song|songs|story|decorations|sales|party|bonus|massacre|Bowl|costume|candy|weekend|season|week|truce)\b"
)


def _feast(match: re.Match[str], scene: Scene) -> Reading | None:
    feast = feast_of(match)
    if match["year"]:
        return Reading(value_at(feast.day_in(int(match["year"])), "day"))
    if NOT_DAY.match(scene.after(match)):
        return None
    now, step = scene.now, step_of(match["which"])
    if now is None:
        return Reading("XXXX-XX-XX", confidence=0.3)
    if scene.mode is Mode.NARRATIVE and scene.last and not step:
        return Reading(
            value_at(feast.day_in(scene.last.year), "day"), anchor=f"the year of {scene.last}", confidence=0.7
        )
    days = [feast.day_in(year) for year in (now.year - 1, now.year, now.year + 1)]
    if step == -1:
        day, how = max(day for day in days if day < now), "last before"
    elif step == 1 or scene.ahead(match):
        day, how = min(day for day in days if day > now), "next after"
    else:
        day, how = min(days, key=lambda day: abs(days_between(now, day))), "nearest to"
    return Reading(value_at(day, "day"), anchor=f"{how} {now}", confidence=0.8)


def _once(match: re.Match[str], scene: Scene) -> Reading | None:
    return Reading(ONCE[" ".join(match[0].lower().split())], confidence=0.9)


FEASTS = (
    Rule(
        "named day", "feast", rf"\b(?:{WHICH} )?(?-i:{NAMES})\b(?:,?(?: of| in)? (?P<year>1[5-9]\d\d|20\d\d)\b)?",
        _feast, "They met on [Good Friday].", "2019-04-19",
    ),
    Rule("day of history", "feast", r"\b(?:D-Day|V-?[EJ] Day)\b", _once, "They landed on [D-Day].", "1944-06-06"),
)  # fmt: skip
