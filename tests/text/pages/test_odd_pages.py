"""Live pages, stubs, hidden words, pages of which the extractor finds little: what they hold is there."""

from datetime import date

import pytest

from tests.text.pages.marking import body, esc, page
from tests.text.pages.stories import BRIDGE, FERRY
from tui.text.article import Article, BlockKind, Furniture
from tui.text.formats.html import html_article
from tui.text.pages.body import LINES_SHOWN
from tui.text.pages.stub import STUB

HEAD = f"<title>{esc(FERRY.title)} | Port Paper</title>"


def read(inside: str, head: str = HEAD) -> Article:
    return html_article(page(head, inside), "/p.html", "p.html")


def shown(article: Article, furniture: bool = True) -> list[str]:
    return [article.text[b.span.start : b.span.end] for b in article.blocks if furniture or b.furniture is None]


@pytest.mark.parametrize(
    "entry",
    [
        '<div class="entry"><p class="time"><time datetime="2016-08-30T{clock}:00">{clock} CET</time></p>'
        "<h3>{head}</h3><p>{text}</p></div>",
        '<article class="entry"><h3>{head}</h3><time datetime="2016-08-30T{clock}:00">{clock} CET</time>'
        "<p>{text}</p></article>",
        '<p><time datetime="2016-08-30T{clock}:00">{clock} CET</time></p><h3>{head}</h3><p>{text}</p>',
    ],
)
def test_entries_of_a_live_page_keep_their_times(entry: str) -> None:
    told = [("16:40", "Okolin will appeal"), ("14:05", "The judge reads"), ("09:12", "The court is full")]
    entries = "".join(
        entry.format(clock=clock, head=head, text=f"{head}, says our reporter in the hall. " + FERRY.body[number])
        for number, (clock, head) in enumerate(told)
    )
    article = read(f'<main><h1>{esc(FERRY.title)}</h1><div class="live-blog">{entries}</div></main>')
    headings = [
        article.text[b.span.start : b.span.end] for b in article.blocks if b.kind is BlockKind.HEADING and b.level > 1
    ]
    assert headings == [f"30 August 2016, {clock} CET: {head}" for clock, head in told]


def test_an_entry_without_a_heading_begins_with_its_time() -> None:
    entries = "".join(
        f'<div class="e"><time datetime="2016-08-30T0{hour}:30:00+02:00">{hour} hours ago</time>'
        f"<p>{FERRY.body[hour]}</p></div>"
        for hour in (3, 4, 6)
    )
    article = read(f'<main><h1>{esc(FERRY.title)}</h1><div id="liveblog">{entries}</div></main>')
    assert f"30 August 2016, 04:30: {FERRY.body[4]}" in shown(article)


def test_a_page_without_entries_is_no_lump() -> None:
    article = read(
        f'<nav><a href="/">Home</a> <a href="/s">Sport</a></nav><article><h1>{esc(FERRY.title)}</h1><p>Our '
        "live coverage of the sentence begins at noon.</p></article>"
    )
    assert shown(article) == [FERRY.title, "Our live coverage of the sentence begins at noon."]


@pytest.mark.parametrize(
    "offer",
    [
        "<h2>Subscribe to continue reading</h2><p>Unlimited access from $1 a week. Already a subscriber? Log in.</p>",
        "<p>This article is for subscribers only.</p>",
        "<p>To read the full story, sign in or create an account.</p>",
        "<p>You’ve reached your limit of free articles this month.</p>",
    ],
)
def test_a_stub_is_said_to_be_one(offer: str) -> None:
    article = read(f"<article><h1>{esc(FERRY.title)}</h1><p>{FERRY.body[0]}</p><p>{FERRY.body[1]}</p>{offer}</article>")
    assert STUB in article.notices
    assert shown(article, furniture=False) == [FERRY.title, FERRY.body[0], FERRY.body[1]]
    whole = read(f"<article><h1>{esc(BRIDGE.title)}</h1>{body(BRIDGE)}{body(FERRY)}{offer}</article>")
    assert STUB not in whole.notices


@pytest.mark.parametrize(
    "card",
    [
        '<span class="card" style="display:none"><b>Court</b> Founded 1804. Moves in 2031.</span>',
        '<span class="screen-reader-text">opens in a new window in 2031</span>',
        "<span hidden>Court moves in 2031</span>",
        '<span aria-hidden="true">Court moves in 2031</span>',
    ],
)
def test_what_nobody_sees_is_no_part_of_the_text(card: str) -> None:
    article = read(
        f"<article><h1>{esc(FERRY.title)}</h1>{body(FERRY).replace('Port Vale', f'Port Vale{card}', 1)}</article>"
    )
    assert "2031" not in article.text
    assert FERRY.body[0] in article.text


def test_a_page_that_hides_its_article_until_a_program_runs_is_read() -> None:
    article = read(f'<h1>{esc(FERRY.title)}</h1><div class="post" style="display: none">{body(FERRY)}</div>')
    assert FERRY.body[3] in article.text


def test_where_little_is_found_the_pages_own_lines_are_shown() -> None:
    # Every part stands in a box whose name the extractor throws away.
    boxes = "".join(f'<div class="slide-menu-overlay"><div>{line}</div></div>' for line in FERRY.body)
    first = f"<article><h1>{esc(FERRY.title)}</h1><p>{FERRY.body[0]}</p></article>"
    article = read(f"<div>{first}<section>{boxes}{boxes.replace('Okolin', 'The firm')}</section></div>")
    assert FERRY.body[3] in article.text
    assert article.notices == (LINES_SHOWN,) or not article.notices


@pytest.mark.parametrize(
    "inside",
    [
        f"<header><h1>{esc(FERRY.title)}</h1></header><article>{body(FERRY)}</article>",
        f'<div class="hero"><div class="big">{esc(FERRY.title)}</div></div><article>{body(FERRY)}</article>',
        f"<article>{body(FERRY)}</article>",
    ],
)
def test_the_headline_stands_in_the_text_once(inside: str) -> None:
    article = read(inside)
    assert article.title == FERRY.title
    assert shown(article).count(FERRY.title) == 1
    first = article.blocks[0]
    assert (first.kind, first.level, first.furniture) == (BlockKind.HEADING, 1, None)
    assert shown(article)[1] == FERRY.body[0]


def test_two_line_ends_are_the_end_of_a_paragraph() -> None:
    words = "<br><br>".join(line for line in FERRY.body if not line.startswith("## "))
    article = read(f"<article><h1>{esc(FERRY.title)}</h1><div>{words}</div></article>")
    assert shown(article)[1:] == [line for line in FERRY.body if not line.startswith("## ")]


def test_a_list_of_links_is_other_articles_and_one_of_facts_is_not() -> None:
    links = "".join(f'<li><a href="/{n}">The court has spoken {n} times</a></li>' for n in range(3))
    facts = (
        "<ul><li>The valve leaked in <a href='/1'>2012</a>.</li><li><a href='/x'>A film of it</a> was shown.</li></ul>"
    )
    article = read(f"<article><h1>{esc(FERRY.title)}</h1>{body(FERRY, {3: facts, 6: f'<ul>{links}</ul>'})}</article>")
    marked = {article.text[b.span.start : b.span.end]: b.furniture for b in article.blocks}
    assert marked["The valve leaked in 2012."] is None
    assert marked["A film of it was shown."] is None
    assert "The court has spoken 1 times" not in marked or marked["The court has spoken 1 times"] is Furniture.TEASER


def test_names_come_from_the_pages_own_data() -> None:
    head = (
        '<title>Port Paper: Ferry fined</title><meta property="og:title" content="Ferry fined - Port Paper">'
        '<meta name="author" content="By Jonas Tremm, Port Paper | Updated 30 Aug 2016"><meta property="og:site_name" '
        'content="Port Paper"><meta property="article:published_time" content="2016-08-30T10:00:00Z">'
    )
    article = read(f"<article><h2>Ferry fined</h2>{body(FERRY)}</article>", head)
    assert (article.title, article.byline, article.publisher) == ("Ferry fined", "Jonas Tremm", "Port Paper")
    assert article.published.day == date(2016, 8, 30)


def test_who_wrote_it_is_told_at_the_end() -> None:
    notes = "<p><i>She writes from the islands.</i></p><p>Jonas Tremm has been with the paper since 2009.</p>"
    article = read(f'<p rel="author">By Jonas Tremm</p><h1>{esc(FERRY.title)}</h1>{body(FERRY)}{notes}')
    marked = {article.text[b.span.start : b.span.end]: b.furniture for b in article.blocks}
    assert marked["She writes from the islands."] is Furniture.CREDIT
    assert marked["Jonas Tremm has been with the paper since 2009."] is Furniture.CREDIT
    assert all(marked[line.removeprefix("## ")] is None for line in FERRY.body)


def test_a_page_written_in_italics_is_an_article() -> None:
    article = read(f"<h1>{esc(FERRY.title)}</h1>{body(FERRY, p='<p><em>', end='</em></p>')}")
    assert not [block for block in article.blocks if block.furniture]


def test_subheads_and_lists_are_kept_where_the_text_stands_in_nothing_that_is_named() -> None:
    lists = "<ul><li>a rise for all who work at sea</li><li>a second boat</li></ul>"
    article = read(f'<div class="x1"><h1>{esc(FERRY.title)}</h1><div class="x2">{body(FERRY, {4: lists})}</div></div>')
    assert {"A valve and a coat of paint", "a rise for all who work at sea", "a second boat"} <= set(shown(article))


@pytest.mark.parametrize("stray", ["\x9b", "\x9d", "\x1b"])
def test_a_stray_control_character_swallows_no_tag(stray: str) -> None:
    article = html_article(page(f"<title>Ferry{stray}</title>", f"<p>{FERRY.body[0]}</p>"), "/p.html", "p.html")
    assert FERRY.body[0] in article.text
