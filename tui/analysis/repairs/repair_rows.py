"""A repair becomes a row of plain JSON, and a row a repair; what other people wrote is checked word by word."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from enum import StrEnum
from typing import Any

from tui.analysis.model import Kind
from tui.analysis.naming import clean_name
from tui.analysis.repairs.repairs import (
    CONTEXT,
    MOST_FORMS,
    AddName,
    Attribute,
    Correction,
    Dismiss,
    EntityKey,
    Hide,
    Merge,
    Passage,
    Pin,
    Redate,
    Rename,
    Retype,
    Split,
    Statement,
    Unknown,
)


def to_json(rule: Correction) -> dict[str, Any]:
    """The rule as a row of plain JSON values; `type` is a word such as "rename", `source` is the rule's scope."""
    if isinstance(rule, Unknown):
        row: dict[str, Any] = json.loads(rule.row)
        return row
    values = {part.name: _plain(getattr(rule, part.name)) for part in fields(rule) if part.name != "scope"}
    return {"type": _TYPE_OF[type(rule)], "source": rule.scope, **values}


def from_json(row: object) -> Correction:
    """The rule a row holds. Raises ValueError, with the rest of a sentence, if a rule of a known type is broken."""
    if not isinstance(row, Mapping):
        raise ValueError("is not a JSON object")
    kind = row.get("type")
    if not isinstance(kind, str) or not kind:
        raise ValueError("has no “type” that says what it does")
    scope = _scope(row.get("source", ""))
    if kind not in _TYPES:
        return Unknown(clean_name(kind, 40), json.dumps(_storable(dict(row)), sort_keys=True), scope)
    made, readers = _TYPES[kind]
    values: dict[str, Any] = {"scope": scope}
    for name, (read, default) in readers.items():
        try:
            values[name] = read(row[name]) if name in row else _given(default)
        except ValueError as error:
            raise ValueError(f"({kind}): “{name}” {error}") from None
    rule: Correction = made(**values)
    return rule


def _plain(value: object) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, EntityKey | Passage):
        return {name: _plain(item) for name, item in value._asdict().items()}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


_NEEDED = object()
_LARGEST = 2**53  # the largest number that every reader of JSON keeps
_DEEPEST = 20


def _storable(value: object, depth: int = 0) -> object:
    """The value, if any program that reads JSON can hold it."""
    if isinstance(value, Mapping | list) and depth < _DEEPEST:
        for item in value.values() if isinstance(value, Mapping) else value:
            _storable(item, depth + 1)
    elif not (value is None or isinstance(value, str) or (isinstance(value, int | float) and abs(value) <= _LARGEST)):
        raise ValueError("holds values that cannot be kept")
    return value


def _given(default: object) -> object:
    if default is _NEEDED:
        raise ValueError("is missing")
    return default


def _scope(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError('has a “source” that is neither the path of an article nor "" for everywhere')
    return "".join(char for char in value if char.isprintable())


def _name(value: object) -> str:
    name = clean_name(value) if isinstance(value, str) else ""
    if not name:
        raise ValueError("must be a name")
    return name


def _optional_name(value: object) -> str:
    return "" if value == "" else _name(value)


def _kind(value: object) -> Kind:
    if not isinstance(value, str) or value not in Kind.__members__:
        raise ValueError(f"must be one of {', '.join(Kind)}")
    return Kind(value)


def _optional_kind(value: object) -> Kind | None:
    return None if value is None else _kind(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def _names(value: object) -> tuple[str, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) > MOST_FORMS:
        raise ValueError("must be a list of names")
    return tuple(_name(item) for item in value)


def _key(value: object) -> EntityKey:
    if not isinstance(value, Mapping):
        raise ValueError("must say which entity is meant")
    name, kind = _name(value.get("name")), _kind(value.get("kind"))
    return EntityKey(name, kind, _names(value.get("forms", [])) or (name,))


def _optional_key(value: object) -> EntityKey | None:
    return None if value is None else _key(value)


def _statement(value: object) -> Statement:
    if not isinstance(value, str) or value not in [*Statement]:
        raise ValueError(f"must be one of {', '.join(Statement)}")
    return Statement(value)


def _keys(value: object) -> tuple[EntityKey, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str) or not value:
        raise ValueError("must be a list of entities")
    return tuple(_key(item) for item in value)


def _passage(value: object) -> Passage:
    if not isinstance(value, Mapping):
        raise ValueError("must say which words are meant")
    words = [value.get(part, "") for part in ("exact", "prefix", "suffix")]
    offset = value.get("offset", 0)
    if not words[0] or not all(isinstance(word, str) for word in words) or type(offset) is not int:
        raise ValueError("must hold the words (“exact”) and what stands around them")
    exact, prefix, suffix = words
    return Passage(exact[:1000], prefix[-CONTEXT:], suffix[:CONTEXT], min(max(0, offset), _LARGEST))


def _passages(value: object) -> tuple[Passage, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise ValueError("must be a list of places in the text")
    return tuple(_passage(item) for item in value)


def _value(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("must be a date such as 2019-03-12")
    return clean_name(value, 60)


_Readers = dict[str, tuple[Callable[[object], object], object]]
_TYPES: dict[str, tuple[Callable[..., Any], _Readers]] = {
    "rename": (Rename, {"key": (_key, _NEEDED), "name": (_name, _NEEDED)}),
    "merge": (Merge, {"keys": (_keys, _NEEDED), "name": (_name, _NEEDED)}),
    "split": (
        Split,
        {
            "key": (_key, _NEEDED),
            "name": (_optional_name, ""),
            "mentions": (_passages, ()),
            "forms": (_names, ()),
            "kind": (_optional_kind, None),
        },
    ),
    "retype": (Retype, {"key": (_key, _NEEDED), "kind": (_kind, _NEEDED)}),
    "hide": (Hide, {"key": (_key, _NEEDED)}),
    "pin": (Pin, {"key": (_key, _NEEDED), "on": (_flag, True)}),
    "add name": (AddName, {"surface": (_name, _NEEDED), "kind": (_kind, _NEEDED)}),
    "attribute": (
        Attribute,
        {
            "what": (_statement, _NEEDED),
            "words": (_passage, _NEEDED),
            "digest": (_value, ""),
            "key": (_optional_key, None),
        },
    ),
    "dismiss": (
        Dismiss,
        {"what": (_statement, _NEEDED), "words": (_passage, _NEEDED), "digest": (_value, "")},
    ),
    "redate": (Redate, {"time": (_passage, _NEEDED), "value": (_value, _NEEDED)}),
}
_TYPE_OF = {made: name for name, (made, _) in _TYPES.items()}
