"""HTML within Markdown becomes the same blocks and marks as Markdown's own; tags that nobody knows go."""

import re
from collections.abc import Sequence

from tui.text.article import BlockKind, Furniture, MarkKind
from tui.text.blocks.builder import Builder
from tui.text.blocks.raised import lowered, raised
from tui.text.formats.markdown_blocks import Structure
from tui.text.harmless import harmless

MARKS = {
    **dict.fromkeys(("s", "del", "strike"), MarkKind.STRUCK),
    **dict.fromkeys(("b", "strong"), MarkKind.STRONG),
    **dict.fromkeys(("i", "em", "cite", "var", "dfn"), MarkKind.EMPHASIS),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), MarkKind.CODE),
    "a": MarkKind.LINK,
}
QUOTES = ("“", "”"), ("‘", "’")  # outside, and within another
_UNSEEN = frozenset(("script", "style", "template", "title", "head", "svg"))
_BREAKS = frozenset(
    (
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "figure",
        "figcaption",
        "details",
        "summary",
        "main",
        "aside",
    )
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w:-]*)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_UNKNOWN = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z!?][^<>]*>?", re.S)
_FIELD = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


class Tags:
    """Tags one after the other; what is not closed ends with the block."""

    def __init__(self, builder: Builder, structure: Structure) -> None:
        self._builder = builder
        self._structure = structure
        self._heights: list[str] = []  # "sup" and "sub" that are open
        self._quotes = 0
        self._skipped = ""  # the tag of which nothing is seen
        self._code = 0
        self._item = BlockKind.PARAGRAPH
        self._heads = -1  # rows of the open table that name its columns; -1 where none is open
        self._in_cell = self._only_heads = False
        self._rows = 0
        self._definition = False
        self._caption = False

    def add(self, words: str) -> None:
        """Words, set higher or lower where they are."""
        if self._heights and (words := harmless(words)):
            change = raised if self._heights[-1] == "sup" else lowered
            words = change(words, self._builder.last)
        self._builder.add(words)

    def inline(self, tag: str) -> None:
        """One tag between words."""
        match = _TAG.fullmatch(tag)
        if match is not None:
            self._between_words(match["name"].lower(), bool(match["end"]), _fields(match["rest"]))

    def end_line(self) -> None:
        """The words of a block end."""
        self._heights.clear()
        self._quotes = 0

    def read(self, page: str) -> None:
        """A stretch of HTML; its blocks end with it."""
        import html

        at = 0
        for match in _TAG.finditer(page):
            self._words(html.unescape(_UNKNOWN.sub("", page[at : match.start()])))
            at = match.end()
            name, ends = match["name"].lower(), bool(match["end"])
            if self._skipped:
                if ends and name == self._skipped:
                    self._skipped = ""
            elif name in _UNSEEN:
                self._skipped = "" if ends else name
            else:
                self._tag(name, ends, _fields(match["rest"]))
        self._words(html.unescape(_UNKNOWN.sub("", page[at:])))
        self._close()
        if self._heads >= 0:
            self._end_table()
        self._skipped = ""

    def _words(self, words: str) -> None:
        if self._skipped or not words:
            return
        if self._code:
            self._builder.add(words)
        elif self._heads < 0 or self._in_cell:
            words = re.sub(r"\s+", " ", words)
            self.add(words.lstrip() if self._builder.is_empty else words)

    def _tag(self, name: str, ends: bool, fields: dict[str, str]) -> None:
        structure = self._structure
        if "id" in fields and not ends and name not in MARKS:
            self._close() if name in _BREAKS or name == "li" else None
            self._builder.place(fields["id"])
        if name in ("table", "tr", "td", "th", "thead", "tbody", "caption"):
            self._table(name, ends)
        elif self._in_cell and (name in _BREAKS or name in ("li", "ul", "ol")):
            if not self._builder.last.isspace():
                self._builder.add("\n")
        elif name in ("ul", "ol", "dl"):
            self._close()
            if ends:
                self._definition = False
                structure.end_list()
            else:
                start = fields.get("start", "1")
                structure.begin_list(None if name != "ol" else int(start) if re.fullmatch(r"\d{1,9}", start) else 1)
        elif name in ("li", "dt", "dd"):
            self._close()
            if structure.in_list and not ends:
                self._definition = name == "dd"
                if name != "dd":
                    structure.begin_item()
        elif name == "blockquote":
            self._close()
            structure.end_quote() if ends else structure.begin_quote()
        elif name == "pre":
            self._close()
            self._code = 0 if ends else 1
        elif name in _HEADINGS:
            if ends:
                structure.close(BlockKind.HEADING, _HEADINGS[name])
            else:
                self._close()
        elif name == "hr":
            self._close()
            self._builder.rule()
        elif name in _BREAKS:
            self._caption = self._caption or name == "figcaption" or name == "figure"
            self._close()
            if name == "figure" and ends:
                self._caption = False
        else:
            self._between_words(name, ends, fields)

    def _between_words(self, name: str, ends: bool, fields: dict[str, str]) -> None:
        builder = self._builder
        if name in MARKS and not (name == "code" and self._code):
            if name == "a" and not ends and (place := fields.get("id") or fields.get("name")):
                builder.place(place)
            if ends:
                builder.close_mark(MARKS[name])
            elif name != "a" or "href" in fields:
                builder.open_mark(MARKS[name], fields.get("href", ""))
        elif name == "br":
            builder.add("\n")
        elif name in ("sup", "sub"):
            if not ends:
                self._heights.append(name)
            elif self._heights:
                self._heights.pop()
        elif name == "q":
            self._quotes += 0 if ends else 1
            builder.add(QUOTES[(self._quotes - 1) % 2][ends])
            self._quotes -= 1 if ends and self._quotes else 0
        elif name == "img":
            builder.add(fields.get("alt", ""))

    def _table(self, name: str, ends: bool) -> None:
        builder = self._builder
        if name == "table":
            if ends:
                self._end_table()
            else:
                self._close()
                self._heads, self._rows = 0, 0
        elif self._heads >= 0 and not ends and name == "tr":
            builder.row()
            self._rows += 1
            self._only_heads = True
        elif self._heads >= 0 and name in ("td", "th"):
            if self._in_cell:
                builder.end_cell()
            self._in_cell = not ends
            if not ends:
                builder.begin_cell()
                self._only_heads = self._only_heads and name == "th"
                self._heads = self._rows if self._only_heads else min(self._heads, self._rows - 1)

    def _end_table(self) -> None:
        if self._in_cell:
            self._builder.end_cell()
        if self._heads >= 0:
            self._structure.close_table("", max(0, self._heads))
        self._heads, self._in_cell = -1, False

    def _close(self) -> None:
        if self._heads >= 0:
            return
        self._heights.clear()
        self._quotes = 0
        if self._code:
            self._structure.close(BlockKind.CODE)
        elif self._definition:
            self._structure.begin_list(None)
            self._structure.close()
            self._structure.end_list()
        else:
            self._structure.close(furniture=Furniture.CAPTION if self._caption else None)


def _fields(rest: str) -> dict[str, str]:
    import html

    pairs: Sequence[tuple[str, str, str, str]] = _FIELD.findall(rest)
    return {name.lower(): html.unescape(double or single or bare) for name, double, single, bare in pairs}
