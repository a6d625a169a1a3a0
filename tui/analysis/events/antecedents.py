"""Who a pronoun or "the company" stands for: the one of the right kind who was spoken of last, or most."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from enum import StrEnum
from math import log2
from typing import NamedTuple

from tui.analysis.document import Document, Sentence, Token
from tui.analysis.events.clause_words import words
from tui.analysis.model import Entity, Kind
from tui.text.span import Span

PERSONS = frozenset({Kind.PERSON})
BODIES = frozenset({Kind.ORG, Kind.GROUP})
THINGS = frozenset({Kind.ORG, Kind.OTHER, Kind.PLACE})

# What a pronoun or a noun in the singular may stand for.
PRONOUNS: dict[str, frozenset[Kind]] = {
    **dict.fromkeys(("he", "she", "him", "her"), PERSONS),
    "it": THINGS,
    "they": BODIES,
}
NOUNS: dict[str, frozenset[Kind]] = {
    **dict.fromkeys(words("thing noun"), frozenset({Kind.OTHER})),
    **dict.fromkeys(words("place noun"), frozenset({Kind.PLACE})),
    **dict.fromkeys(words("body noun"), BODIES),
    **dict.fromkeys(words("person noun"), PERSONS),
}
MALE = frozenset({"he", "him", "his", "himself", "mr", "mr.", "sir", "lord"})
FEMALE = frozenset({"she", "her", "hers", "herself", "mrs", "mrs.", "ms", "ms.", "miss", "lady"})
# What stands before a name or begins it, and says more than any pronoun near it.
MALE_TITLE_WORDS = "mr mr. sir lord king prince spokesman congressman businessman"
MALE_TITLES = frozenset(MALE_TITLE_WORDS.split())
FEMALE_TITLE_WORDS = (
    "mrs mrs. ms ms. miss mme mme. lady dame queen princess spokeswoman congresswoman businesswoman actress"
)
FEMALE_TITLES = frozenset(FEMALE_TITLE_WORDS.split())
TITLED = 20  # pronouns that a title outweighs

VESSELS = words("vessel noun")

MEMORY = 4  # sentences after which one is forgotten
SUBJECT_WEIGHT = 2.0  # as many sentences nearer does a subject count
FAME_WEIGHT = 1.0  # and as many for each doubling of the number of mentions


class Gender(StrEnum):
    """As the pronouns of an article have it."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


GENDERS = {"he": Gender.MALE, "him": Gender.MALE, "she": Gender.FEMALE, "her": Gender.FEMALE}


class _Seen(NamedTuple):
    """An entity as it was seen: in which sentence, and whether as a subject."""

    entity: int
    sentence: int
    subject: bool


class Antecedents:
    """Keeps in mind who was spoken of; to be told in text order."""

    def __init__(self, entities: Sequence[Entity], genders: Mapping[int, Gender]) -> None:
        self._kinds = [entity.kind for entity in entities]
        self._fame = [FAME_WEIGHT * log2(len(entity.mentions)) for entity in entities]
        self._genders = genders
        self._vessels: set[int] = set()  # things that are called she
        self._seen: list[_Seen] = []

    def see(self, entity: int, sentence: int, subject: bool) -> None:
        """Remember that sentence number `sentence` speaks of an entity."""
        self._seen.append(_Seen(entity, sentence, subject))

    def see_vessel(self, entity: int) -> None:
        """Remember that an entity is a ship."""
        self._vessels.add(entity)

    def of_pronoun(self, word: str, sentence: int, but: int | None = None) -> int | None:
        """Who "he", "it", ... in sentence number `sentence` stands for, anyone but `but`."""
        return self._best(PRONOUNS[word], GENDERS.get(word, Gender.UNKNOWN), sentence, but)

    def of_noun(self, word: str, sentence: int) -> int | None:
        """Who "the minister", "the company", ... stands for."""
        if word in VESSELS and len(self._vessels) == 1:
            return next(iter(self._vessels))  # "the ship" is the only one there is, however long ago it was named
        found = self._best(NOUNS[word], Gender.UNKNOWN, sentence, None)
        if found is not None and word in VESSELS:
            self.see_vessel(found)
        return found

    def _best(self, kinds: frozenset[Kind], gender: Gender, sentence: int, but: int | None) -> int | None:
        self._seen = [seen for seen in self._seen if sentence - seen.sentence <= MEMORY]
        best, weight = None, float("-inf")
        for seen in self._seen:
            fits = self._kinds[seen.entity] in kinds and self._may_be(seen.entity, gender)
            if seen.entity == but or not (fits or (gender is Gender.FEMALE and seen.entity in self._vessels)):
                continue
            own = seen.sentence - sentence + SUBJECT_WEIGHT * seen.subject + self._fame[seen.entity]
            if own >= weight:
                best, weight = seen.entity, own
        return best

    def _may_be(self, entity: int, gender: Gender) -> bool:
        known = self._genders.get(entity, Gender.UNKNOWN)
        return gender is Gender.UNKNOWN or known in (Gender.UNKNOWN, gender)


def genders_of(document: Document, entities: Sequence[Entity], titles: bool = False) -> dict[int, Gender]:
    """The genders of persons: by "Mr" and the pronouns in sentences that name nobody else, and by the one that a
    sentence begins with behind such a sentence. `titles` counts "Mr" in all sentences: safer for who is not meant,
    while who is meant (the last one of the right gender) is found more often without it."""
    votes: dict[int, list[int]] = {}
    following: dict[int, list[int]] = {}  # counts where the sentences with the name leave it open
    places = sorted(
        (mention.span, index)
        for index, entity in enumerate(entities)
        if entity.kind is Kind.PERSON
        for mention in entity.mentions
    )
    place = 0
    alone: int | None = None  # the only one whom the sentence before names
    block = -1
    for sentence in document.sentences:
        first = place
        while place < len(places) and places[place][0].start < sentence.span.end:
            place += 1
        named = {index for _, index in places[first:place]}
        for span, index in places[first:place] if titles else ():
            male, female = _titles(sentence, span)
            tally = votes.setdefault(index, [0, 0])
            tally[0] += TITLED * male
            tally[1] += TITLED * female
        if not named and alone is not None and sentence.block == block and sentence.tokens:
            word = sentence.tokens[0].text.lower()
            behind = following.setdefault(alone, [0, 0])
            behind[0] += word == "he"
            behind[1] += word == "she"
        alone, block = (next(iter(named)) if len(named) == 1 else None), sentence.block
        if len(named) != 1:
            continue
        tally = votes.setdefault(named.pop(), [0, 0])
        for token in sentence.tokens:
            word = token.text.lower()
            tally[0] += word in MALE
            tally[1] += word in FEMALE
    return {
        index: Gender.MALE if male > female else Gender.FEMALE
        for index, tally in votes.items()
        for male, female in [tally if any(tally) else following.get(index, tally)]
        if male != female
    }


def _titles(sentence: Sentence, name: Span) -> tuple[bool, bool]:
    """Whether a title of a man, and one of a woman, stands before a name or begins it."""
    first = bisect_left(sentence.tokens, name.start, key=_start)
    beside = {token.text.lower() for token in sentence.tokens[max(0, first - 1) : first + 1]}
    return not beside.isdisjoint(MALE_TITLES), not beside.isdisjoint(FEMALE_TITLES)


def _start(token: Token) -> int:
    return token.span.start
