"""Finding words in an article as they are typed: smart case, accents left out of account, regular expressions."""

import re
import unicodedata
from dataclasses import dataclass

from tui.text.span import Span

REGULAR = r"\v"  # before a regular expression
MOST = 10_000  # hits that are kept; more than anybody walks through


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of a search in text order; `trouble` says why a pattern cannot be searched."""

    query: str
    hits: tuple[Span, ...] = ()
    trouble: str = ""


class Finder:
    """Searches one text; what does not depend on the query is made once, at the first search."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._plain: str | None = None

    def find(self, query: str) -> Found:
        """Hits of `query`: lower case finds both cases; after `\\v` stands a regular expression."""
        if not query or query == REGULAR:
            return Found(query)
        flags = re.NOFLAG if any(letter.isupper() for letter in query) else re.IGNORECASE
        try:
            if query.startswith(REGULAR):
                pattern = re.compile(query.removeprefix(REGULAR), flags | re.MULTILINE)
                return Found(query, self._spans(pattern, self._text))
            # Words may stand on both sides of a line break in the text.
            escaped = r"\s+".join(re.escape(word) for word in without_accents(query).split(" "))
            return Found(query, self._spans(re.compile(escaped, flags), self._without_accents()))
        except (re.error, OverflowError, RecursionError) as error:
            return Found(query, trouble=f"This is not a regular expression: {error}")

    def _spans(self, pattern: re.Pattern[str], text: str) -> tuple[Span, ...]:
        spans: list[Span] = []
        for match in pattern.finditer(text):
            if match.end() > match.start():
                spans.append(Span(*match.span()))
                if len(spans) >= MOST:
                    break
        return tuple(spans)

    def _without_accents(self) -> str:
        if self._plain is None:
            self._plain = self._text if self._text.isascii() else without_accents(self._text)
        return self._plain


# One character for one: offsets into the result are offsets into the text.
_BARE: dict[int, str] = {}


def without_accents(text: str) -> str:
    """The text with every accented letter replaced by its bare one and curly quotes by straight ones; same length."""
    if text.isascii():
        return text
    for letter in set(text):
        point = ord(letter)
        if point > 127 and point not in _BARE:
            bare = unicodedata.normalize("NFKD", letter)[0]
            _BARE[point] = {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"}.get(letter, bare)
    return text.translate(_BARE)
