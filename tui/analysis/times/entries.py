"""The times of day before the entries of a live page: 1916 there is a quarter past seven, and no year."""

import re
from collections.abc import Iterator

from tui.analysis.document import Document
from tui.analysis.lazy_pattern import LazyPattern
from tui.text.span import Span

STAMP = LazyPattern(r"\W{0,3}(?P<stamp>(?:[01]\d|2[0-3])[0-5]\d)(?::|\s+-)?\s*(?=[A-Z“\"‘'@])")
INSIDE = LazyPattern(r"(?<=[a-z.!?:;”\"’)]\s)(?P<stamp>(?:[01]\d|2[0-3])[0-5]\d)(?=:?\s+[A-Z“\"])")
IN_YEAR = LazyPattern(
    r"\b(?:in|since|of|by|until|till|from|to|and|between|during|year|after|before|early|late|mid|summer|winter|spring"
    r"|autumn|fall|the)\s$",
    re.IGNORECASE,
)
REACH = 20  # characters at the start of a block in which its time stands
LEAST = 3  # entries that make a live page
FIRST_YEAR, LAST_YEAR = 1000, 2100  # one of them at least is no year


def stamps_of(document: Document) -> frozenset[int]:
    """Where the figures of such times begin; empty for all but live pages."""
    text, spans = document.article.text, [block.span for block in document.article.blocks]
    found = {
        span.start + match.start("stamp"): int(match["stamp"])
        for span in spans
        if (match := STAMP.match(text[span.start : span.start + REACH]))
    }
    if len(found) < LEAST or all(FIRST_YEAR <= number < LAST_YEAR for number in found.values()):
        return frozenset()
    return frozenset(found).union(*(_inside(text, span) for span in spans))


def _inside(text: str, block: Span) -> Iterator[int]:
    """Those that stand within a paragraph, where a page has lost its lines."""
    words = text[block.start : block.end]
    for match in INSIDE.finditer(words):
        if not IN_YEAR.search(words[max(0, match.start() - 12) : match.start()]):
            yield block.start + match.start("stamp")
