"""What is known of an article besides its text: notes, choices and place first, then names and dates."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tui.analysis.events.rows import EventRow, rows_of
from tui.analysis.figures.row import FigureRow
from tui.analysis.model import Analysis
from tui.analysis.quotes.said import QuoteRow, quote_rows
from tui.analysis.repairs.corrections import replay
from tui.analysis.repairs.repairs import Correction
from tui.errors import ReaderError
from tui.library.analyst import GaveUp
from tui.library.places import keep_offset
from tui.notes.note import Choices, Place
from tui.text.article import Article
from tui.text.encoding import shown
from tui.ui.doing.panel.keeping import Keeping
from tui.ui.doing.reader import Reader
from tui.ui.doing.renewing import has_file, renew
from tui.ui.reading.knowing import Known, know
from tui.ui.reading.pane import Pane


class Learning:
    """Fetches all of it behind the text, so that the keys never wait."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.working: dict[int, str] = {}  # by id of the pane: what is being worked on
        self.failed: dict[int, str] = {}  # by id of the pane: what became of the names and dates that are not there

    def begin(self, pane: Pane) -> None:
        """Fetch notes, choices, place and analysis of a pane's article, as soon as all of it is there."""
        if pane.reading.goes_on:
            self.working[id(pane)] = "reading the rest"
            return
        self.working.pop(id(pane), None)
        self._reader.run_worker(self._learn(pane), group=f"learn-{id(pane)}", exclusive=True)

    def try_again(self, pane: Pane) -> bool:
        """Begin again where the analysis failed; whether it had."""
        failed = id(pane) in self.failed
        if failed:
            self._reader.say("Looking for names and dates again.")
            self.begin(pane)
        return failed

    def decide(self, choices: Choices, pane: Pane | None = None) -> None:
        """The person decided something about the active article, or that of a pane: keep it and analyse anew."""
        pane = pane or self._reader.pane
        pane.reading.choose(choices)
        pane.refold()
        pane.show_title()

        async def keep() -> None:
            try:
                await asyncio.to_thread(self._reader.desk.store.save_choices, choices)
            except ReaderError as error:
                self._reader.say(str(error))
            await self._analyse(pane)

        self._reader.run_worker(keep(), group=f"learn-{id(pane)}", exclusive=True)

    def decide_block(self, words: str, bring_back: bool) -> None:
        """The person says whether a block of these words belongs to the article."""
        choices = self._reader.reading.choices
        shown, hidden = set(choices.shown), set(choices.hidden)
        (shown if bring_back else hidden).add(words)
        (hidden if bring_back else shown).discard(words)
        self.decide(replace(choices, shown=tuple(sorted(shown)), hidden=tuple(sorted(hidden))))
        self._reader.say("The block belongs to the article again." if bring_back else "Folded: F brings it back.")

    def keep_places(self) -> None:
        """Remember where reading stopped, if it moved."""
        for pane in self._reader.panes:
            reading = pane.reading
            offset = pane.view.page.offset_at(pane.view.top) if pane.view.top else 0
            if not reading.goes_on and (reading.place is None or reading.place.offset != offset):
                reading.place = Place(reading.article.source, offset, datetime.now(UTC))
                keep_offset(reading.article.source, offset)
                with suppress(ReaderError):
                    self._reader.desk.store.save_place(reading.place)

    async def _learn(self, pane: Pane) -> None:
        try:
            desk = self._reader.desk
            known = await asyncio.to_thread(know, desk.store, pane.reading.article, desk.told)
            if await self._in_chosen_letters(pane, known.choices.encoding):
                known = await asyncio.to_thread(know, desk.store, pane.reading.article, desk.told)
            self._settle(pane, known)
            if desk.settings.mark_read:
                desk.flags.opened(pane.reading.article.source)
        except ReaderError as error:
            self._reader.notify(str(error), severity="error", timeout=20)
        await self._analyse(pane)

    async def _in_chosen_letters(self, pane: Pane, encoding: str) -> bool:
        """Read the file again if the person once chose another encoding for it; whether the text is another now."""
        reading = pane.reading
        if not encoding or not has_file(pane) or reading.article.encoding in ("", shown(encoding)):
            return False
        article = await asyncio.to_thread(self._reader.desk.shelf.read, Path(reading.article.source), encoding)
        renew(pane, article)
        return True

    def _settle(self, pane: Pane, known: Known) -> None:
        """What the person wrote and decided about the article has been read."""
        reading = pane.reading
        reading.notes, reading.rules, reading.place = known.notes, known.rules, known.place
        if known.choices != reading.choices:
            reading.choose(known.choices)
            pane.refold()
        if known.place is not None and known.place.offset != reading.began == reading.cursor:
            reading.cursor = known.place.offset  # in another session, or where the notes came from
            pane.view.put_at_top(known.place.offset)
        if reading.raw is not None:
            reading.set_analysis(reading.raw)
        pane.mark()
        self._reader.show_panel()
        self._reader.part(Keeping).begin(pane)
        for trouble in known.troubles:
            self._reader.notify(trouble, severity="warning", timeout=20)

    async def _analyse(self, pane: Pane) -> None:
        reading, analyst = pane.reading, self._reader.desk.analyst
        if reading.goes_on:
            return

        def progress(share: float) -> None:
            self.working[id(pane)] = f"finding names and dates {share:.0%}"
            self._reader.show_status()

        self.failed.pop(id(pane), None)
        try:
            raw = await asyncio.to_thread(analyst.cached, reading.article)
            if raw is None:
                progress(0.0)
                raw = await analyst.analysis_of(reading.article, progress)
            article, rules = reading.article, reading.rules
            # Of a very long article that is work, and done beside the keys.
            corrected, rows, quotes, figures = await asyncio.to_thread(_corrected, raw, article, rules)
            if (article, rules) == (reading.article, reading.rules):
                reading.set_analysis(raw, corrected)
                reading.have(quotes, figures)
                self._reader.event_rows.have(corrected, rows)
            else:
                reading.set_analysis(raw)
        except GaveUp as error:
            self.failed[id(pane)] = f"No {{names}} after {error.seconds:.0f} s"
            if error.named is not None:
                reading.set_analysis(error.named)
            self._reader.say(str(error))
        except ReaderError as error:
            self.failed[id(pane)] = "{Names} cannot be found"
            self._reader.say(str(error))
        finally:
            self.working.pop(id(pane), None)
        pane.mark()
        pane.show_title()
        self._reader.show_panel()


def _corrected(
    raw: Analysis, article: Article, rules: tuple[Correction, ...]
) -> tuple[Analysis, tuple[EventRow, ...], tuple[QuoteRow, ...], tuple[FigureRow, ...]]:
    from tui.analysis.figures.told import figure_rows  # the grammar of numbers: not before the text is there

    analysis = replay(raw, article, rules)
    return analysis, rows_of(analysis, article), quote_rows(article, analysis), figure_rows(article, analysis)
