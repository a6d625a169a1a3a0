"""Title and date from the first bytes of a file, whatever lies in it."""

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.library.glance import LONGEST_TITLE, glance
from tui.paths import bundled
from tui.text.read import read_article


@pytest.mark.parametrize(
    ("suffix", "content", "title", "published"),
    [
        (".md", "---\ntitle: A ship\ndate: 2021-03-25\n---\n\n# Other\n", "A ship", date(2021, 3, 25)),
        (".md", '---\ntitle: "A: ship"\npublished: 2021-02-31\n---\n', "A: ship", None),
        (".md", "---\r\ntitle: 'Win'\r\ndate: 2021-03-25T10:00\r\n---\r\n", "Win", date(2021, 3, 25)),
        (".md", "\ufeff# A heading #\n\nText.", "A heading", None),
        (".md", "First line\n\nAnd more.", "First line", None),
        (".md", "", "the file", None),
        (".md", "# Red \x1b[31malert\x07\n", "Red alert", None),
        (".html", "<!doctype html><html><head><title>A &amp; B\n</title>", "A & B", None),
        (".html", '<title>A | B</title><meta property="og:title" content="A">', "A", None),
        (".html", '<meta name="article:published_time" content="2021-03-25T08:00Z">', "the file", date(2021, 3, 25)),
        (".html", '<meta name="article:published_time" content="0001-01-01T00:00:00Z">', "the file", None),
        (".md", "---\ntitle: A ship\ndate: 1970-01-01\n---\n", "A ship", None),
        (".html", "<html><body><p>No title", "the file", None),
        (".txt", "How Ships Float\n\nPARIS, May 3, 2021 — They do.\n\nAnd more.", "How Ships Float", date(2021, 5, 3)),
    ],
)
def test_what_the_first_bytes_tell(
    tmp_path: Path, suffix: str, content: str, title: str, published: date | None
) -> None:
    path = tmp_path / f"the_file{suffix}"
    path.write_bytes(content.encode())
    assert glance(path) == (title, published)


@pytest.mark.parametrize("sample", sorted(bundled("sample_articles").iterdir()), ids=lambda path: path.name)
def test_a_glance_at_a_sample_tells_what_reading_it_does(sample: Path) -> None:
    article = read_article(sample)
    assert glance(sample) == (article.title, article.published.day)


def test_a_file_that_cannot_be_read_has_its_name(tmp_path: Path) -> None:
    assert glance(tmp_path / "missing_one.md").title == "missing one"
    assert glance(tmp_path).title == tmp_path.name.replace("_", " ")


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_give_a_harmless_title(tmp_path: Path, content: bytes) -> None:
    for suffix in (".md", ".html", ".txt", ""):
        path = tmp_path / f"x{suffix}"
        path.write_bytes(content)
        title = glance(path).title
        assert 0 < len(title) <= LONGEST_TITLE
        assert not any(ord(character) < 32 for character in title)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("a.md", "# " + " " * 8_000),
        ("a.md", "# a" + " #" * 4_000 + "b"),
        ("a.html", "<meta " + "property=og:title " * 400),
        ("a.html", "<meta name=og:title content=" * 300),
        ("a.html", "<time " * 1_300),
    ],
)
def test_no_file_of_a_folder_holds_up_the_others(tmp_path: Path, name: str, head: str) -> None:
    (tmp_path / name).write_text(head, "utf-8")
    begun = time.process_time()
    glance(tmp_path / name)
    assert time.process_time() - begun < 5  # seconds; it took hours


@pytest.mark.parametrize(
    ("name", "title", "published"),
    [
        ("2026-03-04 Harbour reopens.atom", "Harbour reopens", date(2026, 3, 4)),
        ("2026-03-04 Harbour_reopens.pdf", "Harbour reopens", date(2026, 3, 4)),
        ("2026-02-31 Harbour reopens.atom", "2026-02-31 Harbour reopens", None),
        ("2026-03-04.atom", "2026-03-04", None),
        ("Harbour 2026-03-04.atom", "Harbour 2026-03-04", None),
    ],
)
def test_where_the_file_tells_nothing_its_name_does(
    tmp_path: Path, name: str, title: str, published: date | None
) -> None:
    (tmp_path / name).write_text("<feed/>")
    assert glance(tmp_path / name) == (title, published)
