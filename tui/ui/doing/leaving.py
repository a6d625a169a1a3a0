"""Esc takes one thing back and q closes one, the topmost: a filter, a list, a selection, an article."""

from tui.ui.doing.article.finding import ENDED, Finding
from tui.ui.doing.comparing import Comparing
from tui.ui.doing.panel.chronicling import Chronicling
from tui.ui.doing.panel.learning import Learning
from tui.ui.doing.reader import Reader
from tui.ui.messages import Finished, Silence


class Leaving:
    """The ways out of what was begun."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_clear(self, _count: int | None) -> None:
        """A search ends; a list's filter goes, then the list; in the text the selection, or marks; and messages."""
        reader = self._reader
        if reader.part(Finding).stop():
            reader.say(ENDED)
        elif not reader.has_keys(reader.panel.current):
            reader.post_message(Silence())
            reader.part(Finding).clear()
        elif reader.panel.is_filtered:
            reader.panel.unfilter()
            reader.say("")
        else:
            self._leave_list()

    def do_back(self, _count: int | None) -> None:
        """What lies over the article has gone by itself by now; see `README.md` for the order."""
        reader = self._reader
        if reader.has_keys(reader.panel.current):
            self._leave_list()
        elif reader.reading.selecting_from is not None:
            reader.reading.selecting_from = None
            reader.pane.mark()
            reader.say("")
        elif reader.other is not None and not reader.part(Comparing).together:
            reader.part(Comparing).close(reader.pane)
        else:
            reader.part(Learning).keep_places()
            reader.post_message(Finished(reader))

    def _leave_list(self) -> None:
        reader = self._reader
        if reader.panel.whole:
            reader.part(Chronicling).close()
        elif reader.wide:
            reader.give_keys(reader.pane.view)
        else:
            reader.leave_overlay()
        reader.say("")
