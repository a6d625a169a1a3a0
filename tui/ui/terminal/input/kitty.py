"""A sequence of the kitty keyboard protocol, or of xterm's modifyOtherKeys, becomes keys.

`CSI code:shifted:base ; modifiers:event ; text u`, each part optional, or ending in ~ or a letter for the keys that
have always done so (sw.kovidgoyal.net/kitty/keyboard-protocol). Numbers are believed only as far as they can be meant.
"""

import re
from collections.abc import Iterator

from textual._keyboard_protocol import FUNCTIONAL_KEYS, MODIFIER_FUNCTIONAL_KEYS
from textual.keys import _character_to_key

from tui.ui.key import Key, key_of

NUMBER = r"\d{0,7}"
FORM = re.compile(
    rf"\x1b\[(?P<code>{NUMBER})(?::(?P<shifted>{NUMBER}))?(?::(?P<base>{NUMBER}))?"
    rf"(?:;(?P<modifiers>\d{{0,3}})(?::(?P<event>\d?))?)?(?:;(?P<text>{NUMBER}(?::{NUMBER}){{0,15}}))?(?P<end>[u~A-HPQS])"
)
OTHER_KEYS = re.compile(rf"\x1b\[27;(\d{{1,3}});({NUMBER})~")  # xterm's modifyOtherKeys, which tmux may send
RELEASED = "3"
SHIFT, ALT, CTRL, SUPER, HYPER, META, CAPS, NUM = (1 << bit for bit in range(8))
COMMANDING = {ALT: "alt", CTRL: "ctrl", SUPER: "super", HYPER: "hyper", META: "meta"}
# Nobody types with these alone, and a count or a sequence of keys is not to end because Shift is pressed within it.
SILENT = {*MODIFIER_FUNCTIONAL_KEYS, "caps_lock", "num_lock", "scroll_lock", "iso_level3_shift", "iso_level5_shift"}
CHARACTERS = {"enter": "\r", "tab": "\t", "backspace": "\x7f"}
KEYPAD = {"decimal": ".", "divide": "/", "multiply": "*", "subtract": "-", "add": "+", "equal": "=", "separator": ","}
PRIVATE = range(0xE000, 0xF900)  # where the protocol keeps its keys without a character
ABOVE = str.maketrans("`1234567890-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?')  # with Shift, on an American keyboard


def kitty_keys(sequence: str) -> tuple[Key, ...] | None:
    """The keys of a sequence; none for a key that was let go or cannot be; None if it is no such sequence."""
    if (other := OTHER_KEYS.fullmatch(sequence)) is not None:
        sequence = f"\x1b[{other[2]};{other[1]}u"
    form = FORM.fullmatch(sequence)
    if form is None:
        return None
    code, end = int(form["code"] or 1), form["end"]
    name = FUNCTIONAL_KEYS.get(f"{code}{end}", "")
    if not name and end != "u":
        return None
    if form["event"] == RELEASED or name in SILENT:
        return ()
    pressed = max(0, int(form["modifiers"] or 1) - 1)
    text = "".join(_characters(form["text"] or ""))
    if name and not (text and (len(name) == 1 or name in KEYPAD)):
        return (_functional(name, pressed),)
    base, typed = _character(form["base"] or ""), _character(form["code"] or "")
    if any(pressed & bit for bit in COMMANDING) and not (text and not pressed & CTRL):
        # Under another alphabet the control keys are those of the keyboard, as terminals have always sent them.
        return (_commanding(base if base and not typed.isascii() else typed, pressed),) if typed or base else ()
    if not text and typed:
        shifted = _character(form["shifted"] or "") or typed.upper()
        text = shifted if bool(pressed & SHIFT) != (bool(pressed & CAPS) and typed.isalpha()) else typed
    position = base.upper().translate(ABOVE) if pressed & SHIFT else base
    return tuple(key_of(character, position) for character in text)


def _functional(name: str, pressed: int) -> Key:
    modifiers = _named(pressed)
    character = KEYPAD.get(name, CHARACTERS.get(name))
    if not modifiers and name in KEYPAD and character is not None:
        return key_of(character)
    return Key("+".join([*modifiers, name]), None if modifiers else character)


def _commanding(character: str, pressed: int) -> Key:
    return Key("+".join([*_named(pressed), _character_to_key(character)]), None)


def _named(pressed: int) -> list[str]:
    """Modifiers in the order in which Textual writes them."""
    return sorted(name for bit, name in {**COMMANDING, SHIFT: "shift"}.items() if pressed & bit)


def _characters(codes: str) -> Iterator[str]:
    for code in codes.split(":"):
        yield _character(code)


def _character(code: str) -> str:
    """The character of a number in digits; "" if there is none that can be typed."""
    number = int(code or 0)
    if number > 0x10FFFF or number in PRIVATE or 0xD800 <= number < 0xE000 or not chr(number).isprintable():
        return ""
    return chr(number)
