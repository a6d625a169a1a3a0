"""A Document becomes its quotations: who said what, in quotation marks and in other words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tui.analysis.document import Document
from tui.analysis.model import Entity, Quote, QuoteKind
from tui.analysis.quotes.attributions import Attribution, attributions_of
from tui.analysis.quotes.cue_words import cue_forms
from tui.analysis.quotes.doubts import Doubt, doubt_of
from tui.analysis.quotes.phrase_words import PUNCTUATION
from tui.analysis.quotes.signed import announcer_of, signer_behind, signer_of, speaker_of_line
from tui.analysis.quotes.speakers import Phrase, subject_before
from tui.analysis.quotes.units import Unit, units_of
from tui.analysis.quotes.whose import Speakers
from tui.text.span import Span

FEWEST_LINES = 2  # of a transcript
FEW = 3  # words that are called something, rather than said
PARTIAL_REACH = 25  # tokens between a verb and words in quotation marks that no cue leads


class _Said(NamedTuple):
    """One quotation while it may still go on: places of the text."""

    content: tuple[Span, ...]
    cue: Span | None = None
    speaker: Span | None = None
    entity: int | None = None
    direct: bool = True  # it ends in quotation marks
    spoken: bool = False  # a line of a transcript, which has no marks
    doubted: bool = False  # as far as no word of it stands in quotation marks


def find_quotes(document: Document, entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """All quotations in the order of the text."""
    if not document.sentences:
        return ()
    listening = _Listening(Speakers(document, entities))
    paragraphs = list(units_of(document))
    lines = sum(speaker_of_line(paragraph[0]) is not None for paragraph in paragraphs)
    for paragraph in paragraphs:
        speaker = speaker_of_line(paragraph[0]) if lines >= FEWEST_LINES else None
        if speaker is not None:
            listening.hear_line(paragraph, speaker)
        else:
            listening.hear(paragraph)
    quotes = _one_gender([_quote(document.article.text, said) for said in listening.found], document.article.text)
    return tuple(sorted(quotes, key=lambda quote: quote.content))


def _one_gender(quotes: Sequence[Quote], text: str) -> Iterator[Quote]:
    """The same, where one is "he" here and "she" there, without whom the rarer of the two stands for."""
    words = [text[slice(*quote.speaker)].lower() if quote.speaker is not None else "" for quote in quotes]
    times = Counter((quote.entity, word) for quote, word in zip(quotes, words, strict=True))
    other = {"he": "she", "she": "he"}
    for quote, word in zip(quotes, words, strict=True):
        against = times[quote.entity, other[word]] if word in other and quote.entity is not None else 0
        yield replace(quote, entity=None) if against and against >= times[quote.entity, word] else quote


class _Listening:
    """Hears a document paragraph by paragraph, and remembers who is speaking."""

    def __init__(self, speakers: Speakers) -> None:
        self.found: list[_Said] = []
        self._speakers = speakers
        self._goes_on = False  # the last quotation ended its paragraph: the next paragraph may go on with it
        self._announced: _Said | None = None  # who is about to speak: "He wrote:" at the end of a paragraph

    def hear(self, paragraph: Sequence[Unit]) -> None:
        """The quotations of one paragraph."""
        alone = all(map(_is_quoted, paragraph))
        speaking = self._goes_on and alone  # the last of those found may go on
        for index, unit in enumerate(paragraph):
            if _is_quoted(unit):
                content = tuple(stretch.span for stretch in unit.stretches)
                if speaking and self.found:
                    self._go_on(content)
                elif index == 0 and self._announced is not None:
                    self.found.append(self._announced._replace(content=content))
                    speaking = True
                elif len(unit.words) > FEW + 2:
                    self.found.append(_Said(content))
                    speaking = True
                self._goes_on = speaking
            elif (signer := signer_of(unit)) is not None and index and _is_quoted(paragraph[index - 1]) and self.found:
                speaker, entity = self._speakers.of(unit, signer)
                self.found[-1] = self.found[-1]._replace(speaker=speaker, entity=entity)
                self._goes_on = False
            else:
                told = list(self._of_unit(unit))
                self.found += told
                speaking = bool(told) or speaking
                self._goes_on = bool(told) and told[-1].direct
            self._speakers.pass_over(unit)
        self._announced = self._announcement(paragraph[-1])

    def hear_line(self, paragraph: Sequence[Unit], name: Phrase) -> None:
        """The words of one who speaks in a transcript: the paragraph behind the name."""
        unit = paragraph[0]
        speaker, entity = self._speakers.of(unit, name)
        content = Span(unit.tokens[name.last + 1].span.start, paragraph[-1].tokens[-1].span.end)
        self.found.append(_Said((content,), None, speaker, entity, spoken=True))
        self._goes_on = False
        self._announced = None
        for each in paragraph:
            self._speakers.pass_over(each)

    def _go_on(self, content: tuple[Span, ...]) -> None:
        last = self.found[-1]
        if last.direct:
            self.found[-1] = last._replace(content=(*last.content, *content))
        else:
            self.found.append(last._replace(content=content, cue=None, direct=True))

    def _announcement(self, unit: Unit) -> _Said | None:
        phrase = announcer_of(unit)
        if phrase is None:
            return None
        speaker, entity = self._speakers.of(unit, phrase)
        return _Said((), None, speaker, entity)

    def _of_unit(self, unit: Unit) -> Iterator[_Said]:
        covered: set[int] = set()
        told_until = 0  # what stands before is told by somebody: "she said he wants to go" is her word for it
        for found in attributions_of(unit):
            inside = {unit.quoted[index] for part in found.content for index in range(*part)}
            if found.cue[0] < told_until and inside <= covered | {-1}:
                continue
            doubt = doubt_of(unit, found) if inside <= {-1} else Doubt.FIRM
            if found.speaker is None and inside <= {-1}:
                continue
            covered |= inside
            told_until = max(told_until, *(last for first, last in found.content))
            if doubt is not Doubt.NONE:
                yield self._placed(unit, found)._replace(doubted=doubt is Doubt.DOUBTED)
        if unit.stretches and not covered and (signer := signer_behind(unit)) is not None:
            speaker, entity = self._speakers.of(unit, signer)
            yield _Said(tuple(stretch.span for stretch in unit.stretches), None, speaker, entity)
            return
        for at, first, words in _counted(unit):
            stretch = unit.stretches[at]
            if at not in covered and words >= FEW and (phrase := _partly_quoted(unit, first)) is not None:
                speaker, entity = self._speakers.of(unit, phrase)
                yield _Said((stretch.span,), None, speaker, entity)

    def _placed(self, unit: Unit, found: Attribution) -> _Said:
        speaker, entity = self._speakers.of(unit, found.speaker) if found.speaker is not None else (None, None)
        content = tuple(unit.span(first, last) for first, last in found.content)
        return _Said(content, unit.span(*found.cue), speaker, entity, unit.quoted[found.content[-1][1] - 1] >= 0)


def _is_quoted(unit: Unit) -> bool:
    """Whether all words of a unit stand in quotation marks."""
    return bool(unit.stretches) and all(
        place >= 0 or word in PUNCTUATION for place, word in zip(unit.quoted, unit.words, strict=True)
    )


def _counted(unit: Unit) -> Iterator[tuple[int, int, int]]:
    """Each stretch in quotation marks: its number, its first token, and how many words it has."""
    last, first, count = -1, 0, 0
    for index, place in enumerate((*unit.quoted, -1)):
        if place != last:
            if last >= 0:
                yield last, first, count
            last, first, count = place, index, 0
        if place >= 0:
            count += unit.words[index][0].isalnum()


def _partly_quoted(unit: Unit, first: int) -> Phrase | None:
    """Whose words stand in quotation marks in a sentence without a cue for them: the subject's of the verb before."""
    verbs = [index for index in range(first - 1, max(-1, first - PARTIAL_REACH), -1) if unit.verbs[index]]
    verb = next((index for index in verbs if unit.words[index] in cue_forms()), next(iter(verbs), None))
    return subject_before(unit, verb) if verb is not None else None


def _quote(text: str, said: _Said) -> Quote:
    parts = [text[slice(*span)] for span in said.content]
    if said.spoken or all(map(_is_within_marks, parts)):
        kind = QuoteKind.DIRECT
    else:
        kind = QuoteKind.MIXED if any(MARK.search(part) for part in parts) else QuoteKind.INDIRECT
    doubted = said.doubted and kind is QuoteKind.INDIRECT
    return Quote(said.content, kind, said.cue, said.speaker, said.entity, doubted)


def _is_within_marks(part: str) -> bool:
    """Whether no words of it stand before or behind its marks; what nothing closes goes on in a next paragraph."""
    opened = MARK.match(part)
    last = max(part.rfind(mark) for mark in CLOSING) if opened is not None else 0
    behind = part[last + 1 :] if opened is not None and last >= opened.end() else ""
    return opened is not None and not any(map(str.isalnum, behind))


MARK = re.compile(r"``|\'\'|[“”\"„«»‹]|(?<!\w)[‘'](?=\w)")
CLOSING = ("“", "”", '"', "„", "«", "»", "''")
