"""What is typed into the filter of the library becomes a query: words, "phrases", and field:values.

`ship canal` asks for both words, `-ship` for articles without it, `"in the canal"` for these words in this order;
`ship OR boat canal` for one of the two and the third. A field that is none is taken as words, as they stand, and said.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import product
from math import prod
from typing import NamedTuple

from tui.text.folding import fold

IS = ("unread", "read", "starred", "hidden")
HAS = ("notes",)
FIELDS = ("from", "after", "before", "is", "has", "name", "tag")
MOST_WAYS = 32  # of choosing one of what each OR joins
OTHERWISE = {
    "AND": "AND is not needed: what stands side by side is all asked for.",
    "NOT": "NOT is written as a minus: -canal.",
}
ALONE = "OR stands between two: ship OR boat."
TOO_MANY = "These are too many OR for one question: ask with fewer."

_PART = re.compile(r'(-?)(?:([a-z]+):)?(?:"([^"]*)"?|([^\s"]+))', re.I)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class Term(NamedTuple):
    """One thing that an article must have, or must not."""

    field: str  # "" for words
    value: str
    wanted: bool = True
    phrase: bool = False


class Query(NamedTuple):
    """All of these, or where OR joins some of them, all of one of `ways`.

    `trouble` says what of them cannot be meant, in a sentence."""

    terms: tuple[Term, ...] = ()
    trouble: str = ""
    ways: tuple[tuple[Term, ...], ...] = ()

    @property
    def each(self) -> "tuple[Query, ...]":
        """Queries without OR: what answers to one of them answers to this."""
        return tuple(Query(way) for way in self.ways) or (self,)

    @property
    def words(self) -> tuple[Term, ...]:
        """The terms that are words."""
        return tuple(term for term in self.terms if not term.field)

    @property
    def fields(self) -> tuple[Term, ...]:
        """The terms that are not."""
        return tuple(term for term in self.terms if term.field)


def parse(text: str) -> Query:
    """The query that was typed; never raises.

    >>> parse('ship -canal from:Reuters name:"Osama Rabie"').terms[1]
    Term(field='', value='canal', wanted=False, phrase=False)
    """
    groups: list[list[Term]] = []  # of each group one
    troubles: list[str] = []
    joined = False  # to the group before
    for match in _PART.finditer(text):
        minus, field, quoted, bare = match.groups()
        value, field = (quoted if bare is None else bare), (field or "").lower()
        if not field and value.removesuffix(":").lower() in FIELDS and value.endswith(":"):
            continue  # its value is still to come
        if match[0] == "OR":
            troubles += [] if groups and not joined else [ALONE]
            joined = bool(groups)
            continue
        if match[0] in OTHERWISE:
            troubles.append(OTHERWISE[match[0]])
            continue
        if field and field not in FIELDS:
            if not value.startswith("//"):  # an address
                troubles.append(f"{field}: is no field; those are {': '.join(FIELDS)}:")
            field, value = "", f"{match[2]} {value}"
        if not value.strip():
            continue
        if trouble := _trouble(field, value):
            troubles.append(trouble)
        else:
            term = Term(field, value, not minus, quoted is not None and not field)
            groups[-1:] = [[*groups[-1], term]] if joined else [*groups[-1:], [term]]
        joined = False
    terms = tuple(term for group in groups for term in group)
    ways: tuple[tuple[Term, ...], ...] = ()
    if prod(map(len, groups)) > MOST_WAYS:
        troubles.append(TOO_MANY)
    elif len(terms) > len(groups):
        ways = tuple(product(*groups))
    return Query(terms, troubles[0] if troubles else "", ways)


def first_day(value: str) -> date | None:
    """The first day of a year, a month or a day as it is written in a query; None where there is none."""
    match = _DAY.fullmatch(value)
    try:
        return date(int(match[1]), int(match[2] or 1), int(match[3] or 1)) if match else None
    except ValueError:
        return None


def match_of(words: Sequence[Term]) -> str:
    """Words as FTS5 asks for them, all of them; the last one, if it is no phrase, may be unfinished."""
    parts: list[str] = []
    for term in words:
        pieces = [fold(term.value)] if term.phrase else fold(term.value).split()
        parts += ['"' + piece.strip().replace('"', '""') + '"' for piece in pieces if piece.strip()]
    return " ".join(parts) + ("" if words and words[-1].phrase else "*") if parts else ""


def narrowed(text: str, *more: str) -> str:
    """A query with more that an article must have; what it asks for already is not asked for twice.

    >>> narrowed("canal is:unread", "tag:asia", "is:unread")
    'canal is:unread tag:asia'
    """
    there = parse(text).terms
    missing = [one for one in more if not set(parse(one).terms) <= set(there)]
    return " ".join(part for part in (text.strip(), *missing) if part)


def term_of(field: str, value: str) -> str:
    """How a field and its value are written."""
    return f"{field}:{_written(value)}"


def offers(
    before: str, publishers: Iterable[str], names: Iterable[str], tags: Iterable[str] = ()
) -> tuple[int, tuple[str, ...]]:
    """From where on `before` can be completed, and to what; nothing where nothing is begun."""
    start = max(before.rfind(" ") + 1, 0)
    quote = re.search(r'(?<!\S)-?[a-z]+:"[^"]*$', before, re.I)
    if quote:
        start = quote.start()
    word = before[start:]
    field, colon, typed = word.removeprefix("-").partition(":")
    minus = "-" if word.startswith("-") else ""
    begun = fold(typed.strip('"'))
    if not colon:
        found = [f"{minus}{one}:" for one in FIELDS if word.removeprefix("-") and one.startswith(field.lower())]
        return start, tuple(found)
    values: Iterable[str] = {"is": IS, "has": HAS, "from": publishers, "name": names, "tag": tags}.get(
        field.lower(), ()
    )
    fit = (value for value in values if fold(value).startswith(begun) or f" {begun}" in fold(value))
    return start, tuple(f"{minus}{field.lower()}:{_written(value)}" for value in fit if fold(value) != begun)


def _written(value: str) -> str:
    value = value.replace('"', "")
    return f'"{value}"' if " " in value else value


def _trouble(field: str, value: str) -> str:
    match field:
        case "after" | "before" if first_day(value) is None:
            return f"{field}: wants a year, a month or a day, as in {field}:2019-03."
        case "is" if value.lower() not in IS:
            return f"is: wants {', '.join(IS[:-1])} or {IS[-1]}."
        case "has" if value.lower() not in HAS:
            return f"has: wants {' or '.join(HAS)}."
    return ""
