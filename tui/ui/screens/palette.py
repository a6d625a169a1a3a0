"""Every action by its words: Textual's palette, which says at once what there is."""

from textual.command import CommandInput, CommandList, CommandPalette
from textual.widgets import LoadingIndicator
from textual.widgets.option_list import Option

from tui.ui.fitted import Fitted


class Palette(CommandPalette, Fitted):
    """The actions are a table: they are found before a sign that something is being done could be seen.

    Textual waits half a second before it says that nothing was found, and draws its sign sixteen times a second."""

    def on_mount(self) -> None:
        """While nothing is typed, nothing happens: no cursor blinks, and no sign moves, though it be unseen."""
        self.query_one(CommandInput).cursor_blink = False
        self.query_one(LoadingIndicator).remove()

    def _start_busy_countdown(self) -> None:
        pass

    async def _watch__show_busy(self) -> None:
        pass

    def _start_no_matches_countdown(self, search_value: str) -> None:
        if search_value:
            self.query_one(CommandList).add_option(Option("No matches found", disabled=True, id=self._NO_MATCHES))
        self._list_visible = bool(search_value)
