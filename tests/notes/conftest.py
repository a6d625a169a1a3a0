"""Articles and notes to store."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.notes.anchors.anchor import anchor_at
from tui.notes.note import Note, Target, new_note
from tui.notes.store import NoteStore
from tui.text.article import Article
from tui.text.span import Span

TEXT = "The ferry left Aldern at dawn. Nobody had counted the passengers. By noon the wind had turned."


@pytest.fixture
def article() -> Article:
    """An article of three sentences."""
    return Article("/articles/ferry.md", "The ferry", TEXT, (), url="https://example.org/ferry")


@pytest.fixture
def write(article: Article) -> Callable[..., Note]:
    """Make a note that is not saved yet."""

    def make(body: str = "Who counted? #todo", start: int = 31, end: int = 65) -> Note:
        return new_note(article, Target.TEXT, body, anchor=anchor_at(article.text, Span(start, end)))

    return make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where notes go; not there yet."""
    return tmp_path / "notes"


@pytest.fixture
def store(folder: Path) -> NoteStore:
    """An empty store."""
    return NoteStore(folder)
