"""The linked data of a web page (JSON-LD): which of the articles it speaks of is the page's own, and its day."""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

from tui.text.head.days import Moment, moment_in

MOST_SCRIPTS = 20
DEEPEST = 6  # values within one another that are looked into
LINKED = re.compile(r"<script\b[^<>]{0,300}\bld\+json[^<>]{0,300}>(.*?)(?:</script\b|\Z)", re.I | re.S)
_OWN = ("@graph", "mainEntity", "mainEntityOfPage")  # what a page says of itself; the rest may be other articles
_ARTICLE = re.compile(r"Article|Posting|Report|Story|Review|Recipe|Episode|CreativeWork|HowTo|Book|Page", re.I)
_LOOSE = re.compile(r'"datePublished"\s*:\s*"?([^",}\]]{4,60})')
_LINK = re.compile(r"<link\b[^<>]{0,300}\bcanonical\b[^<>]{0,600}>", re.I)
_TITLE = re.compile(r"<title\b[^<>]*>([^<]{1,300})", re.I)
_ALIKE = 0.8  # share of the shorter title's words that the longer one has


class Statement(NamedTuple):
    """A moment that metadata states, and the field that states it."""

    moment: Moment
    field: str


def linked_statements(page: str, title: str) -> tuple[list[Statement], list[Statement]]:
    """What the data of this very article state, and what those state of which that is not sure."""
    link, named = _LINK.search(page), _TITLE.search(page)
    titles = [words for words in (_words(title), _words(unescape(named[1]) if named else "")) if words]
    own: list[tuple[float, Statement | None]] = []
    doubtful: list[Statement] = []
    articles = 0
    for source in LINKED.findall(page)[:MOST_SCRIPTS]:
        try:
            nodes = list(_nodes(json.loads(source, strict=False)))
        except (ValueError, RecursionError):
            loose = [moment for value in _LOOSE.findall(source) if (moment := moment_in(value))]
            doubtful.extend(Statement(moment, "datePublished") for moment in loose[:1])
            continue
        for node in nodes:
            statement = _statement(node)
            likeness = 2.0 if link and _address(node) in link[0] else _likeness(node, titles)
            articles += 1
            if likeness >= _ALIKE:
                own.append((likeness, statement))
            elif statement:
                doubtful.append(statement)
    if own:  # one that matches and states no day, or a zero, is not outdone by those of other articles
        best = sorted((found for found in own if found[1]), key=lambda found: -found[0])
        return [statement for _, statement in best if statement], []
    return [], doubtful


def _nodes(data: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """The articles and pages that are described, those left out that are listed, mentioned or commented."""
    if depth > DEEPEST:
        return
    if isinstance(data, list):
        for item in data[:100]:
            yield from _nodes(item, depth + 1)
    elif isinstance(data, dict):
        if _ARTICLE.search(str(data.get("@type", "Article"))):
            yield data
        for key in _OWN:
            yield from _nodes(data.get(key), depth + 1)


def _statement(node: Mapping[str, object]) -> Statement | None:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        value = node.get(key)
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, str | int) and (moment := moment_in(str(value)[:80])):
            return Statement(moment, f"{key}: {value}")
    return None


def _address(node: Mapping[str, object]) -> str:
    """Its address in quotation marks, as a link of the page writes it."""
    page = node.get("mainEntityOfPage")
    values = (node.get("url"), page.get("@id") if isinstance(page, dict) else page, node.get("@id"))
    return next((f'"{value}"' for value in values if isinstance(value, str) and value.startswith("http")), "\0")


def _likeness(node: Mapping[str, object], titles: list[frozenset[str]]) -> float:
    words = _words(str(node.get("headline") or node.get("name") or ""))
    if len(words) < 3:
        return 0.0
    return max((len(words & title) / min(len(words), len(title)) for title in titles if len(title) >= 3), default=0.0)


def _words(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", title[:400].casefold()))
