"""A sentence becomes what it tells: its words in their base form, the events among them, names, numbers and days."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from math import sqrt
from typing import NamedTuple

from tui.library.known.senses import Word, senses

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d,.]*")
# Words that say nothing of what happened.
_EMPTY = (
    "the a an and or but of to in on at for from by with as is are was were be been being has have had do does did will"
    " would can could may might should must that this these those it its he she they them his her him their we our us"
    " you your i my me who whom whose which what when where how why while after before also not no so than then there"
    " here if into over under about more most some any all other up out very just only own such both each between"
    " during through said says say told tell according reported report announced announce"
)
_DENIALS = "not no never without nor neither nobody none cannot deny fail"
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december"
)
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve"
EMPTY, DENIALS, DAYS = frozenset(_EMPTY.split()), frozenset(_DENIALS.split()), frozenset(_DAYS.split())
NUMBERS = {word: str(number) for number, word in enumerate(_NUMBERS.split())}
MANY = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
LATEST = 2_000  # sentences that are held: what is judged is read next
SHOUTED = 0.7  # so many capitals are a headline's, and make no names


class Telling(NamedTuple):
    """What one sentence tells."""

    words: Mapping[str, Word]  # by base form, in the order of the text
    events: Mapping[str, float]  # how far each word tells an event; those that do not at all are left out
    senses: Mapping[str, float]  # of all words that are no names
    names: frozenset[str]
    numbers: frozenset[str]
    days: frozenset[str]  # weekdays and months
    denied: bool
    length: int  # words as they stand, empty ones too

    @property
    def eventful(self) -> float:
        """How many events it tells."""
        return sum(self.events.values())


@lru_cache(maxsize=LATEST)
def telling(text: str) -> Telling:
    """What a sentence tells."""
    written = [match.group() for match in WORD.finditer(text)]
    telling = [(place, word) for place, word in enumerate(written) if _says_something(word)]
    headline = sum(word[0].isupper() for _, word in telling) > SHOUTED * len(telling)
    words: dict[str, Word] = {}
    names: set[str] = set()
    for place, word in telling:
        known = _known(word)
        if known.base in EMPTY and word != "US":
            continue
        words.setdefault(known.base, known)
        if word[0].isupper() and not (known.senses and (headline or place == 0)):
            names.add(known.base)
    numbers = _numbers(written)
    for number in numbers:
        words.setdefault(number, senses().word(number))
    lower = {word.lower() for word in written}
    days = frozenset(DAYS & lower)
    names -= days
    return Telling(
        words,
        {base: sqrt(word.events) for base, word in words.items() if word.events and base not in names},
        _all_senses(word for base, word in words.items() if base not in names),
        frozenset(names),
        frozenset(numbers),
        days,
        bool(DENIALS & lower) or any(word.lower().endswith(("n't", "n’t")) for word in written),
        len(written),
    )


def _says_something(word: str) -> bool:
    """Whether it is neither empty nor a single letter; "US" is no "us"."""
    if word.lower() in EMPTY:
        return word == "US"
    return len(word) > 1 or word.isdigit()


@cache
def _known(written: str) -> Word:
    bare = re.sub(r"['’]s?$", "", written.lower())
    return senses().word(NUMBERS.get(bare, bare) if not bare[:1].isdigit() else _plain(bare))


def _plain(number: str) -> str:
    return number.replace(",", "").rstrip(".")


def _numbers(written: list[str]) -> set[str]:
    """Numbers in one writing: 1,200,000 and 1.2 million are the same."""
    found = set()
    for word, following in zip(written, [*written[1:], ""], strict=False):
        bare = _known(word).base
        if bare[:1].isdigit():
            many = MANY.get(following.lower())
            whole = bare.replace(".", "", 1).isdigit()
            found.add(f"{float(bare) * 10**many:.0f}" if many and whole else bare)
    return found


def _all_senses(words: Iterable[Word]) -> dict[str, float]:
    found: dict[str, float] = {}
    for word in words:
        for sense, share in word.senses.items():
            found[sense] = max(share, found.get(sense, 0.0))
    return found
