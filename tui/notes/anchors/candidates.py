"""Places in a folded text that a quote may stand at now, each with how like it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import total_ordering

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein, Opcodes

_FAR = 100_000  # characters; in a longer text inexact places are looked for no farther from where the quote stood
_LONG = 192  # a longer quote is looked for by its ends
_SLACK = 12  # characters by which a window is widened before its ends are aligned
_CROWD = 64  # occurrences of a quote that are looked at closely
_TEMPLATE = 0.6  # a side that is as like as this but not the same may be another line of the same list
_WORD = re.compile(r"\w(?:[\w'.,:/-]*\w)?")


@dataclass(frozen=True, slots=True)
class Quote:
    """A folded quote, its surroundings, and where it stood."""

    exact: str
    before: str
    after: str
    near: int

    @property
    def bonus(self) -> float:
        """What a long quote adds to certainty: it is not alike by chance."""
        return 0.2 * min(1.0, max(0.0, (len(self.exact) - 20) / 40))

    @property
    def begins_within_word(self) -> bool:
        """Whether the quote was cut out of the middle of a word."""
        return self.before[-1:].isalnum() and self.exact[0].isalnum()

    @property
    def ends_within_word(self) -> bool:
        """The same for its end."""
        return self.exact[-1].isalnum() and self.after[:1].isalnum()


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A place with its likenesses, 0 to 1, of the words and of either side (None: there is no such side)."""

    start: int
    end: int
    words: float
    before: float | None
    after: float | None
    likeness: float  # all three, weighted by length
    distance: int  # from where the quote stood
    contradicts: bool  # another figure or another name stands where the quote's stood

    @property
    def sides(self) -> float:
        """The likeness of the less like side."""
        return min(side if side is not None else 1.0 for side in (self.before, self.after))

    def __lt__(self, other: "Candidate") -> bool:
        return (self.likeness, -self.distance) < (other.likeness, -other.distance)

    def overlaps(self, other: "Candidate") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


def same_words(quote: Quote, text: str) -> list[Candidate]:
    """Where the very words stand."""
    exact = quote.exact
    starts = [match.start() for match in re.finditer(f"(?={re.escape(exact)})", text)]
    starts = [start for start in starts if _on_boundaries(quote, text, start, start + len(exact))]
    if len(starts) > _CROWD:  # "the": those with the right neighbours, and the nearest
        before, after = quote.before[-6:], quote.after[:6]
        alike = [
            start for start in starts if text.endswith(before, 0, start) or text.startswith(after, start + len(exact))
        ]
        nearest = sorted(starts, key=lambda start: abs(start - quote.near))[: _CROWD // 2]
        starts = sorted({*alike[:_CROWD], *nearest})
    return [compare(quote, text, start, start + len(exact)) for start in starts]


def like_words(quote: Quote, text: str, low: int = 0, high: int | None = None) -> list[Candidate]:
    """Where something like the words stands between `low` and `high`, with their surroundings and without."""
    high = len(text) if high is None else high
    if high - low > 2 * _FAR:
        low, high = max(low, quote.near - _FAR), min(high, quote.near + _FAR)
    if high - low < len(quote.exact) // 2:
        return []
    sought = ((quote.before, quote.after), ("", ""), (quote.before, ""), ("", quote.after))
    spans = set()
    for before, after in dict.fromkeys(sought):
        if len(quote.exact) > _LONG:
            half = _LONG // 2
            first = _aligned(text, low, high, before, quote.exact[:half], "")
            last = _aligned(text, low, high, "", quote.exact[-half:], after)
            span = (first[0], last[1]) if first and last else None
        else:
            span = _aligned(text, low, high, before, quote.exact, after)
        if span is not None:
            spans.add(_on_words(quote, text, *span))
    most = 2 * len(quote.exact) + 40
    return [compare(quote, text, start, end) for start, end in sorted(spans) if 0 < end - start <= most]


def _aligned(text: str, low: int, high: int, before: str, exact: str, after: str) -> tuple[int, int] | None:
    """The window that is likest to all three together, cut down to what corresponds to `exact`."""
    sought = before + exact + after
    found = fuzz.partial_ratio_alignment(sought, text[low:high], score_cutoff=40)
    if found is None:
        return None
    start, end = low, high
    if len(sought) <= high - low:
        start, end = max(low, low + found.dest_start - _SLACK), min(high, low + found.dest_end + _SLACK)
    steps = Levenshtein.opcodes(sought, text[start:end])
    return start + _carried(steps, len(before), False), start + _carried(steps, len(before) + len(exact), True)


def _carried(steps: Opcodes, index: int, is_end: bool) -> int:
    """Where the boundary at `index` of the one text lies in the other. What was put in there stays outside."""
    for step in steps:
        if step.src_start <= index < step.src_end or (is_end and step.src_start < index <= step.src_end):
            if step.tag == "equal":
                return step.dest_start + index - step.src_start
            share = (index - step.src_start) / (step.src_end - step.src_start)
            return step.dest_start + round(share * (step.dest_end - step.dest_start))
    return steps.dest_len


def _on_words(quote: Quote, text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks at its ends, and with whole words if the quote had whole words."""
    if not quote.begins_within_word:
        start = _nearest_boundary(text, start)
    if not quote.ends_within_word:
        end = _nearest_boundary(text, end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _nearest_boundary(text: str, index: int) -> int:
    left = right = index
    while 0 < left < len(text) and text[left - 1].isalnum() and text[left].isalnum():
        left -= 1
    while 0 < right < len(text) and text[right - 1].isalnum() and text[right].isalnum():
        right += 1
    return left if index - left <= right - index else right


def _on_boundaries(quote: Quote, text: str, start: int, end: int) -> bool:
    begins = quote.begins_within_word or start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return begins and (
        quote.ends_within_word or end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
    )


def compare(quote: Quote, text: str, start: int, end: int) -> Candidate:
    """How like the quote and its surroundings the place is."""
    words = text[start:end]
    before, after = text[max(0, start - len(quote.before)) : start], text[end : end + len(quote.after)]
    like = Levenshtein.normalized_similarity(quote.exact, words)
    like_before = Levenshtein.normalized_similarity(quote.before, before) if quote.before else None
    like_after = Levenshtein.normalized_similarity(quote.after, after) if quote.after else None
    weights = [(min(len(quote.exact), 80), like)]
    weights += [(len(quote.before), like_before)] if like_before is not None else []
    weights += [(len(quote.after), like_after)] if like_after is not None else []
    likeness = sum(weight * each for weight, each in weights) / sum(weight for weight, _ in weights)
    contradicts = (
        _is_other(quote.exact, words, like)
        or _is_other(quote.before, before, like_before, "left")
        or _is_other(quote.after, after, like_after, "right")
    )
    distance = abs(start - quote.near)
    return Candidate(start, end, like, like_before, like_after, likeness, distance, contradicts)


def _is_other(old: str, new: str, like: float | None, far_end: str = "") -> bool:
    """Whether `new` reads like `old` but for a figure or a name: another row of a list, not an edit of this one.

    What differs up to the far end of a side ("left" or "right") does not count: other text begins there."""
    if like is None or like == 1 or like < _TEMPLATE:
        return False
    had, has = _WORD.findall(old), _WORD.findall(new)
    changes: list[list[int]] = []  # runs of words that were replaced: from, to, from, to
    for step in Levenshtein.opcodes(had, has):
        if step.tag == "equal":
            continue
        if changes and changes[-1][1] == step.src_start and changes[-1][3] == step.dest_start:
            changes[-1][1], changes[-1][3] = step.src_end, step.dest_end
        else:
            changes.append([step.src_start, step.src_end, step.dest_start, step.dest_end])
    return any(
        _is_exchanged(had[first:last], has[low:high])
        for first, last, low, high in changes
        if not (far_end == "left" and first == low == 0)
        and not (far_end == "right" and last == len(had) and high == len(has))
    )


def has_other_word(old: str, new: str) -> bool:
    """Whether quite another word came for one of at least four letters."""
    had, has = _WORD.findall(old), _WORD.findall(new)
    return any(
        len(word) >= 4 and all(Levenshtein.normalized_similarity(word, other) < 0.7 for other in has) for word in had
    )


def _is_exchanged(lost: Sequence[str], gained: Sequence[str]) -> bool:
    """Whether a figure came for a figure, or a name for quite another name."""
    if any(map(_is_number, lost)) and any(map(_is_number, gained)):
        return True
    names = [word for word in gained if word[0].isupper()]
    return any(
        word[0].isupper() and names and all(Levenshtein.normalized_similarity(word, name) < 0.7 for name in names)
        for word in lost
    )


def _is_number(word: str) -> bool:
    return any(map(str.isdigit, word))
