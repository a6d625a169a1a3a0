"""Who is put right is put right in quotations too: they belong to the one that a name or pronoun now stands for."""

import pytest

from tui.analysis.model import Alias, Analysis, Entity, Kind, Mention, Quote, QuoteKind
from tui.analysis.repairs.corrections import replay
from tui.analysis.repairs.repairs import AddName, Correction, Hide, Merge, key_of
from tui.text.article import Article, Block, BlockKind, Published
from tui.text.span import Span

TEXT = "“It is late,” said Ada Lund of Acme. “We go,” she added. “Stay,” said Lund. “No,” said Bo."


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def entity_of(name: str, kind: Kind, words: str) -> Entity:
    return Entity(name, kind, (Alias(name, "exact"),), (Mention(span_of(words), kind, name, "crf"),))


def quote_of(words: str, speaker: str, entity: int | None) -> Quote:
    return Quote((span_of(words),), QuoteKind.DIRECT, None, span_of(speaker), entity)


ARTICLE = Article("/a.txt", "", TEXT, (Block(BlockKind.PARAGRAPH, Span(0, len(TEXT))),))
LUND = Entity(
    "Lund",
    Kind.PERSON,
    (Alias("Lund", "exact"),),
    (Mention(Span(TEXT.index("Lund."), TEXT.index("Lund.") + 4), Kind.PERSON, "Lund", "crf"),),
)
ANALYSIS = Analysis(
    ARTICLE.digest,
    Published(),
    (),
    (entity_of("Ada Lund", Kind.PERSON, "Ada Lund"), entity_of("Acme", Kind.ORG, "Acme"), LUND),
    (),
    (),
    quotes=(
        quote_of("“It is late,”", "Ada Lund of Acme", 0),
        quote_of("“We go,”", "she", 0),
        quote_of("“Stay,”", "said Lund", 2),
        quote_of("“No,”", "Bo", None),
    ),
)


@pytest.mark.parametrize(
    ("rule", "speakers"),
    [
        (Merge((key_of(ANALYSIS, ANALYSIS.entities[0]), key_of(ANALYSIS, LUND)), "Ada Lund"), ["Ada Lund"] * 3 + [""]),
        (Hide(key_of(ANALYSIS, ANALYSIS.entities[1])), ["Ada Lund", "Ada Lund", "Lund", ""]),
        (Hide(key_of(ANALYSIS, ANALYSIS.entities[0])), ["", "", "Lund", ""]),
        (AddName("Bo", Kind.PERSON), ["Ada Lund", "Ada Lund", "Lund", "Bo"]),
    ],
)
def test_quotations_go_with_the_names_of_their_speakers(rule: Correction, speakers: list[str]) -> None:
    after = replay(ANALYSIS, ARTICLE, [rule])
    owners = [quote.entity for quote in after.quotes]
    assert ["" if owner is None else after.entities[owner].name for owner in owners] == speakers
