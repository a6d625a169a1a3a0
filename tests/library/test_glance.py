"""Title and date from the first bytes of a file, whatever lies in it."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.library.glance import LONGEST_TITLE, glance


@pytest.mark.parametrize(
    ("content", "title", "published"),
    [
        ("---\ntitle: A ship\ndate: 2021-03-25\n---\n\n# Other\n", "A ship", date(2021, 3, 25)),
        ('---\ntitle: "A: ship"\npublished: 2021-02-31\n---\n', "A: ship", None),
        ("---\r\ntitle: 'Windows'\r\ndate: 2021-03-25T10:00\r\n---\r\n", "Windows", date(2021, 3, 25)),
        ("\ufeff# A heading #\n\nText.", "A heading", None),
        ("Plain first line\n\nAnd more.", "Plain first line", None),
        ("<!doctype html><html><head><title>A &amp; B\n</title>", "A & B", None),
        ("<html><body><p>No title", "the file", None),
        ("word " * 100, "the file", None),
        ("Red \x1b[31malert\x07\n", "Red [31malert", None),
        ("", "the file", None),
    ],
)
def test_what_the_first_bytes_tell(tmp_path: Path, content: str, title: str, published: date | None) -> None:
    path = tmp_path / "the_file.md"
    path.write_bytes(content.encode())
    assert glance(path) == (title, published)


def test_a_file_that_cannot_be_read_has_its_name(tmp_path: Path) -> None:
    assert glance(tmp_path / "missing_one.md").title == "missing one"
    assert glance(tmp_path).title == tmp_path.name.replace("_", " ")


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_give_a_harmless_title(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(content)
    title = glance(path).title
    assert 0 < len(title) <= LONGEST_TITLE
    assert title.isprintable()
