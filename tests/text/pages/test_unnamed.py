"""What is not the article is told by its form where nothing is named, in pages, Markdown and plain text alike."""

import re
from collections.abc import Callable

import pytest

from tests.text.pages.stories import STORIES, Story
from tests.text.pages.unnamed import TEMPLATES, as_markdown, as_page, as_plain, pieces
from tests.text.pages.unnamed_more import MORE
from tui.text.article import Article, BlockKind
from tui.text.formats.html import html_article
from tui.text.formats.markdown import markdown_article
from tui.text.formats.plain import plain_article

Read = Callable[[str, Story], Article]
READ: dict[str, Read] = {
    "page": lambda template, story: html_article(as_page(template, story), "/p.html", "p.html"),
    "markdown": lambda template, story: markdown_article(as_markdown(template, story), "/p.md"),
    "plain": lambda template, story: plain_article(as_plain(template, story), "/p.txt"),
}
LEAST_FOREIGN, MOST_OWN = 85.0, 0.2  # per cent that are marked


def letters(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def told(read: Read, template: str, story: Story) -> tuple[list[str], list[str], int, int]:
    """Foreign words that are shown, own ones that are folded, and how many there are of each."""
    article = read(template, story)
    all_pieces = list(pieces(template, story))
    own = {letters(piece.words) for piece in all_pieces if piece.own} - {letters(all_pieces[1].words)}
    foreign = {letters(piece.words) for piece in all_pieces if not piece.own}
    blocks = [
        (letters(article.text[slice(*block.span)]), bool(block.furniture))
        for block in article.blocks
        if block.kind is not BlockKind.RULE
    ]
    shown = [words for words, folded in blocks if words in foreign and not folded]
    lost = [words for words, folded in blocks if words in own and folded]
    return shown, lost, len(foreign), len(own)


@pytest.mark.parametrize("form", READ)
def test_what_is_foreign_shows_by_its_form(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    totals = [0, 0, 0, 0]
    lines: list[str] = []
    for name, template in (TEMPLATES | MORE).items():
        for story in STORIES:
            shown, lost, foreign, own = told(READ[form], template, story)
            totals = [a + b for a, b in zip(totals, (len(shown), len(lost), foreign, own), strict=True)]
            if story is STORIES[0]:
                lines += [f"  {name} + {words}" for words in shown]
            lines += [f"  {name} - {words}" for words in lost]
    marked, wrong = 100 - 100 * totals[0] / totals[2], 100 * totals[1] / totals[3]
    with capsys.disabled():
        print(f"\n{form}: {marked:.1f} % of foreign blocks marked or left out, {wrong:.1f} % of own ones")
    assert marked >= LEAST_FOREIGN, "\n".join(lines)
    assert wrong <= MOST_OWN, "\n".join(lines)


LONG = (
    "The council of the harbour town voted on Tuesday to close the old bridge for good, after engineers had found " * 2
)
OWN = {
    "what people say to each other": [
        LONG + "cracks.",
        "If you lay –",
        "It’s true.",
        "You witch.",
        "What?",
        "Thanks a lot.",
    ],
    "a release with its day and two titles": [
        "April 27, 2009",
        "Biologists Call on Our Leaders",
        "They Must Act by May",
        LONG,
    ],
    "headings over galleries": [
        "Celebration of crafts and characters",
        LONG + "cracks.",
        "Heroes",
        "Games, movies, and more",
    ],
    "a list at the end": [
        LONG + "cracks.",
        "It must:",
        "- read every letter",
        "- answer all comments",
        "- follow the law",
    ],
    "results": [LONG + "cracks.", "Corvane 2, Pellow 1", "Elm Ferry 0, Sard 0", "Port Vale 3, Lund 2"],
    "short sentences below an offer": [
        LONG + "cracks.",
        "Read more",
        "Okolin said it would appeal.",
        "No day was set.",
    ],
    "a list in the midst, below an offer": [
        LONG + "cracks.",
        "The unions want three things:",
        "Read more",
        "Another article with a title",
        "- a rise for all who teach",
        "- a nurse in every school",
        LONG + "cracks.",
    ],
    "a headline in the site's voice": ["Our leaders speak", LONG + "cracks.", LONG + "piers."],
    "a dateline below a line with capitals": [
        "Published On May Fourth In Corvane",
        f"PORTO — {LONG}cracks.",
        LONG + "piers.",
        LONG + "lamps.",
        "What happens next",
        LONG + "tolls.",
    ],
    "about somebody, in the midst": [LONG, "About Holloway", "She leads the office.", LONG + "x.", LONG + "y."],
    "verse": [LONG + "cracks.", "The lamp is out", "And none of us", "Shall light it", "Before the tide"],
}


BESIDE = {"Read more", "Another article with a title"}


@pytest.mark.parametrize("name", OWN)
def test_what_looks_like_the_end_of_a_page_stays(name: str) -> None:
    lines = OWN[name]
    for article in (plain_article("\n\n".join(lines), "/a.txt"), markdown_article("\n\n".join(lines), "/a.md")):
        folded = [article.text[slice(*block.span)] for block in article.blocks if block.furniture]
        assert [words for words in folded if words not in BESIDE] == []
