"""What a tagger marks, cut to the name."""

import pytest

from tui.analysis.document import Document, segment
from tui.analysis.model import Kind
from tui.analysis.names.surfaces import find_candidates, quieted
from tui.analysis.names.tagger import Tagged
from tui.text.article import Article, Block, BlockKind
from tui.text.span import Span


def document_of(text: str) -> Document:
    return segment(Article("test", "", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)))


def tagged(text: str, marked: str, kind: Kind) -> Tagged:
    start = text.index(marked)
    return Tagged(Span(start, start + len(marked)), kind, 0.9)


@pytest.mark.parametrize(
    ("text", "marked", "kind", "name"),
    [
        ("They met the Obama’s aides.", "the Obama’s", Kind.PERSON, "Obama"),
        ("He met President Joe Biden.", "President Joe Biden", Kind.PERSON, "Joe Biden"),
        ("He met Mullah Omar there.", "Mullah Omar", Kind.PERSON, "Mullah Omar"),
        ("They saw “Doctor Zhivago,” he said.", "“Doctor Zhivago,”", Kind.OTHER, "Doctor Zhivago"),
        ("Romney wins Washington again.", "Romney wins Washington", Kind.PERSON, "Romney"),
        ("They asked the U.N. again.", "U.N", Kind.ORG, "U.N."),
        ("They bought Acme Inc. today.", "Acme Inc.", Kind.ORG, "Acme Inc."),
        ("He leads the Institute for the Study of War.", "Study of War", Kind.ORG, "Institute for the Study of War"),
        ("They met Hau Lung-bin there.", "Hau Lung", Kind.PERSON, "Hau Lung-bin"),
        ("He lost to Freiburg 3-1 today.", "Freiburg 3", Kind.ORG, "Freiburg"),
        ("Many Republicans lost.", "Many Republicans", Kind.ORG, "Republicans"),
        ("The (Red Cross) helped.", "Red Cross)", Kind.ORG, "Red Cross"),
    ],
)
def test_a_marked_name_is_cut(text: str, marked: str, kind: Kind, name: str) -> None:
    found = find_candidates(document_of(text), [tagged(text, marked, kind)])
    assert name in [text[slice(*candidate.span)] for candidate in found if candidate.rule == "crf"]


@pytest.mark.parametrize("junk", ["www.example.com", "Monday", "On Tuesday", "info@example.org"])
def test_junk_is_no_name(junk: str) -> None:
    text = f"They wrote {junk} there."
    assert find_candidates(document_of(text), [tagged(text, junk, Kind.ORG)]) == []


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("He joined the Bank of Elsewhere in May.", ["Bank of Elsewhere"]),
        ("They met Ann Chiang of Elsewhere.", ["Ann Chiang", "Elsewhere"]),
        ("Yesterday nothing happened.", []),
        ("Later Smith & Sons closed.", ["Smith & Sons"]),
    ],
)
def test_runs_of_capitals_are_candidates_too(text: str, runs: list[str]) -> None:
    assert [text[slice(*candidate.span)] for candidate in find_candidates(document_of(text), [])] == runs


def test_a_headline_gives_up_what_stuck_to_a_name() -> None:
    text = "Fears Grow Islamic State Fighters Ready\nThe fighters of Islamic State fled."
    document = document_of(text)
    names = [tagged(text, "Fears Grow Islamic State", Kind.ORG), Tagged(Span(56, 69), Kind.ORG, 0.9)]
    surfaces = [text[slice(*name.span)] for name in quieted(text, find_candidates(document, names))]
    assert surfaces == ["Islamic State", "Islamic State"]
