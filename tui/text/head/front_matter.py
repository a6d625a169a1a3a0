"""The lines between two `---` at the top of a Markdown file become what they say about the article."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.text.article import Published
from tui.text.harmless import harmless_line
from tui.text.head.published import stated

LARGEST = 16_384  # characters; longer ones are not read
MOST_BRACKETS = 300
BROKEN = "The front matter is not valid YAML; only its plain lines were read."
_FENCED = re.compile(r"\s*---[ ]*\n(?P<yaml>(?:(?!---|\.\.\.).*\n|---\S.*\n)*?)(?:---|\.\.\.)[ ]*(?:\n|\Z)")
_PLAIN_LINE = re.compile(r"^([\w-]{1,40}):[ ]+(.+)$", re.M)
_WITH_COLON = re.compile(r"^([\w-]{1,40}:[ ]+)(?![\"'\[{|>&*!])(.*:[ ].*)$", re.M)
_SIMPLE_LINE = (  # a field, or an item of the list that the last field began
    r"(?:(?P<key>[A-Za-z][\w-]{0,40}):|[ ]{0,4}- (?=\S))[ ]*"
    r"(?:(?P<quoted>\"[^\"\\]*\"|'[^'\\]*')[ ]*|(?P<plain>[\w](?:[^:#\s]|[:](?=\S)|[ ](?!#))*))?"
)

# What different programs call the same thing; the first that is there counts.
_TITLE = ("title", "headline")
_BYLINE = ("author", "authors", "byline", "by", "creator")
_PUBLISHED = (
    "published",
    "date",
    "pubdate",
    "publishdate",
    "publication_date",
    "publication-date",
    "publish_date",
    "date_published",
    "date-published",
    "datepublished",
    "published_at",
    "created",
)
_PUBLISHER = ("publisher", "source", "site", "site_name", "sitename", "publication", "outlet")
_URL = ("url", "link", "source_url", "source-url", "canonical", "permalink", "source")
_LANGUAGE = ("language", "lang", "locale")


class FrontMatter(NamedTuple):
    """What it says, "" where it says nothing; `length` is the number of characters it takes of the file."""

    title: str = ""
    byline: str = ""
    published: Published = Published()
    publisher: str = ""
    url: str = ""
    language: str = ""
    notices: tuple[str, ...] = ()
    length: int = 0


def read_front_matter(text: str) -> FrontMatter:
    """The front matter at the top of `text`; an empty one where there is none, or where it is no mapping."""
    match = _FENCED.match(text[: LARGEST + 100])
    if match is None:
        return FrontMatter()
    fields, notices = _fields(match["yaml"])
    if fields is None:
        return FrontMatter()
    url = next((value for value in _values(fields, _URL) if re.match(r"https?://\S+$", value)), "")
    published = next((day for key in _PUBLISHED if (day := stated(_one(fields, key), key)).day), Published())
    return FrontMatter(
        title=next(_values(fields, _TITLE), ""),
        byline=next(_values(fields, _BYLINE), ""),
        published=published,
        publisher=next((value for value in _values(fields, _PUBLISHER) if "://" not in value), ""),
        url=url,
        language=next(_values(fields, _LANGUAGE), "")[:35],
        notices=notices,
        length=match.end(),
    )


def _fields(source: str) -> tuple[Mapping[str, object] | None, tuple[str, ...]]:
    loaded = _loaded(source)
    if loaded is None:  # most often a title with a colon in it
        loaded = _loaded(_WITH_COLON.sub(_requoted, source))
    if loaded is None:
        lines = {key: value.strip().strip("\"'") for key, value in _PLAIN_LINE.findall(source)}
        return (_lowered(lines), (BROKEN,)) if lines else (None, ())
    return (_lowered(loaded), ()) if isinstance(loaded, dict) else (None, ())


def _loaded(source: str) -> object:
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


def _lowered(fields: Mapping[object, object]) -> dict[str, object]:
    return {key.lower(): value for key, value in fields.items() if isinstance(key, str)}


def _values(fields: Mapping[str, object], keys: tuple[str, ...]) -> Iterator[str]:
    return (value for key in keys if (value := _one(fields, key)))


def _one(fields: Mapping[str, object], key: str) -> str:
    """A field as one line: a list of names is joined, a mapping gives its name."""
    value = fields.get(key)
    items = value[:20] if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in items]
    line = ", ".join(harmless_line(name[:500]) for name in names if isinstance(name, str))
    return "" if line.lower() in ("null", "~", "none") else line
