"""What is being typed into a note is on disk soon after every pause, whatever the terminal does meanwhile."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from tui.errors import NotesUnavailable
from tui.notes.drafts import Draft, DraftFile

PAUSE_SECONDS = 0.4  # without a key
LONGEST_SECONDS = 2.0  # of typing without a pause
AGAIN_SECONDS = 5.0  # after a write that failed


class DraftKeeper:
    """Writes the draft of one editor from a thread: timers of the event loop stop when the terminal stops reading."""

    def __init__(self, file: DraftFile, draft: Draft, trouble: Callable[[str], None]) -> None:
        self._file = file
        self._draft = draft
        self._trouble = trouble  # called from the thread; "" when it is over
        self._text = self._written = draft.body
        self._typed = threading.Event()
        self._over = False
        self._failed = False
        self._alone = False
        try:
            threading.Thread(target=self._keep, name="draft", daemon=True).start()
        except RuntimeError:  # no thread: every key is written at once
            self._alone = True

    def typed(self, text: str) -> None:
        """The text is different now."""
        self._text = text
        if self._alone:
            with suppress(NotesUnavailable):  # saving the note says so again
                self.save_now()
        elif text != self._written:
            self._typed.set()

    def save_now(self) -> None:
        """Write what stands there; from a signal handler too, for it waits for no lock."""
        if not self._over and self._text != self._written:
            self._write(self._text)

    @property
    def outside(self) -> Path:
        """Where another editor may write the text; from now on there is a draft that it belongs to."""
        if self._text == self._written:
            self._write(self._text)
        else:
            self.save_now()
        return self._file.outside

    def discard(self) -> None:
        """The note is saved or given up: no draft stays."""
        self._end()
        self._file.discard()

    def release(self) -> None:
        """Leave the draft as it is, to be offered again."""
        self.save_now()
        self._end()
        self._file.release()

    def _end(self) -> None:
        self._over = True
        self._typed.set()

    def _keep(self) -> None:
        while not self._over:
            self._typed.wait(AGAIN_SECONDS if self._failed else None)
            self._typed.clear()
            began = time.monotonic()
            while self._typed.wait(PAUSE_SECONDS) and time.monotonic() - began < LONGEST_SECONDS and not self._over:
                self._typed.clear()
            try:
                self.save_now()
            except NotesUnavailable as error:
                self._failed = True
                self._trouble(f"The draft is not on disk: {error}")
            else:
                if self._failed:
                    self._trouble("")
                self._failed = False

    def _write(self, text: str) -> None:
        self._file.write(replace(self._draft, body=text))
        self._written = text
