"""One open article and all that is known of it just now; knows nothing of the screen."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from tui.analysis.corrections import replay
from tui.analysis.model import Analysis, Entity, TimelineEvent
from tui.analysis.repairs import Correction
from tui.notes.note import Choices, Place
from tui.text.article import Article, Furniture, Known, MarkKind, Published
from tui.text.span import Span, at
from tui.ui.layers import Layer
from tui.ui.motions import character_end, quotations, sentence_at, sentences_of
from tui.ui.placed import PlacedNote
from tui.ui.search import Finder, Found


class Reading:
    """An article with the reader's choices, its analysis as corrected, its notes, and what is marked in it."""

    def __init__(self, article: Article, choices: Choices) -> None:
        self.original = article
        self.choices = choices
        self.article = chosen(article, choices)
        self.raw: Analysis | None = None  # as the worker made it
        self.analysis: Analysis | None = None  # with the reader's repairs
        self.notes: tuple[PlacedNote, ...] = ()
        self.rules: tuple[Correction, ...] = ()  # the reader's repairs, in the order they were made
        self.place: Place | None = None  # where reading stopped last time
        self.marked: frozenset[int] = frozenset()  # entities marked for merging
        self.entity: int | None = None
        self.shared: frozenset[int] = frozenset()  # entities that the article beside this one names too
        self.found = Found("")
        self.last_used = "entity"  # what n and N walk through: "entity" or "search"
        self.cursor = 0
        self.selecting_from: int | None = None
        self.target: Span | None = None  # what the last jump landed on
        self.bookmarks: dict[str, int] = {}
        self.unfolded: set[int] = set()  # furniture blocks opened just now without deciding anything
        self.show_names = False
        self.finder = Finder(article.text)
        self._wanted = ""  # the name of the entity to select when there is an analysis again

    @cached_property
    def words(self) -> int:
        """Number of words in the article, roughly: of very long ones a part is counted."""
        text = self.original.text
        part = text[:200_000]
        return len(part.split()) * len(text) // max(1, len(part))

    # Choices

    def choose(self, choices: Choices) -> None:
        """The reader decided something about the article; its analysis must be made again."""
        self.choices = choices
        self.article = chosen(self.original, choices)
        self.__dict__.pop("quotations", None)

    def renew(self, article: Article, cursor: int) -> None:
        """The file has changed. What was found in the old text is forgotten; the selected entity is chosen again."""
        self._wanted = self.selected.name if self.selected else ""
        query = self.found.query
        self.original, self.article = article, chosen(article, self.choices)
        self.finder = Finder(article.text)
        self.found = self.finder.find(query) if query else self.found
        self.raw = self.analysis = self.entity = self.target = self.selecting_from = None
        self.marked, self.unfolded, self.cursor = frozenset(), set(), cursor
        for cached in ("words", "mentions", "quotations"):
            self.__dict__.pop(cached, None)

    @property
    def folded(self) -> frozenset[int]:
        """Indices of the blocks that are drawn as one row."""
        blocks = enumerate(self.article.blocks)
        return frozenset(i for i, block in blocks if block.furniture is not None and i not in self.unfolded)

    def block_at(self, offset: int) -> int | None:
        """Index of the block at an offset, or of the one before it."""
        index = bisect_right(self.article.blocks, offset, key=lambda block: block.span.start) - 1
        return index if index >= 0 else None

    # Analysis

    def set_analysis(self, raw: Analysis) -> None:
        """A fresh analysis, or the same one after a repair; the selected entity stays selected where it can."""
        chosen_one = self.selected
        corrected = replay(raw, self.article, self.rules)
        self.raw, self.analysis = raw, corrected
        self.marked = frozenset()
        self.entity = None
        if chosen_one is None and self._wanted:
            self.entity = next((i for i, e in enumerate(corrected.entities) if e.name == self._wanted), None)
        self._wanted = ""
        if chosen_one is not None:
            spans = {mention.span for mention in chosen_one.mentions}
            for index, entity in enumerate(corrected.entities):
                if any(mention.span in spans for mention in entity.mentions):
                    self.entity = index
                    break
        self.__dict__.pop("mentions", None)

    @property
    def entities(self) -> Sequence[Entity]:
        """The entities, most often named first; none before the analysis is there."""
        return self.analysis.entities if self.analysis else ()

    @property
    def events(self) -> Sequence[TimelineEvent]:
        """The events in order of time; none before the analysis is there."""
        return self.analysis.events if self.analysis else ()

    @property
    def selected(self) -> Entity | None:
        """The entity marked in the text."""
        return self.entities[self.entity] if self.entity is not None and self.entity < len(self.entities) else None

    @cached_property
    def mentions(self) -> tuple[tuple[Span, int], ...]:
        """Every mention with the index of its entity, in text order."""
        return tuple(sorted((m.span, index) for index, entity in enumerate(self.entities) for m in entity.mentions))

    @property
    def times(self) -> list[Span]:
        """Places of the time expressions that denote days."""
        return [time.span for time in self.analysis.times if time.interval] if self.analysis else []

    @cached_property
    def quotations(self) -> list[Span]:
        """Where quotations open."""
        return quotations(self.article)

    @property
    def sentences(self) -> Sequence[Span]:
        """All sentences of the article."""
        return sentences_of(self.article, self.analysis.sentences if self.analysis else ())

    @property
    def sentence(self) -> Span:
        """The sentence under the cursor."""
        return self.sentence_at(self.cursor)

    def sentence_at(self, offset: int) -> Span:
        """The sentence around an offset."""
        return sentence_at(self.article, self.analysis.sentences if self.analysis else (), offset)

    def entity_at(self, offset: int) -> int | None:
        """Index of the entity named at an offset."""
        index = at([span for span, _ in self.mentions], offset)
        return None if index is None else self.mentions[index][1]

    def names(self, entities: Iterable[int]) -> str:
        """Names of entities in one string."""
        return "; ".join(self.entities[index].name for index in entities)

    # What is marked

    @property
    def selection(self) -> Span | None:
        """The selected text."""
        if self.selecting_from is None:
            return None
        start, end = sorted((self.selecting_from, self.cursor))
        return Span(start, max(start, character_end(self.article.text, end)))

    def walk(self) -> tuple[Span, ...]:
        """What n and N walk through: the hits of the search, or the mentions of the selected entity."""
        if self.last_used == "search" and self.found.hits:
            return self.found.hits
        if self.selected is not None:
            return tuple(mention.span for mention in self.selected.mentions)
        return self.found.hits

    def layers(self) -> list[Layer]:
        """Everything that is drawn over the text, the lowest first."""
        kinds = (MarkKind.EMPHASIS, MarkKind.STRONG, MarkKind.CODE, MarkKind.LINK)
        layers = [Layer(kind.value, [m.span for m in self.article.marks if m.kind is kind]) for kind in kinds]
        if self.show_names:
            by_kind: dict[str, list[Span]] = {}
            for span, index in self.mentions:
                by_kind.setdefault(self.entities[index].kind.value.lower(), []).append(span)
            layers += [Layer(kind, spans) for kind, spans in by_kind.items()]
            layers.append(Layer("time", self.times))
        layers.append(Layer("shared", [span for span, index in self.mentions if index in self.shared]))
        layers.append(Layer("annotated", sorted(note.span for note in self.notes if note.span is not None)))
        if self.selected is not None:
            layers.append(Layer("mention", [mention.span for mention in self.selected.mentions]))
        if self.target is not None:
            layers.append(Layer("target", [self.target]))
        layers.append(Layer("hit", self.found.hits))
        if self.found.hits and self.target in self.found.hits and self.target is not None:
            layers.append(Layer("current-hit", [self.target]))
        if self.selection is not None:
            layers.append(Layer("selection", [self.selection]))
            layers.append(Layer("caret", [Span(self.cursor, self.cursor + 1)]))
        return layers


def chosen(article: Article, choices: Choices) -> Article:
    """The article with the reader's own publication date and furniture decisions in it."""
    published = article.published
    if choices.published is not None:
        published = Published(choices.published, Known.SET, "set by you")
    if not choices.shown and not choices.hidden:
        return replace(article, published=published)
    shown, hidden = frozenset(choices.shown), frozenset(choices.hidden)
    blocks = []
    for block in article.blocks:
        words = article.text[block.span.start : block.span.end]
        if block.furniture is not None and words in shown:
            block = replace(block, furniture=None)
        elif block.furniture is None and words in hidden:
            block = replace(block, furniture=Furniture.INTERFACE)
        blocks.append(block)
    return replace(article, published=published, blocks=tuple(blocks))
