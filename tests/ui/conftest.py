"""The reader without a terminal: real files, real notes, and an analysis that is known beforehand."""

import contextlib
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import psutil
import pytest
from textual.pilot import Pilot

from tests.ui.quiet import quiet, settle, strokes, type_ahead
from tui.analysis.model import (
    Alias,
    Analysis,
    Day,
    Entity,
    Interval,
    Kind,
    Mention,
    Quote,
    QuoteKind,
    Status,
    TimeExpression,
    TimelineEvent,
    TimeType,
)
from tui.library.shelf import Shelf
from tui.notes.store import SEEN, NoteStore
from tui.paths import cache_folder, data_folder, make_private
from tui.settings import Settings
from tui.text.article import Article
from tui.text.read import read_article
from tui.text.span import Span, at
from tui.ui.app import DatelineApp
from tui.ui.desk import Desk
from tui.ui.keys.keymap import build_keymap
from tui.ui.page.signs import Signs
from tui.ui.screens.article.reader import ReaderScreen

KINDS = {"Ltd": Kind.ORG, "Bay": Kind.PLACE}
NAME = re.compile(r"[A-Z]\w+ (?:Berg|Smith|Ltd|Bay)")
QUOTED = re.compile(r'"[^"\n]+"')
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
SENTENCE = re.compile(r"[^\s.][^.\n]*\.?")

STORY = """\
# A ship in the bay

Anna Berg saw the ship on 2021-03-23. It belonged to Ocean Ltd. John Smith wrote "it is stuck" that day.

The second paragraph names Blue Bay and Anna Berg again. Nothing happened on 2021-03-24.

## What came after

Ocean Ltd paid on 2021-07-07. See [the report](https://example.org/report) and [the map](https://example.org/map).

John Smith left. Anna Berg stayed in Blue Bay.
"""


def known_analysis(article: Article) -> Analysis:
    """Names that end in Berg, Smith, Ltd or Bay, dates as ISO writes them with an event for each, words in marks."""
    mentions: dict[str, list[Mention]] = {}
    for match in NAME.finditer(article.text):
        kind = KINDS.get(match.group().split()[1], Kind.PERSON)
        mentions.setdefault(match.group(), []).append(Mention(Span(*match.span()), kind, match.group(), "table"))
    entities = sorted(
        (Entity(name, found[0].kind, (Alias(name, "exact"),), tuple(found)) for name, found in mentions.items()),
        key=lambda entity: -len(entity.mentions),
    )
    sentences = tuple(Span(*match.span()) for match in SENTENCE.finditer(article.text))
    times, events = [], []
    for match in DAY.finditer(article.text):
        day = Day(*map(int, match.groups()))
        span, value = Span(*match.span()), match.group()
        times.append(TimeExpression(span, TimeType.DATE, value, interval=Interval(day, day), edtf=value, rule="iso"))
        sentence = sentences[at(sentences, span.start) or 0]
        inside = [i for i, e in enumerate(entities) if any(sentence.contains(m.span) for m in e.mentions)]
        events.append(
            TimelineEvent(Interval(day, day), value, value, sentence, sentence, span, tuple(inside), Status.DATED)
        )
    events.sort(key=lambda event: event.interval)
    quotes = tuple(Quote((Span(*match.span()),), QuoteKind.DIRECT) for match in QUOTED.finditer(article.text))
    return Analysis(
        article.digest, article.published, sentences, tuple(entities), tuple(times), tuple(events), quotes=quotes
    )


class KnownAnalyst:
    """Stands for the worker process, which the tests of the library look after."""

    def cached(self, article: Article) -> Analysis | None:
        return known_analysis(article)

    async def analysis_of(self, article: Article, progress: object = None) -> Analysis:
        return known_analysis(article)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A small article in a file."""
    path = tmp_path / "story.md"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def desk_for(tmp_path: Path) -> Callable[..., Desk]:
    """Makes a desk with these settings, over the articles of the test's folder."""

    def make(keys: dict[str, str] | None = None, signs: Signs | None = None, **options: Any) -> Desk:
        desk = Desk(
            store=NoteStore(make_private(data_folder()), seen=cache_folder() / SEEN),
            analyst=KnownAnalyst(),  # type: ignore[arg-type]
            index=None,
            shelf=Shelf([tmp_path], None),
            settings=Settings(**{k: v for k, v in options.items() if k in Settings.__slots__}),
            keymap=build_keymap(keys or {})[0],
            signs=signs or Signs(),
        )
        own = {field.name for field in fields(Desk)}  # "restricted" is a setting too
        return replace(desk, **{k: v for k, v in options.items() if k in own})

    return make


@pytest.fixture
def open_reader(desk_for: Callable[..., Desk]) -> Callable[..., Any]:
    """Opens the reader on a file: `async with open_reader(path, size=(80, 24)) as (reader, pilot)`."""

    @asynccontextmanager
    async def start(
        path: Path, size: tuple[int, int] = (80, 24), **options: Any
    ) -> AsyncIterator[tuple[ReaderScreen, Pilot[None]]]:
        app = DatelineApp(desk_for(**options), read_article(path), alone=True)
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            assert isinstance(app.screen, ReaderScreen)
            yield app.screen, pilot

    return start


@pytest.fixture
def press() -> Callable[..., Awaitable[None]]:
    """Types keys, and waits until what they began is done."""

    async def type_keys(pilot: Pilot[None], *keys: str) -> None:
        assert isinstance(pilot.app, DatelineApp)
        for stroke in strokes(keys):
            type_ahead(pilot.app, *stroke)
            await quiet(pilot)
        await settle(pilot)

    return type_keys


@pytest.fixture
def at_work() -> Callable[[], int]:
    """How many processes look for a regular expression just now."""

    def count() -> int:
        found = 0
        for one in psutil.Process().children():
            with contextlib.suppress(psutil.Error):  # it has just ended
                found += any("expression_process" in word for word in one.cmdline())
        return found

    return count
