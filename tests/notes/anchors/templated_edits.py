"""What editors do to templated texts, one step at a time, each character keeping its origin."""

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from tests.notes.anchors.tracked import Text, copied, holds, new, paragraphs, plain
from tui.text.span import Span

FIGURE = re.compile(r"\d+")
HOUR = re.compile(r"^\d\d:\d\d")
SENTENCE = re.compile(r"[^.!?]+[.!?]+ ?")


class Step(NamedTuple):
    """A text to edit: its paragraphs, the quote of the note, and what makes another entry of its kind."""

    parts: list[Text]
    quoted: Span
    entry: Callable[[], str]
    random: Random

    @property
    def here(self) -> int:
        """The paragraph of the quote, or of what is left of it."""
        return max(range(len(self.parts)), key=lambda index: holds(self.parts[index], self.quoted))


def _any(step: Step) -> int:
    return step.random.randrange(len(step.parts))


def _made(step: Step) -> list[Text]:
    return paragraphs(new(step.entry()))


def delete_own(step: Step) -> list[Text]:
    return [part for part in step.parts if not holds(part, step.quoted)]


def delete_another(step: Step) -> list[Text]:
    gone = _any(step)
    return [part for index, part in enumerate(step.parts) if index != gone]


def delete_own_sentence(step: Step) -> list[Text]:
    here = step.here
    part = step.parts[here]
    kept = [part[a:b] for a, b in _sentences(part) if not holds(part[a:b], step.quoted)]
    return [*step.parts[:here], *([_run(kept)] if kept else []), *step.parts[here + 1 :]]


def delete_a_sentence(step: Step) -> list[Text]:
    here = _any(step)
    part = step.parts[here]
    spans = _sentences(part)
    first, last = step.random.choice(spans)
    left = part[:first] + part[last:]
    return [*step.parts[:here], *([left] if plain(left).strip() else []), *step.parts[here + 1 :]]


def insert(step: Step) -> list[Text]:
    at = step.random.randrange(len(step.parts) + 1)
    return [*step.parts[:at], *_made(step), *step.parts[at:]]


def insert_at_top(step: Step) -> list[Text]:
    return [step.parts[0], *_made(step), *step.parts[1:]]


def replace_own(step: Step) -> list[Text]:
    here = step.here
    return [*step.parts[:here], *_made(step), *step.parts[here + 1 :]]


def move(step: Step) -> list[Text]:
    parts = list(step.parts)
    part = parts.pop(_any(step))
    parts.insert(step.random.randrange(len(parts) + 1), part)
    return parts


def move_own(step: Step) -> list[Text]:
    parts = list(step.parts)
    part = parts.pop(step.here)
    parts.insert(step.random.randrange(len(parts) + 1), part)
    return parts


def move_own_sentence(step: Step) -> list[Text]:
    """The sentence of the quote goes to the end of another paragraph."""
    here = step.here
    part = step.parts[here]
    mine = [part[a:b] for a, b in _sentences(part) if holds(part[a:b], step.quoted)]
    parts = delete_own_sentence(step)
    if not mine or not parts:
        return step.parts
    to = step.random.randrange(len(parts))
    parts[to] = parts[to] + new(" ") + _run(mine)
    return parts


def swap_with_next(step: Step) -> list[Text]:
    parts = list(step.parts)
    here = min(step.here, len(parts) - 2)
    parts[here : here + 2] = parts[here + 1], parts[here]
    return parts


def duplicate(step: Step) -> list[Text]:
    copy = copied(step.parts[_any(step)])
    at = step.random.randrange(len(step.parts) + 1)
    return [*step.parts[:at], copy, *step.parts[at:]]


def duplicate_own(step: Step) -> list[Text]:
    copy = copied(step.parts[step.here])
    at = step.random.choice((step.here, step.here + 1))
    return [*step.parts[:at], copy, *step.parts[at:]]


def shuffle(step: Step) -> list[Text]:
    return step.random.sample(step.parts, len(step.parts))


def reverse(step: Step) -> list[Text]:
    return step.parts[::-1]


def new_hours(step: Step) -> list[Text]:
    """Every entry gets another hour."""
    return [
        new(f"{step.random.randint(6, 22):02}:{step.random.randrange(60):02}") + part[5:]
        if HOUR.match(plain(part))
        else part
        for part in step.parts
    ]


def new_own_figures(step: Step) -> list[Text]:
    here = step.here
    return [_with_figures(part, step.random) if index == here else part for index, part in enumerate(step.parts)]


def new_figures(step: Step) -> list[Text]:
    return [_with_figures(part, step.random) if step.random.random() < 0.3 else part for part in step.parts]


def typos(step: Step) -> list[Text]:
    def mistyped(part: Text) -> Text:
        return [
            (step.random.choice("abcdefghij"), None) if pair[0].isalpha() and step.random.random() < 0.015 else pair
            for pair in part
        ]

    return [mistyped(part) for part in step.parts]


def merge(step: Step) -> list[Text]:
    """Two paragraphs become one."""
    if len(step.parts) < 2:
        return step.parts
    here = step.random.randrange(len(step.parts) - 1)
    return [*step.parts[:here], step.parts[here] + new(" ") + step.parts[here + 1], *step.parts[here + 2 :]]


def rewrap(step: Step) -> list[Text]:
    return [
        [
            ("\u00a0", origin) if character == " " and step.random.random() < 0.3 else (character, origin)
            for character, origin in part
        ]
        for part in step.parts
    ]


def _sentences(part: Text) -> list[tuple[int, int]]:
    text = plain(part)
    ends = [match.end() for match in SENTENCE.finditer(text)]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return list(zip([0, *ends[:-1]], ends, strict=True))


def _run(parts: list[Text]) -> Text:
    return [pair for part in parts for pair in part]


def _with_figures(part: Text, random: Random) -> Text:
    edited, last = [], 0
    for match in FIGURE.finditer(plain(part)):
        edited += part[last : match.start()] + new(str(random.randint(1, 199)))
        last = match.end()
    return edited + part[last:]


STEPS: dict[str, Callable[[Step], list[Text]]] = {
    step.__name__.replace("_", " "): step
    for step in (
        delete_own,
        delete_another,
        delete_own_sentence,
        delete_a_sentence,
        insert,
        insert_at_top,
        replace_own,
        move,
        move_own,
        move_own_sentence,
        swap_with_next,
        duplicate,
        duplicate_own,
        shuffle,
        reverse,
        new_hours,
        new_own_figures,
        new_figures,
        typos,
        merge,
        rewrap,
    )
}
