"""Names in whole articles: a surname that is an ordinary word is a name where it does what only a person does."""

from collections.abc import Callable

import pytest

from tui.analysis.document import segment
from tui.analysis.names.mentions import find_mentions
from tui.text.article import Article

LEAD = "The painter Laura Jobs gave a talk in Oslo on Monday. "


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Jobs said that 3,000 people had come.", 1),
        ("Jobs then moved on. Jobs also thanked the town.", 2),
        ("Jobs had resigned in May.", 1),
        ("Jobs were lost on Friday. Jobs go abroad.", 0),
        ("Jobs have to come back, said the mayor.", 0),
    ],
)
def test_a_surname_that_is_a_word(text: str, places: int, write_article: Callable[..., Article]) -> None:
    article = write_article(LEAD + text)
    found = [mention for mention in find_mentions(segment(article)) if mention.span.start >= len(LEAD)]
    assert sum(mention.text == "Jobs" for mention in found) == places
