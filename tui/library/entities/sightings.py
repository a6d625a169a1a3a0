"""An article's entities become sightings: what each of them is called elsewhere, and what stands beside it."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tui.analysis.model import Alias, Analysis, Entity, Kind, Mention
from tui.analysis.names.lexicon import lexicon
from tui.analysis.naming import fold_name
from tui.analysis.repairs.drafts import CORRECTED
from tui.library.entities.apart import own_letters, which_place
from tui.library.entities.countries import countries
from tui.library.entities.forms import Form, Grade, form_of
from tui.library.entities.pieces import AGENCIES, bearers, glued, last_names, pieces, written
from tui.library.entities.sport import about_sport, plays
from tui.library.entities.words import UNIONS, USUAL
from tui.text.span import Span

BESIDE = 40  # names of the article that are remembered with each
MOST_FORMS = 12


class Sighting(NamedTuple):
    """An entity of one article, as other articles may know it."""

    local: int  # index into the article's entities
    kind: Kind
    name: str
    key: str  # of its fullest form
    grade: Grade
    others: tuple[str, ...]  # keys of its other forms, those that say something
    where: str  # the country of a body that every country has
    mentions: int
    spans: tuple[Span, ...] = ()  # where it stands within other names
    left: tuple[Span, ...] = ()  # mentions of the entity that are of something else: "Brussels airport"


def sightings(text: str, analysis: Analysis) -> tuple[Sighting, ...]:
    """All entities of an article, and the countries and bodies that stand within their names."""
    lands = _lands(analysis.entities)
    home = _home(lands)
    sport = about_sport(text)
    inner, others, apart = _within(text, analysis.entities)
    beside = frozenset(fold_name(mention.text) for entity in analysis.entities for mention in entity.mentions)
    found: list[Sighting] = []
    for number, entity in enumerate(analysis.entities):
        forms = own_letters([(mention, _form(mention, text)) for mention in entity.mentions])
        strays = _strays(forms, text)
        if number in apart:  # whom a dateline names stands beside the place in it
            strays += [(mention, form) for mention, form in forms if fold_name(mention.text) in AGENCIES]
        left = tuple(mention.span for mention, _ in strays) + tuple(apart.get(number, ()))
        own = Counter(form for mention, form in forms if mention.span not in left)
        if own:
            one = _sighting(number, entity, own, text, home, lands, sport)
            one = one._replace(key=which_place(one.key, beside, text), name=_name(entity, left))
        else:  # nobody is called so
            one = Sighting(number, entity.kind, entity.name, f"N:{fold_name(entity.name)}", Grade.COMMON, (), "", 0)
        found.append(one._replace(spans=tuple(inner.get(number, ())), left=left))
        for mention, form in strays:
            _add(others, form, mention.text, mention.span)
    return (*found, *others.values())


def _name(entity: Entity, left: Sequence[Span]) -> str:
    """What it is called, by the mentions that are its own."""
    own = [mention.text for mention in entity.mentions if mention.span not in left]
    given = Alias(entity.name, CORRECTED) in entity.aliases
    if given or entity.name in own or not any(mention.text == entity.name for mention in entity.mentions):
        return entity.name
    return max(own, key=lambda words: (not words.isupper(), len(words)))


def _strays(forms: Sequence[tuple[Mention, Form]], text: str) -> list[tuple[Mention, Form]]:
    """The mentions that are of another place than the rest: its airport, the city that a country's name begins."""
    beside = [(mention, form) for mention, form in forms if written(mention, text) != mention.text]
    if not beside or len(beside) == len(forms):
        beside = []
    if any(form.key[:2] == "C:" for _, form in forms):
        places = lexicon().places
        beside += [one for one in forms if one[1].key[:2] == "N:" and one[1].key[2:] in places and one not in beside]
    rest = {form.key for mention, form in forms if (mention, form) not in beside}
    return [one for one in beside if one[1].key not in rest and one[1].grade is Grade.FULL]


def _add(others: dict[str, Sighting], form: Form, words: str, span: Span) -> None:
    before = others.get(form.key)
    if before is None:
        before = Sighting(-1, Kind.PLACE, words, form.key, form.grade, (), "", 0)
    others[form.key] = before._replace(mentions=before.mentions + 1, spans=(*before.spans, span))


def _within(
    text: str, entities: Sequence[Entity]
) -> tuple[dict[int, list[Span]], dict[str, Sighting], dict[int, list[Span]]]:
    """Where entities stand within the names of others, the countries and unions that stand nowhere else, and by
    entity the mentions that are two names and its own not at all."""
    named, lasts = bearers(entities), last_names(entities)
    apart: dict[int, list[Span]] = {}
    inner: dict[int, list[Span]] = {}
    others: dict[str, Sighting] = {}
    for number, entity in enumerate(entities):
        for mention in entity.mentions:
            two = glued(mention, number, lasts, named)
            if two:
                apart.setdefault(number, []).append(mention.span)
            for span, local in two or pieces(mention, number, named):
                if local >= 0:
                    inner.setdefault(local, []).append(span)
                else:
                    _add(others, form_of(text[span.start : span.end], Kind.ORG), text[span.start : span.end], span)
    return inner, others, apart


def _sighting(
    number: int, entity: Entity, counted: Counter[Form], text: str, home: str, lands: Counter[str], sport: bool
) -> Sighting:
    """The entity as its own forms tell it."""
    if Alias(entity.name, CORRECTED) in entity.aliases:  # as a person called it
        given = form_of(entity.name, entity.kind)._replace(grade=Grade.FULL)
        counted = Counter({given: len(entity.mentions) + 1}) + counted
    best = max(counted, key=lambda form: (form.grade, counted[form], len(form.key)))
    usual = USUAL.get(best.key[2:], "")
    where = best.where or next((form.where for form in counted if form.where), "")
    if not where and any(form.grade is Grade.COMMON for form in counted):
        where = _beside(entity, text) or home or (usual if lands[usual] else "")
    others = {
        f"{form.key}|{where}" if form.grade is Grade.COMMON else form.key: None
        for form, _ in counted.most_common(MOST_FORMS)
        if form.grade or (where and entity.kind is not Kind.PERSON)
    }
    key, grade = best.key, best.grade
    if grade is Grade.SHORT and key[:2] == "N:":  # what has letters of its own is a name, however common its words
        long = max(
            (form for form in counted if form.grade is Grade.COMMON), key=lambda form: len(form.key), default=best
        )
        if " " in long.key:
            key, grade = f"{long.key}|{where}" if where else long.key, Grade.FULL
            others[best.key] = None
    if grade is Grade.COMMON and where and entity.kind is not Kind.PERSON:
        key, grade = f"{key}|{where}", Grade.FULL
    elif sport and _is_place(key) and (entity.kind is Kind.ORG or plays(entity, text)):
        key = f"T:{key[2:]}"
    others.pop(key, None)
    return Sighting(number, entity.kind, entity.name, key, grade, tuple(others), where, len(entity.mentions))


def _form(mention: Mention, text: str) -> Form:
    """What a mention is called elsewhere, with the word beside it where that makes another of it."""
    whole = written(mention, text)
    if whole == mention.text:
        return form_of(mention.text, mention.kind)
    form = form_of(whole, Kind.ORG if mention.kind is Kind.GROUP and whole[:3].lower() != "neo" else mention.kind)
    return form if form.grade is not Grade.COMMON or form.where else form_of(mention.text, mention.kind)


def _is_place(key: str) -> bool:
    return key[:2] == "C:" or (key[:2] == "N:" and key[2:] in lexicon().places)


def _lands(entities: Sequence[Entity]) -> Counter[str]:
    """How often each country is named, its people and capital with it."""
    land = countries()
    found: Counter[str] = Counter()
    for entity in entities:
        for mention in entity.mentions:
            form = form_of(mention.text, entity.kind)
            if form.key[:2] in ("C:", "G:") and form.key[2:] != "eu":
                found[form.key[2:]] += 1
            elif entity.kind is Kind.PLACE and form.key[2:] in land.capitals:
                found[land.capitals[form.key[2:]]] += 1
    return found


def _home(lands: Counter[str]) -> str:
    """The one country that an article is about; "" where it is about none or several."""
    if not lands:
        return ""
    (code, most), *rest = lands.most_common(2)
    return code if most >= 2 and most >= sum(count for _, count in rest) else ""


def _beside(entity: Entity, text: str) -> str:
    """The country that stands before a body: "Iran's parliament"."""
    land = countries()
    for mention in entity.mentions:
        before = text[max(0, mention.span.start - 40) : mention.span.start]
        words = before.split()[-3:]
        for size in (2, 1):
            for start in range(len(words) - size, -1, -1):
                folded = fold_name(" ".join(words[start : start + size]).strip(",;:("))
                code = UNIONS.get(folded) or land.of(folded)
                if code:
                    return code
    return ""
