"""What comes through a pipe is read once, up to a limit, whatever name it has."""

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.text.made.zipped import epub
from tui.errors import UnreadableArticle
from tui.text import streams
from tui.text.read import read_article, read_bytes
from tui.text.streams import is_stream, read_stream, take_stream

STORY = b"# Old Bridge to Close\n\nThe council voted on **Tuesday** to close it.\n"


def fifo(folder: Path, name: str = "story.md", data: bytes = STORY) -> str:
    """A pipe with a name, and a thread that writes into it once."""
    path = folder / name
    os.mkfifo(path)
    threading.Thread(target=path.write_bytes, args=(data,), daemon=True).start()
    return str(path)


def test_a_named_pipe_is_an_article(tmp_path: Path) -> None:
    article = read_stream(fifo(tmp_path))
    assert article.title == "Old Bridge to Close"
    assert article.source == read_bytes(STORY, "-").source
    assert "Tuesday" in article.text


def test_a_book_comes_through_a_named_pipe(tmp_path: Path) -> None:
    book = epub([("One", "<p>The ferry was late.</p>"), ("Two", "<p>It rained.</p>")])
    piped = take_stream(fifo(tmp_path, "book", book))
    opened = piped.opened()
    assert opened.article is not None
    assert (opened.article.source, opened.article.title) == (piped.source, "The Bridge")
    assert [part.source for part in opened.parts] == [f"{piped.source}/c1.xhtml", f"{piped.source}/c2.xhtml"]
    chapter = piped.opened("c2.xhtml").article
    assert chapter is not None
    assert (chapter.source, chapter.text) == (opened.parts[1].source, "It rained.")


def test_a_pipe_of_the_shell_is_an_article() -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as file:
        file.write(STORY)
    assert is_stream(f"/dev/fd/{reading}")
    assert read_stream(f"/dev/fd/{reading}").title == "Old Bridge to Close"
    with pytest.raises(UnreadableArticle, match=r"^The pipe is empty; there is nothing to read in it"):
        read_stream(f"/dev/fd/{reading}")
    os.close(reading)


@pytest.mark.parametrize("name", ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"])
def test_every_name_of_standard_input(name: str) -> None:
    code = f"from tui.text.streams import *; assert is_stream({name!r}); print(read_stream({name!r}).source)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, input=STORY)
    assert run.stdout.decode().strip() == read_bytes(STORY, "-").source


def test_standard_input_that_is_a_socket() -> None:
    ours, theirs = socket.socketpair()  # as some servers of SSH give it
    with ours, theirs:
        ours.sendall(STORY)
        ours.shutdown(socket.SHUT_WR)
        code = "from tui.text.streams import *; print(read_stream('/dev/stdin').title)"
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, stdin=theirs)
    assert run.stdout == b"Old Bridge to Close\n"


def test_standard_input_that_is_closed_is_one_sentence() -> None:
    code = (
        "import os; os.close(0); from tui.text.streams import *; from tui.errors import *\n"
        "try: read_stream('-')\nexcept UnreadableArticle as error: print(error)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, stdin=subprocess.DEVNULL)
    assert run.stdout.startswith(b"Standard input cannot be read")


def test_what_never_ends_is_read_up_to_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "LARGEST", 10)
    monkeypatch.setattr(streams, "PIECE", 4)
    name = fifo(tmp_path, data=b"y\n" * 100)
    assert 10 < len(streams._read(Path(name), name)) < 20  # a little more than is taken tells that it is too large


def test_what_is_no_stream(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(STORY)
    (tmp_path / "round").symlink_to("round")
    for name in ("a.md", "missing", "round", "n" * 300, "nul\0"):
        assert not is_stream(str(tmp_path / name))
    assert not is_stream("/dev/zero")
    assert not is_stream(str(tmp_path))


def test_a_file_that_became_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    with pytest.raises(UnreadableArticle, match="pipe or a device"):
        read_article(tmp_path / "a.md")


def test_a_pipe_that_nobody_writes_into_is_said_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "PATIENT_SECONDS", 0.05)
    monkeypatch.setattr(streams, "LOOK_SECONDS", 0.01)
    path = tmp_path / "late.md"
    os.mkfifo(path)
    told: list[str] = []

    def tell(sentence: str) -> None:
        told.append(sentence)
        threading.Timer(0.1, path.write_bytes, (STORY,)).start()

    assert take_stream(str(path), tell).data == STORY
    assert told == [streams.WAITS.format(name=path)]


def test_nothing_is_said_of_a_pipe_that_is_written_into(tmp_path: Path) -> None:
    told: list[str] = []
    assert take_stream(fifo(tmp_path), told.append).data == STORY
    assert told == []
