"""The phrase that names a speaker becomes an entity: by its name, or by whom its pronoun or noun can only stand for."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from tui.analysis.document import Document, Token
from tui.analysis.events.antecedents import GENDERS, NOUNS, PRONOUNS, Gender, genders_of
from tui.analysis.model import Entity, Kind
from tui.analysis.quotes.phrase_words import PREPOSITIONS
from tui.analysis.quotes.speakers import Phrase
from tui.analysis.quotes.units import Unit
from tui.text.span import Span

SPOKE = 2
LOOK_BACK = 20  # names that are remembered
MEMORY = 3  # units in which a pronoun finds whom it stands for
BESIDE = 4  # tokens around a name in which its noun stands: "the senator Ada Lund", "Lund, a former senator"
TITLE = 5  # tokens of what somebody is, before the name
FORMER = frozenset({"former", "then", "late", "the", "his", "her", "its", "their"})
OWNED = frozenset({"his", "her", "its", "their", "our", "'s"})
POSSESSIVES = frozenset({"'s", "'"})


class _Seen(NamedTuple):
    entity: int
    turn: int  # number of the unit, those left out that are quoted as a whole
    rank: int  # 2 for who spoke, 1 for the subject of a clause, 0 for whoever else is named


class Speakers:
    """Walks through a document unit by unit and knows who speaks; to be asked in text order."""

    def __init__(self, document: Document, entities: Sequence[Entity]) -> None:
        self._kinds = [entity.kind for entity in entities]
        self._genders = genders_of(document, entities, titles=True)
        self._places = sorted(
            (mention.span, index) for index, entity in enumerate(entities) for mention in entity.mentions
        )
        self._starts = [span.start for span, _ in self._places]
        self._next = 0  # the first mention that is not seen yet
        self._turn = 0
        self._seen: list[_Seen] = []
        self._surnames = _surnames(entities)
        self._called: dict[str, dict[int, int]] = {}  # noun -> who was called so, and when last

    def pass_over(self, unit: Unit) -> None:
        """Remember whom a unit names, once all its speakers are known."""
        self._see_until(unit, unit.tokens[-1].span.end)
        if any(place < 0 for place in unit.quoted):
            self._turn += 1

    def of(self, unit: Unit, phrase: Phrase) -> tuple[Span, int | None]:
        """The words that name a speaker, and who that is as far as the text tells."""
        span = unit.span(phrase.first, phrase.last)
        self._see_until(unit, span.start)
        entity = self._whose(unit, phrase)
        self._see_until(unit, span.end)
        if entity is not None:
            self._seen.append(_Seen(entity, self._turn, SPOKE))
        return span, entity

    def _whose(self, unit: Unit, phrase: Phrase) -> int | None:
        word = unit.words[phrase.head - 1]
        if phrase.head - phrase.first == 1 and word in PRONOUNS:
            return self._of_pronoun(word)
        head_start, head_end = unit.span(phrase.first, phrase.head)
        named = self._between(head_start, head_end)
        if named and self._places[named[-1]][0].end >= head_end:
            return self._places[named[-1]][1]
        if "," in unit.words[phrase.head : phrase.last]:  # "a spokesman, Bo Ek, said"; "envoy for Syria, Bo Ek, said"
            behind = unit.words.index(",", phrase.head) + 1
            beside = self._between(unit.tokens[behind - 1].span.end, unit.span(phrase.first, phrase.last).end)
            if beside and self._is_person(self._places[beside[0]][1]):
                start = self._places[beside[0]][0].start
                led = (token.text for token in unit.tokens[behind : phrase.last] if token.span.start < start)
                if all(text[0].isupper() for text in led):  # "Ambassador"
                    return self._places[beside[0]][1]
        if not named and unit.tokens[phrase.head - 1].text.isupper():  # "LUND:" in a transcript
            return self._surnames.get(word)
        if unit.words[phrase.first] in ("the", "this", "that") and not named:
            return self._of_noun(word)
        return None

    def _between(self, start: int, end: int) -> range:
        """The numbers of the mentions that begin in a stretch of the text."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def _is_person(self, entity: int) -> bool:
        return self._kinds[entity] is Kind.PERSON

    def _of_pronoun(self, word: str) -> int | None:
        """Who was the subject or spoke last, of the right kind; nobody where only others are named."""
        if word not in PRONOUNS:
            return None
        gender = GENDERS.get(word, Gender.UNKNOWN)
        fitting = [
            seen
            for seen in reversed(self._seen[-LOOK_BACK:])
            if self._turn - seen.turn <= (1 if word == "they" else MEMORY)
            and self._kinds[seen.entity] in PRONOUNS[word]
            and (gender is Gender.UNKNOWN or self._genders.get(seen.entity, gender) is gender)
        ]
        told = [seen for seen in fitting if seen.rank]
        if told:  # who spoke last, unless another was the subject of a sentence since
            return max((seen for seen in told if seen.turn == told[0].turn), key=lambda seen: seen.rank).entity
        others = {seen.entity for seen in fitting}
        return others.pop() if len(others) == 1 and word != "they" else None

    def _of_noun(self, word: str) -> int | None:
        """Who was called so before; of several the last."""
        called = self._called.get(word)
        return max(called, key=called.__getitem__) if called else None

    def _see_until(self, unit: Unit, end: int) -> None:
        while self._next < len(self._places) and self._places[self._next][0].start < end:
            span, entity = self._places[self._next]
            first = bisect_left(unit.tokens, span.start, key=_start)
            if first < len(unit.tokens) and span.start >= unit.tokens[0].span.start and unit.quoted[first] < 0:
                last = bisect_left(unit.tokens, span.end, key=_start)
                self._seen.append(_Seen(entity, self._turn, int(_is_subject(unit, first, last))))
                for place in range(max(0, first - BESIDE), min(len(unit.words), last + BESIDE)):
                    word = unit.words[place]
                    owned = place and unit.words[place - 1] in OWNED  # "the Senate over his bank"
                    if owned or word not in NOUNS or first <= place < last - 1:
                        continue
                    if self._kinds[entity] in NOUNS[word]:
                        self._called.setdefault(word, {})[entity] = self._next
            self._next += 1


def _surnames(entities: Sequence[Entity]) -> dict[str, int]:
    """Persons by the last words of their names, as far as those are of one person only."""
    found: dict[str, int] = {}
    shared: set[str] = set()
    for index, entity in enumerate(entities):
        if entity.kind is Kind.PERSON:
            surname = entity.name.split()[-1].lower()
            shared |= {surname} & found.keys()
            found[surname] = index
    return {surname: index for surname, index in found.items() if surname not in shared}


def _start(token: Token) -> int:
    return token.span.start


def _is_title(unit: Unit, place: int) -> bool:
    """Whether a word may stand between a preposition and the name it leads to: "Secretary", "former", "the mayor"."""
    word = unit.words[place]
    if word in PREPOSITIONS or not word[0].isalpha():
        return False
    return unit.tokens[place].text[0].isupper() or word in NOUNS or word in FORMER


def _is_subject(unit: Unit, first: int, last: int) -> bool:
    """Whether a name seems to be the subject of its clause: no preposition leads it, and it owns nothing."""
    lead = first  # "to Secretary Lund": what he is stands between
    while lead > max(0, first - TITLE) and _is_title(unit, lead - 1):
        lead -= 1
    before = unit.words[lead - 1] if lead else ""
    after = unit.words[last] if last < len(unit.words) else ""
    if before in PREPOSITIONS or after in POSSESSIVES:
        return False
    return not any(unit.verbs[max(0, first - 4) : first])
