"""What a file becomes: an Article, its blocks and marks, and how its date is known."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from tui.text.span import Span

PIECE = 1 << 18  # characters that are looked at in one go: a long text is not held a second time


class BlockKind(StrEnum):
    """What a block of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list item"
    CODE = "code"
    RULE = "rule"  # a drawn line; its span is empty


class Furniture(StrEnum):
    """Why a block is not the article itself."""

    CAPTION = "caption"
    CREDIT = "credit"
    TEASER = "teaser"  # of another article
    INTERFACE = "interface"  # "leave a reply", "read more"
    SERIES = "series note"


class MarkKind(StrEnum):
    """Inline mark-up that survives in an article."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"


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
    """Inline mark-up over `span`; `target` is the address of a link."""

    span: Span
    kind: MarkKind
    target: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, ... of an article. Blocks are sorted and disjoint; between them is only white space."""

    kind: BlockKind
    span: Span
    level: int = 0  # 1 to 6 for a heading; depth for a list item or a quote
    marker: str = ""  # what is drawn before a list item: "•" or "3."; not part of the text
    furniture: Furniture | None = None


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
    published: Published = field(default_factory=Published)
    marks: tuple[Mark, ...] = ()
    notices: tuple[str, ...] = ()  # what was odd about the file, one sentence each: wrong encoding, cut lines

    @cached_property
    def digest(self) -> str:
        """What an analysis depends on: text, blocks, title and publication date."""
        import hashlib  # slow to load, and nothing needs a digest before the first page is there

        whole = hashlib.sha256()
        for start in range(0, len(self.text), PIECE):
            whole.update(self.text[start : start + PIECE].encode("utf-8", "surrogatepass"))
        whole.update(repr((self.title, self.published.day, self.published.known)).encode("utf-8", "surrogatepass"))
        for block in self.blocks:  # one by one: as a single text they would be as long as the article
            whole.update(repr((block.kind.value, *block.span, block.furniture)).encode())
        return whole.hexdigest()
