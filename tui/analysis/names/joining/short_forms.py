"""Bodies and halves of countries by a common word with a capital: "the Commission", "the Alliance", "the North"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui.analysis.model import Kind
from tui.analysis.names.joining.links import Name
from tui.analysis.names.lexicon import key, lexicon

STAND_INS = {"nato": "Alliance", "north atlantic treaty organization": "Alliance", "european union": "Union"}
HALF = re.compile(r"(north|south|east|west) (?:korea|vietnam|yemen|sudan|cyprus|ossetia)")
PART_OF = re.compile(r"\s(?:of|for|on|in|to|at|against)\s")
AFTER_THE = re.compile(r"\b[Tt]he $")
GOES_ON = re.compile(r"\s(?:of\s)?[A-Z]|[-’']\w{2}")
TOO_WIDE_WORDS = "group bank times post news club company united city state party police army force co inc street team"
TOO_WIDE = frozenset(TOO_WIDE_WORDS.split())  # many a body is one


def short_forms(surface: str, kind: Kind) -> Iterator[str]:
    """What "the ..." may stand for a body or half a country: the noun at its head."""
    name = key(surface)
    if kind is Kind.PLACE and (half := HALF.fullmatch(name)):
        yield half.group(1).capitalize()
    if kind is Kind.ORG:
        if name in STAND_INS:
            yield STAND_INS[name]
        words = PART_OF.split(surface, maxsplit=1)[0].split()
        if words and " " in surface and words[-1][0].isupper() and words[-1].isalpha():
            head = words[-1].lower()
            if lexicon().is_a(head, "org") and head in lexicon().common and head not in TOO_WIDE:
                yield words[-1]


def stands_for(text: str, start: int, end: int) -> bool:
    """Whether a common word with a capital stands alone behind "the", as a short form does."""
    return AFTER_THE.search(text, max(0, start - 5), start) is not None and GOES_ON.match(text, end) is None


def full_forms(names: Iterable[Name]) -> Mapping[str, Sequence[Name]]:
    """Keys of short forms -> the names whose head they are, in text order."""
    heads: dict[str, list[Name]] = {}
    for name in sorted(names, key=lambda name: name.first):
        for short in short_forms(name.surface, name.kind):
            heads.setdefault(key(short), []).append(name)
    return heads
