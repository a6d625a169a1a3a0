"""The links of an article: a list of them, and where they lead."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tui.errors import ReaderError
from tui.text.article import Block, BlockKind, Mark, MarkKind
from tui.text.harmless import harmless_line
from tui.text.kinds import SUFFIXES
from tui.text.places import mark_of, place_of
from tui.text.span import Span
from tui.ui.doing.article.copying import Copying
from tui.ui.doing.reader import Reader
from tui.ui.messages import ShowLinks, ShowOutline, Visit
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

    def do_outline(self, _count: int | None) -> None:
        """A list of all headings; choosing one goes there."""
        reading = self._reader.reading
        headings = [block for block in reading.article.blocks if block.kind is BlockKind.HEADING]
        if not headings:
            self._reader.say("This article has no headings.")
            return
        nearest = max((i for i, block in enumerate(headings) if block.span.start <= reading.cursor), default=0)

        def chosen(heading: Block | None) -> None:
            if heading is not None:
                self._jump(Span(heading.span.start, heading.span.start))

        self._reader.post_message(ShowOutline(reading.article, headings, nearest, chosen))

    def open(self, address: str) -> None:
        """Open a link: an article beside this one in the reader, an address in the browser if there is one here.

        Where there is none - over SSH, in a console, in a restricted reader - it is shown and offered for copying."""
        reader = self._reader
        address = self._whole(address)
        path, _, part = address.partition("#")
        neighbour = self._neighbour(path) if path else None
        if not path:
            self._go_to_part(part)
        elif neighbour is not None:
            self._visit(neighbour, part)
        elif (missing := self._missing(path)) is not None:
            reader.say(missing)
        elif not reader.desk.restricted and self._browse(address):
            reader.say(f"Opened in the browser: {address}")
        else:
            said = reader.part(Copying).offer(address)
            reader.say(f"{address}  ({said[0].lower()}{said[1:]})")

    def _whole(self, address: str) -> str:
        """An address of a saved page as its site means it, if no file beside the page has it."""
        url = self._reader.reading.article.url
        if not url or address.startswith("#") or self._local(address) is None or self._neighbour(address):
            return address
        return urljoin(url, address)

    def leave_note(self) -> bool:
        """From the footnote under the cursor to where it is marked; False where the cursor stands in none."""
        reading = self._reader.reading
        index = reading.block_at(reading.cursor)
        if index is None or reading.article.blocks[index].kind is not BlockKind.NOTE:
            return False
        mark = mark_of(reading.article, reading.cursor)
        if mark is None:
            return False
        self._jump(mark.span)
        return True

    def _go_to_part(self, name: str) -> None:
        """To a place of this article; what a link calls it is a heading or a name given to it."""
        offset = place_of(self._reader.reading.article, name)
        if offset is None and self.leave_note():
            return
        if offset is None:
            self._reader.say(f"There is no part #{unquote(name)} in this article.")
        else:
            self._jump(Span(offset, offset))

    def _jump(self, span: Span) -> None:
        reader = self._reader
        reader.desk.jumps.leave(Spot(reader.reading.article.source, reader.reading.cursor))
        reader.go(span, target=span.end > span.start)

    def _visit(self, path: Path, part: str) -> None:
        """To another article, and to a part of it where the link names one that it has."""
        reader = self._reader
        offset: int | None = 0
        if part:
            try:
                offset = place_of(reader.desk.shelf.read(path), part)
            except ReaderError as error:
                reader.say(str(error))
                return
        reader.desk.jumps.leave(Spot(reader.reading.article.source, reader.reading.cursor))
        said = f"There is no part #{unquote(part)} in {path.name}." if offset is None else ""
        reader.post_message(Visit(Spot(str(path), offset or 0), said))

    def _neighbour(self, address: str) -> Path | None:
        """The file of an article that a link without a scheme leads to, whatever is left out of its name."""
        path = self._local(address)
        try:
            for one in (path, path.with_name(f"{path.name}.md")) if path is not None and path.name else ():
                if one.suffix.lower() in SUFFIXES and one.is_file() and self._reader.desk.shelf.may_open(one):
                    return one.resolve()
        except (ValueError, OSError, RuntimeError):
            pass
        return None

    def _local(self, address: str) -> Path | None:
        """The path that an address stands for; None for one of the web."""
        try:
            parts = urlsplit(address)
            if parts.scheme.lower() not in ("", "file") or parts.netloc not in ("", "localhost"):
                return None
            return Path(self._reader.reading.article.source).parent / unquote(parts.path)
        except ValueError:
            return None

    def _missing(self, address: str) -> str | None:
        """What to say of a link to a file that is not there, or that is no article."""
        path = self._local(address)
        if path is None or self._reader.reading.article.source.startswith("-"):
            return None
        name = harmless_line(unquote(address))
        try:
            if path.is_dir():
                return f"{name} is a folder; open it in the library with dateline FOLDER."
            if path.exists():
                return f"{name} is no article; it is a file beside this one."
        except (ValueError, OSError):
            pass
        return f"{name} does not exist beside this article."

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
