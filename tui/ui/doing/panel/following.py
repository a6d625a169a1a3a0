"""From a name to all that the articles say of it."""

from tui.ui.doing.reader import Reader
from tui.ui.messages import ShowDossier


class Following:
    """The dossier of the entity under the cursor, in the text or in a list of the panel."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_dossier(self, _count: int | None) -> None:
        reader = self._reader
        panel, reading = reader.panel, reader.reading
        index: int | None = None
        if reader.context == "entities":
            index = panel.entities.under_cursor
        elif (row := panel.said_under_cursor) is not None and reader.context in ("quotes", "figures"):
            reading = reader.panes[row.article].reading
            index = row.entity
        else:
            index = reading.entity_near(reading.cursor)
        if index is None:
            reader.say("No name under the cursor.")
        else:
            reader.post_message(ShowDossier(reading.entities[index].name, reading.article.source))
