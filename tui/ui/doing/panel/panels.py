"""The panel beside the text: which list, which row, and where a row leads."""

from collections.abc import Callable
from functools import partial

from tui.text.span import Span
from tui.ui.doing.landing import Landing
from tui.ui.doing.panel.chronicling import Chronicling
from tui.ui.doing.panel.quoting import Quoting
from tui.ui.doing.reader import Reader
from tui.ui.keys import contexts
from tui.ui.page.jumps import Spot
from tui.ui.reading.side_panel import TABS

DIGITS = 9  # rows that can be chosen from the text, by the digit before them


class Panels:
    """Keys of the panel and those that lead to it."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_entities(self, _count: int | None) -> None:
        self._reader.open_panel("entities")

    def do_timeline(self, _count: int | None) -> None:
        if self._reader.panel.whole:
            self._reader.part(Chronicling).close()
        self._reader.open_panel("timeline")

    def do_quotes(self, _count: int | None) -> None:
        self._reader.open_panel("quotes")

    def do_figures(self, _count: int | None) -> None:
        self._reader.open_panel("figures")

    def do_notes(self, _count: int | None) -> None:
        self._reader.open_panel("notes")

    def do_panel(self, _count: int | None) -> None:
        self.toggle()

    def do_switch(self, count: int | None) -> None:
        self._switch(count or 1)

    def do_switch_back(self, count: int | None) -> None:
        self._switch(-(count or 1))

    def do_next_tab(self, _count: int | None) -> None:
        self._turn(1)

    def do_previous_tab(self, _count: int | None) -> None:
        self._turn(-1)

    def do_row_down(self, count: int | None) -> None:
        self._reader.panel.current.move(count or 1)

    def do_row_up(self, count: int | None) -> None:
        self._reader.panel.current.move(-(count or 1))

    def do_row_page_down(self, count: int | None) -> None:
        self._reader.panel.current.move((count or 1) * self._reader.panel.current.page_rows)

    def do_row_page_up(self, count: int | None) -> None:
        self._reader.panel.current.move(-(count or 1) * self._reader.panel.current.page_rows)

    def do_row_top(self, count: int | None) -> None:
        self._reader.panel.current.put((count or 1) - 1)

    def do_row_bottom(self, count: int | None) -> None:
        view = self._reader.panel.current
        view.put(view.count - 1 if count is None else count - 1)

    def do_choose(self, _count: int | None) -> None:
        """Go where the row under the cursor leads."""
        reader, panel = self._reader, self._reader.panel
        if panel.tab == "entities":
            index = panel.entities.under_cursor
            if index is not None:
                reader.part(Landing).select_entity(index, jump=True)
        elif panel.tab == "timeline":
            row = panel.timeline.under_cursor
            if row is not None:
                reader.part(Landing).show_event(row)
        elif panel.tab in ("quotes", "figures"):
            reader.part(Quoting).go_to_words()
        else:
            placed = panel.notes.under_cursor
            if placed is not None and placed.span is not None:
                reader.desk.jumps.leave(Spot(reader.reading.article.source, reader.reading.cursor))
                reader.go(placed.span)
                reader.leave_overlay()

    def do_filter(self, _count: int | None) -> None:
        """Narrow the rows as one types."""
        panel = self._reader.panel
        before = panel.current_filter

        def done(text: str | None) -> None:
            panel.set_filter(before if text is None else text)
            self._reader.give_keys(panel.current)

        self._reader.ask("/", f"Filter {panel.tab}", panel.set_filter, done, text=before)

    def do_their_timeline(self, _count: int | None) -> None:
        """From an entity to its own timeline."""
        reader = self._reader
        index = reader.panel.entities.under_cursor
        if index is not None:
            reader.part(Landing).select_entity(index, jump=False)
            reader.panel.timeline.only = reader.reading.entities[index].name
            reader.panel.timeline.sort_rows()
            reader.open_panel("timeline")

    def open_selected(self) -> None:
        """The list of entities with its cursor on the selected one, whatever it was filtered by."""
        reader, entities = self._reader, self._reader.panel.entities
        if reader.reading.entity not in entities.indices:
            entities.set_filter("")
            entities.find(reader.reading.entity)
        reader.open_panel("entities")

    def open_time(self, time: Span) -> None:
        """The timeline with its cursor on the row that a date makes."""
        reader, timeline = self._reader, self._reader.panel.timeline
        row = timeline.row_of(time, reader.active)
        if row is None:
            reader.say("This date makes no row of the timeline as it is shown: i explains it.")
            return
        reader.open_panel("timeline")
        timeline.put(row)

    def number_alone(self, number: int) -> tuple[str, Callable[[], None]] | None:
        """In a list the row. An entity is selected there and in the text, where the next time leads to its mentions."""
        reader = self._reader
        indices = reader.panel.entities.indices
        in_text = reader.context == contexts.ARTICLE
        if not in_text and reader.context != contexts.ENTITIES:
            return reader.panel.current.row_alone(number) if reader.has_keys(reader.panel.current) else None
        if not 0 < number <= (min(DIGITS, len(indices)) if in_text else len(indices)):
            return None
        index = indices[number - 1]
        again = in_text and reader.reading.entity == index
        words = f"{reader.reading.entities[index].name}, or a motion {number} times"
        return words, partial(reader.part(Landing).select_entity, index, jump=again)

    def toggle(self) -> None:
        """Show or hide the panel."""
        reader = self._reader
        if reader.panel.whole:
            reader.part(Chronicling).close()
        elif reader.wide:
            reader.panel_wanted = reader.panel.display = not reader.panel.display
            if not reader.panel.display:
                reader.give_keys(reader.pane.view)
        elif reader.panel.display:
            reader.leave_overlay()
        else:
            reader.open_panel(reader.panel.tab)

    def _switch(self, by: int) -> None:
        """From pane to pane to panel and round."""
        reader = self._reader
        stops = len(reader.panes) + 1
        here = len(reader.panes) if reader.has_keys(reader.panel.current) else reader.active
        there = (here + by) % stops
        if there == len(reader.panes):
            reader.open_panel(reader.panel.tab)
        else:
            reader.activate(there)
            reader.leave_overlay()

    def _turn(self, by: int) -> None:
        self._reader.open_panel(TABS[(TABS.index(self._reader.panel.tab) + by) % len(TABS)])
