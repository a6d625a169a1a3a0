"""A shortcut to a web page (.url, .webloc) becomes a few words that lead there."""

import plistlib
import re
from pathlib import PurePath
from xml.parsers.expat import ExpatError

from tui.errors import UnreadableArticle
from tui.text.apart.file import File
from tui.text.article import BlockKind, MarkKind
from tui.text.blocks.builder import Builder
from tui.text.encoding import decode
from tui.text.formats.built import built_article
from tui.text.harmless import harmless_line
from tui.text.opened import Opened

ONLY_LEADS = "This file only leads to a web page; to read it here, save the page and open that."


def shortcut_opened(data: bytes, file: File) -> Opened:
    """A line with the address. Raises UnreadableArticle."""
    address = harmless_line(_address(data))[:2_000]
    if not re.match(r"[a-z][a-z0-9+.-]{1,20}:", address, re.I):
        raise UnreadableArticle(f"{file.name} is a shortcut that leads nowhere; open the page itself.")
    builder = Builder()
    builder.add("This is a shortcut to ")
    builder.open_mark(MarkKind.LINK, address)
    builder.add(address)
    builder.close(BlockKind.PARAGRAPH)
    title = PurePath(file.name).stem
    return Opened(title, built_article(builder, file.source, title, url=address, notices=(ONLY_LEADS,)))


def _address(data: bytes) -> str:
    if data.lstrip()[:6] in (b"bplist", b"<?xml ", b"<!DOCT", b"<plist"):
        try:
            fields = plistlib.loads(data)
        except (ValueError, ExpatError, plistlib.InvalidFileException, RecursionError, OverflowError, TypeError):
            return ""
        address = fields.get("URL") if isinstance(fields, dict) else ""
        return address if isinstance(address, str) else ""
    found = re.search(r"^URL=(.*)$", decode(data).text, re.M)
    return found[1] if found else ""
