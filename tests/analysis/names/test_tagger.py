"""Tags become names, and what an article tells of its own words."""

import pytest

from tui.analysis.document import Document, segment
from tui.analysis.names.tagger import encodable, features_of, is_shouted, is_titled, runs, tag_names, usage_of, word_of
from tui.text.article import Article, Block, BlockKind
from tui.text.span import Span


def document_of(text: str) -> Document:
    return segment(Article("test", "", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)))


@pytest.mark.parametrize(
    ("tags", "names"),
    [
        ("O B-ORG I-ORG O", [(1, 2, "ORG")]),
        ("B-ORG B-ORG", [(0, 0, "ORG"), (1, 1, "ORG")]),
        ("B-ORG I-PERSON", [(0, 0, "ORG"), (1, 1, "PERSON")]),
        ("I-PLACE O I-PLACE", [(0, 0, "PLACE"), (2, 2, "PLACE")]),
        ("O O", []),
    ],
)
def test_runs_of_tags(tags: str, names: list[tuple[int, int, str]]) -> None:
    assert list(runs(tags.split())) == names


def test_headlines_and_capitals() -> None:
    (headline,) = document_of("Fears Grow Over Fighters Ready To Carry On").sentences
    (loud,) = document_of("POLICE SEEK WITNESSES AFTER FIRE").sentences
    (plain,) = document_of("Angela Merkel met President Barack Obama.").sentences
    assert [is_titled(headline), is_shouted(loud)] == [True, True]
    assert [is_titled(plain), is_shouted(plain)] == [False, False]


def test_an_article_tells_of_its_words() -> None:
    usage = usage_of(document_of("She met Mr. Brown in Leeds. The brown dog saw Brown.").sentences)
    assert "brown" in usage.lower
    assert "<title" in usage.signs["Brown"]
    assert "<in" in usage.signs["Leeds"]


def test_listed_names_of_several_words_are_features() -> None:
    document = document_of("They left New York for Abu Sayyaf camps.")
    rows = features_of(document.sentences[0], usage_of(document.sentences))
    words = [token.text for token in document.sentences[0].tokens]
    assert any(feature.startswith("listed=B-") for feature in rows[words.index("New")])
    assert any(feature.startswith("listed=I-") for feature in rows[words.index("York")])


def test_broken_characters_can_be_read() -> None:
    assert encodable("a\ud800b") == "a?b"
    assert word_of("\ud800")


def test_tagging_is_certain_to_a_degree() -> None:
    document = document_of("Angela Merkel visited Paris.")
    names = tag_names(document, usage_of(document.sentences))
    assert [(str(name.kind), name.span) for name in names] == [("PERSON", (0, 13)), ("PLACE", (22, 27))]
    assert all(0 < name.share <= 1 for name in names)
