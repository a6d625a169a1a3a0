"""The article itself: a column of lines, drawn one by one and only when in view."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip

from tui.text.article import Article
from tui.text.span import Span
from tui.ui.messages import Clicked, Resized, Wheeled
from tui.ui.page.geometry import GUTTER, NUMBERS, column_in
from tui.ui.page.hyphenation import breaks_for
from tui.ui.page.layers import Layer, differing
from tui.ui.page.looks import Looks
from tui.ui.page.overview import overview, rows_in_view
from tui.ui.page.page import BLANK, Line, Page
from tui.ui.page.signs import Signs
from tui.ui.terminal.fast_lines import FastLines
from tui.ui.widgets.article.article_line import Marks, text_of

KEPT = 3  # lines of the old page that stay in view after a page key
WHEEL = 3  # lines


class ArticleView(FastLines, can_focus=True):
    """Shows an article from line `top` on. The screen gives it the article, layers of marks, and a cursor."""

    ALLOW_SELECT = False
    LAYERS = (
        "heading",
        "emphasis",
        "strong",
        "code",
        "link",
        "footnote",
        "struck",
        "known",
        "came",
        "person",
        "org",
        "place",
        "group",
        "other",
        "time",
        "shared",
        "annotated",
        "mention",
        "target",
        "hit",
        "current-hit",
        "selection",
        "caret",
    )
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"article--{name}" for name in (*LAYERS, "text", "furniture", "faint", "hint", "gutter", "cursor", "lead")
    }
    IN_OVERVIEW = ("mention", "hit")

    def __init__(self, article: Article, looks: Looks, signs: Signs, page: Page | None = None) -> None:
        super().__init__()
        self.looks = looks
        self.focus_block: int | None = None  # only this block is drawn bright
        self.top = 0
        self._at_top = 0  # the offset that was scrolled to: it stays in view at every width
        self.page = page or Page(article, looks.column, signs=signs)
        self._signs = signs
        self._folded: frozenset[int] = frozenset()
        self._layers: tuple[Layer, ...] = ()
        self._labels: Mapping[int, str] = {}
        self._noted_spans: tuple[Span, ...] = ()
        self._noted: frozenset[int] = frozenset()
        self._cursor: Span = Span(0, 0)
        self._seam: int | None = None  # the line that was the last of the page before
        self._styles: dict[tuple[str, ...], Style] = {}
        self._cache: dict[int, Strip] = {}
        self._margin = 0
        self._laid_out_for = Size()  # nothing as long as the widget has no size
        self._overview: tuple[str, ...] | None = None  # made when it is drawn next

    # What the screen sets

    def show(self, article: Article, folded: frozenset[int], page: Page | None = None) -> None:
        """Another article, or the same with other blocks folded; the place in it is kept. `page` is taken if it
        fits."""
        self._folded = folded
        self._lay_out(article, page)
        self.refresh()

    def laid_out(self, article: Article) -> Page:
        """An article as it would be shown now, for `show`; changes nothing, so that it can be made beside the keys."""
        folded = frozenset(index for index, block in enumerate(article.blocks) if block.furniture is not None)
        return self._page(article, self._column()[0], folded)

    def set_looks(self, looks: Looks) -> None:
        """How the page looks; the place in it is kept."""
        if looks != self.looks:
            self.looks = looks
            self._lay_out(self.page.article)
            self.refresh()

    def set_focus_block(self, block: int | None) -> None:
        """Draw only this block bright; all of them with None."""
        if block != self.focus_block:
            self.focus_block = block
            self.redraw()

    def set_layers(self, layers: Sequence[Layer], noted: Sequence[Span]) -> None:
        """Marks over the text, the lowest first, and the places of notes, which get a sign in the margin."""
        before, noted_before = self._layers, self._noted
        self._layers = tuple(layer for layer in layers if layer.spans)
        self._noted_spans = tuple(noted)
        self._noted = frozenset(self.page.line_of(span.start) for span in noted)
        if self.looks.overview:
            self.redraw()
            return
        # Lines out of view are drawn when they come into view: there may be a hundred thousand of them.
        in_view = range(self.top, self.top + self.rows)
        self._cache = {line: strip for line, strip in self._cache.items() if line in in_view}
        spans = differing(before, self._layers, self.in_view)
        for line in {*(noted_before ^ self._noted), *(line for span in spans for line in self.page.lines_of(span))}:
            self._refresh_line(line)

    def set_labels(self, labels: Mapping[int, str]) -> None:
        """Short labels drawn over the text at these offsets."""
        if labels or self._labels:
            self._labels = labels
            self.redraw()

    def set_cursor(self, span: Span) -> None:
        """The sentence that the cursor stands in: a bar in the margin beside its lines."""
        if span != self._cursor:
            lines = {*self.page.lines_of(self._cursor), *self.page.lines_of(span)}
            self._cursor = span
            for line in lines:
                self._refresh_line(line)

    def redraw(self) -> None:
        """Draw every line anew."""
        self._forget_lines()
        self.refresh()

    # Where things are

    @property
    def rows(self) -> int:
        """Rows in view."""
        return max(1, self.size.height)

    @property
    def in_view(self) -> Span:
        """The offsets in view."""
        last = self.page.line(min(self.top + self.rows, self.page.height) - 1)
        return Span(self.page.offset_at(self.top), max(last.end, last.start + 1))

    def shows(self, offset: int) -> bool:
        """Whether an offset is in view."""
        return self.top <= self.page.line_of(offset) < self.top + self.rows

    def scroll_lines(self, lines: int, seam: bool = False) -> bool:
        """Move the view; with `seam` the last line of the old page is drawn underlined. Whether it moved."""
        bottom = self.top + self.rows - 1
        top = max(0, min(self.top + lines, self.page.height - self.rows))
        self._at_top = self.page.offset_at(top)
        if top == self.top:
            return False
        self._mark_seam(bottom if seam and lines > 0 else None)
        self.top = top
        self.refresh()
        return True

    def reveal(self, offset: int, context: int) -> None:
        """Bring an offset into view, with `context` lines around it; a third from the top if it was far away."""
        line = self.page.line_of(offset)
        context = min(context, (self.rows - 1) // 2)
        if self.top + context <= line < self.top + self.rows - context:
            self.scroll_lines(0)
            return
        near = self.top - context <= line < self.top + self.rows + context
        if not near:
            top = line - self.rows // 3
        elif line < self.top + context:
            top = line - context
        else:
            top = line - self.rows + 1 + context
        self.scroll_lines(top - self.top)

    def put_at_top(self, offset: int) -> None:
        """Make the line of an offset the first in view."""
        self.scroll_lines(self.page.line_of(offset) - self.top)
        self._at_top = offset

    # Drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in view. The first ones are asked for before the widget hears of its size."""
        self._fit()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One row of the widget (Textual's line API)."""
        line = self.top + y
        strip = self._cache.get(line)
        if strip is None:
            strip = self._cache[line] = self._draw(line)
        return Strip.join([strip, self._beside(y)]) if self.looks.overview else strip

    def _beside(self, y: int) -> Strip:
        """One cell of the overview."""
        if self._overview is None:
            places = {layer.name: layer.spans for layer in self._layers if layer.name in self.IN_OVERVIEW}
            self._overview = overview(self.page, self.rows, {**places, "note": self._noted_spans})
        name = self._overview[y] if y < len(self._overview) else ""
        seen = y in rows_in_view(self.top, self.page.height, self.rows)
        sign = {"note": self._signs.note, "hit": self._signs.dot, "mention": self._signs.middle}.get(name)
        style = self._style({"note": "annotated", "mention": "cursor"}.get(name, "gutter"))
        return Strip([Segment(sign or (self._signs.thumb if seen else " "), style + Style(bold=seen, underline=False))])

    @property
    def _text_width(self) -> int:
        return self.size.width - self.looks.overview

    def notify_style_update(self) -> None:
        """Colours changed: forget the styles made from them."""
        self._styles.clear()
        self._cache.clear()
        super().notify_style_update()

    def _draw(self, line: int) -> Strip:
        width = self._text_width
        base = self._style("text")
        if line >= self.page.height:
            return Strip.blank(width, base)
        row = self.page.line(line)
        segments = [Segment(" " * self._margin, base), *self._gutter(line, row)]
        if row.block != BLANK:
            marks = Marks(self._layers, self._labels, self._folded, self.focus_block)
            segments.extend(text_of(self.page, line, row, marks, self._signs, self._style))
        strip = Strip(segments).adjust_cell_length(width, base).simplify()
        return strip.apply_style(self._style("faint")) if line == self._seam else strip

    def _gutter(self, line: int, row: Line) -> list[Segment]:
        base = self._style("text")
        number = []
        if self.looks.numbers:
            number = [Segment(f"{line + 1:>{NUMBERS - 1}} ", self._style("gutter"))]
        beside = (
            row.block != BLANK and row.start < self._cursor.end and self._cursor.start < max(row.end, row.start + 1)
        )
        bar = Segment(self._signs.cursor, self._style("cursor")) if beside else Segment(" ", base)
        sign = Segment(self._signs.note, self._style("annotated")) if line in self._noted else Segment(" ", base)
        return [*number, sign, bar]

    def _style(self, *names: str) -> Style:
        style = self._styles.get(names)
        if style is None:
            style = self.get_component_rich_style("article--text")
            for name in names:
                style += self.get_component_rich_style(f"article--{name}", partial=True)
            if "caret" in names:
                style += Style(reverse=not style.reverse)  # seen in a selection, and without one
            self._styles[names] = style
        return style

    # Layout

    def _forget_lines(self) -> None:
        self._cache.clear()
        self._overview = None

    def _column(self) -> tuple[int, int]:
        """Width of the text and of the margin before it."""
        looks = self.looks
        return column_in(self._text_width, looks.column, looks.numbers) if self.size.width else (self.page.width, 0)

    def _page(self, article: Article, width: int, folded: frozenset[int]) -> Page:
        breaks = breaks_for(article.language) if self.looks.justify else None
        return Page(article, width, folded, self._signs, self.looks.justify, breaks)

    def _lay_out(self, article: Article, page: Page | None = None) -> None:
        self._laid_out_for = self.size
        width, self._margin = self._column()
        fitting = (
            one for one in (self.page, page) if one and one.is_of(article, width, self._folded, self.looks.justify)
        )
        self.page = next(fitting, None) or self._page(article, width, self._folded)
        self._seam = None
        self._noted = frozenset(self.page.line_of(span.start) for span in self._noted_spans)
        self.top = max(0, min(self.page.line_of(self._at_top), self.page.height - self.rows)) if self._at_top else 0
        self._ready.clear()
        self._forget_lines()

    def on_resize(self) -> None:
        """Wrap the article for the new width, and show the same place at the new height."""
        if self._fit():
            self.refresh()
        self.post_message(Resized())

    def _fit(self) -> bool:
        """Lay the article out for the size there is; whether it was laid out for another one."""
        fits = self._laid_out_for == self.size
        if not fits:
            self._lay_out(self.page.article)
        return not fits

    def _mark_seam(self, line: int | None) -> None:
        for changed in (self._seam, line):
            if changed is not None:
                self._cache.pop(changed, None)
        self._seam = line

    def _refresh_line(self, line: int) -> None:
        self._cache.pop(line, None)
        if self.top <= line < self.top + self.rows:
            self.refresh(Region(0, line - self.top, self.size.width, 1))

    # Mouse

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves three lines."""
        event.stop()
        self.post_message(Wheeled(WHEEL, self))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves three lines."""
        event.stop()
        self.post_message(Wheeled(-WHEEL, self))

    def on_click(self, event: events.Click) -> None:
        """A click says which place of the text it hit."""
        column = event.x - self._margin - GUTTER - (NUMBERS if self.looks.numbers else 0)
        self.post_message(Clicked(self.page.offset_at(self.top + event.y, column), self, event.chain == 2))
