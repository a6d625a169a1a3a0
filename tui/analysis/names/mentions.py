"""Names in a document: taggers and capitals propose, the classifier keeps or drops, kept names are found again."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from tui.analysis.document import STARTING, Document
from tui.analysis.model import Kind, Mention
from tui.analysis.names.beside.forms import find_forms
from tui.analysis.names.beside.signs import with_signs
from tui.analysis.names.bounds import settled
from tui.analysis.names.joining.short_forms import short_forms, stands_for
from tui.analysis.names.lexicon import Known, key, lexicon
from tui.analysis.names.listed import find_listed, merged
from tui.analysis.names.second_voter import second_names, with_second
from tui.analysis.names.surfaces import QUOTES, Candidate, find_candidates, quieted, short_body
from tui.analysis.names.tagger import Tagged, is_titled, tag_names, usage_of
from tui.analysis.names.teams import has_player, is_match, is_sport, plays
from tui.analysis.names.types import NONE, classify, group_by_key
from tui.analysis.names.wanted import Wanted
from tui.text.span import Span

Votes = tuple[tuple[str, float], ...]

ACTING = "acting part"
SHORT = "short form"
HEADLINE = "short form in a headline"
CLOSING = ("”", '"', "’", "»")
NICKNAME_OPENS = frozenset('"“‘(')
DROPPED = 0.5  # share of NONE from which a name is dropped
KNOWN_ENOUGH = 0.05  # share of its known kind from which a known name gets it
PERSON_ENOUGH = 0.1  # share of PERSON from which a surname follows its full name
LEGAL = re.compile(
    r",?\s+(?:Inc|Corp|Corporation|Co|Ltd|LLC|PLC|plc|AG|GmbH|SA|SE|NV|Group|Holdings?|Company|Limited)\.?$"
)
ACRONYM = re.compile(r"\(([A-Z][A-Za-z&.-]{1,8})\)")
SHORT_WORDS = frozenset(
    {"am", "be", "do", "go", "is", "me", "mr", "ms", "dr", "oh", "ok", "st", "up", "us", "al", "el", "de"}
)
SHORT_NAMES = frozenset({"UN", "EU", "US", "UK", "IS", "AU", "AP", "BP", "GE", "GM", "VW", "DW"})


# What only a person does: behind it a surname that is an ordinary word, too, is a name at the start of a sentence.
ACTS = re.compile(
    r"\s+(?:also\s+|then\s+|later\s+|had\s+)?(?:said|says|told|tells|added|wrote|writes|announced|stated|explained|argued|asked|denied"
    r"|admitted|noted|insisted|joked|recalled|resigned|died|married|welcomed|introduced|unveiled|apologi[sz]ed|thanked|retired"
    r"|graduated|attended|testified|refused|declined|believes|thinks|hopes|moved on)\b"
)


class Names(NamedTuple):
    """The mentions of a document and, for each key of a name, the shares of its kinds."""

    mentions: tuple[Mention, ...]
    votes: Mapping[str, Votes]


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """All names, sorted and disjoint; a name has one kind throughout the document."""
    return read_names(document).mentions


def read_names(document: Document) -> Names:
    """All names, and how sure their kinds are."""
    text = document.article.text
    usage = usage_of(document.sentences)
    candidates = propose(document, tag_names(document, usage))
    groups = group_by_key(text, candidates)
    votes = classify(document, groups, usage)
    if second := second_names(document):
        votes = with_second(votes, groups, second)
    heard = with_signs(text, votes, groups)
    told = {name for name in votes if heard[name] != votes[name]}
    votes = heard
    kinds = _kinds(votes, told)
    parts = {part for name in kinds if " " in name for part in name.split()}
    for name in [name for name in kinds if _only_opens(text, name, groups[name], parts)]:
        del kinds[name]
    _take_sides(text, groups, kinds)
    for surface, kind in [(text[slice(*groups[name][0].span)], kind) for name, kind in kinds.items()]:
        for short in map(key, short_forms(surface, kind)):
            if short in groups and all(stands_for(text, *candidate.span) for candidate in groups[short]):
                kinds[short] = kind
    kept = [candidate for name, group in groups.items() if name in kinds for candidate in group]
    kept += _repeated(document, kept, kinds)
    mentions = []
    for candidate in sorted(kept, key=lambda candidate: candidate.span):
        surface = text[slice(*candidate.span)]
        kind = candidate.kind if candidate.kind and key(surface) not in kinds else kinds[key(surface)]
        mentions.append(Mention(candidate.span, kind, surface, candidate.rule))
    return Names(tuple(mentions), votes)


def _take_sides(text: str, groups: Mapping[str, Sequence[Candidate]], kinds: dict[str, Kind]) -> None:
    """Makes places organisations where their team is meant."""
    sport, match = is_sport(text), is_match(text)
    places = lexicon().places
    for name in [name for name, kind in kinds.items() if kind is Kind.PLACE]:
        spans = [candidate.span for candidate in groups[name]]
        if (
            (sport and name in places and places[name] != "region" and plays(text, spans, match))
            or (match and name not in places and plays(text, spans))
            or (name in places and has_player(text, spans))
        ):
            kinds[name] = Kind.ORG


def propose(document: Document, tagged: Iterable[Tagged]) -> list[Candidate]:
    """What could be a name: tagged, capitalised or known; sorted and disjoint."""
    names = quieted(document.article.text, find_candidates(document, tagged))
    names = settled(document.article.text, merged(names, find_listed(document)))
    return merged(names, find_forms(document))


def _only_opens(text: str, name: str, group: Sequence[Candidate], parts: Set[str]) -> bool:
    """Whether a name is an ordinary word met only where any word has a capital: "Patience ran out".

    Who acts as people do, is known, stands in quotation marks or in a longer name, has a second sign.
    """
    lists = lexicon()
    surface = text[slice(*group[0].span)]
    if not all(candidate.opening for candidate in group) or name not in lists.common or name in lists.known:
        return False
    if surface in lists.given or surface in lists.surnames:
        return name not in parts and not any(_acts(text, candidate.span) for candidate in group)
    return len(group) == 1 and name not in lists.places


def _acts(text: str, span: Span) -> bool:
    """Whether a title stands before a name, behind it what only a person does, or quotation marks around it."""
    before = text[max(0, span.start - 20) : span.start].split()
    if text[max(0, span.start - 1) : span.start] in QUOTES and text[span.end : span.end + 1] in CLOSING:
        return True
    return bool(before and lexicon().is_a(before[-1], "title")) or ACTS.match(text, span.end) is not None


def _kinds(votes: Mapping[str, Votes], told: Set[str]) -> dict[str, Kind]:
    """One kind for each name that is kept; `told` are those that a word beside them has given theirs."""
    lists = lexicon()
    beside = {known.name for name in votes if (known := lists.known.get(name)) and not known.common}
    kinds: dict[str, Kind] = {}
    for name, shares in votes.items():
        share = dict(shares)
        known = lists.known.get(name)
        if known and (not known.common or known.name in beside) and share[known.kind] >= KNOWN_ENOUGH:
            kinds[name] = known.kind
        elif share[NONE] <= DROPPED:
            kinds[name] = Kind(next(kind for kind, _ in shares if kind != NONE))
    people = [name.split() for name, kind in kinds.items() if kind is Kind.PERSON and " " in name]
    tails = {words[-1] for words in people} | {words[-1].rsplit("-", 1)[-1] for words in people}
    heads = {words[0] for words in people if words[0].capitalize() in lists.given}
    heads |= {word[1:-1] for words in people for word in words[1:-1] if word[0] in NICKNAME_OPENS}
    for name in votes:
        enough = PERSON_ENOUGH if name not in lists.known and name not in lists.places else 2 * PERSON_ENOUGH
        person = dict(votes[name])[Kind.PERSON]
        forename = name in heads and name not in told and enough == PERSON_ENOUGH
        if (name in tails or forename) and person >= enough:
            kinds[name] = Kind.PERSON
    return kinds


def _repeated(document: Document, kept: Sequence[Candidate], kinds: Mapping[str, Kind]) -> list[Candidate]:
    """Places where a kept name, the surname of a kept person or a known name stands again unseen."""
    text = document.article.text
    names: dict[str, tuple[Kind, str]] = {}
    for candidate in kept:
        surface = text[slice(*candidate.span)]
        names.setdefault(surface, (kinds[key(surface)], "repeated"))
    for surface, (kind, _) in list(names.items()):
        for part in _parts(surface, kind):
            names.setdefault(part, (kind, "part"))
        for short in short_forms(surface, kind):
            names.setdefault(short, (kind, SHORT))
        if kind is Kind.ORG and (first := short_body(surface)):
            names.setdefault(first, (kind, HEADLINE))
        if kind is Kind.PERSON and " " in surface and _is_word((last := surface.rsplit(" ", 1)[-1]).lower()):
            names.setdefault(last, (kind, ACTING))
    names.update({name: found for name, found in _known_names(document).items() if name not in names})
    names.update({name: found for name, found in _acronyms(document, kept, kinds).items() if name not in names})
    wanted = Wanted(name for name in names if len(name) > 2 or name in SHORT_NAMES or name.istitle())
    return _placed(document, kept, names, wanted)


def _is_word(part: str) -> bool:
    """Whether a part of a name is an ordinary word as well; of two letters few are: "Xi" is none, "Do" is."""
    return part in lexicon().common if len(part) > 2 else part in STARTING or part in SHORT_WORDS


def _parts(surface: str, kind: Kind) -> set[str]:
    """What a name is shortened to: a person's surname, or the family name that stands first; a company without Inc."""
    lists, words = lexicon(), surface.split()
    if kind is Kind.ORG and len(words) > 2 and (core := LEGAL.sub("", surface)) != surface:
        return {core}
    if kind is not Kind.PERSON or len(words) < 2:
        return set()
    parts = {words[0], words[-1], words[-1].rsplit("-", 1)[-1]}
    return {
        part
        for part in parts
        if len(part) > 1 and part[0].isupper() and not part.endswith(".")
        if not _is_word(part.lower()) or (part == words[0] and part in lists.given and not lists.is_a(part, "calendar"))
        if part == words[-1] or (key(part) not in lists.places and key(part) not in lists.known)
    }


def _placed(
    document: Document, kept: Sequence[Candidate], names: Mapping[str, tuple[Kind, str]], wanted: Wanted
) -> list[Candidate]:
    text = document.article.text
    taken = sorted(candidate.span for candidate in kept)
    found: list[Candidate] = []
    position = 0
    for sentence in document.sentences:
        while position < len(taken) and taken[position].end <= sentence.span.start:
            position += 1
        for span in wanted.places(text, sentence.span):
            surface = text[slice(*span)]
            index = position
            while index < len(taken) and taken[index].end <= span.start:
                index += 1
            if index < len(taken) and taken[index].start < span.end:
                continue
            kind, rule = names[surface]
            if (rule == SHORT and not stands_for(text, *span)) or (rule == HEADLINE and not is_titled(sentence)):
                continue
            acts = kind is Kind.PERSON and ACTS.match(text, span.end) is not None
            opens = span.start == sentence.span.start or text[span.start - 1] in QUOTES
            if not acts and (rule == ACTING or (_is_word(surface.lower()) and (opens or is_titled(sentence)))):
                continue
            if kind is Kind.PERSON and " " not in surface and _goes_on(text, span):
                continue
            found.append(Candidate(span, kind, 0.0, False, rule))
    return found


def _goes_on(text: str, span: Span) -> bool:
    """Whether another capitalised word follows, as in "Paris Hilton" after "Paris"."""
    following = re.compile(r"\s([A-Z][a-z]+)").match(text, span.end)
    return following is not None and following.group(1).lower() not in lexicon().common


def _known_names(document: Document) -> dict[str, tuple[Kind, str]]:
    """Known acronyms and dotted names that stand in the text, and IS where one of its other names stands too."""
    text, known = document.article.text, lexicon().known
    words = set(re.findall(r"(?<!\w)(?:(?:[A-Z]\.){2,6}|[A-Z][A-Za-z]{1,11})(?!\w)", text))
    names: dict[str, tuple[Kind, str]] = {}
    for word in words:
        entry: Known | None = known.get(key(word))
        if entry and not entry.common and sum(map(str.isupper, word)) > 1:
            names[word] = (entry.kind, "known")
    if names.keys() & {"ISIS", "ISIL"} or "Islamic State" in text:
        names["IS"] = (Kind.ORG, "known")
    return names


def _acronyms(document: Document, kept: Iterable[Candidate], kinds: Mapping[str, Kind]) -> dict[str, tuple[Kind, str]]:
    """Acronyms in brackets behind a name."""
    text = document.article.text
    ends = {candidate.span.end: key(text[slice(*candidate.span)]) for candidate in kept}
    names: dict[str, tuple[Kind, str]] = {}
    for match in ACRONYM.finditer(text):
        before = ends.get(match.start() - 1, ends.get(match.start() - 2))
        if before and sum(map(str.isupper, match.group(1))) > 1 and kinds[before] is not Kind.PERSON:
            names[match.group(1)] = (kinds[before], "acronym")
    return names
