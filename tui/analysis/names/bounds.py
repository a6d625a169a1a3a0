"""Candidates become whole names and no more: double names joined, party tags and eponyms out, two bodies apart."""

import re
from collections.abc import Iterable, Iterator, Sequence

from tui.analysis.model import Kind
from tui.analysis.names.joints import joined_bodies, parted
from tui.analysis.names.lexicon import lexicon
from tui.analysis.names.surfaces import STYLES, Candidate
from tui.text.span import Span

STATE_WORDS = (
    "Ala Alaska Ariz Ark Calif Colo Conn Del Fla Ga Hawaii Idaho Ill Ind Iowa Kan Ky La Maine Mass Md Mich Minn Miss "
    "Mo Mont Neb Nev N.C N.D N.H N.J N.M N.Y Ohio Okla Ore Pa R.I S.C S.D Tenn Texas Utah Vt Va W.Va Wash Wis Wyo"
)
STATES = "|".join(re.escape(word) for word in STATE_WORDS.split())
TAG = re.compile(rf"(?:[DRI]|DFL|Dem|Rep)-(?:{STATES})\.?(?!\w)")  # "Ann Coe, R-W.Va."
LONGEST_TAG = 12  # characters
MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?=\S)"
)
DAY_BEFORE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? $")
SECOND_HALF = re.compile(r"[-‑]([A-Z][\w’']+)(?![\w-])")
ROLES = frozenset({"mp", "mps", "msp", "mep", "td", "cllr", "sens", "reps", "messrs", "broker", "crown", "sgt"})
TWO_BODIES = re.compile(r"(?<=\s)(?:Co|Inc|Corp|Ltd|LLC|PLC|plc|AG|GmbH)(?:\.(?= and))?( and )(?=[A-Z])")
LAW = re.compile(r"['’]s (?:Law|Act|Bill|Rule|Theorem|Cup|Prize)(?!\w)")
SON_OF = re.compile(r"(?:\s(?:bin|ibn|bint|ben|ould)\s[A-Z][\w’'-]+|\s(?:al|el)-[A-Z]\w+)+")
SHORT_FORENAME = re.compile(r"\b(?:Wm|Geo|Chas|Thos|Jas|Edw)\.\s$")
NEXT_SENTENCE = re.compile(
    r"\s(?:―\s)?(?:In|On|At|But|Why|What|How|Who|When|Where|After|Both|Despite|This|These|It|He|She|They)(?:\s|$)"
)
SAYING = re.compile(r"(?:I|He|She|We|They|You|It)\s+(?:[a-z’']+\s+)+(?=[A-Z])")  # "I told Nora"
ILLNESS = re.compile(r"['’]s (?:disease|syndrome|chorea|sarcoma|lymphoma|palsy|law|rule|principle|paradox)(?!\w)")
EPONYM_WORDS = "Alzheimer Parkinson Down Crohn Hodgkin Asperger Tourette Huntington"
EPONYMS = frozenset(EPONYM_WORDS.split())
WORD = re.compile(r"\S+")


def settled(text: str, names: Iterable[Candidate]) -> list[Candidate]:
    """The candidates within the right bounds, sorted and disjoint; what is no name is gone."""
    whole: list[Candidate] = []
    for name in parted(text, names):
        for part in _parted(text, name):
            mended = _mended(text, part)
            if mended and whole and whole[-1].span.start >= mended.span.start:
                whole.pop()
            if mended and (not whole or mended.span.start >= whole[-1].span.end):
                whole.append(mended)
    return _with_second_halves(text, joined_bodies(text, whole))


def _parted(text: str, name: Candidate) -> Iterator[Candidate]:
    """ "Keller & Co and Brandt" are two bodies: what makes a company ends the first."""
    match = TWO_BODIES.search(text, *name.span) if name.kind is Kind.ORG else None
    if match is None:
        yield name
    else:
        yield name._replace(span=Span(name.span.start, match.start(1)))
        yield name._replace(span=Span(match.end(1), name.span.end), opening=False)


def _mended(text: str, name: Candidate) -> Candidate | None:
    start, end = name.span
    while tag := _tag_at(text, start):
        start = tag
        while start < end and not text[start].isalnum():
            start += 1
        if start >= end:
            return None
    if (month := MONTH.match(text, start, end)) and DAY_BEFORE.search(text[max(0, start - 8) : start]):
        start = month.end()
    if name.kind in (Kind.PERSON, Kind.ORG, Kind.PLACE) and (next_one := NEXT_SENTENCE.search(text, start, end)):
        end = next_one.start()  # a caption or a heading without a full stop
    if saying := SAYING.match(text, start, end):
        start = saying.end()
    if name.kind is Kind.PERSON:
        start = _without_roles(text, start, end)
        end = more.end() if (more := SON_OF.match(text, end)) else end
        if forename := SHORT_FORENAME.search(text, max(0, start - 7), start):
            start = forename.start()
    if ILLNESS.match(text, end) or (text[start:end] in EPONYMS and text[end : end + 2] in ("'s", "’s")):
        return None
    if law := LAW.match(text, end):
        return name._replace(span=Span(start, law.end()), kind=Kind.OTHER)
    return name._replace(span=Span(start, end)) if (start, end) != tuple(name.span) else name


def _tag_at(text: str, start: int) -> int:
    """The end of the tag of a party and a state that begins at `start` or a little before; 0 without one."""
    for match in TAG.finditer(text, max(0, start - LONGEST_TAG), start + LONGEST_TAG):
        if match.start() <= start < match.end():
            return match.end()
    return 0


def _without_roles(text: str, start: int, end: int) -> int:
    """The start of the name itself behind titles and roles: "Labour MP Jane Orr", "Crown Prince Salim"."""
    lists, words = lexicon(), list(WORD.finditer(text, start, end))
    first = 0
    for index, word in enumerate(words[:-1]):
        low = word.group().lower().rstrip(".")
        if low in STYLES or (word.group() in lists.given and index != first):
            break
        if low in ROLES or (lists.is_a(low, "title") and (index == first or word.group()[0].isupper())):
            first = index + 1
    return words[first].start() if words else start


def _with_second_halves(text: str, names: Sequence[Candidate]) -> list[Candidate]:
    """People with both halves of a double name: "Ana Pryor-Vale", and then "Pryor-Vale" alone too."""
    doubles: set[str] = set()
    for name in names:
        half = SECOND_HALF.match(text, name.span.end) if name.kind is Kind.PERSON else None
        if half and " " in text[slice(*name.span)]:
            doubles.add(text[slice(*name.span)].rsplit(" ", 1)[-1] + half.group())
    if not doubles:
        return list(names)
    result: list[Candidate] = []
    for name in names:
        if result and name.span.start < result[-1].span.end:
            continue
        half = SECOND_HALF.match(text, name.span.end)
        if half and text[slice(*name.span)].rsplit(" ", 1)[-1] + half.group() in doubles:
            name = name._replace(span=Span(name.span.start, half.end()))
        result.append(name)
    return result
