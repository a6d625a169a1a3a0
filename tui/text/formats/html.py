"""A saved web page becomes an Article: its main text and what it says about itself; broken pages give what they can."""

import logging
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from tui.errors import UnreadableArticle
from tui.text.article import Article, BlockKind, Furniture
from tui.text.blocks.builder import Builder
from tui.text.blocks.footnotes import with_notes
from tui.text.blocks.furniture import marked
from tui.text.formats.plain import plain_article
from tui.text.harmless import harmless, harmless_line
from tui.text.head.headline import opening_words, read_headline
from tui.text.head.tags import without_tags
from tui.text.pages.body import BY_LINES, best_built, with_headline
from tui.text.pages.constructs import set_words, with_signs
from tui.text.pages.dates import page_published
from tui.text.pages.live import is_live, tell_times
from tui.text.pages.names import page_names
from tui.text.pages.origin import led_on, saved_from
from tui.text.pages.parts import parts_of
from tui.text.pages.stub import stub_notice
from tui.text.pages.tree import drop_unseen, page_tree
from tui.text.pages.walk import walk

MISSING = "{name} is a web page; to read those, install trafilatura: pip install 'dateline[html]'."
ALL_SHOWN = "No article was found in the page; all the text in it is shown."
_STRAY = re.compile("[\x80-\x9f]|\x1b(?=[<\\s])")  # would begin a sequence that tags belong to
LONGEST = 5_000_000  # characters of a page in which an article is looked for
DEEPEST = 250  # elements within one another; deeper pages are built to exhaust parsers
MOST_ATTRIBUTES = 64  # of one tag, with the spaces between them; the parser compares each with each

_LANGUAGE = re.compile(r"<html\b[^>]{0,500}\blang\s*=\s*[\"']?([A-Za-z-]{2,20})", re.I)
_OPENED = re.compile(r"<(/?)(?:div|span|b|i|em|strong|font|ul|ol|blockquote|table|section|a|q)\b[^<>]*>", re.I)
MOST_CELLS = 20_000  # of all tables, if each row were as long as the longest: the extractor fills them up
MOST_NUMBERED = 3_000  # items of lists; the extractor counts those before each one
MOST_TURNS = 8_000  # beginnings and ends of bold and italic words; the extractor joins them anew at each one
MOST_SPANS = 6_000  # beginnings and ends of them; the extractor takes each out and joins what is left anew
MOST_SPANNED = 4_000  # rows and columns that cells say they span; the extractor fills all of them
# A tag as parsers read it: a quotation mark means something right behind "=" only.
_ATTRIBUTE = r"""(?:[\s/]++|[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]++)?)?|=)"""
_CROWDED = re.compile(  # a tag's whole name is taken at once: "<a<a<a" is one, and is not looked at again from each "<"
    rf"<([A-Za-z][^\s/>]{{0,40}}+)[^\s/>]*+(?P<crowd>{_ATTRIBUTE}{{{MOST_ATTRIBUTES * 2}}}+{_ATTRIBUTE}*+)?"
)
_ROW, _CELL = re.compile(r"<tr\b", re.I), re.compile(r"<t[dh]\b", re.I)
_TURN = re.compile(r"</?(?:b|i|u|em|strong|tt|big|small|font)\b[^<>]{0,200}>", re.I)
_SPAN = re.compile(r"</?span\b[^<>]{0,200}>", re.I)
_SPANNING = re.compile(r"\b(?:col|row)span\s{0,9}=\s{0,9}[\"']?(\d{1,9})", re.I)
_ITEM, _NUMBERED = re.compile(r"<li\b", re.I), re.compile(r"<(/?)ol\b", re.I)


def html_article(page: str, source: str, name: str) -> Article:
    """The article in a page. Raises UnreadableArticle only where the extractor is not installed."""
    page = harmless(_STRAY.sub("", page))
    try:
        import trafilatura  # noqa: F401 (slow to import, and an extra)
    except ImportError as error:
        raise UnreadableArticle(MISSING.format(name=name)) from error
    for logger in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(logger).addHandler(logging.NullHandler())  # its complaints would land on the screen
    article = None
    if len(page) <= LONGEST and _depth(page) <= DEEPEST and _cells(page) <= MOST_CELLS:
        try:
            article = _article(_light(page), page, source)
        except Exception:  # whatever a hostile page does to a parser, its words can still be shown
            article = None
    return article or _all_text(page, source)


def _article(light: str, page: str, source: str) -> Article | None:
    tree = page_tree(light)
    if tree is None:
        return None
    from trafilatura.metadata import extract_metadata

    about = extract_metadata(tree)
    times = tell_times(tree) if is_live(page) else []
    drop_unseen(tree)
    set_words(tree)
    parts = parts_of(tree)
    builder, notice, way = best_built(list(_readings(*with_signs(tree, parts.body))), parts, times)
    if builder is None:
        return None
    named = page_names(page, tree, [line.words for line in parts.lines], about)
    text, blocks, marks, places = with_headline(named.title, builder)

    def reason(words: str) -> Furniture | None:
        return parts.reason(words) or parts.about(words, named.byline)

    blocks = marked(text, blocks, marks, reason, page=True)
    headline = read_headline(text, blocks)
    heading = next((b for b in blocks[:3] if b.kind is BlockKind.HEADING and b.level == 1), None)
    heading_text = text[heading.span.start : heading.span.end] if heading else ""
    title = named.title or heading_text or headline.title or opening_words(text, blocks)
    saved = saved_from(page)
    url = harmless_line(about.url or "") or saved
    marks = led_on(marks, page, saved or url)
    return Article(
        source,
        title,
        text,
        tuple(with_notes(blocks, marks, places)),
        byline=named.byline or headline.byline,
        publisher=named.site or headline.publisher,
        url=url,
        language=about.language or _language(page),
        published=page_published(page, title, about.date, text, blocks),
        marks=marks,
        places=places,
        notices=tuple(notice for notice in (notice, stub_notice(page, text, blocks)) if notice),
        read_by=way if way == BY_LINES else f"trafilatura {_version()}: {way}",
    )


def _version() -> str:
    import trafilatura

    return str(getattr(trafilatura, "__version__", "")).strip()


def _readings(tree: Any, body: Any) -> Iterator[Callable[[], Builder | None]]:
    """The ways in which the extractor may read the page, the most careful first: as it is, with the element called by
    its name in which the text seems to stand, and with less care."""
    import trafilatura

    def reading(named: bool, recall: bool) -> Builder | None:
        if named:
            if body is None:
                return None
            body.tag = body.tag if body.tag in ("article", "main", "section") else "div"
            body.set("itemprop", "articleBody")
        found = trafilatura.bare_extraction(
            tree,
            fast=True,
            favor_recall=recall,
            include_comments=False,
            include_formatting=True,
            include_links=True,
            include_tables=True,
        )
        body_found = getattr(found, "body", None)
        if body_found is None:
            return None
        builder = Builder()
        walk(body_found, builder)
        return builder

    yield partial(reading, False, False)
    yield partial(reading, True, False)
    yield partial(reading, False, True)


def _all_text(page: str, source: str) -> Article:
    title = re.search(r"<title\b[^>]*>([^<]{1,300})", page, re.I)
    article = plain_article(without_tags(page), source, without_tags(title[1]) if title else "")
    return Article(
        source,
        article.title,
        article.text,
        article.blocks,
        byline=article.byline,
        publisher=article.publisher,
        language=_language(page),
        published=page_published(page, article.title, None, article.text, article.blocks),
        notices=(ALL_SHOWN,),
        read_by="all text in the page",
    )


def _language(page: str) -> str:
    match = _LANGUAGE.search(page[:5000])
    return match[1].lower() if match else ""


def _depth(page: str) -> int:
    """How many elements at most stand within one another, of those that a page must close."""
    depth = deepest = 0
    for match in _OPENED.finditer(page):
        depth += -1 if match[1] else 1
        deepest = max(deepest, depth)
        depth = max(depth, 0)
    return deepest


def _cells(page: str) -> int:
    """How many cells the tables of a page have when each row is as long as the longest."""
    rows = _ROW.split(page)
    return (len(rows) - 1) * max(len(_CELL.findall(row)) for row in rows)


def _light(page: str) -> str:
    """The page without what parser and extractor go over again and again: hundreds of attributes, endless numbers."""
    page = _CROWDED.sub(lambda tag: f"<{tag[1]}" if tag["crowd"] else tag[0], page)
    if len(_TURN.findall(page)) > MOST_TURNS:
        page = _TURN.sub("", page)
    if len(_SPAN.findall(page)) > MOST_SPANS:
        page = _SPAN.sub("", page)
    if sum(map(int, _SPANNING.findall(page))) > MOST_SPANNED:
        page = _SPANNING.sub("", page)
    return _NUMBERED.sub("<\\1ul", page) if len(_ITEM.findall(page)) > MOST_NUMBERED else page
