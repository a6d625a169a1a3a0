"""A cue becomes the tokens behind it that were said: a clause, words in quotation marks, or what is spoken of."""

from tui.analysis.quotes.cue_words import Follows, cue_forms
from tui.analysis.quotes.phrase_words import (
    ADVERBS,
    AUXILIARIES,
    DASHES,
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
ASKED = frozenset({"how", "why", "whether"})
SUBORDINATE = frozenset({"since", "because", "although", "though", "while", "whereas", "once", "until", "if"})
TITLED = frozenset({"entitled", "titled", "called", "named"})
ENDS = frozenset({".", ";", "!", "?"})
CLAUSE_REACH = 16  # tokens in which a clause without "that" has its verb
TIMES = frozenset({"week", "month", "year", "day", "morning", "afternoon", "evening", "night", "hour", "time"}) | DAYS
OWN_REACH = 7  # tokens between a subject and its verb
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
        return trimmed(unit, place, _infinitive_stop(unit, place, stop_of(unit, place, until)))
    if Follows.WHOM in follows:
        to = _to_behind(unit, place, until)
        if to is not None:
            return trimmed(unit, place, stop_of(unit, to, until))
    if Follows.NOUN in follows and _begins_noun(unit, place):
        return trimmed(unit, place, _noun_stop(unit, place, until))
    return None


def _that(unit: Unit, place: int, until: int, follows: Follows) -> int | None:
    if (
        Follows.TO in follows and "to" in unit.words[place : place + 1 + (unit.words[place] == "not")]
    ):  # "agreed to mend the bridge that had been ..."
        return None
    for index in range(place, min(place + THAT_REACH, until)):
        word = unit.words[index]
        if unit.quoted[index] >= 0:
            return None
        if word == "that" or (word in WONDERING and index == place):
            if word == "that" and index > place and not _adjunct(unit, place, index, follows):
                return None
            return index
        if word in ASKED and Follows.TOLD in follows:  # "told the paper on Monday how glad she was"
            return index
        if word in PUNCTUATION and word != ",":
            return None
        if unit.verbs[index]:
            return None
    return None


def _adjunct(unit: Unit, place: int, index: int, follows: Follows) -> bool:
    """Whether what stands between a cue and "that" is when, where or to whom it was said."""
    first = unit.words[place]
    if first in DETERMINERS and Follows.TOLD not in follows and not TIMES.intersection(unit.words[place:index]):
        return False  # "said the demands that come with it grow"
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
            titled = any(word in TITLED for word in unit.words[place:index])  # "a book entitled The Town: A Life"
            return index + 1 if index + 1 < until and not titled else None
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
    index, reach = start, min(start + CLAUSE_REACH, until)
    while (index := index + 1) < reach:
        if unit.words[index] == "," and unit.words[index + 1 : index + 2] in (("which",), ("who",), ("whose",)):
            index = _comma_behind(unit, index, until)  # the verb of an aside makes no clause
            reach = min(index + CLAUSE_REACH, until)
            continue
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


def _comma_behind(unit: Unit, place: int, until: int) -> int:
    """The comma that closes what another one opens; the end where none does."""
    return next((index for index in range(place + 1, until) if unit.words[index] == ","), until)


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
            if (after == "which" and not _closes(unit, start, index, until)) or (
                after in {"but", "though", "although"}
                and unit.quoted[index + 1] < 0
                and not (after == "but" and unit.words[start] != "to" and _same_subject(unit, index + 2, until))
            ):
                return index
    return until


def _same_subject(unit: Unit, place: int, until: int) -> bool:
    """Whether a verb follows, which is none of telling: "would lose, but would win in May"."""
    while place < until and unit.words[place] in ADVERBS:
        place += 1
    if place >= until or unit.quoted[place] >= 0 or unit.words[place] in cue_forms():
        return False
    return unit.verbs[place] or unit.words[place] in AUXILIARIES - {"to", "not"}


def _infinitive_stop(unit: Unit, start: int, until: int) -> int:
    """Where "to mend the bridge" ends: before a clause with a subject of its own, "and the guild gave the stone"."""
    for index in range(start + 1, until - 2):
        if unit.words[index] == "," and unit.quoted[index] < 0 and unit.words[index + 1] in ("and", "but"):
            word = unit.words[index + 2]
            begins = word in PRONOUNS or word in DETERMINERS or unit.tokens[index + 2].text[0].isupper()
            if begins and any(unit.verbs[index + 3 : index + 3 + OWN_REACH]):
                return index
    return until


def _closes(unit: Unit, start: int, comma: int, until: int) -> bool:
    """Whether what was said goes on behind an aside: "that in three towns, which are large, people ..."."""
    behind = _comma_behind(unit, comma, until)
    return not any(unit.verbs[start:comma]) and any(unit.verbs[behind:until])


def _is_over(unit: Unit, place: int, until: int) -> bool:
    """Whether what was said ends with its mark, and when or where follows: “... stay,” since the fall of the town."""
    closed = [word for word in unit.words[max(0, place - 3) : place] if word in PUNCTUATION]
    word = unit.words[place]
    led = word in PREPOSITIONS or word in WHEN_OR_WHERE or word in SUBORDINATE
    return "," in closed and led and all(quoted < 0 for quoted in unit.quoted[place:until])


def _goes_on_so(unit: Unit, place: int) -> bool:
    """Whether the verb behind "and" is of the form that the cue has: "citing the law and pointing to the court"."""
    verb = next(index for index in range(place, place + 3) if unit.verbs[index])
    return unit.words[verb].endswith("ing")


def _noun_stop(unit: Unit, start: int, until: int) -> int:
    ing = start > 0 and unit.words[start - 1].endswith("ing")
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
            and not (ing and word == "and" and not _goes_on_so(unit, index))
        ):
            return index
    return until


def trimmed(unit: Unit, first: int, last: int) -> tuple[int, int] | None:
    """The tokens without the punctuation and joints around them."""
    if first == 0 and last > 2 and unit.words[1] in DASHES and unit.tokens[0].text.isupper():
        first = 2  # behind the place of a dateline
    while (
        first < last
        and unit.quoted[first] < 0
        and (unit.words[first] in PUNCTUATION or unit.words[first] in {"and", "but"})
    ):
        first += 1
    while first < last and unit.quoted[last - 1] < 0 and unit.words[last - 1] in PUNCTUATION:
        last -= 1
    return (first, last) if first < last else None
