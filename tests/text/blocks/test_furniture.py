"""What is not the article is marked; what is, is not."""

import time

import pytest

from tui.paths import bundled
from tui.text.article import Furniture
from tui.text.blocks import surroundings
from tui.text.blocks.furniture import _NEEDED, _by_rules, _needed_in, is_headline
from tui.text.blocks.rules import RULES
from tui.text.blocks.rules.rule import Rule
from tui.text.formats.plain import plain_article

BODY = (
    "The council of the harbour town voted on Tuesday to close the old bridge for good, after engineers had found "
    "cracks in two of its piers, Mayor Ada Lund said."
)


def reasons(*lines: str) -> list[Furniture | None]:
    article = plain_article("\n\n".join(lines), "-")
    return [block.furniture for block in article.blocks]


@pytest.mark.parametrize("line", ["By " + "Aa" * 57 + "!", "By Anna Berg and " + "A" * 90 + "?", "By " + "A. B." * 22])
def test_no_byline_takes_longer_than_another(line: str) -> None:
    begun = time.process_time()
    reasons(BODY, line, BODY)
    assert time.process_time() - begun < 2  # seconds; it took hours


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_every_rule_marks_its_example(rule: Rule) -> None:
    assert reasons(BODY, rule.example, BODY) == [None, rule.reason, None]


@pytest.mark.parametrize(
    "line",
    [
        "By the end of the week, the bridge will be closed.",
        "By contrast, Lund said, the new bridge is cheap.",
        "Reading by candlelight was common in 1911.",
        "Share prices fell on Monday.",
        "The photo shows a bridge.",
        "More than half of them came.",
        "More on this story came to light when Lund was asked about it.",
        "Print runs were cut in half.",
        "“Leave a comment,” she told them.",
        "Comments like that do not help, he said.",
        "Part of the bridge fell in 2018.",
        "This is the first of many bridges to be closed.",
        "Image is everything in this trade.",
        "Soldiers march through the town every year on the day of the battle.",
        "He was born in 1950 and died in 2011.",
        "Copyright law was changed.",
        "Facebook said on Friday it would not comment.",
        "Police asked anyone with information to contact them on 555-0101.",
        "“I felt there was a need to answer, and that's why I wrote the piece I did.",
        "By Monday, they should have enough virus to begin the next stage.",
        "Nixon Doctrine / Vietnamization",
        "file - a page of a manual",
        "The author is quite correct in saying so.",
        "Haitians posted one of the first tweets about it at noon.",
        "The station has free and unlimited access to the programmes.",
        "The president said he would speak to members of the opposition.",
        "Follow our live coverage of the closure of the bridge, where a crack was found on Tuesday.",
        "The photo by the door shows his father.",
        "Sources: two people who know of it said so. They asked not to be named.",
        "Support for the mayor fell to 31%.",
        "Do you have any children? None, she said.",
        "Home and away, the club lost.",
        "The video shows the bridge falling.",
        "Please call me Ada, she said.",
        "Get the bridge repaired, they shout.",
        "In this town, more is less.",
        "By Monday 34 ships lay outside the bay, according to the Ellery Port Authority (EPA).",
        "He worked for the Associated Press (AP).",
        "The mayor spoke to a news agency, Reuters.",
        "Close",
        "A Headline That Stands Alone Above Nothing",
        "Thirty-four ships lay at anchor outside the bay, according to the Estuary Port Authority (EPA).",
        "The figures come from the Alpine Parliament (AP)",
    ],
)
def test_lines_of_an_article_stay(line: str) -> None:
    assert reasons(BODY, line, BODY) == [None, None, None]


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Lund",
        "By Ada Lund and Jo Berg, The Courier",
        "By ADA LUND | May 3, 2019",
        "By Ada Lund for the Daily Bridge",
    ],
)
def test_bylines_are_credits(line: str) -> None:
    assert reasons("Old Bridge to Close for Good", line, BODY) == [None, Furniture.CREDIT, None]


def test_a_caption_touches_another_line() -> None:
    scene = "Workers stand on the old bridge of the harbour town, as the last car crosses it on May 3, 2019."
    article = plain_article(f"{BODY}\n\n{scene}\n{BODY}\n\n{BODY}", "-")
    assert [block.furniture for block in article.blocks] == [None, Furniture.CAPTION, None, None]
    assert reasons(BODY, scene, BODY) == [None, None, None]
    assert reasons(BODY, "The old bridge is seen from the harbour on May 3, 2019.", BODY)[1] is Furniture.CAPTION


def test_the_teaser_of_another_article() -> None:
    teaser = (
        "Ferry Company Plans Second Boat for Summer",
        "This is part two of a three-part series.",
        "PORTO — Even before the bridge was closed, the ferry company had ordered a boat.",
        "“Very much expected,” a senior U.S.",
    )
    assert reasons(BODY, *teaser, BODY) == [None, *[Furniture.TEASER] * 4, None]
    assert reasons(BODY, *teaser[:3], BODY) == [None, None, Furniture.SERIES, None, None]  # nothing breaks off


def test_an_article_of_nothing_else_is_an_article() -> None:
    assert reasons("Read more", "Share") == [None, None]


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Ferry Company Plans Second Boat for Summer", True),
        ("Ferry company plans second boat for summer", False),
        ("Ferry Company Plans Second Boat.", False),
        ("Too Short", False),
    ],
)
def test_headlines(line: str, headline: bool) -> None:
    assert is_headline(line) is headline


def test_lines_that_are_alike_are_looked_through_once() -> None:
    _by_rules.cache_clear()
    plain_article("A ship.\n\n" + "a\n\n" * 500, "-")
    assert _by_rules.cache_info().hits > 400


def test_a_long_paragraph_is_not_looked_through_for_the_words_of_sites(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Asked:
        def search(self, line: str) -> None:
            asked.append(line)

    monkeypatch.setattr(surroundings, "WORDS", Asked())
    monkeypatch.setattr(surroundings, "VOICE", Asked())
    reasons("Bridge closed for good", BODY, "Read more", BODY)
    assert BODY not in asked
    assert "Read more" in asked


def test_rules_that_are_left_out_by_a_text_hold_for_no_line_of_it() -> None:
    everything = tuple(_NEEDED)
    for file in bundled("sample_articles").iterdir():
        text = file.read_text(encoding="utf-8")
        there = _needed_in(text)
        assert len(there) < len(everything)
        for line in text.splitlines():
            assert _by_rules(line, there) == _by_rules(line, everything), line


@pytest.mark.parametrize(
    "line", ["© 2019 The Lenn Post", "(C) 2019 The Lenn Post", "COPYRIGHT Lenn", "All Rights Reserved"]
)
def test_the_line_at_the_foot_says_whose_a_page_is(line: str) -> None:
    assert surroundings._is_foot(line)
