"""Clean HTML, as books and letters hold it, becomes blocks: all of it is meant to be read, so nothing is left out."""

import re
from collections.abc import Callable, Set
from html.parser import HTMLParser

from tui.text.article import BlockKind, MarkKind
from tui.text.blocks.builder import Builder
from tui.text.blocks.raised import lowered, raised
from tui.text.harmless import harmless_line

LONGEST_CELL = 200  # characters; a table with longer ones only sets out the page
DEEPEST_TABLE = 12  # tables within one another, from which on they are no longer looked at as such
MOST_EVENTS = 200_000  # of a table that is looked at before it is read

_UNSEEN_NAMES = "script style template head object select annotation rp noscript map"
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_BLOCKS_NAMES = (
    "p div section article header footer main aside nav figure figcaption address dl dt dd ul ol li blockquote "
    "pre table caption tbody thead tfoot tr td th hr h1 h2 h3 h4 h5 h6 body form fieldset center details "
    "summary text"
)
_BLOCKS = frozenset(_BLOCKS_NAMES.split())
_VOID_NAMES = "br hr img input meta link wbr area base col embed param source track image"
_VOID = frozenset(_VOID_NAMES.split())
_INLINE = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), MarkKind.EMPHASIS),
    **dict.fromkeys(("strong", "b"), MarkKind.STRONG),
    **dict.fromkeys(("s", "del", "strike"), MarkKind.STRUCK),
    **dict.fromkeys(("code", "tt", "kbd", "samp"), MarkKind.CODE),
    "a": MarkKind.LINK,
}
_NOT_IN_CELLS = frozenset(("table", "ul", "ol", "blockquote", "h1", "h2", "h3", "img"))
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,500}+\[[^\]]{0,20000}+\]\s*>", re.I)  # with definitions in it
_HEADING = re.compile(r"h([1-6])")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?!\.?[\d.]*[1-9])", re.I
)

_NO_LINKS = frozenset[str]()
Event = tuple[str, str, dict[str, str]]  # "start", "end" or "words"; the tag or the words; attributes


class Markup(HTMLParser):
    """Adds pages to a builder, one after another; `title` is what the last one calls itself.

    `link` makes a link's target of its address, and of the "ids" of elements those in `places` become places that
    links lead to, by the names that `link` gives them."""

    def __init__(
        self, builder: Builder, link: Callable[[str], str] | None = None, places: Set[str] = _NO_LINKS
    ) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = builder
        self.title = ""
        self._link = link or _as_it_is
        self._places = places
        self._begin()

    def read(self, page: str) -> None:
        """Add a page. Whatever is broken in it, its words are there."""
        self.title = ""
        self._begin()
        self.feed(_DOCTYPE.sub("", page, count=1))
        self.close()
        if self._table:  # it was never closed
            self._end_table()
        self._close()
        self.reset()

    def _begin(self) -> None:
        self._lists: list[int] = []  # the number of the next item, 0 where they have none
        self._marker = ""
        self._quotes = 0
        self._heading = 0
        self._preformatted = 0
        self._heights: list[str] = []  # "sup" and "sub" that are open
        self._hidden: list[str] = []  # the tags that close what is not shown
        self._naming = False
        self._table: list[Event] = []
        self._tables = 0  # within one another, of those that are being collected
        self._depth = 0  # of tables that are read as blocks

    # What the parser finds

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        tag = tag.rpartition(":")[2]
        attributes = {name: value or "" for name, value in attrs}
        if tag == "title" and not self._naming and not self.title:
            self._naming = True
            return
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.append(tag)
            return
        if tag not in _VOID and (
            tag in _UNSEEN or "hidden" in attributes or _HIDDEN.search(attributes.get("style", ""))
        ):
            if tag != "head":
                self._hidden.append(tag)
            return
        if tag == "table" and (self._table or self._depth < DEEPEST_TABLE):
            self._tables += 1
        self._take(("start", tag, attributes))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that is empty."""
        if tag.rpartition(":")[2] in _VOID:
            self.handle_starttag(tag, attrs)
        elif not self._hidden and tag.rpartition(":")[2] in _BLOCKS:
            self._take(("end", "p", {}))

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        tag = tag.rpartition(":")[2]
        if tag == "title" and self._naming:
            self._naming = False
        elif self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.pop()
        else:
            if tag == "table" and self._tables:
                self._tables -= 1
                if not self._tables:
                    self._end_table()
                    return
            self._take(("end", tag, {}))

    def handle_data(self, data: str) -> None:
        """Words."""
        if self._naming:
            self.title = harmless_line(self.title + data)[:300]
        elif not self._hidden:
            self._take(("words", data, {}))

    def unknown_decl(self, data: str) -> None:
        """A CDATA section holds words; other declarations say nothing."""
        if data.upper().startswith("CDATA["):
            self.handle_data(data[6:])

    # What becomes of it

    def _take(self, event: Event) -> None:
        """Collect what stands in a table, read the rest."""
        if self._tables and len(self._table) < MOST_EVENTS:
            self._table.append(event)
            return
        if self._table:
            self._tables = 0
            self._end_table()
        self._read(event)

    def _end_table(self) -> None:
        events, self._table, self._tables = self._table, [], 0
        self._close()
        if _is_table(events):
            self._add_table(events)
            return
        self._depth += 1
        for event in events[1:]:  # only set out the page: what is in it is read as it comes
            if event[:2] == ("start", "table") and self._depth < DEEPEST_TABLE:
                self._tables += 1
            elif event[:2] == ("end", "table") and self._tables:
                self._tables -= 1
                if not self._tables:
                    self._end_table()
                    continue
            self._take(event)
        if self._table:
            self._end_table()
        self._close()
        self._depth -= 1

    def _add_table(self, events: list[Event]) -> None:
        """Rows and cells, with the mark-up within cells."""
        builder, inside, rows, heads = self.builder, False, 0, 0
        for event in (*events[1:], ("end", "td", {})):
            what, tag, _ = event
            if tag in ("tr", "td", "th") and what != "words":
                if inside:
                    builder.end_cell()
                inside = what == "start" and tag != "tr"
                if what == "start" and (tag == "tr" or not rows):
                    builder.row()
                    rows += 1
                if inside:
                    builder.begin_cell()
                    heads = rows if tag == "th" and rows == heads + 1 else heads
            elif inside and (what == "words" or tag in _INLINE or tag in ("sup", "sub")):
                self._read(event)
            elif inside and what == "start":
                builder.add(" ")
        builder.close_table("", min(heads, 1))

    def _read(self, event: Event) -> None:
        what, tag, attributes = event
        if what == "words":
            words = tag if self._preformatted else re.sub(r"\s+", " ", tag)
            if self._heights:
                words = (raised if self._heights[-1] == "sup" else lowered)(words, self.builder.last)
            self.builder.add(words)
        elif what == "start":
            self._start(tag, attributes)
        else:
            self._end(tag)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _BLOCKS:
            self._close()
        if self._places and (name := attributes.get("id") or (attributes.get("name", "") if tag == "a" else "")):
            self._place(name)
        if mark := _INLINE.get(tag):
            self.builder.open_mark(mark, self._link(attributes.get("href", "")) if tag == "a" else "")
        elif tag in ("sup", "sub"):
            self._heights.append(tag)
        elif tag == "br":
            self.builder.add("\n")
        elif tag == "hr":
            self.builder.rule()
        elif tag in ("img", "image"):
            if words := harmless_line(attributes.get("alt", ""))[:300]:
                self.builder.add(f"[{words}]")
        elif tag in ("ul", "ol"):
            start = attributes.get("start", "1")
            self._lists.append((int(start) if start.isascii() and start[:6].isdigit() else 1) if tag == "ol" else 0)
        elif tag == "li":
            number = self._lists[-1] if self._lists else 0
            self._marker = f"{number}." if number else "•"
            if number:
                self._lists[-1] += 1
        elif tag == "blockquote":
            self._quotes += 1
        elif tag == "pre":
            self._preformatted += 1
        elif heading := _HEADING.fullmatch(tag):
            self._heading = int(heading[1])

    def _end(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._close()
        if mark := _INLINE.get(tag):
            self.builder.close_mark(mark)
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag in ("sup", "sub") and self._heights:
            self._heights.pop()
        elif tag == "li":
            self._marker = ""
        elif tag == "blockquote" and self._quotes:
            self._quotes -= 1
        elif tag == "pre" and self._preformatted:
            self._preformatted -= 1
        elif _HEADING.fullmatch(tag):
            self._heading = 0

    def _place(self, name: str) -> None:
        target = self._link(f"#{name}")
        if target in self._places:
            self.builder.place(target[1:])

    def _close(self) -> None:
        """End the block that is open, as what the elements around it say it is."""
        if self._preformatted:
            self.builder.close(BlockKind.CODE)
        elif self._heading:
            self.builder.close(BlockKind.HEADING, self._heading)
        elif self._lists and self._marker:
            if self.builder.close(BlockKind.LIST_ITEM, len(self._lists), self._marker):
                self._marker = " "
        elif self._quotes:
            self.builder.close(BlockKind.QUOTE, self._quotes)
        else:
            self.builder.close(BlockKind.PARAGRAPH)


def _is_table(events: list[Event]) -> bool:
    """Whether cells hold little each and stand side by side, or only set out the page."""
    length = cells = full = 0
    for what, tag, _ in events[1:]:
        if what == "words":
            length += len(tag.strip())
            if length > LONGEST_CELL:
                return False
        elif what == "start" and tag in _NOT_IN_CELLS:
            return False
        elif tag in ("tr", "td", "th"):
            cells += length > 0
            length = 0
            if tag == "tr":
                full += cells > 1
                cells = 0
    return full + (cells + (length > 0) > 1) > 1


def _as_it_is(address: str) -> str:
    """A link within a page leads nowhere where its places are not kept."""
    return "" if address.startswith("#") else address


def read_markup(
    page: str, builder: Builder, link: Callable[[str], str] | None = None, places: Set[str] = _NO_LINKS
) -> str:
    """Add a page to the blocks; what it calls itself."""
    reader = Markup(builder, link, places)
    reader.read(page)
    return reader.title
