"""What is known of the publication date of an article that does not state it."""

from dataclasses import replace
from datetime import date

import pytest

from tui.analysis.publication import date_of
from tui.text.article import Furniture, Known, Published


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The town fell on March 12, 2019. He was born in 1971.", "2019-03-12"),
        ("The town fell on 12 March 2019.", "2019-03-12"),
        ("The town fell on 2019-03-12.", "2019-03-12"),
        ("The town fell in March 2019.", "2019-03-01"),
        ("The town fell in 2019.", "2019-01-01"),
        ("The town fell on March 12, 2019. It fell this past March.", "2019-04-01"),
        ("It fell on December 3, 2018, this past December.", "2019-01-01"),
        ("It fell on January 3, 2019, as it had this past March.", "2019-01-03"),
        ("The town fell in 2018. The offer runs until May 2030. They will vote on May 5, 2031.", "2018-01-01"),
        ("On February 30, 2019 nothing happened. In 2017 it rained.", "2017-01-01"),
    ],
)
def test_the_latest_past_day_bounds_it(write_article, text, day):
    published = date_of(write_article(text))
    assert published.known is Known.BOUNDED
    assert published.day == date.fromisoformat(day)
    assert published.evidence


def test_nothing_to_go_by(write_article):
    assert date_of(write_article("They fell on Tuesday, in May.")) == Published()


def test_a_known_date_stays(write_article):
    stated = Published(date(2010, 1, 1), Known.STATED)
    assert date_of(replace(write_article("In 2019 it fell."), published=stated)) == stated


def test_a_caption_counts_and_a_teaser_does_not(write_article):
    article = write_article("Fighters in Baghuz on March 12, 2019.\n\nRead more: May 1, 2020")
    caption, teaser = article.blocks
    marked = (replace(caption, furniture=Furniture.CAPTION), replace(teaser, furniture=Furniture.TEASER))
    assert date_of(replace(article, blocks=marked)).day == date(2019, 3, 12)
