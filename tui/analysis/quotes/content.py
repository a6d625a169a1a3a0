"""A cue becomes the tokens behind it that were said: a clause, words in quotation marks, or what is spoken of."""

from tui.analysis.quotes.cue_words import Follows
from tui.analysis.quotes.phrase_words import (
    ADVERBS,
    AUXILIARIES,
    DAYS,
    DETERMINERS,
    JOINTS,
    PREPOSITIONS,
    PRONOUNS,
    PUNCTUATION,
    WHEN_OR_WHERE,
)
from tui.analysis.quotes.units import Unit

OBJECTS = frozenset({"me", "him", "her", "us", "them", "you", "reporters", "journalists"})
WONDERING = frozenset({"whether", "how", "why", "what", "if", "who", "where", "when"})
SUBORDINATE = frozenset({"since", "because", "although", "though", "while", "whereas", "once", "until", "if"})
ENDS = frozenset({".", ";", "!", "?"})
CLAUSE_REACH = 16  # tokens in which a clause without "that" has its verb
THAT_REACH = 14  # tokens between a cue and its "that"


def content_behind(unit: Unit, follows: Follows, place: int, until: int) -> tuple[int, int] | None:
    if place >= until:
        return None
    word = unit.words[place]
    if follows & (Follows.THAT | Follows.CLAUSE):
        start = _that(unit, place, until, follows)
        if start is not None:
            return trimmed(unit, start, stop_of(unit, start, until))
    if Follows.SPEECH in follows:
        start = _speech(unit, place, until)
        if start is not None:
            return trimmed(unit, start, stop_of(unit, start, until))
    if Follows.CLAUSE in follows:
        start = _clause(unit, place, until, Follows.TOLD in follows)
        if start is not None:
            return trimmed(unit, start, stop_of(unit, start, until))
    if Follows.TO in follows and (word == "to" or (word == "not" and unit.words[place + 1 : place + 2] == ("to",))):
        return trimmed(unit, place, stop_of(unit, place, until))
    if Follows.WHOM in follows:
        to = _to_behind(unit, place, until)
        if to is not None:
            return trimmed(unit, place, stop_of(unit, to, until))
    if Follows.NOUN in follows and _begins_noun(unit, place):
        return trimmed(unit, place, _noun_stop(unit, place, until))
    return None


def _that(unit: Unit, place: int, until: int, follows: Follows) -> int | None:
    for index in range(place, min(place + THAT_REACH, until)):
        word = unit.words[index]
        if unit.quoted[index] >= 0:
            return None
        if word == "that" or (word in WONDERING and index == place):
            if word == "that" and index > place and not _adjunct(unit, place, index, follows):
                return None
            return index
        if word in PUNCTUATION and word != ",":
            return None
        if unit.verbs[index]:
            return None
    return None


def _adjunct(unit: Unit, place: int, index: int, follows: Follows) -> bool:
    """Whether what stands between a cue and "that" is when, where or to whom it was said."""
    first = unit.words[place]
    return (
        first in WHEN_OR_WHERE
        or first in DAYS
        or first in ADVERBS
        or first == ","
        or first.endswith("ly")
        or Follows.TOLD in follows
        or first in OBJECTS
        or Follows.NOUN not in follows
    )


def _speech(unit: Unit, place: int, until: int) -> int | None:
    """Where the words in quotation marks begin that a cue opens."""
    for index in range(place, min(place + 25, until)):
        if unit.quoted[index] >= 0:
            if any(unit.verbs[place:index]) and unit.words[index - 1] != ":":
                return None
            led = index == place or unit.words[index - 1] in (",", ":", "that", "―", "—", "–", "--")
            return index if led else None
        if unit.words[index] in ENDS:
            return None
        if unit.words[index] == ":":
            return index + 1 if index + 1 < until else None
    return None


def _clause(unit: Unit, place: int, until: int, told: bool) -> int | None:
    """Where the clause begins that follows a cue without "that"."""
    start = _over_adjuncts(unit, place, until)
    if told:
        start = _over_object(unit, start, until)
    if (
        start >= until
        or unit.words[start] in PUNCTUATION
        or unit.words[start] in PREPOSITIONS - {"in", "on", "at", "under", "with", "about", "over"}
    ):
        return None
    for index in range(start + 1, min(start + CLAUSE_REACH, until)):
        if (
            unit.quoted[index] >= 0
            or unit.verbs[index]
            or unit.words[index].endswith(("'s", "'re", "'ll", "'d", "'ve"))
            or unit.words[index] in AUXILIARIES - {"to", "not", "been", "being"}
        ):
            return start
        if unit.words[index] in (".", ";", ":", "―", "—", "–", "--"):
            return None
    return None


def _over_adjuncts(unit: Unit, place: int, until: int) -> int:
    while place < until and (
        unit.words[place] in DAYS
        or unit.words[place] in ("yesterday", "night", "week", "month", "year", "morning", "afternoon", "evening")
        or (
            unit.words[place] in ("on", "in", "late", "early", "last")
            and unit.words[place + 1 : place + 2] != ()
            and unit.words[place + 1] in DAYS
        )
    ):
        place += 1
    return place


def _over_object(unit: Unit, place: int, until: int) -> int:
    """Behind whom it is told: "her", "the paper", "Radio One"."""
    if place >= until:
        return place
    if unit.words[place] in OBJECTS:
        return place + 1
    index = place
    while index < min(place + 8, until) and not unit.verbs[index] and unit.words[index] not in PUNCTUATION:
        if index > place and (
            unit.words[index] in PRONOUNS
            or (unit.words[index] in DETERMINERS and unit.words[index - 1] not in PREPOSITIONS)
        ):
            return index
        index += 1
    named = unit.tokens[place].text[0].isupper() and place + 1 < until and not unit.verbs[place + 1]
    return place + 1 if named else place


def _to_behind(unit: Unit, place: int, until: int) -> int | None:
    for index in range(place, min(place + 10, until)):
        word = unit.words[index]
        if word == "to" and index > place:
            return index
        if word in PUNCTUATION or unit.verbs[index] or unit.quoted[index] >= 0:
            return None
    return None


def _begins_noun(unit: Unit, place: int) -> bool:
    word = unit.words[place]
    return unit.quoted[place] >= 0 or not (
        word in PUNCTUATION or word in JOINTS or word in WHEN_OR_WHERE or word in DAYS or word in ("that", "to")
    )


def stop_of(unit: Unit, start: int, until: int) -> int:
    """Where what was said ends: with the sentence, or at a semicolon."""
    for index in range(start + 1, until):
        if unit.quoted[index] < 0 and unit.words[index] == ";":
            return index
        if unit.quoted[index] < 0 <= unit.quoted[index - 1] and _is_over(unit, index, until):
            return index
        if unit.quoted[index] < 0 and unit.words[index] == "," and index + 1 < until:
            after = unit.words[index + 1]
            if after in {"which"} or (after in {"but", "though", "although"} and unit.quoted[index + 1] < 0):
                return index
    return until


def _is_over(unit: Unit, place: int, until: int) -> bool:
    """Whether what was said ends with its mark, and when or where follows: “... stay,” since the fall of the town."""
    closed = [word for word in unit.words[max(0, place - 3) : place] if word in PUNCTUATION]
    word = unit.words[place]
    led = word in PREPOSITIONS or word in WHEN_OR_WHERE or word in SUBORDINATE
    return "," in closed and led and all(quoted < 0 for quoted in unit.quoted[place:until])


def _noun_stop(unit: Unit, start: int, until: int) -> int:
    for index in range(start, until):
        if unit.quoted[index] >= 0:
            continue
        word = unit.words[index]
        if word in (",", ";", "―", "—", "–", "--", "(") or (
            word in {"and", "but", "while", "after", "when", "during", "in"}
            and index > start + 1
            and (unit.words[index - 1] not in PREPOSITIONS)
            and word != "in"
            and any(unit.verbs[index : index + 3])
        ):
            return index
    return until


def trimmed(unit: Unit, first: int, last: int) -> tuple[int, int] | None:
    """The tokens without the punctuation and joints around them."""
    while (
        first < last
        and unit.quoted[first] < 0
        and (unit.words[first] in PUNCTUATION or unit.words[first] in {"and", "but"})
    ):
        first += 1
    while first < last and unit.quoted[last - 1] < 0 and unit.words[last - 1] in PUNCTUATION:
        last -= 1
    return (first, last) if first < last else None
