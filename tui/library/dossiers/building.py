"""The tables of entities become a dossier."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from tui.library.dossiers.choosing import Chosen
from tui.library.dossiers.dossier import Beside, Dossier, Figured, Mentioned, Other, Source, Spoken
from tui.library.dossiers.retelling import Row, joined
from tui.library.entities.facts import StoredFacts
from tui.library.entities.finding import Borne, bearing, called, candidates
from tui.library.entities.resolve import fullest
from tui.library.entities.tables import marks_of, told_by_all
from tui.library.entities.told import Here, Told
from tui.library.index.articles import day

LOOKED = 200  # articles, the latest, whose rows and words are looked into
AT_ONCE = 500  # articles of one question
MOST_BESIDE = 40
MOST_QUOTES = 200
MOST_MONTHS = 240
MOST_NAMES = 30


def dossier(db: sqlite3.Connection, id: str, chosen: Chosen | None = None, look: int | None = None) -> Dossier:
    """All that is known of an entity, or what is said of it in the articles that were chosen.

    Of `look` articles, the latest, it says more than where they are."""
    facts = StoredFacts(db)
    name, kind = called(db, facts, id)
    found = bearing(db, id)
    places = _places(db, (one.article for one in (*found.sure, *found.unsure)), chosen)
    sure = _by_date((one for one in found.sure if one.article in places), places)
    articles = list(dict.fromkeys(one.article for one in sure))
    looked = articles[: LOOKED if look is None else look]
    told = told_by_all(db, looked)
    mine: dict[int, set[int]] = {}
    for one in sure:
        mine.setdefault(one.article, set()).add(one.number)
    by, about = _spoken(told, looked, mine, places)
    unsure = _by_date((one for one in found.unsure if one.article in places), places)[:LOOKED]
    return Dossier(
        id,
        name,
        kind,
        _names(told, mine, name),
        _mentioned(sure, told, places),
        len(looked),
        _months(places[article].published for article in articles),
        joined(_rows(told, looked, mine, places)),
        by,
        about,
        _figures(told, looked, mine, places),
        _beside(db, facts, told, mine, id),
        tuple(Other(*one) for one in candidates(db, name) if one.id != id),
        _mentioned(unsure, told_by_all(db, (one.article for one in unsure)), places),
        chosen.query if chosen is not None else "",
    )


def sentences(db: sqlite3.Connection, some: Sequence[Mentioned], id: str) -> tuple[Mentioned, ...]:
    """Articles beyond those that were looked into, with their sentences."""
    facts = StoredFacts(db)
    told = told_by_all(db, (one.place.article for one in some))
    found: list[Mentioned] = []
    for one in some:
        here = told.get(one.place.article)
        own = [each for each in here.entities if fullest(each.key, facts) == id] if here is not None else []
        if here is None or not own or one.sentence:
            found.append(one)
        else:
            place = one.place._replace(offset=own[0].offset)
            found.append(one._replace(sentence=_sentence(here, own[0]), place=place))
    return tuple(found)


def _places(db: sqlite3.Connection, articles: Iterable[int], chosen: Chosen | None) -> dict[int, Source]:
    """Where these articles are, those that were chosen."""
    wanted = dict.fromkeys(articles)
    if chosen is not None and chosen.ids is not None:
        wanted = {article: None for article in wanted if article in chosen.ids}
    all_of_them, found = [*wanted], dict[int, Source]()
    for start in range(0, len(all_of_them), AT_ONCE):
        some = all_of_them[start : start + AT_ONCE]
        query = f"SELECT id, source, title, publisher, published FROM articles WHERE id IN ({marks_of(some)})"
        for article, source, title, publisher, published in db.execute(query, some):
            place = Source(article, source, title, publisher, day(published), 0)
            if chosen is None or chosen.fits(place.published, publisher):
                found[article] = place
    return found


def _by_date(some: Iterable[Borne], places: dict[int, Source]) -> list[Borne]:
    return sorted(
        some,
        key=lambda one: (-(places[one.article].published or date.min).toordinal(), one.article, -one.mentions),
    )


def _mentioned(some: Sequence[Borne], told: dict[int, Told], places: dict[int, Source]) -> tuple[Mentioned, ...]:
    found: dict[int, Mentioned] = {}
    for one in some:
        before = found.get(one.article)
        if before is not None:
            found[one.article] = before._replace(mentions=before.mentions + one.mentions)
            continue
        place, here, sentence = places[one.article], told.get(one.article), ""
        if here is not None and one.number < len(here.entities):
            entity = here.entities[one.number]
            sentence, place = _sentence(here, entity), place._replace(offset=entity.offset)
        found[one.article] = Mentioned(place, sentence, one.mentions, one.why)
    return tuple(found.values())


def _sentence(told: Told, here: Here) -> str:
    return told.sentences[here.sentence] if 0 <= here.sentence < len(told.sentences) else ""


def _names(told: dict[int, Told], mine: dict[int, set[int]], name: str) -> tuple[tuple[str, int], ...]:
    counted: Counter[str] = Counter()
    for article, one in told.items():
        own = [one.entities[number] for number in mine[article] if number < len(one.entities)]
        counted.update({alias for here in own if here.local >= 0 for alias in (here.name, *here.aliases)})
    counted.setdefault(name, 0)
    return tuple(counted.most_common(MOST_NAMES))


def _months(days: Iterable[date | None]) -> tuple[tuple[str, int], ...]:
    counted: Counter[int] = Counter(one.year * 12 + one.month - 1 for one in days if one is not None)
    if not counted:
        return ()
    last = max(counted)
    first = max(min(counted), last - MOST_MONTHS + 1)
    return tuple((f"{month // 12:04d}-{month % 12 + 1:02d}", counted[month]) for month in range(first, last + 1))


def _rows(
    told: dict[int, Told], looked: Sequence[int], mine: dict[int, set[int]], places: dict[int, Source]
) -> Iterable[Row]:
    for article in reversed(looked):  # who told it first stands first
        for event in told[article].events if article in told else ():
            if mine[article] & set(event.entities):
                yield Row(event, places[article]._replace(offset=event.offset))


def _spoken(
    told: dict[int, Told], looked: Sequence[int], mine: dict[int, set[int]], places: dict[int, Source]
) -> tuple[tuple[Spoken, ...], tuple[Spoken, ...]]:
    by: list[Spoken] = []
    about: list[Spoken] = []
    for article in looked:
        one = told.get(article)
        for quote in one.quotes if one is not None else ():
            speaker = one.entities[quote.speaker].name if one is not None and quote.speaker >= 0 else ""
            spoken = Spoken(quote.text, speaker, places[article]._replace(offset=quote.offset))
            if quote.speaker in mine[article]:
                by.append(spoken)
            elif mine[article] & set(quote.about):
                about.append(spoken)
    return tuple(by[:MOST_QUOTES]), tuple(about[:MOST_QUOTES])


def _figures(
    told: dict[int, Told], looked: Sequence[int], mine: dict[int, set[int]], places: dict[int, Source]
) -> tuple[Figured, ...]:
    found: list[Figured] = []
    for article in looked:
        one = told.get(article)
        for figure in one.figures if one is not None else ():
            if one is not None and mine[article] & set(one.within[figure.sentence]):
                place = places[article]._replace(offset=figure.offset)
                found.append(Figured(figure.text, one.sentences[figure.sentence], place))
    return tuple(found[:MOST_QUOTES])


def _beside(
    db: sqlite3.Connection, facts: StoredFacts, told: dict[int, Told], mine: dict[int, set[int]], id: str
) -> tuple[Beside, ...]:
    counted: Counter[str] = Counter()
    for article, one in told.items():
        keys = {here.key for number, here in enumerate(one.entities) if number not in mine[article]}
        counted.update(keys)
    joint: Counter[str] = Counter()
    for key, articles in counted.most_common(4 * MOST_BESIDE):
        fulls = facts.fulls(key) if key[:2] == "P:" and " " not in key else {}
        full = fullest(next(iter(fulls)) if len(fulls) == 1 else key, facts)
        if full != id:
            joint[full] += articles
    return tuple(Beside(one, *called(db, facts, one), articles) for one, articles in joint.most_common(MOST_BESIDE))
