"""The language that a text looks like, and the names listed in it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tui.analysis.document import segment
from tui.analysis.languages.detector import language_of
from tui.analysis.pipeline import analyse
from tui.paths import bundled
from tui.text.article import Article
from tui.text.read import read_article

Write = Callable[..., Article]
ENGLISH = (
    "The minister said on Tuesday that the harbour of Rostock would be built anew, and that the money was there. "
    "She had asked the people who live near it. They were not against it, but the shops fear for their trade. "
)
GERMAN = "„Die Stadt baut den Hafen aus, und das wird gut, denn er wird für uns da sein und nicht nur für die Reichen.“"


class Sample(NamedTuple):
    """A report in another language, and the names that are to be listed."""

    language: str
    names: set[str]
    text: str


def samples() -> Iterator[Sample]:
    """The reports of texts.txt."""
    for part in Path(__file__).with_name("texts.txt").read_text("utf-8").split("\n= ")[1:]:
        head, _, text = part.partition("\n")
        language, _, names = head.partition("|")
        yield Sample(language.strip(), {name.strip() for name in names.split(",") if name.strip()}, text)


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.language)
def test_a_report_in_another_language(sample: Sample, write_article: Write) -> None:
    analysis = analyse(write_article(sample.text))
    assert analysis.language == sample.language
    assert {mention.text for entity in analysis.entities for mention in entity.mentions} == sample.names


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.language)
def test_one_sentence_of_it_says_nothing_of_an_english_article(sample: Sample, write_article: Write) -> None:
    text = f"{ENGLISH}\n\n“{sample.text.strip().splitlines()[0][:200]}”\n\n{ENGLISH}"
    assert language_of(segment(write_article(text))) == ""


@pytest.mark.parametrize(
    "text",
    [
        f'{ENGLISH} {GERMAN} "{GERMAN[1:-1]}" {GERMAN}',  # quoted at length
        "Cardinals relievers: John Gant (0.5 WAR), Alex Reyes (0.5 WAR), Ponce de Leon (0.2 WAR), Helsley (0.1 WAR)",
        "Der Spiegel, Le Monde, El País",
        "Santiago de Chile",
        "12 34 56",
        "",
    ],
)
def test_english_stays_english(text: str, write_article: Write) -> None:
    assert language_of(segment(write_article(text or "?"))) == ""


def test_the_sample_articles_are_english() -> None:
    paths = sorted(bundled("sample_articles").glob("*.md"))
    assert paths
    assert {language_of(segment(read_article(path))) for path in paths} == {""}
