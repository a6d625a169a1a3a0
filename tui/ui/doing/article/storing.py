"""What came through a pipe is kept in the library."""

from tui.errors import ReaderError
from tui.ui.doing.reader import Reader


class Storing:
    """Keeps the article of the active pane."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_keep_piped(self, _count: int | None) -> None:
        """As it came; its notes find it by its digest."""
        try:
            kept = self._reader.desk.shelf.keep(self._reader.reading.article.source)
        except ReaderError as error:
            self._reader.say(str(error))
            return
        said = (
            "Kept: the library opens it from now on." if kept else "It is in a file, which the library knows already."
        )
        self._reader.say(said)
