"""The lines at the top of a file that some tool reads become fields: YAML, TOML, JSON, Pandoc's title, plain keys."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

LARGEST = 16_384  # characters; longer ones are not read
MOST_BRACKETS = 300
BROKEN = "The front matter is not valid {}; only its plain lines were read."

_YAML = re.compile(
    r"\s*---[ ]*(?:yaml[ ]*)?\n(?P<body>(?:(?!---|\.\.\.).*\n|---\S.*\n)*?)(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.I
)
_OTHERS = (  # the name of what stands between the fences
    ("TOML", r"\s*\+\+\+[ ]*\n(?P<body>(?:(?!\+\+\+[ ]*$).*\n)*?)\+\+\+[ ]*(?:\n|\Z)"),
    ("TOML", r"\s*---[ ]*toml[ ]*\n(?P<body>(?:(?!---[ ]*$).*\n)*?)---[ ]*(?:\n|\Z)"),
    ("JSON", r"\s*---[ ]*json[ ]*\n(?P<body>(?:(?!---[ ]*$).*\n)*?)---[ ]*(?:\n|\Z)"),
    ("JSON", r"\s*;;;[ ]*(?:json[ ]*)?\n(?P<body>(?:(?!;;;[ ]*$).*\n)*?);;;[ ]*(?:\n|\Z)"),
)
_OBJECT = (  # each line is read in one way only
    r"\s*(?P<body>\{[ ]*\n(?:[ \t].*\n|\n|[\]}],?[ ]*\n(?=[ \t]*[\"\]}]))*+\})[ ]*(?:\n|\Z)"
)
_TITLE_BLOCK = r"\s*(?P<body>%[ ].*\n(?:[ ]{1,8}\S.*\n)*(?:%.*\n(?:[ ]{1,8}\S.*\n)*){0,2})(?=\s*\n|\Z)"
_COMMENT = r"\s*<!--[ ]*\n(?P<body>(?:\.\. [\w-]{1,40}:.*\n)+)-->[ ]*(?:\n|\Z)"
_KEYS = r"\s*(?P<body>[A-Za-z][\w-]{0,30}:.*\n(?:[A-Za-z][\w-]{0,30}:.*\n|[ \t]+\S.*\n)*)[ ]*\n"
_KEY = re.compile(r"^(?:\.\. )?([A-Za-z][\w-]{0,40}):[ \t]*(.*(?:\n[ \t]+\S.*)*)$", re.M)
_TELLING = frozenset(("title", "date"))  # one of them stands among plain keys
_ANY_FIELD = re.compile(r"^[ \t]*[\"']?[A-Za-z][\w.-]{0,40}[\"']?[ ]*[:=]", re.M)
_PLAIN_LINE = {
    "YAML": r"^([\w-]{1,40}):[ ]+(.+)$",
    "TOML": r"^([\w-]{1,40})[ ]*=[ ]*([\"'].*[\"']|\d[\d:TZ +.-]*)[ ]*(?:#.*)?$",
    "JSON": r"^[ \t]*\"([\w-]{1,40})\"[ ]*:[ ]*(\".*\"|\d+),?[ ]*$",
}
_WITH_COLON = re.compile(r"^([\w-]{1,40}:[ ]+)(?![\"'\[{|>&*!])(.*:[ ].*)$", re.M)
_SIMPLE_LINE = (  # a field, or an item of the list that the last field began
    r"(?:(?P<key>[A-Za-z][\w-]{0,40}):|[ ]{0,4}- (?=\S))[ ]*"
    r"(?:(?P<quoted>\"[^\"\\]*\"|'[^'\\]*')[ ]*|(?P<plain>[\w](?:[^:#\s]|[:](?=\S)|[ ](?!#))*))?"
)


class Lines(NamedTuple):
    """The fields, their names in small letters; None where nothing was understood. `length` characters are taken."""

    fields: Mapping[str, object] | None
    length: int
    notices: tuple[str, ...] = ()


def read_lines(text: str) -> Lines | None:
    """What stands at the top of `text` for a tool to read; None where nothing does."""
    head = text[: LARGEST + 100]
    if match := _YAML.match(head):
        return _of_yaml(match)
    # A pattern costs more to make ready than an article to read: only the one that may match is.
    first = head.lstrip()[:1]
    if first and first in "+;-{":
        for language, pattern in (("JSON", _OBJECT),) if first == "{" else _OTHERS:
            if match := re.match(pattern, head, re.M | re.I):
                return _of_data(match, language)
    elif first == "%" and (match := re.match(_TITLE_BLOCK, head)):
        return Lines(_title_block(match["body"]), match.end())
    elif first == "<" and (match := re.match(_COMMENT, head)):
        return Lines(_keys(match["body"]), match.end())
    elif first.isalpha() and (match := re.match(_KEYS, head)):
        keys = _keys(match["body"])
        return Lines(keys, match.end()) if len(keys) > 1 and not _TELLING.isdisjoint(keys) else None
    return None


def _of_yaml(match: re.Match[str]) -> Lines | None:
    source = match["body"]
    loaded = _loaded_yaml(source)
    if loaded is None:  # most often a title with a colon in it
        loaded = _loaded_yaml(_WITH_COLON.sub(_requoted, source))
    if isinstance(loaded, dict):
        return Lines(lowered(loaded), match.end())
    return _plain_lines(match, "YAML") if loaded is None or _ANY_FIELD.search(source) else None


def _of_data(match: re.Match[str], language: str) -> Lines | None:
    loaded = _loaded_toml(match["body"]) if language == "TOML" else _loaded_json(match["body"])
    return Lines(lowered(loaded), match.end()) if isinstance(loaded, dict) else _plain_lines(match, language)


def _plain_lines(match: re.Match[str], language: str) -> Lines | None:
    """What can be read line by line of what is not valid; nothing where it is no such language at all."""
    source = match["body"]
    fields = {key: value.strip().strip("\"'") for key, value in re.findall(_PLAIN_LINE[language], source, re.M)}
    if fields:
        return Lines(lowered(fields), match.end(), (BROKEN.format(language),))
    # Other fences than "---" and a brace are used for nothing else.
    is_fence = match.re is not _YAML and not match[0].lstrip().startswith("{")
    is_front = is_fence or _ANY_FIELD.search(source)
    return Lines(None, match.end()) if is_front and source.strip() else None


def _title_block(source: str) -> dict[str, object]:
    """Pandoc's three: title, authors, date; what goes on does so on an indented line."""
    parts = [" ".join(part.split()) for part in re.split(r"^%", source, flags=re.M)[1:]]
    return dict(zip(("title", "author", "date"), (part.replace(";", ",") for part in parts), strict=False))


def _keys(source: str) -> dict[str, object]:
    return {key.lower(): " ".join(value.split()) for key, value in _KEY.findall(source)}


def _loaded_toml(source: str) -> object:
    import tomllib

    if sum(map(source.count, "[{")) > MOST_BRACKETS:
        return None
    try:
        return tomllib.loads(source)
    except (ValueError, RecursionError):
        return None


def _loaded_json(source: str) -> object:
    if sum(map(source.count, "[{")) > MOST_BRACKETS:
        return None
    import json

    source = source.strip()
    try:
        return json.loads(source if source.startswith("{") else f"{{{source}}}")
    except (ValueError, RecursionError):
        return None


def _loaded_yaml(source: str) -> object:
    """What the YAML says; None if it is not valid."""
    if (simple := _simple(source)) is not None:
        return simple
    if sum(map(source.count, "[{&*")) > MOST_BRACKETS:  # built to keep a parser busy
        return None
    import yaml  # slower to import than an article is to read

    try:
        # Every scalar stays a string: no dates that are no dates, no objects, and an alias is never written out.
        return yaml.load(source, yaml.BaseLoader) or {}
    except (yaml.YAMLError, RecursionError, ValueError, TypeError, AttributeError):
        return None


def _simple(source: str) -> dict[str, object] | None:
    """What it says if it is no more than fields with a word, a line in quotes or a list of those."""
    fields: dict[str, object] = {}
    items: list[str] | None = None
    for line in source.splitlines():
        match = re.fullmatch(_SIMPLE_LINE, line)
        if match is None or (items is None and match["key"] is None):
            return None
        key, quoted, plain = match["key"], match["quoted"], match["plain"]
        value = quoted[1:-1] if quoted else (plain or "").rstrip()
        if key is None and items is not None:
            items.append(value)
        elif value:
            fields[key], items = value, None
        else:
            fields[key] = items = []
    return fields


def _requoted(match: re.Match[str]) -> str:
    key, value = match.groups()
    return key + '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def lowered(fields: Mapping[Any, object]) -> dict[str, object]:
    """The fields by their names in small letters."""
    return {key.lower(): value for key, value in fields.items() if isinstance(key, str)}
