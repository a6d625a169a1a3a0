"""One open article and all that is known of it just now; knows nothing of the screen."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from tui.analysis.figures.row import FigureRow
from tui.analysis.model import Analysis, Entity, Kind
from tui.analysis.quotes.said import QuoteRow, quote_rows
from tui.analysis.repairs.corrections import replay
from tui.analysis.repairs.repairs import Correction
from tui.library.known.told import Changed
from tui.notes.note import Choices, Place
from tui.text.article import Article, Furniture, Known, MarkKind, Published
from tui.text.span import Span, at, joined, within
from tui.ui.page.characters import character_end, character_start
from tui.ui.page.layers import Layer
from tui.ui.page.motions import quotations, sentence_at, sentences_of
from tui.ui.page.placed import PlacedNote
from tui.ui.page.search import REGULAR, Finder, Found
from tui.ui.reading.known_before import KnownBefore, places_of

MARKS = tuple(MarkKind)


class Reading:
    """An article with the reader's choices, its analysis as corrected, its notes, and what is marked in it."""

    def __init__(self, article: Article, choices: Choices, began: int = 0) -> None:
        self.original = article
        self.choices = choices
        self.article = chosen(article, choices)
        self.goes_on = False  # only its beginning is here; the rest is being read
        self.ends_at: int | None = None  # where the cursor waits for the end that is still being read
        self.raw: Analysis | None = None  # as the worker made it
        self.analysis: Analysis | None = None  # with the reader's repairs
        self.notes: tuple[PlacedNote, ...] = ()
        self.rules: tuple[Correction, ...] = ()  # the reader's repairs, in the order they were made
        self.place: Place | None = None  # where reading stopped last time
        self.marked: frozenset[int] = frozenset()  # entities marked for merging
        self.entity: int | None = None
        self.shared: frozenset[int] = frozenset()  # entities that the article beside this one names too
        self.found = Found("")
        self._kept: dict[str, tuple[tuple[object, ...], Sequence[Span]]] = {}
        self.last_used = "entity"  # what n and N walk through: "entity" or "search"
        # The offset at the top of the view at first: where reading stopped last time, if the text still goes so far.
        self.began = min(began, max(0, len(article.text) - 1))
        self.cursor = self.began
        self.selecting_from: int | None = None
        self.lines_from: int | None = None  # where a selection of whole lines began; it counts while there is one
        self.target: Span | None = None  # what the last jump landed on
        self.hinted: Span | None = None  # the target, if it was selected by its hint
        self.bookmarks: dict[str, int] = {}
        self.unfolded: set[int] = set()  # furniture blocks opened just now without deciding anything
        self.show_names = False
        self.known = KnownBefore()
        self.changed: tuple[Changed, ...] = ()  # since it was read the time before, if that is to be seen
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
        self._forget("quotations")

    def renew(self, article: Article, cursor: int) -> None:
        """The file has changed. What was found in the old text is forgotten; the selected entity is chosen again."""
        self._wanted = self.selected.name if self.selected else ""
        query = self.found.query
        self.original, self.article = article, chosen(article, self.choices)
        self.finder = Finder(article.text)
        # What an expression finds is looked for beside the keys, by whoever knows the screen.
        self.found = Found(query) if query.startswith(REGULAR) else self.finder.find(query)
        self.raw = self.analysis = self.entity = self.target = self.selecting_from = None
        self.marked, self.unfolded, self.cursor = frozenset(), set(), cursor
        self.known, self.changed = KnownBefore(), ()
        self._forget("words", "mentions", "times", "quotes", "figures", "quotations")

    @property
    def folded(self) -> frozenset[int]:
        """Indices of the blocks that are drawn as one row."""
        return frozenset(index for index in range(len(self.article.blocks)) if self.is_folded(index))

    def is_folded(self, index: int) -> bool:
        """Whether a block is drawn as one row."""
        folded = self.article.blocks[index].furniture is not None or index in self.known.folded
        return folded and index not in self.unfolded

    def block_at(self, offset: int) -> int | None:
        """Index of the block at an offset, or of the one before it."""
        index = bisect_right(self.article.blocks, offset, key=lambda block: block.span.start) - 1
        return index if index >= 0 else None

    # Analysis

    def set_analysis(self, raw: Analysis, corrected: Analysis | None = None) -> None:
        """A fresh analysis, or the same one after a repair; the selected entity stays selected where it can.

        `corrected` is what the repairs make of it, if that is known already."""
        chosen_one = self.selected
        corrected = corrected or replay(raw, self.article, self.rules)
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
        self._forget("mentions", "times", "quotes", "figures", "quotations")

    def _forget(self, *cached: str) -> None:
        for name in cached:
            self.__dict__.pop(name, None)

    @property
    def entities(self) -> Sequence[Entity]:
        """The entities, most often named first; none before the analysis is there."""
        return self.analysis.entities if self.analysis else ()

    @property
    def selected(self) -> Entity | None:
        """The entity marked in the text."""
        return self.entities[self.entity] if self.entity is not None and self.entity < len(self.entities) else None

    @cached_property
    def mentions(self) -> tuple[tuple[Span, int], ...]:
        """Every mention with the index of its entity, in text order."""
        return tuple(sorted((m.span, index) for index, entity in enumerate(self.entities) for m in entity.mentions))

    @property
    def mention_spans(self) -> Sequence[Span]:
        """Every place where an entity is named, in text order."""
        return self._made("mentions", (self.mentions,), lambda: [span for span, _ in self.mentions])

    @cached_property
    def times(self) -> list[Span]:
        """Places of the time expressions that denote days."""
        return [time.span for time in self.analysis.times if time.interval] if self.analysis else []

    @cached_property
    def quotations(self) -> list[Span]:
        """Where quotations begin; before they are known, where marks open."""
        if self.analysis is None:
            return quotations(self.article)
        return [quote.content[0] for quote in self.analysis.quotes]

    @cached_property
    def quotes(self) -> tuple[QuoteRow, ...]:
        """Who said what, by speakers."""
        return quote_rows(self.article, self.analysis) if self.analysis else ()

    @cached_property
    def figures(self) -> tuple[FigureRow, ...]:
        """How much and how many, by what is counted."""
        if self.analysis is None:
            return ()
        from tui.analysis.figures.told import figure_rows  # the grammar of numbers: not before something is known

        return figure_rows(self.article, self.analysis)

    def have(self, quotes: tuple[QuoteRow, ...], figures: tuple[FigureRow, ...]) -> None:
        """These rows of the analysis were made beside the keys."""
        self.__dict__.update(quotes=quotes, figures=figures)

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
        index = at(self.mention_spans, offset)
        return None if index is None else self.mentions[index][1]

    def entity_near(self, offset: int) -> int | None:
        """Index of the entity named at an offset, or of the first one in its sentence."""
        index = self.entity_at(offset)
        inside = within(self.mention_spans, self.sentence_at(offset)) if index is None else ()
        return self.entity_at(inside[0].start) if inside else index

    # What is marked

    @property
    def selection(self) -> Span | None:
        """The selected text."""
        if self.selecting_from is None:
            return None
        start, end = sorted((self.selecting_from, self.cursor))
        start = character_start(self.article.text, start)
        return Span(start, max(start, character_end(self.article.text, end)))

    @property
    def _selected_spans(self) -> Sequence[Span]:
        mentions = self.selected.mentions if self.selected is not None else ()
        return self._made("selected", (mentions,), lambda: [mention.span for mention in mentions])

    def walk(self) -> Sequence[Span]:
        """What n and N walk through: the hits of the search, or the mentions of the selected entity."""
        if self.last_used == "search" and self.found.hits:
            return self.found.hits
        return self._selected_spans or self.found.hits

    @property
    def noted(self) -> Sequence[Span]:
        """The places that have notes."""
        return self._made("noted", (self.notes,), lambda: sorted(n.span for n in self.notes if n.span is not None))

    def layers(self) -> list[Layer]:
        """Everything that is drawn over the text, the lowest first."""
        layers = [Layer(kind.value, self._marks(kind)) for kind in MARKS]
        layers += [Layer("known", self.known.dimmed), Layer("came", self.changes)]
        if self.show_names:
            layers += [Layer(kind.value.lower(), self._names_of(kind)) for kind in Kind]
            layers.append(Layer("time", self.times))
        layers.append(Layer("shared", self.shared_spans))
        layers.append(Layer("annotated", self._made("annotated", (self.notes,), lambda: joined(self.noted))))
        if self.selected is not None:
            layers.append(Layer("mention", self._selected_spans))
        if self.target is not None:
            layers.append(Layer("target", [self.target]))
        layers.append(Layer("hit", self.found.hits))
        if self.target is not None and self.target in within(self.found.hits, self.target):
            layers.append(Layer("current-hit", [self.target]))
        if self.selection is not None:
            layers.append(Layer("selection", [self.selection]))
            layers.append(Layer("caret", [Span(self.cursor, self.cursor + 1)]))
        return layers

    @property
    def changes(self) -> Sequence[Span]:
        """Where something changed; where words only went out, the character that stands there now."""
        return self._made("changes", (self.changed,), lambda: joined(places_of(self.changed, self.article.text)))

    @property
    def shared_spans(self) -> Sequence[Span]:
        """Mentions of the entities that the article beside this one names too."""
        made_from = self.mentions, self.shared
        return self._made("shared", made_from, lambda: [span for span, i in self.mentions if i in self.shared])

    def _marks(self, kind: MarkKind) -> Sequence[Span]:
        marks = self.article.marks
        return self._made(kind.value, (marks,), lambda: joined(mark.span for mark in marks if mark.kind is kind))

    def _names_of(self, kind: Kind) -> Sequence[Span]:
        names, entities = self.mentions, self.entities
        return self._made(f"names {kind}", (names,), lambda: [s for s, i in names if entities[i].kind is kind])

    def _made(self, name: str, made_from: tuple[object, ...], make: Callable[[], Sequence[Span]]) -> Sequence[Span]:
        """Spans that are made anew only when what they are made from is another object: keys ask for them often."""
        known = self._kept.get(name)
        if known is None or any(old is not new for old, new in zip(known[0], made_from, strict=True)):
            known = self._kept[name] = made_from, make()
        return known[1]


def chosen(article: Article, choices: Choices) -> Article:
    """The article with the reader's own publication date and furniture decisions in it."""
    published = article.published
    if choices.published is not None:
        published = Published(choices.published, Known.SET, "set by you")
    if not choices.shown and not choices.hidden:
        return article if published is article.published else replace(article, published=published)
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
