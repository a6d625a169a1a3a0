"""One replay: rule after rule acts on drafts of the entities and on the times, then all becomes an Analysis again."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from tui.analysis.model import Alias, Analysis, Entity, Mention, Quote, TimelineEvent
from tui.analysis.naming import fold_name
from tui.analysis.repairs.attributing import Attributing
from tui.analysis.repairs.drafts import CORRECTED, Cast, Draft
from tui.analysis.repairs.passages import best_match, loosen, occurrences, unmoved
from tui.analysis.repairs.redating import Redating, denotes
from tui.analysis.repairs.repairs import (
    AddName,
    Attribute,
    Correction,
    Dismiss,
    EntityKey,
    Hide,
    Merge,
    Pin,
    Redate,
    Rename,
    Retype,
    Split,
    Unknown,
    describe,
)
from tui.text.article import Article
from tui.text.span import Span


class State(StrEnum):
    """What became of a rule in one article."""

    DONE = "done"
    SETTLED = "settled"  # it is so already
    ASLEEP = "asleep"  # nothing here that it is about
    CONFLICT = "conflict"  # done, but two entities now go by one name
    UNKNOWN = "unknown"  # skipped: written by another version


class Outcome(NamedTuple):
    """What became of `rule`; `notice` is a sentence for the reader, "" where there is nothing to say."""

    rule: Correction
    state: State
    notice: str = ""


class Replay:
    """One replay."""

    def __init__(self, analysis: Analysis, article: Article) -> None:
        self.analysis = analysis
        self.article = article
        self.cast = Cast(analysis.entities)
        self.redating = Redating(analysis)
        self.attributing = Attributing(analysis, article)
        self._loose: str | None = None

    @property
    def loose(self) -> str:
        if self._loose is None:
            self._loose = loosen(self.article.text)
        return self._loose

    def apply(self, rule: Correction) -> Outcome:
        match rule:
            case Rename():
                return self._on_best(rule, rule.key, lambda draft: self.cast.rename(draft, rule.name), rule.name)
            case Pin():
                return self._on_best(rule, rule.key, lambda draft: self._pin(draft, rule.on))
            case Merge():
                return self._merge(rule)
            case Split():
                return self._split(rule)
            case Retype() | Hide():
                return self._on_all(rule)
            case AddName():
                return self._add_name(rule)
            case Redate():
                return self._redate(rule)
            case Attribute() | Dismiss():
                return self._attribute(rule)
            case Unknown():
                return Outcome(rule, State.UNKNOWN, f"{describe(rule)}: skipped.")

    def _asleep(self, rule: Correction, what: str) -> Outcome:
        return Outcome(rule, State.ASLEEP, f"{what} is not found in this article.")

    def _named(self, rule: Correction, changed: bool, draft: Draft, name: str) -> Outcome:
        if (other := self.cast.named(name, [draft])) is not None:
            notice = f"{other.name} is also the name of another entry; merge the two if they are one."
            return Outcome(rule, State.CONFLICT, notice)
        return Outcome(rule, State.DONE if changed else State.SETTLED)

    def _on_best(self, rule: Correction, key: EntityKey, act: Callable[[Draft], bool], name: str = "") -> Outcome:
        found = self.cast.find(key, not rule.scope)
        if not found:
            return self._asleep(rule, key.name)
        changed = act(found[0])
        return self._named(rule, changed, found[0], name) if name else _done(rule, changed)

    def _pin(self, draft: Draft, on: bool) -> bool:
        changed = draft.pinned is not on
        draft.pinned = on
        self.cast.changed |= changed
        return changed

    def _on_all(self, rule: Retype | Hide) -> Outcome:
        found = self.cast.find(rule.key, not rule.scope)
        if not found:
            return self._asleep(rule, rule.key.name)
        if isinstance(rule, Hide):
            for draft in found:
                self.cast.remove(draft)
            return _done(rule, True)
        others = [draft for draft in found if draft.kind is not rule.kind]
        for draft in others:
            draft.retype(rule.kind)
        self.cast.changed |= bool(others)
        return _done(rule, bool(others))

    def _merge(self, rule: Merge) -> Outcome:
        found = unique(self.cast.find(key, not rule.scope) for key in rule.keys)
        if not found:
            return self._asleep(rule, " and ".join(dict.fromkeys(key.name for key in rule.keys)))
        target = target_of(found, rule.keys, rule.name, self.cast, rule)
        others = [draft for draft in found if draft is not target]
        self.cast.merge(target, others)
        renamed = self.cast.rename(target, rule.name)
        return self._named(rule, bool(others) or renamed, target, rule.name)

    def _split(self, rule: Split) -> Outcome:
        found = self.cast.find(rule.key, not rule.scope)
        if not found:
            return self._asleep(rule, rule.key.name)
        forms = {fold_name(form) for form in rule.forms}
        owners = {mention.span: (draft, mention) for draft in found for mention in draft.mentions}
        spans = {span for span, (_, mention) in owners.items() if forms and fold_name(mention.text) in forms}
        missing = 0
        for passage in rule.mentions:
            exact = fold_name(passage.exact)
            free = [s for s, (_, mention) in owners.items() if s not in spans and fold_name(mention.text) == exact]
            here = unmoved(self.loose, passage)
            span = here if here in free else best_match(self.loose, passage, free)
            if span is None:
                missing += 1
            else:
                spans.add(span)
        if not spans:
            return self._asleep(rule, f"What was split from {rule.key.name}")
        made = self._split_off(rule, [owners[span] for span in sorted(spans)])
        outcome = self._named(rule, True, made, made.name)
        if missing and not outcome.notice:
            words = "1 mention" if missing == 1 else f"{missing} mentions"
            return Outcome(rule, State.DONE, f"{words} split from {rule.key.name} no longer found in this article.")
        return outcome

    def _split_off(self, rule: Split, moved: Sequence[tuple[Draft, Mention]]) -> Draft:
        mentions = [mention for _, mention in moved]
        surfaces = sorted(dict.fromkeys(mention.text for mention in mentions), key=lambda text: (-len(text), text))
        name = rule.name or surfaces[0]
        aliases = [Alias(text, CORRECTED) for text in dict.fromkeys([name, *surfaces])]
        made = Draft(name, rule.kind or moved[0][0].kind, aliases, ())
        made.take(mentions)
        self.cast.drafts.append(made)
        self._take_from(unique([[draft for draft, _ in moved]]), {mention.span for mention in mentions}, made)
        return made

    def _take_from(self, drafts: Iterable[Draft], spans: set[Span], heir: Draft) -> None:
        """Mentions go from drafts to an heir; who keeps none leaves, and the heir stands for it in the timeline."""
        for draft in drafts:
            old = draft.name
            draft.lose(spans)
            if not draft.mentions:
                heir.origins |= draft.origins
                heir.pinned |= draft.pinned
                self.cast.remove(draft)
            elif draft.name != old:
                self.cast.follow(old, draft.name)
        self.cast.changed = True

    def _add_name(self, rule: AddName) -> Outcome:
        places = occurrences(self.loose, rule.surface)
        furniture = [block.span for block in self.article.blocks if block.furniture]
        body = [span for span in places if not any(block.contains(span) for block in furniture)]
        if not places:
            return self._asleep(rule, rule.surface)
        taken = sorted([(mention.span, index) for index, draft in enumerate(self.cast) for mention in draft.mentions])
        ends = [span.end for span, _ in taken]
        free: list[Span] = []
        freed: dict[int, set[Span]] = {}
        for span in body or places:
            hit = []
            for other, index in taken[bisect_left(ends, span.start + 1) :]:
                if other.start >= span.end:
                    break
                hit.append((other, index))
            if any(other.contains(span) for other, _ in hit):
                continue  # what is already a name, or inside a longer one, stays
            free.append(span)
            for other, index in hit:
                freed.setdefault(index, set()).add(other)
        if not free:
            return _done(rule, False)
        key = EntityKey(rule.surface, rule.kind, (rule.surface,))
        draft = next((found for found in self.cast.find(key, not rule.scope) if found.kind is rule.kind), None)
        losers = [(self.cast.drafts[index], spans) for index, spans in freed.items()]
        if draft is None or any(loser is draft for loser, _ in losers):
            draft = Draft(rule.surface, rule.kind, [Alias(rule.surface, CORRECTED)], ())
            self.cast.drafts.append(draft)
        elif all(alias.text != rule.surface for alias in draft.aliases):
            draft.aliases.append(Alias(rule.surface, CORRECTED))
        text = self.article.text
        draft.take(Mention(span, rule.kind, text[span.start : span.end], CORRECTED) for span in free)
        for loser, spans in losers:
            self._take_from([loser], spans, Draft("", rule.kind, (), ()))
        self.cast.changed = True
        return self._named(rule, True, draft, draft.name)

    def _redate(self, rule: Redate) -> Outcome:
        span = self.redating.find(rule, self.loose)
        if span is None:
            return self._asleep(rule, f"“{rule.time.exact}”")
        if rule.value and not denotes(rule.value):
            return Outcome(rule, State.ASLEEP, f"“{rule.value}” is not a date; write 2019, 2019-03 or 2019-03-12.")
        if (old := self.redating.at(span)) is None:
            notice = f"“{rule.time.exact}” is now part of a longer time in this article; correct that one."
            return Outcome(rule, State.ASLEEP, notice)
        return _done(rule, self.redating.redate(old, span, rule.value))

    def _attribute(self, rule: Attribute | Dismiss) -> Outcome:
        number = self.attributing.find(rule, self.loose)
        if number is None:
            return self._asleep(rule, f"“{rule.words.exact[:40]}”")
        if isinstance(rule, Attribute) and rule.key is not None and not self.cast.find(rule.key, not rule.scope):
            return self._asleep(rule, rule.key.name)
        return _done(rule, self.attributing.put(rule, number))

    def result(self) -> Analysis:
        """The analysis as it stands after all rules."""
        entities, events, quotes = self.analysis.entities, self.redating.rows(), self.analysis.quotes
        if self.cast.changed:
            drafts = sorted(
                self.cast, key=lambda draft: (not draft.pinned, -len(draft.mentions), draft.mentions[0].span)
            )
            entities = tuple(draft.entity() for draft in drafts)
            events = _with_new_indices(self.analysis.entities, drafts, events)
            quotes = tuple(_with_new_speakers(self.analysis.entities, drafts, quotes))
        figures = self.analysis.figures
        if self.attributing.changed:
            quotes, figures = self.attributing.results(quotes, entities)
        return replace(
            self.analysis,
            entities=entities,
            times=tuple(self.redating.times),
            events=events,
            quotes=quotes,
            figures=figures,
        )


def _with_new_indices(
    old: Sequence[Entity], drafts: Sequence[Draft], events: Sequence[TimelineEvent]
) -> tuple[TimelineEvent, ...]:
    """Events whose entities are who their mentions now belong to, by place in the clause."""
    owner = {mention.span: index for index, draft in enumerate(drafts) for mention in draft.mentions}
    heir = {origin: index for index, draft in enumerate(drafts) for origin in draft.origins}
    spans = [[mention.span for mention in entity.mentions] for entity in old]
    before = set(chain.from_iterable(spans))
    added = sorted(span for span in owner if span not in before)
    clauses = sorted({event.clause for event in events}, key=lambda clause: clause.end - clause.start)
    innermost: dict[Span, Span] = {}
    for clause in clauses if added else ():
        for span in _inside(added, clause):
            innermost.setdefault(span, clause)

    def renumbered(event: TimelineEvent) -> TimelineEvent:
        taking: list[tuple[int, int]] = []  # where in the clause, who
        place = event.clause.start
        for index in event.entities:
            inside = _inside(spans[index], event.clause)
            if inside:
                place = inside[0].start
                taking += [(span.start, owner[span]) for span in inside if span in owner]
            elif index in heir:  # a pronoun stands for it
                taking.append((place, heir[index]))
        taking += [
            (span.start, owner[span]) for span in _inside(added, event.clause) if innermost[span] == event.clause
        ]
        taking.sort(key=lambda each: each[0])
        indices = tuple(dict.fromkeys(index for _, index in taking))
        return event if indices == event.entities else replace(event, entities=indices)

    return tuple(renumbered(event) for event in events)


def _with_new_speakers(old: Sequence[Entity], drafts: Sequence[Draft], quotes: Iterable[Quote]) -> Iterator[Quote]:
    """Quotes of those whom the names of their speakers now belong to, or who became of those a pronoun stood for."""
    owner = {mention.span: index for index, draft in enumerate(drafts) for mention in draft.mentions}
    heir = {origin: index for index, draft in enumerate(drafts) for origin in draft.origins}
    spans = [[mention.span for mention in entity.mentions] for entity in old]
    named = sorted(owner)
    for quote in quotes:
        words = quote.speaker or Span(0, 0)
        inside = _inside(named if quote.entity is None else spans[quote.entity], words)
        if inside:
            entity = next((owner[span] for span in reversed(inside) if span in owner), None)
        else:
            entity = heir.get(quote.entity) if quote.entity is not None else None
        yield quote if entity == quote.entity else replace(quote, entity=entity)


def _inside(spans: Sequence[Span], clause: Span) -> Sequence[Span]:
    first = bisect_left(spans, Span(clause.start, 0))
    last = bisect_left(spans, Span(clause.end, 0), lo=first)
    return spans[first:last]


def _done(rule: Correction, changed: bool) -> Outcome:
    return Outcome(rule, State.DONE if changed else State.SETTLED)


def unique(found: Iterable[Iterable[Draft]]) -> list[Draft]:
    return list(dict.fromkeys(chain.from_iterable(found)))


def target_of(found: Sequence[Draft], keys: Sequence[EntityKey], name: str, cast: Cast, rule: Merge) -> Draft:
    """Which of several becomes the one: who has the name, else who had it when the rule was made, else the first."""
    folded = fold_name(name)
    called = [draft for draft in found if draft.folded == folded]
    meant = (cast.find(key, not rule.scope) for key in keys if fold_name(key.name) == folded)
    return next(chain(called, chain.from_iterable(meant), found))
