"""From a row of a story to where it stands: the sentence, two of them side by side, all of them, a note."""

import asyncio
from pathlib import Path

from tui.errors import ReaderError
from tui.library.stories.forms.words import name_of, when_of
from tui.library.stories.joining import Teller
from tui.notes.anchors.anchor import anchor_at
from tui.notes.note import Note, Target, new_note
from tui.text.article import Article
from tui.text.opened import Opened
from tui.text.read import the_article
from tui.text.span import Span
from tui.ui.doing.stories.desk import StoryDesk
from tui.ui.messages import EditNote, Explain, Lead
from tui.ui.page.jumps import Spot
from tui.ui.widgets.lists.story_articles import why


class StoryTelling:
    """Leads to the articles."""

    def __init__(self, story: StoryDesk) -> None:
        self._story = story

    def do_story_open(self, _count: int | None) -> None:
        if self._story.lists_articles:
            one = self._story.articles.under_cursor
            if one is not None:
                self._story.post_message(Lead(Spot(one.source, 0), Span(0, 0)))
            return
        teller = self._shown()
        if teller is not None:
            self._story.post_message(Lead(self._spot(teller), teller.telling.sentence, said=self._said(teller)))

    def do_story_both(self, _count: int | None) -> None:
        row, teller = self._story.rows.under_cursor, self._shown()
        if row is None or teller is None or self._story.lists_articles:
            return
        if len(row.tellers) < 2:
            self._story.say("Only one article tells this: there is nothing to put beside it.")
            return
        other = row.tellers[(row.tellers.index(teller) + 1) % len(row.tellers)]
        beside = self._spot(other), other.telling.sentence
        said = f"{self._said(teller)}  |  {self._said(other)}"
        self._story.post_message(Lead(self._spot(teller), teller.telling.sentence, beside, said))

    def do_story_all_tellings(self, _count: int | None) -> None:
        if self._story.lists_articles:
            one = self._story.articles.under_cursor
            if one is not None:
                self._story.post_message(Explain(one.title, (one.about, "", why(one))))
            return
        row = self._story.rows.under_cursor
        if row is None:
            return
        lines: list[str] = []
        for teller in row.tellers:
            article = self._story.followed.story.articles[teller.article]
            lines += [f"{name_of(article)}, {when_of(article)}: {teller.telling.label}", f"  {teller.telling.text}", ""]
        self._story.post_message(Explain(f"{row.telling.label}: who tells it", lines))

    def do_story_note(self, _count: int | None) -> None:
        """On the sentence that is shown, in its article."""
        teller = self._shown()
        if teller is None or self._story.lists_articles:
            self._story.say("A note is written on a row of the chronicle.")
            return
        spot, span = self._spot(teller), teller.telling.sentence

        async def write_later() -> None:
            try:
                opened = began if isinstance(began, Opened) else await asyncio.to_thread(began.opened)
                write(the_article(opened, Path(spot.source).name))
            except ReaderError as error:
                self._story.say(str(error))

        def write(article: Article) -> None:
            note = new_note(article, Target.TEXT, "", anchor=anchor_at(article.text, span))
            self._story.post_message(EditNote(note, False, teller.telling.who, None, done))

        def done(kept: Note | None) -> None:
            if kept is not None and kept.deleted is None:
                self._story.say("Note saved.")

        try:
            began = self._story.desk.shelf.begin(Path(spot.source))
        except ReaderError as error:
            self._story.say(str(error))
            return
        if isinstance(began, Opened) and began.article is not None:
            write(began.article)  # at once: the words that are typed next are the note's
        else:
            self._story.aside(write_later, "note")

    def _shown(self) -> Teller | None:
        rows = self._story.rows
        row = rows.under_cursor
        return row.tellers[rows.telling_of(rows.cursor)] if row is not None else None

    def _spot(self, teller: Teller) -> Spot:
        return Spot(self._story.followed.story.articles[teller.article].source, teller.telling.sentence.start)

    def _said(self, teller: Teller) -> str:
        article = self._story.followed.story.articles[teller.article]
        return f"{name_of(article)}, {when_of(article)}"
