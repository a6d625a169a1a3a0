"""A dated clause becomes its signs: what could be counted of rows that turned out right or wrong."""

import re
from collections.abc import Iterator
from itertools import compress
from typing import NamedTuple

from tui.analysis.document import Sentence
from tui.analysis.events.clauses import Clause
from tui.analysis.events.verbs import Tense
from tui.analysis.model import Day, Interval
from tui.analysis.times.days.calendar import days_between
from tui.text.span import Span

# The kinds of expressions; of two that match the earlier one counts.
KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("today", r"\b(?:today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening)|overnight)\b"),
        (
            "hour",
            r"^(?!.*day\b)(?:.*\d[:.]\d\d|.*\d ?[ap]\.?m\b|.*o[’']clock|.*\b(?:noon|midnight|midday)\b"
            r"|.*\b(?:morning|afternoon|evening|night)s?$)",
        ),
        ("season", r"\b(?:summer|winter|autumn|spring|fall|season)\b"),
        ("weekday", r"^\D*\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b\D*$"),
        ("day of a year", r"(?=.*\b\d{1,2}(?:st|nd|rd|th)?\b).*\b(?:1\d{3}|20\d\d)\b"),
        ("year", r"^(?:1\d{3}|20\d\d)s?$"),
        ("part of a year", r"\b(?:1\d{3}|20\d\d)"),
        ("day of a month", r"(?-i:\b[A-Z][a-z]{2,})\.? (?:the )?\d|\d(?:st|nd|rd|th)? (?:of )?(?-i:[A-Z][a-z]{2,})"),
        ("distance", r"\bago\b|\b(?:earlier|later|before|after\w*|since|on|time)$"),
        ("from then", r"\b(?:next|following|same|previous|that)\b"),
        ("unit", r"\b(?:last|this|past|coming|current|the|earlier|later)\b"),
        ("month", r"^(?:early |late |mid-)?(?-i:[A-Z][a-z]{2,})"),
        ("other", r""),
    )
)
OPEN = re.compile(
    r"\b(?:would|could|may|might|should|must|can|if|unless|whether|hop(?:es?|ed|ing)|wants?|wanted|plan(?:s|ned|ning)?|aim(?:s|ed)?"
    r"|expect(?:s|ed)?|likely|possibl[ey]|perhaps|maybe|intend\w*|due|scheduled|supposed|needs?|needed)\b",
    re.IGNORECASE,
)
COMING = re.compile(r"\b(?:will|shall|going to|is to|are to)\b|['’]ll\b", re.IGNORECASE)
MEASURED = re.compile(
    r"\b(?:than|similar|compar\w+|worst|largest|biggest|highest|lowest|most|record|usually|often|always|normally|typically"
    r"|every|each|like|same|average|ever|never|not|no)\b|n['’]t\b",
    re.IGNORECASE,
)
SPEAKER = re.compile(r"\b(?:I|me|my|we|We|our|us|you|You|your)\b")
BESIDE = re.compile(r"\s*[-–—|:(]")
BEFORE_IT = re.compile(r"[-–—|:(]\s*$")
LED = re.compile(
    r"\b(?:on|in|at|from|of|since|during|by|to|and|until|between|for|late|early|over|around|about|the)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
BOUNDED = re.compile(r"\b(?:for|by|until|till|to|through|before|after|ahead of|than)\s+(?:the\s+)?$", re.IGNORECASE)
OF = re.compile(r"\bof\s+(?:the\s+)?$")
NAME = re.compile(r"\s+[A-Z]")
MARKS = re.compile(r"“|”|\"|''|``")
ANCHOR_DAY = re.compile(r"-?\d{4,}-\d\d-\d\d")
NEEDS_LEADING = frozenset({"weekday", "year", "month", "day of a year", "day of a month", "part of a year"})
YEAR, YEARS, LONG, PAGE, SENTENCE, VERB, WEEKDAY = 300, 730, 300, 5000, 45, 100, 5
MANY = 3
WEEK = 7  # days
UNSURE = 0.75


class Placed(NamedTuple):
    """A date in its clause and sentence, with what the rules know of it."""

    text: str
    paragraph: int  # where it begins
    sentence: Sentence
    clause: Clause
    time: Span
    interval: Interval
    dates: int  # different ones in the sentence
    anchor: str
    confidence: float
    doubted: bool  # by a rule
    today: Day | None


def kind_of(words: str) -> str:
    """Which kind of expression the words of a date are."""
    return next(name for name, pattern in KINDS if pattern.search(words))


def signs_of(placed: Placed) -> Iterator[str]:
    """The names of the signs that a row has."""
    text, clause, time, today = placed.text, placed.clause, placed.time, placed.today
    kind = kind_of(" ".join(text[slice(*time)].split()))
    yield kind
    if clause.tense in (Tense.PRESENT, Tense.NONE, Tense.PAST):
        yield f"verb: {clause.tense.value}"
    before = text[clause.span.start : time.start]
    whole = text[slice(*clause.span)]
    first, last = placed.interval
    ahead = today is not None and days_between(today, first) > 0
    over = today is not None and days_between(last, today) > 0
    back = days_between(last, today) if today is not None else 0
    own = kind == "today" and back > WEEK  # a dated letter, whose day was counted from
    open_mark = not own and is_quoted(text, placed.paragraph, time.start)
    verb = placed.sentence.tokens[clause.verb].span.start if clause.verb is not None else time.start
    led = placed.anchor
    told_from = ANCHOR_DAY.search(led) if led.startswith("counted from") else None
    signs = (
        ("in quotation marks", open_mark),
        ("somebody's today", open_mark and kind in ("today", "hour")),
        ("I, we or you", SPEAKER.search(whole) is not None),
        ("open, and over", over and OPEN.search(before) is not None),
        ("open", OPEN.search(whole) is not None),
        ("coming, and over", over and COMING.search(before) is not None),
        ("ahead", ahead),
        ("ahead, told as over", ahead and clause.tense is Tense.PAST),
        ("measured or denied", MEASURED.search(whole) is not None),
        ("doubted by a rule", placed.doubted),
        ("unsure reading", placed.confidence < UNSURE),
        ("many dates", placed.dates >= MANY),
        ("long sentence", len(placed.sentence.tokens) > SENTENCE),
        ("far from its verb", abs(time.start - verb) > VERB),
        ("before its verb", time.start < verb),
        ("long page", len(text) > PAGE),
        ("owns what follows", text.startswith(("'s", "’s"), time.end)),
        ("a name behind", NAME.match(text, time.end) is not None),
        ("a dash or colon beside", bool(BESIDE.match(text, time.end) or BEFORE_IT.search(before))),
        ("nothing leads it", kind in NEEDS_LEADING and LED.search(before) is None),
        ("a bound", BOUNDED.search(before) is not None),
        ("of", OF.search(before) is not None),
        ("year carried on", led.startswith("the year of")),
        ("day carried on", told_from is not None and today is not None and told_from[0] != str(today)),
        ("weekday long over", kind == "weekday" and back >= WEEKDAY),
        ("long time", days_between(first, last) > LONG and "year" not in kind),
        ("years back", back > YEARS),
        ("subordinate", clause.subordinate),
    )
    yield from compress((name for name, _ in signs), (there for _, there in signs))


def is_quoted(text: str, paragraph: int, place: int) -> bool:
    """Whether a quotation of its paragraph is open at a place."""
    marks = MARKS.findall(text, paragraph, place)
    curly = marks.count("“") > marks.count("”")
    straight = marks.count('"') % 2 == 1 or (marks.count("''") + marks.count("``")) % 2 == 1
    return curly or straight
