"""From one article the others that may tell its story are proposed, and no others."""

from datetime import date

import pytest

from tui.analysis.codec import encode
from tui.analysis.fingerprint import fingerprint
from tui.analysis.pipeline import analyse
from tui.library.index.index import Index
from tui.library.stories.proposing import proposed
from tui.text.article import Known, Published
from tui.text.formats.plain import plain_article

TEXTS = (
    (
        "aground",
        "2019-07-30",
        "The ferry Lindholm ran aground off Karlsberg on Monday. Captain Nora Ek was on the ferry.",
    ),
    (
        "captain",
        "2019-08-02",
        "Captain Nora Ek of the ferry Lindholm was questioned in Karlsberg. The ferry is still there.",
    ),
    (
        "long ago",
        "2011-08-02",
        "Captain Nora Ek of the ferry Lindholm was questioned in Karlsberg. The ferry is still there.",
    ),
    (
        "shops",
        "2019-08-01",
        "Shops in Ulmen sold out of umbrellas on Thursday. Trader Olaf Roth ordered more umbrellas.",
    ),
    ("market", "2019-08-02", "The market in Ulmen is closed, said trader Olaf Roth. Umbrellas are sold in the street."),
)


@pytest.fixture
def index(tmp_path):
    index = Index(tmp_path / "index")
    for name, day, text in TEXTS:
        published = Published(date.fromisoformat(day), Known.STATED, "date")
        article = plain_article(text, source=f"/{name}", title=f"What is told of {name}", published=published)
        analysis = analyse(article)
        index.keep(article, analysis, fingerprint(), encode(analysis))
    yield index
    index.close()


def sources(index, source, searchable=True):
    return [one.source for one in index.database.read(lambda db: proposed(db, source, searchable), [])]


def test_who_names_the_same_near_the_same_days(index):
    assert sources(index, "/aground") == ["/captain"]
    assert sources(index, "/market") == ["/shops"]


def test_what_they_share_is_told(index):
    (one,) = index.database.read(lambda db: proposed(db, "/aground"), [])
    assert {"Nora Ek", "Karlsberg"} <= set(one.names)


def test_without_a_search_names_suffice(index):
    assert sources(index, "/aground", searchable=False) == ["/captain"]


def test_of_what_is_not_known_nothing_is_proposed(index):
    assert sources(index, "/nowhere") == []
