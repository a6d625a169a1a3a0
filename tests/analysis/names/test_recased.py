"""Texts whose capitals say nothing: all small, all large, and every word with one."""

from collections.abc import Callable

import pytest

from tui.analysis.document import segment
from tui.analysis.model import Kind
from tui.analysis.names.entities import find_entities
from tui.analysis.names.recased import recased
from tui.text.article import Article

Write = Callable[..., Article]
TEXT = (
    "The chancellor Angela Merkel met Emmanuel Dupont in Paris on Tuesday, and they spoke about the money that the "
    "European Union wants to give to Greece. Merkel said that the talks in Paris had been good. In New York the "
    "United Nations heard of it, and the French were pleased while the price of oil fell in Saudi Arabia. "
    "Nobody knows what will come of it, because the parliament still has to vote before the summer ends."
)
KINDS = {
    "angela merkel": Kind.PERSON,
    "emmanuel dupont": Kind.PERSON,
    "paris": Kind.PLACE,
    "european union": Kind.ORG,
    "greece": Kind.PLACE,
    "new york": Kind.PLACE,
    "united nations": Kind.ORG,
    "french": Kind.GROUP,
    "saudi arabia": Kind.PLACE,
}


def titled(text: str) -> str:
    return " ".join(word[0].upper() + word[1:] for word in text.split(" "))


@pytest.mark.parametrize("write", [str, str.lower, str.upper, titled], ids=["as it is", "small", "large", "titled"])
def test_names_are_listed_however_the_text_is_written(write: Callable[[str], str], write_article: Write) -> None:
    text = write(TEXT)
    found = find_entities(segment(write_article(text)))
    assert {entity.name.lower(): entity.kind for entity in found} == KINDS
    for entity in found:
        assert entity.aliases[0].text == entity.name
        assert all(text[slice(*mention.span)] == mention.text for mention in entity.mentions)
        assert {mention.text for mention in entity.mentions} <= {alias.text for alias in entity.aliases}


def test_a_surname_is_joined_in_small_letters(write_article: Write) -> None:
    found = {
        alias.text: entity for entity in find_entities(segment(write_article(TEXT.lower()))) for alias in entity.aliases
    }
    assert found["merkel"] is found["angela merkel"]


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Angela Merkel, Emmanuel Macron, Boris Johnson, Pedro Sánchez, Mario Draghi and Olaf Scholz met Joe Biden.",
        "PARIS",
        "a b c",
        "ŉ ß İ " * 3,
    ],
)
def test_capitals_that_speak_are_kept(text: str, write_article: Write) -> None:
    assert recased(segment(write_article(text))) is None


@pytest.mark.parametrize("odd", ["İstanbul ŉ ß ǰ ΐ ﬁ", "STRAẞE ŒUVRE Ǆ"])
def test_no_letter_moves(odd: str, write_article: Write) -> None:
    text = (odd + " and the rest of the text. ").upper() * 8
    written = recased(segment(write_article(text)))
    assert written is not None
    assert len(written.article.text) == len(text)
    for sentence in written.sentences:
        assert all(written.article.text[slice(*token.span)] == token.text for token in sentence.tokens)
