"""Who takes part in a clause: the names in it, and the one its pronoun or "the company" stands for."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.analysis.document import Document, Sentence
from tui.analysis.events.antecedents import NOUNS, VESSELS, Antecedents, genders_of
from tui.analysis.events.clause_words import words
from tui.analysis.events.clauses import Clause
from tui.analysis.model import Entity
from tui.text.span import Span

SUBJECTS = frozenset({"he", "she", "it", "they"})
PREPOSITIONS = words("preposition")
DETERMINERS = words("determiner")
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
LINKS = frozenset({"and", "but", "or", "then", "later", "also", "has", "had", ","})  # before a verb without a subject
NOUN_REACH = 3  # words between "the" and "company"
SPEAKER_REACH = 4  # tokens between "said" and the name of who did


class _Place(NamedTuple):
    span: Span
    entity: int


class Participants:
    """Walks through a document sentence by sentence and says who takes part in each clause."""

    def __init__(self, document: Document, entities: Sequence[Entity]) -> None:
        self._places = sorted(
            _Place(mention.span, index) for index, entity in enumerate(entities) for mention in entity.mentions
        )
        self._starts = [place.span.start for place in self._places]
        self._antecedents = Antecedents(entities, genders_of(document, entities))

    def of_clauses(self, sentence: Sentence, number: int, clauses: Sequence[Clause]) -> tuple[tuple[int, ...], ...]:
        """The entities taking part in each clause of sentence `number`, subjects first; to be asked in text order."""
        first, last = (bisect_left(self._starts, offset) for offset in sentence.span)
        here = self._places[first:last]
        taking_part = []
        main: int | None = None
        for index, clause in enumerate(clauses):
            own = [place for place in here if _innermost(clauses, place.span) == index]
            subject = self._subject(sentence, number, clause, own, here, main)
            if subject is not None:
                self._antecedents.see(subject, number, True)
                main = main if clause.relative else subject
            found = [] if subject is None else [subject]
            found += self._beside(sentence, number, clause, subject)
            found += [place.entity for place in own]
            for place in own:
                if _word_before(sentence, place.span) in VESSELS:
                    self._antecedents.see_vessel(place.entity)
            for entity in found:
                if entity != subject:
                    self._antecedents.see(entity, number, False)
            if (pronoun := _object_pronoun(sentence, clause)) is not None:
                them = self._antecedents.of_pronoun(pronoun, number, but=subject)
                if them is not None:
                    self._antecedents.see(them, number, False)
                    found.append(them)
            taking_part.append(tuple(dict.fromkeys(found)))
        return tuple(taking_part)

    def _beside(self, sentence: Sentence, number: int, clause: Clause, subject: int | None) -> list[int]:
        """Who "she" is in "she and Berg wrote", where Berg is the subject."""
        words = [token.text.lower() for token in sentence.tokens[clause.first : clause.verb]]
        pronoun = next((word for word, after in pairwise(words) if word in SUBJECTS and after == "and"), None)
        found = self._antecedents.of_pronoun(pronoun, number, but=subject) if pronoun else None
        return [] if found is None else [found]

    def _subject(
        self,
        sentence: Sentence,
        number: int,
        clause: Clause,
        own: Sequence[_Place],
        here: Sequence[_Place],
        main: int | None,
    ) -> int | None:
        verb = clause.verb if clause.verb is not None else clause.last
        start = sentence.tokens[verb].span.start if verb < len(sentence.tokens) else sentence.span.end
        before = [place for place in own if place.span.start < start]
        heads = [place for place in before if not _is_in_phrase(sentence, place.span)]
        if heads:
            return heads[-1].entity
        if clause.relative:
            earlier = [place for place in here if place.span.end <= clause.span.start]
            return earlier[-1].entity if earlier else None
        written = [token.text for token in sentence.tokens[clause.first : verb]]
        opening = [word.lower() for word in written]
        for word in opening:
            if word in SUBJECTS:
                return self._antecedents.of_pronoun(word, number)
        if (noun := _definite_noun(written)) is not None:
            return self._antecedents.of_noun(noun, number)
        if clause.reporting and verb < clause.last:
            reach = sentence.tokens[min(verb + SPEAKER_REACH, clause.last) - 1].span.end
            after = [place for place in own if start < place.span.start < reach]
            if after and not LINKS.issuperset(opening):
                return after[0].entity
        if LINKS.issuperset(opening):
            return main
        return before[0].entity if before else None


def _object_pronoun(sentence: Sentence, clause: Clause) -> str | None:
    """ "him", or "her" where it is not "her book"."""
    for token, after in pairwise([*sentence.tokens[clause.first : clause.last], None]):
        word = token.text.lower() if token else ""
        if word == "him" or (word == "her" and (after is None or _is_small(after.text.lower()))):
            return word
    return None


def _is_small(word: str) -> bool:
    return not word[0].isalnum() or word in PREPOSITIONS or word in DETERMINERS or word in {"and", "that", "when"}


def _definite_noun(written: Sequence[str]) -> str | None:
    """The noun of "the company" or "this German company" among the words before a verb; not of "the writer Anna"."""
    for place, word in enumerate(written):
        if word.lower() in {"the", "that", "this"}:
            for noun, after in pairwise([*written[place + 1 : place + 2 + NOUN_REACH], ""]):
                if noun in DETERMINERS or noun in PREPOSITIONS:
                    break
                if noun in NOUNS:
                    return None if after[:1].isupper() else noun
    return None


def _is_in_phrase(sentence: Sentence, span: Span) -> bool:
    """Whether a name hangs on a preposition or is possessive: "of France", "Apple's"."""
    tokens = sentence.tokens
    first = bisect_left(tokens, span.start, key=_start)
    last = bisect_left(tokens, span.end, key=_start)
    previous = [token.text.lower() for token in tokens[max(0, first - 2) : first]]
    if previous and previous[-1] in {"the", "a", "an"}:
        previous.pop()
    led = bool(previous) and previous[-1] in PREPOSITIONS
    return led or (last < len(tokens) and tokens[last].text in POSSESSIVES)


def _word_before(sentence: Sentence, span: Span) -> str:
    first = bisect_left(sentence.tokens, span.start, key=_start)
    return sentence.tokens[first - 1].text.lower() if first else ""


def _start(token: tuple[Span, str]) -> int:
    return token[0].start


def _innermost(clauses: Sequence[Clause], span: Span) -> int:
    holding = [index for index, clause in enumerate(clauses) if clause.span.start <= span.start < clause.span.end]
    return min(holding, key=lambda index: clauses[index].span.end - clauses[index].span.start, default=len(clauses) - 1)
