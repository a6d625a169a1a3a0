"""A cue becomes the words that name who speaks: the phrase before its verb, or behind it in "said the mayor"."""

from typing import NamedTuple

from tui.analysis.quotes.cue_words import cue_forms
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
    RELATIVES,
    STOPS,
)
from tui.analysis.quotes.units import Unit

WHEN = frozenset(
    {"later", "earlier", "today", "yesterday", "tonight", "recently", "afterwards", "again", "last", "this"}
)
TOLD = frozenset({"me", "him", "us", "them"})  # "told me": whom it was told
SOME = frozenset({"one", "some", "many", "most", "others"})  # "said many of the cases had been ..."
SPANS = frozenset(
    ["week", "month", "year", "weekend", "morning", "evening", "spring", "summer", "fall", "autumn", "winter"]
)
INSIDE = frozenset({"of", "for", "at", "with", "from", "in"})  # prepositions that a speaker behind his verb may have
ASIDE_REACH = 20  # tokens of an aside that tells more of a speaker
REACH = 45  # tokens of a speaker and what is said of him


class Phrase(NamedTuple):
    """Tokens `first` to `last` (half-open) name a speaker; `head` is where the bare name or noun ends."""

    first: int
    last: int
    head: int
    shared: bool = False  # it stands with another verb: "Lund left, saying"


def subject_before(unit: Unit, verb: int, depth: int = 3) -> Phrase | None:
    """The subject of a verb that stands before it."""
    last = _over_adverbs(unit, verb)
    if last <= 0 or depth == 0:
        return None
    before = last - 1
    word = unit.words[before]
    if unit.quoted[before] >= 0:
        return None
    if word in RELATIVES and before > 0:
        end = before - 1 if unit.words[before - 1] == "," else before
        if end < before and (opened := _aside_begins(unit, end)) is not None:
            end = opened
        return _phrase_to(unit, end)
    behind_quote = _opening(unit, verb)
    if behind_quote is not None:
        return behind_quote
    if unit.words[verb].endswith("ing") and not _has_auxiliary(unit, last, verb):
        if word != "," and word not in JOINTS and word not in PREPOSITIONS and unit.tokens[before].text[0].isupper():
            return last_name(unit, before)  # "footage of Ada Lund saying"
        return _of_verb_before(unit, verb, depth)
    if word in JOINTS or word in {"by", "then"}:
        return _of_verb_before(unit, before, depth)
    if word in (",", ")") or word in DASHES:
        opened = _aside_begins(unit, before)
        if opened is not None:
            closed = _bracket_begins(unit, opened - 1) if unit.words[opened - 1] == ")" else opened
            found = _phrase_to(unit, closed) if closed is not None else None
            if found is not None and not _is_circumstance(unit, found):
                return Phrase(found.first, before + (word == ")"), found.head)
            close = _bracket_begins(unit, before - 1) if unit.words[before - 1] == ")" else before
            if unit.words[opened] == "," and close is not None and (beside := _phrase_to(unit, close)) is not None:
                return beside
        return _of_verb_before(unit, before, depth)
    return _phrase_to(unit, last)


def _is_circumstance(unit: Unit, phrase: Phrase) -> bool:
    """Whether the phrase says when or where: "more recently", "in Berlin"."""
    word = unit.words[phrase.first]
    return word in PREPOSITIONS or word in ADVERBS or word in DAYS or word == "more" or word.endswith("ly")


def subject_behind(unit: Unit, verb: int) -> Phrase | None:
    """The subject of "said the mayor of Bonn"."""
    first = verb + 1
    if first >= len(unit.words) or unit.quoted[first] >= 0 or not _may_begin(unit, first):
        return None
    if (
        unit.words[first] in TOLD | {"not", "never"}
        or (  # "vowed not to leave"
            unit.words[first] in SOME and unit.words[first + 1 : first + 2] == ("of",)
        )
    ):
        return None
    last = first
    while last < len(unit.words) and last - first < REACH and unit.quoted[last] < 0:
        word = unit.words[last]
        if word in PUNCTUATION or unit.verbs[last] or word in STOPS or word in RELATIVES:
            break
        if word in PREPOSITIONS and word not in INSIDE:
            break
        if last > first and (word in WHEN or (word in DAYS and unit.tokens[last].text[0].isupper())):
            break
        last += 1
    if last == first:
        return None
    if unit.words[first] in PRONOUNS and last > first + 1:
        last = first + 1
    return Phrase(first, _over_name(unit, first, last), _head_end(unit, first, last))


def _over_name(unit: Unit, first: int, last: int) -> int:
    """Behind the name that follows in "said the mayor, Ada Lund"."""
    if unit.tokens[first].text[0].isupper() or unit.words[last : last + 1] != (",",):
        return last
    place = last + 1
    while place < len(unit.words) and unit.quoted[place] < 0 and unit.tokens[place].text[0].isupper():
        place += 1
    ended = place == len(unit.words) or unit.words[place] in PUNCTUATION
    return place if place > last + 1 and ended else last


def phrase_behind(unit: Unit, place: int) -> Phrase | None:
    """The phrase that begins at `place`, behind "according to"."""
    return subject_behind(unit, place - 1)


def _opening(unit: Unit, verb: int) -> Phrase | None:
    """The phrase between a quotation and the verb, whatever is said of it: "...", Lund, who was there, said."""
    for place in range(verb - 1, max(-1, verb - REACH), -1):
        if unit.quoted[place] >= 0:
            first = place + 1
            if first < verb and unit.words[first] in DASHES | {","}:
                first += 1
            if first >= verb or not _may_begin(unit, first):
                return None
            last = first
            while (
                last < verb
                and unit.words[last] not in PUNCTUATION
                and unit.words[last] not in RELATIVES
                and not unit.verbs[last]
            ):
                last += 1
            if last < verb and unit.words[last] not in (",", "(") and unit.words[last] not in RELATIVES:
                return None
            if last == verb:
                last = _over_adverbs(unit, verb)
            if last <= first:
                return None
            whole = verb - 1 if unit.words[verb - 1] == "," else verb
            if unit.words[last : last + 1] != (",",) or whole - last > ASIDE_REACH:
                whole = last
            return Phrase(first, whole, _head_end(unit, first, last))
        if unit.words[place] in cue_forms() and unit.verbs[place]:
            return None
    return None


def last_name(unit: Unit, place: int) -> Phrase:
    """The words with capitals that end at a place."""
    first = place
    while first > 0 and unit.quoted[first - 1] < 0 and unit.tokens[first - 1].text[0].isupper():
        first -= 1
    return Phrase(first, place + 1, place + 1)


def _of_verb_before(unit: Unit, place: int, depth: int) -> Phrase | None:
    """The subject of the clause that goes on at `place`: of its first verb that has one."""
    low = max(0, place - REACH)
    for index in range(place - 1, low - 1, -1):
        if unit.quoted[index] >= 0 or unit.words[index] in (";", "that", ":") or unit.words[index] in DASHES:
            low = index + 1
            break
    for index in range(low, place):
        if unit.verbs[index] and not _is_bare_participle(unit, index) and unit.words[index - 1] != "to":
            found = subject_before(unit, index, depth - 1)
            if found is not None:
                return found._replace(shared=True)
    return None


def _is_bare_participle(unit: Unit, index: int) -> bool:
    """Whether the word may be a participle that only describes: "officials involved in"."""
    word = unit.words[index]
    after = unit.words[index + 1] if index + 1 < len(unit.words) else ""
    before = unit.words[index - 1] if index else ""
    return (
        word.endswith("ed")
        and after in ("by", "in", "with", "to", "for", "on", "at")
        and before.isalpha()
        and (before not in AUXILIARIES and before not in PRONOUNS)
    )


def _has_auxiliary(unit: Unit, first: int, verb: int) -> bool:
    return any(word in AUXILIARIES and word != "to" for word in unit.words[first:verb])


def _over_adverbs(unit: Unit, verb: int) -> int:
    """The token behind the subject: before auxiliaries and adverbs."""
    place = verb
    while place > 0 and verb - place < 8 and unit.quoted[place - 1] < 0:
        word = unit.words[place - 1]
        if (
            word in AUXILIARIES
            or word in ADVERBS
            or (word.endswith("ly") and len(word) > 4 and not _is_name(unit, place - 1))
        ) or (word in DAYS and place > 1 and unit.words[place - 2] not in PREPOSITIONS):
            place -= 1
        elif word in DAYS and place > 2:
            place -= 2  # "on Monday"
        elif word in SPANS and place > 2 and unit.words[place - 2] in ("this", "last"):
            place -= 2  # "this month"
        else:
            break
    return place


def _is_name(unit: Unit, place: int) -> bool:
    return unit.tokens[place].text[0].isupper() and place > 0


def _aside_begins(unit: Unit, close: int) -> int | None:
    """Where the asides begin of which the last ends at token `close`: ", of Bonn, a retired judge," or "(D)"."""
    mark = unit.words[close]
    if mark == ")":
        return _bracket_begins(unit, close)
    found, end = None, close
    for place in range(close - 1, max(0, close - REACH), -1):
        if unit.quoted[place] >= 0:
            break
        if unit.words[place] == mark:
            if not _is_said_of(unit, place + 1, end):
                break
            found = end = place
            if not _is_said_of(unit, _segment_start(unit, place, mark), place) or _names(
                unit, _segment_start(unit, place, mark)
            ):
                break
    return found


def _bracket_begins(unit: Unit, close: int) -> int | None:
    opened = next((at for at in range(close - 1, max(-1, close - REACH), -1) if unit.words[at] == "("), None)
    return opened if opened else None


def _segment_start(unit: Unit, close: int, mark: str) -> int:
    for place in range(close - 1, max(-1, close - REACH), -1):
        if unit.words[place] == mark or unit.quoted[place] >= 0:
            return place + 1
    return max(0, close - REACH)


def _names(unit: Unit, place: int) -> bool:
    """Whether what begins here is a name, "the minister" or "she" at the head of its clause."""
    return unit.tokens[place].text[0].isupper() or unit.words[place] in PRONOUNS


def _is_said_of(unit: Unit, first: int, last: int) -> bool:
    """Whether these tokens can be an aside: "the mayor of Bonn", "who was there", "known as"."""
    if first >= last:
        return False
    word = unit.words[first]
    if word in RELATIVES or word == "whose" or word in DETERMINERS or word.endswith("ed"):
        return True
    return not any(unit.verbs[first:last])


def _phrase_to(unit: Unit, last: int) -> Phrase | None:
    """The noun phrase that ends before token `last`."""
    first = last
    joint: int | None = None
    while first > 0 and last - first < REACH:
        place = first - 1
        word = unit.words[place]
        if unit.quoted[place] >= 0 or word in PUNCTUATION or word in STOPS:
            break
        if word.endswith("ing") and word in cue_forms() and place and unit.words[place - 1] == ",":
            break  # ", adding officials fear"
        if unit.verbs[place] and first < last:  # a verb beside a verb is a noun: "member states told"
            if _is_bare_participle(unit, place) and first < last:
                first -= 1
                continue
            if joint is not None:
                first = joint + 1
            break
        if word in JOINTS:
            joint = place
        first -= 1
    if first < last and unit.words[first] in JOINTS:
        first += 1
    first = _trimmed(unit, first, last)
    if first >= last:
        return None
    return Phrase(first, last, _head_end(unit, first, last))


def _trimmed(unit: Unit, first: int, last: int) -> int:
    """Without "On Monday" and the like before it."""
    while (
        first < last
        and (unit.words[first] in ADVERBS or unit.words[first] in JOINTS)
        and unit.words[first] not in ("both", "all")
    ):
        first += 1
    if unit.words[last - 1] in PRONOUNS:
        return last - 1
    if first < last and unit.words[first] in PREPOSITIONS:
        starts = [
            place
            for place in range(first + 2, last)
            if (unit.words[place] in DETERMINERS or unit.words[place] in PRONOUNS)
            and unit.words[place - 1] not in PREPOSITIONS
        ]
        if starts:
            return starts[0]
        if last - first > 2 and unit.words[first + 1] in DAYS:
            return first + 2
        if unit.words[first] == "with":  # "With leaders worried about it, ..."
            return first + 1
        if last - first > 2 and (unit.words[first + 1].isdigit() or unit.words[first + 1] == "fact"):
            return first + 2
    return first


def _head_end(unit: Unit, first: int, last: int) -> int:
    """Where the bare name or noun ends: before a comma, a bracket or a preposition."""
    for place in range(first + 1, last):
        word = unit.words[place]
        if word in PREPOSITIONS or word in PUNCTUATION or word in RELATIVES:
            return place
    return last


def _may_begin(unit: Unit, place: int) -> bool:
    text, word = unit.tokens[place].text, unit.words[place]
    if word in STOPS or (word in PREPOSITIONS) or word in DAYS or word in JOINTS or unit.verbs[place]:
        return False
    return text[0].isalnum()
