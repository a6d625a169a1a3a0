"""News and narrative are told apart, paragraph by paragraph."""

from collections.abc import Callable

import pytest

from tui.analysis.document import segment
from tui.analysis.model import Day
from tui.analysis.times.modes import Mode, modes_of
from tui.text.article import Article

PUBLISHED = Day(2019, 7, 30)
HISTORY = "He was born in 1812, went to school in 1819 and to sea in 1830."
NEWS = "He said on Monday that the plant would close next week."


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        (NEWS, "news"),
        (HISTORY, "narrative"),
        (f"{HISTORY}\n\nIn May he came back.", "narrative narrative"),
        (f"{NEWS}\n\nIt had opened in 1975 and was sold in 1998.\n\nIn June it closed.", "news narrative news"),
        (f"{HISTORY}\n\nToday it is a museum; last week it was shut.", "narrative news"),
        ("Nothing is dated here.", "news"),
        ("It was so in 2018 and 2019.", "news"),
        ("The war of 499 BC ended in 490 BC, and 480 BC saw the next.", "narrative"),
    ],
)
def test_mode_of_each_paragraph(text: str, modes: str, write_article: Callable[..., Article]) -> None:
    found = modes_of(segment(write_article(text)), PUBLISHED)
    assert " ".join(found.values()) == modes


def test_without_a_publication_date_every_year_is_past(write_article: Callable[..., Article]) -> None:
    document = segment(write_article("It began in 2018, stopped in 2019 and ended in 2020."))
    assert modes_of(document, None) == {0: Mode.NARRATIVE}


def test_an_empty_article_has_no_modes(write_article: Callable[..., Article]) -> None:
    assert modes_of(segment(write_article("")), PUBLISHED) == {}
