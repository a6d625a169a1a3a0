"""Names that are looked for in a text: each word is looked up once, however many names there are."""

import re
from collections.abc import Iterable, Iterator

from tui.text.span import Span

LONGEST = 200  # characters of a name that is looked for
BEGINNING = re.compile(r"\w+|[^\w\s]")


class Wanted:
    """Finds names as whole words, the leftmost first and of those that begin together the longest."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(name for name in names if len(name) <= LONGEST)
        lengths: dict[str, set[int]] = {}
        for name in self._names:
            if beginning := BEGINNING.match(name):
                lengths.setdefault(beginning.group(), set()).add(len(name))
        self._lengths = {word: sorted(found, reverse=True) for word, found in lengths.items()}

    def places(self, text: str, part: Span) -> Iterator[Span]:
        """Where the names stand in a part of the text that begins and ends with whole words; disjoint."""
        free = part.start
        for match in BEGINNING.finditer(text, *part):
            start = match.start()
            if start < free or (start > part.start and _in_word(text[start - 1])):
                continue
            for length in self._lengths.get(match.group(), ()):
                end = start + length
                if end > part.end or text[start:end] not in self._names:
                    continue
                if end == part.end or not _in_word(text[end]):
                    yield Span(start, end)
                    free = end
                    break


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"
