"""Quotation marks of every dialect are paired; a stray one costs its paragraph at most."""

import pytest

from tui.analysis.quotes.marks import quoted_in
from tui.text.span import Span

PAIRED = [
    ("He said “it is late” and left.", ["“it is late”"]),
    ("He said ‘it is late’ and left.", ["‘it is late’"]),
    ('He said "it is late" and left.', ['"it is late"']),
    ("He said ''it is late'' and left.", ["''it is late''"]),
    ("He said ``it is late'' and left.", ["``it is late''"]),
    ("Er sagte: „Es ist spät.“ Dann ging er.", ["„Es ist spät.“"]),
    ("Er sagte: »Es ist spät.« Dann ging er.", ["»Es ist spät.«"]),
    ("Il dit : « Il est tard. » Puis il part.", ["« Il est tard. »"]),
    ("Han skrev: ”Det är sent.” Sedan gick han.", ["”Det är sent.”"]),
    ("“He told me ‘go’ and I went,” she said. “Then I slept.”", ["“He told me ‘go’ and I went,”", "“Then I slept.”"]),
    ("‘The boys’ coats were wet,’ she said.", ["‘The boys’ coats were wet,’"]),
    ("It isn't the boys' fault, nor the '90s, nor o'clock.", []),
    ("“One,” he said, “and two.”", ["“One,”", "“and two.”"]),
    ('At the "Grand" they said "no" again.', ['"Grand"', '"no"']),
    ('The board is 6\' 3" long and 4" wide.', []),
    ("", []),
]


def quoted(text: str, following: str = "") -> list[str]:
    return [text[slice(*found.span)] for found in quoted_in(text, Span(0, len(text)), following)]


@pytest.mark.parametrize(("text", "found"), PAIRED)
def test_marks_are_paired(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_a_paragraph_that_begins_with_a_mark_goes_on_to_its_end() -> None:
    text = "“We shall rebuild the bridge."
    (found,) = quoted_in(text, Span(0, len(text)), "“And we shall")
    assert found.goes_on
    assert text[slice(*found.span)] == text


def test_a_stray_mark_within_a_paragraph_quotes_nothing() -> None:
    assert quoted("The “ sign was painted over. Nobody saw it.") == []
    assert quoted("A word “then nothing closes it. And on it goes.", "The next.") == []
    assert quoted("The “first was lost, he wrote “this is kept” to her.") == ["“this is kept”"]
