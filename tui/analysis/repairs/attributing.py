"""Quotations and figures get the speakers that the reader gave them; those that are none go."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from tui.analysis.model import Analysis, Entity, Figure, Quote
from tui.analysis.repairs.drafts import Cast
from tui.analysis.repairs.passages import best_match, occurrences, unmoved
from tui.analysis.repairs.repairs import Attribute, Dismiss, Passage, Statement, passage_at
from tui.text.article import Article
from tui.text.span import Span

LONGEST = 200  # characters of a quotation that tell its place; its digest knows all of them
WORD = re.compile(r"\w+")


def words_at(article: Article, span: Span) -> Passage:
    """The place of a quotation or a figure, to be found again after the article or its analysis has changed."""
    return passage_at(article, Span(span.start, min(span.end, span.start + LONGEST)))


def digest_of(article: Article, quote: Quote) -> str:
    """The same for the same words, however they are set."""
    words = " ".join(word for span in quote.content for word in WORD.findall(article.text[slice(*span)]))
    return hashlib.sha256(words.casefold().encode("utf-8", "replace")).hexdigest()[:16]


class Attributing:
    """The quotations and figures of one article while they are put right; each is known by its number."""

    def __init__(self, analysis: Analysis, article: Article) -> None:
        self._analysis = analysis
        self._article = article
        self._gone: dict[Statement, set[int]] = {what: set() for what in Statement}
        self._given: dict[Statement, dict[int, Attribute]] = {what: {} for what in Statement}

    @property
    def changed(self) -> bool:
        """Whether anything is put right."""
        return any(self._gone.values()) or any(self._given.values())

    def find(self, rule: Attribute | Dismiss, loose: str) -> int | None:
        """The number of what a rule is about; None where it is not found any more."""
        here = unmoved(loose, rule.words)
        if here is not None and (number := self._at(rule.what, here)) is not None:
            return number
        if rule.what is Statement.QUOTE and (alike := self._by_digest.get(rule.digest)):
            quotes = self._analysis.quotes
            return min(alike, key=lambda number: abs(quotes[number].content[0].start - rule.words.offset))
        moved = best_match(loose, rule.words, occurrences(loose, rule.words.exact, whole=False))
        return self._at(rule.what, moved) if moved is not None else None

    def _at(self, what: Statement, span: Span) -> int | None:
        """What is found at a place, or nearest to its beginning."""
        if what is Statement.QUOTE:
            places = [quote.content[0] for quote in self._analysis.quotes]
        else:
            places = [figure.span for figure in self._analysis.figures]
        near = [number for number, place in enumerate(places) if place.overlaps(span)]
        return min(near, key=lambda number: abs(places[number].start - span.start), default=None)

    def put(self, rule: Attribute | Dismiss, number: int) -> bool:
        """Do what a rule says; False where it is so already."""
        if isinstance(rule, Dismiss):
            changed = number not in self._gone[rule.what]
            self._gone[rule.what].add(number)
            return changed
        changed = self._given[rule.what].get(number) != rule
        self._given[rule.what][number] = rule
        return changed

    def results(
        self, quotes: Sequence[Quote], entities: Sequence[Entity]
    ) -> tuple[tuple[Quote, ...], tuple[Figure, ...]]:
        """Quotations and figures as they are now, `quotes` being those that all other rules have made, for entities
        that they have made."""
        cast = Cast(entities)
        put_right = list(quotes)
        moved: list[tuple[Span, Span | None, Span | None]] = []  # of what is said: the speaker before, and now
        for number, rule in self._given[Statement.QUOTE].items():
            old = quotes[number]
            who = _who(cast, rule)
            new = _nearest(entities[who], old.content[0]) if who is not None else None
            put_right[number] = replace(old, speaker=new, entity=who, doubted=False)
            moved += ((span, old.speaker, new) for span in old.content)
        figures = list(self._analysis.figures)
        if moved:  # what stands in a quotation is said by whoever says that
            figures = [_following(figure, moved) for figure in figures]
        for number, rule in self._given[Statement.FIGURE].items():
            who = _who(cast, rule)
            source = _nearest(entities[who], figures[number].span) if who is not None else None
            figures[number] = replace(figures[number], source=source)
        gone_quotes, gone_figures = self._gone[Statement.QUOTE], self._gone[Statement.FIGURE]
        return (
            tuple(quote for number, quote in enumerate(put_right) if number not in gone_quotes),
            tuple(figure for number, figure in enumerate(figures) if number not in gone_figures),
        )

    @cached_property
    def _by_digest(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, quote in enumerate(self._analysis.quotes):
            found.setdefault(digest_of(self._article, quote), []).append(number)
        return found


def _following(figure: Figure, moved: Sequence[tuple[Span, Span | None, Span | None]]) -> Figure:
    inside: Iterator[Span | None] = (
        new for span, old, new in moved if old == figure.source and span.contains(figure.span)
    )
    source = next(inside, figure.source)
    return figure if source == figure.source else replace(figure, source=source)


def _who(cast: Cast, rule: Attribute) -> int | None:
    """The number of the entity that is meant; None for nobody, or for one who is not named any more."""
    found = cast.find(rule.key, not rule.scope) if rule.key is not None else []
    return cast.drafts.index(found[0]) if found else None


def _nearest(entity: Entity, place: Span) -> Span:
    """Where it is named last before a place, else first after it."""
    before = [mention.span for mention in entity.mentions if mention.span.start < place.start]
    return before[-1] if before else entity.mentions[0].span
