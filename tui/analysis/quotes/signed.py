"""A line that only names who speaks: "― Ada Lund" below the words, or "The mayor wrote:" above them."""

from tui.analysis.quotes.cue_words import cue_forms
from tui.analysis.quotes.phrase_words import DASHES
from tui.analysis.quotes.speakers import Phrase, phrase_behind, subject_before
from tui.analysis.quotes.units import Unit

LONGEST_NAME = 4  # tokens before the colon of a transcript
LONGEST_SIGNATURE = 14  # tokens
ANNOUNCING_REACH = 14  # tokens between a cue and the colon


def speaker_of_line(unit: Unit) -> Phrase | None:
    """Who speaks in a line of a transcript: "LUND: We stay."; the words that follow are behind the colon."""
    first = next((index for index, token in enumerate(unit.tokens) if token.text[0].isalnum()), len(unit.tokens))
    last = first
    while last < min(first + LONGEST_NAME, len(unit.tokens)) and _is_capitals(unit.tokens[last].text):
        last += 1
    if first > 1 or last == first or last + 1 >= len(unit.tokens) or unit.words[last] != ":":
        return None
    return Phrase(first, last, last)


def _is_capitals(text: str) -> bool:
    return text.isupper() and (len(text) > 2 or text in ("Q", "A") or text.endswith("."))


def signer_of(unit: Unit) -> Phrase | None:
    """Who signs: a dash and a name, and nothing else."""
    if unit.words[0] not in DASHES | {"-"} or not 1 < len(unit.words) <= LONGEST_SIGNATURE or any(unit.verbs):
        return None
    return phrase_behind(unit, 1) if unit.tokens[1].text[0].isupper() else None


def signer_behind(unit: Unit) -> Phrase | None:
    """Who signs behind words in quotation marks: "We stay." ― Ada Lund."""
    last = max(index for index, place in enumerate(unit.quoted) if place >= 0) + 1
    signed = unit.words[last:]
    if not 1 < len(signed) <= LONGEST_SIGNATURE or signed[0] not in DASHES or any(unit.verbs[last:]):
        return None
    return phrase_behind(unit, last + 1) if unit.tokens[last + 1].text[0].isupper() else None


def announcer_of(unit: Unit) -> Phrase | None:
    """Who speaks in the paragraph after this unit, where it ends with a colon and a cue before it."""
    if unit.words[-1] != ":":
        return None
    for index in range(len(unit.words) - 2, max(0, len(unit.words) - ANNOUNCING_REACH), -1):
        if unit.words[index] in cue_forms() and unit.quoted[index] < 0:
            return subject_before(unit, index)
    return None
