"""Two versions of a text become what changed: the words that went out, and those that came in."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from tui.library.known.told import Changed
from tui.text.span import Span

UNIT = re.compile(r"[^.!?\n]*(?:[.!?\n]+|\Z)\s*")  # about a sentence: what is compared first, so that it stays quick
WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
OFTEN = 100  # sentences that are the same; of more the first is compared with the first, and so on
MOST = 4_000  # words on either side that are compared one by one; where more changed, all of it did


def changes(before: str, now: str) -> tuple[Changed, ...]:
    """What changed, by place. White space does not count."""
    old, new = _spans(UNIT, before, Span(0, len(before))), _spans(UNIT, now, Span(0, len(now)))
    found: list[Changed] = []
    for tag, first, last, start, end in _compared(_words(before, old), _words(now, new)):
        if tag != "equal":
            found += _inside(before, _around(old, first, last, before), now, _around(new, start, end, now))
    return tuple(found)


def _compared(old: list[str], new: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """What became of which sentences. A thousand that are the same would be looked at a million times."""
    same = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), None)
    begun = min(len(old), len(new)) if same is None else same
    left, right = old[begun:], new[begun:]
    while left and right and left[-1] == right[-1]:
        left.pop()
        right.pop()
    often = {one for one, times in Counter(right).items() if times > OFTEN}
    compared = SequenceMatcher(None, _numbered(left, often), _numbered(right, often), autojunk=False)
    for tag, first, last, start, end in compared.get_opcodes():
        yield tag, begun + first, begun + last, begun + start, begun + end


def _numbered(sentences: list[str], often: set[str]) -> list[tuple[str, int]]:
    """Those that stand there often are told apart: the first of them on one side is the first on the other."""
    seen: Counter[str] = Counter()
    numbered: list[tuple[str, int]] = []
    for one in sentences:
        seen[one] += one in often
        numbered.append((one, seen[one]))
    return numbered


def _inside(before: str, old: Span, now: str, new: Span) -> Iterator[Changed]:
    """The same, word by word, of a part of both."""
    gone, came = _spans(WORD, before, old), _spans(WORD, now, new)
    if len(gone) > MOST or len(came) > MOST:
        yield _changed(before, gone, now, came, new.start)
        return
    left, right = ([text[slice(*span)] for span in spans] for text, spans in ((before, gone), (now, came)))
    for tag, first, last, start, end in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            at = came[start].start if start < len(came) else came[-1].end if came else new.start
            yield _changed(before, gone[first:last], now, came[start:end], at)


def _changed(before: str, gone: list[Span], now: str, came: list[Span], at: int) -> Changed:
    out = " ".join(before[gone[0].start : gone[-1].end].split()) if gone else ""
    return Changed(Span(came[0].start, came[-1].end) if came else Span(at, at), out)


def _spans(pattern: re.Pattern[str], text: str, part: Span) -> list[Span]:
    return [Span(*match.span()) for match in pattern.finditer(text, *part) if match.group().strip()]


def _words(text: str, spans: list[Span]) -> list[str]:
    return [" ".join(text[slice(*span)].split()) for span in spans]


def _around(spans: list[Span], first: int, last: int, text: str) -> Span:
    if first < last:
        return Span(spans[first].start, spans[last - 1].end)
    at = spans[first].start if first < len(spans) else len(text)
    return Span(at, at)
