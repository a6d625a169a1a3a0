"""A paragraph becomes its stretches in quotation marks, whatever the dialect; a stray mark costs its paragraph at most.

“American”, ‘British’, "straight", ''two strokes'', «French», „German“, »outward«, ”Nordic”. A mark that nothing closes
quotes to the end of its paragraph where it opens that paragraph or the next one goes on with a mark, as printers do."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.text.span import Span

MARK = re.compile("``|''|[\"“”„«»‹›]|[‘’'](?!s\\b)|[‘’'](?=s\\b)")
CLOSING = {  # what closes what has opened
    "“": ("”", '"', "“"),
    "„": ("“", "”", '"', "„"),
    "«": ("»",),
    "»": ("«", "»"),
    "‹": ("›",),
    "”": ("”",),
    '"': ('"', "”"),
    "``": ("''", "”", '"'),
    "''": ("''",),
    "‘": ("’", "'"),
    "'": ("'", "’"),
}
ALWAYS_OPENS = frozenset({"“", "„", "«", "‹", "``"})
SINGLE = frozenset({"‘", "’", "'"})
BEFORE_OPENERS = frozenset(' \t\n\u00a0([{—–-/:“"‘‚…') | {""}
ENDING = frozenset(".,!?…;:—-")


class Quoted(NamedTuple):
    """What stands in quotation marks, the marks included; `goes_on` where the paragraph ends and nothing closes it."""

    span: Span
    goes_on: bool = False


def quoted_in(text: str, paragraph: Span, following: str) -> Iterator[Quoted]:
    """The outermost stretches of a paragraph in order; `following` is how the next paragraph begins."""
    marks = list(_marks(text, paragraph))
    never: set[str] = set()  # marks that nothing closes from here on: they are not looked for again
    index = 0
    while index < len(marks):
        place, mark = marks[index]
        index += 1
        if mark in never or not _opens(text, paragraph, place, mark):
            continue
        end, behind = _closing(text, paragraph, marks, index)
        if end is None and behind == len(marks):
            never.add(mark)
        if end is not None:
            yield Quoted(Span(place, end))
            index = behind
        elif mark not in SINGLE and _carries_on(text, paragraph, place, following):
            yield Quoted(Span(place, paragraph.end), goes_on=True)
            return


def _marks(text: str, paragraph: Span) -> Iterator[tuple[int, str]]:
    for match in MARK.finditer(text, *paragraph):
        mark = match.group()
        if mark in SINGLE and _is_apostrophe(text, match.start()):
            continue
        yield match.start(), mark


def _is_apostrophe(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return before.isalnum() and after.isalnum()


def _opens(text: str, paragraph: Span, place: int, mark: str) -> bool:
    before = text[place - 1] if place > paragraph.start else ""
    after = text[place + len(mark) : place + len(mark) + 1]
    if after in ("", " ", "\n", "\t") and mark not in ("«", "»", "‹"):
        return False
    if mark in ALWAYS_OPENS:
        return True
    if mark == "›":
        return False
    return before in BEFORE_OPENERS and not (mark == "’" and after.isalnum())  # "the ’90s"


def _closing(text: str, paragraph: Span, marks: Sequence[tuple[int, str]], index: int) -> tuple[int | None, int]:
    """Where the stretch ends that mark `index - 1` has opened, and the mark to go on with."""
    _, opened = marks[index - 1]
    closers = CLOSING.get(opened, ())
    while index < len(marks):
        place, mark = marks[index]
        if mark in closers and _closes(text, paragraph, place, mark, opened):
            return place + len(mark), index + 1
        if mark == opened and opened in ALWAYS_OPENS:
            return None, index  # the first of the two is astray
        index += 1
    return None, index


def _closes(text: str, paragraph: Span, place: int, mark: str, opened: str) -> bool:
    before, after = text[place - 1 : place], text[place + len(mark) : place + len(mark) + 1]
    if mark == opened and mark in "\"”'":
        # "at the "Grand" hotel": the mark before a word, behind a blank, opens again
        spaced = before in BEFORE_OPENERS and place > paragraph.start and before not in "—–-…"
        return not (spaced and after.isalnum())
    if mark == "“" == opened:
        return before in ENDING and not after.isalnum()  # typed with the wrong hand
    if mark in SINGLE:
        return not after.isalnum() and (before in ENDING or before != "s" or _ends_here(text, place, paragraph))
    return True


def _ends_here(text: str, place: int, paragraph: Span) -> bool:
    """Whether no single mark with a stop before it follows that would close better than the one after an s."""
    rest = text[place + 1 : min(place + 300, paragraph.end)]
    return re.search(r"[.,!?…][’']", rest) is None


def _carries_on(text: str, paragraph: Span, place: int, following: str) -> bool:
    led = (
        text[paragraph.start : place].strip() == ""
        or text[max(paragraph.start, place - 3) : place].rstrip()[-1:] in ",:"
    )
    return led or following.lstrip()[:1] in ("“", '"', "„", "«", "»", "”")
