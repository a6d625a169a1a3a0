"""What stands around an article is told by its form: fragments in the site's own voice, runs of titles and days, posts
with their handles. It needs no names of parts and no links, so that clippings and plain text are told like pages."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.text.article import Block, BlockKind, Furniture
from tui.text.blocks.site_words import ANSWERS, COMMENTS, FOOT, FOOT_SIGNS, VOICE, WORDS
from tui.text.head.days import DAY

_FRAGMENT = 70  # characters of a line that is no sentence
_PROSE = 140  # characters of a paragraph that only the article has
_ABOVE = 0.35  # share of the blocks above which no end begins
_SIGNS, _FRAGMENTS, _WEIGHT = 2, 3, 2.5  # what an end has at least
_LABEL = 4  # words of a label
_RELEASE_ENDS = re.compile(r"(?:# ?){3,5}|[-–—] ?30 ?[-–—]|[-–—*]{1,2} ?(?:ends|END|ENDS) ?[-–—*]{1,2}|ENDS?")
_ABOUT = re.compile(r"About (?:the )?([A-Z].{2,60}?):?")
_LEAST_PROSE = 1  # paragraphs in the first half
_MOST_TITLES = 12
_LONGEST_POST = 6  # blocks
_DAY = re.compile(
    rf"\W*(?:(?:by )?[\w.’' -]{{2,40}}[,|•·–-] ?)?(?:{DAY}(?:,? (?:at )?\d{{1,2}}[:.]\d\d ?(?:[ap]\.?m\.?)?)?"
    r"|(?:updated |posted )?(?:\d+|an?) ?(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?)(?: ago| read)"
    r"|\d{1,2}:\d\d(?: ?[ap]m)?)\W*",
    re.I,
)
_STAMP = re.compile(rf"\d{{1,2}}[:.]\d\d ?(?:[ap]\.?m\.?)? ?\W{{0,3}} ?{DAY}(?: ?\W .{{0,40}})?", re.I)
_HANDLE = re.compile(r"(?:[^@.!?]{2,40} )?\(?@\w{2,30}\)?(?: ?[·•] ?.{0,30})?")
_ITEM = re.compile(r"[-–*•] ")
_SIGNED = re.compile(r"[—–-]+ ?.{2,60}\(@\w{2,30}\).{0,40}")
_NETWORK = re.compile(r"(?:^|\s)[#@]\w|https?://|pic\.")
_COUNT = re.compile(
    r"[\d.,]+[KkMm]?|(?:[\d.,]+[KkMm]? )?(?:retweets?|reposts?|quotes?|likes?|views?|replies|bookmarks?|follow)|·", re.I
)
_REACHED = re.compile(r"\b\d{3}[ .-]\d{4}\b|(?:\b\d\d[ .]){3,4}\d\d\b|\S@\S+\.\w")  # by telephone, by letter
_ASKED = re.compile(  # who reads is asked, of the page
    r"(?:did|do|have|are|want|was|were|is|ces|ha sido|war)\b.{0,30}\b(?:you|this|more|page|article|vous|útil|utiles?"
    r"|hilfreich)\b.{0,20}\?",
    re.I,
)
_ENDS = (".", "!", "?", "”", '"', "…", ".’", ".'")
_BOXED = re.compile(r"[\[(]?(?:related|also|more|read|watch|see|listen)(?: \w+){0,2}: .{5,140}[\])]?", re.I)


class Shape(NamedTuple):
    """What a line is like, whatever it says."""

    sentence: bool
    prose: bool  # a long one
    fragment: bool
    sign: bool  # it speaks for the site, or is a day, an answer, a count
    voice: bool  # it speaks to who reads; a long one is not asked
    listed: bool = False  # as an item


def marked_by_form(
    lines: Sequence[str], blocks: Sequence[Block], reasons: Sequence[Furniture | None]
) -> Iterator[tuple[int, Furniture]]:
    """The blocks that are foreign by their form, each with the reason."""
    shapes = [shape_of(line, block) for line, block in zip(lines, blocks, strict=True)]
    yield from _above(lines, shapes)
    yield from _below_release(lines, shapes)
    yield from _posts(lines, blocks)
    yield from _boxes(lines, shapes)
    yield from _dated_titles(lines, shapes)
    yield from _end(lines, blocks, shapes, reasons)


def shape_of(line: str, block: Block) -> Shape:
    """How a line looks."""
    if block.kind in (BlockKind.CODE, BlockKind.TABLE, BlockKind.NOTE, BlockKind.RULE):
        return Shape(False, True, False, False, False)
    sentence = line.endswith(_ENDS)
    fragment = not sentence and len(line) <= 140
    prose = len(line) >= _PROSE
    voice = not prose and bool(VOICE.search(line))
    short = fragment and len(line) <= _FRAGMENT
    sign = short and (_speaks(line, voice) or bool(_DAY.fullmatch(line) or ANSWERS.fullmatch(line)))
    sign = sign or (len(line) <= _FRAGMENT and bool((short and _REACHED.search(line)) or _ASKED.fullmatch(line)))
    return Shape(sentence, prose, fragment, sign or _is_foot(line), voice, bool(_ITEM.match(line)))


def _speaks(line: str, voice: bool) -> bool:
    """Whether a short line is one of the site's own."""
    begins = re.match(r"\W*(\w)", line)
    said = begins is not None and not begins[1].islower() and not line.endswith(("-", "–", "—"))
    return said and bool(voice or WORDS.search(line))


def _is_foot(line: str) -> bool:
    """Whether it says whose the page is; hardly any line has one of the signs, and the pattern looks long for them."""
    lower = line.lower()
    return any(sign in lower for sign in FOOT_SIGNS) and bool(FOOT.fullmatch(line))


def is_headline_like(line: str) -> bool:
    """Whether it could be another article's title: some words without the end of a sentence, the longer ones with
    capitals."""
    if not 8 <= len(line) <= 140 or line.endswith((*_ENDS, ",", ";", ":")):
        return False
    long = [word for word in re.findall(r"[^\W\d_][\w’'-]+", line) if len(word) > 3]
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def _posts(lines: Sequence[str], blocks: Sequence[Block]) -> Iterator[tuple[int, Furniture]]:
    """A post of a network: from its handle to its time, with the counts below; or above the line that signs it."""
    index = 0
    while index < len(lines):
        if index and len(lines[index]) <= _PROSE and _SIGNED.fullmatch(lines[index]):
            above = lines[index - 1]
            if len(above) <= 300 and (blocks[index - 1].kind is BlockKind.QUOTE or _NETWORK.search(above)):
                yield index - 1, Furniture.POST
        elif len(lines[index]) <= _FRAGMENT and _HANDLE.fullmatch(lines[index]):
            below = range(index + 1, min(len(lines), index + 1 + _LONGEST_POST))
            stamp = next((i for i in below if len(lines[i]) <= 80 and _STAMP.fullmatch(lines[i])), None)
            if stamp is not None:
                last = stamp
                while last + 1 < len(lines) and _COUNT.fullmatch(lines[last + 1]):
                    last += 1
                named = (
                    index
                    and lines[index][0] == "@"
                    and len(lines[index - 1]) <= 40
                    and lines[index - 1][-1] not in ".!?”"
                )
                yield from ((i, Furniture.POST) for i in range(index - bool(named), last + 1))
                index = last
        index += 1


def _boxes(lines: Sequence[str], shapes: Sequence[Shape]) -> Iterator[tuple[int, Furniture]]:
    """A line in the site's voice with two or more titles under it; and titles in brackets that a word goes before."""
    index = _first_sentence(shapes)
    while index < len(lines):
        last = index
        if len(lines[index]) <= 150 and not shapes[index].sentence and _BOXED.fullmatch(lines[index]):
            if lines[index][0] == "[" or lines[index].split(":")[0].isupper():
                yield index, Furniture.TEASER
        elif shapes[index].sign and not _DAY.fullmatch(lines[index]):
            while last + 1 < min(len(lines), index + _MOST_TITLES) and is_headline_like(lines[last + 1]):
                last += 1
        if last > index + 1:
            yield index, Furniture.INTERFACE
            yield from ((number, Furniture.TEASER) for number in range(index + 1, last + 1))
        index = last + 1


def _first_sentence(shapes: Sequence[Shape]) -> int:
    return next((number for number, shape in enumerate(shapes) if shape.sentence), len(shapes))


def _above(lines: Sequence[str], shapes: Sequence[Shape]) -> Iterator[tuple[int, Furniture]]:
    """Between the headline and the first sentence, a few words in which the site speaks."""
    for index in range(1, _first_sentence(shapes)):
        label = shapes[index].sign and not shapes[index].voice and lines[index].count(" ") < _LABEL
        if label and not _DAY.fullmatch(lines[index]):
            yield index, Furniture.INTERFACE


def _below_release(lines: Sequence[str], shapes: Sequence[Shape]) -> Iterator[tuple[int, Furniture]]:
    """What stands below the sign that ends a release; and what one says about whoever sends it: "About the Office"."""
    for index in range(len(lines) // 2, len(lines)):
        if len(lines[index]) <= _FRAGMENT and _RELEASE_ENDS.fullmatch(lines[index]):
            yield from ((below, Furniture.INTERFACE) for below in range(index, len(lines)))
            return
        about = _ABOUT.fullmatch(lines[index]) if shapes[index].fragment and len(lines[index]) <= _FRAGMENT else None
        if about is not None and index + 1 < len(lines):
            below = lines[index + 1].removeprefix("The ").removeprefix("the ")
            if shapes[index + 1].sentence and below.startswith(about[1].split(" (")[0]):
                yield index, Furniture.INTERFACE
                yield index + 1, Furniture.INTERFACE


def _dated_titles(lines: Sequence[str], shapes: Sequence[Shape]) -> Iterator[tuple[int, Furniture]]:
    """Titles each of which has its day in the line below it, twice or more in a row."""
    pairs: list[int] = []
    index = _first_sentence(shapes)  # above it stand the article's own
    while index < len(lines):
        title = shapes[index].fragment and " " in lines[index] and not _DAY.fullmatch(lines[index])
        if title and index + 1 < len(lines) and len(lines[index + 1]) <= _FRAGMENT and _DAY.fullmatch(lines[index + 1]):
            pairs.append(index)
            index += 2
            continue
        if len(pairs) > 1:
            yield from ((n, Furniture.TEASER) for start in pairs for n in (start, start + 1))
        pairs = []
        index += 1
    if len(pairs) > 1:
        yield from ((n, Furniture.TEASER) for start in pairs for n in (start, start + 1))


def _end(
    lines: Sequence[str], blocks: Sequence[Block], shapes: Sequence[Shape], reasons: Sequence[Furniture | None]
) -> Iterator[tuple[int, Furniture]]:
    """The end of the page, from the sign on at which what follows speaks most against the article."""
    talk = _talk(lines)
    if sum(shape.prose and shape.sentence for shape in shapes[: len(shapes) // 2 + 1]) < _LEAST_PROSE:
        return  # a conversation, a list: no end is told from it
    weight = best = 0.0
    signs = fragments = 0
    begins: int | None = None
    for index in range(len(lines) - 1, int(_ABOVE * len(lines)) - 1, -1):
        shape, known = shapes[index], reasons[index] is not None
        weight += _weight(index, blocks, shapes, reasons, talk)
        sign = known or shape.sign
        signs += sign
        fragments += known or shape.fragment
        if sign and weight > best and signs >= _SIGNS and fragments >= _FRAGMENTS:
            best, begins = weight, index
    if begins is None or best < _WEIGHT:
        return
    for index in range(begins, len(lines)):
        if reasons[index] is None and blocks[index].kind is not BlockKind.RULE:
            title = shapes[index].fragment and not shapes[index].sign and " " in lines[index]
            talks = talk is not None and index >= talk
            yield index, Furniture.TEASER if title and not talks else Furniture.INTERFACE


def _weight(
    index: int,
    blocks: Sequence[Block],
    shapes: Sequence[Shape],
    reasons: Sequence[Furniture | None],
    talk: int | None,
) -> float:
    """How much a block speaks for the end of a page, and against the article."""
    shape = shapes[index]
    if reasons[index] is not None or shape.sign:
        return 1.5
    if talk is not None and index > talk:
        return 0.2
    if shape.prose:
        return -100
    if shape.fragment:
        listed = shape.listed or blocks[index].kind in (BlockKind.LIST_ITEM, BlockKind.HEADING)
        return 0.3 if listed else 1
    if shape.voice:
        return 0.3
    above = index - 1
    title = above >= 0 and shapes[above].fragment and not shapes[above].sign
    return -0.5 if title and blocks[above].kind is not BlockKind.LIST_ITEM else -4


def _talk(lines: Sequence[str]) -> int | None:
    """Where comments of readers begin, if there are some: below their title stand two of the lines that they have."""
    for index in range(len(lines) // 3, len(lines)):
        if len(lines[index]) <= _FRAGMENT and COMMENTS.fullmatch(lines[index].strip(" :.")):
            below = (line for line in lines[index + 1 :] if len(line) <= _FRAGMENT)
            return index if sum(bool(ANSWERS.fullmatch(line)) for line in below) > 1 else None
    return None
