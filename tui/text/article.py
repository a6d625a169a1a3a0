"""What a file becomes: an Article, its blocks and marks, and how its date is known."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from tui.text.span import Span, joined

PIECE = 1 << 18  # characters that are looked at in one go: a long text is not held a second time


class BlockKind(StrEnum):
    """What a block of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list item"
    CODE = "code"
    TABLE = "table"
    NOTE = "note"  # a footnote
    RULE = "rule"  # a drawn line; its span is empty


_SHOWN = {kind: repr(kind.value) for kind in BlockKind}


class Furniture(StrEnum):
    """Why a block is not the article itself."""

    CAPTION = "caption"
    CREDIT = "credit"
    TEASER = "teaser"  # of another article
    INTERFACE = "interface"  # "leave a reply", "read more"
    SERIES = "series note"
    POST = "post"  # of a social network, shown within the article
    PAGE = "page head"  # a page's number or its running head, as print has them
    FRONT_MATTER = "front matter"  # lines for a tool, of which none was understood


class MarkKind(StrEnum):
    """Inline mark-up that survives in an article."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"
    STRUCK = "struck"  # crossed out: it is to be seen, but no longer said
    FOOTNOTE = "footnote"  # "[1]", where a note at the end belongs to


LEFT_OUT = frozenset({MarkKind.STRUCK, MarkKind.FOOTNOTE})  # what is drawn, and is none of the article's words


class Known(StrEnum):
    """How the publication date is known."""

    STATED = "stated"  # front matter or the page's own metadata
    SET = "set"  # by the reader
    FOUND = "found"  # in a dateline or by looking through the page
    BOUNDED = "bounded"  # not before the latest date that the text itself names
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Published:
    """The publication date. `day` is None where nothing is known; for BOUNDED it is the earliest possible day."""

    day: date | None = None
    known: Known = Known.UNKNOWN
    evidence: str = ""  # the words or the field it was read from


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline mark-up over `span`; `target` is the address of a link, or "#" and the name of the note of a footnote."""

    span: Span
    kind: MarkKind
    target: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a table. Between those of a row stand two blanks, and each row begins on a line of its own."""

    rows: tuple[tuple[Span, ...], ...]  # never empty; an empty cell has an empty span
    aligned: str = ""  # "<", ">" or "^" for each column that says how it is set
    heads: int = 0  # rows at the top that name the columns


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, ... of an article. Blocks are sorted and disjoint; between them is only white space."""

    kind: BlockKind
    span: Span
    level: int = 0  # 1 to 6 for a heading; depth for a list item or a quote
    marker: str = ""  # what is drawn before it: "•" or "3." of a list, "Warning:" of a box; not part of the text
    furniture: Furniture | None = None
    within: str = ""  # ">" and "-" for the quotes and lists around it, where its kind and level do not say it
    table: Table | None = None


class Place(NamedTuple):
    """A place of an article that links lead to by its name: "#name"."""

    name: str
    offset: int


@dataclass(frozen=True)
class Article:
    """A text to read. `text` holds no control characters but newline, and no mark-up; every offset points into it."""

    source: str  # identity: the absolute path, or "-" and a digest for standard input
    title: str
    text: str
    blocks: tuple[Block, ...]
    byline: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    encoding: str = ""  # as people call it; "" where the format has its own
    published: Published = field(default_factory=Published)
    marks: tuple[Mark, ...] = ()
    places: tuple[Place, ...] = ()  # beside the headings, whose names follow from their words
    notices: tuple[str, ...] = ()  # what was odd about the file, one sentence each: wrong encoding, cut lines
    read_by: str = ""  # what took the text out of the file, and from where in it, in words

    @cached_property
    def left_out(self) -> tuple[Span, ...]:
        """Where words are struck out and where footnotes are marked, sorted and disjoint."""
        return left_out(self.marks)

    @cached_property
    def said(self) -> str:
        """The text with blanks, offset by offset, for what is left out."""
        return without(self.text, self.marks)

    @cached_property
    def digest(self) -> str:
        """What an analysis depends on: text, blocks, what is left out, title and publication date."""
        import hashlib  # slow to load, and nothing needs a digest before the first page is there

        whole = hashlib.sha256()
        for start in range(0, len(self.text), PIECE):
            whole.update(self.text[start : start + PIECE].encode("utf-8", "surrogatepass"))
        whole.update(repr((self.title, self.published.day, self.published.known)).encode("utf-8", "surrogatepass"))
        for block in self.blocks:  # one by one: as a single text they would be as long as the article
            start, end = block.span
            whole.update(f"({_SHOWN[block.kind]}, {start}, {end}, {block.furniture!r})".encode())
            if block.table is not None:
                whole.update(repr([tuple(map(tuple, row)) for row in block.table.rows]).encode())
        if self.left_out:
            whole.update(repr([tuple(span) for span in self.left_out]).encode())
        return whole.hexdigest()


def left_out(marks: Iterable[Mark]) -> tuple[Span, ...]:
    """The places of marks that are none of the article's words, sorted and disjoint."""
    return tuple(joined(mark.span for mark in marks if mark.kind in LEFT_OUT))


def without(text: str, marks: Iterable[Mark]) -> str:
    """The text with blanks, offset by offset, for what those marks leave out."""
    parts, end = [], 0
    for span in left_out(marks):
        parts += [text[end : span.start], " " * (span.end - span.start)]
        end = span.end
    return "".join([*parts, text[end:]]) if parts else text
