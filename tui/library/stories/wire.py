"""What an article tells <-> bytes that the index keeps; what is not such bytes counts as unknown."""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import orjson

from tui.analysis.model import Day, Interval, Kind, Status
from tui.library.packing.columns import columns
from tui.library.packing.columns import rows_of as list_of
from tui.library.packing.packing import pack_values, unpack_values
from tui.library.stories.differences import Difference, Said
from tui.library.stories.joining import Teller
from tui.library.stories.story import Story, StoryRow
from tui.library.stories.telling import Counted, Telling, Told, words_told
from tui.text.span import Span

VERSION = 1  # of what is told and how it is found
# What stands in all that is told; to change it makes unreadable what is stored: see `schema.FILE`.
_KNOWN = (
    b'[1,"2016-05-27","https://www.",[3,[1,[74,15,90]],[6,[13,89,74,67]],[1,[74,15,143,22]],[6,[13,75,4,51]],[0,["",""'
    b']],[1,[2016,0,-8,8,0]],[1,[7,0,-6,6,0]],[1,[16,0,-15]],[1,[2016,0,-8,8]],[1,[7,0,5,-5]],[1,[16,0,15,-15]],[0,["1'
    b'6 Jul","May","Jan","2018"]],[0,["2018-"]],[0,["2018-"]],[0,["","reported","dated","dated","dated","planned","dat'
    b'ed"]],[0,[0,4,4,4,0,4,2,4]],[1,[1,1,1,1,2,1,1]],[4,[0,[0,3,2,2,2,1]],[0,[""]]],[4,[0,[0,3,2,2,2,1]],[0,["PERSON"'
    b',"PLACE","ORG","GROUP","PERSON","PLACE"]]],[4,[0,[0,0,0,0,0,0]],[0,[]]]]]'
)


def packed(told: Told, text: bytes) -> bytes:
    """As the index keeps it beside the text, as searches look through it; without what the article's row says of it
    anyway, and its words, which stand in the text."""
    head = [VERSION, told.published and told.published.isoformat(), told.url]
    try:
        return pack_values([*head, columns(_plain([_row(telling) for telling in told.tellings]))], _KNOWN, text)
    except (TypeError, ValueError):  # lone surrogates
        return b""


def unpacked(body: bytes, text: bytes, digest: str, source: str, title: str, publisher: str) -> Told | None:
    """What an article told when it was analysed; None where this code cannot read it, or beside this text."""
    try:
        version, published, url, rows = unpack_values(body, _KNOWN, text)
        tree = [version, digest, published, url, list_of(rows), sorted(words_told(text.decode()))]
        return told_of_tree(tree, source, title, publisher)
    except (ValueError, TypeError, LookupError, AttributeError):
        return None


def tree_of(told: Told) -> list[Any]:
    """Plain values."""
    head = [VERSION, told.digest, told.published and told.published.isoformat(), told.url]
    return [*head, [_row(telling) for telling in told.tellings], sorted(told.words)]


def told_of_tree(tree: list[Any], source: str, title: str, publisher: str) -> Told:
    """What an article tells, of plain values. Raises ValueError, TypeError or LookupError where they are others."""
    version, digest, published, url, rows, words = tree
    if version != VERSION:
        raise ValueError(version)
    day = date.fromisoformat(published) if published else None
    return Told(source, digest, title, publisher, url, day, tuple(map(_telling, rows)), frozenset(words))


def packed_story(story: Story) -> bytes:
    """A chronicle without its articles, as the index keeps it."""
    weights = [[*day, weight] for day, weight in story.weights.items()]
    return zlib.compress(orjson.dumps([VERSION, rows_of_story(story), weights]), 1)


def unpacked_story(body: bytes, articles: Sequence[Told]) -> Story | None:
    """The chronicle of these articles; None where this code cannot read it."""
    try:
        version, rows, weights = orjson.loads(zlib.decompress(body))
        if version != VERSION:
            return None
        return story_of_rows(rows, weights, articles)
    except (zlib.error, ValueError, TypeError, LookupError):
        return None


def rows_of_story(story: Story) -> list[Any]:
    """Its rows as plain values; tellings by their numbers."""
    number = [{telling: at for at, telling in enumerate(article.tellings)} for article in story.articles]
    return [
        [
            [[teller.article, number[teller.article][teller.telling]] for teller in row.tellers],
            row.best,
            row.weight,
            [[one.what, [[said.words, said.tellers] for said in one.ways]] for one in row.differences],
        ]
        for row in story.rows
    ]


def story_of_rows(rows: Sequence[list[Any]], weights: Iterable[list[Any]], articles: Sequence[Told]) -> Story:
    """The chronicle of these articles, of plain values. Raises TypeError or LookupError where they are others."""
    made = tuple(_story_row(row, articles) for row in rows)
    return Story(tuple(articles), made, {Day(*day): weight for *day, weight in weights})


def digest_of(articles: Iterable[tuple[str, bytes]]) -> str:
    """What a chronicle depends on: the sources of its articles in their order, and what each tells, packed."""
    digest = hashlib.blake2b(f"{VERSION}".encode(), digest_size=16)
    for source, body in articles:
        digest.update(source.encode("utf-8", "surrogateescape") + b"\0" + hashlib.blake2b(body).digest())
    return digest.hexdigest()


def _story_row(row: list[Any], articles: Sequence[Told]) -> StoryRow:
    tellers, best, weight, differences = row
    return StoryRow(
        tuple(Teller(article, articles[article].tellings[at]) for article, at in tellers),
        best,
        tuple(Difference(what, tuple(Said(words, tuple(who)) for words, who in ways)) for what, ways in differences),
        weight,
    )


def _plain(rows: list[Any]) -> list[Any]:
    plain: list[Any] = orjson.loads(orjson.dumps(rows))
    return plain


def _row(telling: Telling) -> list[Any]:
    flags = telling.uncertain + 2 * telling.background + 4 * telling.quoted
    return [
        *telling.sentence,
        *telling.place,
        telling.text,
        telling.clause,
        *telling.interval.first,
        *telling.interval.last,
        telling.label,
        telling.value,
        telling.edtf,
        telling.status or "",
        flags,
        telling.number,
        telling.who,
        telling.kinds,
        [list(figure) for figure in telling.figures],
    ]


def _telling(row: list[Any]) -> Telling:
    start, end, first, last, text, clause, *days = row[:12]
    label, value, edtf, status, flags, number, who, kinds, figures = row[12:]
    return Telling(
        Span(start, end),
        Span(first, last),
        text,
        clause,
        Interval(Day(*days[:3]), Day(*days[3:])),
        label,
        value,
        edtf,
        Status(status) if status else None,
        bool(flags & 1),
        bool(flags & 2),
        bool(flags & 4),
        number,
        tuple(who),
        tuple(map(Kind, kinds)),
        tuple(Counted(*figure) for figure in figures),
    )
