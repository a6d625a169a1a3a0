"""Time expressions get the dates the reader gave them, and the rows of the timeline that hang on them follow."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.model import Analysis, Interval, Status, TimeExpression, TimelineEvent, TimeType
from tui.analysis.repairs.passages import best_match, occurrences, unmoved
from tui.analysis.repairs.repairs import Redate
from tui.analysis.times.days.calendar import interval_of
from tui.analysis.times.days.edtf import edtf_of
from tui.text.span import Span

CORRECTED = "corrected"
SET_BY_READER = "set by the reader"
_NO_DAYS = re.compile(r"(?:PAST|PRESENT|FUTURE)_REF|PT?\d+(?:\.\d+)?[A-Z]{1,2}")


class Redating:
    """The times and rows of one article while dates are set."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.times = list(analysis.times)
        self.events = list(analysis.events)
        self.changed = False

    def find(self, rule: Redate, loose: str) -> Span | None:
        """Where the words of a rule stand in the article now; None if they are gone."""
        here = unmoved(loose, rule.time)
        return here or best_match(loose, rule.time, occurrences(loose, rule.time.exact, whole=False))

    def at(self, span: Span) -> tuple[TimeExpression, ...] | None:
        """The expressions that stand for these words, both ends of a range; () if none does yet.

        One may have grown or shrunk a little, as "on Tuesday" does. None if the words are only part of another."""
        near = tuple(time for time in self.times if time.span.start < span.end and span.start < time.span.end)
        if len(near) > 1 and all(span.contains(time.span) for time in near):
            return near
        best = max(near, key=lambda time: _likeness(time.span, span), default=None)
        if best is None:
            return ()
        return (best,) if _likeness(best.span, span) >= 0.5 else None

    def redate(self, old: tuple[TimeExpression, ...], span: Span, value: str) -> bool:
        """One expression at `span` with this value takes the place of `old`; False where nothing changes."""
        place = old[0].span if len(old) == 1 else span
        if not value:
            self._put(old, (), place)
            return bool(old)
        interval = interval_of(value)
        edtf = edtf_of(interval, value) if interval else ""
        new = TimeExpression(place, _type_of(value), value, "", interval, edtf, CORRECTED, SET_BY_READER)
        if old == (new,):
            return False
        self._put(old, (new,), place)
        if interval and all(time.interval is None for time in old):
            self._add_row(new, interval)
        return True

    def _add_row(self, time: TimeExpression, interval: Interval) -> None:
        """What had no date has one now: its sentence enters the timeline, and is no longer merely reported."""
        sentence = next((each for each in self.analysis.sentences if each.contains(time.span)), None)
        if sentence is None or any(event.time and event.time.overlaps(time.span) for event in self.events):
            return
        beside = [event.clause for event in self.events if event.time and event.clause.contains(time.span)]
        clause = min(beside, key=lambda span: span.end - span.start, default=sentence)
        taking = sorted(
            (mention.span.start, index)
            for index, entity in enumerate(self.analysis.entities)
            for mention in entity.mentions
            if clause.contains(mention.span)
        )
        who = tuple(dict.fromkeys(index for _, index in taking))
        row = TimelineEvent(interval, _row_value(time), time.edtf, sentence, clause, time.span, who, Status.DATED)
        self.events = [event for event in self.events if event.time or event.sentence != sentence] + [row]

    def rows(self) -> tuple[TimelineEvent, ...]:
        """The timeline, in order of time again."""
        if self.changed:
            self.events.sort(key=lambda event: (event.interval, event.clause))
        return tuple(self.events)

    def _put(self, old: Sequence[TimeExpression], new: Sequence[TimeExpression], place: Span) -> None:
        self.changed = True
        spans = {time.span for time in old}
        kept = [time for time in self.times if time.span not in spans]
        first = bisect_left(kept, place, key=lambda time: time.span)
        self.times = [*kept[:first], *new, *kept[first:]]
        self.events = [row for event in self.events if (row := self._follow(event, place)) is not None]

    def _follow(self, event: TimelineEvent, span: Span) -> TimelineEvent | None:
        """The row as its expressions now date it; None where they no longer do."""
        if event.time is None or event.time.start >= span.end or span.start >= event.time.end:
            return event
        start, end = event.time
        dating = [time for time in self.times if time.span.start < end and start < time.span.end]
        dated = [(time, time.interval) for time in dating if time.interval is not None]
        if not dated:
            return None
        if len(dated) == 1:
            time, interval = dated[0]
            value, edtf = _row_value(time), time.edtf
        else:
            days = [days for _, days in dated]
            interval = Interval(min(day.first for day in days), max(day.last for day in days))
            ends = sorted(dated, key=lambda each: each[1])
            value, edtf = f"{_row_value(ends[0][0])}/{_row_value(ends[-1][0])}", edtf_of(interval)
        return replace(event, interval=interval, value=value, edtf=edtf, uncertain=False)


def _row_value(time: TimeExpression) -> str:
    return time.value.split("T", 1)[0]


def _likeness(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))


def _type_of(value: str) -> TimeType:
    if value.startswith("P") and value[1:2].isdigit():
        return TimeType.DURATION
    return TimeType.TIME if "T" in value else TimeType.DATE


def denotes(value: str) -> bool:
    """Whether a value says when: days of the calendar, a duration, or past, present and future."""
    return interval_of(value) is not None or _NO_DAYS.fullmatch(value) is not None
