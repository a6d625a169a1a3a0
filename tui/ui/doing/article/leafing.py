"""From one article of a list to the next."""

from pathlib import Path

from tui.ui.doing.reader import Reader
from tui.ui.messages import Instead


class Leafing:
    """Without going back to the list."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_next_unread(self, _count: int | None) -> None:
        reader = self._reader
        source = reader.desk.round.next_unread(reader.reading.article.source)
        if source:
            reader.post_message(Instead(Path(source)))
        else:
            reader.say("No unread article follows in the list.")
