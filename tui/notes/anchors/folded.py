"""A text as it is compared: white space, quotation marks and dashes made alike, with the way back to its offsets."""

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

from tui.text.span import Span

_ALIKE = str.maketrans(
    dict.fromkeys("‘’‚‛′`´ʼ", "'")
    | dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")  # shown as nothing
)
_DASHES = "‐‑‒–—―−"
_PIECE = re.compile(
    r"(?P<plain>(?:[!-,.-_a-~]|-(?!-)| (?!\s|-{1,3}\s|[" + _DASHES + r"]))+)"  # stays as it is
    r"|(?P<dash>\s*[" + _DASHES + r"]+\s*|\s+-{1,3}\s+|-{2,3})"
    r"|(?P<space>\s+)"
    r"|(?P<other>.)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` to compare, and for each of its characters the offset it came from; one more for the end."""

    text: str
    offsets: "array[int]"

    def unfold(self, start: int, end: int) -> Span:
        """The span of the original text that became `text[start:end]`; not empty."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def position(self, offset: int) -> int:
        """Where the character at `offset` of the original text went, or the next one that is left."""
        low, high = 0, len(self.offsets)
        while low < high:
            middle = (low + high) // 2
            if self.offsets[middle] < offset:
                low = middle + 1
            else:
                high = middle
        return min(low, len(self.text))


@lru_cache(maxsize=4)
def fold_article(text: str) -> Folded:
    """As `fold`; the last few are remembered, since all notes on an article ask for the same one."""
    return fold(text)


def fold(text: str) -> Folded:
    """The text as it is compared."""
    pieces: list[str] = []
    offsets = array("q")
    for match in _PIECE.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "plain":
            pieces.append(match[0])
            offsets.extend(range(start, end))
        elif kind != "other":
            pieces.append(" " if kind == "space" else "-")
            offsets.append(start)
        else:
            folded = unicodedata.normalize("NFKC", match[0]).translate(_ALIKE)
            pieces.append(folded)
            offsets.extend([start] * len(folded))
    offsets.append(len(text))
    return Folded("".join(pieces), offsets)
