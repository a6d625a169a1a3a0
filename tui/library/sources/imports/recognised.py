"""A file is known for the export of a program, and read as that."""

import json
from pathlib import Path

from tui.errors import ReaderError
from tui.library.sources.feeds.opml import read_opml
from tui.library.sources.imports import hypothesis, newsboat, omnivore, pocket, wallabag
from tui.library.sources.imports.brought import Export
from tui.text.harmless import harmless_line

KNOWN = "newsboat (urls, cache.db), Pocket (HTML, CSV), Omnivore (ZIP), wallabag, Hypothes.is (JSON), feeds (OPML)"


def read_export(data: bytes, path: Path) -> Export:
    """What a file holds. Raises ReaderError where no program is known that would have written it."""
    name = harmless_line(path.name) or "The file"
    if newsboat.is_cache(data):
        return newsboat.read_cache(path)
    if data.startswith(b"PK\x03\x04"):
        return omnivore.read_archive(data, name)
    if pocket.is_page(data):
        return pocket.read_page(data)
    if pocket.is_table(data):
        return pocket.read_table(data)
    if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return _of_json(data, name)
    if b"<opml" in data[:4_000].lower():
        feeds, odd = read_opml(data, name)
        return Export("a list of feeds", feeds=feeds, odd=odd)
    if newsboat.is_urls(data):
        return newsboat.read_urls(data)
    raise ReaderError(f"{name} is no export that is known; these are: {KNOWN}.")


def _of_json(data: bytes, name: str) -> Export:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ReaderError(f"{name} is JSON that is damaged or cut; export it once more.") from error
    if wallabag.is_wallabag(value):
        return wallabag.read_wallabag(value)
    if hypothesis.is_hypothesis(value):
        return hypothesis.read_hypothesis(value)
    raise ReaderError(f"{name} is JSON of another program; these exports are known: {KNOWN}.")
