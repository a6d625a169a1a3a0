"""A Figure becomes worth a row or not: ages, "one of the few", "two of them" and numbers of headings tell no amount."""

import re
from bisect import bisect_right

from tui.analysis.figures.numerals import TENS
from tui.analysis.model import Bound, Figure
from tui.text.article import Article, Block, BlockKind
from tui.text.span import Span

FEW = 12  # a number in words up to that counts nothing worth a row, where it has no unit and no noun
OLDEST = 120
AROUND = 40  # characters before a number and behind it
OLD = re.compile(
    r"(?:\s(?:and|or|to)\s\w+|[-–]\d+)?[\s-](?:years?|months?|weeks?)(?:[\s-]olds?\b|\sof\sage\b)", re.IGNORECASE
)
YEARS = re.compile(r"[^.;]{0,24}?\b(?:years?|yrs?|y)\b", re.IGNORECASE)
GREW = re.compile(  # "Lund was 18 when", "who is 52,"
    r"(?:\b(?:he|she|they|i|who)|(?-i:\b[A-Z][\w’'-]+))\s(?:is|was|turned|turns)\s(?:only\s|just\s|then\s|now\s|about\s)?$",
    re.IGNORECASE,
)
AT = re.compile(r"\b(?:at|aged)\s$", re.IGNORECASE)
AFTER_AGE = re.compile(r"\s(?:when|and|at|in|on|but|then|as)\b|[,.;)]|$")
AFTER_AT = re.compile(r",\s(?:he|she|they)\b")
ONE_OF = re.compile(r"\sof\b")
ORDINAL = re.compile(r"[\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b", re.IGNORECASE)
ROUND_ORDINAL = re.compile(r"[\s-](?:hundredth|thousandth|millionth)\b(?!\sof)", re.IGNORECASE)


def is_worth_a_row(article: Article, figure: Figure, sentence: Span) -> bool:
    """Whether it tells an amount."""
    text, span = article.text, figure.span
    words, behind = text[slice(*span)].lower(), text[span.end : min(sentence.end, span.end + AROUND)]
    if _is_age(figure, text[max(sentence.start, span.start - AROUND) : span.start], behind):
        return False
    if any(character.isdigit() for character in words):
        return True
    if words == "one" and ONE_OF.match(behind):  # "one of the few", "one of the largest banks"
        return False
    if (ORDINAL.match(behind) and words in TENS) or ROUND_ORDINAL.match(behind):
        return False
    if not (figure.unit or figure.noun or figure.change) and figure.high <= FEW:
        return False
    return not _is_heading(article, sentence)  # "Five days in April"


def _is_age(figure: Figure, before: str, behind: str) -> bool:
    if OLD.match(behind):
        return True
    if figure.noun or figure.change or figure.bound is not Bound.EXACTLY or figure.high > OLDEST:
        return False
    if figure.unit == "year":  # as the words before it say: "who was 18"
        return YEARS.match(behind) is None and AFTER_AGE.match(behind) is not None
    grown = GREW.search(before) is not None and AFTER_AGE.match(behind) is not None
    return not figure.unit and (grown or (AT.search(before) is not None and AFTER_AT.match(behind) is not None))


def _is_heading(article: Article, sentence: Span) -> bool:
    """Whether the sentence is a heading of the article."""
    place = bisect_right(article.blocks, sentence.start, key=_start) - 1
    return place >= 0 and article.blocks[place].kind is BlockKind.HEADING


def _start(block: Block) -> int:
    return block.span.start
