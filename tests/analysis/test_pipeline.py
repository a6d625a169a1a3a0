"""The whole chain: what holds for the analysis of any article, and for some in particular."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.codec import decode, encode
from tui.analysis.model import Analysis, Status
from tui.analysis.pipeline import analyse
from tui.text.article import Article, Block, BlockKind, Furniture, Known, Published
from tui.text.formats.plain import plain_article
from tui.text.span import Span

SAID = Published(date(2019, 7, 30), Known.STATED)
WORDS = (
    *(
        "Anna Berg",
        "the U.S.",
        "IS",
        "he",
        "it",
        "said",
        "on Tuesday",
        "March 12, 2019",
        "last year",
        "from 2009 to 2011",
    ),
    *(
        "since",
        "“",
        "”",
        "(",
        ")",
        "\n",
        "\n\n",
        "—",
        "'s",
        "which",
        "that",
        ".",
        ",",
        "1,600",
        "in",
        "44 BC",
        "Q3",
        "May",
    ),
)
ODD = st.text(max_size=120) | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


def sorted_and_disjoint(spans: Sequence[Span]) -> bool:
    return all(first.end <= second.start for first, second in pairwise(spans))


def check(article: Article, analysis: Analysis) -> None:
    text = article.text
    assert analysis.digest == article.digest
    assert sorted_and_disjoint(analysis.sentences)
    assert sorted_and_disjoint([time.span for time in analysis.times])
    assert sorted_and_disjoint([figure.span for figure in analysis.figures])
    mentions = sorted((mention for entity in analysis.entities for mention in entity.mentions), key=lambda m: m.span)
    assert sorted_and_disjoint([mention.span for mention in mentions])
    assert all(text[slice(*mention.span)] == mention.text for mention in mentions)
    assert [event.interval for event in analysis.events] == sorted(event.interval for event in analysis.events)
    for event in analysis.events:
        assert event.sentence.contains(event.clause)
        assert event.interval.first <= event.interval.last
        assert (event.time is None) == (event.status is Status.REPORTED)
        assert event.time is None or event.clause.contains(event.time)
        assert all(0 <= index < len(analysis.entities) for index in event.entities)
        assert len(set(event.entities)) == len(event.entities)
    assert decode(encode(analysis)) == analysis


@settings(max_examples=60)
@given(ODD, st.sampled_from([Published(), SAID, Published(date(1, 1, 1), Known.SET), Published(date.max, Known.FOUND)]))
def test_any_text(text: str, published: Published) -> None:
    article = plain_article(text, "odd", published=published, furniture=False, exact=True)
    assert article.text == text
    check(article, analyse(article))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n  ",
        "a" * 20_000,
        "." * 5_000,
        "(" * 3_000,
        "“" * 3_000,
        "He said, " * 2_000,
        "In 1986, when he left, " * 400,
        "from 2009 to " * 500,
        "Anna Berg and " * 1_000,
        "\u202e2019\u0000 März 12 \ud800",
        "٢٠١٩ يوم الثلاثاء",
        "2019年3月12日、彼は辞任した。",
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_hostile_text(text: str) -> None:
    article = Article(
        "odd", "", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),) if text else (), published=SAID
    )
    check(article, analyse(article))


STORY = (
    "Anna Berg resigned as head of Acme on Tuesday. She had founded the company in 1986.\n\n"
    "Acme's board said on Monday that Berg would stay until August."
)


def test_a_story(write_article) -> None:
    article = replace(write_article(STORY), published=SAID)
    analysis = analyse(article)
    check(article, analysis)
    told = [
        (event.value, {analysis.entities[index].name for index in event.entities})
        for event in analysis.events
        if event.status is Status.DATED
    ]
    assert [value for value, _ in told] == ["1986", "2019-07-29", "2019-07-30"]
    assert all("Anna Berg" in names for value, names in told)
    assert analysis.published == SAID


def test_progress_only_grows_and_ends_at_one(write_article) -> None:
    heard: list[float] = []
    analyse(write_article(STORY), heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


def test_an_unknown_date_is_bounded_and_said(write_article) -> None:
    analysis = analyse(write_article("The bridge fell on March 12, 2019. It was mended last week."))
    assert (analysis.published.day, analysis.published.known) == (date(2019, 3, 12), Known.BOUNDED)
    assert [event.value for event in analysis.events] == ["2019-03-12"]


def test_a_caption_dates_its_picture_only_and_makes_no_row() -> None:
    text = "The town fell in March.\n\nA fighter in Baghuz on May 5, 2019.\n\nIt was taken back on Monday."
    spans = [Span(start, start + len(part)) for part in text.split("\n\n") if (start := text.index(part)) >= 0]
    blocks = [Block(BlockKind.PARAGRAPH, span) for span in spans]
    blocks[1] = replace(blocks[1], furniture=Furniture.CAPTION)
    article = Article("test", "", text, tuple(blocks), published=SAID)
    analysis = analyse(article)
    check(article, analysis)
    assert "2019-05-05" in [time.value for time in analysis.times]
    assert [event.value for event in analysis.events if event.status is Status.DATED] == ["2019-03", "2019-07-29"]


def test_a_stored_analysis_is_read_without_the_analysis() -> None:
    code = (
        "import sys, tui.analysis.model, tui.analysis.codec, tui.analysis.fingerprint\n"
        "import tui.analysis.times.days.calendar\n"
        "sys.exit(' '.join({'pycrfsuite', 'tui.analysis.pipeline', 'tui.analysis.times.times'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert (run.returncode, run.stderr) in ((0, ""), (1, "\n")), run.stderr
