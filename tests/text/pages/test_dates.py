"""The day of a web page is the one that it states of itself, told in its own place, and never made of a year."""

import json
import time
from datetime import date

import pytest

from tui.text.article import Known, Published
from tui.text.formats.html import html_article

TITLE = "Old pier closed for rot"
BODY = """<p>{dateline} The harbour board closed the old pier on Tuesday after divers found rot in its piles, said its
chair.</p><p>Ida Brandt, who chairs the board, said the pier would stay shut until spring. Boats were sent to the north
quay, where fishermen complained of the noise.</p><p>"It had to be," she told reporters. The pier was built in 1931 and
mended in 1987. A first look last month had found nothing at all, and the board paid for new lamps in March.</p>"""
DAY = date(2020, 3, 3)
UTC = '<meta property="article:published_time" content="2020-03-04T04:30:00Z">'


def linked(*nodes: object) -> str:
    scripts = (f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)
    return "".join(scripts)


def news(day: object, title: str = TITLE, **more: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": title, "datePublished": day, **more}


def published(head: str = "", above: str = "", below: str = "", foot: str = "", dateline: str = "") -> Published:
    page = (
        f'<!DOCTYPE html><html lang="en"><head><title>{TITLE} | The Ferry Post</title>{head}</head><body>'
        f"<nav>Home</nav><main><article><h1>{TITLE}</h1>{above}{BODY.format(dateline=dateline)}</article>{below}</main>"
        f"<footer>{foot}</footer></body></html>"
    )
    return html_article(page, "-", "page.html").published


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2020-03-03T23:30:00-05:00">',
        '<meta content="2020-03-03" name="DC.date">',
        '<meta name="pubdate" content="Tue, 03 Mar 2020 10:15:00 GMT">',
        '<meta name="pubdate" content="1583236800">',
        '<meta name="expires" content="2031-01-01"><meta name="date" content="2020-03-03">',
        '<meta property="article:modified_time" content="2020-05-03"><meta name="publish-date" content="2020-03-03">',
        linked(news(1583236800000)),
        linked(news("Mar 3, 2020", dateModified="2020-05-03")),
        linked({"@graph": [{"@type": "WebSite", "name": "Post"}, {"@type": "WebPage", "datePublished": "2020-03-03"}]}),
        linked(news("2016-01-05", "Ferry to Vask sails again in storm"), news("2020-03-03")),
        linked([news("2016-01-05", "Ferry to Vask sails again in storm"), news("2020-03-03")]),
        linked(
            news("2020-03-03", mentions=[news("2011-01-01")], comment=[{"@type": "Comment", "dateCreated": "2021"}])
        ),
        linked({**news("2020-03-03"), "@type": "LiveBlogPosting", "liveBlogUpdate": [news("2020-03-05")]}),
        linked({"@type": "ItemList", "itemListElement": [news("2016-01-05")]}, news("2020-03-03")),
        '<script type="application/ld+json">{"headline": "the "old" pier", "datePublished": "2020-03-03",}</script>',
    ],
)
def test_what_a_page_states_of_itself(head: str) -> None:
    found = published(head)
    assert (found.day, found.known) == (DAY, Known.STATED)


@pytest.mark.parametrize(
    ("head", "above"),
    [
        (UTC, "<p>Published 11:30 p.m. EST March 3, 2020</p>"),
        (UTC, '<time datetime="2020-03-04T04:30:00Z">March 3, 2020, 11:30 pm</time>'),
        (UTC + linked(news("2020-03-03T23:30:00-05:00")), ""),
        (linked(news(1583296200)), "<p>March 3, 2020</p>"),
    ],
)
def test_the_day_of_the_place_beats_that_of_greenwich(head: str, above: str) -> None:
    found = published(head, above)
    assert (found.day, found.known) == (DAY, Known.STATED)


def test_a_day_may_be_broken_at_the_end_of_a_line_of_the_file() -> None:
    assert published(above="<p>Ada Lund, 3\nMarch 2020</p>").day == DAY


def test_the_other_clock_is_named_beside_it() -> None:
    found = published(UTC, "<p>Published 11:30 p.m. EST March 3, 2020</p>")
    assert found.evidence == "article:published_time: 2020-03-04T04:30:00Z, here Published 11:30 p.m. EST March 3, 2020"


@pytest.mark.parametrize("above", ["<p>Published March 1, 2020</p>", "<p>Updated March 3, 2020</p>", ""])
def test_another_day_does_not(above: str) -> None:
    assert published(UTC, above).day == date(2020, 3, 4)


@pytest.mark.parametrize(
    ("parts", "where"),
    [
        (
            {"above": "<p>Published: 3 March 2020</p>", "head": linked(news("0001-01-01T00:00:00Z"))},
            "Published: 3 March",
        ),
        ({"above": "<p>March 3, 2020</p>", "head": linked(news("1969-12-31T19:00:00-05:00"))}, "March 3, 2020"),
        ({"above": "<p>March 3, 2020</p>", "head": linked({"@type": "Event", "startDate": "2021-05-05"})}, "March 3"),
        ({"above": "<p>By Ida Lund, Published 8:15 p.m. ET Mar. 3, 2020</p>"}, "Published 8:15"),
        ({"above": "<p>Tuesday March 3, 2020 10:05 am PDT by Ida Lund</p>"}, "March 3, 2020"),
        ({"above": "<p>Updated May 3, 2020 | Published March 3, 2020</p>"}, "Published March 3"),
        ({"above": "<p>This article was first published on 3 March 2020 and updated on 5 May.</p>"}, "first published"),
        ({"above": "<p>The fair opens on May 4, 2021</p><p>Posted March 3, 2020 at 10:11 am</p>"}, "Posted"),
        (
            {"above": '<time class="updated" datetime="2020-05-03">May</time><time datetime="2020-03-03">3</time>'},
            "time",
        ),
        ({"above": '<time datetime="Tue Mar 03 2020 15:21:41 GMT+0000">3 Mar</time>'}, "time: Tue Mar 03 2020"),
        ({"above": "<p>Stand: 03.03.2020, 14:05 Uhr</p>"}, "Stand"),
        ({"above": "<p>Publicado el 3 de marzo de 2020, actualizado el 5 de marzo de 2020</p>"}, "3 March 2020"),
        ({"above": "<p>Modifié le 5 mars 2020, publié le 3 mars 2020</p>"}, "3 March 2020"),
        ({"above": "<p>Veröffentlicht am 3. März 2020</p>"}, "3 March 2020"),
        ({"above": "<p>2020年3月3日</p>"}, "2020-3-3"),
        ({"dateline": "VASK, March 3, 2020 /PRNewswire/ --"}, "VASK, March 3, 2020"),
        ({"dateline": "Vask, 3 March 2020 (Ferry Wire) –", "foot": "© 2024"}, "Vask, 3 March 2020"),
        ({"head": '<link rel="canonical" href="https://post.example/2020/03/03/pier">'}, "address: 2020/03/03"),
        ({"head": '<script>let page = {"publishDate": "2020-03-03T10:00:00Z"}</script>'}, "script"),
        ({"head": '<meta property="article:modified_time" content="2020-03-03">'}, "modified_time"),
        ({"above": "<p>Last updated 3 March 2020</p>"}, "Last updated"),
    ],
)
def test_what_is_found_says_where(parts: dict[str, str], where: str) -> None:
    found = published(**parts)
    assert (found.day, found.known) == (DAY, Known.FOUND)
    assert where in found.evidence


@pytest.mark.parametrize(
    "parts",
    [
        {"foot": "© 2024 Ferry Post"},
        {"foot": "Copyright 2009-2024 Ferry Post Ltd"},
        {"below": "<p>Copyright 2019 Ferry Post Ltd. All rights reserved.</p>"},
        {"head": linked(news("1970-01-01T00:00:00Z"))},
        {"head": linked(news("0001-01-01"), {"@type": "ItemList", "itemListElement": [news("2016-01-05")]})},
        {"head": '<meta property="article:published_time" content="0000-00-00T00:00:00">'},
        {"head": '<meta name="pubdate" content="0">'},
        {"head": '<meta http-equiv="expires" content="2031-01-01">'},
        {"head": '<link rel="canonical" href="https://post.example/2020/03/pier">'},
        {"below": '<section id="comments"><time datetime="2018-09-30">30 September 2018</time>A mess.</section>'},
    ],
)
def test_zeros_years_and_other_days_are_none(parts: dict[str, str]) -> None:
    assert published(**parts).known is Known.UNKNOWN


@pytest.mark.parametrize(
    "scrap",
    [
        '<script type="application/ld+json">',
        "<time datetime=",
        '<div id="x ',
        "copyright 2020-03-03 ",
        "<!-- ",
        "[" * 9,
        "datePublished",
    ],
)
def test_pages_built_to_keep_it_busy(scrap: str) -> None:
    begun = time.process_time()
    assert published(above=scrap * 20_000, below="<p>It was mended in May 2017.</p>").day in (None, DAY)
    assert time.process_time() - begun < 8  # seconds; a page of this length takes a part of one
