"""Why a quotation is one, and whose it is: told in the words of the article."""

import pytest

from tui.analysis.figures.why import why as why_counted
from tui.analysis.pipeline import analyse
from tui.analysis.quotes.why import why
from tui.text.formats.plain import plain_article

TEXT = (
    "“It is late,” said the senator Ada Lund. “We go,” she added. The senator warned of “a very long” winter.\n\n"
    "“Nobody knows why.”\n\nThe report found that about 5 percent of 34 ships had left."
)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("It is late", ["direct", "“said”", "behind the cue", "Ada Lund, who is named there"]),
        ("We go", ["“added”", "“she”, which stands before the cue", "spoke or acted last before “she”"]),
        ("a very long", ["mixed", "Ada Lund, who was called so before"]),
        ("Nobody knows", ["Cue         none", "nobody is named"]),
        ("34 ships", ["indirect", "“found” (verbs like “show”)", "“The report”", "no entity"]),
    ],
)
def test_a_quotation_says_why(words: str, lines: list[str]) -> None:
    article = plain_article(TEXT, source="/a", title="", furniture=False, exact=True)
    analysis = analyse(article)
    found = next(quote for quote in analysis.quotes if any(words in TEXT[slice(*span)] for span in quote.content))
    told = "\n".join(why(article, analysis, found))
    assert [line for line in lines if line not in told] == []


def test_a_figure_says_what_it_is_taken_for() -> None:
    article = plain_article(TEXT, source="/a", title="", furniture=False, exact=True)
    told = ["\n".join(why_counted(article, figure)) for figure in analyse(article).figures]
    assert "Value       5" in told[0]
    assert "“about 5 percent”" in told[0]
    assert "Unit        percent" in told[0]
    assert "“The report”" in told[0]
    assert "Counts      ships" in told[1]
