"""What stands in articles that were opened before is drawn faint, then folded; Enter says where it was read."""

from tui.counted import counted
from tui.errors import AnalysisFailed
from tui.library.known.asking import what_is_known
from tui.library.known.told import Told
from tui.library.versions import Versions
from tui.ui.doing.reader import Reader
from tui.ui.messages import Visit
from tui.ui.page.jumps import Spot
from tui.ui.reading.known_before import Shown, known_before
from tui.ui.reading.pane import Pane


class Sifting:
    """Finds it out beside the keys, when it is first asked for."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._said: Told | None = None  # Enter once more opens it

    def do_known(self, _count: int | None) -> None:
        """Faint, then folded, then as it was."""
        pane = self._reader.pane
        known = pane.reading.known
        if known.told:
            self._show(pane, Shown((known.shown + 1) % len(Shown)))
        elif self._reader.desk.index is None:
            self._reader.say("Nobody knows here what was read: this Python comes without SQLite.")
        else:
            self._reader.say("Looking for what you have read before ...")
            self._reader.run_worker(self._look(pane), group=f"known-{id(pane)}", exclusive=True)

    def tell_where(self) -> bool:
        """Say where the sentence under the cursor was read, the second time go there; False where it is not faint."""
        reader, reading = self._reader, self._reader.reading
        told = reading.known.at(reading.sentence) if reading.known.shown else None
        if told is None:
            return False
        if told is self._said:
            self._said = None
            reader.desk.jumps.leave(Spot(reading.article.source, reading.cursor))
            reader.post_message(Visit(Spot(told.source, told.place.start), words=told.place))
        else:
            self._said = told
            reader.say(f"Read in “{told.title}”; Enter opens it. “{told.words}”")
        return True

    async def _look(self, pane: Pane) -> None:
        reader, article = self._reader, pane.reading.article
        assert reader.desk.index is not None
        try:
            found = await what_is_known(article, reader.desk.index.path, Versions().path)
        except AnalysisFailed as error:
            reader.say(str(error))
            return
        if pane.reading.article is not article or pane not in reader.panes:
            return
        told = [one for one in found.told if reader.desk.shelf.may_open(one.source)]
        if told:
            pane.reading.known = known_before(article, told, Shown.ALL)
            self._show(pane, Shown.DIMMED)
        elif found.articles:
            reader.say(f"None of it stands in the {counted(found.articles, 'article')} like it that you opened before.")
        else:
            reader.say("You have opened no article before that has to do with this one.")

    def _show(self, pane: Pane, shown: Shown) -> None:
        reading = pane.reading
        reading.known = known_before(reading.article, reading.known.told, shown)
        pane.refold()
        self._reader.show_panel()
        known, all = len(reading.known.told), len(reading.sentences)
        self._reader.say(
            {
                Shown.ALL: "All of it is shown as it is.",
                Shown.DIMMED: f"{known} of {counted(all, 'sentence')} read before: faint. Enter on one says where.",
                Shown.FOLDED: "Paragraphs with nothing new in them are folded; Enter opens one.",
            }[shown]
        )
