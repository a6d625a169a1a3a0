"""Any text becomes one that a terminal cannot be hurt or fooled by: no control but newline, nothing invisible.

What goes: escape sequences as a whole, other C0 and C1 controls, marks and overrides of text direction, zero-width
spaces, soft hyphens (they hide words from search), tag characters and the other characters that draw nothing. What
stays: everything visible, the joiners U+200C and U+200D, which emoji and many scripts need, and U+FE0E and U+FE0F.
"""

import re

TAB = 4  # columns between two tab stops

_C0 = bytes([*range(0x0A), *range(0x0B, 0x20), 0x7F])
_C1 = "".join(map(chr, range(0x80, 0xA0)))
_ASCII = bytes(range(0x80))
_OTHERS = bytes(sorted(set(range(0x100)) - set(_C0)))

# A terminal's own languages, after ESC or as one C1 character. Strings (OSC, DCS, ...) may be of any length up to the
# end of the line; where the end is missing, what follows ESC goes and what follows a lone C1 character stays.
_SEQUENCES = (
    "\x1b\\[[0-?]{0,99}[ -/]{0,9}[@-~]?"
    "|\x1b[\\]PX^_][^\x00-\x1f\x7f-\x9f]{0,9999}+(?:\x07|\x1b\\\\|\x9c)?"
    "|\x1b[ -/]{0,9}[0-~]?"
    "|\x9b[0-?]{0,99}[ -/]{0,9}[@-~]"
    "|[\x90\x98\x9d-\x9f][^\x00-\x1f\x7f-\x9f]{0,9999}+(?:\x07|\x1b\\\\|\x9c)"
)
_STRUCK_OVER = "[^\n\x08]\x08"  # bold and underline of old manual pages
_LINE_ENDS = ("\r\r\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
_ODD = (
    "[\xa0\u1680\u2000-\u200a\u202f\u205f\u3164\uffa0\ud800-\udfff"
    "\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufdd0-\ufdef\ufe00-\ufe0d\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_BLANKS = frozenset(
    "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3164\uffa0"
)
_PILE = "([\u0300-\u036f]{6})[\u0300-\u036f]+"  # marks stacked on one letter without end
_FEW = 40  # kinds of odd characters up to which replacing one after the other is fastest


def harmless(text: str) -> str:
    """The text as it can be shown; unchanged where nothing is odd. Tabs become spaces, any line end a newline."""
    encoded = text.encode("utf-8", "surrogatepass")
    controls = encoded.translate(None, _OTHERS)
    if text.isascii():
        return _cleaned(text, set(controls.decode("ascii"))) if controls else text
    others = set(encoded.translate(None, _ASCII).decode("utf-8", "surrogatepass"))
    odd = set(re.findall(_ODD, "".join(others)))
    if odd or controls:
        text = _cleaned(text, odd | set(controls.decode("ascii")))
    return re.sub(_PILE, r"\1", text) if any("\u0300" <= mark <= "\u036f" for mark in others) else text


def harmless_line(text: str) -> str:
    """The same on a single line, with runs of white space as one space: for titles, names and messages."""
    return " ".join(harmless(text).split())


def _cleaned(text: str, odd: set[str]) -> str:
    if "\x1b" in odd or not odd.isdisjoint(_C1):
        text = re.sub(_SEQUENCES, "", text)
    if "\x08" in odd:
        text = re.sub(_STRUCK_OVER, "", text)
    for end in _LINE_ENDS:
        if end[0] in odd:
            text = text.replace(end, "\n")
    if "\t" in odd:
        text = text.expandtabs(TAB)
    if len(odd) > _FEW:
        return re.sub(_ODD, lambda match: _instead(match[0]), text)
    for character in odd:
        text = text.replace(character, _instead(character))
    return text


def _instead(character: str) -> str:
    if character in _BLANKS:
        return " "
    return "\ufffd" if "\ud800" <= character <= "\udfff" else ""
