"""A Document becomes its TIMEX3 expressions, each with value, days and the rule that found it."""

import re
from collections.abc import Iterator, Sequence

from tui.analysis.document import Document, Sentence
from tui.analysis.model import Interval, TimeExpression, TimeType
from tui.analysis.times.days.calendar import interval_of, of_date, thirds
from tui.analysis.times.days.edtf import edtf_of
from tui.analysis.times.entries import days_of, stamps_of
from tui.analysis.times.modes import modes_of
from tui.analysis.times.order import FIGURES, GUESS, numeric_order
from tui.analysis.times.rule import Reading, Rule
from tui.analysis.times.rules.ages import AGES
from tui.analysis.times.rules.clock import CLOCK
from tui.analysis.times.rules.counted import COUNTED
from tui.analysis.times.rules.deictic import DEICTIC
from tui.analysis.times.rules.distances import DISTANCES
from tui.analysis.times.rules.explicit import EXPLICIT
from tui.analysis.times.rules.feasts import FEASTS
from tui.analysis.times.rules.fiscal import FISCAL
from tui.analysis.times.rules.lengths import LENGTHS
from tui.analysis.times.rules.numeric import NUMERIC
from tui.analysis.times.rules.ordinals import ORDINALS
from tui.analysis.times.rules.partial import PARTIAL
from tui.analysis.times.rules.seasons import SEASONAL
from tui.analysis.times.scene import Mode, Scene
from tui.analysis.times.voices import Voice, voice_at, voices_of
from tui.analysis.times.words import MEANINGS, WAKES
from tui.text.article import Known, Published
from tui.text.span import Span

# All rules; of two that match the same words the earlier one is asked first.
RULES: tuple[Rule, ...] = (
    *NUMERIC,
    *ORDINALS,
    *EXPLICIT,
    *AGES,
    *CLOCK,
    *FISCAL,
    *COUNTED,
    *DEICTIC,
    *DISTANCES,
    *PARTIAL,
    *SEASONAL,
    *FEASTS,
    *LENGTHS,
)

# The words that wake the rules: a sentence without them is not searched.
TRIGGERS: dict[str, frozenset[str]] = {
    "month": frozenset(MEANINGS["month"]),
    "weekday": frozenset(word + ending for word in MEANINGS["weekday"] for ending in ("", "s")),
    "season": frozenset(MEANINGS["season"]),
    "part of day": frozenset((*MEANINGS["part of day"], "overnight")),
    "unit": frozenset((*MEANINGS["unit"], "midyear")),
    "weekend": frozenset({"weekend"}),
    "half": frozenset({"half"}),
    "quarter": frozenset({"quarter"}),
    "period": frozenset({"quarter", "period"}),
    "fiscal": frozenset({"fiscal"}),
    "century": frozenset({"century", "centuries"}),
    "decade": frozenset(MEANINGS["decade"]),
    "decade of": frozenset({"decade"}),
    **{name.removeprefix(WAKES): frozenset(words) for name, words in MEANINGS.items() if name.startswith(WAKES)},
}
FAMILIES: dict[str, tuple[str, ...]] = {
    word: tuple(family for family, words in TRIGGERS.items() if word in words)
    for word in frozenset().union(*TRIGGERS.values())
}
# In a text without capitals: months and weekdays, "may" and "march" only where nothing else can be meant.
UNCAPPED = re.compile(
    r"\b(?:january|february|april|june|july|august|september|october|november|december|mon|tues|wednes|thurs|fri|satur"
    r"|sun)(?:day)?\b|\b(?:may|march)\b(?=\s+\d)|(?<=\bin\s)(?:may|march)\b|(?<=\blast\s)(?:may|march)\b"
    r"|(?<=\bnext\s)(?:may|march)\b|(?<=\d\s)(?:may|march)\b"
)
# What two triggers together wake: "two years" alone is no "two years ago".
BOTH: tuple[tuple[str, str], ...] = (("unit", "ago"), ("unit", "aside"), ("unit", "from"), ("unit", "in time"))
FORMS = frozenset({"digit", "many figures", "three figures", "apostrophe"})  # what a token wakes by its form
FIGURES_OF_DAY, FIGURES_OF_OLD = 8, 3  # "20190312", "490" BC
APOSTROPHES = frozenset("'’")
NARROWING = ("START", "MID", "END")


def find_times(document: Document, published: Published) -> tuple[TimeExpression, ...]:
    """All expressions of the document's sentences, sorted and disjoint, resolved against the publication date."""
    known = published.known not in (Known.BOUNDED, Known.UNKNOWN) and published.day is not None
    day = of_date(published.day) if known and published.day else None
    stamps = stamps_of(document)
    modes = modes_of(document, day, stamps)
    narrative = sum(mode is Mode.NARRATIVE for mode in modes.values())
    text = with_capitals(document.article.text)
    order = numeric_order(document.article) if FIGURES.search(document.article.text) else GUESS
    entries = days_of(document, day)
    voices = voices_of(document, day, entries)
    scene = Scene(text, day, history=2 * narrative > len(modes), order=order, stamps=stamps)
    found: list[TimeExpression] = []
    block = -1
    for sentence in document.sentences:
        scene.mode = modes[sentence.block]
        if sentence.block != block:
            scene.begin_block()
        block = sentence.block
        scene.begins = sentence.span.start
        if entries:
            scene.published = entries.get(block, day)
            scene.mode = Mode.NEWS if block in entries else scene.mode
        found.extend(_expressions(sentence, scene, voices))
    return tuple(found)


def with_capitals(text: str) -> str:
    """A text without capitals, with those of months and weekdays; every offset stays where it is."""
    if any(character.isupper() for character in text):
        return text
    return UNCAPPED.sub(lambda match: match[0][:1].upper() + match[0][1:], text)


def families_of(sentence: Sentence) -> set[str]:
    """The triggers in a sentence."""
    families: set[str] = set()
    for token in sentence.tokens:
        text = token.text
        word = text.lower().rstrip(".")
        if word in FAMILIES:
            families.update(FAMILIES[word])
        if text.isalpha():
            continue
        if text in APOSTROPHES:
            families.add("apostrophe")
        elif any(character.isdigit() for character in text):
            families.add("digit")
            if len(text) >= FIGURES_OF_DAY:
                families.add("many figures")
            elif len(text) == FIGURES_OF_OLD:
                families.add("three figures")
            if text.endswith("s"):
                families.add("decade")
            elif text[-1] in "mM":
                families.add("clock")
    families.update(f"{one} {other}" for one, other in BOTH if one in families and other in families)
    return families


def _expressions(sentence: Sentence, scene: Scene, voices: Sequence[Voice] = ()) -> Iterator[TimeExpression]:
    """The expressions of one sentence: the leftmost first, of those that begin together the longest."""
    families = families_of(sentence)
    if not families:
        return
    start, end = sentence.span
    matches: list[tuple[int, int, int, re.Match[str]]] = []
    for order, rule in enumerate(RULES):
        if rule.needs in families:
            for match in rule.regex.finditer(scene.text, start, end):
                matches.append((match.start(), -match.end(), order, match))
    matches.sort(key=lambda entry: entry[:3])
    free = start
    today, mode = scene.published, scene.mode
    for begins, _, order, match in matches:
        if begins < free or match.end() == begins:
            continue
        if voices and (voice := voice_at(voices, begins)) is not None:
            scene.published, scene.mode = voice.day, Mode.NEWS
        reading = RULES[order].meaning(match, scene)
        scene.published, scene.mode = today, mode
        if reading is not None:
            time = expression(match, reading, RULES[order].name)
            free = time.span.end
            if reading.type is TimeType.DURATION:
                scene.lasts(reading.value, match[0])
            if reading.carries and reading.type in (TimeType.DATE, TimeType.TIME):
                scene.remember(reading.value, time.span.start, bool(reading.anchor), match[0])
            yield time


def expression(match: re.Match[str], reading: Reading, rule: str) -> TimeExpression:
    """What a rule read at a match, with its days and their notation."""
    span = Span(
        match.start() if reading.start is None else reading.start, match.end() if reading.end is None else reading.end
    )
    interval = reading.interval
    dated = reading.type in (TimeType.DATE, TimeType.TIME)
    if interval is None and dated:
        interval = narrowed(interval_of(reading.value), reading.mod)
    return TimeExpression(
        span=span,
        type=reading.type,
        value=reading.value,
        mod=reading.mod,
        interval=interval,
        edtf=edtf_of(interval, reading.value, reading.mod) if interval else "",
        rule=rule,
        anchor=reading.anchor,
        confidence=reading.confidence,
    )


def narrowed(interval: Interval | None, mod: str) -> Interval | None:
    """The early, middle or late third of an interval."""
    if interval is None or mod not in NARROWING or interval.first == interval.last:
        return interval
    return thirds(interval)[NARROWING.index(mod)]
