"""Dates that may be others: what is told as over cannot lie ahead, and "tonight" is the day of whoever says so."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.document import Sentence
from tui.analysis.events.clause_words import words
from tui.analysis.events.clauses import Clause
from tui.analysis.events.dating import Dated
from tui.analysis.events.likely.signs import is_quoted
from tui.analysis.events.verbs import Tense, plain
from tui.analysis.model import Day, TimelineEvent
from tui.analysis.times.days.calendar import days_between

PLANNING = words("planning")
AHEAD = re.compile(
    r"\b(?:to|for|towards?|ahead|until|till|through|from|upcoming|next|would|will|could|coming|planned)\b"
)
FIXED = re.compile(r"\d{4}|\b(?:ago|last|yesterday|earlier|this|past|previous)\b|[’']\d\d\b", re.IGNORECASE)
THIS_WEEK = re.compile(r"this week(?:end)?|(?:earlier|early|later) this week", re.IGNORECASE)
COMING = frozenset({"will", "shall", "won't"})
HAD = re.compile(r"\bhad\b")
DUE = re.compile(
    r"\b(?:was|were)\s+(?:(?:also|originally|initially)\s+)?(?:due|scheduled|supposed|meant)\s+to\b(?:(?!\b[a-z]+ed\b)[^,;:]){0,80}$"
)
SET_TO = re.compile(rf"{DUE.pattern}|\b(?:was|were)\s+(?:\w+ly\s+)?set\s+to\b[^,;:]{{0,80}}$")
GIVEN_UP = re.compile(
    r"\b(?:swap|withdr|pull(?:ed)?\s+out|drop(?:ped)?\s+out|cancel|abandon|scrap|call(?:ed)?\s+off|postpone|g[ai]ven?\s+up|shelve"
    r"|instead|no\s+longer)"
)
CONVENED = re.compile(
    r"\b(?:convened?|summoned|called)\s+(?:for\s+)?(?:an?|the)\s+(?:[\w-]+\s+){0,2}(?:meeting|summit|session|conference|gathering"
    r"|talks)\b[^.;,]{0,80}\bon\s+$"
)
PLANNED = re.compile(r"\b(?:planned|scheduled|proposed|intended|projected|aborted|abandoned|cancelled|canceled)\s+$")
TO_TALK = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+to\s+[a-z]{3,}")
FORE = re.compile(  # what is done before a thing is not done on its day
    r"\b(?:(?:[Ii]n\s+advance|[Aa]head|[Oo]n\s+the\s+eve|[Ii]n\s+anticipation)\s+of|[Pp]rior\s+to|[Bb]efore)\s+(?:the\s+)?$"
)
CLOCK = re.compile(r"(?:at |about |around )?(?:\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\.?|\d{1,2}[:.]\d\d)", re.IGNORECASE)
AROUND = re.compile(r"\s+(?:school\s+)?(?:holidays?|vacation|break|season|period|recess)\b", re.IGNORECASE)
FEAST = re.compile(
    r"(?:(?:the|last|this|over) )*(?:easter|christmas|new year(?:['’]s)?|passover|whitsun)", re.IGNORECASE
)

POINTING = re.compile(  # days that are counted from the day on which somebody speaks
    r"(?:earlier |later |late |early )?(?:today|tonight|yesterday|tomorrow|last night"
    r"|this (?:morning|afternoon|evening)|overnight)"
    r"|(?:at |about |around )?(?:\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?|(?:\w+ )?o[’']clock.*|noon|midnight)",
    re.IGNORECASE,
)
NEAR = 2  # days
WEEK = 7
WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
YESTERDAY = re.compile(r"(?:early |late |later )?yesterday(?: (?:morning|afternoon|evening))?", re.IGNORECASE)
OWNING = ("'s", "’s", " night's", " night’s")
LASTING = frozenset(  # how things are, not what is done on a day
    {"remains", "remain", "lives", "live", "stands", "stand", "faces", "face", "seems", "seem", "looks"}
)
FIRST_PERSON = re.compile(r"\b(?:I|me|my|myself)\b")


def depends_on_speaker(text: str, paragraph: int, clause: Clause, date: Dated, published: Day) -> bool:
    """Whether only somebody's own day, which need not be that of the article, says when: "tonight" in a quotation.

    `paragraph` is where its paragraph begins. "Today" in the present is rather "these days"."""
    if POINTING.fullmatch(text, *date.time) is None or abs(days_between(date.interval.first, published)) > NEAR:
        return False
    if (
        clause.tense is Tense.PRESENT
        and not clause.reporting
        and text[date.time.start : date.time.end].lower() == "today"
    ):
        return True
    if FIRST_PERSON.search(text, *clause.span):
        return True  # somebody tells it, and not every page puts quotation marks round that
    return is_quoted(text, paragraph, date.time.start)


def is_nowadays(text: str, paragraph: int, sentence: Sentence, clause: Clause, date: Dated) -> bool:
    """Whether "today" in what somebody says of how things are is no day: "Today, the opposition remains weak"."""
    if text[date.time.start : date.time.end].lower() != "today" or clause.tense is not Tense.PRESENT:
        return False
    if clause.verb is None or clause.reporting or plain(sentence.tokens[clause.verb].text) not in LASTING:
        return False
    return is_quoted(text, paragraph, date.time.start)


def contradicts(text: str, sentence: Sentence, clause: Clause, date: Dated, published: Day) -> bool:
    """Whether verb and date of a clause do not fit an article of that day, so that the date may be another one."""
    if FEAST.fullmatch(text, *date.time) and AROUND.match(text, date.time.end):
        return True  # "in the Easter holidays" is some day near it
    looks_back = clause.tense is Tense.PLUPERFECT or (
        clause.tense not in (Tense.PAST, Tense.AHEAD)
        and HAD.search(text, sentence.span.start, date.time.start) is not None
    )
    if text.startswith(OWNING[:2], date.time.end) and FORE.search(text, clause.span.start, date.time.start):
        return True
    if PLANNED.search(text, clause.span.start, date.time.start) and date.interval.last < published:
        return True  # "his planned July 2009 concerts": were they ever given?
    if looks_back and CLOCK.fullmatch(text, *date.time):
        return True  # in a look back, an hour is seldom one of today
    if clause.verb is None:
        return False
    if date.interval.last < published and DUE.search(text, clause.span.start, date.time.start):
        return True  # it did not come to it, or is told of another year
    if SET_TO.search(text, clause.span.start, date.time.start) and GIVEN_UP.search(text, *sentence.span):
        return True
    if TO_TALK.match(text, date.time.start) and CONVENED.search(text, clause.span.start, date.time.start):
        return date.interval.first != published  # called then, or called for then
    if clause.tense is Tense.PAST and THIS_WEEK.fullmatch(text, *date.time):
        return date.interval.first >= published  # told on a Monday of what is over
    verb = sentence.tokens[clause.verb]
    between = text[verb.span.end : date.time.start]  # nothing where the date comes first
    if clause.tense in (Tense.PAST, Tense.PLUPERFECT) and not clause.reporting:
        ahead = days_between(published, date.interval.first) > 1
        return ahead and plain(verb.text) not in PLANNING and not AHEAD.search(between)
    if clause.tense is Tense.AHEAD and plain(verb.text) in COMING and verb.span.end <= date.time.start:
        behind = days_between(date.interval.last, published) > 1
        return behind and not FIXED.search(text, *date.time)
    return False


def with_two_weeks_doubted(text: str, rows: Sequence[TimelineEvent]) -> list[TimelineEvent]:
    """The rows, those doubted that hang on "Monday's debate" where the article speaks of two Mondays, a week apart."""
    days: dict[str, set[Day]] = {}
    for row in rows:
        if (name := _weekday_in(text, row)) is not None:
            days.setdefault(name, set()).add(row.interval.first)
    both = {name for name, found in days.items() if days_between(min(found), max(found)) == WEEK}
    return [
        replace(row, uncertain=True)
        if row.time and text.startswith(OWNING, row.time.end) and _weekday_in(text, row) in both
        else row
        for row in rows
    ]


def with_two_clocks_doubted(text: str, rows: Sequence[TimelineEvent]) -> list[TimelineEvent]:
    """The rows, those of "yesterday" doubted where the article calls the same day by its name.

    A writer does one or the other: so one of the two days is counted from another day than the article's."""
    named = {row.interval for row in rows if row.time is not None and WEEKDAY.fullmatch(text, *row.time)}
    return [
        replace(row, uncertain=True)
        if row.time is not None and row.interval in named and YESTERDAY.fullmatch(text, *row.time)
        else row
        for row in rows
    ]


def _weekday_in(text: str, row: TimelineEvent) -> str | None:
    found = WEEKDAY.search(text, *row.time) if row.time is not None else None
    return found[0] if found is not None else None
