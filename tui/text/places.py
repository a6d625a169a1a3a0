"""What a link calls a part of an article becomes its place: a name given to it, or the words of a heading."""

import re
from collections import Counter
from urllib.parse import unquote

from tui.text.article import Article, BlockKind, Mark, MarkKind
from tui.text.span import Span


def place_of(article: Article, name: str) -> int | None:
    """The offset of the part called `name` ("the-findings"); None where there is none."""
    name = unquote(name).strip()
    given = next((place.offset for place in article.places if place.name == name), None)
    if given is not None or not name:
        return given
    headings = names_of_headings(article)
    if name.lower() in headings:
        return headings[name.lower()]
    plain = _letters(name)
    return next((offset for heading, offset in headings.items() if plain and _letters(heading) == plain), None)


def names_of_headings(article: Article) -> dict[str, int]:
    """The offsets of all headings by the names that links call them, as most programs make them of their words."""
    names: dict[str, int] = {}
    alike: Counter[str] = Counter()
    for block in article.blocks:
        if block.kind is BlockKind.HEADING:
            words = re.sub(r"[^\w\s-]", "", article.said[slice(*block.span)].strip().lower())
            name = re.sub(r"\s", "-", words)
            names.setdefault(f"{name}-{alike[name]}" if alike[name] else name, block.span.start)
            alike[name] += 1
    return names


def mark_of(article: Article, offset: int) -> Mark | None:
    """The mark in the text of the footnote that an offset lies in."""
    starts = sorted(
        (place_of(article, mark.target[1:]) or 0, mark) for mark in footnotes_of(article) if mark.target.startswith("#")
    )
    before = [(start, mark) for start, mark in starts if start <= offset]
    return min((mark for start, mark in before if start == before[-1][0]), key=_place) if before else None


def note_of(article: Article, mark: Mark) -> Span | None:
    """The whole note that a footnote's mark leads to, with all its paragraphs."""
    start = place_of(article, mark.target[1:])
    if start is None:
        return None
    others = {place_of(article, other.target[1:]) for other in footnotes_of(article)} - {start}
    end = start
    for block in article.blocks:
        if block.span.end > start and (block.kind is not BlockKind.NOTE or block.span.start in others):
            break
        end = max(end, block.span.end)
    return Span(start, end) if end > start else None


def note_words(article: Article, mark: Mark) -> str:
    """The note of a footnote in one line, and what leads to it."""
    note = note_of(article, mark)
    if note is None:
        return f"{article.text[slice(*mark.span)]} has no note."
    words = " ".join(article.text[slice(*note)][:600].split())
    return f"{article.text[slice(*mark.span)]} {words}"


def footnotes_of(article: Article) -> list[Mark]:
    """The marks of the footnotes, in text order."""
    return [mark for mark in article.marks if mark.kind is MarkKind.FOOTNOTE]


def _place(mark: Mark) -> Span:
    return mark.span


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
