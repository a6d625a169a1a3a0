"""A name made of names becomes its pieces: "US State Department", "Putin-Aso", "Schalke 04 Hoffenheim".

Two names that were taken for one come apart: "Obama Clinton" of a headline, "Reuters Cairo" of a dateline."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.analysis.model import Entity, Kind, Mention
from tui.analysis.names.lexicon import key, lexicon
from tui.analysis.naming import fold_name
from tui.library.entities.countries import countries
from tui.library.entities.words import UNIONS
from tui.text.span import Span

WORD = re.compile(r"[^\s/–—,&-]+")
OWN = re.compile(r"['’]s?$")
BREAKS = re.compile(r"[-–—/,&]|\b(?:and|und|of)\b")
OWNS = re.compile(r"['’]s?\s")
BESIDE = re.compile(r"\b(?:(?:West|East|North|South|Greater|Upper|Lower|Air|Radio) |[Nn]eo-)$")
BEHIND = re.compile(
    r" (?:[Aa]irport|[Ee]xchange|[Uu]niversity|[Cc]athedral|[Zz]oo|[Pp]rison|[Pp]rovince|[Gg]overnorate|City"
    r"|Philharmonic|[Pp]arliament|[Aa]thletics [Ff]ederation|[Ff]ootball [Aa]ssociation)\b"
)
LETTERS = frozenset({"us", "un", "uk", "eu"})
AGENCIES = frozenset({"reuters", "ap", "afp", "dpa", "bbc", "upi", "xinhua", "cnn"})
ZONES = frozenset({"edt", "est", "gmt", "bst", "pdt", "pst", "cet"})
MOST_WORDS = 10  # of a name that is looked into
LONGEST = 4  # words of a piece


class Piece(NamedTuple):
    """A name within a longer one: that of another entity of the article, or of a country or union it does not name."""

    span: Span
    local: int  # index into the article's entities; -1 where it is none of them


def bearers(entities: Sequence[Entity]) -> dict[str, int]:
    """The folded names of an article, each with the entity that bears it first."""
    found: dict[str, int] = {}
    for number, entity in enumerate(entities):
        for mention in entity.mentions:
            found.setdefault(fold_name(mention.text), number)
    for number, entity in enumerate(entities):
        if entity.kind is Kind.PERSON and " " in entity.name:
            found.setdefault(fold_name(entity.name).rsplit(" ", 1)[-1], number)
    return found


def last_names(entities: Sequence[Entity]) -> dict[str, frozenset[int]]:
    """The last words of full names of persons, each with those who bear it."""
    found: dict[str, frozenset[int]] = {}
    for number, entity in enumerate(entities):
        words = fold_name(entity.name).split()
        if entity.kind is Kind.PERSON and len(words) > 1:
            found[words[-1]] = found.get(words[-1], frozenset()) | {number}
    return found


def glued(
    mention: Mention, local: int, lasts: Mapping[str, frozenset[int]], named: Mapping[str, int]
) -> tuple[Piece, ...]:
    """The two names that a mention of the entity `local` is glued of; none where it is one name."""
    words = mention.text.split()
    if len(words) != 2 or not all(map(str.isalpha, words)):
        return ()
    first, last = map(fold_name, words)
    start, end = mention.span
    spans = Span(start, start + len(words[0])), Span(end - len(words[1]), end)
    if first in AGENCIES | ZONES and last in lexicon().places:
        agency, place = named.get(first, -1), named.get(last, -1)
        if first in ZONES:
            return (Piece(spans[1], place),)
        return Piece(spans[0], agency if agency not in (local, place) else -1), Piece(spans[1], place)
    who = [lasts.get(word, frozenset()) - {local} for word in (first, last)]
    if mention.kind is Kind.PERSON and all(len(one) == 1 for one in who) and words[0] not in lexicon().given:
        return tuple(Piece(span, *one) for span, one in zip(spans, who, strict=True)) if who[0] != who[1] else ()
    return ()


def pieces(mention: Mention, local: int, named: Mapping[str, int]) -> Iterator[Piece]:
    """The names within a mention of the entity `local`."""
    text = mention.text
    words = list(WORD.finditer(text))
    if not 1 < len(words) <= MOST_WORDS or fold_name(text) in countries().names:
        return
    told = key(text) in lexicon().known or key(text) in lexicon().places
    if told and not (words[0].group().replace(".", "").isupper() and fold_name(words[0].group()) in LETTERS):
        return
    at = 0
    while at < len(words):
        for size in range(min(LONGEST, len(words) - at, len(words) - 1), 0, -1):
            start, end = words[at].start(), words[at + size - 1].end()
            inner = text[start:end]
            shown = OWN.sub("", inner)
            piece = _bearer(shown, text[:start], text[start + len(shown) :], mention.kind, named)
            if piece is not None and piece != local:
                yield Piece(Span(mention.span.start + start, mention.span.start + start + len(shown)), piece)
                at += size - 1
                break
        at += 1


def _bearer(inner: str, before: str, after: str, kind: Kind, named: Mapping[str, int]) -> int | None:
    """Which entity a piece names; -1 for a country or union that only stands here, None for nobody."""
    folded = fold_name(inner)
    land = folded in countries().names or (folded in UNIONS and folded != "european")
    apart = BREAKS.search(before) or BREAKS.search(after) or fold_name(before) in countries().names
    if kind is Kind.PERSON and not apart and not (land and not before):
        return None
    if folded in named:
        return named[folded]
    whose = OWNS.match(after) is not None and folded in lexicon().places
    return -1 if not before.strip() and (land or whose) else None


def written(mention: Mention, text: str) -> str:
    """A place with the word beside it that makes another of it: "West Berlin", "Brussels airport"."""
    if mention.kind is Kind.PERSON:
        return mention.text
    start, end = mention.span
    before, after = BESIDE.search(text, max(0, start - 12), start), BEHIND.match(text, end)
    return (before.group() if before else "") + mention.text + (after.group() if after else "")
