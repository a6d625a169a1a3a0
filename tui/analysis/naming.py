"""A name becomes the key under which all its spellings meet: accents, dots, case and possessives do not count."""

import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and an accent; the accents that it does.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
    | dict.fromkeys("’‘ʼʻ`´′ʿʾ", "'")
    | dict.fromkeys("‐‑‒–—−-_/", " ")
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", "")
    | dict.fromkeys(map(chr, range(0x300, 0x370)), "")
)
_SIGNS = str.maketrans("", "", ".'\"“”„«»,()[]")
_JOINERS = "\u200c\u200d"  # invisible, but letters in Persian and Indian names


@lru_cache(maxsize=16384)
def fold_name(text: str) -> str:
    """The identity key of a name: "the U.S.'s" and "US" are one, so are "Erdoğan" and "ERDOGAN". Never empty for a
    text that is not; folding twice changes nothing."""
    plain = " ".join(text.casefold().split())
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).translate(_LETTERS).casefold()
    plain = _without_possessive(plain.strip(' ."')).translate(_LETTERS)
    words = _join_initials(plain.translate(_SIGNS).split())
    while len(words) > 1 and words[0] == "the":
        words = _join_initials(words[1:])
    return " ".join(words) or " ".join(text.casefold().split())


def is_telling(name: str) -> bool:
    """Whether a name is likely to mean the same one in every article: it has two words, or is an acronym."""
    letters = [char for char in name if char.isalpha()]
    return len(name.split()) > 1 or (len(letters) > 1 and all(char.isupper() for char in letters))


def clean_name(text: str, limit: int = 200) -> str:
    """A name as it may be stored and drawn: one line, no control characters, at most `limit` characters."""
    seen = "".join(char if char.isprintable() or char in _JOINERS else " " for char in text)
    return " ".join(seen.split())[:limit].strip()


def _without_possessive(name: str) -> str:
    while name.endswith(("'s", "'")):
        name = name.removesuffix("'s") if name.endswith("'s") else name[:-1]
    return name


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
