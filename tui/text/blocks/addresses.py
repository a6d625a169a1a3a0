"""Addresses that are written out in a text become links."""

import re
from collections.abc import Iterable

from tui.text.article import Mark, MarkKind
from tui.text.span import Span, at, joined

LONGEST = 2000  # characters
MOST = 5_000  # links of one article; with more it is a list of addresses
_WEB = re.compile(rf"(?:\bhttps?://|\bwww\.)(?=\w)[^\s<>\"“”«»|\\^`{{}}]{{1,{LONGEST}}}", re.I)
_MAIL = re.compile(r"(?<![\w.+/:@-])(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?![\w@])", re.A)
_AFTER = ".,;:!?'’…*_~"  # the sentence's own
_PAIRS = {")": "(", "]": "["}


def bare_links(text: str, taken: Iterable[Span] = ()) -> list[Mark]:
    """The addresses that stand in `text`, apart from the places that are `taken`."""
    links: list[Mark] = []
    if "://" not in text and "@" not in text and "www." not in text.lower():
        return links
    others = joined(span for span in taken if span.start < span.end)
    for pattern in (_WEB, _MAIL):
        if pattern is _MAIL and "@" not in text:
            continue
        for match in pattern.finditer(text):
            words = _own(match[0])
            span = Span(match.start(), match.start() + len(words))
            if at(others, span.start) is None and len(links) < MOST and not words.lower().endswith(("://", "www")):
                links.append(Mark(span, MarkKind.LINK, _target(words)))
    return links if "@" not in text else _apart(links)


def _own(words: str) -> str:
    """An address without the marks behind it that belong to the sentence around it."""
    while words and (words[-1] in _AFTER or (words[-1] in _PAIRS and words.count(words[-1]) > _opened(words))):
        words = words[:-1]
    return words


def _opened(words: str) -> int:
    return words.count(_PAIRS[words[-1]])


def _target(words: str) -> str:
    if re.match(r"https?://|mailto:", words, re.I):
        return words
    return f"mailto:{words}" if "@" in words and not words.lower().startswith("www.") else f"http://{words}"


def _apart(links: list[Mark]) -> list[Mark]:
    """Of two that overlap the first: an address may hold a name and an at sign."""
    kept: list[Mark] = []
    for link in sorted(links, key=lambda link: (link.span.start, -link.span.end)):
        if not kept or link.span.start >= kept[-1].span.end:
            kept.append(link)
    return kept
