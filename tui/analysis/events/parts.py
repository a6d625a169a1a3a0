"""A clause with several dates becomes a part for each of them: the words that belong to that date alone."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.analysis.document import Sentence, Token
from tui.analysis.events.clause_words import words
from tui.analysis.events.clauses import RELATIVE, Clause
from tui.analysis.events.verbs import is_past, is_verb, plain
from tui.text.span import Span

# Where the words of the next date begin: behind a comma or a semicolon, before "and", "then", "but".
PARTING = re.compile(r"[,;:][\"”’']*\s+()|\s+()(?:and|then|but|or|to)\s", re.IGNORECASE)
CLOSING = re.compile(r"[,.;:!?]?[\"”’']*\s*")  # of a quotation that ends with a date
LEADING = re.compile(  # the small words that lead a date: "again in", "on"
    r"(?:\b(?:and|but|or|again|then|once\s+more|also|both|early|late|later|only|until|between|on|in|at|for|during|by|over"
    r"|since|around|about|the|of|from|to)\s+)+$",
    re.IGNORECASE,
)
HELPING = words("auxiliary") | words("past auxiliary") | words("modal") | {"be", "been", "being", "not"}


class Part(NamedTuple):
    """What is told of one date: the words from first to last, without those that belong to another date."""

    span: Span
    without: tuple[Span, ...] = ()


def part_of(text: str, sentence: Sentence, clause: Clause, dates: Sequence[Span], own: int) -> Part:
    """The words of a clause that belong to number `own` of the `dates` in it, which are in order of the text.

    The subject and the verb belong to all of them: "It was 9 per cent in May … 7 per cent in June", "In 1986 … they
    went there"."""
    if len(dates) < 2:
        return Part(clause.span)
    tokens = sentence.tokens
    verbs = [index for index in range(clause.first, clause.last) if is_verb(tokens, index)]
    starts = [tokens[index].span.start for index in verbs]
    cuts = [clause.span.start, *(_cut(text, *two, starts) for two in pairwise(dates)), clause.span.end]
    begin, end = cuts[own], cuts[own + 1]
    inside = [index for index, start in zip(verbs, starts, strict=True) if begin <= start < end]
    if inside:
        return _with_subject(tokens, clause, verbs[0], Span(begin, end), inside[0])
    if not verbs or (text.startswith(",", dates[own].end) and own + 1 == len(dates)):
        return Part(Span(begin, end))
    earlier = [index for index, start in zip(verbs, starts, strict=True) if start < begin]
    if not earlier:  # "in 1986 and again in 1987 they went"
        holder = next(number for number in range(own, len(dates)) if starts[0] < cuts[number + 1])
        if starts[0] >= dates[holder].end:
            shared = Span(dates[holder].end, cuts[holder + 1])
        else:
            shared = Span(cuts[holder], _lead_of(text, cuts[holder], dates[holder]))
        return Part(Span(begin, shared.end), (Span(end, shared.start),) if end < shared.start else ())
    holder = max(number for number in range(own) if cuts[number] <= tokens[earlier[-1]].span.start)
    verb = next(index for index in earlier if cuts[holder] <= tokens[index].span.start)
    date = dates[holder]
    behind = tokens[verb].span.start >= date.end
    if _is_bare(text, begin, end, dates[own]) and not behind:  # "steps followed on 8 September and on 27 October"
        shared = Span(cuts[holder], _lead_of(text, cuts[holder], date))
    else:
        shared = Span(date.end if behind else cuts[holder], _end_of_verb(sentence, clause, verb))
    if shared.end > begin:
        return Part(Span(begin, end))
    return Part(Span(shared.start, end), (Span(shared.end, begin),))


def _with_subject(tokens: Sequence[Token], clause: Clause, first: int, span: Span, verb: int) -> Part:
    """A part with a verb of its own; where it begins with that, its subject stands before the first verb."""
    begins = next(index for index in range(clause.first, clause.last) if tokens[index].span.start >= span.start)
    if verb != begins or first == verb:
        return Part(span)
    last = first - 1
    while last >= clause.first and tokens[last].text.lower() in RELATIVE | {"that"}:
        last -= 1
    if last < clause.first:
        return Part(span)
    return Part(Span(clause.span.start, span.end), (Span(tokens[last].span.end, span.start),))


def _cut(text: str, one: Span, other: Span, verbs: Sequence[int]) -> int:
    """Where the words of the other date begin."""
    found = PARTING.search(text, one.end, other.start)
    if found is not None:
        return found.start(1) if found[1] is not None else found.start(2)
    if any(one.end <= verb < other.start for verb in verbs):
        after = CLOSING.match(text, one.end)
        return after.end() if after is not None else one.end
    return _lead_of(text, one.end, other)


def _lead_of(text: str, begin: int, date: Span) -> int:
    """Where the small words begin that lead a date."""
    leader = LEADING.search(text, begin, date.start)
    return leader.start() if leader is not None else date.start


def says_only(text: str, part: Part, date: Span) -> bool:
    """Whether a part has no words but those of its date."""
    return not part.without and _is_bare(text, part.span.start, part.span.end, date)


def _is_bare(text: str, begin: int, end: int, date: Span) -> bool:
    """Whether a part says nothing but its date."""
    before = text[begin : _lead_of(text, begin, date)]
    return not any(character.isalnum() for character in before + text[date.end : end])


def _end_of_verb(sentence: Sentence, clause: Clause, verb: int) -> int:
    """The end of "was tightened", "has not been seen"."""
    last = verb
    if plain(sentence.tokens[verb].text) in HELPING:
        for place in range(verb + 1, min(verb + 5, clause.last)):
            word = plain(sentence.tokens[place].text)
            if word in HELPING or word.endswith("ly"):
                continue
            if is_past(word) or word.endswith("ing"):
                last = place
            break
    return sentence.tokens[last].span.end
