"""A name as it is written becomes the key under which its bearer is looked for in other articles."""

import re
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from tui.analysis.model import Kind
from tui.analysis.names.beside.nouns import SEAS
from tui.analysis.names.lexicon import key, lexicon
from tui.analysis.naming import fold_name
from tui.library.entities.countries import countries
from tui.library.entities.words import (
    CLUBS,
    HEADS,
    HONORIFICS,
    LEGAL,
    NOT_HONORIFICS,
    OWN,
    PARTICLES,
    PARTIES,
    REGAL,
    SPELLINGS,
    SUFFIXES,
    UNIONS,
    USUAL,
    WATERS,
)

NICKNAMES = files("tui.library.entities") / "resources" / "nicknames.txt"
LONGEST_MODIFIER = 2  # words of "South Korean" or "United Nations"


class Grade(IntEnum):
    """How much a form says beyond its own article."""

    COMMON = 0  # nothing: "the ministry"
    SHORT = 1  # what a fuller form says elsewhere: "Obama", "ISW"
    FULL = 2  # by itself whom it means


class Form(NamedTuple):
    """A key, and how much it says."""

    key: str  # "P:" and a person's name, "C:" and a country's code, "G:" and its people's, "N:" and any other name
    grade: Grade
    where: str = ""  # the country or union that a common name is said of, where the form itself says it


@lru_cache(maxsize=32768)
def form_of(text: str, kind: Kind) -> Form:
    """What a name, written so, is called everywhere.

    >>> form_of("the U.S.", Kind.PLACE).key, form_of("German Foreign Ministry", Kind.ORG)
    ('C:us', Form(key='N:foreign ministry', grade=<Grade.COMMON: 0>, where='de'))
    """
    folded = fold_name(text)
    if kind is Kind.PERSON:
        return _person(folded)
    land = countries()
    if kind is Kind.GROUP:
        code = land.peoples.get(folded)
        return Form(f"G:{code}", Grade.FULL) if code else Form(f"N:{_singular(folded)}", Grade.FULL)
    if folded in land.names:
        return Form(f"C:{land.names[folded]}", Grade.FULL)
    return _thing(text, folded, kind)


def _person(folded: str) -> Form:
    lists = lexicon()
    words = folded.split()
    regal = ""
    while len(words) > 1 and _is_title(words[0]):
        regal = words[0] if words[0] in REGAL else ""
        words = words[1:]
    while len(words) > 2 and words[-1] in SUFFIXES:
        words = words[:-1]
    if not words:
        return Form(f"P:{folded}", Grade.COMMON)
    if len(words) == 1:
        if regal:
            return Form(f"P:{regal} {words[0]}", Grade.FULL)
        common = words[0] in lists.common or words[0].capitalize() in lists.given
        return Form(f"P:{sounds(words[0])}", Grade.COMMON if common else Grade.SHORT)
    large = [word for word in words if word not in PARTICLES] or words
    if len(large) == 1:
        return Form(f"P:{sounds(large[0])}", Grade.SHORT)
    first, last = large[0], large[-1]
    return Form(f"P:{sounds(_given(first))} {sounds(last)}", Grade.FULL)


def as_person(key: str) -> str:
    """The key that a name of another kind has where it is a person's; "" where it can be none.

    >>> as_person("N:angela merkel")
    'P:angela merkel'
    """
    words = [word for word in key[2:].split() if word not in PARTICLES]
    if key[:2] != "N:" or "|" in key or not 2 <= len(words) <= 3:
        return ""
    return f"P:{sounds(_given(words[0]))} {sounds(words[-1])}"


def _is_title(word: str) -> bool:
    if word in HONORIFICS:
        return True
    return word not in NOT_HONORIFICS and lexicon().is_a(word, "title") and word.capitalize() not in lexicon().given


def sounds(word: str) -> str:
    """A word of a name without what spellings of it differ in: "Yanukovych", "Ianukovich"."""
    word = re.sub(r"(.)\1+", r"\1", word)
    for written, plain in (("ae", "a"), ("oe", "o"), ("ue", "u"), ("ou", "u"), ("iy", "i"), ("y", "i"), ("kh", "h")):
        word = word.replace(written, plain) if len(word) > len(written) + 1 else word
    return re.sub(r"(.)\1+", r"\1", re.sub(r"tch$|ch$", "c", word))


def _thing(text: str, folded: str, kind: Kind) -> Form:
    lists = lexicon()
    where, rest = _said_of(folded)
    if where and _is_body(rest):
        return Form(f"N:{_plain(rest)}", Grade.COMMON, where)
    plain = _plain(folded)
    if plain in USUAL and (kind is Kind.ORG or plain not in PARTIES.values()):
        return Form(f"N:{plain}", Grade.COMMON)
    entry = lists.known.get(key(text)) or lists.known.get(folded)
    if entry is not None:
        return _known(entry.name)
    if where and rest in lists.known:
        return _known(lists.known[rest].name)
    if kind is not Kind.PLACE and _is_body(folded):
        return Form(f"N:{plain}", Grade.COMMON)
    club = " ".join(word for word in folded.split() if word not in CLUBS)
    if kind is Kind.ORG and club != folded and club in lists.places:
        return Form(f"T:{club}", Grade.FULL)
    if " " not in plain and kind is not Kind.PLACE and not text.isupper():
        plain = _singular(plain)
    if " " in plain or (kind is Kind.PLACE and folded in lists.places):
        return Form(f"N:{plain}", Grade.FULL)
    if text.isupper() or sum(map(str.isupper, text)) > 1:
        return Form(f"N:{plain}", Grade.SHORT)
    return Form(f"N:{plain}", Grade.COMMON if plain in lists.common else Grade.FULL)


@lru_cache(maxsize=2048)
def _known(name: str) -> Form:
    """The name of a table, under the key that its other spellings have."""
    folded = fold_name(name)
    if folded in countries().names:
        return Form(f"C:{countries().names[folded]}", Grade.FULL)
    where, rest = _said_of(folded)
    if where and _is_body(rest):
        return Form(f"N:{_plain(rest)}", Grade.COMMON, where)
    if USUAL.get(_plain(folded)):
        return Form(f"N:{_plain(folded)}", Grade.COMMON, USUAL[_plain(folded)])
    return Form(f"N:{_plain(folded)}", Grade.FULL)


def _said_of(folded: str) -> tuple[str, str]:
    """The country before or behind a name, and the name without it; "" where there is none."""
    land, words = countries(), folded.split()
    for size in range(min(LONGEST_MODIFIER, len(words) - 1), 0, -1):
        first = " ".join(words[:size])
        code = UNIONS.get(first) or land.of(first) or land.of(first.removesuffix("s"))
        if code:
            return code, " ".join(words[size:])
    for size in range(min(LONGEST_MODIFIER + 1, len(words) - 2), 0, -1):
        if words[-size - 1] in ("of", "in") or words[-size - 2 : -size] == ["of", "the"]:
            code = land.names.get(" ".join(words[-size:]), "")
            if code:
                return code, re.sub(r" (?:of|in)(?: the)?$", "", " ".join(words[:-size]))
    return "", folded


def _is_body(folded: str) -> bool:
    """Whether a name is made of words that name no one: "constitutional court"."""
    lists = lexicon()
    words = folded.split() or [folded]
    heads = {words[-1], words[0]} if len(words) > 2 and words[1] in ("of", "for") else {words[-1]}
    if _plain(folded) in USUAL:
        return True
    entry = lists.known.get(folded)
    if (entry is not None and folded not in HEADS) or (len(words) > 2 and words[-1] in OWN):
        return False
    return bool(heads & HEADS) and all(
        word in lists.common or lists.is_a(word, "small") or word in HEADS for word in words
    )


def _plain(folded: str) -> str:
    """A name without what its spellings differ in."""
    words = [SPELLINGS.get(word, word) for word in folded.replace(" & ", " and ").split()] or [folded]
    while len(words) > 1 and words[-1] in LEGAL:
        words = words[:-1]
    if len(words) == 2 and words[-1] in WATERS and words[0] in SEAS:
        words = words[:-1]
    if words[1:2] in (["of"], ["for"]) and words[0] in ("ministry", "department"):
        words = [*(word for word in words[2:] if word != "the"), words[0]]
    if words[-1] in lexicon().common and (words[-1] in HEADS or " ".join(words) not in lexicon().known):
        words[-1] = _singular(words[-1])
    plain = " ".join(words)
    return PARTIES.get(plain, plain)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _given(first: str) -> str:
    """A given name in full, where it is short for one only."""
    return _in_full().get(first, first)


@cache
def _in_full() -> dict[str, str]:
    lines = (line.split() for line in NICKNAMES.read_text("utf-8").splitlines() if line and line[0] != "#")
    return {short: full for full, *shorts in lines for short in shorts}
