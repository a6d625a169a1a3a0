"""Where clauses begin and end, drawn: brackets show the clauses of each sentence, inner ones inside."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.document import segment
from tui.analysis.events.clauses import clause_at, find_clauses
from tui.analysis.events.verbs import Tense
from tui.text.article import Article, Block, BlockKind
from tui.text.span import Span

WORDS = (
    *("The", "who", "man", "said", "that", "Obama", "and", "left", "when", "was", "on"),
    *("Tuesday", "founded", "he", "it", "1945", "police"),
    *",()“”;",
)
DATE = re.compile(r"(?:\w+ )?\d+, \d{4}|this past March|[Ll]ast August|on Tuesday|Friday")


def clauses_of(text):
    document = segment(Article("test", "", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)))
    times = [Span(*match.span()) for match in DATE.finditer(text)]
    return [find_clauses(sentence, times) for sentence in document.sentences]


def drawn(text):
    marks = []
    for clause in clauses_of(text)[0]:
        marks += [(clause.span.start, 1, "["), (clause.span.end, 0, "]")]
    for offset, _, sign in sorted(marks, reverse=True):
        text = text[:offset] + sign + text[offset:]
    return text


@pytest.mark.parametrize(
    "expected",
    [
        "[The ministry said on Tuesday] [that three soldiers had been killed on Monday.]",
        "[Jobs, [who was born on February 24, 1955,] resigned on Wednesday] [and left the company in May.]",
        "[On Tuesday, the company, [founded in 1945,] announced] [it would sell its plant in June.]",
        "[Pentagon spokesman Sean Robertson told VOA last August.]",
        "[In 1986 he bought Pixar,] [which was acquired by The Walt Disney Company in 2005.]",
        "[“This is not the end of the fight,”] [Jeffery said this past March, following the fall of Baghuz.]",
        "[Three people were killed,] [police said Friday.]",
        "[He left the army] [when he was wounded in 1944.]",
        "[He died in December,] [a week before he was sworn in.]",
        "[She worked on calculations] [by which it found its way back.]",
        "[It let 13 ships enter from Port Said, in the hope that they could go on.]",
        "[The man, [whose sons left and never wrote,] died.]",
        '[The gate opened;] [in May the wall fell,] ["and that was all,"] [said Ek.]',
        "[A U.S.-backed Syrian Democratic Forces (SDF) fighter watches rounds] [as the last pocket is attacked.]",
        "[The council is weighing new taxes] [and on Tuesday, Minister Anna Berg met the farmers.]",
        "[He gave 10 crowns] [and last August 58 percent of the gifts came from small donors.]",
        "[The count showed that on Tuesday, a total of 20 ships sailed.]",
        "[Police said Friday] [that the mill was shut] [and left.]",
        "[They rebuilt the mill,] [much of which was lost in 1970.]",
        "[The herd stood at 200] [and has since exploded to 3,000.]",
        "[The plan may as well have been written in 1970.]",
        "[May 1, 1990: Two mills burned in Oslo] [May 7, 1991: A fire in Bergen] [June 2, 1992: It was sold.]",
        "[May 1, 1990 - Two mills burned] [May 7, 1991 - It was sold.]",
        "[The search [-- a method that was used in Oslo] -- ended on Tuesday.]",
        "[The war may once have seemed far away on Tuesday.]",
        "[Others weighed in on Tuesday about whether it should be shown.]",
        "[Experts convened by the WHO on Tuesday did not agree.]",
        "[They had said as recently as Tuesday] [that he was well.]",
        "[The (profit) outcome was lower on Tuesday (a holiday).]",
        "[The mill [(it was built in 1990)] burned on Tuesday.]",
        "[One man told AFP] [the mill had burned on Tuesday.]",
        "[Berg told the farmers on Tuesday] [he would leave.]",
        "[Sales.]",
    ],
)
def test_drawn(expected):
    assert drawn(re.sub(r"[\[\]]", "", expected)) == expected


def test_saying_past_and_relative_clauses_are_known():
    first, second = clauses_of("The ministry said on Tuesday that it will act.")[0]
    assert (first.reporting, second.reporting) == (True, False)
    assert (first.tense, second.tense) == (Tense.PAST, Tense.AHEAD)
    main, inner = clauses_of("The man, who was 30, died.")[0]
    assert (main.relative, inner.relative) == (False, True)


def test_the_innermost_clause_holds_an_offset():
    text = "Jobs, who was born in 1955, resigned."
    clauses = clauses_of(text)[0]
    assert clause_at(clauses, text.index("1955")).relative
    assert not clause_at(clauses, text.index("resigned")).relative


@given(st.text(alphabet='aT ,;.:()"“”—-\nthwdi1', max_size=80) | st.text(max_size=60))
def test_every_token_lies_in_a_clause(text):
    for clauses in clauses_of(text):
        assert clauses
        assert [clause.span.start for clause in clauses] == sorted(clause.span.start for clause in clauses)
        covered = set()
        for clause in clauses:
            assert clause.first < clause.last
            covered.update(range(clause.first, clause.last))
        assert covered == set(range(max(clause.last for clause in clauses)))


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=25,
    )
)
def test_any_order_of_words(words):
    for clauses in clauses_of(" ".join(words)):
        assert clauses
        assert set().union(*(range(clause.first, clause.last) for clause in clauses)) == set(
            range(max(clause.last for clause in clauses))
        )
