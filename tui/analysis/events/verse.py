"""Verse, which tells of no day: lines of a song or a poem, and such lines that a page has run together."""

import re
from itertools import pairwise

from tui.analysis.document import STARTING, Document, Sentence

LEAST_LINES = 4
LONGEST_POEM = 4000  # characters of a block; what is longer is no poem, and is not read anew for each of its dates
LONGEST_LINE = 60  # characters; prose that a width has broken begins few of its lines with a capital
LEAST_CAPITALS, MOST_STOPS = 0.75, 0.34  # of the lines: so many begin with a capital, so few end with a full stop
STOPS = (".", "!", "?", ".”", '."')
RUN_TOGETHER = 40  # tokens of a sentence without a stop in it
SINGING = frozenset({"i", "we", "my", "our", "me"})
APOSTROPHE = re.compile("['’]")


def is_verse(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is of a block of verse, or is itself several lines of one."""
    start, end = document.article.blocks[sentence.block].span
    poem = end - start <= LONGEST_POEM and _is_poem(document.article.text[start:end])
    return poem or _is_run_together(sentence)


def _is_poem(text: str) -> bool:
    """Whether lines as short as those of a song begin with capitals and do not end as sentences do."""
    if text.count("\n") + 1 < LEAST_LINES:
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < LEAST_LINES or max(map(len, lines)) > LONGEST_LINE:
        return False
    capitals = sum(line.lstrip("“\"'‘ ")[:1].isupper() for line in lines)
    stops = sum(line.rstrip().endswith(STOPS) for line in lines)
    return capitals >= LEAST_CAPITALS * len(lines) and stops <= MOST_STOPS * len(lines)


def _is_run_together(sentence: Sentence) -> bool:
    """Whether small words with capitals, nothing before them, show where lines began that somebody sings."""
    if len(sentence.tokens) < RUN_TOGETHER:
        return False
    words = [APOSTROPHE.split(token.text)[0] for token in sentence.tokens]
    lines = sum(
        word.istitle() and word != "I" and word.lower() in STARTING and before[-1:].isalpha() and before.islower()
        for before, word in pairwise(words)
    )
    return lines >= LEAST_LINES - 1 and any(word.lower() in SINGING for word in words)
