"""Rules for named days: Easter, Thanksgiving, D-Day."""

import re

from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.times.days.calendar import days_between
from tui.analysis.times.days.holidays import NAMES, feast_of
from tui.analysis.times.days.moving_feasts import PATTERN, moving_feasts
from tui.analysis.times.resolve import step_of
from tui.analysis.times.rule import Reading, Rule
from tui.analysis.times.scene import Mode, Scene, value_at
from tui.analysis.times.words import WHICH

ONCE = (  # a pattern, and the day that everybody means by it
    (r"D-Day", "1944-06-06"),
    (r"V-?E Day", "1945-05-08"),
    (r"V-?J Day", "1945-09-02"),
    (r"9/11|(?:the )?Sept(?:ember|\.)? 11(?:th)? (?:terror |terrorist )?(?:attacks?|hijackings?)", "2001-09-11"),
    (r"7/7|(?:the )?July 7(?:th)? (?:bombings?|attacks?)", "2005-07-07"),
    (r"(?:the )?Jan(?:uary|\.)? 6(?:th)? (?:riots?|attacks?|insurrection)", "2021-01-06"),
    (r"(?:the )?Oct(?:ober|\.)? 7(?:th)? (?:attacks?|massacre)", "2023-10-07"),
)
NOT_DAY = LazyPattern(
    r"\s+(?:Island|Rising|Uprising|Offensive|egg|bunny|tree|trees|card|cards|carol|carols|present|presents|gift|gifts|shopping|parade|speech|dinner"
    r"|lights|market|markets|movie|film|song|songs|story|decorations|sales|party|bonus|massacre|Bowl|costume|candy|weekend|season|week|truce)\b"
)


SURNAME = LazyPattern(  # of Rabah Ramadan, Mr Christmas, Anna Easter
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady)\.?|\b(?!(?:In|On|By|At|For|Since|This|That|Last|Next|Every|Each|During|After|Before|Until|From|And|But|The|Of|When"
    r"|As|With|Between|Holy|Happy|Merry|White|Orthodox|Muslim|Islamic|Jewish|Christian|Western|Eastern|Greek|Russian|Early"
    r"|Late|Mid|Past|Breaking|Celebrating|Observing|Fasting|Mubarak|Kareem|New|Old|First|Second|Good|Coptic|Catholic)\b)"
    r"(?<![.!?]\s)(?<!^)[A-Z][a-z]+)\s+$"
)
SAYS = LazyPattern(r"(?:,?\s+(?:said|says|told|who|a|an|the|of|from|\d\d?)\b|['’]s\b|,\s+\d\d?\b)")


def is_surname(match: re.Match[str], scene: Scene) -> bool:
    """Whether a feast is the surname of a person: behind another name, and with what is said of people."""
    before = scene.before(match, 24)
    if match["which"] or not SURNAME.search(before):
        return False
    return bool(SAYS.match(scene.after(match))) or bool(re.search(r"\b(?:said|says|told|by)\s+[A-Z][a-z]+\s+$", before))


def _feast(match: re.Match[str], scene: Scene) -> Reading | None:
    feast = feast_of(match)
    if is_surname(match, scene):
        return None
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
    elif scene.told_as_past(match):
        day, how = max(day for day in days if day <= now), "last up to"
    else:
        day, how = min(days, key=lambda day: abs(days_between(now, day))), "nearest to"
    return Reading(value_at(day, "day"), anchor=f"{how} {now}", confidence=0.8)


def _moving(match: re.Match[str], scene: Scene) -> Reading | None:
    """A feast that the moon moves; nothing where the table has no day for it."""
    feast = next(feast for index, feast in enumerate(moving_feasts()) if match[f"moving{index}"])
    how, now, step = "", scene.now, step_of(match["which"])
    if is_surname(match, scene):
        return None
    if match["year"]:
        days = feast.in_year(int(match["year"]))
    elif now is None:
        return Reading("XXXX-XX-XX", confidence=0.3)
    elif scene.mode is Mode.NARRATIVE and scene.last and not step:
        days, how = feast.in_year(scene.last.year), f"the year of {scene.last}"
    elif step is None and (lasting := feast.in_year(now.year)) and lasting.first <= now <= lasting.last:
        days, how = lasting, f"the one of {now}"
    elif step == -1 or scene.told_as_past(match):
        days, how = feast.before(now), f"last up to {now}"
    elif step == 1 or scene.ahead(match):
        days, how = feast.after(now), f"next after {now}"
    else:
        found = [days for days in (feast.before(now), feast.after(now)) if days]
        days = min(found, key=lambda days: abs(days_between(now, days.first)), default=None)
        how = f"nearest to {now}"
    if days is None and now is not None and not match["year"] and scene.mode is Mode.NEWS:
        days, how = feast.before(now) or feast.after(now), f"the only one known near {now}"
    if days is None:
        return None
    value = value_at(days.first, "day") if days.first == days.last else f"{days.first}/{days.last}"
    return Reading(value, interval=days, anchor=how, confidence=0.9 if match["year"] else 0.75)


def _once(match: re.Match[str], scene: Scene) -> Reading | None:
    return Reading(ONCE[(match.lastindex or 1) - 1][1], confidence=0.9)


FEASTS = (
    Rule(
        "named day", "feast", rf"\b(?:{WHICH} )?(?-i:{NAMES})\b(?:,?(?: of| in)? (?P<year>1[5-9]\d\d|20\d\d)\b)?",
        _feast, "They met on [Good Friday].", "2019-04-19",
    ),
    Rule(
        "feast that moves", "moving feast",
        rf"\b(?:{WHICH} )?(?-i:{PATTERN})\b(?:,?(?: of| in)? (?P<year>(?:19|20)\d\d)\b)?(?! (?:Hamid|offensive|war))",
        _moving, "Guns fell silent for [Ramadan].", "2019-05-06/2019-06-03",
    ),
    Rule(
        "day of history", "digit", rf"(?<![\w/])(?:{'|'.join(f'({pattern})' for pattern, _ in ONCE[3:])})(?![\w/])",
        lambda match, scene: Reading(ONCE[(match.lastindex or 1) + 2][1], confidence=0.9, carries=False),
        "The killings of [9/11] changed the law.", "2001-09-11",
    ),
    Rule(
        "day of the war", "feast", rf"\b(?:{'|'.join(f'({pattern})' for pattern, _ in ONCE[:3])})\b",
        _once, "They landed on [D-Day].", "1944-06-06",
    ),
)  # fmt: skip
