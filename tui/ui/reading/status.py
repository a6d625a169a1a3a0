"""The line at the foot of the reader, in words."""

from tui.counted import counted
from tui.ui.reading.reading import Reading

WORDS_A_MINUTE = 230
USUAL = "? keys"
FIRST_STEPS = "space on  e names  t times  a note  / search  ? all keys  q back"
SELECTING = "Selecting: motions extend, a notes, H highlights, y copies, Esc ends"


def what_is_on(reading: Reading, said: str, working: str, beginner: bool) -> str:
    """What was said last; else what is selected, what is being worked on, or what can be done."""
    if said:
        return said
    if reading.selecting_from is not None:
        return SELECTING
    if reading.selected is not None:
        return f"{reading.selected.name}: {counted(len(reading.selected.mentions), 'mention')}"
    return working or (FIRST_STEPS if beginner else USUAL)


def what_is_left(reading: Reading, percent: int) -> str:
    """How far the reader is, and how long the rest takes."""
    minutes = round(reading.words * (100 - percent) / 100 / WORDS_A_MINUTE)
    return f"{percent}%" + (f" {minutes} min left" if minutes else "")
