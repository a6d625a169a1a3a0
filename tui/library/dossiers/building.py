"""The tables of entities become a dossier."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from tui.library.dossiers.choosing import Chosen
from tui.library.dossiers.dossier import Beside, Dossier, Mentioned, Other, Source
from tui.library.dossiers.looking import Looked, sentence_of
from tui.library.dossiers.retelling import Row, joined
from tui.library.entities.facts import StoredFacts
from tui.library.entities.finding import Borne, bearing, called, candidates
from tui.library.entities.resolve import fullest
from tui.library.entities.tables import marks_of, told_by_all
from tui.library.index.articles import day

LOOKED = 2_000  # articles, the latest, whose rows and words are looked into
MOST_UNSURE = 200  # articles
AT_ONCE = 100  # articles that are looked into in one go
ASKED = 500  # articles of one question
MOST_BESIDE = 40
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
    mine: dict[int, set[int]] = {}
    for one in sure:
        mine.setdefault(one.article, set()).add(one.number)
    found_there = Looked(mine, places)
    for start in range(0, len(looked), AT_ONCE):
        some = looked[start : start + AT_ONCE]
        found_there.take(told_by_all(db, some), some)
    unsure = _by_date((one for one in found.unsure if one.article in places), places)[:MOST_UNSURE]
    doubted = Looked({one.article: {one.number} for one in unsure}, places)
    doubted.take(told_by_all(db, (one.article for one in unsure)), [one.article for one in unsure])
    found_there.names.setdefault(name, 0)
    return Dossier(
        id,
        name,
        kind,
        tuple(found_there.names.most_common(MOST_NAMES)),
        _mentioned(sure, found_there, places),
        len(looked),
        _months(places[article].published for article in articles),
        joined(_in_time(found_there.rows, looked)),
        tuple(found_there.by),
        tuple(found_there.about),
        tuple(found_there.figures),
        _beside(db, facts, found_there.keys, id),
        tuple(Other(*one) for one in candidates(db, name) if one.id != id),
        _mentioned(unsure, doubted, places),
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
            found.append(one._replace(sentence=sentence_of(here, own[0]), place=place))
    return tuple(found)


def _places(db: sqlite3.Connection, articles: Iterable[int], chosen: Chosen | None) -> dict[int, Source]:
    """Where these articles are, those that were chosen."""
    wanted = dict.fromkeys(articles)
    if chosen is not None and chosen.ids is not None:
        wanted = {article: None for article in wanted if article in chosen.ids}
    all_of_them, found = [*wanted], dict[int, Source]()
    for start in range(0, len(all_of_them), ASKED):
        some = all_of_them[start : start + ASKED]
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


def _mentioned(some: Sequence[Borne], looked: Looked, places: dict[int, Source]) -> tuple[Mentioned, ...]:
    found: dict[int, Mentioned] = {}
    for one in some:
        before = found.get(one.article)
        if before is not None:
            found[one.article] = before._replace(mentions=before.mentions + one.mentions)
            continue
        sentence, offset = looked.first.get((one.article, one.number), ("", 0))
        found[one.article] = Mentioned(places[one.article]._replace(offset=offset), sentence, one.mentions, one.why)
    return tuple(found.values())


def _months(days: Iterable[date | None]) -> tuple[tuple[str, int], ...]:
    counted: Counter[int] = Counter(one.year * 12 + one.month - 1 for one in days if one is not None)
    if not counted:
        return ()
    last = max(counted)
    first = max(min(counted), last - MOST_MONTHS + 1)
    return tuple((f"{month // 12:04d}-{month % 12 + 1:02d}", counted[month]) for month in range(first, last + 1))


def _in_time(rows: Iterable[Row], articles: Sequence[int]) -> list[Row]:
    """Who told it first stands first; of one article, in the order of its text."""
    at = {article: number for number, article in enumerate(reversed(articles))}
    return sorted(rows, key=lambda row: at[row.place.article])


def _beside(db: sqlite3.Connection, facts: StoredFacts, counted: Counter[str], id: str) -> tuple[Beside, ...]:
    joint: Counter[str] = Counter()
    for key, articles in counted.most_common(4 * MOST_BESIDE):
        fulls = facts.fulls(key) if key[:2] == "P:" and " " not in key else {}
        full = fullest(next(iter(fulls)) if len(fulls) == 1 else key, facts)
        if full != id:
            joint[full] += articles
    return tuple(Beside(one, *called(db, facts, one), articles) for one, articles in joint.most_common(MOST_BESIDE))
