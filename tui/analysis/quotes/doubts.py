"""An Attribution in other words becomes firm, doubted or none: whether somebody really said what the row says."""

from enum import Enum, auto
from functools import cache

from tui.analysis.events.antecedents import NOUNS
from tui.analysis.quotes.attributions import Attribution
from tui.analysis.quotes.content import WONDERING
from tui.analysis.quotes.cue_words import forms_of
from tui.analysis.quotes.cues import PLAIN
from tui.analysis.quotes.phrase_words import (
    ADVERBS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    PUNCTUATION,
    RELATIVES,
    SPEAKING,
)
from tui.analysis.quotes.speakers import Phrase
from tui.analysis.quotes.units import Unit


class Doubt(Enum):
    """How sure it is that somebody said so."""

    FIRM = auto()
    DOUBTED = auto()  # it may be so, and is marked
    NONE = auto()  # nobody says anything


def _of(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


MINDS = (  # what somebody has in mind, of which others tell
    "think believe fear hope feel suspect guess reckon figure doubt expect know understand worry realize realise learn "
    "hear imagine recognize recognise assume decide anticipate speculate surmise wonder"
)
DEEDS = "want refuse decline intend seek plan plead offer back order press encourage"
GOING_ON = "begin continue go answer sing"  # what somebody does, where nothing stands in quotation marks
SHOWING = "show find estimate demonstrate prove imply forecast project rule determine suggest indicate reveal confirm"
OPINIONS = (  # what stands behind them without a clause is still what somebody said of it
    "accuse blame condemn criticize criticise denounce praise deny demand propose cite acknowledge announce note "
    "explain suggest predict decry mock slam blast call complain warn object"
)
DOCUMENTS = SPEAKING | _of(
    "poll polls surveys studies reports data figures statistics records research findings papers documents emails "
    "transcript transcripts officials experts analysts scientists researchers doctors police investigators "
    "prosecutors forecasters economists authorities results evidence test tests census index video footage"
)
ANYBODY = _of("you one anyone anybody someone somebody everyone everybody nobody nothing something")
POSSIBLE = _of("would could may might must should can cannot will shall let lets let's")
SUPPOSING = frozenset({"if", "lest", "unless", "whether"})
WHEN = frozenset({"when", "as", "after", "before", "because", "while", "until", "and", "or", "enough"})  # "said when"
WITHIN = frozenset({"that", "what", "why", "how", "where", "than"})  # what is said already, or asked for
ASKING = _of("can could would should do does did is are was were imagine")
NEGATIONS = frozenset({"not", "never", "nor", "no", "nobody", "none", "without", "hardly"})
REACH = 3  # tokens between an auxiliary or "not" and its verb
NEAR = 5  # tokens between "that" and the object of its verb
FAR = 16  # tokens between an auxiliary and a second verb of its own
FEWEST = 3  # tokens that somebody says


@cache
def _forms(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in forms_of(verb))


def doubt_of(unit: Unit, found: Attribution) -> Doubt:
    """How sure an attribution is of which no word stands in quotation marks."""
    verb, speaker = found.cue[0], found.speaker
    if speaker is None:
        return Doubt.NONE
    supposed = unit.words[speaker.first - 1] in SUPPOSING if speaker.first else False
    anybody = speaker.head - speaker.first == 1 and unit.words[speaker.first] in ANYBODY
    if supposed or (anybody and _is_asked(unit)) or unit.words[verb] in _forms(GOING_ON):
        return Doubt.NONE
    few = sum(last - first for first, last in found.content) < FEWEST
    if unit.words[verb] == "according":
        return Doubt.FIRM if not few and _is_noun(unit, speaker) else Doubt.DOUBTED
    if few or anybody or _is_open(unit, verb, speaker) or not _is_noun(unit, speaker) or _is_far(unit, speaker, verb):
        return Doubt.DOUBTED
    return Doubt.FIRM if _is_speech(unit, found, speaker) else Doubt.DOUBTED


def _is_open(unit: Unit, verb: int, speaker: Phrase) -> bool:
    """Whether the cue is asked for, denied or only possible: "did not say", "could say", "Can you imagine ...?"."""
    before = unit.words[max(0, verb - REACH) : verb]
    if unit.words[verb - 1] in ("and", "or") and unit.words[verb] in PLAIN:  # "will turn the crowd and accuse her"
        before = unit.words[max(0, verb - FAR) : verb]
    after = unit.words[verb].endswith("ing") and unit.words[verb - 1] == "," and speaker.last <= verb
    if after and POSSIBLE.intersection(unit.words[speaker.last : verb]):  # "would do well to meet them, stressing"
        return True
    if any(word in NEGATIONS or word in POSSIBLE or word.endswith("n't") for word in before):
        return True
    return _is_asked(unit)


def _is_asked(unit: Unit) -> bool:
    return unit.words[-1] == "?" or (unit.words[0] in ASKING and "?" in unit.words)


def _is_noun(unit: Unit, speaker: Phrase) -> bool:
    """Whether the words for the speaker are a name, a pronoun or a noun with what belongs to it."""
    first, text = unit.words[speaker.first], unit.tokens[speaker.first].text
    last = max(speaker.first + 1, speaker.head - 1)  # "member states say": what stands before a verb is none itself
    if any(unit.verbs[speaker.first : last]) or first in PREPOSITIONS:
        return False
    if first in ADVERBS or first.endswith(("ly", "ing")):
        return text[0].isupper() and speaker.first > 0  # "Kelly", "Reading"
    if speaker.head - speaker.first > 1 or text[0].isupper():
        return True
    return first in PRONOUNS or first in DOCUMENTS or first in NOUNS or first.endswith("s")


def _is_far(unit: Unit, speaker: Phrase, verb: int) -> bool:
    """Whether the verb stands in another clause than its speaker, so that another may be meant."""
    if speaker.first > verb:
        return False
    if speaker.first and unit.words[speaker.first - 1] in WITHIN:
        return True
    if speaker.first and unit.verbs[speaker.first - 1] and _is_relative(unit, speaker.first - 1):
        return True  # "firms that had insured the mines agreed"
    between = [word for word in unit.words[speaker.last : verb] if word != ","]
    if any(word in RELATIVES for word in between):  # "Lund, who argues", but not "talks with Lund on ice, which warns"
        return between[0] != "who" or not _can_speak(unit, speaker)
    return unit.words[verb].endswith("ing") and unit.words[verb - 1] not in PUNCTUATION and speaker.shared


def _is_relative(unit: Unit, verb: int) -> bool:
    """Whether a verb is that of "that had insured"."""
    for word in reversed(unit.words[max(0, verb - NEAR) : verb]):
        if word in RELATIVES or word in PUNCTUATION:
            return word in RELATIVES
    return False


def _is_speech(unit: Unit, found: Attribution, speaker: Phrase) -> bool:
    """Whether the verb says that somebody speaks, rather than that he thinks or does something, or what a thing shows.

    What is told without a clause, "backed the plan", is what somebody did, except where the verb is one of speech."""
    verb, first = unit.words[found.cue[0]], found.content[0][0]
    if verb in _forms(MINDS) or verb in _forms(DEEDS):
        return False
    if first == found.cue[1] and unit.words[first] in WHEN:
        return False
    if verb in _forms(SHOWING) and not _can_speak(unit, speaker):
        return False
    if not found.told_of or unit.words[first] in WONDERING:
        return True
    return verb in _forms(OPINIONS) and _can_speak(unit, speaker)


def _can_speak(unit: Unit, speaker: Phrase) -> bool:
    """Whether it is a person, a body or a document, as far as its noun tells."""
    head = unit.words[speaker.head - 1]
    if head in PRONOUNS:
        return head in ("he", "she", "they", "i", "we")
    named = unit.tokens[speaker.head - 1].text[0].isupper() and head not in DETERMINERS
    return named or head in DOCUMENTS or head in NOUNS or head.removesuffix("s") in NOUNS
