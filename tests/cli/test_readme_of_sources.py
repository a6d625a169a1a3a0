"""What README says about articles from the web can be typed as it stands."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.site import a_feed, a_page, new_site, site
from tui.__main__ import main
from tui.library.sources.folder import articles_folder

__all__ = ["new_site", "site"]

README = Path(__file__).parents[2] / "README.md"


def commands() -> list[list[str]]:
    section = README.read_text(encoding="utf-8").partition("### Articles from the web")[2]
    block = section.partition("```sh\n")[2].partition("```")[0]
    return [shlex.split(line, comments=True) for line in block.splitlines()]


def test_every_command_does_what_it_says(
    site: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    link = "<html><head><link rel='alternate' type='application/rss+xml' href='/rss'></head><body>News</body></html>"
    feed = a_feed("Strike begins", title="An example of a feed")
    site.pages.update({"/harbour-reopens": a_page(), "/news": link.encode(), "/rss": feed})
    article = {"url": "https://gazette.example/2", "title": "Bridge shut", "content": "<p>It is.</p>", "is_archived": 0}
    (tmp_path / "wallabag.json").write_text(json.dumps([article]))
    monkeypatch.chdir(tmp_path)
    typed = commands()
    assert len(typed) == 7
    for words in typed:
        assert words[0] == "dateline"
        assert main([re.sub("^https://example.org", site.at(""), word) for word in words[1:]]) == 0, words
    assert "xmlUrl" in (tmp_path / "feeds.opml").read_text()
    names = {path.name for path in articles_folder().rglob("*.*") if not path.name.startswith(".")}
    assert names == {"2026-03-04 Harbour reopens.html", "2026-03-01 Strike begins.atom", "Bridge shut.atom"}
