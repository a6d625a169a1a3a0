"""The last gate before the terminal: whatever reaches a row, no control character leaves it."""

import re
import unicodedata
from functools import lru_cache

from rich.cells import cell_len

UNDRAWABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\ud800-\udfff]"
)


def drawable(text: str) -> str:
    """The text with every control character, bidi override and lone surrogate as one space each."""
    return UNDRAWABLE.sub(" ", text)


def ascii_only(text: str) -> str:
    """The text for a terminal that knows ASCII only: as many cells wide, with what comes nearest to each character."""
    if text.isascii():
        return text
    return "".join(letter if letter < "\x7f" else _ascii_for(letter) for letter in text)


# Lines and blocks that are drawn around things, by what they look like.
_DRAWN = {
    **dict.fromkeys("─━┄┅┈┉╌╍═▔▁▂‾⎺⎽╴╶╸╺", "-"),
    **dict.fromkeys("│┃┆┇┊┋╎╏║▏▎▍▌▋▊▉█▐▕▄▃▅▆▇▀", "|"),
    **dict.fromkeys("‘’‚‛′", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("•●∙·‣◦", "*"),
    **dict.fromkeys("…", "."),
    **dict.fromkeys("→▸▶›", ">"),
    **dict.fromkeys("←◂◀‹", "<"),
    **dict(zip("ßẞæÆøØœŒłŁđĐðÐþÞ", "sSaAoOoOlLdDdDtT", strict=True)),
    "ı": "i",
    "€": "E",
    "£": "L",
    "\xa0": " ",
    "\xad": "",
}


@lru_cache(maxsize=4096)
def _ascii_for(letter: str) -> str:
    found = _DRAWN.get(letter)
    if found is None:
        bare = unicodedata.normalize("NFKD", letter)[0]
        found = "+" if "\u2500" <= letter <= "\u257f" else bare if bare.isascii() and bare.isprintable() else "?"
    return found.ljust(cell_len(letter), "?") if cell_len(letter) else ""
