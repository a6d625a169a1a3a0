"""Where the cursor comes to stand: at the start of a place, or while selecting onward at its end, to take it whole."""

from collections.abc import Sequence

from tui.text.span import Span
from tui.ui.page.characters import character_start, last_character
from tui.ui.page.motions import reach, step, step_taking
from tui.ui.reading.reading import Reading


def landing(reading: Reading, span: Span) -> int:
    """The offset for the cursor that goes to a place, at the start of a character and inside the text."""
    text, began = reading.article.text, reading.selecting_from
    offset = last_character(text, span) if began is not None and span.start > began else span.start
    return character_start(text, max(0, min(offset, len(text) - 1)))


def chosen_words(reading: Reading) -> Span | None:
    """What is selected, without white space around it, or what a hint chose; None where neither is."""
    if reading.selection is None:
        return reading.hinted if reading.hinted is not None and reading.hinted is reading.target else None
    start, end = reading.selection
    words = reading.article.text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip())) if words.strip() else None


def next_place(reading: Reading, spans: Sequence[Span], forward: bool, count: int = 1) -> int | None:
    """Index of the `count`-th place after or before the cursor; the last one reached if there are fewer."""
    if reading.selecting_from is None:
        return step(spans, reading.cursor, forward, count)
    return step_taking(spans, reading.article.text, reading.selecting_from, reading.cursor, forward, count)


def next_unit(reading: Reading, spans: Sequence[Span], forward: bool, count: int = 1) -> Span | None:
    """Where the cursor goes by so many sentences or blocks: to the next one, or selecting to the end of this one."""
    if reading.selecting_from is None:
        index = step(spans, reading.cursor, forward, count)
        return None if index is None else spans[index]
    offset = reach(spans, reading.article.text, reading.selecting_from, reading.cursor, forward, count)
    return None if offset is None else Span(offset, offset)
