"""What a process that is apart already reads at once is what any other would read."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tui.errors import UnreadableArticle
from tui.text.already import SMALL, read_apart
from tui.text.read import read_article

ENTRY = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><entry><id>1</id><title>Strike ends</title>'
    "<published>2026-03-01</published><content type='html'>&lt;p&gt;The ships {words}.&lt;/p&gt;</content>"
    "</entry></feed>"
)


def refuse(*_: Any, **__: Any) -> Any:
    raise OSError("no process")


def test_a_small_one_needs_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "one.atom"
    path.write_text(ENTRY.format(words="sail"))
    there = read_article(path)
    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert read_apart(str(path)) == there
    assert there.title == "Strike ends"


def test_a_large_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "one.atom"
    path.write_text(ENTRY.format(words="sail " * (SMALL // 5)))
    assert read_apart(str(path)) == read_article(path)
    monkeypatch.setattr(subprocess, "Popen", refuse)
    with pytest.raises(UnreadableArticle, match="no process"):
        read_apart(str(path))


@pytest.mark.parametrize("text", ["", "<feed", "<feed></feed>"])
def test_what_cannot_be_read_says_why(text: str, tmp_path: Path) -> None:
    path = tmp_path / "one.atom"
    path.write_text(text)
    with pytest.raises(UnreadableArticle) as expected:
        read_article(path)
    with pytest.raises(UnreadableArticle) as caught:
        read_apart(str(path))
    assert str(caught.value) == str(expected.value)
