"""The changed text of an article is put into its pane: place, cursor, marks and search move with their words."""

from pathlib import Path

from tui.notes.anchors.anchor import anchor_at, locate
from tui.notes.anchors.located import How
from tui.notes.anchors.outline import beside, is_new_at
from tui.text.article import Article
from tui.text.span import Span
from tui.ui.page.page import Page
from tui.ui.reading.knowing import place_notes
from tui.ui.reading.pane import Pane

WORDS = 60  # characters by which a place is found again


def renew(pane: Pane, article: Article, page: Page | None = None) -> None:
    """Put the changed article into a pane; place, cursor, marks and search move with their words. `page` is the article
    as it was laid out already."""
    reading, view = pane.reading, pane.view
    before = reading.article.text
    top = view.page.offset_at(view.top) if view.top else 0
    moved = {offset: moved_to(before, article.text, offset) for offset in (top, *reading.bookmarks.values())}
    cursor = moved_to(before, article.text, reading.cursor)
    reading.bookmarks = {letter: moved[offset] for letter, offset in reading.bookmarks.items()}
    notes = [placed.note for placed in reading.notes]
    reading.renew(article, cursor)
    reading.notes = place_notes(reading.article, notes)
    pane.refold(page)
    pane.show_title()
    view.put_at_top(moved[top])


def moved_to(before: str, after: str, offset: int) -> int:
    """Where the words at `offset` of a text stand in the changed one; if they are gone, what stood beside them."""
    end = min(offset + WORDS, len(before))
    if offset < end and after.startswith(before[:end]):
        return offset
    if not before[offset:end].strip():
        return min(offset, max(0, len(after) - 1))
    located = locate(after, anchor_at(before, Span(offset, end)))
    if located.span is not None and located.how is not How.FUZZY:
        return located.span.start
    if located.span is not None and is_new_at(before, after, located.span.start):  # perhaps these words, changed
        return located.span.start
    near = beside(before, after, offset)
    return near if near is not None else min(offset * len(after) // max(1, len(before)), max(0, len(after) - 1))


def has_file(pane: Pane) -> bool:
    """Whether the article came from a file."""
    return Path(pane.reading.article.source).is_absolute()
