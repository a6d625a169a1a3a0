"""Any file becomes an article, or one clear sentence says why not."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.errors import UnreadableArticle
from tui.text import read
from tui.text.article import BlockKind
from tui.text.kinds import MARKDOWN, PAGES, PLAIN
from tui.text.read import read_article, read_bytes

STORY = (
    "Old Bridge to Close\n\nThe council voted on Tuesday to close the old bridge for good.\n\nIt was built in 1911.\n"
)
UNDRAWABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_plain_file(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, "bridge.txt", STORY))
    assert article.source == str((tmp_path / "bridge.txt").resolve())
    assert article.title == "Old Bridge to Close"
    assert [block.kind for block in article.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    assert article.notices == ()


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.md", "# Head\n\nSome *words*.", "Head\n\nSome words."),
        ("A.MARKDOWN", "Some *words*.", "Some words."),
        ("a.txt", "# not a heading *here*", "# not a heading *here*"),
        ("a.html", "<p>Some <b>words</b>.", "Some words."),
        ("page.txt", "<!DOCTYPE html><html><p>Some <b>words</b>.", "Some words."),
        ("notes", "# Head\n\n- one\n- two", "Head\n\none\n\ntwo"),
        ("notes", "Only *one* sign.", "Only *one* sign."),
        ("notes.dat", "---\ntitle: x\n---\nSome *words*.", "Some words."),
    ],
)
def test_the_name_or_the_text_tells_the_format(tmp_path: Path, name: str, data: str, text: str) -> None:
    assert read_article(write(tmp_path, name, data)).text == text


def test_standard_input() -> None:
    article = read_bytes(STORY.encode(), "-")
    assert article.source.startswith("-")
    assert article.source == read_bytes(STORY.encode(), "-").source
    assert article.source != read_bytes(STORY.encode() + b"!", "-").source
    assert read_bytes(b"# Head\n\n**words** and more", "-").text == "Head\n\nwords and more"
    assert read_bytes(b"Some *words*.", "-", ".md").text == "Some words."


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\r\n", "is empty"),
        ("a.md", b"---\ntitle: x\n---\n\x1b[2J", "holds no text"),
        ("a.txt", b"\x1b[2J\x1b[0m", "holds no text"),
        ("a.pdf", b"%PDF-1.7 ...", "is a damaged PDF"),
        ("a.docx", b"PK\x03\x04 ...", "is a damaged ZIP archive"),
        ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00", "is a picture"),
        ("a.bin", bytes(range(256)) * 10, "is not text"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    with pytest.raises(UnreadableArticle, match=words) as caught:
        read_article(write(tmp_path, name, data))
    assert name in str(caught.value)
    assert str(caught.value).count("\n") == 0
    assert str(caught.value).endswith(".")


def test_folders_pipes_and_devices(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    for path, words in (
        (tmp_path, "is a folder"),
        (tmp_path / "missing.txt", "does not exist"),
        (tmp_path / "pipe", "pipe or a device"),
        (Path("/dev/zero"), "pipe or a device"),
        (tmp_path / "circle", "cannot be read"),
        (tmp_path / ("n" * 300), "cannot be read"),
        (Path("a\x00b"), "cannot be read"),
        (tmp_path / "a\x1b]0;x\x07\nb", "does not exist"),
    ):
        with pytest.raises(UnreadableArticle, match=words) as caught:
            read_article(path)
        assert not UNDRAWABLE.search(str(caught.value))
        assert "\n" not in str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", STORY)
    path.chmod(0)
    with pytest.raises(UnreadableArticle, match="may not be read"):
        read_article(path)


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "LARGEST", 10)
    with pytest.raises(UnreadableArticle, match="larger than"):
        read_article(write(tmp_path, "a.txt", STORY))


def test_one_line_of_ten_megabytes(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, "a.txt", "word " * 2_000_000))
    assert len(article.blocks) == 1
    assert len(article.title) < 100


@pytest.mark.parametrize(
    "text", ["漢字の記事です。二つ目の文。", "هذا خبر عن الجسر القديم", "👩‍🚀 lands 🚀 on 🌕", "Zürich naïve Žižek"]
)
def test_other_scripts_stay_as_they_are(tmp_path: Path, text: str) -> None:
    assert read_article(write(tmp_path, "a.txt", text)).text == text


def test_an_encoding_that_was_guessed_is_said(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, "a.txt", "The café owner said “no” on Tuesday.".encode("cp1252")))
    assert article.text == "The café owner said “no” on Tuesday."
    assert len(article.notices) == 1


def test_a_plain_file_needs_no_parser(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", STORY)
    heavy = "markdown_it", "yaml", "charset_normalizer", "trafilatura", "lxml", "textual", "rich"
    code = (
        "import sys; from pathlib import Path; from tui.text.read import read_article;"
        f"read_article(Path({str(path)!r})); print([name for name in {heavy!r} if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_markdown_file_needs_only_its_parser(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", f"---\ntitle: x\n---\n{STORY}")
    heavy = "yaml", "charset_normalizer", "trafilatura", "lxml", "textual", "rich"
    code = (
        "import sys; from pathlib import Path; from tui.text.read import read_article;"
        f"read_article(Path({str(path)!r})); print([name for name in {heavy!r} if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


PIECES = (
    b"words |\n|\n\n|# |- |---\n|title: x\n|\x1b]52;c;|\x07|\x00|\xe9|\xff\xfe|<html>|<p>|<b>|\xe2\x80\xae|"
    b"July 30, 2019|By Ada Lund|&#27;|**|[a](b)|\r\n|\t"
).split(b"|")


def nothing_between(words: str, title: bool) -> bool:
    """No words; below a title there may be the line that makes it one."""
    return not words.strip(" \t\n" + ("=-~^\"'*+#" if title else ""))


@settings(max_examples=150)
@given(
    st.binary(max_size=120) | st.lists(st.sampled_from(PIECES), max_size=30).map(b"".join),
    st.sampled_from(["", *sorted(MARKDOWN | PAGES | PLAIN)]),
)
@example(b"Jul00000\n\n---", ".markdown")  # a date, and a drawn rule where a title would stand
@example(b"Oh\n***\nNo", "")  # a title with a line of signs under it
def test_any_bytes_become_a_sound_article_or_one_sentence(data: bytes, suffix: str) -> None:
    try:
        article = read_bytes(data, "-", suffix)
    except UnreadableArticle:
        return
    assert not UNDRAWABLE.search(article.text)
    for line in (article.title, article.byline, article.publisher, article.url, article.language, *article.notices):
        assert "\n" not in line
        assert not UNDRAWABLE.search(line)
    assert article.title
    assert article.digest
    end, title = 0, False
    for block in article.blocks:
        assert end <= block.span.start <= block.span.end
        assert nothing_between(article.text[end : block.span.start], title)
        end, title = block.span.end, block.kind is BlockKind.HEADING
    assert nothing_between(article.text[end:], title)
    for mark in article.marks:
        assert 0 <= mark.span.start < mark.span.end <= len(article.text)


@pytest.mark.parametrize("suffix", [".xml", ".txt", ".html", ".md"])
def test_what_defines_entities_is_refused_by_name(suffix: str) -> None:
    bomb = b'<?xml version="1.0"?>\n<!DOCTYPE lolz [\n <!ENTITY lol "lollol">\n]>\n<lolz>&lol;&lol;</lolz>'
    with pytest.raises(UnreadableArticle, match=r"^a\.\w+ is an XML bomb or damaged: it defines entities"):
        read_bytes(bomb, f"/a{suffix}", suffix)
    told = b'A bomb begins with <!DOCTYPE lolz [ <!ENTITY lol "lollol"> ]> and is small.\n'
    assert "begins with" in read_bytes(told, f"/a{suffix}", suffix).text
