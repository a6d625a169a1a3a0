"""Every kind of cue is heard in its own example."""

import pytest

from tui.analysis.document import segment
from tui.analysis.quotes.attributions import attributions_of
from tui.analysis.quotes.cue_words import CUES, Cue, cue_forms
from tui.analysis.quotes.units import units_of
from tui.text.formats.plain import plain_article


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_each_row_hears_its_example(cue: Cue) -> None:
    text = cue.example.translate(dict.fromkeys(map(ord, "[]{}")))
    said = cue.example.partition("{")[2].partition("}")[0]
    word = cue.example.partition("[")[2].partition("]")[0]
    ((unit,),) = units_of(segment(plain_article(text, source="a", furniture=False, exact=True)))
    (found,) = attributions_of(unit)
    assert text[slice(*unit.span(*found.cue))] == word
    assert [text[slice(*unit.span(*part))] for part in found.content] == [said]
    assert found.speaker is not None
    assert text[slice(*unit.span(found.speaker.first, found.speaker.last))] == text.partition(f" {word}")[0]


def test_verbs_are_known_in_all_their_forms() -> None:
    assert cue_forms().keys() >= {"say", "says", "said", "saying", "denies", "denied", "quipping", "wrote", "argues"}
    assert cue_forms().keys().isdisjoint({"sayed", "denys", "arguied"})
