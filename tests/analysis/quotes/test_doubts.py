"""What is told in other words is firm, marked as doubtful, or left out where nobody says anything."""

import pytest

from tui.analysis.pipeline import analyse
from tui.text.formats.plain import plain_article

FIRM, DOUBTED, NONE = "firm", "doubted", "none"
CASES = [
    ("Ada Lund said the bridge was safe.", FIRM),
    ("The mayor warned that the dam could break.", FIRM),
    ("Ada Lund, who argues that the bridge was safe, left early.", FIRM),
    ("A new study found that the ice was thinner.", FIRM),
    ("According to the police, nobody was hurt.", FIRM),
    ("Ada Lund condemned the raid on the camp.", FIRM),
    ("Ada Lund called for an end to the strike.", FIRM),
    ("The mayor questioned whether the bridge was safe.", FIRM),
    ("Ada Lund has long said that the bridge was safe.", FIRM),
    ("Some member states say that the bridge was safe.", FIRM),
    ("Ada Lund turned against the council and accused the mayor of the worst.", FIRM),
    # what somebody thinks, wants or does
    ("Many voters know that the bridge was closed.", DOUBTED),
    ("Ada Lund believes the bridge was safe.", DOUBTED),
    ("The senator refused to testify about the bridge.", DOUBTED),
    ("Ada Lund plans to visit the old bridge.", DOUBTED),
    ("Ada Lund backed the plan of the council.", DOUBTED),
    ("Say you think the bridge is as safe as before.", DOUBTED),
    # a thing that is no document
    ("The collapse showed that the bridge was weak.", DOUBTED),
    ("The new protocol called for the mayor to be told.", DOUBTED),
    # denied, possible, asked for
    ("Ada Lund did not say that the bridge was safe.", DOUBTED),
    ("Ada Lund could say that the bridge was safe.", DOUBTED),
    ("Ada Lund will turn against the council and accuse the mayor of the worst.", DOUBTED),
    ("Has Ada Lund said that the bridge was safe?", DOUBTED),
    ("Ada Lund would do well to meet the council, stressing that the bridge was old.", DOUBTED),
    # a speaker in another clause
    ("The firms that had insured Ada Lund agreed to mend the old bridge.", DOUBTED),
    ("A talk with Ada Lund on the ice of the river, which warns that it melts, was cut.", DOUBTED),
    # nobody says anything
    ("Can you imagine that the bridge was safe?", NONE),
    ("If Ada Lund said the bridge was safe, they would cross.", NONE),
    ("A bold - some say rash - plan of the council closed the bridge.", NONE),
    ("The rain began again when the bridge was safe.", NONE),
    ("Ada Lund was once asked how the bridge was built.", NONE),
    ("They broke federal and state law when the bridge was built.", NONE),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_how_sure_it_is_that_somebody_said_so(text: str, expected: str) -> None:
    quotes = analyse(plain_article(f"{text} It rained.", "a.txt")).quotes
    assert ([DOUBTED if quote.doubted else FIRM for quote in quotes] or [NONE]) == [expected]


def test_words_in_quotation_marks_are_never_doubted() -> None:
    quotes = analyse(plain_article("Ada Lund did not say “the bridge is as safe as ever” to anybody.", "a.txt")).quotes
    assert [quote.doubted for quote in quotes] == [False]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Lund, the mayor of Porto, vowed not to close the bridge.", "Ada Lund"),
        ("Bo Ek was late. Ada Lund, the mayor, said many of the bridges had been closed.", "Ada Lund"),
    ],
)
def test_what_follows_the_verb_is_not_taken_for_the_speaker(text: str, speaker: str) -> None:
    article = plain_article(text, "a.txt")
    (quote,) = analyse(article).quotes
    assert quote.speaker is not None
    assert article.text[slice(*quote.speaker)].startswith(speaker)
