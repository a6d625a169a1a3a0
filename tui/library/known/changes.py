"""Two versions of a text become what changed: the words that went out, and those that came in."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from tui.library.known.told import Changed
from tui.text.span import Span

UNIT = re.compile(r"[^.!?\n]*(?:[.!?\n]+|\Z)\s*")  # about a sentence: what is compared first, so that it stays quick
WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
MOST = 4_000  # words on either side that are compared one by one; where more changed, all of it did


def changes(before: str, now: str) -> tuple[Changed, ...]:
    """What changed, by place. White space does not count."""
    old, new = _spans(UNIT, before, Span(0, len(before))), _spans(UNIT, now, Span(0, len(now)))
    compared = SequenceMatcher(None, _words(before, old), _words(now, new), autojunk=False)
    found: list[Changed] = []
    for tag, first, last, start, end in compared.get_opcodes():
        if tag != "equal":
            found += _inside(before, _around(old, first, last, before), now, _around(new, start, end, now))
    return tuple(found)


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
