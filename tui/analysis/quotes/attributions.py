"""A Unit becomes attributions: each cue with the words that were said, and the phrase that names who said them."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.analysis.quotes.content import CLAUSE_REACH, OBJECTS, THAT_REACH, content_behind, stop_of, trimmed
from tui.analysis.quotes.cue_words import Follows
from tui.analysis.quotes.cues import BEING, FoundCue, cues_of
from tui.analysis.quotes.phrase_words import (
    ADVERBS,
    DASHES,
    DAYS,
    DETERMINERS,
    JOINTS,
    PREPOSITIONS,
    PRONOUNS,
    PUNCTUATION,
    RELATIVES,
    WHEN_OR_WHERE,
)
from tui.analysis.quotes.speakers import Phrase, last_name, phrase_behind, subject_before, subject_behind
from tui.analysis.quotes.units import Unit

LEADING = frozenset({"while", "although", "though", "whereas", "after", "because", "since", "when", "once", "if"})
OVER = frozenset({".", "!", "?", ";"}) | DASHES
NEGATIONS = frozenset({"not", "n't", "never", "nor", "without"})
NOBODY = frozenset({"there", "not", "in", "as"})
TELLING = frozenset({"tell", "tells", "told"})  # whom it is told stands behind them, never who does
OF_WHOM = frozenset({"by", "from", "of", "in", "on"})
AUTHOR_REACH = 12  # tokens of whose a document is
NEGATED_REACH = 3  # tokens between "not" and the verb
MODALS = frozenset({"would", "will", "could", "can", "may", "might", "must", "should"})
MAIN_REACH = 6  # tokens between the comma and the verb of the main clause


class Attribution(NamedTuple):
    """Ranges of tokens: what was said (several in order), the cue, and the phrase of the speaker if there is one."""

    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    speaker: Phrase | None
    told_of: bool = False  # it is no clause: what is only spoken of, as in "condemned the strike"


def attributions_of(unit: Unit) -> Iterator[Attribution]:
    """The attributions of a unit in the order of their cues."""
    cues = list(cues_of(unit))
    floor = 0  # where the words may begin that a cue closes
    for index, cue in enumerate(cues):
        if cue.last <= floor and index:
            continue
        until = _end_before_next(unit, cues, index)
        found = _according(unit, cue, floor) if cue.follows is Follows(0) else _of_verb(unit, cue, floor, until)
        if found is not None:
            yield found
            floor = max(floor, cue.last, *(last for first, last in found.content if first < cue.first))


def _end_before_next(unit: Unit, cues: list[FoundCue], index: int) -> int:
    """Where the words end at the latest that a cue opens: before the next cue that is told of the same speaker."""
    for following in cues[index + 1 :]:
        before = unit.words[following.first - 1]
        finite = not following.ing or before in BEING
        if finite and following.follows and (own := _begins_anew(unit, cues[index], following)) is not None:
            return own
        if following.follows is Follows(0):
            return following.first - (before == ",")
        if following.ing and before == ",":
            return following.first - 1
        if before in ("and", "but") and not following.ing and Follows.SPEECH in following.follows:
            return following.first - 1
    return len(unit.words)


def _begins_anew(unit: Unit, cue: FoundCue, following: FoundCue) -> int | None:
    """The comma behind which somebody else speaks: "the mayor warned of a flood, and the guild said ..."."""
    phrase = subject_before(unit, following.first)
    if phrase is None or phrase.shared or phrase.first - 2 <= cue.last:
        return None
    joint = phrase.first - 1
    anew = unit.words[joint] in ("and", "but") and unit.words[joint - 1] == "," and unit.quoted[joint - 1] < 0
    return joint - 1 if anew and unit.words[phrase.first] not in PRONOUNS else None


def _according(unit: Unit, cue: FoundCue, floor: int) -> Attribution | None:
    phrase = phrase_behind(unit, cue.last)
    if phrase is None:
        return None
    left = trimmed(unit, floor, cue.first)
    behind = phrase.last if left is not None else _behind_author(unit, phrase.last)
    right = None
    if behind < len(unit.words) and (unit.words[behind] == "," or unit.quoted[behind] >= 0 or left is None):
        right = trimmed(unit, behind, stop_of(unit, behind, len(unit.words)))
        if (
            left is not None
            and right is not None
            and not any(unit.verbs[place] or unit.quoted[place] >= 0 for place in range(*right))
        ):
            right = None
    content = tuple(part for part in (left, right) if part is not None)
    return Attribution(content, (cue.first, cue.last), phrase) if content else None


def _behind_author(unit: Unit, place: int) -> int:
    """Behind whose a document is: "a report by the ministry, ..."."""
    if place < len(unit.words) and unit.words[place] in OF_WHOM:
        for index in range(place + 1, min(place + AUTHOR_REACH, len(unit.words))):
            if unit.words[index] == ",":
                return index
            if unit.verbs[index] or unit.quoted[index] >= 0:
                break
    return place


def _of_verb(unit: Unit, cue: FoundCue, floor: int, until: int) -> Attribution | None:
    verb, follows = cue.first, cue.follows
    led = verb == 0 or unit.quoted[verb - 1] >= 0 or unit.words[verb - 1] in DASHES | {","}
    behind = subject_behind(unit, verb) if led and not cue.ing and unit.words[verb] not in TELLING else None
    if behind is not None and (not _ends_phrase(unit, behind.last) or _closes_aside(unit, verb)):
        behind = None
    speaker = behind if behind is not None else _without_lead(unit, subject_before(unit, verb))
    place = behind.last if behind is not None else cue.last
    if speaker is not None and behind is None:
        place = _over_with(unit, speaker.first, place, until)
    if Follows.ASIDE in follows and (aside := _aside(unit, cue, behind, speaker, floor, until)) is not None:
        return Attribution(aside, (cue.first, cue.last), speaker)
    if speaker is not None and (dash := _dash_over(unit, speaker.first, place, until)) is not None:
        until = dash
    if speaker is not None and behind is None and (over := _clause_over(unit, speaker.first, place, until)) is not None:
        until = over
    if any(word in NEGATIONS or word.endswith("n't") for word in unit.words[max(0, verb - NEGATED_REACH) : verb]):
        follows &= ~Follows.NOUN  # "did not respond to my messages"
    content = content_behind(unit, follows, place, until)
    if content is None:
        return None
    told_of = Follows.NOUN in follows and content_behind(unit, follows & ~Follows.NOUN, place, until) is None
    return Attribution((content,), (cue.first, cue.last), speaker, told_of)


def _without_lead(unit: Unit, phrase: Phrase | None) -> Phrase | None:
    """The phrase without what leads it: "as Lund", "which advocates", "in a speech Lund"; None where none is left."""
    if phrase is None or phrase.last - phrase.first == 1:
        return None if phrase is not None and unit.words[phrase.first] in NOBODY else phrase
    word = unit.words[phrase.first]
    if word in RELATIVES or word == "as":
        first = phrase.first + 1
        return phrase._replace(first=first, head=max(first + 1, phrase.head))
    if word not in PREPOSITIONS:
        return phrase
    named = last_name(unit, phrase.last - 1)  # "in an interview Ada Lund"
    led = named.first > phrase.first + 1 and unit.tokens[phrase.last - 1].text[0].isupper()
    led = led and unit.words[named.first - 1] not in PREPOSITIONS | DETERMINERS
    return named._replace(shared=phrase.shared) if led else None


def _clause_over(unit: Unit, first: int, place: int, until: int) -> int | None:
    """Where the clause of a cue ends that is led by "While": the main clause stands behind its comma."""
    if first == 0 or unit.words[first - 1] not in LEADING or (first > 1 and unit.words[first - 2] not in OVER):
        return None
    for index in range(place + 1, until - 2):
        if unit.quoted[index] < 0 and unit.words[index] == ",":
            word = unit.words[index + 1]
            begins = word in PRONOUNS or word in DETERMINERS or unit.tokens[index + 1].text[0].isupper()
            if begins and any(unit.verbs[index + 2 : index + 2 + MAIN_REACH]):
                return index
    return None


def _over_with(unit: Unit, first: int, place: int, until: int) -> int:
    """Behind what is said of the telling, where the main clause tells it: "As Lund noted with a smile, ..."."""
    if not first or unit.words[first - 1] != "as" or place >= until or unit.words[place] not in PREPOSITIONS:
        return place
    for index in range(place, min(place + MAIN_REACH + 2, until)):
        if unit.verbs[index] or unit.quoted[index] >= 0:
            break
        if unit.words[index] == ",":
            return index + 1
    return place


def _dash_over(unit: Unit, first: int, place: int, until: int) -> int | None:
    """The dash that closes an aside which one opens before the speaker: "a bold - some say rash - pledge"."""
    if not first or not _is_dash(unit, first - 1):
        return None
    return next((index for index in range(place + 1, until) if _is_dash(unit, index)), None)


def _is_dash(unit: Unit, place: int) -> bool:
    if unit.quoted[place] >= 0 or place + 1 >= len(unit.words):
        return False
    apart = unit.tokens[place].span.end < unit.tokens[place + 1].span.start
    return unit.words[place] in DASHES or (unit.words[place] == "-" and apart)


def _closes_aside(unit: Unit, verb: int) -> bool:
    """Whether an aside ends before the verb, so that its subject stands before that: "Lund, who was 18, wrote Dune"."""
    if unit.words[verb - 1] != "," or unit.quoted[verb - 1] >= 0:
        return False
    for place in range(verb - 2, 0, -1):
        if unit.quoted[place] >= 0:
            return False
        if unit.words[place] == ",":
            return unit.words[place + 1] in RELATIVES
    return False


def _ends_phrase(unit: Unit, place: int) -> bool:
    """Whether no verb follows: "said the mayor", but not ", said the mayor would go"."""
    if place >= len(unit.words):
        return True
    word = unit.words[place]
    return unit.quoted[place] < 0 and (
        word in PUNCTUATION or word in WHEN_OR_WHERE or word in DAYS or word in RELATIVES
    )


def _aside(
    unit: Unit, cue: FoundCue, behind: Phrase | None, speaker: Phrase | None, floor: int, until: int
) -> tuple[tuple[int, int], ...] | None:
    """What stands around "she said" or "said Lund"; None where the words that were said follow the cue."""
    start = cue.first if behind is not None else (speaker.first if speaker is not None else None)
    if start is None or start == 0 or (speaker is not None and speaker.shared):
        return None
    place = start - 1
    while (
        place > floor
        and unit.quoted[place] < 0
        and (unit.words[place] in ADVERBS or unit.words[place] in JOINTS or unit.words[place] == "as")
    ):
        place -= 1
    spoken = unit.quoted[place] >= 0 or (unit.words[place] in DASHES | {","} and unit.quoted[place - 1] >= 0)
    if not spoken and unit.words[place] not in (",", "?", "!") and unit.words[place] not in DASHES:
        return None
    left = trimmed(unit, floor, place + (unit.quoted[place] >= 0))
    if left is None:
        return None
    spoken = spoken or any(place >= 0 for place in unit.quoted[slice(*left)])
    after = behind.last if behind is not None else cue.last
    if behind is None:
        after = _over_when(unit, after, until)
    if behind is None and (_opens_clause(unit, after, until) if spoken else _follows_clause(unit, after, until)):
        return None
    if not spoken and not any(unit.verbs[slice(*left)]) and unit.words[after : after + 1] != (",",):
        return None
    comma = _next_mark(unit, after, until)
    right = None
    if comma is not None and (unit.quoted[comma] >= 0 or unit.words[comma] in (",", "―", "—", "–", "--", ":")):
        right = trimmed(unit, comma, stop_of(unit, comma, until))
        if (
            right is not None
            and unit.quoted[right[0]] < 0
            and (behind is not None or unit.quoted[left[1] - 1] >= 0 or not _goes_on(unit, right))
        ):
            right = None
    return (left,) if right is None else (left, right)


def _over_when(unit: Unit, place: int, until: int) -> int:
    """Behind whom and when it is told, where a comma follows: "The truth, she told me on Friday, was ..."."""
    behind = place + (unit.words[place : place + 1] != () and unit.words[place] in OBJECTS)
    while behind < until and (unit.words[behind] in ADVERBS | DAYS or unit.words[behind] == "on"):
        behind += 1
    plain = behind + 1 < until and unit.words[behind] == "," and unit.quoted[behind + 1] < 0
    return behind if plain else place


def _goes_on(unit: Unit, part: tuple[int, int]) -> bool:
    first, behind = unit.words[part[0]], unit.words[part[0] + 1 : min(part[1], part[0] + MAIN_REACH)]
    if first.endswith("ing") and not MODALS.intersection(behind):  # but "building it would take years"
        return False
    return any(unit.verbs[slice(*part)]) and first not in RELATIVES - {"that"}


def _opens_clause(unit: Unit, place: int, until: int) -> bool:
    """Whether the cue begins anew behind words in quotation marks: "he said that ..."."""
    return place < until and unit.words[place] == "that"


def _follows_clause(unit: Unit, place: int, until: int) -> bool:
    """Whether a clause, with or without "that", begins behind the cue before the next comma."""
    if place < until and unit.words[place] == "," and unit.quoted[place] < 0:
        return False
    late = place < until and (unit.words[place] in WHEN_OR_WHERE or unit.words[place] in DAYS)
    for index in range(place, min(place + CLAUSE_REACH, until)):
        word = unit.words[index]
        if unit.quoted[index] >= 0:
            return index == place
        if word in (",", ".", ";", "―", "—", "–", "--", ":"):
            return False
        if word == "that" and index - place < THAT_REACH:
            return True
        if word in {"when", "while", "after", "before", "as", "because", "who", "during"}:
            return False
        if unit.verbs[index] and not late:
            return True
    return False


def _next_mark(unit: Unit, place: int, until: int) -> int | None:
    for index in range(place, until):
        if unit.quoted[index] >= 0 or unit.words[index] in (",", ";", ".", "―", "—", "–", "--", ":"):
            return index
    return None
