"""A note in a text full of twins is never taken to one of them for certain."""

import re
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from random import Random
from typing import NamedTuple

import pytest

from tests.notes.anchors.templated_edits import STEPS, Step
from tests.notes.anchors.templated_texts import KINDS
from tests.notes.anchors.tracked import holds, joined, paragraphs, plain, tracked
from tui.notes.anchors.anchor import anchor_at, locate
from tui.notes.anchors.located import How
from tui.notes.note import Anchor
from tui.paths import bundled
from tui.text.read import read_article
from tui.text.span import Span

OUTCOMES = (
    "certain, right",
    "asked, right",
    "asked, wrong",
    "orphaned",
    "orphaned, gone",
    "asked, gone",
    "CERTAIN, WRONG",
)


class Tried(NamedTuple):
    """One edit of one text with a note in it, and what became of the note."""

    kind: str
    edits: tuple[str, ...]
    outcome: str
    before: str
    after: str
    anchor: Anchor
    found: Span | None
    certainty: float
    seconds: float


def news() -> list[str]:
    return [read_article(path).text for path in sorted(bundled("sample_articles").iterdir()) if path.suffix != ".jsonl"]


def selection(text: str, random: Random) -> Span:
    """A sentence, a paragraph, some words of one, or one to six characters."""
    parts = [match.span() for match in re.finditer(r"[^\n]+", text)]
    first, last = random.choice(parts)
    part = text[first:last]
    sentences = [match.span() for match in re.finditer(r"[^.!?\s][^.!?]*[.!?]*", part)] or [(0, len(part))]
    words = [match.span() for match in re.finditer(r"\w+", part)] or [(0, len(part))]
    match random.choice(("sentence", "sentence", "paragraph", "words", "short")):
        case "sentence":
            low, high = random.choice(sentences)
        case "paragraph":
            low, high = 0, len(part)
        case "words":
            begin = random.randrange(len(words))
            low, high = words[begin][0], words[min(len(words) - 1, begin + random.randrange(6))][1]
        case _:
            low = random.choice(words)[0]
            high = min(len(part), low + random.randint(1, 6))
    return Span(first + low, first + high)


def tried(kind: str, text: str, entry: Callable[[], str], random: Random) -> Tried | None:
    quoted = selection(text, random)
    if not text[quoted.start : quoted.end].strip():
        return None
    parts = paragraphs(tracked(text))
    names = tuple(random.choices(list(STEPS), k=random.choice((1, 1, 2, 3))))
    for name in names:
        parts = STEPS[name](Step(parts, quoted, entry, random)) or parts[:1]
    edited = joined(parts)
    after = plain(edited)
    anchor = anchor_at(text, quoted)
    begun = time.perf_counter()
    located = locate(after, anchor)
    seconds = time.perf_counter() - begun
    whole = quoted.end - quoted.start
    left = holds(edited, quoted)
    found = edited[slice(*(located.span or (0, 0)))]
    outcome = _outcome(located.span, located.how, left, holds(found, quoted))
    if outcome == "CERTAIN, WRONG" and located.span is not None:
        is_copy = holds(found, Span(-quoted.end, -quoted.start)) * 2 >= whole
        if (is_copy and left < whole) or _is_the_same(text, quoted, after, located.span, is_copy):
            outcome = "certain, right"
    return Tried(kind, names, outcome, text, after, anchor, located.span, located.certainty, seconds)


def _outcome(span: Span | None, how: How, left: int, found: int) -> str:
    if span is None:
        return "orphaned" if left else "orphaned, gone"
    right = found * 2 >= min(left, span.end - span.start) > 0
    if how is How.FUZZY:
        return "asked, right" if right else "asked, wrong" if left else "asked, gone"
    return "certain, right" if right else "CERTAIN, WRONG"


def _is_the_same(before: str, quoted: Span, after: str, found: Span, is_copy: bool) -> bool:
    """Whether nobody could tell that it is another.

    The text is the same; or it is in the only paragraph that reads so; or its sentence or paragraph stands between the
    two that it stood between, as nothing else does."""

    def paragraph(text: str, span: Span) -> tuple[str, int]:
        first, last = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
        return text[first : last if last >= 0 else len(text)], span.start - first

    def among(text: str, span: Span, end: str) -> tuple[tuple[str, ...], int]:
        """The part that it is in with the two around it, and how often they stand like that."""
        cuts = [0, *(match.end() for match in re.finditer(end, text)), len(text)]
        parts = [" ".join(text[first:last].split()) for first, last in pairwise(cuts)]
        threes = [*zip(["", *parts], parts, [*parts[1:], ""], strict=False)]
        mine = threes[max(0, bisect_right(cuts, span.start) - 1)]
        return mine, threes.count(mine)

    before, after = before.replace("\u00a0", " "), after.replace("\u00a0", " ")
    old, new = paragraph(before, quoted), paragraph(after, found)
    is_only = old == new and before.split("\n").count(old[0]) == after.split("\n").count(old[0]) == 1
    for end in (r"[.!?]\s+|\n\n", r"\n\n"):
        (three, count), (three_now, count_now) = among(before, quoted, end), among(after, found, end)
        if three == three_now and (is_copy or count == count_now == 1):
            return True
    return is_only or before == after


def trials(count: int, seed: int) -> list[Tried]:
    random = Random(seed)
    articles = news()
    others = [part for text in articles for part in text.split("\n\n") if len(part) > 60]
    kinds = [*KINDS, "news", "news"]
    made: list[Tried] = []
    while len(made) < count:
        kind = random.choice(kinds)
        if kind == "news":
            one = tried(kind, random.choice(articles), partial(random.choice, others), random)
        else:
            one = tried(kind, KINDS[kind].text(random), partial(KINDS[kind].entry, random), random)
        if one is not None:
            made.append(one)
    return made


def table(made: list[Tried], by: Callable[[Tried], str]) -> list[str]:
    rows: dict[str, Counter[str]] = {}
    for one in made:
        rows.setdefault(by(one), Counter())[one.outcome] += 1
    lines = [f"{'':24}{'notes':>6}" + "".join(f"{kind:>16}" for kind in OUTCOMES)]
    return lines + [
        f"{name:24}{counts.total():>6}" + "".join(f"{counts[kind]:>16}" for kind in OUTCOMES)
        for name, counts in sorted(rows.items())
    ]


@pytest.mark.parametrize(
    "count", [pytest.param(600, id="short"), pytest.param(20_000, id="long", marks=pytest.mark.torture)]
)
def test_none_is_taken_to_a_twin_for_certain(count: int) -> None:
    made = trials(count, count)
    if count > 1000:
        print(
            "",
            *table(made, lambda one: one.kind),
            *table(made, lambda one: one.edits[0] if len(one.edits) == 1 else "several"),
            sep="\n",
        )
    wrong = [one for one in made if one.outcome == "CERTAIN, WRONG"]
    assert not wrong, f"{len(wrong)}: {wrong[0]}"
    for edit in ("insert", "insert at top", "delete another", "duplicate", "merge", "move", "rewrap"):
        rows = [one.outcome for one in made if one.edits == (edit,) and one.outcome != "orphaned, gone"]
        assert rows.count("certain, right") >= 0.8 * len(rows) or len(rows) < 100, edit
