"""How a date was found, in sentences: every rule, the day it was counted from, and what else it could be."""

import re
from datetime import date

import pytest

from tui.analysis.document import segment
from tui.analysis.model import TimeExpression
from tui.analysis.times.rule import Rule
from tui.analysis.times.times import RULES, find_times
from tui.text.article import Article, Block, BlockKind, Known, Published
from tui.text.span import Span
from tui.ui.timeline.why import explained

TUESDAY = Published(date(2019, 7, 30), Known.STATED, "")


def found(text: str, published: Published = TUESDAY) -> list[tuple[TimeExpression, str]]:
    article = Article("x", "x", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), published=published)
    times = find_times(segment(article), published)
    return [(time, text[time.span.start : time.span.end]) for time in times]


def why(text: str, published: Published = TUESDAY) -> str:
    time, words = found(text, published)[-1]
    return " ".join(explained(time, words, published, "D"))


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_every_rule_is_explained_without_its_jargon(rule: Rule) -> None:
    for time, words in found(re.sub(r"[\[\]]", "", rule.example)):
        *sentences, blank, notation = explained(time, words, TUESDAY)
        assert blank == ""
        assert notation.startswith(f"For other programs: {time.value} ({time.type.value}")
        told = " ".join(sentences)
        outside = told.replace(words, "")
        assert "{}" not in told
        assert not re.search(r"\d{4}-\d\d|XXXX|_REF|TIMEX|[a-z]_[a-z]", outside)
        assert all(line[0].isupper() or line[0] == "“" for line in sentences)
        assert all(line.endswith(".") for line in sentences)
        if time.interval is not None:
            assert told.startswith("“")


def test_a_weekday_is_counted_from_the_day_of_the_article() -> None:
    told = why("They met on Friday.")
    assert "“Friday” means Friday, 26 July 2019." in told
    assert "the last such day up to Tuesday, 30 July 2019 (the day of the article)" in told
    assert "Less likely: Friday, 19 July 2019 or Friday, 2 August 2019." in told
    assert told.endswith("For other programs: 2019-07-26 (DATE), EDTF 2019-07-26")


def test_a_day_without_a_year_could_be_in_another_one() -> None:
    told = why("She left on 12 March.")
    assert "means Tuesday, 12 March 2019." in told
    assert "12 March 2018 or Thursday, 12 March 2020" in told


def test_figures_could_be_the_other_way_round() -> None:
    told = why("Signed on 3/4/2019 in Geneva.")
    assert "nothing in the article tells the order" in told
    assert "That is doubtful, and marked so." in told
    assert "It could also be: " in told
    assert {"3 April 2019", "4 March 2019"} <= set(re.findall(r"\d \w+ 2019", told))


def test_words_that_say_it_all_could_be_nothing_else() -> None:
    told = why("Attacked on March 12, 2019.")
    assert "The words say it themselves: nothing had to be counted. That is sure." in told
    assert "could" not in told
    assert "ikely" not in told


def test_what_another_day_of_the_text_dates() -> None:
    told = why("He resigned on 3 May 2018 and returned a year later.")
    assert "counted from Thursday, 3 May 2018 (a day that the text named before)" in told


def test_what_waits_for_the_date_of_the_article() -> None:
    assert "is not known: D sets it." in why("They met on Friday.", Published())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It took three days.", "how long"),
        ("They meet every Monday.", "how often"),
        ("He recently left.", "only that something is in the past"),
    ],
)
def test_what_is_no_day(text: str, words: str) -> None:
    assert words in why(text)
