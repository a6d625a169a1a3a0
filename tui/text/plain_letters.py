"""A character becomes what a plain keyboard writes for it: by Unicode's data, and a short list of what they lack."""

import re
import unicodedata

# Letters that Unicode does not take apart, by what is typed for them. A capital that becomes two letters begins a word.
_LETTERS = {
    "Æ": "Ae", "æ": "ae", "Œ": "Oe", "œ": "oe", "ẞ": "SS", "ß": "ss", "Þ": "Th", "þ": "th", "Ð": "D", "ð": "d",
    "Ŋ": "N", "ŋ": "n", "Ə": "E", "ə": "e", "ı": "i", "ȷ": "j", "ĸ": "k",
    "«": '"', "»": '"', "´": "'", "`": "'", "ʹ": "'", "ʻ": "'", "ʼ": "'", "ʽ": "'", "ˈ": "'", "ʺ": '"', "ˮ": '"',
    "−": "-", "˗": "-", "⁃": "-", "⁄": "/", "∕": "/", "‥": "..", "…": "...", "〜": "~", "∼": "~",
}  # fmt: skip
_STROKED = re.compile(r"LATIN (?:CAPITAL|SMALL) LETTER ([A-Z]) WITH ")
_QUOTING = re.compile(r"QUOTATION MARK|^(?:REVERSED )?(?:DOUBLE )?PRIME$|APOSTROPHE")
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")  # fillers and joiners that are no format characters
_POINTS = range(10, 37)  # combining classes of Hebrew, Arabic and Syriac points
_ACCENTS = 200  # and above: marks that stand above, below or through a letter of any script


class _Plain(dict[int, str]):
    """By code point, each worked out when it is first met: the data of all of them would take a start's time."""

    def __missing__(self, point: int) -> str:
        self[point] = plain = _plain(chr(point))
        return plain


PLAIN = _Plain()  # what `str.translate` takes


def composes(letter: str) -> bool:
    """Whether a plain character may become one with that before it: a vowel of Hangul, the sign that makes は a ば."""
    return "\u1161" <= letter <= "\u11c2" or unicodedata.category(letter)[0] == "M"


def _plain(letter: str) -> str:
    """What stands for a character; "" for what is not seen and for accents, one space for any white space."""
    if letter in _LETTERS:
        return _LETTERS[letter]
    if letter.isascii() and not letter.isspace():
        return letter
    if letter.isspace():
        return " "
    kind = unicodedata.category(letter)
    if kind == "Cf" or letter in _UNSEEN or _is_accent(letter) or _selects(letter):
        return ""
    if kind == "Pd":
        return "-"
    same, apart = unicodedata.normalize("NFD", letter), unicodedata.normalize("NFKD", letter)
    if same != letter:
        return _joined(same)
    name = unicodedata.name(letter, "")
    if kind[0] in "PS" and not apart.isascii() and _QUOTING.search(name):
        return '"' if "DOUBLE" in name else "'"
    if apart != letter and apart[0] != " ":  # " ̈" and its like are accents that stand by themselves
        return _joined(apart)
    if stroked := _STROKED.match(name):
        return stroked[1].lower() if kind == "Ll" else stroked[1]
    folded = letter.casefold()
    if len(folded) == 1 and folded != letter and PLAIN[ord(folded)] != folded:  # "Ɖ" is no D with a stroke by name
        return PLAIN[ord(folded)].upper()
    return letter if len(folded) == 1 else folded


def _joined(apart: str) -> str:
    return unicodedata.normalize("NFC", "".join(PLAIN[ord(part)] for part in apart))


def _is_accent(letter: str) -> bool:
    """Marks that a reader may leave out. Those of Indic scripts and of kana are letters: they stay."""
    place = unicodedata.combining(letter)
    return place in _POINTS or place > _ACCENTS


def _selects(letter: str) -> bool:
    return "\ufe00" <= letter <= "\ufe0f" or "\u180b" <= letter <= "\u180f" or "\U000e0100" <= letter <= "\U000e01ef"
