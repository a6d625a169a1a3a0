"""Characters from the terminal become tokens: what was typed, whole escape sequences, pasted texts - nothing in halves.

The states are those of ECMA-48, as Paul Williams drew them (vt100.net/emu/dec_ansi_parser), for the other direction:
terminals add bracketed paste, mice and keys of their own to it. Whatever comes, no more is kept than the bounds below.
"""

import re
import time
from collections.abc import Callable, Iterator
from enum import Enum, StrEnum, auto
from typing import NamedTuple

LONGEST = 64  # characters of a sequence; a longer one is swallowed to its end
MOST_PASTED = 1_000_000  # characters of a pasted text
WHOLE = 1.0  # seconds within which a sequence comes whole, over any line
REPLY = 3.0  # seconds within which an answer of the terminal comes whole
PASTING = 5.0  # seconds of silence after which a paste is over, though its end was lost
DRIP, GAP, DRIPS = 8, 0.15, 4  # so many times so few characters, so many seconds apart: somebody types
LATE = 0.3  # seconds after a lone ESC in which the rest of a sequence may still come
ESC, CAN, SUB, BEL, STRING_END = "\x1b", "\x18", "\x1a", "\x07", "\x9c"
PASTE_BEGIN, PASTE_END = "\x1b[200~", "\x1b[201~"
STRINGS = "]PX^_"  # after ESC: OSC, DCS, SOS, PM, APC
# What 8-bit control characters mean, written with ESC.
EIGHT_BIT = {"\x9b": "[", "\x8f": "O", "\x9d": "]", "\x90": "P", "\x98": "X", "\x9e": "^", "\x9f": "_"}
# Comes at once or not at all from a person: the rest of a sequence whose ESC was taken for the key.
REST = re.compile(r"(?:\[[0-9;:<]*[A-Z~u]|O[A-DFHM-S])")
RXVT = re.compile(r"\x1b\[\d{1,2}\$")  # keys of rxvt with Shift, which end like nothing else


class Kind(StrEnum):
    """What a token is."""

    TYPED = "typed"  # one character, ESC and control characters too
    AFTER_ESCAPE = "after escape"  # one character with ESC before it: Alt and a key, or Esc and then the key
    SEQUENCE = "sequence"  # CSI or SS3, written with ESC
    PASTE = "paste"


class Token(NamedTuple):
    """A whole thing that came from the terminal."""

    kind: Kind
    text: str
    cut: bool = False  # whether more was pasted than is kept


class State(Enum):
    """What has begun."""

    GROUND = auto()
    ESCAPE = auto()
    CSI = auto()
    TOO_LONG = auto()  # a CSI that is swallowed
    SS3 = auto()
    LINUX = auto()  # function keys of the Linux console, ESC [ [ A
    MOUSE = auto()  # three characters after ESC [ M
    STRING = auto()
    STRING_ESCAPE = auto()
    PASTE = auto()


class Tokenizer:
    """Takes characters as they come, cut anywhere; gives tokens when they are whole."""

    def __init__(self, lone: float, now: Callable[[], float] = time.monotonic) -> None:
        self._lone = lone  # seconds after which an ESC was the key
        self._now = now
        self._state = State.GROUND
        self._begun = ""  # of a sequence
        self._since = 0.0  # when a string began, or a lone ESC was given out
        self._escaped = False  # whether the last token was an ESC for which nothing had followed
        self._again = False  # whether the character that broke something off is still to be looked at
        self._left = 0  # characters of a mouse report that are to come
        self._heard = 0.0  # when characters came last
        self._drips = 0  # how often they came as from somebody who types, while a paste lasts
        self._pasted: list[str] = []
        self._room = MOST_PASTED
        self._cut = False

    @property
    def patience(self) -> float | None:
        """Seconds to wait for more before `give_up` is called; None where nothing is awaited."""
        match self._state:
            case State.GROUND:
                return None
            case State.ESCAPE:
                return self._lone
            case State.PASTE:
                return PASTING
        return WHOLE

    def feed(self, characters: str) -> Iterator[Token]:
        """The tokens that these characters complete."""
        if self._escaped:
            self._escaped = False
            if self._now() - self._since <= LATE and REST.match(characters):
                self._state = State.ESCAPE
        if self._state in (State.STRING, State.STRING_ESCAPE) and self._now() - self._since > REPLY:
            self._state = State.GROUND  # the end of it was lost, and keys are not
        if self._state is State.PASTE and self._is_typed(characters) and (lost := self.give_up()) is not None:
            yield lost
        self._heard = self._now()
        at = 0
        while at < len(characters):
            if self._state is State.PASTE:
                at, token = self._paste(characters, at)
            else:
                self._again = False
                token = self._step(characters[at])
                at += not self._again
            if token is not None:
                yield token

    def _is_typed(self, characters: str) -> bool:
        """Whether the end of a paste was lost: these are keys, one now and then."""
        apart = self._now() - self._heard > GAP
        self._drips += len(characters) <= DRIP and apart and PASTE_END not in self._begun + characters
        return self._drips >= DRIPS

    def give_up(self) -> Token | None:
        """Nothing more came in time: what had begun was a key, or is dropped."""
        state, begun = self._state, self._begun
        self._state = State.GROUND
        if state is State.ESCAPE:
            self._escaped, self._since = True, self._now()
            return Token(Kind.TYPED, ESC)
        if state is State.PASTE:
            self._begun = ""
            self._keep(begun)
            return self._pasted_text()
        if len(begun) == 2 and state in (State.CSI, State.SS3, State.STRING):
            return Token(Kind.AFTER_ESCAPE, begun[1])
        return None

    def _step(self, character: str) -> Token | None:
        match self._state:
            case State.GROUND:
                return self._ground(character)
            case State.ESCAPE:
                return self._escape(character)
            case State.CSI | State.TOO_LONG | State.SS3:
                return self._sequence(character)
            case State.LINUX:
                return self._end(self._begun + character) if " " < character < "\x7f" else self._broken()
            case State.MOUSE:
                self._left -= 1
                if character == ESC:
                    self._state = State.ESCAPE
                elif not self._left:
                    self._state = State.GROUND
            case State.STRING:
                self._begun = ""  # what it says is not kept: nothing here asked for it
                if character == ESC:
                    self._state = State.STRING_ESCAPE
                elif character in (BEL, STRING_END, CAN, SUB):
                    self._state = State.GROUND
            case State.STRING_ESCAPE:
                self._state = State.GROUND
                if character != "\\":  # the string was broken off by another sequence
                    self._state = State.ESCAPE
                    return self._escape(character)
        return None

    def _ground(self, character: str) -> Token | None:
        if character == ESC:
            self._state = State.ESCAPE
        elif character in EIGHT_BIT:
            self._state = State.ESCAPE
            return self._escape(EIGHT_BIT[character])
        elif not "\x80" <= character <= "\x9f":
            return Token(Kind.TYPED, character)
        return None

    def _escape(self, character: str) -> Token | None:
        self._begun = ESC + character
        if character == "[":
            self._state = State.CSI
        elif character == "O":
            self._state = State.SS3
        elif character in STRINGS:
            self._state, self._since = State.STRING, self._now()
        elif character == ESC:
            return Token(Kind.TYPED, ESC)  # the first of them was the key
        elif "\x80" <= character <= "\x9f":
            self._state, self._again = State.GROUND, True
            return Token(Kind.TYPED, ESC)
        else:
            self._state = State.GROUND
            return Token(Kind.AFTER_ESCAPE, character)
        return None

    def _sequence(self, character: str) -> Token | None:
        if not " " <= character < "\x7f":
            return self._broken()
        csi = self._state is State.CSI
        if csi and self._begun == "\x1b[" and character in "[M":
            self._begun += character
            self._state, self._left = (State.LINUX, 0) if character == "[" else (State.MOUSE, 3)
            return None
        if len(self._begun) >= LONGEST:
            self._state = State.TOO_LONG
        else:
            self._begun += character
        if character >= "@":
            if self._state is State.TOO_LONG:
                self._state = State.GROUND
                return None
            return self._end(self._begun)
        if csi and RXVT.fullmatch(self._begun):
            return self._end(self._begun)
        return None

    def _end(self, sequence: str) -> Token | None:
        self._state = State.GROUND
        if sequence == PASTE_BEGIN:
            self._state, self._begun, self._drips = State.PASTE, "", 0
            return None
        return Token(Kind.SEQUENCE, sequence) if sequence != PASTE_END else None

    def _broken(self) -> Token | None:
        """A character that cannot stand in what had begun: that was keys, or is dropped; the character is not."""
        self._again = True
        return self.give_up()

    def _paste(self, characters: str, at: int) -> tuple[int, Token | None]:
        """Take what is pasted from `at` on: where that ends, and the whole of it if it ended."""
        known = len(self._begun)  # the beginning of an end, perhaps
        here = self._begun + characters[at:]
        end = here.find(PASTE_END)
        if end >= 0:
            self._keep(here[:end])
            self._state, self._begun = State.GROUND, ""
            return at + end + len(PASTE_END) - known, self._pasted_text()
        held = next((n for n in range(min(len(PASTE_END) - 1, len(here)), 0, -1) if PASTE_END.startswith(here[-n:])), 0)
        self._keep(here[: len(here) - held])
        self._begun = here[len(here) - held :]
        return len(characters), None

    def _keep(self, text: str) -> None:
        kept = text[: self._room]
        self._room -= len(kept)
        self._cut = self._cut or len(kept) < len(text)
        if kept:
            self._pasted.append(kept)

    def _pasted_text(self) -> Token:
        token = Token(Kind.PASTE, "".join(self._pasted), self._cut)
        self._pasted, self._room, self._cut = [], MOST_PASTED, False
        return token
