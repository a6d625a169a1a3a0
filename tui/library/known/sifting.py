"""An article and the index become what of it stands in articles that were opened before."""

import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.document import segment
from tui.library.index.articles import digest_of
from tui.library.index.database import Database
from tui.library.index.texts import SEARCHED_IN_ONE
from tui.library.known.known import Judged, Reader
from tui.library.known.senses import senses
from tui.library.known.telling import DAYS, EMPTY, WORD
from tui.library.known.told import Sifted, Told, Weighed
from tui.library.versions import Versions
from tui.text.article import Article
from tui.text.folding import fold
from tui.text.formats.plain import plain_article
from tui.text.span import Span

if TYPE_CHECKING:
    import sqlite3

MOST = 40  # articles that are looked at, those that share most
FEW = 10  # the same for a row of the library
LONGEST_WEIGHED = 50_000  # characters
ASKED = 24  # words that they are found by
LEADING = 3_000  # characters in which an article says what it is about
_LIKELY = (
    "SELECT articles.source, articles.title, bodies.text FROM texts"
    " JOIN articles ON articles.id = texts.rowid JOIN bodies ON bodies.article = articles.id"
    " WHERE texts MATCH ? AND opened IS NOT NULL AND source != ? ORDER BY bm25(texts) LIMIT ?"
)


_ONE = (
    "SELECT source, articles.title, digest, opened, bodies.title, bodies.text"
    " FROM articles JOIN bodies ON bodies.article = id WHERE id = ? AND trouble = ''"
)
_Row = tuple[str, str, bytes, str | None, str, bytes]


class Read(NamedTuple):
    """An article that was read, and its text."""

    source: str
    title: str
    text: str


def sifted(article: Article, index: Path, versions: Path) -> Sifted:
    """What of it was read before; nothing where the index cannot be read."""
    spans = tuple(sentence.span for sentence in segment(article).sentences)
    database = Database(index)
    try:
        likely = tuple(likely_read(article, database, Versions(versions)))
    finally:
        database.close()
    reader = Reader()
    texts = {}
    for read in likely:
        texts[read.source] = read
        reader.read(read.source, read.text, sentences_of(read))
    known = [one for one in reader.judge(article.text, spans) if one.known]
    return Sifted(tuple(_told(one, texts) for one in known if one.place), len(spans), len(likely))


def weighed(ids: Sequence[int], index: Path, versions: Path) -> dict[int, Weighed]:
    """How much is new of the articles of the index with these ids that nobody opened; of the others, what changed."""
    database, kept = Database(index), Versions(versions)
    try:
        return {id: one for id in ids if (one := _weighed(id, database, kept)) is not None}
    finally:
        database.close()


def _weighed(id: int, database: Database, versions: Versions) -> Weighed | None:
    row: _Row | None = database.read(lambda db: db.execute(_ONE, (id,)).fetchone(), None)
    if row is None:
        return None
    source, title, digest, opened, folded_title, body = row
    if opened is not None:
        last = versions.last([source]).get(source)
        return Weighed(0, 0, last is not None and last.digest != digest_of(digest))
    text = zlib.decompress(body).decode().removeprefix(folded_title)  # as it is folded, it has no paragraphs
    if len(text) > LONGEST_WEIGHED:
        return None
    article = plain_article(text, source, title or source, furniture=False, exact=True)
    reader = Reader()
    for read in likely_read(article, database, versions, FEW):
        reader.read(read.source, read.text, sentences_of(read))
    judged = reader.judge(text, tuple(sentence.span for sentence in segment(article).sentences))
    return Weighed(sum(not one.known for one in judged), len(judged), False)


def likely_read(article: Article, database: Database, versions: Versions, most: int = MOST) -> Iterator[Read]:
    """The opened articles that share most names, days and rare words with it, as they were when they were read."""
    words = telling_words(article)
    if not words or not database.searchable:
        return
    match = " OR ".join(f'"{word}"' for word in words)

    def find(db: "sqlite3.Connection") -> list[tuple[str, str, bytes]]:
        return list(db.execute(_LIKELY, (match, article.source, most)))

    rows: list[tuple[str, str, bytes]] = database.read(find, [])
    kept = versions.last([source for source, _, _ in rows])
    for source, title, body in rows:
        if source in kept:
            yield Read(source, title, kept[source].text)
        else:  # it was opened before texts were kept
            yield Read(source, title, zlib.decompress(body).decode()[:SEARCHED_IN_ONE])


def telling_words(article: Article) -> tuple[str, ...]:
    """The words by which articles of the same story are found: rare ones that stand often, and at the beginning."""
    counts: Counter[str] = Counter()
    for text in (article.title, article.text[:LEADING]):
        for match in WORD.finditer(text):
            word = match.group()
            plain = fold(word)
            if len(plain) > 2 and plain.isalnum() and plain not in EMPTY and plain not in DAYS:
                known = senses().word(plain)
                counts[plain] += int(known.rarity) + (3 if word[0].isupper() else 0)
    return tuple(word for word, _ in counts.most_common(ASKED))


def sentences_of(read: Read) -> tuple[Span, ...]:
    """The sentences of what was read; its text is the article's own, so they lie where they lie there."""
    article = plain_article(read.text, read.source, read.title or read.source, furniture=False, exact=True)
    return tuple(sentence.span for sentence in segment(article).sentences)


def _told(one: Judged, texts: dict[str, Read]) -> Told:
    assert one.place is not None
    read = texts[one.place.source]
    return Told(one.span, read.source, read.title, one.place.span, " ".join(read.text[slice(*one.place.span)].split()))
