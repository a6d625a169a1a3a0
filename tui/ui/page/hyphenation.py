"""Where words may be parted at the end of a line, by the patterns of the article's language."""

from collections.abc import Callable, Sequence
from functools import lru_cache

Breaks = Callable[[str], Sequence[int]]  # a word -> numbers of letters before a hyphen, ascending

SHORTEST = 6  # letters of a word that is parted
LEFT, RIGHT = 2, 3  # letters that stay together at its ends


@lru_cache(maxsize=4)
def breaks_for(language: str) -> Breaks:
    """Breaks of words of a language, of English where the language is not known; loads its patterns once."""
    import pyphen  # a sixth of a second that only justified text is worth

    known = pyphen.language_fallback(language.replace("-", "_")) if language else None
    if known in (None, "en"):
        known = "en_US"
    patterns = pyphen.Pyphen(lang=known, left=LEFT, right=RIGHT)

    @lru_cache(maxsize=20_000)
    def breaks(word: str) -> tuple[int, ...]:
        if len(word) < SHORTEST or word.isupper():
            return ()
        # Where a hyphen would change the letters around it (German "bak-ken") a word is not parted.
        return tuple(int(place) for place in patterns.positions(word) if getattr(place, "data", None) is None)

    return breaks
