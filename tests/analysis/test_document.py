"""Sentences and tokens of odd and ordinary text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.document import Document, segment
from tui.text.article import Article, Block, BlockKind, Furniture
from tui.text.span import Span


def document_of(text: str, *blocks: Block) -> Document:
    return segment(Article("test", "", text, blocks or (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)))


def sentences_of(text: str) -> list[str]:
    return [text[slice(*sentence.span)] for sentence in document_of(text).sentences]


@pytest.mark.parametrize(
    "text",  # "|" stands where one sentence ends
    [
        "He lives in the U.S. |The man said so.",
        "The U.S. Army met Gen. Smith on Jan. 5 at 5 p.m. |Then he left.",
        "“We like it.” |She agreed.",
        "“We like it.” he said.",
        "He said “Yes.” |Then they went.",
        '"We do!" |"You do not."',
        "He left ... and came back.",
        "It ended… |They cheered.",
        "J. K. Rowling met George W. Bush.",
        "World War I. |The end.",
        "Acme Inc. said so. |(He left.) |She stayed.",
        "He sold it to Ocean Ltd. |John Smith said so.",
        "Acme Inc. CEO Ada Lund said so.",
        "Acme Inc. Chief Executive Ada Lund said so.",
        "The rest is known.[3] |Next came the flood.",
        "It cost $3.5 million. |2019 was better.",
        "Visit www.example.com/a.b?c=D. |Then write to me@example.org.",
        "“Very much unanticipated,” a senior U.S.",
        "これは本です。|はい。",
    ],
)
def test_sentences_end_where_a_reader_would_stop(text: str) -> None:
    assert [sentence.strip() for sentence in sentences_of(text.replace("|", ""))] == [
        part.strip() for part in text.split("|")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S.-backed", "U.S. - backed"),
        ("the president’s car", "the president ’s car"),
        ("O'Brien don't", "O'Brien don't"),
        ("al-Qaida, 1,000.", "al - Qaida , 1,000 ."),
        ("José Ó Bradáin", "José Ó Bradáin"),
        ("Jose\u0301", "Jose\u0301"),
        ("(ISW)", "( ISW )"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert " ".join(token.text for sentence in document_of(text).sentences for token in sentence.tokens) == expected


def test_furniture_and_code_are_silent() -> None:
    text = "Heading\n\nA caption.\n\ncode()\n\nThe body."
    blocks = (
        Block(BlockKind.HEADING, Span(0, 7), level=1),
        Block(BlockKind.PARAGRAPH, Span(9, 19), furniture=Furniture.CAPTION),
        Block(BlockKind.CODE, Span(21, 27)),
        Block(BlockKind.PARAGRAPH, Span(29, 38)),
    )
    document = document_of(text, *blocks)
    assert [(text[slice(*s.span)], s.block) for s in document.sentences] == [("Heading", 0), ("The body.", 3)]


def test_lines_of_verse_are_apart_and_wrapped_lines_together() -> None:
    assert sentences_of("FIRST LINE\nSecond line") == ["FIRST LINE", "Second line"]
    wrapped = "The first line of this text was wrapped by\nsome program that counted the columns\nof every line."
    assert len(sentences_of(wrapped)) == 1


def test_an_endless_line_is_cut() -> None:
    assert max(len(sentence.tokens) for sentence in document_of("word, " * 5000).sentences) <= 400


def test_what_stands_far_apart_is_no_sentence() -> None:
    assert sentences_of(f"In May John{' ' * 90}Smith left.") == ["In May John", "Smith left."]
    assert sentences_of(f"In May John{' ' * 9}Smith left.") == [f"In May John{' ' * 9}Smith left."]


@given(st.text(alphabet=st.sampled_from("aB.!?\"”’'() \n1-…U.S.é\u0301[]@中。"), max_size=120))
def test_offsets_are_exact_sorted_and_lose_nothing(text: str) -> None:
    document = document_of(text)
    end, seen = 0, []
    for sentence in document.sentences:
        assert sentence.span == (sentence.tokens[0].span.start, sentence.tokens[-1].span.end)
        for token in sentence.tokens:
            assert end <= token.span.start < token.span.end
            assert text[slice(*token.span)] == token.text
            end = token.span.end
            seen.append(token.text)
    assert "".join("".join(seen).split()) == "".join(text.split())
