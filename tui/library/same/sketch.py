"""A text becomes a sketch in which texts that are nearly the same are alike: MinHash over runs of words.

One hash for each run, which falls into one of some bins; the least of each bin stays (one permutation hashing, Li, Owen
and Zhang 2012; an empty bin borrows from the next). Bins go together in bands: who shares a band may be the same."""

import re
from typing import NamedTuple
from zlib import crc32

RUN = 4  # words
BANDS, ROWS = 10, 3  # texts that share 70 of 100 runs share a band in 98 of 100 cases, those that share 20 in 8
BINS = BANDS * ROWS
FEWEST = 24  # runs; what is shorter is the same only where it is so word for word
ALIKE = 0.7  # so many of all runs stand in both
LEAD = 40  # runs at the beginning: there a story that runs on says what is new
LEAD_ALIKE = 0.5
NUMBERS_ALIKE = 0.6  # the same of numbers: two reports of one form are two reports
FEW_NUMBERS = 3
_WORD = re.compile(r"\w+")


class Sketch(NamedTuple):
    """What of a text is compared."""

    runs: frozenset[int]  # hashes
    lead: frozenset[int]  # of them those at the beginning
    numbers: frozenset[str]

    @property
    def bands(self) -> tuple[int, ...]:
        """Keys under which it is found; none where it is too short for that."""
        if len(self.runs) < FEWEST:
            return ()
        least = [-1] * BINS
        for run in self.runs:
            value, bin = divmod(run, BINS)
            if least[bin] < 0 or value < least[bin]:
                least[bin] = value
        for bin in range(BINS - 1, -BINS - 1, -1):  # twice around: what is borrowed can be borrowed again
            if least[bin] < 0:
                least[bin] = least[(bin + 1) % BINS]
        rows = (least[band * ROWS : (band + 1) * ROWS] for band in range(BANDS))
        return tuple(band << 32 | crc32(repr(row).encode()) for band, row in enumerate(rows))


def sketch(text: str) -> Sketch:
    """The sketch of a text, letter case and all but words left out of account."""
    words = _WORD.findall(text.casefold())
    runs = [crc32(" ".join(words[at : at + RUN]).encode("utf-8", "replace")) for at in range(len(words) - RUN + 1)]
    return Sketch(frozenset(runs), frozenset(runs[:LEAD]), frozenset(word for word in words if word.isdecimal()))


def alike(one: Sketch, other: Sketch) -> bool:
    """Whether they are of the same article, with a word here and there changed."""
    if min(len(one.runs), len(other.runs)) < FEWEST:
        return False
    if len(one.runs & other.runs) < ALIKE * len(one.runs | other.runs):
        return False
    if any(len(a.lead & b.runs) < LEAD_ALIKE * len(a.lead) for a, b in ((one, other), (other, one))):
        return False
    most = max(len(one.numbers), len(other.numbers))
    return most < FEW_NUMBERS or len(one.numbers & other.numbers) >= NUMBERS_ALIKE * most
