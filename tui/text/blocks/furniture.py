"""Blocks that are not the article itself are marked: captions, credits, teasers, interface lines, series notes.

Most are told by their words (`furniture_rules.py`), others by where they stand: above the first paragraph, below a line
that announces other articles, as a link and nothing else.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import islice

from tui.text.article import Block, BlockKind, Furniture, Mark, MarkKind
from tui.text.blocks.rules import RULES
from tui.text.blocks.surroundings import marked_by_form
from tui.text.head.dateline import read_dateline
from tui.text.head.days import DAY

LONGEST = 450  # characters of a line that a rule looks at


def _nothing(_: str) -> None:
    """Nobody else knows of a block."""


_BYLINE = (
    r"(?:By|BY) (?:(?:de |la |del |van |von |der |den |di |da |du |al-)*+[A-Z][\w.’'-]++,? ?(?:and |AND )?){1,9}"
    r"(?:(?:for|in|of|at|and) (?:the )?[A-Z].{2,40})?(?: ?[|•,–—-] ?(?!\w+day\b)[A-Z\d][^?!]{2,60})?"
)
_SCENE = (  # what captions say in the present tense and articles in the past
    r"\b(?:watch|stand|look|walk|speak|sit|hold|carr|wave|gesture|arrive|attend|deliver|inspect|pose|gather|chant|march"
    r"|rest|leave|ride|point|listen|talk|smile|shake|run|pray|wait|work|play|shout|celebrate)"
    r"(?:s|es|ies|y)?\b|\b(?:is|are) (?:seen|pictured|shown)\b"
)
_SCENE_DAY = r"\b(?:on|in) (?:\w+day, )?(?:[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?)?\d{4}\.?$"
_SEEN = r"\b(?:is|are) (?:seen|pictured|shown)\b"
_PAST = r"\b(?:said|told|was|were|had)\b"
_ENDED = tuple('.!?:;…"”’»)]')
_ABBREVIATED = r"(?:\b(?:U\.S|U\.N|U\.K|E\.U|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|vs|No)\.)$"
_TEASER_BLOCKS = 9  # a teaser is at most so long
_WHERE_TO_WRITE = r"(?:please )?(?:e-?mail|mail|write to|send it to) \S+@\S+"
_LINKED = 0.9  # share of a block's characters
_ANNOUNCES = (
    r".{0,20}(?:related|more (?:on|from|in)|read (?:next|more|also)|also in|see also|recommended|trending"
    r"|you (?:may|might)"
    r"|most (?:read|popular|viewed)|latest|top|popular|recent|similar|what to read|editor|keep reading|elsewhere"
    r"|mehr zum|te puede|más leído|à lire|plus (?:lus|vus)|auch interessant|meistgelesen|leggi anche|più letti"
    r"|leia também|mais lidas)\b.{0,40}"
)
_MOST_ANNOUNCED = 12  # titles
_MOST_ABOVE = 10  # blocks above the first paragraph
_PARAGRAPH = 110  # characters


def marked(
    text: str,
    blocks: Sequence[Block],
    marks: Sequence[Mark] = (),
    reason: Callable[[str], Furniture | None] = _nothing,
    page: bool = False,
) -> list[Block]:
    """The blocks, with `furniture` set where a paragraph is not the article itself.

    `marks` tell which are links and nothing else, `reason` what a page itself says of the block with these words.
    `page` says that the text was a page: lists of links in it are other articles, and above it stand lines about it."""
    lines = [text[block.span.start : block.span.end] for block in blocks]
    there = _needed_in(text)
    heading = next((i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADING and block.level == 1), None)
    reasons = [
        block.furniture
        or (None if index == heading else _reason(text, blocks, lines, index, there) or reason(lines[index]))
        for index, block in enumerate(blocks)
    ]
    for first, last in _teasers(lines, reasons):
        reasons[first:last] = [Furniture.TEASER] * (last - first)
    for index, line in enumerate(lines):  # a picture stands alone in a page, and above the teaser that it belongs to
        below = reasons[index + 1] if index + 1 < len(lines) else None
        if reasons[index] is None and (page or below is Furniture.TEASER) and len(line) <= LONGEST and _is_scene(line):
            reasons[index] = Furniture.CAPTION
    if page:
        linked = _linked(blocks, marks)
        for index in (*_lists_of_links(blocks, linked), *_announced(lines, blocks, reasons, linked)):
            reasons[index] = reasons[index] or Furniture.TEASER
        for index in _above(lines, blocks, reasons):
            reasons[index] = reasons[index] or Furniture.CREDIT
    else:  # where to write to stands in the midst of a text as a sentence of it, and below it as furniture
        own = max((index for index, found in enumerate(reasons) if found is None), default=-1)
        for index, line in enumerate(lines[:own]):
            if reasons[index] is Furniture.INTERFACE and "@" in line and re.fullmatch(_WHERE_TO_WRITE, line, re.I):
                reasons[index] = blocks[index].furniture
    for index, found in list(marked_by_form(lines, blocks, reasons)):
        if index != heading:
            reasons[index] = reasons[index] or found
    if all(found is not None for found in reasons):
        return list(blocks)  # an article of nothing but furniture is an article
    return [replace(block, furniture=found) if found else block for block, found in zip(blocks, reasons, strict=True)]


def _linked(blocks: Sequence[Block], marks: Sequence[Mark]) -> set[int]:
    """The blocks that are links and nothing else."""
    lengths: dict[int, int] = {}
    links = iter([mark.span for mark in marks if mark.kind is MarkKind.LINK])
    link = next(links, None)
    for index, block in enumerate(blocks):
        while link is not None and link.start < block.span.end:
            if link.start >= block.span.start:
                lengths[index] = lengths.get(index, 0) + link.end - link.start
            link = next(links, None)
    return {
        index
        for index, length in lengths.items()
        if length >= _LINKED * (blocks[index].span.end - blocks[index].span.start)
    }


def _lists_of_links(blocks: Sequence[Block], linked: set[int]) -> Iterator[int]:
    """Paragraphs that are links of some words, and lists of which every item is one."""
    index = 0
    while index < len(blocks):
        last = index
        if blocks[index].kind is BlockKind.LIST_ITEM:
            while last + 1 < len(blocks) and blocks[last + 1].kind is BlockKind.LIST_ITEM:
                last += 1
            if all(number in linked for number in range(index, last + 1)):
                yield from range(index, last + 1)
        elif index in linked and (blocks[index].kind is not BlockKind.HEADING or blocks[index].level > 1):
            yield index
        index = last + 1


def _announced(
    lines: Sequence[str], blocks: Sequence[Block], reasons: Sequence[Furniture | None], linked: set[int]
) -> Iterator[int]:
    """The titles below a line that announces other articles: items, links, or several short lines without an end."""
    for index, line in enumerate(lines):
        if reasons[index] not in (Furniture.TEASER, Furniture.INTERFACE) or not re.fullmatch(_ANNOUNCES, line, re.I):
            continue
        if index in linked or re.search(r"[:|»] ?\S+ \S", line):  # it is another article itself
            continue
        last = index
        while last + 1 < min(len(lines), index + _MOST_ANNOUNCED) and _is_title(lines[last + 1]):
            if (blocks[last + 1].kind is BlockKind.LIST_ITEM) != (blocks[index + 1].kind is BlockKind.LIST_ITEM):
                break  # a list below titles, or titles below a list, are something else
            last += 1
        titles = range(index + 1, last + 1)
        listed = [i for i in titles if i in linked or blocks[i].kind is BlockKind.LIST_ITEM]
        yield from titles if len(listed) == len(titles) or len(titles) > 1 else listed


def _is_title(line: str) -> bool:
    return 8 <= len(line) <= 140 and not line.endswith((".", "!", ":", "”", '"', ",")) and line.count(" ") >= 1


def _above(lines: Sequence[str], blocks: Sequence[Block], reasons: Sequence[Furniture | None]) -> Iterator[int]:
    """Days, times, minutes of reading and figures that stand by themselves above the first paragraph."""
    for index, line in enumerate(lines[:_MOST_ABOVE]):
        if len(line) > _PARAGRAPH and reasons[index] is None and blocks[index].kind is not BlockKind.HEADING:
            return
        day = re.sub(DAY, "", line) if len(line) < 100 else line
        if (day != line and len(day) < 45) or re.fullmatch(
            r"[\d\W]{1,12}|\d+ (?:comments?|shares?|min(?:utes?)?(?: read)?)", line
        ):
            yield index


def is_headline(line: str) -> bool:
    """Whether a line is written like a headline: few words, nearly all with a capital, no full stop."""
    if not 10 <= len(line) <= 160 or line.endswith(_ENDED):
        return False
    words = re.findall(r"[\w’'.-]+", line)
    long = [word for word in words if len(word) > 3]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in long)
    return 4 <= len(words) <= 18 and len(long) >= 3 and capitals >= 0.8 * len(long)


@cache
def _always() -> tuple[tuple[Furniture, re.Pattern[str]], ...]:
    """One pattern for all rules of a reason that may hold for any line, in the order of the rules."""
    reasons = dict.fromkeys(rule.reason for rule in RULES)
    joined = ("|".join(rule.pattern for rule in RULES if rule.reason is reason and rule in _ANY) for reason in reasons)
    return tuple(
        (reason, re.compile(pattern, re.I)) for reason, pattern in zip(reasons, joined, strict=True) if pattern
    )


@cache
def _whichever() -> re.Pattern[str]:
    """One pattern for all of these: hardly any line is asked for the reason."""
    return re.compile("|".join(pattern.pattern for _, pattern in _always()), re.I)


_ANY = frozenset(rule for rule in RULES if not rule.needs and not rule.starts)
_SOME = tuple(rule for rule in RULES if rule not in _ANY)
_NEEDED: dict[str, list[int]] = {}  # words without which some of these do not hold, and which
for _number, _rule in enumerate(_SOME):
    for _word in _rule.needs:
        _NEEDED.setdefault(_word, []).append(_number)
_BEGINNING: dict[str, list[int]] = {}  # letters that the others begin with, and which
for _number, _rule in enumerate(_SOME):
    for _letter in () if _rule.needs else dict.fromkeys(word[0] for word in _rule.starts.split()):
        _BEGINNING.setdefault(_letter, []).append(_number)


@cache
def _starts(words: str) -> tuple[str, ...]:
    return tuple(words.split())


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


def _needed_in(text: str) -> tuple[str, ...]:
    """The words of `_NEEDED` that stand anywhere in a text: most do not, and its lines need not be asked for them."""
    lower = text.lower()
    return tuple(word for word in _NEEDED if word in lower)


@lru_cache(4096)
def _by_rules(line: str, there: tuple[str, ...]) -> Furniture | None:
    """The reason of the first rule that holds for the line, with its last signs or without them; `there` are the words
    of `_NEEDED` that may stand in it."""
    bare, lower = line.rstrip(" :.>»…"), line.lower()
    if _whichever().fullmatch(bare) or (bare != line and _whichever().fullmatch(line)):
        pairs = ((reason, pattern.fullmatch(bare) or pattern.fullmatch(line)) for reason, pattern in _always())
        return next(reason for reason, match in pairs if match)
    numbers = {number for word in there if word in lower for number in _NEEDED[word]}
    numbers.update(_BEGINNING.get(lower[:1], ()))
    for rule in (_SOME[number] for number in sorted(numbers)):
        if rule.starts and not lower.startswith(_starts(rule.starts)):
            continue
        pattern = _compiled(rule.pattern)
        if pattern.fullmatch(line) or pattern.fullmatch(bare):
            return rule.reason
    return None


def _reason(
    text: str, blocks: Sequence[Block], lines: Sequence[str], index: int, there: tuple[str, ...]
) -> Furniture | None:
    line = lines[index]
    if len(line) > LONGEST or blocks[index].kind in (BlockKind.CODE, BlockKind.RULE):
        return None
    if found := _by_rules(line, there):
        return found
    if len(line) < 160 and re.fullmatch(_BYLINE, line):
        return Furniture.CREDIT
    return Furniture.CAPTION if _is_scene(line) and (re.search(_SEEN, line) or _touches(text, blocks, index)) else None


def _touches(text: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether no empty line stands above a block, or none below it."""
    above = index > 0 and text[blocks[index - 1].span.end : blocks[index].span.start].count("\n") == 1
    last = index + 1 == len(blocks)
    return above or (not last and text[blocks[index].span.end : blocks[index + 1].span.start].count("\n") == 1)


def _is_scene(line: str) -> bool:
    """Present tense and a day with its year: what a picture shows."""
    if not line.rstrip(".")[-4:].isdigit() or re.search(_PAST, line):
        return False
    return bool(re.search(_SCENE_DAY, line) and re.search(_SCENE, line) and len(re.findall(r"[.!?] [A-Z]", line)) < 2)


def _teasers(lines: Sequence[str], reasons: Sequence[Furniture | None]) -> list[tuple[int, int]]:
    """Where another article is announced: a headline, a series note or dateline, and text that breaks off."""
    found: list[tuple[int, int]] = []
    index = 1
    while index < len(lines):
        if reasons[index] is None and is_headline(lines[index]):
            window = range(index + 1, min(index + 4, len(lines)))
            second = next((i for i in window if reasons[i] is Furniture.SERIES or read_dateline(lines[i])), None)
            if second is not None:
                end = min(index + _TEASER_BLOCKS, len(lines))
                said = (i for i in range(second, end) if len(lines[i]) > _PARAGRAPH and lines[i].endswith(_ENDED))
                end = next(islice(said, 1, None), end)  # whole paragraphs are an article's own
                last = next((i for i in range(second, end) if reasons[i] is None and _breaks_off(lines[i])), None)
                if last is not None:
                    found.append((index, last + 1))
                    index = last
        index += 1
    return found


def _breaks_off(line: str) -> bool:
    words = line.count(" ") + 1
    if words < 4 or is_headline(line):
        return False
    if line.endswith(("...", "…", "[…]")) or not line.endswith(_ENDED):
        return True
    return words < 25 and bool(re.search(_ABBREVIATED, line)) and any(mark in line for mark in '“"')
