"""The sample articles against a gold set of our own: names, times and events, counted and held by floors.

Run with `pytest -s tests/evaluation/test_samples.py` to read every miss."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tui.analysis.model import Analysis, Entity, Interval, Kind, TimeExpression
from tui.analysis.pipeline import analyse
from tui.analysis.times.days.calendar import interval_of
from tui.paths import bundled
from tui.text.article import Article, Furniture
from tui.text.read import read_article
from tui.text.span import Span

GOLD = Path(__file__).parent / "gold"
STEMS = sorted(path.stem for path in GOLD.glob("*.txt"))

# Shares over all articles together, in per cent. Raise a floor when the analysis gets better; lowering is a decision.
FLOORS = {
    "names listed": 98,
    "kinds right": 97,
    "aliases joined": 94,
    "entries that are names": 98,
    "junk kept out": 93,
    "times found": 98,
    "values right": 93,
    "days right": 94,
    "expressions that are times": 98,
    "events on their day": 97,
    "taking part": 83,
}


@dataclass(frozen=True)
class Name:
    """One line of `# entities`; any of `kinds` is right, and any spelling of each name."""

    kinds: tuple[Kind, ...]
    names: tuple[tuple[str, ...], ...]  # the name, then what else must stand in the same entry
    optional: bool


@dataclass(frozen=True)
class Time:
    """One line of `# times`; a value or days of "*" are not judged, days left out are those of the value."""

    phrase: str
    value: str
    days: str
    optional: bool


@dataclass(frozen=True)
class Event:
    """One line of `# events`: a day or range, words of its clause or sentence, and some of those who take part."""

    value: str
    words: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Gold:
    """What one article holds; `never` are words that must not become entities."""

    names: tuple[Name, ...]
    never: tuple[str, ...]
    times: tuple[Time, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True)
class Sample:
    """An article, what was found in it and what is in it."""

    stem: str
    article: Article
    analysis: Analysis
    gold: Gold


def read_gold(path: Path) -> Gold:
    names: list[Name] = []
    never: list[str] = []
    times: list[Time] = []
    events: list[Event] = []
    section = ""
    for line in filter(None, path.read_text(encoding="utf-8").splitlines()):
        optional, row = line.startswith("? "), line.removeprefix("? ")
        if line.startswith("# "):
            section = line[2:]
        elif line.startswith("! "):
            never.append(line[2:])
        elif section == "entities":
            kinds, _, surfaces = row.partition(" ")
            aliases = tuple(tuple(surface.split("|")) for surface in surfaces.split(" = "))
            names.append(Name(tuple(Kind(kind) for kind in kinds.split("/")), aliases, optional))
        elif section == "events":
            value, words, taking_part, *_ = (*(field.strip() for field in row.split("|")), "")
            events.append(Event(value, words, tuple(filter(None, taking_part.split("; ")))))
        else:
            phrase, value, days, *_ = (*(field.strip() for field in row.split("|")), "", "")
            times.append(Time(phrase, value or "*", days, optional))
    return Gold(tuple(names), tuple(never), tuple(times), tuple(events))


@pytest.fixture(scope="module")
def samples() -> Mapping[str, Sample]:
    files = {path.stem: path for path in bundled("sample_articles").iterdir()}
    return {stem: _sample(stem, files[stem]) for stem in STEMS}


def _sample(stem: str, path: Path) -> Sample:
    article = read_article(path)
    return Sample(stem, article, analyse(article), read_gold(GOLD / f"{stem}.txt"))


def _furniture(article: Article) -> tuple[Span, ...]:
    return tuple(block.span for block in article.blocks if block.furniture)


def _placed(sample: Sample) -> Iterator[tuple[Time, Span]]:
    """The gold times with their spans: each stands after the one before it."""
    offset = 0
    skipped = _furniture(sample.article)
    for time in sample.gold.times:
        words = re.compile(rf"(?<!\w){re.escape(time.phrase)}(?!\w)")
        found = words.search(sample.article.text, offset)
        while found and any(span.contains(Span(*found.span())) for span in skipped):
            found = words.search(sample.article.text, found.end())
        assert found, f"{time.phrase!r} does not stand after {sample.article.text[max(0, offset - 40) : offset]!r}"
        offset = found.end()
        yield time, Span(*found.span())


def _bare(name: str) -> str:
    return re.sub(r"^the |['’]s$", "", name.strip().casefold().replace("’", "'"))


def _aliases(entity: Entity) -> set[str]:
    return {_bare(text) for text in (entity.name, *(alias.text for alias in entity.aliases))}


def _entry(name: Name, entities: tuple[Entity, ...]) -> Entity | None:
    """The entry under which a name is listed: by its full form, else by any alias."""
    for surface in (surface for spellings in name.names for surface in spellings):
        for entity in entities:
            if _bare(surface) in _aliases(entity):
                return entity
    return None


def _plain(value: str) -> str:
    """One spelling for each value: P7D is P1W, PT2.5H is PT2H30M, "196X" is "196"."""
    if lasting := re.fullmatch(r"P((?:[\d.]+(?:CE|DE|[YMWD]))*)(?:T((?:[\d.]+[HMS])*))?", value):
        sizes = {"CE": 1200, "DE": 120, "Y": 12, "M": 1}
        months, hours = 0.0, 0.0
        for count, unit in re.findall(r"([\d.]+)([A-Z]+)", lasting[1]):
            months += float(count) * sizes.get(unit, 0)
            hours += float(count) * {"W": 168, "D": 24}.get(unit, 0)
        for count, unit in re.findall(r"([\d.]+)([A-Z])", lasting[2] or ""):
            hours += float(count) / {"H": 1, "M": 60, "S": 3600}[unit]
        return f"{months:g} months {hours:g} hours"
    return re.sub(r"T(\d\d)$", r"T\1:00", re.sub(r"(?<=\d)X+$", "", value))


def _days(time: Time) -> Interval | None:
    return interval_of(time.days or time.value)


class Count:
    """Right ones of all, by measure, with a line for each miss."""

    def __init__(self) -> None:
        self.right = dict.fromkeys(FLOORS, 0)
        self.all = dict.fromkeys(FLOORS, 0)
        self.misses: list[str] = []

    def add(self, measure: str, right: bool, miss: str) -> bool:
        self.all[measure] += 1
        self.right[measure] += right
        if not right:
            self.misses.append(f"{measure:>26}: not {miss}")
        return right

    def share(self, measure: str) -> float:
        return 100 * self.right[measure] / max(1, self.all[measure])


def count_names(sample: Sample, count: Count) -> None:
    entities = sample.analysis.entities
    for name in sample.gold.names:
        entry = _entry(name, entities)
        first = name.names[0][0]
        if name.optional or not count.add("names listed", entry is not None, first) or entry is None:
            continue
        count.add("kinds right", entry.kind in name.kinds, f"{entry.kind}: {first} = {'/'.join(name.kinds)}")
        for spellings in name.names[1:]:
            joined = any(_bare(surface) in _aliases(entry) for surface in spellings)
            count.add("aliases joined", joined, f"{first} = {spellings[0]}")
    known = {_bare(surface) for name in sample.gold.names for spellings in name.names for surface in spellings}
    for entity in entities:
        count.add("entries that are names", bool(_aliases(entity) & known), f"{entity.name} ({entity.kind})")
    listed = {alias for entity in entities for alias in _aliases(entity)}
    for word in sample.gold.never:
        count.add("junk kept out", _bare(word) not in listed, word)


def count_times(sample: Sample, count: Count) -> None:
    found = list(sample.analysis.times)
    placed = list(_placed(sample))
    for time, span in placed:
        pair = _largest(span, found)
        if time.optional:
            continue
        label = f"{time.phrase!r} at {span.start}"
        if not count.add("times found", pair is not None, label) or pair is None:
            continue
        if time.value != "*":
            got = f"{pair.value} ({pair.rule}): {label} = {time.value}"
            count.add("values right", _plain(pair.value) == _plain(time.value), got)
        if time.days != "*" and (days := _days(time)):
            got = f"{pair.interval and '/'.join(map(str, pair.interval))} ({pair.anchor}): {label}"
            count.add("days right", pair.interval == days, got)
    for expression in found:
        known = any(span.overlaps(expression.span) for _, span in placed)
        words = sample.article.text[slice(*expression.span)]
        count.add("expressions that are times", known, f"{words!r} at {expression.span.start} ({expression.rule})")


def count_events(sample: Sample, count: Count) -> None:
    analysis = sample.analysis
    for event in sample.gold.events:
        place = sample.article.text.index(event.words)
        rows = [row for row in analysis.events if row.sentence.start <= place < row.sentence.end and row.time]
        on_day = [row for row in rows if row.interval == interval_of(event.value)]
        got = ", ".join(row.value for row in rows) or "no row"
        if not count.add("events on their day", bool(on_day), f"{got}: {event.words!r} = {event.value}"):
            continue
        there = {alias for row in on_day for index in row.entities for alias in _aliases(analysis.entities[index])}
        for name in event.names:
            count.add("taking part", _bare(name) in there, f"{name}: {event.words!r}")


def _largest(span: Span, found: list[TimeExpression]) -> TimeExpression | None:
    def shared(expression: TimeExpression) -> int:
        return min(span.end, expression.span.end) - max(span.start, expression.span.start)

    best = max(found, key=shared, default=None)
    return best if best and shared(best) > 0 else None


def test_every_sample_has_a_gold_file() -> None:
    assert sorted(path.stem for path in bundled("sample_articles").iterdir()) == STEMS


@pytest.mark.parametrize("stem", STEMS)
def test_gold_is_there(stem: str, samples: Mapping[str, Sample]) -> None:
    sample = samples[stem]
    text = sample.article.text
    required = [name for name in sample.gold.names if not name.optional]
    assert len(required) >= 12
    assert sum(not time.optional for time in sample.gold.times) >= 12
    assert [event.words for event in sample.gold.events if text.count(event.words) != 1] == []
    spelled = [surface for name in sample.gold.names for spellings in name.names for surface in spellings]
    assert [surface for surface in spelled if surface not in text] == []
    assert len(list(_placed(sample))) == len(sample.gold.times)


@pytest.mark.parametrize("stem", STEMS)
def test_furniture_stays_out(stem: str, samples: Mapping[str, Sample]) -> None:
    sample = samples[stem]
    text = sample.article.text
    furniture = _furniture(sample.article)
    captions = [block.span for block in sample.article.blocks if block.furniture is Furniture.CAPTION]
    names = [mention.span for entity in sample.analysis.entities for mention in entity.mentions]
    assert [text[slice(*span)] for span in names if any(f.overlaps(span) for f in furniture)] == []
    # A caption dates its own picture, and nothing else.
    times = [time.span for time in sample.analysis.times if not any(c.contains(time.span) for c in captions)]
    assert [text[slice(*span)] for span in times if any(f.overlaps(span) for f in furniture)] == []
    for event in sample.analysis.events:
        if event.time is not None and any(c.contains(event.time) for c in captions):
            assert any(c.contains(event.sentence) for c in captions)


def test_floors(samples: Mapping[str, Sample]) -> None:
    total = Count()
    for sample in samples.values():
        before = len(total.misses)
        count_names(sample, total)
        count_times(sample, total)
        count_events(sample, total)
        print(f"\n{sample.stem}", *total.misses[before:], sep="\n")
    shares = {measure: round(total.share(measure), 1) for measure in FLOORS}
    print(*(f"{measure:>26}: {shares[measure]:5} % of {total.all[measure]}" for measure in FLOORS), sep="\n")
    assert {m: s for m, s in shares.items() if s < FLOORS[m]} == {}, "\n".join(total.misses)
