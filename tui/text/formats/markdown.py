"""Markdown becomes an Article: its text without mark-up, headings, lists, quotes, code, tables and links."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import PurePath
from typing import Any

from markdown_it import MarkdownIt

from tui.text.article import Article, Block, BlockKind, Furniture, Known, Published, without
from tui.text.blocks.builder import Builder
from tui.text.blocks.clipping import apart
from tui.text.blocks.footnotes import with_notes
from tui.text.blocks.furniture import marked
from tui.text.formats.markdown_walk import Walk
from tui.text.formats.plain import LONGEST_PAGE, plain_article
from tui.text.harmless import harmless, harmless_line
from tui.text.head.byline import byline_of
from tui.text.head.days import read_day
from tui.text.head.front_matter import FrontMatter, read_front_matter
from tui.text.head.headline import opening_words, read_headline
from tui.text.head.published import settled
from tui.text.head.title import bare_title

LONGEST = 2_000_000  # characters; a longer file is shown as plain text, at once
MOST_BRACKETS = 4000  # in one paragraph; the parser's time grows with their square
MOST_LINES = 40_000  # each may be an item of a list, which costs a hundred times its letters
MOST_BARS = 40_000  # each may be a cell of a table
TOO_MUCH = "The file is too long or too tangled for its mark-up to be read; it is shown as plain text."
NESTING = 60  # levels of quotes, lists and inline mark-up that the parser follows
_DEEPER = r"(?:[ ]{0,3}+(?:[>*+-]|\d{1,9}+[.)])[ ]?+)"  # one more quote or list item, read in one way only
_DEEP = re.compile(rf"^({_DEEPER}{{12}}+){_DEEPER}++", re.M)
# What may mean more than itself: a sign, a line that begins with no word, a number with a dot, blanks at its end.
_MARKUP = re.compile(r"""[\\`*_\[\]<>&#|~^$={}\t]|^(?![^\W_]|["'“‘(«\n]|\Z)|^\d{1,9}[.)]|[^\S\n]$""", re.M)
_EXTRAS = {
    "footnotes": r"\[\^|\^\[",
    "definitions": r"^[ ]{0,3}[:~][ ]",
    "boxes": r"^[ ]*(?:!!!|\?\?\?)",
    "containers": r"^[ ]*:::",
    "named links": r"\[\[[^\[\]\n]+\]\]",
    "formulas": r"\$[^\s$]",
    "heights": r"[\w)\]](?:~[^\s~]+~|\^[^\s^]+\^)",
    "roles": r"[:}]`",
}
_INDENTED = re.compile(r"^[ ]{60,}(?=[>*+-]|\d{1,9}[.)])", re.M)


def markdown_article(text: str, source: str) -> Article:
    """The article that a Markdown text is; what its front matter says comes first."""
    text = harmless(text)
    matter = read_front_matter(text)
    body = text[matter.length :]
    if len(body) > LONGEST or _tangled(body):
        return _as_plain(body, source, matter)
    walk = Walk()
    if matter.unread:
        walk.builder.add(matter.unread)
        walk.builder.close(BlockKind.CODE, furniture=Furniture.FRONT_MATTER)
    if matter.length:
        body = apart(body)
    if _MARKUP.search(body) is None:
        walk.read_plain(body)
    else:
        notes: dict[str, Any] = {}
        try:
            tokens = _parser(_extras(body)).parse(_shallow(body), notes)
        except RecursionError:  # notes within notes
            return _as_plain(body, source, matter)
        walk.read(tokens, notes.get("footnotes", {}))
    if not walk.builder.blocks:  # nothing but link definitions or comments: better shown than hidden
        return _as_plain(body, source, matter, ())
    return _article(walk.builder, source, matter)


def plain_with_matter(text: str, source: str) -> Article | None:
    """The article in a plain text that has front matter which says something of it; None where it has none."""
    text = harmless(text)
    matter = read_front_matter(text)
    if not matter.length or not (matter.title or matter.byline or matter.published.day or matter.url):
        return None
    return _as_plain(text[matter.length :].strip("\n"), source, matter, ())


def _tangled(body: str) -> bool:
    if body.count("\n") > MOST_LINES or body.count("|") > MOST_BARS:
        return True
    return body.count("[") > MOST_BRACKETS and any(
        paragraph.count("[") > MOST_BRACKETS for paragraph in body.split("\n\n")
    )


def _article(builder: Builder, source: str, matter: FrontMatter) -> Article:
    text, blocks, marks = builder.text, builder.blocks, builder.sorted_marks()
    said = without(text, marks)
    if len(text) <= LONGEST_PAGE:
        blocks = marked(said, blocks, marks, page=_clipped(matter))
    headline = read_headline(said, blocks)
    heading = _first_heading(said, blocks)
    blocks = with_notes(blocks if heading else headline.blocks, marks, builder.places)
    return Article(
        source,
        bare_title(matter.title, (matter.publisher, matter.url), _headings(said, blocks))
        or heading
        or headline.title
        or opening_words(said, blocks),
        text,
        tuple(blocks),
        byline=byline_of(matter.byline, matter.publisher) or headline.byline,
        publisher=matter.publisher or headline.publisher,
        url=matter.url,
        language=matter.language,
        published=_published(settled(matter.published, said, blocks), source, matter),
        marks=marks,
        places=tuple(builder.places),
        notices=matter.notices,
    )


def _published(found: Published, source: str, matter: FrontMatter) -> Published:
    """What was found, else the day in the name of a post: programs that publish folders take it from there."""
    name = PurePath(source).name
    match = re.match(r"\d{4}-\d\d-\d\d(?=[-_])", name) if matter.length and found.day is None else None
    day = read_day(match[0]) if match else None
    return Published(day, Known.FOUND, f"the file's name, {harmless_line(name)}"[:120]) if day else found


def _as_plain(body: str, source: str, matter: FrontMatter, notices: tuple[str, ...] = (TOO_MUCH,)) -> Article:
    plain = plain_article(body, source, matter.title, matter.published)
    return Article(
        source,
        plain.title,
        plain.text,
        plain.blocks,
        byline=matter.byline or plain.byline,
        publisher=matter.publisher or plain.publisher,
        url=matter.url,
        language=matter.language,
        published=plain.published,
        notices=(*matter.notices, *notices),
    )


def _clipped(matter: FrontMatter) -> bool:
    """Whether the file is a page that somebody kept: its front matter says where it comes from."""
    return bool(matter.url or matter.publisher)


def _headings(text: str, blocks: Sequence[Block]) -> list[str]:
    """The headings among the first blocks."""
    return [text[block.span.start : block.span.end] for block in blocks[:12] if block.kind is BlockKind.HEADING]


def _first_heading(text: str, blocks: Sequence[Block]) -> str:
    """The first heading of the highest level among the first blocks."""
    headings = [block for block in blocks[:12] if block.kind is BlockKind.HEADING]
    top = min(headings, key=lambda block: block.level, default=None)
    return " ".join(text[top.span.start : top.span.end].split()) if top else ""


@cache
def _parser(extras: frozenset[str]) -> MarkdownIt:
    """A parser that knows these kinds of blocks too; what stands in no text is not loaded."""
    parser = MarkdownIt("commonmark", {"maxNesting": NESTING}).enable(["table", "strikethrough"])
    parser.validateLink = _any_link  # type: ignore[method-assign,assignment]  # the words of a bad one are words still
    if "footnotes" in extras:
        from mdit_py_plugins.footnote import footnote_plugin

        parser.use(footnote_plugin, move_to_end=False)
    if "definitions" in extras:
        from mdit_py_plugins.deflist import deflist_plugin

        parser.use(deflist_plugin)
    if "boxes" in extras:
        from mdit_py_plugins.admon import admon_plugin

        parser.use(admon_plugin)
    if "containers" in extras:
        from mdit_py_plugins.container import container_plugin

        parser.use(container_plugin, "box", validate=lambda word, _: bool(word.strip()))
    if not extras.isdisjoint(("named links", "formulas", "heights", "roles")):
        from tui.text.formats.markdown_extras import formulas, heights, named_links, roles

        known = {"named links": named_links, "formulas": formulas, "heights": heights, "roles": roles}
        for name in known.keys() & extras:
            known[name](parser)
    return parser


def _any_link(_address: str) -> bool:
    return True


def _extras(body: str) -> frozenset[str]:
    """What stands in a text beside the Markdown that every program knows."""
    return frozenset(name for name, sign in _EXTRAS.items() if re.search(sign, body, re.M))


def _shallow(body: str) -> str:
    """The same with a dozen quotes or list items within one another at most: the parser drops what lies deeper."""
    return _INDENTED.sub(" " * 60, _DEEP.sub(r"\1", body))
