"""Two streams become messages, and no peer can fill the memory, keep us waiting for ever or harm the terminal."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

import orjson

from tui.errors import ReaderError
from tui.notes.file.layout import Row
from tui.notes.versions.merge import KINDS, is_deep
from tui.text.harmless import harmless_line

MOST_BYTES = 64_000_000  # in one conversation; ten thousand notes are eight million
MOST_ROWS = 200_000
SILENCE = 120.0  # seconds without a byte
LONGEST = 3600.0  # seconds for everything
_GREETING = 600.0  # seconds in which somebody may look for a password
_NOISE = 200  # lines that a login shell may print before
_PIECE = 1 << 16
_NONSENSE = "the other side says something that is not understood"
_SAID = 300  # characters of what the other side reports


class Cut(ReaderError):
    """The line is gone."""


class Patience:
    """Calls `give_up` from a thread when nothing has moved for a while, or when it all takes too long.

    Whoever waits for the line then finds it closed, and `over` says why."""

    def __init__(self, give_up: Callable[[], None], silence: float = SILENCE, longest: float = LONGEST) -> None:
        self.over = ""
        self._give_up, self._silence = give_up, silence
        self._end = time.monotonic() + longest
        self._next = time.monotonic() + max(silence, min(_GREETING, longest))
        self._done = threading.Event()
        threading.Thread(target=self._watch, name="patience", daemon=True).start()

    def moved(self) -> None:
        """Something came, or went."""
        self._next = time.monotonic() + self._silence

    def stop(self) -> None:
        """It is done."""
        self._done.set()

    def _watch(self) -> None:
        while not self._done.wait(max(0.0, min(self._next - time.monotonic(), self._silence))):  # it may come nearer
            now = time.monotonic()
            if now >= min(self._next, self._end):
                self.over = "it takes too long" if now >= self._end else "nothing was heard for too long"
                self._give_up()
                return


class Line:
    """Messages over two streams; `moved` hears of every piece that goes or comes."""

    def __init__(self, source: IO[bytes], target: IO[bytes], moved: Callable[[], object] = lambda: None) -> None:
        self._source = source
        self._target = target
        self._moved = moved
        self._left = MOST_BYTES
        self._begun = bytearray()

    def say(self, *messages: object) -> None:
        """Send messages, all at once."""
        try:
            content = memoryview(b"".join(orjson.dumps(message) + b"\n" for message in messages))
            for start in range(0, len(content), _PIECE):
                self._target.write(content[start : start + _PIECE])
                self._target.flush()
                self._moved()
        except (OSError, ValueError) as error:
            raise Cut("the line is gone") from error

    def hear(self) -> dict[str, Any]:
        """The next message. Raises Cut where there is none, ReaderError with what the other side reports."""
        try:
            message = self._hear()
        except ValueError as error:
            raise ReaderError(_NONSENSE) from error
        if isinstance(message, dict):
            if "error" in message:
                raise ReaderError(said(message["error"]))
            return message
        raise ReaderError(_NONSENSE)

    def greeting(self) -> dict[str, Any]:
        """The first message, past what a login shell prints."""
        for _ in range(_NOISE):
            with suppress(ValueError):
                message = self._hear()
                if isinstance(message, dict) and ("dateline" in message or "error" in message):
                    return message
        raise ReaderError("the other side does not answer as Dateline")

    def hear_rows(self) -> tuple[dict[str, list[Row]], dict[str, Any]]:
        """Rows by table, and the message that ends them."""
        rows: dict[str, list[Row]] = {name: [] for name in KINDS}
        count = 0
        while "rows" not in (message := self.hear()):
            count += 1
            if count > MOST_ROWS:
                raise ReaderError(f"the other side sends more than {MOST_ROWS} rows; nothing was taken in")
            if is_deep(message):
                raise ReaderError("the other side sends rows that are nested without end; nothing was taken in")
            table = message.get("table")
            if isinstance(table, str) and table in rows:
                rows[table].append(message.get("row", {}))
        if message["rows"] != count:
            raise Cut("rows are missing")
        return rows, message

    def _hear(self) -> object:
        searched = 0
        while (end := self._begun.find(b"\n", searched)) < 0:
            searched = len(self._begun)
            try:
                piece = self._source.read1(_PIECE)  # type: ignore[attr-defined]
            except (OSError, ValueError) as error:
                raise Cut("the line is gone") from error
            if not piece:
                raise Cut("the line is gone")
            self._left -= len(piece)
            if self._left < 0:
                raise ReaderError(f"the other side sends more than {MOST_BYTES // 1_000_000} MB; nothing was taken in")
            self._moved()
            self._begun += piece
        line = bytes(self._begun[:end])
        del self._begun[: end + 1]
        return orjson.loads(line)


def said(words: object) -> str:
    """What the other side says, as it can be printed."""
    return harmless_line(str(words))[:_SAID]
