"""Each paragraph reads as news, which hangs its dates on the day of publication, or as narrative, which carries them on."""

import re
from collections.abc import Sequence

from tui.analysis.document import Document, Sentence
from tui.analysis.model import Day
from tui.analysis.time_scene import Mode
from tui.analysis.time_words import FULL_DAYS, MEANINGS

YEAR = re.compile(r"1\d{3}|20\d\d")
ERAS = frozenset({"BC", "BCE", "B.C."})
RECENT = frozenset(word.lower() for word in FULL_DAYS) | {"yesterday", "today", "tomorrow", "tonight", "ago", "last", "this", "next"}
FAR = 2  # years from the publication: a year as near as this says nothing
MONTHS = frozenset(MEANINGS["month"])


def modes_of(document: Document, published: Day | None) -> dict[int, Mode]:
    """The mode of each block that has sentences."""
    blocks: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        blocks.setdefault(sentence.block, []).append(sentence)
    scores = {block: weigh(sentences, published) for block, sentences in blocks.items()}
    far, near = (sum(score[side] for score in scores.values()) for side in (0, 1))
    whole = Mode.NARRATIVE if far > 2 * near and far >= 3 else Mode.NEWS
    found: dict[int, Mode] = {}
    for block, (distant, recent) in scores.items():
        if whole is Mode.NARRATIVE:
            found[block] = Mode.NEWS if recent >= 2 and recent > distant else whole
        else:
            found[block] = Mode.NARRATIVE if distant >= 3 and not recent else whole
    return found


def weigh(sentences: Sequence[Sentence], published: Day | None) -> tuple[int, int]:
    """How many words speak of years long past, and how many of the days around publication."""
    distant = recent = 0
    for sentence in sentences:
        for index, token in enumerate(sentence.tokens):
            text = token.text
            if text[0].isdigit() and YEAR.fullmatch(text):
                distant += published is None or published.year - int(text) >= FAR
            elif text in ERAS:
                distant += 1
            elif text.lower() in RECENT:
                recent += text.lower() not in ("last", "this", "next") or _unit(sentence, index + 1)
    return distant, recent


def _unit(sentence: Sentence, index: int) -> bool:
    return index < len(sentence.tokens) and sentence.tokens[index].text.lower().rstrip(".") in COUNTED


COUNTED = frozenset(("day", "week", "month", "year", "night", "weekend", "quarter", "season", *MONTHS, *RECENT))
