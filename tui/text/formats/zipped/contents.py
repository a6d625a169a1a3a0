"""A book's table of contents becomes the titles of its pages."""

from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from tui.errors import UnreadableArticle
from tui.text.encoding import decode
from tui.text.formats.zipped.archive import Archive
from tui.text.formats.zipped.xml import attribute, child, local, tree_of, words
from tui.text.harmless import harmless_line


def beneath(path: str, reference: str) -> str:
    """Where a reference in a file of the archive leads, without its fragment."""
    try:
        inside = unquote(urlsplit(reference).path)
    except ValueError:  # a bracket where an address has none
        inside = reference
    return normpath(join(dirname(path), inside)).lstrip("/")


def names_of_pages(archive: Archive, path: str, package: Element) -> dict[str, str]:
    """The title of each page that has one; `path` is where the package lies. A book without them is readable too."""
    items = [item for item in package.iter() if local(item.tag) == "item"]
    for item in items:
        kind = attribute(item, "properties").split()
        if "nav" in kind or attribute(item, "media-type") == "application/x-dtbncx+xml":
            place = beneath(path, attribute(item, "href"))
            data = archive.read_if(place)
            found = _titles(archive, place, data, "nav" in kind) if data is not None else {}
            if found:
                return found
    return {}


def _titles(archive: Archive, place: str, data: bytes, nav: bool) -> dict[str, str]:
    titles: dict[str, str] = {}
    if nav:
        reader = _Nav()
        reader.feed(decode(data, page=True).text)
        reader.close()
        for reference, title in reader.found:
            titles.setdefault(beneath(place, reference) if reference else "", title)
        titles.pop("", None)
        return titles
    try:
        root = tree_of(data, archive.name, place)
    except UnreadableArticle:
        return {}
    for point in root.iter():
        if local(point.tag) == "navPoint":
            content, label = child(point, "content"), words(child(child(point, "navLabel"), "text"))
            if content is not None and label:
                titles.setdefault(beneath(place, attribute(content, "src")), harmless_line(label)[:200])
    return titles


class _Nav(HTMLParser):
    """Collects the links of the table of contents, but not those of the page list or the landmarks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []
        self._other = 0
        self._open: str | None = None
        self._parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "nav" and (attributes.get("epub:type") or "toc") != "toc":
            self._other += 1
        elif tag == "a":
            self._open, self._parts = attributes.get("href") or "", []

    def handle_endtag(self, tag: str) -> None:
        if tag == "nav" and self._other:
            self._other -= 1
        elif tag == "a" and self._open is not None:
            title = harmless_line("".join(self._parts))[:200]
            if title and not self._other:
                self.found.append((self._open, title))
            self._open = None

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._parts.append(data)
