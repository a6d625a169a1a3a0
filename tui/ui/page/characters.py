"""Words and characters as they are seen: nothing ends in the middle of one; all pure, all in offsets."""

import re

from rich.cells import split_graphemes

from tui.text.span import Span

# Marks that are written after a letter belong to its word, though they are no letters: accents, vowel signs, joiners.
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c2\u05c4-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0966-\u109f\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
)
WORD = re.compile(rf"\w[\w{MARKS}]*(?:[’'-]\w[\w{MARKS}]*)*")
LONGEST_CHARACTER = 64  # code points looked at for one character of several
FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")


def word_after(text: str, offset: int) -> int:
    """End of the word at or after `offset`."""
    match = WORD.search(text, offset)
    return match.end() if match else len(text)


def word_before(text: str, offset: int) -> int:
    """Start of the word before `offset`; the first character where there is none."""
    window = 200
    while True:
        first = max(0, offset - window)
        starts = [match.start() for match in WORD.finditer(text, first, offset)]
        if first == 0 or len(starts) > 1:  # the first one may begin before
            return starts[-1] if starts else 0
        window *= 8  # a long row of signs, or of letters without a space


def word_start_after(text: str, offset: int) -> int:
    """Start of the next word after `offset`; the last character where there is none."""
    inside = WORD.match(text, offset)
    match = WORD.search(text, inside.end() if inside else offset)
    return match.start() if match else max(0, len(text) - 1)


def character_after(text: str, offset: int, count: int = 1) -> int:
    """Start of the `count`-th character after the one at `offset`, counted as they are seen."""
    for _ in range(count):
        end = character_end(text, offset)
        while text.startswith("\n", end):  # the end of a line is not seen
            end += 1
        if end >= len(text):
            return offset
        offset = end
    return offset


def character_before(text: str, offset: int, count: int = 1) -> int:
    """Start of the `count`-th character before `offset`, counted as they are seen."""
    for _ in range(count):
        while offset > 0 and text[offset - 1] == "\n":
            offset -= 1
        offset = character_start(text, offset - 1)
    return offset


def character_end(text: str, offset: int) -> int:
    """End of the character at `offset`."""
    ends = _ends(text[offset : offset + LONGEST_CHARACTER])
    return offset + ends[0] if ends else len(text)


def character_start(text: str, offset: int) -> int:
    """Start of the character that `offset` lies in."""
    if offset <= 0 or (" " <= text[offset : offset + 1] <= "~" and text[offset - 1].isascii()):
        return max(0, offset)
    first = max(0, offset - LONGEST_CHARACTER)
    first = max(first, text.rfind("\n", first, offset) + 1)
    start = first
    for end in _ends(text[first : offset + LONGEST_CHARACTER]):
        if first + end > offset:
            break
        start = first + end
    return start


def last_character(text: str, span: Span) -> int:
    """Start of the last character in a place, white space left out; its start where it holds nothing else."""
    end = span.start + len(text[span.start : span.end].rstrip())
    return character_start(text, end - 1) if end > span.start else span.start


def _ends(text: str) -> list[int]:
    """Where the characters end; the two letters of a flag are one, and the end of a line is one by itself."""
    ends: list[int] = []
    base = letters = 0
    for line in re.split(r"(?<=\n)", text):
        words = line.removesuffix("\n")
        for start, end, _ in split_graphemes(words)[0]:
            letters = letters + 1 if FLAG_LETTERS[0] <= words[start] <= FLAG_LETTERS[1] else 0
            if letters and letters % 2 == 0:
                ends.pop()
            ends.append(base + end)
        base += len(line)
        if words != line:
            ends.append(base)
    return ends
