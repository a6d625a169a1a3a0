"""How well an article is read from a page whose truth is known: words, date, title, byline, and what is marked."""

import re
from collections import Counter
from typing import NamedTuple

from tests.text.pages.stories import Story
from tui.text.article import Article, Block, BlockKind


class Score(NamedTuple):
    """What was counted on one page, or on many together."""

    shared: int = 0  # words that text and truth have in common
    read: int = 0  # words of the blocks that are not furniture
    true: int = 0
    own: int = 0  # blocks of the article
    own_marked: int = 0
    foreign: int = 0  # other blocks
    foreign_marked: int = 0
    pages: int = 1
    dates: int = 0
    titles: int = 0
    bylines: int = 0
    headlines: int = 0  # pages in whose text the headline stands

    def __add__(self, other: "Score") -> "Score":  # type: ignore[override]
        return Score(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    @property
    def f1(self) -> float:
        """Of the body's words, per cent."""
        return 200 * self.shared / max(1, self.read + self.true)

    @property
    def recall(self) -> float:
        """Share of the body's words that stand in the text and are not folded, per cent."""
        return 100 * self.shared / max(1, self.true)


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return re.findall(r"\w+", text.casefold())


def score(article: Article, story: Story) -> Score:
    """Count one page."""
    body = " ".join(words(" ".join(re.sub(r"^(?:##|>|-) ", "", line) for line in story.body)))
    title = " ".join(words(story.title))
    own = [block for block in article.blocks if block.kind is not BlockKind.RULE and _is_own(article, block, body)]
    heads = [block for block in article.blocks if " ".join(words(_text(article, block))) == title]
    foreign = [b for b in article.blocks if b.kind is not BlockKind.RULE and b not in own and b not in heads]
    read = Counter(words("\n".join(_text(article, b) for b in article.blocks if not b.furniture and b not in heads)))
    true = Counter(body.split())
    return Score(
        (read & true).total(),
        read.total(),
        true.total(),
        len(own),
        sum(bool(block.furniture) for block in own),
        len(foreign),
        sum(bool(block.furniture) for block in foreign),
        dates=article.published.day == story.day,
        titles=article.title == story.title,
        bylines=article.byline in (", ".join(story.authors), " and ".join(story.authors), story.authors[0]),
        headlines=any(not block.furniture for block in heads),
    )


def unmarked(article: Article, story: Story) -> list[str]:
    """Foreign blocks that are not marked, and own ones that are, each with a sign before it."""
    body = " ".join(words(" ".join(re.sub(r"^(?:##|>|-) ", "", line) for line in story.body)))
    title = words(story.title)
    found = []
    for block in article.blocks:
        text = _text(article, block)
        if (
            block.kind is not BlockKind.RULE
            and words(text) != title
            and _is_own(article, block, body) == bool(block.furniture)
        ):
            found.append(f"{'-' if block.furniture else '+'} {text}")
    return found


def _text(article: Article, block: Block) -> str:
    return article.text[block.span.start : block.span.end]


def _is_own(article: Article, block: Block, body: str) -> bool:
    text = " ".join(words(_text(article, block)))
    if text and f" {text} " in f" {body} ":
        return True
    mine, whole = Counter(text.split()), Counter(body.split())
    return len(text) > 60 and (mine & whole).total() >= 0.9 * mine.total()
