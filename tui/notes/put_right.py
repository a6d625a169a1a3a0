"""Repairs of names and dates, days of publication and blocks: all that a person put right, as one list."""

from dataclasses import dataclass, replace
from enum import StrEnum

from tui.analysis.repairs.places import place_of
from tui.analysis.repairs.repairs import Correction, deed
from tui.notes import decisions, repairs
from tui.notes.note import Choices
from tui.notes.store import NoteStore
from tui.text.article import Article
from tui.text.span import Span


class Part(StrEnum):
    """What of an article's choices was decided."""

    PUBLISHED = "published"
    SHOWN = "shown"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Decided:
    """One thing that was decided about an article; `value` is the day, or the text of the block."""

    part: Part
    value: str
    choices: Choices  # as they were then


@dataclass(frozen=True, slots=True)
class PutRight:
    """One thing that was put right. `scope` is the article for which it holds, "" for all; `source` where it was."""

    what: Correction | Decided
    scope: str
    source: str
    when: str  # ISO 8601, UTC
    id: str = ""  # in the log of repairs
    undone: bool = False

    @property
    def words(self) -> str:
        """In plain words, without where."""
        if not isinstance(self.what, Decided):
            return deed(self.what)
        words = " ".join(self.what.value.split())[:60]
        match self.what.part:
            case Part.PUBLISHED:
                return f"Published on {words}"
            case Part.SHOWN:
                return f"Bring back the block “{words}”"
            case Part.HIDDEN:
                return f"Fold the block “{words}”"

    def place(self, article: Article) -> Span | None:
        """The words of an article that it is about; None where there are none."""
        if self.scope not in ("", article.source):
            return None
        if not isinstance(self.what, Decided):
            return place_of(self.what, article)
        start = 0 if self.what.part is Part.PUBLISHED else article.text.find(self.what.value)
        return Span(start, start) if start >= 0 else None

    def concerns(self, article: Article) -> bool:
        """Whether it was made in an article, or something that stands there is put right by it."""
        return article.source in (self.scope, self.source) or (not self.scope and self.place(article) is not None)


def everything(store: NoteStore) -> tuple[PutRight, ...]:
    """All of it, also what was taken back; the latest first."""
    found = [
        PutRight(entry.rule, entry.rule.scope, entry.made_in or entry.rule.scope, entry.created, entry.id, entry.undone)
        for entry in repairs.entries(store)
    ]
    for decision in decisions.decisions(store):
        found += [
            PutRight(decided, decision.choices.source, decision.choices.source, decision.updated)
            for decided in _decided(decision.choices)
        ]
    found.reverse()
    return tuple(sorted(found, key=lambda one: one.when, reverse=True))


def mark(store: NoteStore, one: PutRight, undone: bool) -> PutRight:
    """Take it back, or make it again; as it stands then."""
    if not isinstance(one.what, Decided):
        store.mark_undone(one.id, undone)
        return replace(one, undone=undone)
    now, part, value = store.choices_of(one.source), one.what.part, one.what.value
    if part is Part.PUBLISHED:
        now = replace(now, published=None if undone else one.what.choices.published)
    elif part is Part.SHOWN:
        now = replace(now, shown=_with(now.shown, value, not undone))
    else:
        now = replace(now, hidden=_with(now.hidden, value, not undone))
    store.save_choices(now)
    return replace(one, undone=undone)


def _with(blocks: tuple[str, ...], block: str, there: bool) -> tuple[str, ...]:
    return tuple(sorted({*blocks, block} if there else set(blocks) - {block}))


def _decided(choices: Choices) -> list[Decided]:
    day = [Decided(Part.PUBLISHED, choices.published.isoformat(), choices)] if choices.published else []
    return [
        *day,
        *(Decided(Part.SHOWN, text, choices) for text in choices.shown),
        *(Decided(Part.HIDDEN, text, choices) for text in choices.hidden),
    ]
