"""Files that may be big or hostile are read by a process that may die of it, and nobody else."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.text.made.paper import lines, long_book, pdf
from tests.text.made.zipped import epub, novel
from tui.errors import UnreadableArticle
from tui.text.apart import reading
from tui.text.apart.file import File
from tui.text.apart.reading import Reading
from tui.text.apart.worker import MEMORY, beginning
from tui.text.formats.pdf.halves import MANY
from tui.text.kinds import Kind
from tui.text.opened import SeveralArticles
from tui.text.read import begin_file, is_slow, open_bytes, open_file, read_article, read_bytes

BOOK = epub([("One", "<p>The ferry was late.</p>"), ("Two", "<p>It rained.</p>")])
KINDS = {".pdf": Kind.PDF, ".epub": Kind.ZIP}
FILE = File("/news/a.bin", ".bin", "a.bin")
FEED = b"<rss><channel><title>News</title><item><title>A</title></item><item><title>B</title></item></channel></rss>"


def test_a_book_is_read_apart(tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    path.write_bytes(BOOK)
    opened = open_file(path)
    assert opened.article is not None
    assert opened.article.source == str(path)
    assert opened.article.text == "The ferry was late.\n\nIt rained."
    chapter = read_article(Path(opened.parts[1].source))
    assert (chapter.source, chapter.text) == (f"{path}/c2.xhtml", "It rained.")
    assert is_slow(path)
    assert is_slow(Path(chapter.source))


def test_what_came_through_a_pipe_is_read_apart() -> None:
    article = read_bytes(BOOK, "-")
    assert article.source == read_bytes(BOOK, "-").source
    assert article.text.startswith("The ferry")
    opened = open_bytes(FEED, "-")
    assert [part.title for part in opened.parts] == ["A", "B"]
    with pytest.raises(SeveralArticles, match=r"^Standard input holds 2 articles"):
        read_bytes(FEED, "-")


def test_a_list_of_articles_names_one_to_open(tmp_path: Path) -> None:
    path = tmp_path / "news.rss"
    path.write_bytes(FEED)
    with pytest.raises(SeveralArticles, match=r"holds 2 articles; name one of them: …/news.rss/\w+\.$") as caught:
        read_article(path)
    assert read_article(Path(caught.value.opened.parts[0].source)).title == "A"


def test_a_part_of_what_has_none_is_said(tmp_path: Path) -> None:
    for name, data in (("a.txt", b"Words."), ("a.pdf", pdf([lines("Words.")]))):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(UnreadableArticle, match="is one article; there is no “x” in it"):
            read_article(path / "x")
    with pytest.raises(UnreadableArticle, match="does not exist"):
        read_article(tmp_path / "b.txt" / "x")


def worker_that(monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    """Let a process of this code stand in for the one that reads, with its limits."""
    code = f"import sys; from tui.text.apart import worker\n{does}"
    monkeypatch.setattr(reading, "COMMAND", (sys.executable, "-c", code))


@pytest.mark.parametrize(
    ("does", "sentence"),
    [
        ("worker._limit()\nwhile True: pass", "a.bin takes longer than 5 seconds to be read"),
        ("worker._limit(); import os; os.abort()", "a.bin needs more than 300 MiB"),
        ("import os; os.kill(os.getpid(), 11)", "a.bin is damaged: the process that read it broke off"),
        ("print('no answer')", "a.bin is damaged: the process that read it broke off"),
        (
            "worker.opened = lambda *_: bytearray(1 << 29)\n"
            "try: worker._limit(); worker.opened()\n"
            "except MemoryError: worker.answer(sys.stdout.buffer, worker.Refusal(worker.too_large('a.bin')))",
            "a.bin needs more than 300 MiB",
        ),
    ],
)
def test_a_process_that_dies_is_one_sentence(monkeypatch: pytest.MonkeyPatch, does: str, sentence: str) -> None:
    worker_that(monkeypatch, does)
    with pytest.raises(UnreadableArticle, match=sentence):
        Reading(Kind.PDF, b"x", FILE).opened()


def test_one_that_only_waits_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    worker_that(monkeypatch, "import time; time.sleep(600)")
    monkeypatch.setattr(reading, "PATIENCE", 0.3)
    with pytest.raises(UnreadableArticle, match="takes longer than"):
        Reading(Kind.PDF, b"x", FILE).opened()


def test_what_nobody_wants_any_more_ends_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    worker_that(monkeypatch, "import time; time.sleep(600)")
    unwanted = Reading(Kind.PDF, b"x", FILE)
    assert not unwanted.wait(0.05)
    unwanted.cancel()
    assert unwanted.wait(120)
    assert unwanted._process.returncode == -signal.SIGKILL


def test_where_no_process_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "COMMAND", ("/no/such/program",))
    with pytest.raises(UnreadableArticle, match=r"^a.bin cannot be read: no process could be started"):
        Reading(Kind.PDF, b"x", FILE)


@pytest.mark.parametrize(("name", "make"), [("book.pdf", long_book), ("novel.epub", novel)])
def test_long_books_stay_within_the_limits(tmp_path: Path, name: str, make: Any) -> None:
    path = tmp_path / name
    path.write_bytes(make())
    before = os.times().children_user
    article = read_article(path)
    assert len(article.text) > 700_000
    assert article.notices == ()
    assert os.times().children_user - before < 4  # of processor time; it takes less than one on a quiet machine


@pytest.mark.parametrize(("name", "make"), [("book.pdf", long_book), ("novel.epub", novel)])
def test_the_beginning_of_a_long_book_comes_first(tmp_path: Path, name: str, make: Any) -> None:
    path = tmp_path / name
    path.write_bytes(make())
    found, begun = begin_file(path), []
    assert isinstance(found, Reading)
    found.tell(lambda: begun.append(found.beginning), soon=True)
    whole = found.opened()
    assert begun[0] is not None
    first = begun[0].article
    assert begun[0].goes_on
    assert first is not None
    assert whole.article is not None
    assert 1_000 < len(first.text) < 100_000
    assert whole.article.text.startswith(first.text[:-100])
    assert (first.source, first.title) == (whole.article.source, whole.article.title)
    assert [part.source for part in begun[0].parts] == [part.source for part in whole.parts]
    assert not whole.goes_on
    assert found.beginning is None


def test_short_ones_have_no_beginning(tmp_path: Path) -> None:
    for name, data in (("a.pdf", pdf([lines("Words.")])), ("a.epub", BOOK), ("b.pdf", b"%PDF-1.7")):
        assert beginning(KINDS[name[1:]], data, FILE._replace(part="")) is None


def test_two_processes_read_a_long_pdf_as_one_does(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    path.write_bytes(long_book(MANY + 1))
    code = (
        "import sys; from tui.text.formats.pdf import halves; from tui.text.apart.worker import *\n"
        f"halves.MANY = int(sys.argv[1]); data = open({str(path)!r}, 'rb').read()\n"
        f"print(opened(Kind.PDF, data, File({str(path)!r}, '.pdf', 'book.pdf')).article.digest)"
    )
    digests = [
        subprocess.run([sys.executable, "-c", code, many], capture_output=True, text=True, check=True).stdout
        for many in ("1000", "2")
    ]
    assert digests[0] == digests[1] == f"{read_article(path).digest}\n"


def test_the_process_that_draws_loads_no_parser(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([lines("Words.")]))
    (tmp_path / "a.epub").write_bytes(BOOK)
    heavy = "pypdfium2", "zipfile", "xml.etree.ElementTree", "email", "html.parser", "tui.text.formats.markup"
    code = (
        "import sys; from pathlib import Path; from tui.text.read import read_article;"
        f"[read_article(Path({str(tmp_path)!r}) / name) for name in ('a.pdf', 'a.epub')];"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_limit_of_memory_is_one_that_books_fit_in() -> None:
    assert MEMORY == 300 << 20
