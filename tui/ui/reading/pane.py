"""One article on the screen: its title line and its text."""

from textual.app import ComposeResult
from textual.containers import Vertical

from tui.text.article import Known
from tui.text.span import Span
from tui.ui.page.characters import last_character
from tui.ui.page.looks import Looks
from tui.ui.page.page import Page
from tui.ui.page.signs import Signs
from tui.ui.reading.reading import Reading
from tui.ui.reading.selection import landing
from tui.ui.widgets.article.article_view import KEPT, ArticleView
from tui.ui.widgets.parts.one_line import OneLine

KNOWN = {Known.STATED: "", Known.SET: " (set)", Known.FOUND: " (found)", Known.BOUNDED: " or later", Known.UNKNOWN: ""}


class Pane(Vertical):
    """Keeps an ArticleView in step with its Reading."""

    def __init__(self, reading: Reading, looks: Looks, signs: Signs, page: Page | None = None) -> None:
        super().__init__()
        self.reading = reading
        self.focused_block = False  # dim all but the paragraph under the cursor
        self._title = OneLine(classes="title")
        self.view = ArticleView(reading.article, looks, signs, page)
        self.view.show(reading.article, reading.folded)
        self.view.put_at_top(reading.began)
        self._signs = signs

    def compose(self) -> ComposeResult:
        """The title above the text."""
        yield self._title
        yield self.view

    def on_mount(self) -> None:
        """Draw what is known already."""
        self.show_title()
        self.mark()

    def show_title(self) -> None:
        """Title, publisher, and the date with how it is known."""
        article = self.reading.article
        published = article.published
        if self.reading.analysis is not None and published.day is None:
            published = self.reading.analysis.published
        date = f"{published.day}{KNOWN[published.known]}" if published.day else "no date: D sets it"
        right = f" {self._signs.middle} ".join(part for part in (article.publisher[:30], date) if part)
        self._title.set(((f" {article.title}", "strong"),), f"{right} ")

    def mark(self) -> None:
        """Draw everything that is marked in the text anew."""
        reading = self.reading
        self.view.set_layers(reading.layers(), reading.noted)
        self.show_cursor()

    def show_cursor(self) -> None:
        """The bar beside the sentence under the cursor; in focus mode its paragraph alone is bright."""
        reading = self.reading
        self.view.set_focus_block(reading.block_at(reading.cursor) if self.focused_block else None)
        self.view.set_cursor(self.reading.sentence)

    def refold(self, page: Page | None = None) -> None:
        """Other blocks are folded, or the article changed; `page` is it as it was laid out already."""
        self.view.show(self.reading.article, self.reading.folded, page)
        self.mark()

    def go(self, span: Span, target: bool = True, context: int = KEPT) -> None:
        """Put the cursor on a place, bring it into view with some lines around it and, as a target, mark it."""
        reading = self.reading
        block = reading.block_at(span.start)
        if target and block is not None and reading.is_folded(block):
            reading.unfolded.add(block)
            self.view.show(reading.article, reading.folded)
        reading.cursor = landing(reading, span)
        self._take_lines()
        if target or reading.target is not None or reading.selecting_from is not None:
            reading.target = span if target else None
            self.mark()
        self.view.reveal(reading.cursor, context)
        self.show_cursor()

    def _take_lines(self) -> None:
        """A selection of whole lines reaches from the start of one to the end of another."""
        reading, page = self.reading, self.view.page
        if reading.selecting_from is None or reading.lines_from is None:
            return
        first, last = page.line_of(reading.lines_from), page.line_of(reading.cursor)
        upper, lower = page.line(min(first, last)), page.line(max(first, last))
        begin, end = upper.start, last_character(reading.article.text, Span(lower.start, lower.end))
        reading.selecting_from, reading.cursor = (begin, end) if first <= last else (end, begin)

    def scrolled(self) -> None:
        """The view moved: the cursor comes along, so that it is always in view."""
        in_view = self.view.in_view
        if not in_view.start <= self.reading.cursor < in_view.end:
            reading = self.reading
            reading.cursor = (
                in_view.start
                if reading.cursor < in_view.start
                else self.view.page.offset_at(self.view.page.line_of(max(in_view.start, in_view.end - 1)))
            )
        self.show_cursor()

    @property
    def progress(self) -> int:
        """Percent of the article that has been in view."""
        page, view = self.view.page, self.view
        return min(100, 100 * (view.top + view.rows) // page.height)
