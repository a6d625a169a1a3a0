"""Lists of feeds as other readers write and read them: OPML."""

from collections.abc import Iterable, Iterator
from html import escape
from xml.etree.ElementTree import Element

from tui.errors import ReaderError
from tui.library.sources.address import typed_address
from tui.library.sources.feeds.followed import Followed
from tui.text.encoding import decode
from tui.text.formats.loose_xml import loose_tree
from tui.text.formats.zipped.xml import Broken, local, tree_of
from tui.text.harmless import harmless_line


def read_opml(data: bytes, name: str) -> tuple[tuple[Followed, ...], tuple[str, ...]]:
    """The feeds of a list, each once, and what is no address in it. Raises ReaderError where it is no list."""
    try:
        root = tree_of(data, name, "the list")
    except Broken:
        root = loose_tree(decode(data).text)
    found: dict[str, Followed] = {}
    odd: list[str] = []
    outlines = 0
    for outline, group in _outlines(root):
        outlines += 1
        address = _said(outline, "xmlUrl", "xmlurl", "xmlURL")
        if not address:
            continue
        try:
            address = typed_address(address)
        except ReaderError as error:
            odd.append(str(error))
            continue
        title = harmless_line(_said(outline, "title", "text"))[:300]
        found.setdefault(address, Followed(address, title, group=group))
    if not outlines:
        raise ReaderError(f"{name} is no list of feeds: OPML is wanted, as other readers export it.")
    return tuple(found.values()), tuple(odd)


def to_opml(feeds: Iterable[Followed]) -> str:
    """The list as a file; feeds of a group stand in an outline of their own."""
    groups: dict[str, list[Followed]] = {}
    for one in feeds:
        groups.setdefault(one.group, []).append(one)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        "<head><title>Feeds of Dateline</title></head>",
        "<body>",
    ]
    for group, members in sorted(groups.items()):
        lines += [f'<outline text="{escape(group)}" title="{escape(group)}">'] if group else []
        for one in members:
            name = escape(one.name)
            lines.append(f'<outline type="rss" text="{name}" title="{name}" xmlUrl="{escape(one.address)}"/>')
        lines += ["</outline>"] if group else []
    return "\n".join([*lines, "</body>", "</opml>", ""])


def _outlines(root: Element) -> Iterator[tuple[Element, str]]:
    """Every outline with the name of the one that it stands in; without recursion, as lists may nest."""
    waiting = [(root, "")]
    while waiting:
        element, group = waiting.pop()
        outline = local(element.tag) == "outline"
        if outline:
            yield element, group
        if outline and not _said(element, "xmlUrl", "xmlurl", "xmlURL"):
            group = harmless_line(_said(element, "title", "text"))[:100] or group
        waiting += [(one, group) for one in reversed(element)]


def _said(element: Element, *names: str) -> str:
    return next((value.strip() for name in names if (value := element.get(name) or "").strip()), "")
