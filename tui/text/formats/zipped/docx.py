"""A document of Word becomes an Article: headings by their styles, lists, tables, links, footnotes; what was deleted
in it is left out."""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tui.text.apart.file import File
from tui.text.article import BlockKind, Known, MarkKind, Published
from tui.text.blocks.builder import Builder
from tui.text.formats.built import built_article
from tui.text.formats.zipped.archive import Archive
from tui.text.formats.zipped.footnotes import Footnotes, add_table
from tui.text.formats.zipped.styles import Style, attribute_of, list_of, lists_of, styles_of
from tui.text.formats.zipped.xml import attribute, child, local, tree_of, walk, words
from tui.text.head.published import stated
from tui.text.opened import Opened

# What is deleted, moved away, an instruction to Word, or the same a second time for older programs.
_LEFT_OUT_NAMES = "del moveFrom instrText delText Fallback sdtPr commentReference pPrChange rPrChange"
_LEFT_OUT = frozenset(_LEFT_OUT_NAMES.split())
_OFF = ("0", "false", "off", "none")
_MARKS = {"b": MarkKind.STRONG, "i": MarkKind.EMPHASIS, "strike": MarkKind.STRUCK}
LONGEST_CELL = 200  # characters; a table with longer ones sets out the page


class Book(NamedTuple):
    """What the document is written with."""

    styles: Mapping[str, Style]
    lists: Mapping[tuple[str, str], str]  # by list and level: "•", or "1" for a numbered one
    links: Mapping[str, str]  # by their names in the document
    notes: Mapping[str, Element]


def docx_opened(archive: Archive, file: File) -> Opened:
    """The document. Raises UnreadableArticle."""
    body = tree_of(archive.read("word/document.xml"), file.name, "word/document.xml")
    book = Book(
        styles_of(archive),
        lists_of(archive),
        _links(archive),
        {**_notes(archive, "footnote"), **_notes(archive, "endnote")},
    )
    writer = _Writer(book)
    writer.write(body)
    writer.footnotes.write(writer.builder)
    core = archive.read_if("docProps/core.xml")
    about = tree_of(core, file.name, "docProps/core.xml") if core is not None else None
    made = stated(words(child(about, "created")), "created")
    article = built_article(
        writer.builder,
        file.source,
        title=writer.title or words(child(about, "title")),
        byline=words(child(about, "creator")),
        language=words(child(about, "language")),
        written=Published(made.day, Known.FOUND, made.evidence) if made.day else Published(),
    )
    return Opened(article.title, article)


class _Writer:
    """Goes through paragraphs and runs."""

    def __init__(self, book: Book) -> None:
        self.builder = Builder()
        self.footnotes = Footnotes()
        self.title = ""
        self._book = book
        self._numbers: dict[tuple[str, str], int] = {}

    def write(self, body: Element) -> None:
        """Add what is in the body."""
        table: Element | None = None  # that was added as a whole
        for begins, element in walk(body, _LEFT_OUT):
            if table is not None:
                table = None if element is table else table
            elif begins and local(element.tag) == "tbl" and (rows := _rows(element)):
                self.builder.close(BlockKind.PARAGRAPH)
                add_table(self.builder, rows)
                table = element
            elif begins:
                self._begin(local(element.tag), element)
            else:
                self._end(local(element.tag), element)
        self.builder.close(BlockKind.PARAGRAPH)

    def _begin(self, tag: str, element: Element) -> None:
        builder = self.builder
        if tag == "t":
            builder.add(element.text or "")
        elif tag == "tab":
            builder.add(" ")
        elif tag in ("br", "cr"):
            builder.add("\n" if attribute(element, "type") in ("", "textWrapping") else " ")
        elif tag == "noBreakHyphen":
            builder.add("-")
        elif tag == "r":
            for mark in self._marks(element):
                builder.open_mark(mark)
        elif tag == "hyperlink":
            builder.open_mark(MarkKind.LINK, self._book.links.get(attribute(element, "id"), ""))
        elif tag in ("footnoteReference", "endnoteReference"):
            note = self._book.notes.get(f"{tag[:-9]} {attribute(element, 'id')}")
            if note is not None:
                self.footnotes.call(builder, partial(_words_of, note))
        elif tag == "docPr" and (picture := attribute(element, "descr")):
            builder.add(f"[{picture[:300]}]")

    def _end(self, tag: str, element: Element) -> None:
        if tag == "r":
            for mark in self._marks(element):
                self.builder.close_mark(mark)
        elif tag == "hyperlink":
            self.builder.close_mark(MarkKind.LINK)
        elif tag == "p":
            self._close(element)

    def _marks(self, run: Element) -> list[MarkKind]:
        properties = child(run, "rPr")
        if properties is None:
            return []
        names = [local(one.tag) for one in properties if attribute(one, "val").lower() not in _OFF]
        return [mark for name, mark in _MARKS.items() if name in names]

    def _close(self, paragraph: Element) -> None:
        properties = child(paragraph, "pPr")
        style = self._book.styles.get(attribute_of(child(properties, "pStyle")), Style())
        listed = list_of(properties) or style.list
        first = len(self.builder.blocks)
        if style.title or style.heading:
            closed = self.builder.close(BlockKind.HEADING, 1 if style.title else style.heading)
            if closed and style.title and not self.title:
                self.title = self.builder.text[self.builder.blocks[first].span.start :]
        elif listed is not None and (mark := self._book.lists.get(listed)):
            level = int(listed[1]) + 1 if listed[1].isdigit() else 1
            if self.builder.close(BlockKind.LIST_ITEM, level, mark if mark == "•" else f"{self._number(listed)}."):
                return
        elif style.quote:
            self.builder.close(BlockKind.QUOTE, 1)
        else:
            self.builder.close(BlockKind.PARAGRAPH)

    def _number(self, listed: tuple[str, str]) -> int:
        """The number of the next item; a new item begins the lists in it anew."""
        name, level = listed
        for known in [one for one in self._numbers if one[0] == name and one[1] > level]:
            del self._numbers[known]
        self._numbers[listed] = self._numbers.get(listed, 0) + 1
        return self._numbers[listed]


def _rows(table: Element) -> list[list[str]]:
    """The cells of a table; nothing where it only sets out the page."""
    rows: list[list[str]] = []
    for row in (one for one in table if local(one.tag) == "tr"):
        cells = [one for one in row if local(one.tag) == "tc"]
        rows.append([_words_of(cell) for cell in cells])
        if any(len(cell) > LONGEST_CELL for cell in rows[-1]):
            return []
    return rows if sum(len(row) > 1 for row in rows) > 1 else []


def _words_of(element: Element) -> str:
    """The words of a note or a cell on one line."""
    parts: list[str] = []
    for begins, one in walk(element, _LEFT_OUT):
        if begins and local(one.tag) == "t":
            parts.append(one.text or "")
        elif local(one.tag) in ("tab", "br") or (not begins and local(one.tag) == "p"):
            parts.append(" ")
    return " ".join("".join(parts).split())


def _links(archive: Archive) -> dict[str, str]:
    data = archive.read_if("word/_rels/document.xml.rels")
    root = tree_of(data, archive.name, "word/_rels/document.xml.rels") if data is not None else ()
    return {
        attribute(one, "Id"): attribute(one, "Target") for one in root if attribute(one, "TargetMode") == "External"
    }


def _notes(archive: Archive, kind: str) -> dict[str, Element]:
    data = archive.read_if(f"word/{kind}s.xml")
    root = tree_of(data, archive.name, f"word/{kind}s.xml") if data is not None else ()
    return {f"{kind} {attribute(note, 'id')}": note for note in root}
