"""What is known of many articles takes little room, and what is damaged is noticed."""

import random
import zlib
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from tests.benchmarks.many import write_articles
from tui.analysis.codec import encode
from tui.analysis.model import Alias, Analysis, Entity, Kind, Mention
from tui.library.index.analyses import Packed, put_analysis
from tui.library.index.database import Database
from tui.library.index.index import Index
from tui.library.indexing.pool import here
from tui.library.indexing.run import bring_up_to_date
from tui.library.packing.packing import pack, pack_values, unpack, unpack_values
from tui.text.article import Known, Published
from tui.text.span import Span

DIGEST = "5e" * 32
COUNT = 64


def analysis(name: str = "Anna Tarde", names: int = 5) -> Analysis:
    """An analysis in which somebody is named so many times."""
    mentions = tuple(Mention(Span(20 * one, 20 * one + len(name)), Kind.PERSON, name, "crf") for one in range(names))
    entity = Entity(name, Kind.PERSON, (Alias(name, "exact"),), mentions)
    sentences = tuple(Span(20 * one, 20 * one + 19) for one in range(names))
    return Analysis(DIGEST, Published(date(2021, 3, 4), Known.STATED), sentences, (entity,) * (names > 0), (), (), "")


def test_analyses_fill_the_pages_they_stand_on(index: Index) -> None:
    rnd, held = random.Random(1), 0
    for number in range(200):
        body, told = rnd.randbytes(1500), rnd.randbytes(1200)
        put = partial(put_analysis, id=number, analysis=Packed(f"{number}", "f", body, (), told))
        assert index.database.write(put)
        held += len(body) + len(told)
    query = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    size = index.database.read(lambda db: int(db.execute(query).fetchone()[0]), 0)
    assert held < size < held * 1.5 + 300_000, "without a rowid each takes a page and more"


def test_what_is_packed_comes_back_or_is_said_to_be_damaged() -> None:
    for body in (encode(analysis()), b'["entity",[{"name":"Anna Tarde","kind":"PERSON"}]]\n' * 3, b"{}", b""):
        packed = pack(body)
        assert unpack(packed, DIGEST) == body
        for damaged in (packed[:-3], b"", packed[:9] + b"?" + packed[10:]):
            with pytest.raises(zlib.error):
                unpack(damaged, DIGEST)


@pytest.mark.parametrize("name", ["Anna Tarde", "Zoë Ek", "A\ud800B"])  # a lone surrogate is no UTF-8
def test_an_analysis_of_any_size_comes_back(name: str) -> None:
    for names in (0, 1, 2, 40, 3_000):
        body = encode(analysis(name, names))
        assert unpack(pack(body), DIGEST) == body


def test_values_come_back_beside_their_text_only() -> None:
    values, text = {"words": ["Anna Tarde left the harbour"]}, b"On Monday Anna Tarde left the harbour, it is said."
    packed = pack_values(values, b"{words", text)
    assert unpack_values(packed, b"{words", text) == values
    assert len(packed) < len(pack_values(values, b"{words"))
    for known, beside in ((b"{words", b"Another text."), (b"Others", text), (b"", b"")):
        with pytest.raises(ValueError, match="Error"):
            unpack_values(packed, known, beside)


def test_what_is_found_in_short_articles_takes_little_room(tmp_path: Path) -> None:
    """All that is known of 180 words: their text, every word of it, names, dates, quotes, who is who."""
    write_articles(tmp_path / "many", COUNT)
    database = Database(tmp_path / "index.sqlite")
    bring_up_to_date(database, [tmp_path / "many"], here, lambda step: None)
    query = "SELECT sum(payload) FROM dbstat WHERE name NOT LIKE 'sqlite_schema%'"
    taken = database.read(lambda db: float(db.execute(query).fetchone()[0]), 0.0)  # nothing where none counts it
    database.close()
    assert taken / COUNT < 5_500
