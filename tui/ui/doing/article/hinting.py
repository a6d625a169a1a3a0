"""Letters on everything in view that can be selected; typing them selects it."""

from collections.abc import Callable
from functools import partial
from itertools import product

from tui.analysis.quotes.said import QuoteRow
from tui.text.article import MarkKind
from tui.text.places import note_words
from tui.text.span import Span
from tui.ui.doing.landing import Landing
from tui.ui.doing.reader import Reader
from tui.ui.keys.completion import first_line
from tui.ui.page.jumps import Spot

LETTERS = "asdfjklghqwertyuiopzxcvbnm"


def labels_for(count: int, letters: str = LETTERS) -> list[str]:
    """Labels for so many places: one letter each while that is enough, two for all of them otherwise."""
    if count <= len(letters):
        return list(letters[:count])
    return ["".join(pair) for pair, _ in zip(product(letters, repeat=2), range(count), strict=False)]


class Hinting:
    """Hints over the active pane."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._waiting: dict[str, tuple[Span, Callable[[], None]]] = {}

    def do_hints(self, _count: int | None) -> None:
        """Put letters on names, dates, quotations, notes and links in view."""
        places = self._places()
        if not places:
            self._reader.say("Nothing to select in view.")
            return
        spans = sorted(places)
        self._waiting = {label: (span, places[span]) for label, span in zip(labels_for(len(spans)), spans, strict=True)}
        self._ask("")

    def _places(self) -> dict[Span, Callable[[], None]]:
        """What can be selected in view, and what selecting it does; of two things at one place the note wins."""
        reader, reading = self._reader, self._reader.reading
        in_view = reader.pane.view.in_view
        places: dict[int, tuple[Span, Callable[[], None]]] = {}

        def add(span: Span, then: Callable[[], None]) -> None:
            if in_view.start <= span.start < in_view.end:
                places[span.start] = span, then

        for mark in reading.article.marks:
            if mark.kind is MarkKind.FOOTNOTE:
                add(mark.span, partial(reader.say, note_words(reading.article, mark)))
            elif mark.kind is MarkKind.LINK and mark.target:
                add(mark.span, partial(reader.say, f"{mark.target}  Enter opens it."))
        for row in reading.quotes:  # figures have none: there would be a letter on every other word
            add(row.place, partial(self._show_quote, row))
        for span in reading.times:
            add(span, partial(self._show_time, span))
        for span, index in reading.mentions:
            add(span, partial(reader.part(Landing).select_entity, index, jump=False))
        for placed in reading.notes:
            if placed.span is not None:
                add(
                    placed.span,
                    partial(reader.say, f"{first_line(placed.note)[:70]}  Enter opens it."),
                )
        folded = reading.folded
        return {span: then for span, then in places.values() if reading.block_at(span.start) not in folded}

    def _ask(self, typed: str) -> None:
        """Show the labels that begin with what was typed, and wait for one more letter."""
        left = {label: place for label, place in self._waiting.items() if label.startswith(typed)}
        self._reader.pane.view.set_labels({span.start: label[len(typed) :] for label, (span, _) in left.items()})
        self._reader.take_letter(lambda letter: self._typed(typed + letter), "hint: type the letters")
        self._reader.letter_given_up = lambda: self._reader.pane.view.set_labels({})

    def _typed(self, typed: str) -> None:
        found = self._waiting.get(typed)
        if found is None and any(label.startswith(typed) for label in self._waiting):
            self._ask(typed)
            return
        self._reader.pane.view.set_labels({})
        if found is None:
            self._reader.say("No such hint.")
            return
        span, then = found
        reading = self._reader.reading
        self._reader.desk.jumps.leave(Spot(reading.article.source, reading.cursor))
        self._reader.go(span, context=0)
        reading.hinted = span
        then()

    def _show_quote(self, row: QuoteRow) -> None:
        """Say who said it, and put the cursor of the list of quotations on it."""
        reader, quotes = self._reader, self._reader.panel.quotes
        listed = [(one.quote, one.article) for one in quotes.rows]
        if (row.quote, reader.active) in listed:
            if reader.wide:
                reader.panel.open("quotes")
            quotes.put(listed.index((row.quote, reader.active)))
        reader.say(f"Said by {row.speaker}." if row.source else "The text does not say who speaks here.")

    def _show_time(self, span: Span) -> None:
        """Put the timeline's cursor on the row that this date makes."""
        panel = self._reader.panel
        row = panel.timeline.row_of(span, self._reader.active)
        if row is not None:
            if self._reader.wide:
                panel.open("timeline")
            panel.timeline.put(row)
