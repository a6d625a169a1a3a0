"""Why is this here? What speaks for an entity or a date."""

from collections import Counter

from tui.analysis.model import TimeExpression
from tui.analysis.quotes.said import QuoteRow
from tui.analysis.repairs.corrections import concerning
from tui.analysis.repairs.places import place_of
from tui.analysis.repairs.repairs import Attribute, describe
from tui.text.places import footnotes_of, note_of
from tui.text.span import at
from tui.ui.doing.reader import Reader
from tui.ui.messages import Explain
from tui.ui.page.kinds import KIND_WORD
from tui.ui.page.quoted import quoted
from tui.ui.reading.reading import Reading
from tui.ui.timeline.why import DOUBTFUL, explained


class Explaining:
    """Evidence for what the panel shows."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def do_evidence(self, _count: int | None) -> None:
        """The date or name under the cursor; in its sentence if it stands on none."""
        reading = self._reader.reading
        times = reading.analysis.times if reading.analysis else ()
        index = at([time.span for time in times], reading.cursor)
        if index is not None:
            self._show(quoted(reading.article.text[slice(*times[index].span)]), self._time_lines(times[index], reading))
            return
        for mark in footnotes_of(reading.article):
            if mark.span.start <= reading.cursor < mark.span.end and (note := note_of(reading.article, mark)):
                number = reading.article.text[slice(*mark.span)].strip("[]")
                self._show(f"Footnote {number}", _lines(reading.article.text[slice(*note)]))
                return
        entity = reading.entity_near(reading.cursor)
        if entity is None:
            self._reader.say("No name and no date under the cursor.")
        else:
            self._show(reading.entities[entity].name, self.entity_lines(entity))

    def do_explain(self, _count: int | None) -> None:
        index = self._reader.panel.entities.under_cursor
        if index is not None:
            self._show(self._reader.reading.entities[index].name, self.entity_lines(index))

    def do_explain_time(self, _count: int | None) -> None:
        row = self._reader.panel.timeline.under_cursor
        if row is None:
            return
        reading = self._reader.panes[row.article].reading
        times = reading.analysis.times if reading.analysis else ()
        lines = [row.words, ""]
        if row.time is None:
            lines += ["The text gives no date here: the row stands at the article's own date.", ""]
        dating = [time for time in times if row.time is not None and row.time.overlaps(time.span)]
        for time in dating:
            lines += [*self._time_lines(time, reading), ""]
        if row.uncertain and all(time.confidence >= DOUBTFUL for time in dating):
            lines.append(
                "The row is marked as doubtful: its words leave open whether it happened then, or rows told like it"
                " were often wrong."
            )
        if row.background:
            lines.append("Background: known history rather than the story.")
        self._show(row.when, lines)

    def do_explain_said(self, _count: int | None) -> None:
        from tui.analysis.figures.why import why as why_counted  # when somebody asks for it
        from tui.analysis.quotes.why import why as why_quoted

        row = self._reader.panel.said_under_cursor
        if row is None:
            return
        reading = self._reader.panes[row.article].reading
        assert reading.analysis is not None
        if isinstance(row, QuoteRow):
            lines = [row.words, "", *why_quoted(reading.article, reading.analysis, row.quote)]
        else:
            lines = [row.context, "", *why_counted(reading.article, row.figure)]
        own = [rule for rule in reading.rules if isinstance(rule, Attribute)]
        here = [rule for rule in own if (place := place_of(rule, reading.article)) and place.start == row.place.start]
        if here:
            lines += ["", "Put right by you", *(f"  {describe(rule)}" for rule in here[-1:])]
        self._show(row.speaker if isinstance(row, QuoteRow) else row.value, lines)

    def entity_lines(self, index: int) -> list[str]:
        """Kind and votes, aliases and what joined them, what found the mentions, repairs, and the company it keeps."""
        reading = self._reader.reading
        entity = reading.entities[index]
        lines = [f"Kind        {KIND_WORD[entity.kind]}"]
        if entity.votes:
            lines.append("Votes       " + ", ".join(f"{kind.lower()} {share:.0%}" for kind, share in entity.votes))
        if entity.ambiguous:
            lines.append("Could be    " + ", ".join(entity.ambiguous))
        found = Counter(mention.rule for mention in entity.mentions)
        lines.append(
            f"Mentions    {len(entity.mentions)}: " + ", ".join(f"{n} by {rule}" for rule, n in found.most_common())
        )
        lines += ["", "Also written"]
        counts = Counter(mention.text for mention in entity.mentions)
        lines += [f"  {alias.text}  ({counts.get(alias.text, 0)}, joined by: {alias.rule})" for alias in entity.aliases]
        rules = concerning(entity, reading.rules)
        if rules:
            lines += ["", "Put right by you", *(f"  {describe(rule)}" for rule in rules)]
        company = self._company(index)
        if company:
            lines += ["", "Named in the same sentence", *(f"  {name}  {count}" for name, count in company)]
        elsewhere = self._reader.desk.index.naming([entity.name]) if self._reader.desk.index else ()
        others = [hit for hit in elsewhere if hit.source != reading.article.source]
        if others:
            lines += [
                "",
                "In other articles",
                *(f"  {hit.published or ''} {hit.title}  {hit.mentions}" for hit in others[:20]),
            ]
        return lines

    def _time_lines(self, time: TimeExpression, reading: Reading) -> list[str]:
        """What the words mean, from which day and how it was found, and what else it could be."""
        assert reading.analysis is not None
        words = reading.article.text[time.span.start : time.span.end]
        return explained(time, words, reading.analysis.published, self._reader.panel.timeline.date_key)

    def _company(self, index: int) -> list[tuple[str, int]]:
        reading = self._reader.reading
        sentences = list(reading.sentences)
        where = [(at(sentences, span.start), entity) for span, entity in reading.mentions]
        own = {sentence for sentence, entity in where if entity == index}
        near = Counter(entity for sentence, entity in set(where) if sentence in own and entity != index)
        return [(reading.entities[entity].name, count) for entity, count in near.most_common(12)]

    def _show(self, title: str, lines: list[str]) -> None:
        self._reader.post_message(Explain(title, lines))


def _lines(words: str) -> list[str]:
    """Paragraphs, an empty line between them."""
    return words.replace("\n\n", "\n \n").split("\n")
