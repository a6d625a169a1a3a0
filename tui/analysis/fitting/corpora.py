"""Annotated corpora become documents with one tag for each token."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from tui.analysis.document import Document, Sentence, segment
from tui.analysis.names.lexicon import key, lexicon
from tui.text.article import Article, Block, BlockKind
from tui.text.span import Span

TOGETHER = 12  # sentences of a corpus without documents that count as one document
FAITHS = frozenset({"christianity", "islam", "judaism", "buddhism", "hinduism"})


class Gold(NamedTuple):
    """An annotated name."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its names; sentences that touch `unclear` regions are left out of the fitting."""

    document: Document
    names: tuple[Gold, ...]
    unclear: tuple[Span, ...] = ()
    partial: bool = False  # only people, organisations and places are annotated


def read_corpora(folder: Path) -> list[Annotated]:
    """Every annotated document of the training corpora, in a fixed order."""
    annotated: list[Annotated] = []
    for name in ("gum", "redocred"):
        annotated.extend(_document(row) for row in _rows(folder / f"{name}.jsonl"))
    for name in ("wikigold", "uner_ewt"):
        rows = list(_rows(folder / f"{name}.jsonl"))
        for start in range(0, len(rows), TOGETHER):
            annotated.append(_sentences(rows[start : start + TOGETHER], partial=name == "uner_ewt"))
    return annotated


def article_of(text: str) -> Article:
    """Plain text as an article: one paragraph a line."""
    blocks, offset = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(offset, offset + len(line))))
        offset += len(line) + 1
    return Article("corpus", "", text, tuple(blocks))


def tags_of(sentence: Sentence, names: Sequence[Gold]) -> list[str]:
    """BIO tags; a token belongs to the first of the sorted names that overlaps it."""
    tags, current = [], -1
    position = 0
    for token in sentence.tokens:
        while position < len(names) and names[position].span.end <= token.span.start:
            position += 1
        if position < len(names) and names[position].span.overlaps(token.span):
            tags.append(("I-" if current == position else "B-") + names[position].kind)
            current = position
        else:
            tags.append("O")
    return tags


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _document(row: dict[str, Any]) -> Annotated:
    text: str = row["text"]
    names = [Gold(_trimmed(text, mention["start"], mention["end"]), mention["type"]) for mention in row["mentions"]]
    unclear = tuple(Span(*region) for region in row.get("ignore") or ())
    return Annotated(segment(article_of(text)), tuple(_disjoint(text, names)), unclear)


def _sentences(rows: list[dict[str, Any]], partial: bool) -> Annotated:
    lines, names, offset = [], [], 0
    for row in rows:
        places: list[tuple[int, int]] = []
        for token in row["tokens"]:
            places.append((offset, offset + len(token)))
            offset += len(token) + 1
        lines.append(" ".join(row["tokens"]))
        for index, tag in enumerate(row["tags"]):
            if tag[0] == "B":
                end = index
                while end + 1 < len(row["tags"]) and row["tags"][end + 1][0] == "I":
                    end += 1
                names.append((places[index][0], places[end][1], tag[2:]))
    text = "\n".join(lines)
    gold = [Gold(_trimmed(text, start, end), kind) for start, end, kind in names]
    return Annotated(segment(article_of(text)), tuple(_disjoint(text, gold)), partial=partial)


def _trimmed(text: str, start: int, end: int) -> Span:
    """The name without its article and possessive."""
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        if text.startswith(article, start) and start + len(article) < end:
            start += len(article)
            break
    for ending in ("'s", "’s", "'", "’"):
        if text[start:end].endswith(ending) and end - len(ending) > start:
            end -= len(ending)
            break
    while end > start and text[end - 1] == " ":
        end -= 1
    return Span(start, end)


def _disjoint(text: str, names: Iterable[Gold]) -> Iterator[Gold]:
    """The outermost names, their kinds made the same across corpora."""
    end = 0
    for name in sorted(names, key=lambda name: (name.span.start, -name.span.end)):
        if name.span.start >= end:
            yield Gold(name.span, _kind(text[slice(*name.span)], name.kind))
            end = name.span.end


def _kind(surface: str, kind: str) -> str:
    """One policy where the corpora differ: peoples and faiths are groups, former states are places."""
    lists = lexicon()
    if surface in lists.demonyms and kind != "PERSON":
        return "GROUP"
    if key(surface) in FAITHS:
        return "GROUP"
    if kind == "GROUP" and key(surface) in lists.places:
        return "PLACE"
    return kind
