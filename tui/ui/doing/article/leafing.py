"""From one article of a list to the next."""

from tui.ui.doing.reader import Reader
from tui.ui.messages import Instead


class Leafing:
    """Without going back to the list."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_next_unread(self, _count: int | None) -> None:
        reader = self._reader
        entry = reader.desk.round.next_unread(reader.reading.article.source)
        if entry is None:
            reader.say("No unread article follows in the list.")
        else:
            reader.post_message(Instead(entry.path))
