"""Who says a figure: the quotation it stands in, the source its sentence names, or nobody but the article."""

import pytest

from tests.analysis.figures.test_rows import figures
from tui.analysis.document import segment
from tui.analysis.figures.figures import find_figures
from tui.analysis.model import Quote, QuoteKind
from tui.text.article import Article, Block, BlockKind
from tui.text.span import Span


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to the harbour office, 40 ships came.", "the harbour office"),
        ("Some 40 ships came, according to Ada Lund.", "Ada Lund"),
        ("Port officials estimate that 40 ships came.", "Port officials"),
        ("The report warned on Monday that 40 ships would come.", "The report"),
        ("Lund, the harbour master, said 40 ships came.", "Lund"),
        ("Some 40 ships came, police said in a statement.", "police"),
        ("“We saw 40 ships,” said Ada Lund, who runs the port.", "Ada Lund"),
        ("“It was cold,” Lund said. “We saw 40 ships.”", "Lund"),
        ("“We think 40 ships came,” Lund said on Friday.", "Lund"),
        ("Some 40 ships came.", None),
        ("It cost $5, an estimated 40 per cent of its value.", None),
        ("“It was cold,” said Lund, who owns 40 ships.", None),
        ("Authorities in the town of Lund said 40 ships came.", "Authorities in the town of Lund"),
        ("Storms hit the harbour and said nothing of 40 ships.", None),
        ("The Secretary of State met 40 envoys.", None),
        ("The United States sent 40 ships.", None),
    ],
)
def test_whose_it_is(text: str, source: str | None) -> None:
    figure = figures(text)[-1]
    assert (text[slice(*figure.source)] if figure.source else None) == source


def test_a_quotation_that_is_known_says_whose_it_is() -> None:
    text = "Lund was asked. Forty ships came. She saw two."
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    quote = Quote((Span(16, 33),), QuoteKind.INDIRECT, None, Span(0, 4), None)
    document = segment(Article("/articles/one.md", "", text, blocks))
    forty, two = find_figures(document, (), (), (quote,))
    assert (forty.source, two.source) == (Span(0, 4), None)
