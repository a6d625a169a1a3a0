"""A Unit becomes its cues: the words in it that say somebody speaks, and are verbs there."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.analysis.events.verbs import HYPHENS
from tui.analysis.quotes.cue_words import CUES, PHRASES, Follows, cue_forms, phrase_forms
from tui.analysis.quotes.phrase_words import (
    ADVERBS,
    ALSO_NOUNS,
    AUXILIARIES,
    DETERMINERS,
    PLURAL,
    PREPOSITIONS,
    PRONOUNS,
    PUNCTUATION,
    RELATIVES,
    SPEAKING,
)
from tui.analysis.quotes.units import Unit

FIRST = frozenset({"said", "says"})  # "Said Lund: ..."
NOUN_LEADS = (DETERMINERS - {"that", "this", "some", "many", "all", "both", "most", "several", "her"}) | {
    "no",
    "one",
    "first",
}
LEADS = PREPOSITIONS - {"by", "in", "on", "as"}
BEING = frozenset({"is", "are", "was", "were", "be", "been", "being"})
PLAIN = frozenset(verb for cue in CUES for verb in cue.verbs.split()) | frozenset(PHRASES) - {"read", "forecast"}

PLAIN_NOUNS = frozenset({"state", "report", "claim", "post", "plan", "rule", "project", "estimate", "order", "text"})
COUNTS = frozenset({"most", "many", "some", "several", "few", "all", "both", "other", "two", "three", "these", "those"})
BEFORE_NOUNS = frozenset({"and", ",", "some", "many", "others", "both", "police"})  # "federal and state law"


class FoundCue(NamedTuple):
    """A cue in a unit."""

    first: int
    last: int  # behind the verb and what belongs to it
    follows: Follows  # nothing for "according to"
    ing: bool


def cues_of(unit: Unit) -> Iterator[FoundCue]:
    """The cues outside of quotation marks, in order."""
    forms, phrases = cue_forms(), phrase_forms()
    for index, word in enumerate(unit.words):
        if unit.quoted[index] >= 0:
            continue
        after = unit.words[index + 1] if index + 1 < len(unit.words) else ""
        if word == "according" and after in ("to", "the"):
            yield FoundCue(index, index + (2 if after == "to" else 1), Follows(0), False)
        elif word in phrases and after in phrases[word] and _is_verb(unit, index) and not _measures(unit, index):
            follows = Follows.WHOM if after in ("on", "upon") and word.startswith("call") else Follows.NOUN
            if word.startswith("point") and after == "out":
                follows = Follows.THAT | Follows.SPEECH | Follows.ASIDE | Follows.CLAUSE
            if after in ("it", "on") and word[0] in "pgw":  # "as she put it", "she went on"
                follows = Follows.SPEECH | Follows.ASIDE
            yield FoundCue(index, index + 2, follows, word.endswith("ing"))
        elif word in forms and _is_verb(unit, index):
            yield FoundCue(index, index + 1, forms[word], word.endswith("ing"))


def _measures(unit: Unit, index: int) -> bool:
    """Whether it is what is counted: "rose 25 basis points to 4.5 per cent", "inflation points to 3 per cent"."""
    before = unit.words[index - 1] if index else ""
    behind = unit.words[index + 2] if index + 2 < len(unit.words) else ""
    return unit.words[index] == "points" and (
        before in ("basis", "percentage") or before[:1].isdigit() or behind[:1].isdigit()
    )


def _is_verb(unit: Unit, index: int) -> bool:
    """Whether the form of a cue is no noun: nothing stands before it that only a noun has."""
    word = unit.words[index]
    if index == 0:
        return word in FIRST
    before = unit.words[index - 1]
    if before in HYPHENS and unit.tokens[index - 1].span.end == unit.tokens[index].span.start:
        return False  # "self-declared"
    if unit.tokens[index].text[0].isupper() and unit.quoted[index - 1] < 0:
        return False
    if before in NOUN_LEADS or (before in {"'s", "her"} and not word.endswith("ing")):
        return False
    if before == "to" or (before in LEADS and not word.endswith("ing")):
        return False
    if _behind_adverbs(unit, index) in BEING and not word.endswith("ing"):
        return False
    after = index + 1
    if after < len(unit.words) and unit.words[after] in HYPHENS and unit.tokens[after].span.start == _end(unit, index):
        return False  # "post-war"
    if word in PLAIN:
        if word in PLAIN_NOUNS and before in BEFORE_NOUNS:
            return False
        return (
            before in PLURAL
            or before in AUXILIARIES
            or (
                before.endswith("s")
                and not before.endswith(("ss", "'s"))
                and (index == 1 or unit.tokens[index - 1].text[0].islower())
            )
        )
    if word in ALSO_NOUNS:
        if before in COUNTS and (
            unit.verbs[after : after + 1] == (True,) or unit.words[after : after + 1] == ("have",)
        ):
            return False  # "most states have"
        named = unit.tokens[index - 1].text[0].isupper() or before in PUNCTUATION or unit.quoted[index - 1] >= 0
        return (
            named
            or before in PRONOUNS
            or before in ADVERBS
            or before.endswith("ly")
            or before in SPEAKING
            or before in RELATIVES
        )
    return True


def _behind_adverbs(unit: Unit, index: int) -> str:
    """The word before a verb and its adverbs: "was once asked", "is widely believed"."""
    place = index - 1
    while place > 0 and (unit.words[place] in ADVERBS or unit.words[place].endswith("ly")):
        place -= 1
    return unit.words[place]


def _end(unit: Unit, index: int) -> int:
    return unit.tokens[index].span.end
