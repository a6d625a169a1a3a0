"""Shortcuts to web pages say where they lead."""

import plistlib

import pytest

from tests.text.formats.opening import article_in, open_here
from tui.errors import UnreadableArticle

ADDRESS = "https://example.org/bridge"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("Old Bridge.url", f"[InternetShortcut]\r\nURL={ADDRESS}\r\n".encode()),
        ("Old Bridge.url", f"[InternetShortcut]\r\nURL={ADDRESS}\r\n".encode("utf-16")),
        ("Old Bridge.webloc", plistlib.dumps({"URL": ADDRESS})),
        ("Old Bridge.webloc", plistlib.dumps({"URL": ADDRESS}, fmt=plistlib.FMT_BINARY)),
    ],
)
def test_a_shortcut_leads_to_its_page(name: str, data: bytes) -> None:
    article = article_in(data, name)
    assert (article.title, article.url) == ("Old Bridge", ADDRESS)
    assert [mark.target for mark in article.marks] == [ADDRESS]
    assert len(article.notices) == 1


@pytest.mark.parametrize(
    "data", [b"[InternetShortcut]\nURL=\n", b"<?xml version='1.0'?><plist><dict>", b"bplist00", b"x"]
)
def test_one_that_leads_nowhere_is_said(data: bytes) -> None:
    with pytest.raises(UnreadableArticle, match="leads nowhere"):
        open_here(data, "a.webloc")
