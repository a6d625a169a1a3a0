"""Bytes of an unknown encoding become a guess: the one in which they spell words of some language in Latin letters."""

import re
from collections import Counter
from functools import cache
from itertools import islice

LOOK = 1 << 16  # bytes that are enough to guess from
CANDIDATES = {  # and how likely each is before the bytes are looked at
    "cp1252": 0.0,
    "mac_roman": -0.1,
    "iso8859_15": -0.1,
    "cp1250": -0.1,
    "iso8859_2": -0.15,
    "cp1254": -0.2,
    "cp1257": -0.3,
    "mac_latin2": -0.3,
    "cp850": -0.3,
    "cp852": -0.3,
}
_MOST = 4000  # letters beyond ASCII that are looked at
_LETTERS = {  # beside those of ASCII
    "cp1252 iso8859_15 mac_roman cp850": (
        "äöüß",  # German
        "àâæçéèêëîïôœùûüÿ",  # French
        "áéíñóúü",  # Spanish
        "áâãàçéêíóôõúü",  # Portuguese
        "àèéìíîòóùú",  # Italian
        "áéëïóöü",  # Dutch
        "åäöé",  # Swedish, Finnish
        "æøåéò",  # Danish, Norwegian
        "áðéíóúýþæö",  # Icelandic
        "àçéèíïóòúü",  # Catalan
    ),
    "cp1250 iso8859_2 mac_latin2 cp852": (
        "ąćęłńóśźż",  # Polish
        "áčďéěíňóřšťúůýž",  # Czech
        "áäčďéíĺľňóôŕšťúýž",  # Slovak
        "áéíóöőúüű",  # Hungarian
        "ăâîşţ",  # Romanian
        "čćđšž",  # Croatian, Slovene
    ),
    "cp1254": ("çğıöşüâîû",),  # Turkish
    "cp1257": ("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž"),  # Lithuanian, Latvian, Estonian
}
_SIGNS = frozenset("“”‘’„‚«»‹›–—…•·°§©®™€£¥½¼¾²×†¿¡\u00a0\u00ad")  # between words, or beside figures
_OPENING, _CLOSING = frozenset("“„«‹¿¡"), frozenset("”»›")
_OF_WORDS = frozenset("’\u00ad·")
_QUOTES = frozenset("“”‘’„«»")
_SIGN = 1.2  # a quotation mark where one is written tells more than a letter
_FOREIGN = -0.5  # a letter of another language of the encoding, as in names
_WRONG = -3.0  # a sign within a word, a capital after a small letter
_STRANGE = -1.5  # a letter that the language does not have
_ASCII = {  # words that tell a language where its own letters could be another's
    "cp1250 iso8859_2 mac_latin2 cp852": "nie jest na do sie z w je se ale jak tak by od pro po za ve az es egy nem "
    "hogy si din cu"
}
_FAIREST = 0.25  # score of a letter from which the guess is believed


def guess_latin(data: bytes) -> str:
    """The encoding, as Python names it, in which the bytes make the most sense in Latin letters; "" where none does."""
    head = data[:LOOK]
    scores = {name: score for name in CANDIDATES if (score := _score(head, name)) is not None}
    best = max(scores, key=lambda name: scores[name], default="")
    return best if best and scores[best] >= _FAIREST else ""


def _score(data: bytes, name: str) -> float | None:
    """How well the letters beyond ASCII fit, for each of them; None where there are bytes that mean nothing."""
    text = data.decode(name, "replace")
    strange = list(islice(re.finditer(r"[^\x00-\x7f]", text), _MOST))
    if not strange:
        return None
    total = 0.0
    letters: Counter[str] = Counter()
    paired = any(sign in text for sign in _OPENING) and any(sign in text for sign in _CLOSING)
    for match in strange:
        at, sign = match.start(), match[0]
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if sign == "\ufffd" or "\x80" <= sign <= "\x9f":
            total += 2 * _WRONG
        elif not sign.isalpha() or sign in "ºª":
            total += _sign_score(sign, before, after, paired)
        elif sign.isupper() and before.isalpha() and (before.islower() or after.islower()):
            total += _WRONG
        elif before > "\x7f" and after > "\x7f" and before.isalpha() and after.isalpha():
            total += _STRANGE  # no language writes so many of them in a row
        else:
            letters[sign.lower()] += 1
    alphabets = _alphabets(name)
    known = frozenset().union(*alphabets)
    fits = max((sum(n for letter, n in letters.items() if letter in alphabet) for alphabet in alphabets), default=0)
    others = sum(n for letter, n in letters.items() if letter in known) - fits
    total += fits + _FOREIGN * others + _STRANGE * (letters.total() - fits - others)
    return total / len(strange) + _words_score(text, name) + CANDIDATES[name]


def _sign_score(sign: str, before: str, after: str, paired: bool) -> float:
    inside = before.isalpha() and after.isalpha()
    if sign in _OF_WORDS:
        return _SIGN
    if sign not in _SIGNS:
        return _WRONG if before.isalpha() or after.isalpha() else -1.0
    if sign in _OPENING:
        return _WRONG if before.isalnum() or after.isspace() else _SIGN if paired else 0.5
    if sign in _CLOSING:
        return _WRONG if before.isspace() or after.isalpha() else _SIGN if paired else 0.5
    if inside:
        return 0.5 if sign in "—…" or after.isupper() else _WRONG
    return _SIGN if sign in _QUOTES else 0.5


@cache
def _alphabets(name: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(letters) for names, all_ in _LETTERS.items() if name in names.split() for letters in all_)


def _words_score(text: str, name: str) -> float:
    """A little for words of the languages that the encoding is for."""
    words = next((frozenset(own.split()) for names, own in _ASCII.items() if name in names.split()), None)
    found = re.findall(r"\b[a-z]{1,4}\b", text[:20_000])
    if words is None or not found:
        return 0.0
    return 0.5 * (sum(word in words for word in found) / len(found) - 0.25)
