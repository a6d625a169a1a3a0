"""What Omnivore exported: a ZIP archive of descriptions, pages, and highlights in Markdown."""

import io
import json
import re
import zipfile
from typing import Any

from tui.errors import ReaderError
from tui.library.sources.imports import pocket
from tui.library.sources.imports.brought import (
    Brought,
    Export,
    Highlight,
    day_of,
    labels_of,
    line,
    listed,
    text,
    web_address,
)
from tui.text.encoding import decode
from tui.text.formats.zipped.archive import DAMAGED

LARGEST = 32 * 1024 * 1024  # bytes of a member, unpacked
WHOLE = 1024 * 1024 * 1024  # and of all of them

_TROUBLES: tuple[type[Exception], ...] = (*DAMAGED, RecursionError, RuntimeError)
_DESCRIPTIONS = re.compile(r"(?:.*/)?metadata_[\w]+\.json")
_POCKETS = re.compile(r"(?:.*/)?part_\d+\.csv")


def read_archive(data: bytes, name: str) -> Export:
    """The articles in it; of Pocket's archives too. Raises ReaderError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = _Members(archive)
            if tables := [one for one in members.names if _POCKETS.fullmatch(one)]:
                found = [pocket.read_table(members.read(one)) for one in sorted(tables)]
                odd = tuple(sentence for one in found for sentence in one.odd)
                return Export("Pocket", tuple(each for one in found for each in one.articles), odd=odd)
            articles = [
                article
                for one in sorted(members.names)
                if _DESCRIPTIONS.fullmatch(one)
                for said in listed(json.loads(members.read(one)))
                if isinstance(said, dict) and (article := _article(said, members)) is not None
            ]
    except _TROUBLES as error:
        raise ReaderError(f"{name} is damaged or no export ({error}); get it once more.") from error
    if not articles:
        raise ReaderError(f"{name} holds no articles of Omnivore or Pocket.")
    return Export("Omnivore", tuple(articles))


class _Members:
    """What lies in the archive, read with limits: a small file may unpack to fill any disk."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = WHOLE
        self.names = frozenset(archive.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a member. Raises ValueError where they are too many."""
        with self._archive.open(name) as member:
            data = member.read(LARGEST + 1)
        self._left -= len(data)
        if len(data) > LARGEST or self._left < 0:
            raise ValueError("it unpacks to more than can be right")
        return data

    def ending(self, folder: str, slug: str, suffix: str) -> str:
        """The text of a member of a folder; "" where there is none."""
        found = next((one for one in (f"{folder}/{slug}{suffix}",) if one in self.names), "")
        return decode(self.read(found), page=suffix == ".html").text if found else ""


def _article(said: dict[str, Any], members: _Members) -> Brought | None:
    address = web_address(said.get("url")) or web_address(said.get("originalUrl"))
    slug = text(said.get("slug"))
    if not address:
        return None
    return Brought(
        address,
        line(said.get("title")),
        members.ending("content", slug, ".html") if slug else "",
        line(said.get("author"), 200),
        line(said.get("siteName"), 200),
        day_of(said.get("publishedAt")),
        line(said.get("language"), 35),
        _highlights(members.ending("highlights", slug, ".md")) if slug else (),
        labels_of(text(said.get("state")).lower() == "archived", False, listed(said.get("labels"))),
    )


def _highlights(words: str) -> tuple[Highlight, ...]:
    """Quotes, each with what is said below it.

    >>> [(one.exact, one.body) for one in _highlights("> The ships\\n> lie still.\\n\\nAsk Ada.\\n\\n> Next\\n")]
    [('The ships lie still.', 'Ask Ada.'), ('Next', '')]
    """
    found: list[Highlight] = []
    for match in re.finditer(r"((?:^>[^\n]*\n?)+)((?:^(?!>)[^\n]*\n?)*)", words, re.M):
        exact = " ".join(row.lstrip("> ").strip() for row in match[1].splitlines()).strip()
        if exact:
            found.append(Highlight(exact, body=match[2].strip()))
    return tuple(found)
