"""Markdown becomes an Article: its text without mark-up, headings, lists, quotes, code, tables and links."""

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tui.text.article import Article, Block, BlockKind, Furniture, MarkKind
from tui.text.blocks.builder import Builder
from tui.text.blocks.table import table_text
from tui.text.formats.plain import plain_article
from tui.text.harmless import harmless
from tui.text.head.front_matter import FrontMatter, read_front_matter
from tui.text.head.headline import opening_words, read_headline
from tui.text.head.published import settled
from tui.text.head.tags import without_tags

LONGEST = 2_000_000  # characters; a longer file is shown as plain text, at once
MOST_BRACKETS = 4000  # in one paragraph; the parser's time grows with their square
MOST_LINES = 40_000  # each may be an item of a list, which costs a hundred times its letters
MOST_BARS = 40_000  # each may be a cell of a table
TOO_MUCH = "The file is too long or too tangled for its mark-up to be read; it is shown as plain text."
NESTING = 60  # levels of quotes, lists and inline mark-up that the parser follows
_DEEPER = r"(?:[ ]{0,3}+(?:[>*+-]|\d{1,9}+[.)])[ ]?+)"  # one more quote or list item, read in one way only
_DEEP = re.compile(rf"^({_DEEPER}{{12}}+){_DEEPER}++", re.M)
_INDENTED = re.compile(r"^[ ]{60,}(?=[>*+-]|\d{1,9}[.)])", re.M)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_MARKS = {"em": MarkKind.EMPHASIS, "strong": MarkKind.STRONG, "link": MarkKind.LINK}


def markdown_article(text: str, source: str) -> Article:
    """The article that a Markdown text is; what its front matter says comes first."""
    text = harmless(text)
    matter = read_front_matter(text)
    body = text[matter.length :]
    if len(body) > LONGEST or _tangled(body):
        return _as_plain(body, source, matter)
    walk = _Walk()
    walk.read(_parser().parse(_shallow(body)))
    if not walk.builder.blocks:  # nothing but link definitions or comments: better shown than hidden
        return _as_plain(body, source, matter, ())
    return _article(walk.builder, source, matter)


def _tangled(body: str) -> bool:
    if body.count("\n") > MOST_LINES or body.count("|") > MOST_BARS:
        return True
    return body.count("[") > MOST_BRACKETS and any(
        paragraph.count("[") > MOST_BRACKETS for paragraph in body.split("\n\n")
    )


def _article(builder: Builder, source: str, matter: FrontMatter) -> Article:
    text, blocks = builder.text, builder.blocks
    headline = read_headline(text, blocks)
    heading = _first_heading(text, blocks)
    blocks = blocks if heading else headline.blocks
    return Article(
        source,
        matter.title or heading or headline.title or opening_words(text, blocks),
        text,
        tuple(blocks),
        byline=matter.byline or headline.byline,
        publisher=matter.publisher or headline.publisher,
        url=matter.url,
        language=matter.language,
        published=settled(matter.published, text, blocks),
        marks=builder.sorted_marks(),
        notices=matter.notices,
    )


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


def _first_heading(text: str, blocks: Sequence[Block]) -> str:
    """The first heading of the highest level among the first blocks."""
    headings = [block for block in blocks[:12] if block.kind is BlockKind.HEADING]
    top = min(headings, key=lambda block: block.level, default=None)
    return " ".join(text[top.span.start : top.span.end].split()) if top else ""


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": NESTING}).enable(["table", "strikethrough"])


def _shallow(body: str) -> str:
    """The same with a dozen quotes or list items within one another at most: the parser drops what lies deeper."""
    return _INDENTED.sub(" " * 60, _DEEP.sub(r"\1", body))


class _Walk:
    """Goes through the parser's flat list of tokens, so that no depth of nesting can exhaust the stack."""

    def __init__(self) -> None:
        self.builder = Builder()
        self._quotes = 0
        self._lists: list[int | None] = []  # the next number of each list that is open; None for bullets
        self._marker: str | None = None  # of an item whose first block has not come yet
        self._rows: list[list[str]] = []

    def read(self, tokens: Sequence[Token]) -> None:
        """Add all tokens to the builder."""
        for index, token in enumerate(tokens):
            match token.type:
                case "blockquote_open":
                    self._quotes += 1
                case "blockquote_close":
                    self._quotes -= 1
                case "bullet_list_open":
                    self._lists.append(None)
                case "ordered_list_open":
                    self._lists.append(int(token.attrs.get("start", 1)))
                case "bullet_list_close" | "ordered_list_close":
                    self._lists.pop()
                case "list_item_open":
                    self._marker = self._next_marker()
                case "list_item_close":
                    self._marker = None
                case "inline":
                    self._inline(token, tokens[index - 1])
                case "fence" | "code_block":
                    self.builder.add(token.content)
                    self.builder.close(BlockKind.CODE)
                case "html_block":
                    self.builder.add(without_tags(token.content))
                    self.builder.close(BlockKind.PARAGRAPH)
                case "hr":
                    self.builder.rule()
                case "tr_open":
                    self._rows.append([])
                case "table_close":
                    self.builder.add(table_text(self._rows))
                    self.builder.close(BlockKind.CODE)
                    self._rows = []

    def _next_marker(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "•"
        self._lists[-1] = number + 1
        return f"{number}."

    def _inline(self, token: Token, opening: Token) -> None:
        children = token.children or []
        if opening.type in ("th_open", "td_open"):
            cell = "".join(
                child.content if child.type != "softbreak" else " " for child in children if not child.nesting
            )
            self._rows[-1].append(harmless(cell))
            return
        for child in children:
            self._add(child)
        if opening.type == "heading_open":
            self.builder.close(BlockKind.HEADING, int(opening.tag[1:]))
        elif self._lists:
            marker = " " if self._marker is None else self._marker
            self.builder.close(BlockKind.LIST_ITEM, len(self._lists), marker)
            self._marker = None
        elif self._quotes:
            self.builder.close(BlockKind.QUOTE, self._quotes)
        else:
            pictures = bool(children) and all(child.type in ("image", "softbreak") for child in children)
            self.builder.close(BlockKind.PARAGRAPH, furniture=Furniture.CAPTION if pictures else None)

    def _add(self, child: Token) -> None:
        builder = self.builder
        name, _, side = child.type.rpartition("_")
        match child.type:
            case "text" | "text_special" | "image":
                builder.add(child.content)  # a picture is what it is said to show
            case "softbreak":
                builder.add(" ")
            case "hardbreak":
                builder.add("\n")
            case "html_inline" if _BREAK.fullmatch(child.content):
                builder.add("\n")
            case "code_inline":
                builder.open_mark(MarkKind.CODE)
                builder.add(child.content)
                builder.close_mark(MarkKind.CODE)
            case _ if name in _MARKS and side == "open":
                builder.open_mark(_MARKS[name], str(child.attrs.get("href", "")))
            case _ if name in _MARKS and side == "close":
                builder.close_mark(_MARKS[name])
