"""Which words are finite verbs: closed lists and the ending -ed, read without a tagger."""

from collections.abc import Sequence

from tui.analysis.clause_words import words
from tui.analysis.document import Token

SAYING = words("saying")
PAST = words("past auxiliary") | words("irregular past")
LISTED = words("auxiliary") | words("present") | SAYING
ALSO_NOUNS = words("also a noun")
UNCHANGED = words("unchanged past")
NEVER = words("never a verb")
DETERMINERS = words("determiner")
ADJECTIVE_ENDINGS = ("eed", "-led", "-based", "-backed", "-held", "-controlled", "-related", "-owned", "-proclaimed")


def is_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token is a finite verb or a participle that carries a clause, as far as lists can tell."""
    word = plain(tokens[index].text)
    led = index > 0 and plain(tokens[index - 1].text) in DETERMINERS
    if word in LISTED:
        return word not in ALSO_NOUNS or (tokens[index].text[0].islower() and not led)
    if word in PAST:
        return not (led and word in UNCHANGED)
    return not led and _is_regular_past(word)


def is_past(word: str) -> bool:
    """Whether the word is a past form (participles count)."""
    word = plain(word)
    return word in PAST or _is_regular_past(word)


def plain(word: str) -> str:
    """As in the word lists: lower case, straight apostrophe."""
    return word.lower().replace("’", "'")


def _is_regular_past(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and not word.endswith(ADJECTIVE_ENDINGS) and word not in NEVER
