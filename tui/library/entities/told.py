"""What an article tells of its entities becomes a small record, and that a record of the index."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import orjson

from tui.analysis.model import Analysis, Day, Entity, Kind, Status, TimelineEvent
from tui.analysis.naming import fold_name
from tui.library.entities.forms import Grade
from tui.library.entities.sightings import Sighting, sightings
from tui.library.index.articles import storable
from tui.library.packing.columns import columns, rows_of
from tui.library.packing.packing import pack_values, unpack_values
from tui.text.span import Span, at

LONGEST = 400  # characters of a sentence or a quotation that are kept
MOST_ALIASES = 12
VERSION = 2
# What stands in all that is told; who changes it makes `VERSION` another.
_ENTITIES = (
    b'[2,[3,[0,["PERSON","PERSON","PLACE","ORG","PERSON","PLACE","GROUP","OTHER","PLACE"]],[0,["P","N","C:us","C:gb",'
    b'"G:us","P","P","N","N","N"]],[0,[2,2,2,2,1,2,2,2,2,2]],[4,[0,[0,0,0,0,1,0,0,0]],[0,[]]],[4,[0,[0,0,1,0,0,0,0]],'
    b"[0,[]]],[0,[4,3,2,2,2,1,1,1,1,1]],[0,[2,0,1,4,0,10,3,5,6,7,8,9]],[1,[116,-136,103,218,30]],[1,[0,1,1,1,1,1,1,1,1]]]]"
)
_WORDS = (
    b'[[""],[4,[0,[3,2,2,1,1,2,2]],[0,[1,4,6,1,2,0,7,8]]],[3,[3,[1,[2008,4,4,0]],[0,[1,5,5]],[1,[1,0,0,21]]],[3,[1,[20'
    b'08,4,4,0,0]],[1,[12,0,0,-7]],[1,[31,0,0,-9]]],[0,["2008","2016-05-22"]],[0,[""]],[0,[304,79,377]],[4,[0,[1,3,2,2'
    b',2]],[0,[8,1,4]]],[0,[false,false,false,true,false,false]]],[3,[1,[1,-2,0,0,0]],[0,[""]],[1,[123,43]],[4,[0,[1,2'
    b',2,1]],[0,[4,1,2]]]],[3,[0,[""]],[1,[2,1,1]],[1,[230,40]]]]'
)
_SPACE = re.compile(r"\s+")


class Here(NamedTuple):
    """An entity of an article; `sentence` is the one it is first named in, `offset` where in the article that is."""

    kind: str
    name: str
    key: str
    grade: int
    others: tuple[str, ...]
    aliases: tuple[str, ...]
    mentions: int
    sentence: int
    offset: int
    local: int  # index into the entities of the analysis, -1 where it stands within other names only


class Dated(NamedTuple):
    """A row of the article's timeline; `entities` are indices into `Told.entities`."""

    first: Day
    last: Day
    value: str
    text: str
    offset: int
    entities: tuple[int, ...]
    uncertain: bool


class Said(NamedTuple):
    """A quotation: who said it and of whom it speaks, as indices into `Told.entities`; -1 for nobody."""

    speaker: int
    text: str
    offset: int
    about: tuple[int, ...]


class Counted(NamedTuple):
    """A figure as it is written, with its sentence."""

    text: str
    sentence: int
    offset: int


class Packed(NamedTuple):
    """What an article tells, as it is stored; `words` can be read beside the article's text only."""

    entities: bytes
    words: bytes


class Told(NamedTuple):
    """All of an article that a dossier may ask for."""

    sentences: tuple[str, ...]
    entities: tuple[Here, ...]
    within: tuple[tuple[int, ...], ...]  # of each sentence, which entities stand in it
    events: tuple[Dated, ...]
    quotes: tuple[Said, ...]
    figures: tuple[Counted, ...]


def told(text: str, analysis: Analysis) -> Told:
    """What an article tells; `analysis` as the person put it right."""
    seen = sightings(text, analysis)
    standing: dict[int, set[int]] = {}
    first: list[tuple[int, int]] = []
    for number, one in enumerate(seen):
        spans = _spans(one, analysis.entities)
        places = [(_sentence(analysis, span), span.start) for span in spans]
        for sentence, _ in places:
            standing.setdefault(sentence, set()).add(number)
        first.append(min((place for place in places if place[0] >= 0), default=(-1, spans[0].start if spans else 0)))
    by_local = {one.local: number for number, one in enumerate(seen) if one.local >= 0}
    figures = [(figure, _sentence(analysis, figure.span)) for figure in analysis.figures]
    wanted = sorted(
        {place for place, _ in first if place >= 0} | {place for _, place in figures if standing.get(place)}
    )
    row = {sentence: at for at, sentence in enumerate(wanted)}
    return Told(
        tuple(_words(text, analysis.sentences[sentence]) for sentence in wanted),
        tuple(
            _here(one, analysis.entities, row.get(sentence, -1), offset)
            for one, (sentence, offset) in zip(seen, first, strict=True)
        ),
        tuple(tuple(sorted(standing.get(sentence, ()))) for sentence in wanted),
        tuple(
            Dated(
                event.interval.first,
                event.interval.last,
                event.value,
                _words(text, _readable(text, event)),
                event.clause.start,
                tuple(by_local[local] for local in event.entities if local in by_local),
                event.uncertain,
            )
            for event in analysis.events
            if event.status is Status.DATED
        ),
        tuple(
            Said(
                by_local.get(quote.entity, -1) if quote.entity is not None else -1,
                _words(text, Span(quote.content[0].start, quote.content[-1].end)),
                quote.content[0].start,
                tuple(sorted(_about(quote.content, analysis.entities, by_local))),
            )
            for quote in analysis.quotes
            if not quote.doubted
        ),
        tuple(
            Counted(_words(text, figure.span), row[sentence], figure.span.start)
            for figure, sentence in figures
            if sentence in row
        ),
    )


def spans_of(text: str, analysis: Analysis) -> list[list[Span]]:
    """Where each of `Told.entities` stands."""
    return [_spans(one, analysis.entities) for one in sightings(text, analysis)]


def packed(one: Told, text: bytes) -> Packed:
    """As it is stored, what it says of entities by itself and all else beside the text."""
    tree = orjson.loads(orjson.dumps(one, default=tuple))
    sentences, entities, *rest = tree
    for row, here in zip(entities, one.entities, strict=True):
        kind, _, plain = here.key.partition(":")
        row[2] = kind if plain == here.name.lower() else here.key  # mostly a key is its name
    return Packed(
        pack_values([VERSION, columns(entities)], _ENTITIES),
        pack_values([sentences, *map(columns, rest)], _WORDS, text),
    )


def unpacked(body: Packed, text: bytes) -> Told:
    """As it was; raises ValueError for what is none, or was packed beside another text."""
    try:
        sentences, *rest = unpack_values(body.words, _WORDS, text)
        within, events, quotes, figures = map(rows_of, rest)
        return Told(
            tuple(sentences),
            entities_of(body.entities),
            tuple(map(tuple, within)),
            tuple(Dated._make((Day(*row[0]), Day(*row[1]), *row[2:5], tuple(row[5]), row[6])) for row in events),
            tuple(Said._make((*row[:3], tuple(row[3]))) for row in quotes),
            tuple(Counted._make(row) for row in figures),
        )
    except (TypeError, LookupError) as error:
        raise ValueError(str(error)) from error


def entities_of(body: bytes) -> tuple[Here, ...]:
    """What was packed of entities; raises ValueError for what is none."""
    try:
        version, rows = unpack_values(body, _ENTITIES)
        if version != VERSION:
            raise ValueError("another version")
        return tuple(map(_entity, rows_of(rows)))
    except (TypeError, LookupError) as error:
        raise ValueError(str(error)) from error


def _entity(row: list[Any]) -> Here:
    kind, name, key, grade, others, aliases, *rest = row
    key = key if ":" in key else f"{key}:{name.lower()}"
    return Here(kind, name, key, grade, tuple(others), tuple(aliases), *rest)


def forms_of(here: Here) -> tuple[str, ...]:
    """The folded names that it is looked for by."""
    return tuple(dict.fromkeys(storable(fold_name(name)) for name in (here.name, *here.aliases)))


def _here(one: Sighting, entities: Sequence[Entity], sentence: int, offset: int) -> Here:
    aliases: Iterable[str] = ()
    if one.local >= 0:
        entity = entities[one.local]
        own = {mention.text for mention in entity.mentions if mention.span not in one.left}
        others = {mention.text for mention in entity.mentions} - own
        names = (alias.text for alias in entity.aliases if alias.text not in others)
        aliases = dict.fromkeys(storable(name) for name in names if name != one.name)
    key, grade, shorter = one.key, one.grade, tuple(map(storable, one.others))
    return Here(
        str(Kind(one.kind)), storable(one.name), storable(key), int(Grade(grade)), shorter,
        tuple(aliases)[:MOST_ALIASES], one.mentions, sentence, offset, one.local,
    )  # fmt: skip


def _spans(one: Sighting, entities: Sequence[Entity]) -> list[Span]:
    own = [mention.span for mention in entities[one.local].mentions] if one.local >= 0 else []
    return sorted([*(span for span in own if span not in one.left), *one.spans])


def _sentence(analysis: Analysis, span: Span) -> int:
    """Which sentence a place is in; -1 for none."""
    found = at(analysis.sentences, span.start)
    return -1 if found is None else found


def _about(content: Sequence[Span], entities: Sequence[Entity], rows: dict[int, int]) -> set[int]:
    start, end = content[0].start, content[-1].end
    return {
        rows[local]
        for local, entity in enumerate(entities)
        if local in rows and any(start <= mention.span.start < end for mention in entity.mentions)
    }


def _readable(text: str, event: TimelineEvent) -> Span:
    """The words of its date, or the sentence where they would begin in its middle."""
    before = text[event.sentence.start : event.clause.start]
    return event.sentence if any(map(str.isalnum, before)) else event.clause


def _words(text: str, span: Span) -> str:
    words = _SPACE.sub(" ", text[span.start : span.end]).strip()
    return storable(words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…")
