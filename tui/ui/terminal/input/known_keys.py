"""Tokens become keys, by Textual's tables; whatever stands in none of them is nothing."""

import re

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.keys import KEY_NAME_REPLACEMENTS, _character_to_key

from tui.ui.key import Key, key_of
from tui.ui.terminal.input.kitty import kitty_keys

CURSOR = re.compile(r"\x1b\[\d+;\d+R")  # where the cursor is: an answer, though it looks like F3 with Shift


def typed_keys(character: str) -> tuple[Key, ...]:
    """What one character was: a printable one, or a control character of the keyboard."""
    if character.isprintable():
        return (key_of(character),)
    return _from_table(character)


def keys_after_escape(character: str) -> tuple[Key, ...]:
    """A key with Alt; which may have been Esc and then the key, for terminals send the same."""
    sequence = f"\x1b{character}"
    if isinstance(ANSI_SEQUENCES_KEYS.get(sequence), tuple):
        return _from_table(sequence)
    apart = (Key("escape", "\x1b"), *typed_keys(character))
    if len(apart) < 2:
        return apart
    name = apart[1].key
    if len(name) == 1 and name.isupper():
        name = f"shift+{name.lower()}"
    return (Key(f"alt+{KEY_NAME_REPLACEMENTS.get(name, name)}", None, apart=apart),)


def sequence_keys(sequence: str) -> tuple[Key, ...]:
    """What a whole sequence was; answers of the terminal are no keys."""
    if CURSOR.fullmatch(sequence):
        return ()
    found = kitty_keys(sequence)
    return _from_table(sequence) if found is None else found


def _from_table(sequence: str) -> tuple[Key, ...]:
    known = ANSI_SEQUENCES_KEYS.get(sequence)
    if isinstance(known, str):
        return (Key(_character_to_key(known), known),) if len(known) == 1 else ()
    if isinstance(known, tuple):
        return tuple(Key(str(key.value), sequence if len(sequence) == 1 else None) for key in known)
    return ()  # unknown, or known to be nothing
