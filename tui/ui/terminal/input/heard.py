"""Characters from the terminal become the messages that the program hears; what they are not is dropped here."""

import re
from collections.abc import Iterator

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from tui.ui.terminal.input.known_keys import keys_after_escape, sequence_keys, typed_keys
from tui.ui.terminal.input.tokens import MOST_PASTED, Kind, Token, Tokenizer

# What is no key and yet meant for Textual: the mouse, the focus, modes, a size within bounds.
REPORT = re.compile(
    r"\x1b\[(?:<\d{1,3};-?\d{1,5};-?\d{1,5}[Mm]|[IO]|\?\d{1,5};\d\$y|48(?:;[1-9]\d{0,3}(?::\d{0,4})*){2}(?:;\d{1,5}){2}t)"
)
NOT_PASTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # control characters, apart from Tab and the end of a line
PAUSE = 0.1  # seconds of silence after which a paste without brackets is over
BURST, LETTERS = 40, 12  # so many characters at once, so many of them different: nobody types like that
CUT = f"What was pasted is longer than {MOST_PASTED:,} characters: the rest of it is left out."


class Heard:
    """Keys, pastes, the mouse: in the order in which they came, and nothing else."""

    def __init__(self, lone: float) -> None:
        self._tokens = Tokenizer(lone)
        self._parser = XTermParser()  # asked about one whole and known report at a time
        self._pasting = False  # without brackets round it

    @property
    def patience(self) -> float | None:
        """Seconds to wait for more before `silence` is told; None where nothing is awaited."""
        return PAUSE if self._pasting else self._tokens.patience

    def feed(self, characters: str) -> Iterator[Message]:
        """What these characters say."""
        self._pasting = self._pasting or is_pasted(characters)
        if self._pasting and "\x1b" not in characters and self._tokens.patience is None:
            yield from self._paste(characters)
            return
        for token in self._tokens.feed(characters):
            yield from self._messages(token)

    def silence(self) -> Iterator[Message]:
        """Nothing came in time."""
        self._pasting = False
        token = self._tokens.give_up()
        if token is not None:
            yield from self._messages(token)

    def _messages(self, token: Token) -> Iterator[Message]:
        match token.kind:
            case Kind.TYPED:
                yield from typed_keys(token.text)
            case Kind.AFTER_ESCAPE:
                yield from keys_after_escape(token.text)
            case Kind.PASTE:
                yield from self._paste(token.text, token.cut)
            case Kind.SEQUENCE if REPORT.fullmatch(token.text):
                yield from self._report(token.text)
            case Kind.SEQUENCE:
                yield from sequence_keys(token.text)

    def _paste(self, text: str, cut: bool = False) -> Iterator[Message]:
        yield Pasted(NOT_PASTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n")), cut)

    def _report(self, report: str) -> Iterator[Message]:
        try:
            yield from tuple(self._parser.feed(report))
        except Exception:  # whatever it is that the parser cannot bear: it is the terminal's words, not a person's
            self._parser = XTermParser()


class Pasted(events.Paste):
    """A pasted text, and whether it was cut."""

    def __init__(self, text: str, cut: bool = False) -> None:
        super().__init__(text)
        self.cut = cut


Pasted.handler_name = events.Paste.handler_name  # those who know the one hear the other


def is_pasted(characters: str) -> bool:
    """Whether these came from a clipboard: terminals without bracketed paste send them as if they were typed."""
    return len(characters) >= BURST and len(set(characters)) >= LETTERS and "\x1b" not in characters
