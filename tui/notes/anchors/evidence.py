"""What stands around a place now is compared with what stood around the words: neighbours tell twins apart."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from tui.notes.anchors.outline import Outline, outline_of, read_marks
from tui.notes.anchors.standing import SENTENCES, around, likeness, list_of_words, words_of
from tui.notes.note import Standing
from tui.text.span import Span

_TOUCHED = 0.5  # a text that has fewer of its sentences left has been rewritten: new neighbours are no sign in it
_AGAIN = 0.05  # of the sentences of a text, where it repeats them
_LIKE = 0.1  # by how much less like the next sentence has to be

Marks = list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Side:
    """What the sentences on one side of a place say."""

    tells: bool  # they are those that stood there, and no others are like them
    mate: bool  # one that tells stood in the same paragraph
    parted: bool  # sentences of the same paragraph stood there, and do not tell
    beside: bool  # the nearest one is that of the same paragraph which stood there, or one like it
    known: bool  # the nearest one is of the old text, wherever it stood
    known_once: bool  # and there was and is only one of it


@dataclass(frozen=True, slots=True)
class Seen:
    """What speaks for a place and against it."""

    same: bool  # the sentence stands there unchanged
    elsewhere: bool  # the sentence there stood somewhere else before
    left: Side
    right: Side
    alike: float  # how like the sentence is, 0 to 1

    @property
    def sides(self) -> int:
        """How many sides tell."""
        return self.left.tells + self.right.tells

    @property
    def weight(self) -> int:
        """The same, and who stood in the same paragraph counts for more than others."""
        return self.sides + 2 * (self.left.mate + self.right.mate)

    @property
    def with_mate(self) -> bool:
        """Whether sentences of the same paragraph tell, on every side where there were any."""
        sides = (self.left, self.right)
        return any(side.mate for side in sides) and not any(side.parted for side in sides)

    @property
    def beside_mate(self) -> bool:
        """Whether a sentence of the same paragraph stands beside it still, or one like that."""
        return self.left.beside or self.right.beside

    @property
    def among_old(self) -> bool:
        """Whether it stands in the midst of what was there before, and not of what is said again and again."""
        return self.left.known and self.right.known and (self.left.known_once or self.right.known_once)


class Evidence:
    """How words stood in the old text, against the text as it is."""

    def __init__(self, text: str, standing: Standing, exact: str) -> None:
        self._text = text
        self._outline: Outline = outline_of(text)
        self._before = read_marks(standing.before)[::-1]  # the nearest first
        self._after = read_marks(standing.after)
        self._within = read_marks(standing.within)
        self._marks = [mark for mark, _ in self._within]
        whole = [*self._before[::-1], *self._within, *self._after]
        self._old = Counter(mark for mark, _ in whole)
        self._old_marks = [mark for mark, _ in whole]
        self._sentence = standing.lead + exact + standing.tail
        self._own_words = list_of_words(self._sentence)
        self._own = Counter(self._own_words)
        self.rival = standing.rival
        self.was = _times(self._marks, self._old_marks)

    @cached_property
    def now(self) -> int:
        """How often the very sentence stands in the text now."""
        return _times(self._marks, self._outline.marks)

    @cached_property
    def is_rewritten(self) -> bool:
        """Whether so much has changed that sentences cannot be expected to stand as they stood."""
        left = sum(min(count, self._outline.counts[mark]) for mark, count in self._old.items())
        return left < _TOUCHED * len(self._old_marks)

    @cached_property
    def is_doubled(self) -> bool:
        """Whether the same sentence stood right before or after: one of the two cannot be told by one side."""
        nearest = {self._before[0][0] if self._before else "", self._after[0][0] if self._after else ""}
        return self._marks[0] in nearest or self._marks[-1] in nearest

    @cached_property
    def is_repetitive(self) -> bool:
        """Whether the old text said things again and again."""
        return self._old.total() - len(self._old) >= _AGAIN * self._old.total()

    @cached_property
    def _telling_mates(self) -> list[str]:
        """What stood in the same paragraph and nowhere else."""
        mates = (*self._mates(self._before, True), *self._mates(self._after, False))
        return [mark for mark, _ in mates if self._old[mark] == 1]

    def has_mates_left(self, seen: Seen) -> bool:
        """Whether something is left of what stood in the same paragraph, or nothing stood there.

        All of it, in a text that says things again and again: there, other paragraphs may be partly the same."""
        if self._telling_mates:
            enough = all if self.is_repetitive else any
            return enough(self._outline.counts[mark] > 0 for mark in self._telling_mates)
        mates = (*self._mates(self._before, True), *self._mates(self._after, False))
        return seen.beside_mate or all(self._outline.counts[mark] >= self._old[mark] for mark, _ in mates)

    def at(self, span: Span) -> Seen:
        """What speaks for and against a place in the text."""
        outline = self._outline
        first, last = outline.sentences_of(span)
        marks = list(outline.marks[first:last])
        same = marks == self._marks and list(outline.opens[first + 1 : last]) == [
            opens for _, opens in self._within[1:]
        ]
        elsewhere = not same and all(mark in self._old and mark not in self._marks for mark in marks)
        alike = 1.0 if same else self._alike(self.sentences(span)[1])
        return Seen(same, elsewhere, self._left(first), self._right(last), alike)

    def sentences(self, span: Span) -> tuple[str, str]:
        """What the words' own sentence said, and what the one at a place says."""
        first, last = self._outline.sentences_of(span)
        low, high = self._outline.starts[first], self._outline.bounds(last - 1, self._text)[1]
        return self._sentence, self._text[low:high]

    def has_like(self, span: Span, alike: float) -> bool:
        """Whether another sentence of the text, one that is new in it, is as like, or nearly."""
        outline, count = self._outline, len(self._marks)
        first, last = outline.sentences_of(span)
        for number, mark in enumerate(outline.marks):
            if mark in self._old or first - count < number < last:
                continue
            low, high = (
                outline.starts[number],
                outline.bounds(min(number + count, len(outline.marks)) - 1, self._text)[1],
            )
            if likeness(self._own, words_of(self._text[low:high])) > alike - _LIKE:
                return True
        return False

    def stands(self, span: Span) -> bool:
        """Whether sentence and neighbours are what they were, and as many."""
        seen = self.at(span)
        return seen.same and seen.sides == 2 and self.was == self.now

    def _alike(self, sentence: str) -> float:
        """How like a sentence is: in its words, and in their order."""
        from rapidfuzz.distance import Levenshtein  # where all stands unchanged it is not needed

        in_words, in_order = likeness(self._own, words_of(sentence)), list_of_words(sentence)
        return (
            min(in_words, Levenshtein.normalized_similarity(self._own_words, in_order)) if in_words > 0.5 else in_words
        )

    def _left(self, first: int) -> Side:
        start, opened = max(0, first - SENTENCES), self._within[0][1]
        marks = [*zip(self._outline.marks[start:first], self._outline.opens[start:first], strict=True)][::-1]
        mates = len(self._mates(self._before, True))
        return self._side(marks, self._before, self._outline.opens[first] == opened, mates)

    def _right(self, last: int) -> Side:
        end = last + SENTENCES
        marks = [*zip(self._outline.marks[last:end], self._outline.opens[last:end], strict=True)]
        opened = not self._after or self._after[0][1]
        opens = not marks or marks[0][1]
        return self._side(marks, self._after, opens == opened, len(self._mates(self._after, False)))

    def _side(self, now: Marks, then: Marks, joined: bool, mates: int) -> Side:
        """Both with the nearest first; `joined`: the same lies between, a new paragraph or none.

        `mates` is how many of them stood in the same paragraph."""
        known = not now or now[0][0] in self._old
        beside = mates > 0 and bool(now) and now[0][0] == then[0][0]
        tells, mate = joined and not then and not now, False
        for number, ((mark, _), (old, _)) in enumerate(zip(now, then, strict=False)):
            if mark != old or not joined:
                break
            is_only = self._old[mark] == 1 == self._outline.counts[mark]
            tells, mate = is_only or number + 1 == len(now) == len(then), is_only and number < mates
            if tells:
                break
        once = bool(now) and self._old[now[0][0]] == 1 == self._outline.counts[now[0][0]]
        return Side(tells, mate, mates > 0 and not mate, beside, known, once)

    def _mates(self, marks: Marks, is_before: bool) -> Marks:
        """Those of the same paragraph."""
        mates: Marks = []
        opened = self._within[0][1]
        for mark, opens in marks:
            if (is_before and opened) or (not is_before and opens):
                break
            mates.append((mark, opens))
            opened = opens
        return mates


def stands_unchanged(text: str, span: Span, standing: Standing) -> bool:
    """Whether the words at `span` stand among the very sentences that they stood among."""
    if not outline_of(text).marks:
        return False
    if around(text, span) == (standing.before, standing.within, standing.after):
        return True
    return Evidence(text, standing, "").stands(span)


def _times(marks: list[str], text: list[str] | tuple[str, ...]) -> int:
    """How often a run of sentences stands in a text."""
    count, length = 0, len(marks)
    for start in range(len(text) - length + 1):
        count += text[start] == marks[0] and list(text[start : start + length]) == marks
    return count
