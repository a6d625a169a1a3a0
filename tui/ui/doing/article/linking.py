"""The links of an article: a list of them, and where they lead."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tui.text.article import Mark, MarkKind
from tui.text.read import SUFFIXES
from tui.ui.doing.article.copying import Copying
from tui.ui.doing.reader import Reader
from tui.ui.messages import ShowLinks, Visit
from tui.ui.page.jumps import Spot

BROWSED = ("http", "https", "mailto")


class Linking:
    """Links of the active article."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_open_link(self, _count: int | None) -> None:
        """A list of all links; choosing one opens it."""
        reading = self._reader.reading
        links = [mark for mark in reading.article.marks if mark.kind is MarkKind.LINK and mark.target]
        if not links:
            self._reader.say("This article has no links.")
            return
        nearest = max((i for i, link in enumerate(links) if link.span.start <= reading.cursor), default=0)

        def chosen(link: Mark | None) -> None:
            if link is not None:
                self.open(link.target)

        self._reader.post_message(ShowLinks(reading.article, links, nearest, chosen))

    def open(self, address: str) -> None:
        """Open a link: an article beside this one in the reader, an address in the browser if there is one here.

        Where there is none - over SSH, in a console, in a restricted reader - it is shown and offered for copying."""
        reader = self._reader
        neighbour = self._neighbour(address)
        if neighbour is not None:
            reader.desk.jumps.leave(Spot(reader.reading.article.source, reader.reading.cursor))
            reader.post_message(Visit(Spot(str(neighbour), 0)))
        elif not reader.desk.restricted and self._browse(address):
            reader.say(f"Opened in the browser: {address}")
        else:
            said = reader.part(Copying).offer(address)
            reader.say(f"{address}  ({said[0].lower()}{said[1:]})")

    def _neighbour(self, address: str) -> Path | None:
        """The file of an article that a link without a scheme leads to."""
        try:
            parts = urlsplit(address)
            path = Path(self._reader.reading.article.source).parent / unquote(parts.path)
            known = not parts.scheme and not parts.netloc and path.suffix.lower() in SUFFIXES
            return path if known and path.is_file() and self._reader.desk.shelf.may_open(path) else None
        except (ValueError, OSError):
            return None

    def _browse(self, address: str) -> bool:
        opener = browser()
        if opener is None or not address.lower().startswith(tuple(f"{scheme}:" for scheme in BROWSED)):
            return False
        try:
            # A process of its own that cannot write on this screen, and is not ended with it.
            nothing = subprocess.DEVNULL
            subprocess.Popen([opener, address], stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)
        except OSError:
            return False
        return True


def browser() -> str | None:
    """What opens an address here in a window of its own; None over SSH and where there are no windows."""
    if any(name in os.environ for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")):
        return None
    if sys.platform == "darwin":
        return shutil.which("open")
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return shutil.which("xdg-open")
    return None
