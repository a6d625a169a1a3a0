"""Which words are finite verbs: closed lists and the ending -ed, read without a tagger."""

from collections.abc import Sequence
from enum import StrEnum

from tui.analysis.document import Token
from tui.analysis.events.clause_words import words

SAYING = words("saying")
PAST = words("past auxiliary") | words("irregular past")
LISTED = words("auxiliary") | words("present") | SAYING
MODAL = words("modal")
ALSO_NOUNS = words("also a noun")
DONE = words("participle") | {"been"}  # behind "has" and "had"
UNCHANGED = words("unchanged past")
NEVER = words("never a verb")
PLAIN_FORMS = (
    UNCHANGED | {word for word in words("present") | SAYING if not word.endswith(("s", "ed"))} | {"be", "have"}
)
DETERMINERS = words("determiner")
HYPHENS = frozenset({"-", "‐", "‑"})
ADJECTIVE_ENDINGS = ("eed", "-led", "-based", "-backed", "-held", "-controlled", "-related", "-owned", "-proclaimed")


class Tense(StrEnum):
    """How a clause stands in time, as far as its first verb tells."""

    PAST = "past"  # resigned, was sold
    PERFECT = "perfect"  # has resigned
    PLUPERFECT = "pluperfect"  # had resigned
    STATE = "state"  # was 101
    PRESENT = "present"
    AHEAD = "ahead"  # will resign, could resign
    NONE = "none"


PERFECT_REACH = 4  # tokens between "has" and its participle


def tense_at(tokens: Sequence[Token], index: int) -> Tense:
    """The tense of the verb that begins at token `index`."""
    word = plain(tokens[index].text)
    if word in {"has", "have", "had", "hasn't", "haven't", "hadn't", "having"}:
        ahead = tokens[index + 1 : index + 1 + PERFECT_REACH]
        if any(plain(token.text) in DONE or is_past(token.text) for token in ahead):
            return Tense.PLUPERFECT if word.startswith("had") else Tense.PERFECT
        return Tense.PAST if word.startswith("had") else Tense.PRESENT
    if word in MODAL:
        return Tense.AHEAD
    if word in {"was", "were"}:
        acted = any(is_past(token.text) or token.text.endswith("ing") for token in tokens[index + 1 : index + 4])
        return Tense.PAST if acted else Tense.STATE
    return Tense.PAST if is_past(word) else Tense.PRESENT


def is_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token is a finite verb or a participle that carries a clause, as far as lists can tell."""
    word = plain(tokens[index].text)
    if word not in LISTED and word not in PAST and not _is_regular_past(word):
        return False
    if index > 0 and tokens[index].text[0].isupper() and tokens[index - 1].text[-1].isalnum():
        return False  # "Port Said"
    if index > 0 and tokens[index - 1].text in HYPHENS and tokens[index - 1].span.end == tokens[index].span.start:
        return False  # "U.S.-backed"
    led = index > 0 and plain(tokens[index - 1].text) in DETERMINERS
    if word in PLAIN_FORMS and index > 0 and plain(tokens[index - 1].text) == "to":
        return False  # "to become the first"
    if word in LISTED:
        return word not in ALSO_NOUNS or (tokens[index].text[0].islower() and not led)
    if word in PAST:
        return not (led and word in UNCHANGED)
    relative = index > 0 and plain(tokens[index - 1].text) == "that"  # "the ship that blocked"
    return (relative or not led) and _is_regular_past(word)


def is_past(word: str) -> bool:
    """Whether the word is a past form (participles count)."""
    word = plain(word)
    return word in PAST or _is_regular_past(word)


def plain(word: str) -> str:
    """As in the word lists: lower case, straight apostrophe."""
    return word.lower().replace("’", "'")


def _is_regular_past(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and not word.endswith(ADJECTIVE_ENDINGS) and word not in NEVER
