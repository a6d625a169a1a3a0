"""When was it? The publication date, and the timeline's rows."""

from dataclasses import replace
from datetime import date

from tui.counted import counted
from tui.text.head.days import MONTHS
from tui.text.span import Span
from tui.ui.doing.panel.learning import Learning
from tui.ui.doing.panel.undoing import Undoing, What
from tui.ui.doing.reader import Reader
from tui.ui.page.jumps import Spot
from tui.ui.page.quoted import quoted
from tui.ui.widgets.panel.timeline_panel import Order


def a_day(text: str) -> date | None:
    """The day that a person typed; None if it is none, or could be two."""
    from tui.text.head.typed_day import days_typed  # when somebody asks for it

    days = days_typed(text, date.today())
    return days[0] if len(days) == 1 else None


def trouble_with(text: str) -> str:
    """Why this will not do for a day, in a sentence; "" where it will, and where nothing is typed."""
    from tui.text.head.typed_day import days_typed

    days = days_typed(text, date.today())
    if not text.strip() or len(days) == 1:
        return ""
    if days:
        readings = " or ".join(spelled(day) for day in days)
        return f"{text.strip()} is {readings}: write the month as a word."
    return f"{quoted(text[:24])} is no day: write it as 30 July 2019, 2019-07-30 or last Tuesday."


def spelled(day: date) -> str:
    """ "30 July 2019"."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


class Dating:
    """Dates of the article and of single events."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_set_date(self, _count: int | None) -> None:
        """Ask for the publication date; nothing gives it back to what the article says."""
        reader, pane = self._reader, self._reader.pane
        reading = pane.reading
        published = reading.analysis.published if reading.analysis else reading.article.published

        def decide(day: date | None) -> str:
            reader.part(Learning).decide(replace(reading.choices, published=day), pane)
            return f"Published on {day:%A}, {spelled(day)}." if day else "Back to the article's own date."

        def done(text: str | None) -> None:
            if text is None:
                return
            before = reading.choices.published
            said = decide(a_day(text))
            undoing = reader.part(Undoing)
            undoing.can(What.DATE, lambda: reader.say(decide(before)))
            reader.say(f"{undoing.key} undoes it: {said}")

        reader.ask(
            "Published on",
            "30 July 2019, 2019-07-30, last Tuesday ... (empty: what the article says)",
            None,
            done,
            text=str(published.day or ""),
            check=trouble_with,
        )

    def do_sort(self, _count: int | None) -> None:
        timeline = self._reader.panel.timeline
        orders = list(Order)
        timeline.order = orders[(orders.index(timeline.order) + 1) % len(orders)]
        timeline.sort_rows()

    def do_zoom_in(self, _count: int | None) -> None:
        self._zoom(-1)

    def do_zoom_out(self, _count: int | None) -> None:
        self._zoom(1)

    def do_reported(self, _count: int | None) -> None:
        timeline = self._reader.panel.timeline
        timeline.reported = not timeline.reported
        timeline.sort_rows()
        self._reader.panel.show_tabs()

    def do_background(self, _count: int | None) -> None:
        timeline = self._reader.panel.timeline
        timeline.background = not timeline.background
        timeline.sort_rows()
        self._reader.panel.show_tabs()

    def do_only_entity(self, _count: int | None) -> None:
        timeline = self._reader.panel.timeline
        selected = self._reader.reading.selected
        timeline.only = "" if timeline.only or selected is None else selected.name
        timeline.sort_rows()
        self._reader.panel.show_tabs()

    def do_next_event(self, count: int | None) -> None:
        self._walk(count or 1)

    def do_previous_event(self, count: int | None) -> None:
        self._walk(-(count or 1))

    def _zoom(self, by: int) -> None:
        self._reader.panel.timeline.zoom_by(by)

    def _walk(self, by: int) -> None:
        """Through the story in order of time; each step lands in the text."""
        reader = self._reader
        timeline = reader.panel.timeline
        rows = sorted((row for row in timeline.rows if row.interval is not None), key=lambda row: row.order)
        if not rows:
            reader.say("No dated events.")
            return
        here = reader.reading.target
        places = [row.place for row in rows]
        index = places.index(here) + by if here in places else (0 if by > 0 else len(rows) - 1)
        if not 0 <= index < len(rows):
            reader.say("That was the last event." if by > 0 else "That was the first event.")
            return
        row = rows[index]
        if row.article != reader.active:
            reader.activate(row.article)
        reader.desk.jumps.leave(Spot(reader.reading.article.source, reader.reading.cursor))
        timeline.put(timeline.rows.index(row))
        reader.go(Span(*places[index]))
        reader.say(f"{index + 1} of {counted(len(rows), 'event')}  {row.when}")
