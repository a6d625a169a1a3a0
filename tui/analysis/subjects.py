"""Who takes part in a clause: the names in it, and the name its pronoun or "the company" stands for."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.clause_words import words
from tui.analysis.clauses import Clause
from tui.analysis.document import Document, Sentence
from tui.analysis.model import Entity, Kind
from tui.text.span import Span

PERSONS = frozenset({Kind.PERSON})
BODIES = frozenset({Kind.ORG, Kind.GROUP})
THINGS = frozenset({Kind.ORG, Kind.OTHER, Kind.PLACE})

# What a pronoun or a noun in the singular may stand for, when it is the subject.
PRONOUNS: dict[str, frozenset[Kind]] = {
    "he": PERSONS,
    "she": PERSONS,
    "it": THINGS,
    "they": BODIES,
}
NOUNS: dict[str, frozenset[Kind]] = {
    **dict.fromkeys(words("thing noun"), frozenset({Kind.OTHER})),
    **dict.fromkeys(words("place noun"), frozenset({Kind.PLACE})),
    **dict.fromkeys(words("body noun"), BODIES),
    **dict.fromkeys(words("person noun"), PERSONS),
}
PREPOSITIONS = words("preposition")
MEMORY = 3  # sentences after which a subject is forgotten


@dataclass(frozen=True, slots=True)
class _Seen:
    """An entity as it was last seen: in which sentence, and whether as a subject."""

    entity: int
    sentence: int
    subject: bool


@dataclass(frozen=True, slots=True)
class _Place:
    span: Span
    entity: int


class Participants:
    """Walks through a document and keeps in mind who was spoken of."""

    def __init__(self, document: Document, entities: Sequence[Entity]) -> None:
        self._kinds = [entity.kind for entity in entities]
        places = [_Place(mention.span, index) for index, entity in enumerate(entities) for mention in entity.mentions]
        self._places = sorted(places, key=lambda place: place.span)
        self._starts = [place.span.start for place in self._places]
        self._seen: list[_Seen] = []

    def of_clauses(self, sentence: Sentence, number: int, clauses: Sequence[Clause]) -> tuple[tuple[int, ...], ...]:
        """The entities taking part in each clause of sentence `number`, subjects first; to be asked in text order."""
        self._seen = [seen for seen in self._seen if number - seen.sentence <= MEMORY]
        here = self._within(sentence.span)
        subjects: dict[int, int | None] = {}
        taking_part = []
        main: int | None = None
        for index, clause in enumerate(clauses):
            own = [place for place in here if _innermost(clauses, place.span) == index]
            subject = self._subject(sentence, clause, own, here, main)
            subjects[index] = subject
            if subject is not None:
                self._seen.append(_Seen(subject, number, True))
                if not clause.relative:
                    main = subject
            others = [place.entity for place in own]
            objects = self._object(sentence, clause, subject)
            ordered = dict.fromkeys(([] if subject is None else [subject]) + others + objects)
            self._seen.extend(_Seen(entity, number, False) for entity in others if entity != subject)
            taking_part.append(tuple(ordered))
        return tuple(taking_part)

    def _within(self, span: Span) -> list[_Place]:
        found = []
        for place in self._places[bisect_left(self._starts, span.start) :]:
            if place.span.start >= span.end:
                break
            found.append(place)
        return found

    def _subject(
        self, sentence: Sentence, clause: Clause, own: Sequence[_Place], here: Sequence[_Place], main: int | None
    ) -> int | None:
        tokens = sentence.tokens[clause.first : clause.last]
        verb = sentence.tokens[clause.verb].span.start if clause.verb is not None else clause.span.end
        before = [place for place in own if place.span.start < verb]
        heads = [place for place in before if not self._in_phrase(sentence, place)]
        if heads:
            return heads[-1].entity
        if clause.relative:
            earlier = [place for place in here if place.span.end <= clause.span.start]
            return earlier[-1].entity if earlier else None
        words = [token.text.lower() for token in tokens if token.span.start < verb]
        for word in words:
            if word in PRONOUNS:
                return self._last(PRONOUNS[word])
        for first, second in zip(["", *words], [*words, ""], strict=True):
            if first in {"the", "that", "this"} and second in NOUNS:
                return self._last(NOUNS[second])
        if not words or all(word in {"and", "but", "or", "then", "later", "also", "has", "had"} for word in words):
            return main
        return before[0].entity if before else None

    def _object(self, sentence: Sentence, clause: Clause, subject: int | None) -> list[int]:
        after = sentence.tokens[clause.verb + 1 : clause.last] if clause.verb is not None else ()
        if not any(token.text.lower() == "him" for token in after):
            return []
        found = self._last(PERSONS, but=subject)
        return [] if found is None else [found]

    def _last(self, kinds: frozenset[Kind], but: int | None = None) -> int | None:
        """The last subject of one of `kinds`, else the last one of them that was named at all."""
        fitting = [seen for seen in self._seen if self._kinds[seen.entity] in kinds and seen.entity != but]
        subjects = [seen for seen in fitting if seen.subject]
        return (subjects or fitting)[-1].entity if fitting else None

    @staticmethod
    def _in_phrase(sentence: Sentence, place: _Place) -> bool:
        """Whether the name hangs on a preposition or is possessive: "of France", "Apple's"."""
        for index, token in enumerate(sentence.tokens):
            if token.span.start >= place.span.start:
                previous = [other.text.lower() for other in sentence.tokens[max(0, index - 2) : index]]
                following = next(
                    (other.text for other in sentence.tokens[index:] if other.span.start >= place.span.end), ""
                )
                led = previous[-1:] and previous[-1] in PREPOSITIONS
                led = led or (len(previous) == 2 and previous[1] in {"the", "a"} and previous[0] in PREPOSITIONS)
                return bool(led) or following in {"'s", "’s", "'", "’"}
        return False


def _innermost(clauses: Sequence[Clause], span: Span) -> int:
    holding = [index for index, clause in enumerate(clauses) if clause.span.start <= span.start < clause.span.end]
    return min(holding, key=lambda index: clauses[index].span.end - clauses[index].span.start, default=len(clauses) - 1)
