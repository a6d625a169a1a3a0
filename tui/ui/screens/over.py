"""Lists and pages that lie over what is read: one set of keys moves in all of them, and one closes them."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen

from tui.ui.desk import Desk
from tui.ui.doing.everywhere import Everywhere
from tui.ui.keys.asking import AskingScreen
from tui.ui.keys.key_line import key_line
from tui.ui.widgets.parts.one_line import OneLine
from tui.ui.widgets.parts.rows import RowsView

Result = TypeVar("Result")


class OverScreen(AskingScreen[Result | None], ModalScreen[Result | None]):
    """Dismisses with what was chosen, or None; `useful` are its actions and words for the line at its foot."""

    useful: Sequence[tuple[str, str]] = ()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.keymap)
        self.foot = OneLine(classes="foot")
        self._parts = (self, Everywhere(self, desk))

    @property
    def parts(self) -> Iterable[object]:
        """What lies over the article, and what holds everywhere."""
        return self._parts

    def on_resize(self) -> None:
        """More or fewer keys fit in the line."""
        self.call_after_refresh(self.say, "")

    def say(self, text: str) -> None:
        """A short message in the line at the foot; else its keys."""
        self.foot.set(text or key_line(self.keymap, self.useful, self.foot.size.width))

    def waiting(self, typed: str) -> None:
        """Keys of which more are awaited."""
        self.say(typed)

    def do_over_close(self, _count: int | None) -> None:
        self.dismiss(None)

    def do_back(self, _count: int | None) -> None:
        self.dismiss(None)


class OverList(OverScreen[Result]):
    """Rows with a cursor."""

    def __init__(self, desk: Desk, rows: RowsView) -> None:
        super().__init__(desk)
        self.rows = rows
        self.box = Vertical(id="picker")

    def compose(self) -> ComposeResult:
        """The rows, and their keys below them, in a box that may have a title."""
        with self.box:
            yield self.rows
            yield self.foot

    def number_alone(self, number: int) -> tuple[str, Callable[[], None]] | None:
        """By itself a number is a row."""
        return self.rows.row_alone(number)

    def do_over_down(self, count: int | None) -> None:
        self.rows.move(count or 1)

    def do_over_up(self, count: int | None) -> None:
        self.rows.move(-(count or 1))

    def do_over_page_down(self, count: int | None) -> None:
        self.rows.move((count or 1) * self.rows.page_rows)

    def do_over_page_up(self, count: int | None) -> None:
        self.rows.move(-(count or 1) * self.rows.page_rows)

    def do_over_top(self, count: int | None) -> None:
        self.rows.put((count or 1) - 1)

    def do_over_bottom(self, count: int | None) -> None:
        self.rows.put(self.rows.count - 1 if count is None else count - 1)


class OverPage(OverScreen[Result]):
    """Lines to read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.page = VerticalScroll(classes="page", can_focus=False)

    def do_over_down(self, count: int | None) -> None:
        self._show_from(self.page.scroll_offset.y + (count or 1))

    def do_over_up(self, count: int | None) -> None:
        self._show_from(self.page.scroll_offset.y - (count or 1))

    def do_over_page_down(self, count: int | None) -> None:
        self._show_from(self.page.scroll_offset.y + (count or 1) * self._in_view)

    def do_over_page_up(self, count: int | None) -> None:
        self._show_from(self.page.scroll_offset.y - (count or 1) * self._in_view)

    def do_over_top(self, count: int | None) -> None:
        self._show_from((count or 1) - 1)

    def do_over_bottom(self, count: int | None) -> None:
        self._show_from(self.page.max_scroll_y if count is None else count - 1)

    @property
    def _in_view(self) -> int:
        return max(1, self.page.size.height - 1)

    def _show_from(self, line: int) -> None:
        self.page.scroll_to(y=line, animate=False, immediate=True)
