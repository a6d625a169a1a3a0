"""What went wrong with the notes is told once, on whichever screen it is seen first."""

from tui.notes.store import NoteStore

BRING_BACK = "g b asks what to do."


def untold(store: NoteStore, told: set[str]) -> list[str]:
    """Sentences that were not told yet; from now on they count as told. Call it in a thread."""
    troubles = [trouble for trouble in store.troubles() if trouble not in told]
    told.update(troubles)
    lost = store.storage.lost
    return [f"{trouble} {BRING_BACK}" if lost and lost in trouble else trouble for trouble in troubles]
