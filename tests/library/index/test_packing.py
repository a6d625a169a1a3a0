"""What is known of many articles takes little room, and what is damaged is noticed."""

import random
import zlib
from functools import partial

import pytest

from tui.library.index.analyses import Packed, put_analysis
from tui.library.index.index import Index
from tui.library.index.packing import pack, unpack


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
    body = b'["entity",[{"name":"Anna Tarde","kind":"PERSON"}]]\n' * 3
    packed = pack(body)
    assert unpack(packed) == body
    for damaged in (packed[:-3], b"", packed[:9] + b"?" + packed[10:]):
        with pytest.raises(zlib.error):
            unpack(damaged)
