"""A clause with several dates becomes a part for each of them: the words that belong to that date alone."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.analysis.document import Sentence, Token
from tui.analysis.events.clause_words import words
from tui.analysis.events.clauses import RELATIVE, Clause
from tui.analysis.events.labels import hangs_on
from tui.analysis.events.roles.role import HAPPENINGS
from tui.analysis.events.verbs import Tense, is_past, is_verb, plain, tense_at
from tui.text.span import Span

# Where the words of the next date begin: behind a comma or a semicolon, before "and", "then", "but".
PARTING = re.compile(
    r"[,;:][\"”’']*\s+()|\s+()(?:and|then|but|or|to(?=\s+(?:(?-i:[A-Z])|[\d$£€]|(?:an?|the|its|his|her|their)\b)))\s",
    re.IGNORECASE,
)
CLOSING = re.compile(r"[,.;:!?]?[\"”’']*\s*")  # of a quotation that ends with a date
LEADING = re.compile(  # the small words that lead a date: "again in", "on"
    r"(?:\(\s*)?(?:\b(?:and|but|or|again|then|once\s+more|also|both|early|late|later|only|until|between|on|in|at|for|during|by|over"
    r"|since|around|about|the|of|from|to|after|before|following|than|with)\s+)*$",
    re.IGNORECASE,
)
ANEW = re.compile(r"\W*\b(?:and|then|but|or)\b|\W*\d|(?<=[,;:]\s)", re.IGNORECASE)  # the next thing that is told
TOGETHER = re.compile(r"\s*(?:,|and|or|&|,\s*and)\s*", re.IGNORECASE)  # dates told of as one: "in March and April"
OWNING = ("'s", "’s")
SUBJECT = re.compile(rf"\b(?:[A-Z]\w+|(?:{'|'.join(sorted(words('determiner') | words('pronoun')))})\b)")
HELPING = words("auxiliary") | words("past auxiliary") | words("modal") | {"be", "been", "being", "not"}


OWNED_EVENT = re.compile(rf"['’]s\s+(?:[\w.-]+\s+){{0,3}}?{HAPPENINGS}")
NAMED_EVENT = re.compile(rf"\b{HAPPENINGS}\s+(?:on|in|of)\s+(?:\w+\s+)?$")
SINCE_THEN = frozenset({Tense.PRESENT, Tense.PERFECT, Tense.AHEAD})


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
    first, last = _together(text, dates, own)
    if first < last:
        return _alone(text, sentence, clause, dates, own, range(first, last + 1))
    tokens = sentence.tokens
    verbs = [index for index in range(clause.first, clause.last) if is_verb(tokens, index)]
    starts = [tokens[index].span.start for index in verbs]
    cuts = [clause.span.start, *(_cut(text, *two, starts) for two in pairwise(dates)), clause.span.end]
    begin, end = cuts[own], cuts[own + 1]
    inside = [index for index, start in zip(verbs, starts, strict=True) if begin <= start < end]
    apart = bool(inside) and _is_apart(text, begin, dates[own], tokens[inside[0]].span.start)
    if inside and not apart:
        return _with_subject(tokens, clause, verbs[0], Span(begin, end), inside[0])
    if not verbs and not any(PARTING.search(text, one.end, other.start) for one, other in pairwise(dates)):
        return _without_others(text, clause, dates, own)
    if not verbs or (
        not apart and text.startswith(",", dates[own].end) and own + 1 == len(dates) and ANEW.match(text, begin)
    ):
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
    if not ANEW.match(text, begin):  # "raised the share on Monday to 13 per cent next year"
        return Part(Span(cuts[holder], end), _phrases(text, cuts[holder], dates[holder:own]))
    behind = tokens[verb].span.start >= date.end
    if _is_bare(text, begin, end, dates[own]) and not behind:  # "steps followed on 8 September and on 27 October"
        shared = Span(cuts[holder], _lead_of(text, cuts[holder], date))
    else:
        shared = Span(date.end if behind else cuts[holder], _end_of_verb(sentence, clause, verb))
    if shared.end > begin:
        return Part(Span(begin, end))
    return Part(Span(shared.start, end), (Span(shared.end, begin),))


def _together(text: str, dates: Sequence[Span], own: int) -> tuple[int, int]:
    """The first and the last of the dates that a date is told of together with."""
    first = last = own
    while first > 0 and TOGETHER.fullmatch(text, dates[first - 1].end, dates[first].start):
        first -= 1
    while last + 1 < len(dates) and TOGETHER.fullmatch(text, dates[last].end, dates[last + 1].start):
        last += 1
    return first, last


def _alone(text: str, sentence: Sentence, clause: Clause, dates: Sequence[Span], own: int, together: range) -> Part:
    """What is told of several dates together, with one of them alone: "in March … a total of 20 ships sailed"."""
    first, last = together[0], together[-1]
    joined = Span(dates[first].start, dates[last].end)
    part = part_of(text, sentence, clause, (*dates[:first], joined, *dates[last + 1 :]), first)
    gaps = [Span(joined.start, dates[own].start), Span(dates[own].end, joined.end)]
    end = part.span.end
    if own < last and not any(character.isalnum() for character in text[joined.end : end]):
        end = dates[own].end  # nothing follows that would be told of it
    without = sorted((*part.without, *(gap for gap in gaps if gap.start < gap.end <= end)))
    return Part(Span(part.span.start, end), tuple(without))


def _is_apart(text: str, begin: int, date: Span, verb: int) -> bool:
    """Whether the first verb of a part stands behind a comma that ends what is told of the date.

    "... to 13 per cent next year, as the law requires", but not "in May, the mill was shut"."""
    return verb >= date.end and "," in text[date.end : verb] and _lead_of(text, begin, date) > begin


def _without_others(text: str, clause: Clause, dates: Sequence[Span], own: int) -> Part:
    """A clause without a verb that we know: all of it but the words of the other dates."""
    behind = _phrases(text, dates[own].end, dates[own + 1 :])
    return Part(clause.span, (*_phrases(text, clause.span.start, dates[:own]), *behind))


def _phrases(text: str, begin: int, dates: Sequence[Span]) -> tuple[Span, ...]:
    """The words "on Monday" of dates that stand behind `begin`; "Monday's vote" cannot be left out of a sentence."""
    starts = [begin, *(date.end for date in dates)]
    return tuple(
        Span(_lead_of(text, start, date), date.end)
        for start, date in zip(starts, dates, strict=False)
        if not text.startswith(OWNING, date.end) and not hangs_on(text, date)
    )


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
    between = [verb for verb in verbs if one.end <= verb < other.start]
    if between and text.startswith(OWNING, one.end):
        opening = [match.start() for match in SUBJECT.finditer(text, one.end + len(OWNING[0]), between[0])]
        return opening[-1] if opening else _lead_of(text, one.end, other)  # "after Monday's debate | the paper looked"
    if between:
        after = CLOSING.match(text, one.end)
        return after.end() if after is not None else one.end
    return _lead_of(text, one.end, other)


def _lead_of(text: str, begin: int, date: Span) -> int:
    """Where the small words begin that lead a date."""
    leader = LEADING.search(text, begin, date.start)
    return leader.start() if leader is not None else date.start


def only_named(text: str, sentence: Sentence, clause: Clause, date: Span, part: Part) -> Part:
    """Of a part that tells how things are since, only what is dated: "Many survivors of Tuesday's quake | are ill"."""
    owned = OWNED_EVENT.match(text, date.end)
    if owned is None and NAMED_EVENT.search(text, clause.span.start, date.start) is None:
        return part
    verbs = (index for index in range(clause.first, clause.last) if is_verb(sentence.tokens, index))
    verb = next((index for index in verbs if sentence.tokens[index].span.start >= date.end), None)
    if verb is None or verb == clause.first or tense_at(sentence.tokens, verb) not in SINCE_THEN:
        return part
    begin, end = sentence.tokens[verb].span.start, sentence.tokens[verb - 1].span.end
    behind = owned.end() if owned is not None else date.end
    if text[behind:begin].strip() or not part.span.start < end < part.span.end or part.without:
        return part
    return Part(Span(part.span.start, end))


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
