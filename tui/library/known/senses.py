"""A word becomes its base form, what it means, how far it tells an event and how rare it is; from `senses.tsv`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("senses.tsv")
WIDER = 0.5  # a sense that only a wider word has
UNKNOWN_RARITY = 9
# Ending, what stands there in the base form; the first that leads to a known word is taken.
ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("s", ""),
    ("es", ""),
    ("ves", "f"),
    ("men", "man"),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
    ("ise", "ize"),
    ("ised", "ize"),
    ("ising", "ize"),
)


class Word(NamedTuple):
    """What is known of a word in its base form."""

    base: str
    events: float  # 0 to 1: what share of its uses tells an event
    rarity: float  # 0 to 9
    senses: Mapping[str, float]  # by name; how much of it each one is


class Senses:
    """The table, read once."""

    def __init__(self) -> None:
        self._rows: dict[str, str] = {}
        self._forms: dict[str, str] = {}
        with TABLE.open(encoding="ascii") as file:
            for line in file:
                if not line.startswith("#"):
                    word, _, row = line.rstrip("\n").partition("\t")
                    row, *forms = row.split("=")
                    self._rows[word] = row
                    self._forms.update(dict.fromkeys(forms, word))
        self._words: dict[str, Word] = {}

    def word(self, written: str) -> Word:
        """A word in lower case, as it is written."""
        found = self._words.get(written)
        if found is None:
            found = self._words[written] = self._read(self._base(written))
        return found

    def _base(self, written: str) -> str:
        known = self._forms.get(written)
        if known is not None:
            return known
        for ending, instead in ENDINGS:
            if written.endswith(ending) and len(written) - len(ending) > 1:
                base = written[: -len(ending)] + instead
                if base in self._rows:
                    return self._more_frequent(written, base)
                if len(base) > 3 and base[-1] == base[-2] and base[:-1] in self._rows:
                    return self._more_frequent(written, base[:-1])
        return written

    def _more_frequent(self, written: str, base: str) -> str:
        """A "building" is more often a house than what people do."""
        own = self._rows.get(written)
        return written if own is not None and own.split("\t")[1] < self._rows[base].split("\t")[1] else base

    def _read(self, base: str) -> Word:
        row = self._rows.get(base)
        if row is None:
            return Word(base, 0.0, UNKNOWN_RARITY, {})
        events, rarity, senses = row.split("\t")
        shares = {name.lstrip("~"): WIDER if name[0] == "~" else 1.0 for name in senses.split()}
        return Word(base, int(events) / 9, int(rarity), shares)


@cache
def senses() -> Senses:
    """The one table."""
    return Senses()
