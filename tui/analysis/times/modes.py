"""Each paragraph is news, which hangs its dates on the day of publication, or narrative, which carries them on."""

from collections.abc import Sequence, Set
from typing import NamedTuple

from tui.analysis.document import Document, Sentence
from tui.analysis.lazy_pattern import LazyPattern
from tui.analysis.model import Day
from tui.analysis.times.scene import Mode
from tui.analysis.times.words import FULL_DAYS, MEANINGS

YEAR = LazyPattern(r"1\d{3}|20\d\d")
ERAS = frozenset({"BC", "BCE", "B.C.", "AD", "A.D."})
WEEKDAYS = frozenset(word.lower() for word in FULL_DAYS)
TODAY = frozenset({"yesterday", "today", "tomorrow", "tonight", "ago"})
POINTING = frozenset({"last", "this", "next"})
POINTED = frozenset(
    {"day", "week", "month", "year", "night", "weekend", "quarter", "season", "morning", "afternoon", "evening"}
)
POINTED |= WEEKDAYS | frozenset(MEANINGS["month"]) | frozenset(MEANINGS["season"])
FAR = 2  # years before publication: a nearer year says nothing


class Signs(NamedTuple):
    """How many words speak of years long past, of the days around publication, and of weekdays, which may be either."""

    past: int
    present: int
    weekdays: int


def modes_of(document: Document, published: Day | None, stamps: Set[int] = frozenset()) -> dict[int, Mode]:
    """The mode of each block that has sentences; the figures that begin at `stamps` are no years."""
    blocks: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        blocks.setdefault(sentence.block, []).append(sentence)
    signs = {block: signs_of(sentences, published, stamps) for block, sentences in blocks.items()}
    whole = Signs(*(sum(each) for each in zip(*signs.values(), strict=True))) if signs else Signs(0, 0, 0)
    lead = [signs[block] for block in list(signs)[:LEAD]]
    if any(each.present or each.weekdays for each in lead):
        history = False  # a news story that tells history in between
    elif whole.present or whole.weekdays or whole.past >= MANY:
        history = whole.past >= MANY and whole.past > 2 * whole.present + whole.weekdays / WEIGHT
    else:
        history = whole.past > 0 and not TODAY_S.search(document.article.text)
    history = history and not _speaks_of_now(document)
    found: dict[int, Mode] = {}
    mode = Mode.NARRATIVE if history else Mode.NEWS
    for block, (past, present, weekdays) in signs.items():
        if past == 0 and present == 0 and (weekdays == 0 or mode is Mode.NARRATIVE):
            found[block] = mode if INHERIT or history else Mode.NEWS
            continue
        if history:
            mode = Mode.NEWS if present >= 2 and present > past else Mode.NARRATIVE
        else:
            mode = Mode.NARRATIVE if past >= LOCAL and not present and not weekdays else Mode.NEWS
        found[block] = mode
    return found


WEIGHT, INHERIT, LOCAL = 1, False, 2
LEAD = 2  # paragraphs in which a news story says when it is
MANY = 3  # years long past that make a history
# What the sentences of a report have that a history has not: who says it, what has been done, what will be.
NOW = LazyPattern(
    r"\b(?:(?:has|have)\s+(?:\w+\s+){0,2}?(?:been|\w+ed|become|made|taken|seen|said|sent|begun|led|held|lost|come|gone|grown|given)"
    r"|sa(?:ys|y|id)|now|(?:is|are)\s+(?:\w+\s+)?\w+ing|will)\b"
)
OF_NOW = 0.25  # of the sentences: histories of wars have up to 0.11, reports that look back 0.3 and more
# What a short text that tells the past has none of: reports and the present.
TODAY_S = LazyPattern(r"\b(?:said|says|told|will|is|are|has|have|new|now|expected|plans?)\b")


def _speaks_of_now(document: Document) -> bool:
    """Whether so many sentences report and tell how things stand that the years long past are only looked back at."""
    text = document.article.text
    now = sum(NOW.search(text[slice(*sentence.span)]) is not None for sentence in document.sentences)
    return now > OF_NOW * len(document.sentences)


def signs_of(sentences: Sequence[Sentence], published: Day | None, stamps: Set[int] = frozenset()) -> Signs:
    """What the words of a paragraph speak of."""
    past = present = weekdays = 0
    for sentence in sentences:
        for index, token in enumerate(sentence.tokens):
            text = token.text
            if text[0].isdigit() and YEAR.fullmatch(text) and token.span.start not in stamps:
                past += published is None or published.year - int(text) >= FAR
            elif text in ERAS:
                past += 1
            elif (word := text.lower()) in WEEKDAYS:
                weekdays += not _is_some(sentence, index)
            elif word in TODAY or (word in POINTING and _points(sentence, index + 1)):
                present += 1
    return Signs(past, present, weekdays)


def _is_some(sentence: Sentence, index: int) -> bool:
    """Whether a weekday is only some such day: "they left on a Saturday"."""
    return index > 0 and sentence.tokens[index - 1].text.lower() in ("a", "an")


def _points(sentence: Sentence, index: int) -> bool:
    """Whether "last", "this" or "next" goes with a unit of time."""
    tokens = sentence.tokens
    if index > 1 and tokens[index - 2].text.lower() == "the":
        return False  # "the next spring" of a story
    if index >= len(tokens) or tokens[index].text.lower().rstrip(".") not in POINTED:
        return False
    return index + 1 >= len(tokens) or tokens[index + 1].text != "of"  # "the last week of August"
