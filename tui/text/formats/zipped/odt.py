"""A document of LibreOffice becomes an Article: headings, lists, tables, links, footnotes; what was deleted in it is
left out."""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tui.errors import UnreadableArticle
from tui.text.apart.file import File
from tui.text.article import BlockKind, Known, MarkKind, Published
from tui.text.blocks.builder import Builder
from tui.text.formats.built import built_article
from tui.text.formats.zipped.archive import Archive
from tui.text.formats.zipped.footnotes import Footnotes, add_table
from tui.text.formats.zipped.xml import attribute, child, local, tree_of, walk, words
from tui.text.head.published import stated
from tui.text.opened import Opened

# What was deleted, comments, contents pages made of the headings, fields, and drawings' own layers.
_LEFT_OUT_NAMES = (
    "tracked-changes annotation table-of-content forms sequence-decls note-citation annotation-end ruby-text"
)
_LEFT_OUT = frozenset(_LEFT_OUT_NAMES.split())
LONGEST_CELL = 200  # characters; a table with longer ones sets out the page
LOCKED = "{name} is protected with a password; save it without one."
TABLES = "{name} is a {kind} of LibreOffice; save it as a PDF or a web page and open that."
_MOST_BLANKS = 200  # of one element that stands for many


class Look(NamedTuple):
    """What words or a paragraph of a style are."""

    strong: bool = False
    emphasis: bool = False
    title: bool = False
    quote: bool = False


def odt_opened(archive: Archive, file: File) -> Opened:
    """The document. Raises UnreadableArticle."""
    manifest = archive.read_if("META-INF/manifest.xml")
    if manifest is not None and b"encryption-data" in manifest:
        raise UnreadableArticle(LOCKED.format(name=file.name))
    root = tree_of(archive.read("content.xml"), file.name, "content.xml")
    body = child(root, "body")
    text = child(body, "text")
    if text is None:
        kind = next((local(one.tag) for one in body), "document") if body is not None else "document"
        raise UnreadableArticle(TABLES.format(name=file.name, kind=kind))
    styles = archive.read_if("styles.xml")
    looks: dict[str, Look] = {}
    numbered: set[str] = set()
    for tree in [*([tree_of(styles, file.name, "styles.xml")] if styles is not None else []), root]:
        _learn(tree, looks, numbered)
    writer = _Writer(looks, numbered)
    writer.write(text)
    writer.footnotes.write(writer.builder)
    meta = archive.read_if("meta.xml")
    about = child(tree_of(meta, file.name, "meta.xml"), "meta") if meta is not None else None
    made = stated(words(child(about, "creation-date")), "created")
    article = built_article(
        writer.builder,
        file.source,
        title=words(child(about, "title")) or writer.title,
        byline=words(child(about, "initial-creator")) or words(child(about, "creator")),
        language=words(child(about, "language")),
        written=Published(made.day, Known.FOUND, made.evidence) if made.day else Published(),
    )
    return Opened(article.title, article)


def _learn(tree: Element, looks: dict[str, Look], numbered: set[str]) -> None:
    """What the styles of a file mean."""
    for style in tree.iter():
        tag, name = local(style.tag), attribute(style, "name")
        if tag == "style":
            parent = attribute(style, "parent-style-name")
            base = looks.get(parent, _named(parent))
            properties = child(style, "text-properties")
            weight = attribute(properties, "font-weight") if properties is not None else ""
            slant = attribute(properties, "font-style") if properties is not None else ""
            own = _named(name)
            looks[name] = Look(
                weight in ("bold", "700", "800", "900") if weight else base.strong,
                slant in ("italic", "oblique") if slant else base.emphasis,
                own.title or base.title,
                own.quote or base.quote,
            )
        elif tag == "list-style" and any(local(level.tag) == "list-level-style-number" for level in style):
            numbered.add(name)


def _named(name: str) -> Look:
    return Look(title=name == "Title", quote=name in ("Quotations", "Quote"))


class _Writer:
    """Goes through paragraphs and what is in them."""

    def __init__(self, looks: Mapping[str, Look], numbered: set[str]) -> None:
        self.builder = Builder()
        self.footnotes = Footnotes()
        self.title = ""
        self._looks = looks
        self._numbered = numbered
        self._lists: list[int] = []  # the number of the next item, 0 where they have none
        self._styles: list[str] = []
        self._marker = ""

    def write(self, text: Element) -> None:
        """Add what is in the text."""
        whole: Element | None = None  # that was added already
        for begins, element in walk(text, _LEFT_OUT):
            tag = local(element.tag)
            if whole is not None:
                if element is whole:
                    whole = None
                    self.builder.add(element.tail or "")
            elif begins and tag == "table" and (rows := _rows(element)):
                add_table(self.builder, rows)
                whole = element
            elif begins and tag == "note":
                self.footnotes.call(self.builder, partial(_words_of, child(element, "note-body")))
                whole = element
            elif begins:
                self._begin(tag, element)
                if element is not text and tag in _INLINE:
                    self.builder.add(_blank(element.text))
            else:
                self._end(tag, element)
                if element is not text and tag not in _BLOCKS:
                    self.builder.add(_blank(element.tail))

    def _begin(self, tag: str, element: Element) -> None:
        builder = self.builder
        if tag == "span":
            for mark in self._marks(element):
                builder.open_mark(mark)
        elif tag == "a":
            builder.open_mark(MarkKind.LINK, attribute(element, "href"))
        elif tag == "s":
            count = attribute(element, "c")
            builder.add(" " * (min(int(count), _MOST_BLANKS) if count.isascii() and count.isdigit() else 1))
        elif tag == "tab":
            builder.add(" ")
        elif tag == "line-break":
            builder.add("\n")
        elif tag == "list":
            style = attribute(element, "style-name") or (self._styles[-1] if self._styles else "")
            self._styles.append(style)
            self._lists.append(1 if style in self._numbered else 0)
        elif tag == "list-item" and self._lists:
            number = self._lists[-1]
            self._marker = f"{number}." if number else "•"
            self._lists[-1] += 1 if number else 0

    def _end(self, tag: str, element: Element) -> None:
        if tag == "span":
            for mark in self._marks(element):
                self.builder.close_mark(mark)
        elif tag == "a":
            self.builder.close_mark(MarkKind.LINK)
        elif tag == "list" and self._lists:
            self._lists.pop()
            self._styles.pop()
        elif tag == "h":
            level = attribute(element, "outline-level")
            self.builder.close(BlockKind.HEADING, min(int(level), 6) if level.isdigit() and level.isascii() else 1)
        elif tag == "p":
            self._close(self._looks.get(attribute(element, "style-name"), _named(attribute(element, "style-name"))))

    def _marks(self, span: Element) -> list[MarkKind]:
        look = self._looks.get(attribute(span, "style-name"), Look())
        return [*([MarkKind.STRONG] if look.strong else ()), *([MarkKind.EMPHASIS] if look.emphasis else ())]

    def _close(self, look: Look) -> None:
        first = len(self.builder.blocks)
        if self._lists:
            if self.builder.close(BlockKind.LIST_ITEM, len(self._lists), self._marker or " "):
                self._marker = " "
        elif look.title:
            if self.builder.close(BlockKind.HEADING, 1) and not self.title:
                self.title = self.builder.text[self.builder.blocks[first].span.start :]
        elif look.quote:
            self.builder.close(BlockKind.QUOTE, 1)
        else:
            self.builder.close(BlockKind.PARAGRAPH)


_BLOCKS_NAMES = "p h list list-item list-header table table-row table-cell section text"
_BLOCKS = frozenset(_BLOCKS_NAMES.split())
_INLINE_NAMES = (
    "p h span a ruby ruby-base date time page-number author-name title desc bookmark-ref reference-ref sequence"
)
_INLINE = frozenset(_INLINE_NAMES.split())


def _blank(text: str | None) -> str:
    """White space as the format means it: a run of it is one blank."""
    if not text:
        return ""
    first, last = text[:1].isspace(), text[-1:].isspace()
    inner = " ".join(text.split())
    return f"{' ' if first else ''}{inner}{' ' if last and inner else ''}"


def _rows(table: Element) -> list[list[str]]:
    """The cells of a table; nothing where it only sets out the page."""
    rows: list[list[str]] = []
    for row in (one for one in table.iter() if local(one.tag) == "table-row"):
        rows.append([_words_of(cell) for cell in row if local(cell.tag) == "table-cell"])
        if any(len(cell) > LONGEST_CELL for cell in rows[-1]):
            return []
    return rows if sum(len(row) > 1 for row in rows) > 1 else []


def _words_of(element: Element | None) -> str:
    """The words of a note or a cell on one line."""
    if element is None:
        return ""
    parts: list[str] = []
    for begins, one in walk(element, _LEFT_OUT):
        if begins:
            parts.append(" " if local(one.tag) in ("p", "tab", "s", "line-break") else "")
            parts.append(one.text or "")
        elif one is not element:
            parts.append(one.tail or "")
    return " ".join("".join(parts).split())
