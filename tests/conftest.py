"""What every test stands on: its own folders instead of a person's, and small articles."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tui.notes.store import NoteStore
from tui.text.article import Article, Block, BlockKind
from tui.text.span import Span

# How long an example takes says how busy the machine is, and to make it is slow for the same reason; large texts are
# what some examples are for. On a build server (CI is set) a run tries the same examples as the one before.
settings.register_profile(
    "dateline",
    deadline=None,
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large),
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("dateline")


def pytest_configure() -> None:
    """What Python compiles is kept, whatever the shell says: tests start the program a thousand times."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


@pytest.fixture(scope="session", autouse=True)
def _no_real_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Before any fixture of a whole session can look for a person's folders."""
    os.environ["DATELINE_HOME"] = str(tmp_path_factory.mktemp("dateline-home"))


@pytest.fixture(scope="session", autouse=True)
def _signals_are_heard() -> None:
    """Tests begun in the background (`make test &`) ignore Ctrl+C, and so would every program that they start."""
    for way, default in ((signal.SIGINT, signal.default_int_handler), (signal.SIGQUIT, signal.SIG_DFL)):
        if signal.getsignal(way) is signal.SIG_IGN:
            signal.signal(way, default)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh DATELINE_HOME for each test, and a terminal that is nobody's in particular."""
    home = tmp_path / "home"
    monkeypatch.setenv("DATELINE_HOME", str(home))
    for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "TMUX", "NO_COLOR", "EDITOR", "VISUAL", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(autouse=True)
def _files_let_go(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No store of notes outlives its test: a thousand of them would hold all the files that a process may open."""
    opened: list[NoteStore] = []
    begin = NoteStore.__init__

    def remembered(store: NoteStore, *arguments: Any, **options: Any) -> None:
        opened.append(store)
        begin(store, *arguments, **options)

    monkeypatch.setattr(NoteStore, "__init__", remembered)
    yield
    for store in opened:
        with suppress(AttributeError):  # it was never made
            store.close()


@pytest.fixture
def write_article() -> Callable[..., Article]:
    """Makes an article of one paragraph for every blank line in `text`."""

    def write(text: str, title: str = "A title", source: str = "/articles/one.md") -> Article:
        blocks, start = [], 0
        for paragraph in text.split("\n\n"):
            blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(paragraph))))
            start += len(paragraph) + 2
        return Article(source, title, text, tuple(blocks))

    return write
