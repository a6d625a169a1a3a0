"""What is to be known of the article as a whole is told: what was odd about its file at once, all of it when asked."""

from tui.ui.doing.reader import Reader
from tui.ui.keys.keymap import show
from tui.ui.messages import Explain
from tui.ui.reading.about import about


class Telling:
    """Says what the file itself does not show."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_about(self, _count: int | None) -> None:
        """Everything, on a page."""
        self._reader.post_message(Explain("About this article", about(self._reader.reading)))

    def begin(self) -> None:
        """The first thing that was odd about the file, at the foot, until a key is typed."""
        notices = self._reader.reading.article.notices
        if not notices:
            return
        key = next(map(show, self._reader.desk.keymap.keys["about"]), "")
        more = f" {key}: {len(notices) - 1} more" if key and len(notices) > 1 else ""
        self._reader.say(f"{notices[0]}{more}")
