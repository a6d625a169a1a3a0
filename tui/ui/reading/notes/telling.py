"""What went wrong with the notes is told once, on whichever screen it is seen first."""

from tui.notes.store import NoteStore

LOST = "lost"
BRING_BACK = "g b asks what to do."


def untold(store: NoteStore, told: set[str]) -> list[str]:
    """Sentences that were not told yet; from now on they count as told. Call it in a thread."""
    troubles, new = store.troubles(), []
    lost = store.storage.lost
    if not lost:
        told.discard(LOST)  # they may be lost once more
    for trouble in troubles:
        about = LOST if lost and lost in trouble else trouble  # what of them was found may be more at another look
        if about not in told:
            told.add(about)
            new.append(f"{trouble} {BRING_BACK}" if about == LOST else trouble)
    return new
