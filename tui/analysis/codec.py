"""Analysis <-> JSON bytes, exactly; what is not such JSON raises ValueError."""

import io
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

import orjson

from tui.analysis.checked import to_flag, to_many, to_number, to_share, to_span, to_text
from tui.analysis.model import (
    Alias,
    Analysis,
    Bound,
    Change,
    Day,
    Entity,
    Figure,
    Interval,
    Kind,
    Mention,
    Quote,
    QuoteKind,
    Status,
    TimeExpression,
    TimelineEvent,
    TimeType,
)
from tui.text.article import Known, Published
from tui.text.span import Span

VERSION = 4
TREE_VERSION = 1  # of what other programs read
ROWS = 200  # of one line
Value = TypeVar("Value")


def tree_of(analysis: Analysis) -> dict[str, Any]:
    """An analysis for other programs: spans are [start, end], intervals [[y, m, d], [y, m, d]]."""
    return {
        "version": TREE_VERSION,
        "digest": analysis.digest,
        "published": _published(analysis.published),
        "language": analysis.language,
        "sentences": [tuple(span) for span in analysis.sentences],
        "entities": [
            {**_entity(entity), "mentions": list(map(_mention, entity.mentions))} for entity in analysis.entities
        ],
        "times": [_time(time) for time in analysis.times],
        "events": [_event(event) for event in analysis.events],
        "quotes": [_quote(quote) for quote in analysis.quotes],
        "figures": [_figure(figure) for figure in analysis.figures],
    }


def encode(analysis: Analysis) -> bytes:
    """Lines of JSON: version, digest, date and the number of lines that follow; then [name of a part, rows of it].

    Short lines instead of one long text, since reading a line holds up everything else: whoever reads an analysis
    beside the keys gives way to them after each. The mentions of an entity stand in the lines after it."""
    lines = [dumped([name, rows]) for name, rows in _parts(analysis)]
    head = {"version": VERSION, "digest": analysis.digest, "published": _published(analysis.published)}
    head["language"] = analysis.language
    return b"\n".join([dumped({**head, "lines": len(lines)}), *lines])


def decode(body: bytes) -> Analysis:
    """The analysis that `encode` wrote; raises ValueError for anything else."""
    lines = iter(io.BytesIO(body))
    head = _loaded(next(lines, b""))
    if not isinstance(head, dict) or head.get("version") != VERSION:
        raise ValueError("not an analysis of this version")
    parts = _Parts()
    try:
        for line in lines:
            parts.add(*_loaded(line))
        if parts.lines != to_number(head["lines"]):
            raise ValueError("an analysis that breaks off")
        return parts.joined(to_text(head["digest"]), _to_published(head["published"]), to_text(head["language"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not an analysis: {error!r}") from error


def rows_of(body: bytes, *names: str) -> Iterator[tuple[str, list[Any]]]:
    """The rows of some parts as `encode` wrote them, in its order; raises ValueError where they are none."""
    wanted = tuple(b'["%s",' % name.encode() for name in names)
    for line in body.split(b"\n")[1:]:
        if line.startswith(wanted):
            name, rows = _loaded(line)
            yield name, rows


def dumped(tree: Any) -> bytes:
    """JSON in UTF-8, or in ASCII where a text is none that UTF-8 knows."""
    try:
        return orjson.dumps(tree)
    except orjson.JSONEncodeError:  # a lone surrogate
        return json.dumps(tree).encode("ascii")


def _loaded(body: bytes) -> Any:
    try:
        return orjson.loads(body)
    except ValueError:
        try:
            return json.loads(body)  # reads lone surrogates
        except RecursionError as error:
            raise ValueError("not an analysis: nested too deeply") from error


def _parts(analysis: Analysis) -> Iterator[tuple[str, list[Any]]]:
    yield from _some("sentences", analysis.sentences, tuple)
    for entity in analysis.entities:
        yield "entity", [_entity(entity)]
        yield from _some("mentions", entity.mentions, _mention)
    yield from _some("times", analysis.times, _time)
    yield from _some("events", analysis.events, _event)
    yield from _some("quotes", analysis.quotes, _quote)
    yield from _some("figures", analysis.figures, _figure)


def _some(name: str, values: Sequence[Value], row_of: Callable[[Value], Any]) -> Iterator[tuple[str, list[Any]]]:
    for start in range(0, len(values), ROWS):
        yield name, [row_of(value) for value in values[start : start + ROWS]]


def _published(published: Published) -> dict[str, Any]:
    day = published.day.isoformat() if published.day else None
    return {"day": day, "known": published.known, "evidence": published.evidence}


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "name": entity.name,
        "kind": entity.kind,
        "aliases": [(alias.text, alias.rule) for alias in entity.aliases],
        "votes": entity.votes,
        "ambiguous": entity.ambiguous,
        "pinned": entity.pinned,
    }


def _mention(mention: Mention) -> tuple[Any, ...]:
    return *mention.span, mention.kind, mention.text, mention.rule


def _time(time: TimeExpression) -> dict[str, Any]:
    return {
        "span": tuple(time.span),
        "type": time.type,
        "value": time.value,
        "mod": time.mod,
        "interval": _interval(time.interval),
        "edtf": time.edtf,
        "rule": time.rule,
        "anchor": time.anchor,
        "confidence": time.confidence,
    }


def _event(event: TimelineEvent) -> dict[str, Any]:
    return {
        "interval": _interval(event.interval),
        "value": event.value,
        "edtf": event.edtf,
        "sentence": tuple(event.sentence),
        "clause": tuple(event.clause),
        "time": tuple(event.time) if event.time else None,
        "entities": event.entities,
        "status": event.status,
        "uncertain": event.uncertain,
        "background": event.background,
        "without": [tuple(span) for span in event.without],
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "content": [tuple(span) for span in quote.content],
        "kind": quote.kind,
        "cue": tuple(quote.cue) if quote.cue else None,
        "speaker": tuple(quote.speaker) if quote.speaker else None,
        "entity": quote.entity,
        "doubted": quote.doubted,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "span": tuple(figure.span),
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "noun": figure.noun,
        "bound": figure.bound,
        "change": figure.change,
        "source": tuple(figure.source) if figure.source else None,
    }


def _interval(interval: Interval | None) -> list[tuple[int, ...]] | None:
    return [tuple(interval.first), tuple(interval.last)] if interval else None


class _Parts:
    """Puts an analysis together from its lines. Equal texts and intervals are kept once: a long article has many."""

    def __init__(self) -> None:
        self.lines = 0
        self._sentences: list[Span] = []
        self._entities: list[dict[str, Any]] = []
        self._mentions: list[list[Mention]] = []  # of each entity
        self._times: list[TimeExpression] = []
        self._events: list[TimelineEvent] = []
        self._quotes: list[Quote] = []
        self._figures: list[Figure] = []
        self._texts: dict[str, str] = {}
        self._intervals: dict[Interval, Interval] = {}

    def add(self, name: str, rows: list[Any]) -> None:
        """The rows of one line."""
        self.lines += 1
        match name:
            case "sentences":
                self._sentences += map(to_span, rows)
            case "entity":
                self._entities += rows
                self._mentions += ([] for _ in rows)
            case "mentions" if self._mentions:
                self._mentions[-1] += map(self._to_mention, rows)
            case "times":
                self._times += map(self._to_time, rows)
            case "events":
                self._events += map(self._to_event, rows)
            case "quotes":
                self._quotes += map(_to_quote, rows)
            case "figures":
                self._figures += map(self._to_figure, rows)
            case _:
                raise ValueError("an analysis with an unknown part")

    def joined(self, digest: str, published: Published, language: str) -> Analysis:
        """All of it; raises ValueError where an event or a quote names an entity that is not there."""
        entities = tuple(map(_to_entity, self._entities, self._mentions))
        if any(not 0 <= index < len(entities) for event in self._events for index in event.entities):
            raise ValueError("an event with an unknown entity")
        if any(quote.entity is not None and not 0 <= quote.entity < len(entities) for quote in self._quotes):
            raise ValueError("a quote of an unknown entity")
        return Analysis(
            digest=digest,
            published=published,
            sentences=tuple(self._sentences),
            entities=entities,
            times=tuple(self._times),
            events=tuple(self._events),
            language=language,
            quotes=tuple(self._quotes),
            figures=tuple(self._figures),
        )

    def _to_mention(self, value: Sequence[Any]) -> Mention:
        start, end, kind, text, rule = value
        return Mention(Span(to_number(start), to_number(end)), Kind(kind), self._same(text), self._same(rule))

    def _to_time(self, value: dict[str, Any]) -> TimeExpression:
        return TimeExpression(
            span=to_span(value["span"]),
            type=TimeType(value["type"]),
            value=self._same(value["value"]),
            mod=self._same(value["mod"]),
            interval=self._interval(value["interval"]) if value["interval"] is not None else None,
            edtf=self._same(value["edtf"]),
            rule=self._same(value["rule"]),
            anchor=self._same(value["anchor"]),
            confidence=to_share(value["confidence"]),
        )

    def _to_event(self, value: dict[str, Any]) -> TimelineEvent:
        return TimelineEvent(
            interval=self._interval(value["interval"]),
            value=self._same(value["value"]),
            edtf=self._same(value["edtf"]),
            sentence=to_span(value["sentence"]),
            clause=to_span(value["clause"]),
            time=to_span(value["time"]) if value["time"] is not None else None,
            entities=to_many(value["entities"], to_number),
            status=Status(value["status"]),
            uncertain=to_flag(value["uncertain"]),
            background=to_flag(value["background"]),
            without=to_many(value["without"], to_span),
        )

    def _to_figure(self, value: dict[str, Any]) -> Figure:
        return Figure(
            span=to_span(value["span"]),
            low=to_share(value["low"]),
            high=to_share(value["high"]),
            unit=self._same(value["unit"]),
            noun=self._same(value["noun"]),
            bound=Bound(value["bound"]),
            change=Change(value["change"]) if value["change"] is not None else None,
            source=to_span(value["source"]) if value["source"] is not None else None,
        )

    def _same(self, value: Any) -> str:
        text = to_text(value)
        return self._texts.setdefault(text, text)

    def _interval(self, value: Any) -> Interval:
        first, last = value
        interval = Interval(_to_day(first), _to_day(last))
        return self._intervals.setdefault(interval, interval)


def _to_day(value: Sequence[Any]) -> Day:
    year, month, day = value
    return Day(to_number(year), to_number(month), to_number(day))


def _to_published(value: dict[str, Any]) -> Published:
    day = value["day"]
    return Published(
        date.fromisoformat(to_text(day)) if day is not None else None, Known(value["known"]), to_text(value["evidence"])
    )


def _to_quote(value: dict[str, Any]) -> Quote:
    return Quote(
        content=to_many(value["content"], to_span),
        kind=QuoteKind(value["kind"]),
        cue=to_span(value["cue"]) if value["cue"] is not None else None,
        speaker=to_span(value["speaker"]) if value["speaker"] is not None else None,
        entity=to_number(value["entity"]) if value["entity"] is not None else None,
        doubted=to_flag(value["doubted"]),
    )


def _to_entity(value: dict[str, Any], mentions: Sequence[Mention]) -> Entity:
    if not mentions:
        raise ValueError("an entity without a mention")
    return Entity(
        name=to_text(value["name"]),
        kind=Kind(value["kind"]),
        aliases=to_many(value["aliases"], lambda item: Alias(to_text(item[0]), to_text(item[1]))),
        mentions=tuple(mentions),
        votes=to_many(value["votes"], lambda item: (to_text(item[0]), to_share(item[1]))),
        ambiguous=to_many(value["ambiguous"], to_text),
        pinned=to_flag(value["pinned"]),
    )
