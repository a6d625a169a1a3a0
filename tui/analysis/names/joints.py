"""Neighbouring candidates become one name where its words say so, and one becomes two where they stand for two."""

import re
from collections.abc import Iterable, Iterator, Sequence

from tui.analysis.model import Kind
from tui.analysis.names.beside.heads import is_company
from tui.analysis.names.lexicon import key, lexicon
from tui.analysis.names.surfaces import Candidate
from tui.text.span import Span

SUBJECT = re.compile(r" (?:on|for|against) (?:the )?")  # "Council on Foreign Relations"
SEAT = re.compile(r" in (?:the )?")  # "Organization for Security and Cooperation in Europe (OSCE)"
LETTERS_BEHIND = re.compile(r" \(([A-Z]{3,8})\)")
BODY_WORDS = (
    "council panel commission committee institute centre center agency foundation society association conference "
    "organization organisation campaign alliance coalition fund office board network institution"
)
BODIES = frozenset(BODY_WORDS.split())
OF_WORDS = "Municipality|Ministry|University|Bank|Diocese|Archdiocese|Parliament|Chamber"
OF_PLACE = re.compile(rf"\b(?:{OF_WORDS}) of (?:the )?$")  # "Municipality of Lobrest"
OF_PLACE_MARKED = re.compile(rf"(?:{OF_WORDS}) of (?:the )?")
SIDES = re.compile(r"\s(?:vs?\.?|versus)\s|(?<=[A-Z]{3})(?P<dash>\s[-–—]\s)(?=[A-Z][a-z])")
LABEL = re.compile(r"([A-Z][a-z]+s)[-:](?=([A-Z]\w+) [A-Z])")  # "Midfielders-Ion Lupu"
SEATED = re.compile(r" of (?:the )?(?=[A-Z][\w’'-]+$)")  # "Evergreen Marine of Taiwan"
FOR = re.compile(r"(?:[Pp]ro|[Aa]nti)-$")
FOR_FIRST = re.compile(r"(?:Pro|Anti)-(?=[A-Z])")
PERSON_OF = re.compile(r"(?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+(?= of [A-Z]{2,6}$)")
COMPASS = re.compile(r"\b(?:North|South|East|West|Northern|Southern|Eastern|Western|Central) $")
CHAMBER = re.compile(r"Chamber|Red Cross|Academy|Council|Society|Association|Federation|Institute")
NICKNAMED = re.compile(r"([A-Z][\w’'-]+) [(\"“‘][A-Z][a-z]+[)\"”’] [A-Z][\w’'-]+")  # "William (Bill) Marsh"
LONGEST_BODY = 40  # characters before a place


def parted(text: str, names: Iterable[Candidate]) -> Iterator[Candidate]:
    """Candidates that stand for one name each."""
    for name in names:
        for side in _sides(text, name._replace(span=_without_label(text, name.span))):
            for part in _land_and_person(text, side):
                yield from _two_kinds(part, text[slice(*part.span)])


def _without_label(text: str, span: Span) -> Span:
    """The name without the label of a list in front of it."""
    label = LABEL.match(text, *span)
    one = label.group(1)[:-1].lower() if label else ""
    return Span(label.end(), span.end) if label and (one in lexicon().common or lexicon().is_a(one, "role")) else span


def _two_kinds(name: Candidate, surface: str) -> Iterator[Candidate]:
    """Whose party stands behind, and a people before its mountains: "Ann Cole of LDP", "Swiss Alps"."""
    lists, start = lexicon(), name.span.start
    first, _, second = surface.partition(" ")
    if (person := PERSON_OF.match(surface)) and first in lists.given:
        yield name._replace(span=Span(start, start + person.end()), kind=Kind.PERSON)
        yield Candidate(Span(start + person.end() + 4, name.span.end), Kind.ORG, name.share, False, "cut")
    elif (seat := SEATED.search(surface)) and is_company(surface[: seat.start()]):
        yield name._replace(span=Span(start, start + seat.start()), kind=Kind.ORG)
        yield Candidate(Span(start + seat.end(), name.span.end), Kind.PLACE, name.share, False, "cut")
    elif first in lists.demonyms and lists.places.get(key(second)) == "region" and key(surface) not in lists.places:
        yield Candidate(Span(start, start + len(first)), Kind.GROUP, name.share, name.opening, "cut")
        yield Candidate(Span(start + len(first) + 1, name.span.end), Kind.PLACE, name.share, False, "cut")
    else:
        yield name


def _sides(text: str, name: Candidate) -> Iterator[Candidate]:
    """The two sides of a match, and of a dateline: "Karlsberg vs. Ulmen", "OSTRA - Rain"."""
    start = name.span.start
    for match in SIDES.finditer(text, *name.span):
        if match["dash"] and not text[start : match.start()].isupper():
            continue
        yield name._replace(span=Span(start, match.start()))
        start = match.end()
    yield name._replace(span=Span(start, name.span.end))


def _land_and_person(text: str, name: Candidate) -> Iterator[Candidate]:
    """The country and its ambassador in "to the United States Amir Tolo"; the land and the party in "pro-Ostra DAP"."""
    lists = lexicon()
    start, end = name.span
    if first := FOR_FIRST.match(text, start, end):
        start = first.end()
    words = [match.span() for match in re.finditer(r"\S+", text[start:end])]
    if first or FOR.search(text, max(0, start - 5), start):
        cut = start + words[0][1]
        if len(words) > 1 and key(text[start:cut]) in lists.places:
            yield Candidate(Span(start, cut), Kind.PLACE, name.share, name.opening, "cut")
            yield name._replace(span=Span(start + words[1][0], end), opening=False)
            return
    elif len(words) > 3 - (name.kind is Kind.PERSON):
        cut = start + words[-2][0]
        land, person = text[start:cut].strip(), text[cut:end]
        plain = person.replace(" ", "").isalpha() and not any(_says_body(word) for word in person.split())
        if plain and lists.places.get(key(land)) == "country" and not _has_plain_word(person):
            yield Candidate(Span(start, start + len(land)), Kind.PLACE, name.share, name.opening, "cut")
            yield name._replace(span=Span(cut, end), kind=Kind.PERSON, opening=False)
            return
    yield name._replace(span=Span(start, end)) if start != name.span.start else name


def _says_body(word: str) -> bool:
    lists = lexicon()
    return lists.is_a(word, "org") or lists.is_a(word, "place") or lists.is_a(word, "event")


def _has_plain_word(words: str) -> bool:
    return any(word.lower() in lexicon().common and word not in lexicon().given for word in words.split())


def joined_bodies(text: str, names: Sequence[Candidate]) -> list[Candidate]:
    """Bodies whole, with what they are for: "Council on Foreign Relations", "Municipality of Lobrest"."""
    result: list[Candidate] = []
    for name in names:
        if result and name.span.end <= result[-1].span.end:
            continue
        nicknamed = NICKNAMED.match(text, name.span.start)
        if nicknamed and nicknamed.group(1) in lexicon().given:
            result.append(name._replace(span=Span(*nicknamed.span()), kind=Kind.PERSON))
            continue
        if result and name.span.start < result[-1].span.end:  # "Ida (Nan) Ruth Orton" goes on behind the nickname
            result[-1] = result[-1]._replace(span=Span(result[-1].span.start, name.span.end))
            continue
        if result and (whole := _one_body(text, result[-1], name)):
            result[-1] = whole
        elif name.kind is Kind.PLACE and (before := _body_of(text, name, result)):
            result.append(name._replace(span=Span(before, name.span.end), kind=Kind.ORG))
        elif name.kind is Kind.PLACE and (before := _quarter_of(text, name, result)):
            result.append(name._replace(span=Span(before, name.span.end)))
        else:
            result.append(name)
    return result


def _quarter_of(text: str, name: Candidate, before: Sequence[Candidate]) -> int:
    """The start of "Eastern Ostra", or 0."""
    free = before[-1].span.end if before else 0
    match = COMPASS.search(text, max(free, name.span.start - 10), name.span.start)
    return match.start() if match and key(text[slice(*name.span)]) in lexicon().places else 0


def _one_body(text: str, left: Candidate, right: Candidate) -> Candidate | None:
    if (
        text[left.span.end : right.span.start] == " and "
        and key(text[left.span.start : right.span.end]) in lexicon().places
    ):
        return left._replace(span=Span(left.span.start, right.span.end), kind=Kind.PLACE)
    if (
        right.kind is Kind.ORG
        and right.span.start == left.span.end + 1
        and text[slice(*left.span)] in lexicon().demonyms
        and CHAMBER.match(text, *right.span)
    ):
        return right._replace(span=Span(left.span.start, right.span.end))
    if right.kind is Kind.PLACE and OF_PLACE_MARKED.fullmatch(text, left.span.start, right.span.start):
        return left._replace(span=Span(left.span.start, right.span.end), kind=Kind.ORG)
    if left.kind not in (Kind.ORG, Kind.OTHER, None) or right.kind is Kind.PERSON:
        return None
    first, second = text[slice(*left.span)], text[slice(*right.span)]
    whole = left._replace(span=Span(left.span.start, right.span.end), kind=Kind.ORG, share=max(left.share, right.share))
    between = text[left.span.end : right.span.start]
    if SEAT.fullmatch(between):
        letters = LETTERS_BEHIND.match(text, right.span.end)
        capitals = re.findall(r"\b[A-Z]", first + " " + second)
        return whole if letters and len(capitals) > 2 and "".join(capitals) == letters.group(1) else None
    if not SUBJECT.fullmatch(between) or " " not in first or first.rsplit(" ", 1)[-1].lower() not in BODIES:
        return None
    lists, name = lexicon(), key(second)
    return None if name in lists.places or name in lists.known or second in lists.demonyms else whole


def _body_of(text: str, name: Candidate, before: Sequence[Candidate]) -> int:
    """The start of the body that a place ends, or 0."""
    free = before[-1].span.end if before else 0
    match = OF_PLACE.search(text, max(free, name.span.start - LONGEST_BODY), name.span.start)
    return match.start() if match else 0
