"""What stands above an article: its headline, who wrote it, who published it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tui.text.article import Block, BlockKind
from tui.text.head.dateline import read_dateline
from tui.text.head.days import DAY

ABOVE = 8  # blocks in which byline and dateline are looked for
LONGEST_TITLE = 160  # characters
OPENING = 72  # characters of the first sentence that stand for a missing title
SUBHEAD = 72
LONG = 100  # characters of a paragraph below a subhead

_BY = r"(?:By|BY|Written by|Story by)[: ]\s*(?P<names>[^|•]{3,80}?)(?:\s*[|•].*)?"
_OUTLET = (
    r",\s*(?P<outlet>(?:The )?(?:[A-Z][\w.&’'-]+ ){0,3}"
    r"(?:Press|News|Times|Post|Service|Writer|Reuters|AFP|AP|CNN|BBC|NPR|VOA|UPI))$"
)
_TAIL = rf"[\s,–—-]+(?:(?:on|Updated|Published)\s+)?{DAY}.*$"


class Headline(NamedTuple):
    """`title` is "" where no line looks like one; `blocks` are the article's, with headings among them."""

    title: str
    byline: str
    publisher: str
    blocks: list[Block]


def read_headline(text: str, blocks: Sequence[Block], subheads: bool = True) -> Headline:
    """Title, byline and publisher as the text shows them, and the blocks with the headings that it has."""
    lines = [text[block.span.start : min(block.span.end, block.span.start + 400)] for block in blocks[:ABOVE]]
    byline, publisher = _byline(lines)
    own = (i for i, block in enumerate(blocks[:ABOVE]) if _is_own(block) and not is_date_line(lines[i]))
    top = next(own, 0)
    found = _with_subheads(text, blocks) if subheads else list(blocks)
    if not blocks or len(blocks) < 2 or not _titles(text, blocks, top):
        return Headline("", byline, publisher, found)
    found[top] = replace(blocks[top], kind=BlockKind.HEADING, level=1)
    span = blocks[top].span
    return Headline(" ".join(text[span.start : span.end].split()), byline, publisher, found)


def opening_words(text: str, blocks: Sequence[Block]) -> str:
    """The first words of the first block that is the article's own, for a title where there is none."""
    own = [block for block in blocks if _is_own(block)] or blocks
    for start, end in (block.span for block in own[:ABOVE]):
        line = text[start : min(end, start + OPENING * 4)]
        dateline = read_dateline(line)
        words = " ".join(line[dateline.length if dateline else 0 :].split())
        if words and not is_date_line(words):
            return _shortened(words)
    return ""


def _is_own(block: Block) -> bool:
    """Whether a headline can be a block: a table, code and furniture are none."""
    return block.furniture is None and block.kind not in (BlockKind.TABLE, BlockKind.CODE)


def _shortened(words: str) -> str:
    if len(words) <= OPENING:
        return words
    cut = words[:OPENING]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:–—-") + "…"


def is_date_line(line: str) -> bool:
    """Whether a line holds a day and hardly anything else."""
    return len(line) < 90 and bool(re.search(DAY, line)) and len(re.sub(DAY, "", line)) < 40


def _titles(text: str, blocks: Sequence[Block], top: int) -> bool:
    start, end = blocks[top].span
    line = text[start : min(end, start + LONGEST_TITLE + 1)]
    if not line:  # a drawn rule
        return False
    if len(line) > LONGEST_TITLE or is_date_line(line) or read_dateline(line) or line[0].islower():
        return False
    if top + 1 >= len(blocks) or not any(block.span.end - block.span.start > len(line) for block in blocks[top + 1 :]):
        return False
    if line[-1] in ":;,…":
        return False
    return line[-1] not in '.”"' or _capitals(line) >= 0.8


def _capitals(line: str) -> float:
    words = [word for word in re.findall(r"\w+", line) if len(word) > 3]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def _with_subheads(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Short lines without an end, alone above a longer paragraph, are headings."""
    found = list(blocks)
    for index in range(1, len(blocks) - 1):
        block, following = blocks[index], blocks[index + 1]
        start, end = block.span
        if end - start > SUBHEAD or block.furniture or following.furniture or block.kind is not BlockKind.PARAGRAPH:
            continue
        line = text[start:end]
        alone = text[end : following.span.start].count("\n") > 1 < text[blocks[index - 1].span.end : start].count("\n")
        longer = following.span.end - following.span.start > LONG
        if alone and longer and line[0].isupper() and line[-1].isalnum() and not is_date_line(line):
            found[index] = replace(block, kind=BlockKind.HEADING, level=2)
    return found


def _byline(lines: Sequence[str]) -> tuple[str, str]:
    byline = publisher = ""
    for line in lines:
        if not byline and len(line) < 120 and (match := re.fullmatch(_BY, line)) and match["names"][0].isupper():
            names = re.sub(_TAIL, "", match["names"]).strip(" ,")
            if outlet := re.search(_OUTLET, names):
                publisher = outlet["outlet"].removesuffix("Writer").strip()
                names = names[: outlet.start()]
            byline = names
        elif not publisher and (dateline := read_dateline(line)):
            publisher = dateline.agency
    return byline, publisher
