"""The time for reading, analysing and drawing grows as the text does and no faster, whatever the text is made of."""

import gc
import math
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache, partial
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region

from tests.torture.bounded import at_most
from tests.torture.growing.patterns import PATTERNS, Pattern
from tui.analysis.pipeline import analyse
from tui.errors import UnreadableArticle
from tui.text.article import Article
from tui.text.read import read_bytes
from tui.ui.page.looks import Looks
from tui.ui.page.signs import Signs
from tui.ui.widgets.article.article_view import ArticleView

STEEPEST = 2.6  # times as long for twice the text
FLOOR = 0.05  # seconds of processor time; less says nothing
TRIES = 12  # other programs make it slower now and then, but not every time
PER_CHARACTER = 0.0004  # seconds of processor time, at the very most
ORDINARY = 0.00004  # seconds of processor time that each character of an article takes
DOUBLINGS = (1, 2, 4, 8)
READ, ANALYSED = 24_000, 3_000  # characters of the shortest text
SHORT = 8_000
# Patterns that took minutes, and some of each kind, in every run: twice the text is for `make torture`.
IN_BRIEF = (
    "txt: sign ' '", "txt: no-break spaces", "txt: digits and dots", "txt: initials and surname", "txt: one surname",
    "txt: companies of one word", "txt: institutes", "txt: byline without end", "txt: letters", "txt: dates",
    "txt: emoji", "md: brackets within", "md: quotes within", "md: square table", "md: definitions used",
    "html: attributes", "html: items", "html: divisions within", "html: comments open", "html: cells that span",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _only_new_objects() -> Iterator[None]:
    """Before each measurement the objects are gone through that came since: all of them took half of the time."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


class OnlyText(App[None]):
    """An article and nothing else."""

    def compose(self) -> ComposeResult:
        yield ArticleView(read_bytes(b"An article.", "-"), Looks(72, True, True, overview=True), Signs())


@pytest.mark.parametrize("name", IN_BRIEF)
async def test_short_texts_of_any_kind_take_their_time(name: str) -> None:
    (pattern,) = (each for each in PATTERNS if each.name == name)
    async with OnlyText().run_test(size=(80, 24)) as pilot:
        with at_most(1 + SHORT * PER_CHARACTER, f"{SHORT:,} characters"):
            article = read_text(pattern, SHORT)
            draw(pilot.app.query_one(ArticleView), article)
            analyse(article)


def test_a_page_of_endless_spans_takes_its_time() -> None:
    (pattern,) = (each for each in PATTERNS if each.name == "html: spans")
    made = content(pattern, 192_000)
    with at_most(3, "192,000 characters"):
        read_bytes(made, "-", pattern.suffix)


@pytest.mark.torture
@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
async def test_twice_the_text_takes_twice_the_time(pattern: Pattern) -> None:
    await check(pattern, READ, ANALYSED)


def test_one_limit_may_be_passed_but_nothing_grows_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.torture.test_growth.seconds_of", lambda work, size: work(size))
    steady("passes a limit", int, lambda size: size * (1e-6 if size < 150_000 else 1e-5), READ)
    for power in (1.5, 2):
        with pytest.raises(pytest.fail.Exception, match="192,000 characters"):
            steady("grows faster", int, lambda size, power=power: 0.1 * (size / READ) ** power, READ)


async def check(pattern: Pattern, read: int, analysed: int) -> None:
    """Reads, draws and analyses texts of this kind, each twice as long as the one before."""
    articles = cache(partial(read_text, pattern))

    def reading(made: bytes) -> None:
        with suppress(UnreadableArticle):
            read_bytes(made, "-", pattern.suffix)

    steady("reading", partial(content, pattern), reading, read)
    try:
        articles(read)
    except UnreadableArticle:  # it is no text: that was said soon enough
        return
    async with OnlyText().run_test(size=(80, 24)) as pilot:
        view = pilot.app.query_one(ArticleView)
        steady("drawing", articles, lambda article: draw(view, article), read)
    steady("analysis", articles, analyse, analysed)


def content(pattern: Pattern, size: int) -> bytes:
    return pattern.make(size).encode("utf-8", "surrogatepass")


def read_text(pattern: Pattern, size: int) -> Article:
    return read_bytes(content(pattern, size), "-", pattern.suffix)


def draw(view: ArticleView, article: Article) -> None:
    """Lay an article out, and draw its beginning, middle and end."""
    view.show(article, frozenset())
    for top in (0, view.page.height // 2, view.page.height):
        view.scroll_lines(top - view.top)
        view.render_lines(Region(0, 0, *view.size))
        view.page.column_of(view.page.offset_at(top, 70))


def steady(stage: str, prepare: Callable[[int], Any], work: Callable[[Any], Any], smallest: int) -> None:
    """Fails where the work of any size takes too long, or much more than twice as long as that of half the size.

    One step may be steep where a limit is passed and the text is read in another way, if that is as quick as any
    article and the two steps after it together are not steep: what grows faster than its text is steep at each."""
    best: dict[int, float] = {}
    sizes = [smallest * doubling for doubling in DOUBLINGS]
    for _ in range(TRIES):
        for size in sizes:
            prepared = prepare(size)
            with at_most(1 + size * PER_CHARACTER, f"{stage} of {size:,} characters, after {best}"):
                best[size] = min(seconds_of(work, prepared), best.get(size, math.inf))
        steep = [size for size in sizes[1:] if best[size] > STEEPEST * max(best[size // 2], FLOOR)]
        if not steep:
            return
        limit = steep[0]
        if steep[-1] <= 2 * limit and best[limit] <= limit * ORDINARY:
            if 4 * limit in best and best[4 * limit] <= STEEPEST**2 * best[limit]:
                return
            sizes += [size for size in (2 * limit, 4 * limit) if size > sizes[-1]]
    pytest.fail(f"{stage}: " + ", ".join(f"{size:,} characters {seconds:.2f} s" for size, seconds in best.items()))


def seconds_of(work: Callable[[Any], Any], prepared: Any) -> float:
    """Seconds of processor time."""
    gc.collect()
    gc.disable()  # it goes through everything there is now and then, whatever the size
    try:
        begun = time.process_time()
        work(prepared)
        return time.process_time() - begun
    finally:
        gc.enable()
