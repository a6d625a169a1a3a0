"""A name becomes the key under which all its spellings meet: accents, dots, case and possessives do not count."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and an accent.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
    | dict.fromkeys("’‘ʼʻ`´′ʿʾ", "'")
    | dict.fromkeys("‐‑‒–—−-_/", " ")
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", "")
)
_ACCENTS = re.compile("[\u0300-\u036f]")
_SIGNS = re.compile(r"[.'\"“”„«»,()\[\]]")
_POSSESSIVE = re.compile(r"(?:'s|')+$")


@lru_cache(maxsize=16384)
def fold_name(text: str) -> str:
    """The identity key of a name: "the U.S.'s" and "US" are one, so are "Erdoğan" and "ERDOGAN". Never empty for a
    text that is not; folding twice changes nothing."""
    plain = " ".join(text.casefold().split())
    if not plain.isascii():
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain)).translate(_LETTERS)
        plain = plain.casefold()
    plain = _POSSESSIVE.sub("", plain.strip(' ."')).translate(_LETTERS)
    words = _join_initials(_SIGNS.sub("", plain).split())
    while len(words) > 1 and words[0] == "the":
        words = _join_initials(words[1:])
    return " ".join(words) or " ".join(text.casefold().split())


def is_telling(name: str) -> bool:
    """Whether a name is likely to mean the same one in every article: it has two words, or is an acronym."""
    letters = [char for char in name if char.isalpha()]
    return len(name.split()) > 1 or (len(letters) > 1 and all(char.isupper() for char in letters))


_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")


def clean_name(text: str, limit: int = 200) -> str:
    """A name as it may be stored and drawn: one line, no control characters, at most `limit` characters."""
    return " ".join(_UNSEEN.sub(" ", text).split())[:limit].strip()


def _join_initials(words: list[str]) -> list[str]:
    joined: list[str] = []
    run = False
    for word in words:
        if len(word) == 1 and run:
            joined[-1] += word
        else:
            joined.append(word)
            run = len(word) == 1
    return joined
