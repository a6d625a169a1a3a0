"""What an article tells of its entities becomes a small record, and that a record of the index."""

import re
import zlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import orjson

from tui.analysis.model import Analysis, Day, Entity, Kind, Status, TimelineEvent
from tui.analysis.naming import fold_name
from tui.library.entities.forms import Grade
from tui.library.entities.sightings import Sighting, sightings
from tui.library.index.articles import storable
from tui.text.span import Span, at

LONGEST = 400  # characters of a sentence or a quotation that are kept
MOST_ALIASES = 12
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


def packed(one: Told) -> bytes:
    """As it is stored."""
    return zlib.compress(orjson.dumps([1, *one], default=tuple), 6)


def unpacked(body: bytes) -> Told:
    """As it was; raises ValueError for what is none."""
    try:
        version, sentences, entities, within, events, quotes, figures = orjson.loads(zlib.decompress(body))
        if version != 1:
            raise ValueError("another version")
        return Told(
            tuple(sentences),
            tuple(Here._make((*row[:4], tuple(row[4]), tuple(row[5]), *row[6:])) for row in entities),
            tuple(map(tuple, within)),
            tuple(Dated._make((Day(*row[0]), Day(*row[1]), *row[2:5], tuple(row[5]), row[6])) for row in events),
            tuple(Said._make((*row[:3], tuple(row[3]))) for row in quotes),
            tuple(Counted._make(row) for row in figures),
        )
    except (zlib.error, TypeError, IndexError) as error:
        raise ValueError(str(error)) from error


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
