"""A text becomes what all searches compare, with the way back to its offsets.

Two writings of a word are the same where a plain keyboard cannot tell them apart: letter case and accents (composed or
not), ligatures, letters with strokes, dashes, quotation marks, full-width letters, the dots of an ellipsis. Any run of
white space is one space; what is not seen (soft hyphens, joiners) is not there.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from tui.text.plain_letters import PLAIN, composes
from tui.text.span import Span

SHORT = 4096  # characters that are folded at once
PIECE = 1 << 16  # characters of a long text that are: the keys wait so long
FEW = 24  # different letters that are sooner replaced one after the other than together
PARTS = 8192  # of a text that are held before they are joined
_ASCII = {point: PLAIN[point] for point in range(128)}
_SPACES = re.compile("  +")


def fold(text: str) -> str:
    """The text as searches compare it, letter case left out of account."""
    return fold_but_case(text).casefold()


def fold_but_case(text: str) -> str:
    """The text as searches compare it when a capital was typed; `casefold` does not change its length."""
    if text.isascii():
        return _SPACES.sub(" ", text.translate(_ASCII))
    if len(text) <= SHORT:
        plain = text.translate(PLAIN)
        if unicodedata.is_normalized("NFC", plain):
            return _SPACES.sub(" ", plain)
    return _SPACES.sub(" ", _plain(text, _letters(text))[0])


class Folded:
    """A text folded, and where each place of it came from. A space stands before it and after it: words that are
    looked for with a space are also found at an end."""

    def __init__(self, text: str) -> None:
        letters = _letters(text)
        plain, self._ways = _plain(text, letters)
        several = {letter for letter in letters if len(PLAIN[ord(letter)]) > 1}
        # Half of a ligature can be looked for, half of a sign not: there is no "1" in "½".
        self.signs = frozenset(letter for letter in several if not PLAIN[ord(letter)].isalpha())
        self.cased, self._spaces = _rewritten(f" {plain} ", _SPACES, lambda _: " ")

    @cached_property
    def plain(self) -> str:
        """As `cased` and as long, letter case left out of account."""
        return "".join(piece.casefold() for piece in _pieces(self.cased))

    def unfolded(self, starts: Sequence[int], ends: Sequence[int]) -> Iterator[Span]:
        """The spans of the text that became `cased[start:end]`; sorted, none of them beginning or ending with a space.

        A character that became two is there whole, and so are the accents that were left out behind one."""
        starts = [start - 1 for start in self._spaces.starts(starts)]
        ends = [end - 1 for end in self._spaces.ends(ends)]
        for way in reversed(self._ways):
            starts, ends = way.starts(starts), way.ends(ends)
        return map(Span, starts, ends)


class _Way:
    """From a rewritten text back to what it was: places that belong together, between them both run alike or what
    stands there became something else as a whole."""

    def __init__(self) -> None:
        self._after, self._before = array("I", [0]), array("I", [0])

    def add(self, after: int, before: int) -> None:
        """The next two places that belong together."""
        if after == self._after[-1] and (before == self._before[-1] or self._after[-2:-1] == self._after[-1:]):
            self._before[-1] = before  # more that is left out
        else:
            self._after.append(after)
            self._before.append(before)

    def starts(self, places: Iterable[int]) -> list[int]:
        """Where the characters at `places`, sorted, came from."""
        return list(self._back(places, within=0))

    def ends(self, places: Iterable[int]) -> list[int]:
        """Where what ends at `places`, sorted, ended."""
        return list(self._back(places, within=1))

    def _back(self, places: Iterable[int], within: int) -> Iterator[int]:
        after, before = self._after, self._before
        last, at = len(after) - 1, 0
        for place in places:
            if at < last and place >= after[at + 1]:
                at = bisect_right(after, place, at + 1) - 1
            far = place - after[at]
            if far and at < last and after[at + 1] - after[at] != before[at + 1] - before[at]:
                yield before[at + within]
            else:
                yield before[at] + far


def _letters(text: str) -> frozenset[str]:
    """What a text is written with; nothing, if that is ASCII."""
    return frozenset() if text.isascii() else frozenset().union(*_pieces(text))


def _plain(text: str, letters: frozenset[str]) -> tuple[str, list[_Way]]:
    """Every character by what a plain keyboard writes for it; runs of spaces stay."""
    if not letters:
        return text.translate(_ASCII), []
    text = _exchanged(text, {ord(letter): PLAIN[ord(letter)] for letter in letters})
    ways = []
    others = [letter for letter in letters if len(PLAIN[ord(letter)]) != 1]
    if others:
        text, way = _rewritten(text, re.compile(_one_of(others)), lambda found: PLAIN[ord(found)])
        ways.append(way)
    composing = {part for letter in letters for part in PLAIN[ord(letter)] if composes(part)}
    if composing:
        one = _one_of(composing)
        pattern = f"[^{one[1:]}?{one}{{1,30}}"  # who puts more on a letter writes none
        text, way = _rewritten(text, re.compile(pattern), _composed)
        ways.append(way)
    return text, ways


def _composed(letters: str) -> str:
    composed = unicodedata.normalize("NFC", letters)
    return composed if len(composed) < len(letters) else letters  # marks that only changed places lead nowhere


def _exchanged(text: str, plain: dict[int, str]) -> str:
    """The text with the letters that become one other letter."""
    plain = {point: letter for point, letter in plain.items() if len(letter) == 1 and ord(letter) != point}
    if len(plain) > FEW:
        return "".join(piece.translate(plain) for piece in _pieces(text))
    for point, letter in plain.items():
        text = text.replace(chr(point), letter)
    return text


def _rewritten(text: str, pattern: re.Pattern[str], becomes: Callable[[str], str]) -> tuple[str, _Way]:
    """The text with whatever matches as what it becomes."""
    way, done, length = _Way(), 0, 0
    joined: list[str] = []
    parts: list[str] = []
    for match in pattern.finditer(text):
        start, end = match.span()
        new = becomes(match[0])
        parts += text[done:start], new
        length += start - done
        if len(new) != end - start:
            way.add(length, start)
            way.add(length + len(new), end)
        length += len(new)
        done = end
        if len(parts) > PARTS:
            joined.append("".join(parts))
            parts.clear()
    if not done:
        return text, way
    way.add(length + len(text) - done, len(text))
    return "".join((*joined, *parts, text[done:])), way


def _one_of(letters: Iterable[str]) -> str:
    return f"[{''.join(map(re.escape, letters))}]"


def _pieces(text: str) -> Iterator[str]:
    return (text[start : start + PIECE] for start in range(0, len(text), PIECE))
