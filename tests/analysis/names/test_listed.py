"""Well-known names of several words, whatever a tagger made of them."""

from tui.analysis.document import Document, segment
from tui.analysis.model import Kind
from tui.analysis.names.listed import find_listed, merged
from tui.analysis.names.surfaces import Candidate
from tui.text.article import Article, Block, BlockKind
from tui.text.span import Span


def document_of(text: str) -> Document:
    return segment(Article("test", "", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)))


def listed_in(text: str) -> list[str]:
    return [text[slice(*name.span)] for name in find_listed(document_of(text))]


def test_the_longest_name_is_found() -> None:
    text = "They left the Islamic State of Iraq and Syria for Bayern Munich and the World Bank."
    assert listed_in(text) == ["Islamic State of Iraq and Syria", "Bayern Munich", "World Bank"]


def test_common_words_are_not_taken() -> None:
    assert listed_in("The world bank of ideas is an islamic state of mind.") == []


def test_a_known_name_takes_the_place_of_its_parts() -> None:
    names = [Candidate(Span(0, 6), Kind.PLACE, 0.9, True, "crf"), Candidate(Span(7, 13), Kind.PLACE, 0.9, False, "crf")]
    known = Candidate(Span(0, 13), Kind.ORG, 1.0, False, "known")
    assert merged(names, [known]) == [known._replace(opening=True)]


def test_a_longer_name_keeps_its_bounds() -> None:
    longer = Candidate(Span(0, 30), Kind.ORG, 0.9, True, "crf")
    after = Candidate(Span(40, 44), Kind.ORG, 0.9, True, "crf")
    assert merged([longer, after], [Candidate(Span(0, 13), Kind.ORG, 1.0, False, "known")]) == [longer, after]
