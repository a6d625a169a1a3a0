"""Analysis <-> JSON bytes, exactly; what is not such JSON raises ValueError."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

import orjson

from tui.analysis.model import (
    Alias,
    Analysis,
    Day,
    Entity,
    Interval,
    Kind,
    Mention,
    Status,
    TimeExpression,
    TimelineEvent,
    TimeType,
)
from tui.text.article import Known, Published
from tui.text.span import Span

VERSION = 1
Value = TypeVar("Value")


def encode(analysis: Analysis) -> bytes:
    """JSON of an analysis: an object with a version; spans are [start, end], intervals [[y, m, d], [y, m, d]]."""
    tree = {
        "version": VERSION,
        "digest": analysis.digest,
        "published": _published(analysis.published),
        "sentences": [tuple(span) for span in analysis.sentences],
        "entities": [_entity(entity) for entity in analysis.entities],
        "times": [_time(time) for time in analysis.times],
        "events": [_event(event) for event in analysis.events],
    }
    try:
        return orjson.dumps(tree)
    except orjson.JSONEncodeError:  # a lone surrogate
        return json.dumps(tree).encode("ascii")


def decode(body: bytes) -> Analysis:
    """The analysis that `encode` wrote; raises ValueError for anything else."""
    tree = _tree(body)
    if not isinstance(tree, dict) or tree.get("version") != VERSION:
        raise ValueError("not an analysis of this version")
    try:
        entities = _many(tree["entities"], _to_entity)
        return Analysis(
            digest=_text(tree["digest"]),
            published=_to_published(tree["published"]),
            sentences=_many(tree["sentences"], _to_span),
            entities=entities,
            times=_many(tree["times"], _to_time),
            events=_many(tree["events"], lambda item: _to_event(item, len(entities))),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not an analysis: {error!r}") from error


def _tree(body: bytes) -> Any:
    try:
        return orjson.loads(body)
    except ValueError:
        try:
            return json.loads(body)  # reads lone surrogates
        except RecursionError as error:
            raise ValueError("not an analysis: nested too deeply") from error


def _published(published: Published) -> dict[str, Any]:
    day = published.day.isoformat() if published.day else None
    return {"day": day, "known": published.known, "evidence": published.evidence}


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "name": entity.name,
        "kind": entity.kind,
        "aliases": [(alias.text, alias.rule) for alias in entity.aliases],
        "mentions": [(*mention.span, mention.kind, mention.text, mention.rule) for mention in entity.mentions],
        "votes": entity.votes,
        "ambiguous": entity.ambiguous,
        "pinned": entity.pinned,
    }


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
    }


def _interval(interval: Interval | None) -> list[tuple[int, ...]] | None:
    return [tuple(interval.first), tuple(interval.last)] if interval else None


def _many(items: Any, make: Callable[[Any], Value]) -> tuple[Value, ...]:
    if not isinstance(items, list):
        raise TypeError("a list is missing")
    return tuple(make(item) for item in items)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is missing")
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("a number is missing")
    return value


def _share(value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError("a share is missing")
    return float(value)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("a flag is missing")
    return value


def _to_span(value: Sequence[Any]) -> Span:
    start, end = value
    return Span(_number(start), _number(end))


def _to_day(value: Sequence[Any]) -> Day:
    year, month, day = value
    return Day(_number(year), _number(month), _number(day))


def _to_interval(value: Any) -> Interval:
    first, last = value
    return Interval(_to_day(first), _to_day(last))


def _to_published(value: dict[str, Any]) -> Published:
    day = value["day"]
    return Published(
        date.fromisoformat(_text(day)) if day is not None else None, Known(value["known"]), _text(value["evidence"])
    )


def _to_entity(value: dict[str, Any]) -> Entity:
    mentions = _many(value["mentions"], _to_mention)
    if not mentions:
        raise ValueError("an entity without a mention")
    return Entity(
        name=_text(value["name"]),
        kind=Kind(value["kind"]),
        aliases=_many(value["aliases"], lambda item: Alias(_text(item[0]), _text(item[1]))),
        mentions=mentions,
        votes=_many(value["votes"], lambda item: (_text(item[0]), _share(item[1]))),
        ambiguous=_many(value["ambiguous"], _text),
        pinned=_flag(value["pinned"]),
    )


def _to_mention(value: Sequence[Any]) -> Mention:
    start, end, kind, text, rule = value
    return Mention(Span(_number(start), _number(end)), Kind(kind), _text(text), _text(rule))


def _to_time(value: dict[str, Any]) -> TimeExpression:
    return TimeExpression(
        span=_to_span(value["span"]),
        type=TimeType(value["type"]),
        value=_text(value["value"]),
        mod=_text(value["mod"]),
        interval=_to_interval(value["interval"]) if value["interval"] is not None else None,
        edtf=_text(value["edtf"]),
        rule=_text(value["rule"]),
        anchor=_text(value["anchor"]),
        confidence=_share(value["confidence"]),
    )


def _to_event(value: dict[str, Any], entities: int) -> TimelineEvent:
    taking_part = _many(value["entities"], _number)
    if any(not 0 <= index < entities for index in taking_part):
        raise ValueError("an event with an unknown entity")
    return TimelineEvent(
        interval=_to_interval(value["interval"]),
        value=_text(value["value"]),
        edtf=_text(value["edtf"]),
        sentence=_to_span(value["sentence"]),
        clause=_to_span(value["clause"]),
        time=_to_span(value["time"]) if value["time"] is not None else None,
        entities=taking_part,
        status=Status(value["status"]),
        uncertain=_flag(value["uncertain"]),
        background=_flag(value["background"]),
    )
