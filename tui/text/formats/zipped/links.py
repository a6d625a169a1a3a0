"""Links between the pages of a book become links within the article."""

import re
from collections.abc import Callable, Mapping

from tui.text.formats.zipped.contents import beneath

_OUT = re.compile(r"(?:https?|mailto|ftp):", re.I)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{0,20}:", re.I)
_HREF = re.compile(r"""\bhref\s{0,9}=\s{0,9}["']?([^"'<>\s]{1,500})""", re.I)


class Links:
    """What the links of these pages lead to; `pages` are their words by their paths."""

    def __init__(self, pages: Mapping[str, str]) -> None:
        self._pages = pages
        self.places = frozenset(
            target
            for page, words in pages.items()
            for address in _HREF.findall(words)
            if (target := self.on(page)(address)).startswith("#")
        )

    def on(self, page: str) -> Callable[[str], str]:
        """A function of the addresses on a page: "#" and a place in the article, an address in the net, or nothing."""

        def target(address: str) -> str:
            if _OUT.match(address):
                return address
            path, _, name = address.partition("#")
            if _SCHEME.match(path):
                return ""
            file = beneath(page, path) if path else page
            if file not in self._pages:
                return ""
            return f"#{file}#{name}" if name else f"#{file}"

        return target
