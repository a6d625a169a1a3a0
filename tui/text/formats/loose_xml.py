"""XML that is not whole becomes a tree all the same: what was never closed ends with what it stands in."""

import re
from html import escape
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

MOST_ELEMENTS = 200_000
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.S)


def loose_tree(text: str) -> Element:
    """The tree of a text in which tags stand. Of "a:b" the namespace is "a", whatever that was to mean."""
    reader = _Reader()
    reader.feed(_CDATA.sub(lambda section: escape(section[1]), text))
    reader.close()
    return reader.tree()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._builder = TreeBuilder()
        self._open: list[str] = []
        self._elements = 0
        self._builder.start("all", {})

    def tree(self) -> Element:
        """What was read."""
        while self._open:
            self._builder.end(self._open.pop())
        self._builder.end("all")
        return self._builder.close()

    def set_cdata_mode(self, elem: str, **_more: object) -> None:
        """Nothing but a page has scripts."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            return
        name = tag.replace(":", "}", 1)
        self._open.append(name)
        self._builder.start(name, {key.replace(":", "}", 1): value or "" for key, value in attrs})

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        name = tag.replace(":", "}", 1)
        if name in self._open[-40:]:
            while (last := self._open.pop()) != name:
                self._builder.end(last)
            self._builder.end(name)

    def handle_data(self, data: str) -> None:
        self._builder.data(data)
