"""A figure finds who says so: the speaker of the quotation it stands in, or the source that its sentence names."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from tui.analysis.document import Document
from tui.analysis.figures.nouns import is_plural
from tui.analysis.model import Quote
from tui.text.span import Span

CUE_WORDS = (
    "say says said saying tell tells told estimate estimates estimated estimating report reports reported claim "
    "claims claimed claiming announce announces announced announcing add adds added adding argue argues argued "
    "arguing believe believes believed calculate calculates calculated conclude concludes concluded confirm "
    "confirms confirmed declare declares declared deny denies denied disclose discloses disclosed expect expects "
    "expected explain explains explained explaining forecast forecasts found finds insist insists insisted note "
    "notes noted noting predict predicts predicted predicting project projects projected promise promises "
    "promised propose proposes proposed put puts recall recalls recalled reveal reveals revealed show shows "
    "showed showing state states stated stating suggest suggests suggested tweet tweets tweeted vow vows vowed "
    "warn warns warned warning write writes wrote ask asks asked allege alleges alleged acknowledge acknowledges "
    "acknowledged admit admits admitted assert asserts asserted boast boasts boasted indicate indicates indicated "
    "demand demands demanded pledge pledges pledged think thinks thought want wants wanted orders ordered accuse "
    "accuses accused complain complains complained details detailed describe describes described emphasise "
    "emphasised emphasize emphasized reiterate reiterates reiterated reply replies replied respond responds "
    "responded remark remarks remarked stress stresses stressed testify testifies testified quipped cite cites "
    "cited citing counters countered agree agrees agreed"
)
SAYING = re.compile(rf"\b(?:{'|'.join(CUE_WORDS.split())}|point(?:s|ed)?\sout|call(?:s|ed)\sfor)\b", re.IGNORECASE)
ACCORDING = re.compile(r"\b(?:according\sto|in\sthe\swords\sof|as\s(?:reported|estimated|told)\sby)\s", re.IGNORECASE)
PHRASE_END = re.compile(
    r"[,;:.()“”\"—–\n]|\s(?:who|which|that|and|but|in|on|at|from|with|as|was|were|is|are|have|has|had|show|released"
    r"|published|conducted|obtained|reported|said|found|by|into|about|while|when)\b"
)
# Behind the cue of ", she said": the sentence is over, or says when and where she did.
CLOSED = re.compile(
    r"\s*(?:[.,;”\"]|$|\n)|\s(?:in|on|at|during|after|by|this|last|earlier|later|late|today|yesterday|\w{3,6}day)\b"
)
# A cue that may be a noun is one where this follows.
NOUNS_WORDS = (
    "report reports claim claims note notes state states show shows estimate estimates forecast forecasts project "
    "projects promise promises order orders demand demands warns call cites cite put puts finds found projected "
    "States"
)
NOUNS = frozenset(NOUNS_WORDS.split())
THAT = re.compile(r"\s(?:that|the|an?|he|she|it|they|its|his|her|their|there|about|more|at|up|\d|[$£€]|[A-Z])|[.,:]")
MARKS = frozenset('“”"«»„')
WORD = re.compile(r"[^\W_](?:[\w.&’'-]*[\w’'])?\.?")
NO_PART_WORDS = (
    "and but or that when while if because as after before since then so than although though where what how why in "
    "on at to from with by into about over for is are was were be been being not n't between through during without "
    "against under among until like out up down"
)
NO_PART = frozenset(NO_PART_WORDS.split())
ADVERBS_WORDS = (
    "also later then recently previously earlier already has have had himself herself themselves itself monday "
    "tuesday wednesday thursday friday saturday sunday today yesterday repeatedly often still even once now "
    "publicly reportedly initially further always just simply both all did does do this week month year last on "
    "would will could may might first never again"
)
ADVERBS = frozenset(ADVERBS_WORDS.split())
PASSIVE_WORDS = "is are was were be been being to not"
PASSIVE = frozenset(PASSIVE_WORDS.split())
NOBODY_WORDS = (
    "its his her their our my your there i we you what this that these those who if a an the than more less people"
)
NOBODY = frozenset(NOBODY_WORDS.split())
PRONOUNS_WORDS = "he she it they"
PRONOUNS = frozenset(PRONOUNS_WORDS.split())
# The verbs that stand before their subject: ", said the mayor".
INVERTED_WORDS = "said says added adds wrote writes reported reports explained noted warned tweeted recalled"
INVERTED = frozenset(INVERTED_WORDS.split())
PLACING = frozenset({"in", "at", "for", "from", "with"})
ROLES_WORDS = "spokesman spokeswoman spokesperson minister official office report study poll survey analyst"
ROLES = frozenset(ROLES_WORDS.split())
LAST_WORD = re.compile(r"([^\W\d_]+)\s$")
NO_SPEAKER = re.compile(r"[’']s?$|^\d|ly$")
MOST = 9  # words of a phrase
NESTED = 4  # quotations that may stand in each other
FAR = 160  # characters before a verb of saying that are looked at


class Sources:
    """Who says what, sentence by sentence."""

    def __init__(self, document: Document, quotes: Sequence[Quote]) -> None:
        self._text = document.article.text
        self._document = document
        self._quoted = sorted(
            (span, quote.speaker) for quote in quotes if quote.speaker is not None for span in quote.content
        )
        self._starts = [span.start for span, _ in self._quoted]
        self._known: dict[int, list[tuple[Span, Span, bool]]] = {}
        self._marks: dict[int, list[int]] = {}

    def of(self, index: int, figure: Span) -> Span | None:
        """The words that name who says a figure of the sentence with this index."""
        place = bisect_right(self._starts, figure.start)
        for span, speaker in reversed(self._quoted[max(0, place - NESTED) : place]):
            if span.contains(figure):
                return speaker
        return self._in_sentence(index, figure)

    def _in_sentence(self, index: int, figure: Span) -> Span | None:
        quoted = self._quoted_at(index, figure.start)
        inner: Span | None = None
        best: Span | None = None
        for cue, source, behind in self._said(index):
            if source.overlaps(figure):
                continue
            if quoted and self._quoted_at(index, cue.start):
                inner = inner or (source if not behind and figure.start >= cue.end else None)
            elif behind:  # "..., she said": all before it in the sentence
                if figure.end <= cue.start:
                    return source
            elif figure.start >= cue.end:
                best = source
        if best is None and quoted:
            best = self._beside(index) or inner
        return best

    def _said(self, index: int) -> list[tuple[Span, Span, bool]]:
        """The cues of a sentence with their sources, and whether what is said stands before the cue."""
        if index not in self._known:
            self._known[index] = [*self._cues(self._document.sentences[index].span)]
        return self._known[index]

    def _cues(self, sentence: Span) -> list[tuple[Span, Span, bool]]:
        text, found = self._text, []
        for match in ACCORDING.finditer(text, *sentence):
            source = self._phrase_from(match.end(), sentence.end)
            if source is not None:
                cue = Span(*match.span())
                found += [(cue, source, True), (Span(sentence.start, source.end), source, False)]
        for match in SAYING.finditer(text, *sentence):
            cue = Span(*match.span())
            if match.group() in NOUNS and not THAT.match(text, cue.end, sentence.end):
                continue
            if match.group()[0].isupper() and cue.start > sentence.start:  # "the Secretary of State"
                continue
            before = self._phrase_before(cue.start, sentence.start)
            lead = text[max(sentence.start, (before or cue).start - 3) : (before or cue).start].rstrip()
            if before is not None:
                mark = lead[-1:] in ("”", '"', "’")
                if mark or (lead[-1:] in (",", "?", "!") and CLOSED.match(text, cue.end, sentence.end + 1)):
                    found.append((Span(before.start, cue.end), before, True))
                found.append((cue, before, False))
            elif match.group().lower() in INVERTED and lead[-1:] in (",", "”", '"', "?", "!"):
                source = self._phrase_from(cue.end + 1, sentence.end)
                if source is not None:
                    found.append((cue, source, True))
                    if MARKS.intersection(text[source.end : source.end + 4]):  # it is gone on with
                        found.append((Span(cue.start, source.end), source, False))
        return found

    def _phrase_from(self, start: int, end: int) -> Span | None:
        """The noun phrase that begins here."""
        match = PHRASE_END.search(self._text, start, min(end, start + 90))
        stop = match.start() if match else min(end, start + 90)
        words = [*WORD.finditer(self._text, start, stop)][:MOST]
        if not words or words[0].group().lower() in NOBODY - {
            "a",
            "an",
            "the",
            "it",
            "this",
            "these",
            "people",
            "those",
        }:
            return None
        return Span(words[0].start(), words[-1].end())

    def _phrase_before(self, end: int, least: int) -> Span | None:
        """The noun phrase that ends here, adverbs and an apposition left out: the subject of a verb of saying."""
        text = self._text
        first = max(least, end - FAR)
        piece = text[first:end].rstrip()
        if piece.endswith(",") and "," in piece[:-1]:  # "Berg, the minister, said"
            piece = piece[:-1].rpartition(",")[0]
        elif piece[-1:] in tuple(',;:.!?“”"()—–'):
            return None
        cut = max(piece.rfind(mark) for mark in ',;:“”"()—–\n') + 1
        words = [*WORD.finditer(text, first + cut, first + len(piece))]
        while words and (words[-1].group().lower() in ADVERBS or words[-1].group().endswith("ly")):
            words.pop()
        if not words or words[-1].group().lower() in PASSIVE | NO_PART:
            return None
        kept: list[re.Match[str]] = []
        for word in reversed(words):
            if kept and word.group().lower() in PLACING and self._is_group(word.start()):
                kept.append(word)
                continue
            if word.group().lower() in NO_PART or len(kept) >= MOST or (kept and SAYING.fullmatch(word.group())):
                break
            kept.append(word)
        if kept and kept[0].group().lower() in PRONOUNS:  # "on Thursday they"
            kept = kept[:1]
        while kept and kept[-1].group().lower() in ADVERBS:
            kept.pop()
        if not kept or kept[0].group().lower() in NOBODY or NO_SPEAKER.search(kept[0].group()):
            return None
        if kept[-1].group().endswith("ing") and kept[-1].group().islower():
            return None
        return Span(kept[-1].start(), kept[0].end())

    def _is_group(self, end: int) -> bool:
        """Whether the word before this place may go on with "in": "officials in the town said"."""
        match = LAST_WORD.search(self._text, max(0, end - 30), end)
        return match is not None and (is_plural(match[1]) or match[1].lower() in ROLES)

    def _quoted_at(self, index: int, offset: int) -> bool:
        """Whether a quotation is open at a place, by the marks of its block."""
        block = self._document.sentences[index].block
        if block not in self._marks:
            start, end = self._document.article.blocks[block].span
            self._marks[block] = [at for at in range(start, end) if self._text[at] in MARKS]
        return bisect_right(self._marks[block], offset) % 2 == 1

    def _beside(self, index: int) -> Span | None:
        """Who speaks in the sentences next to one that is quoted: in its block, or in the one before."""
        sentences = self._document.sentences
        block = sentences[index].block
        first, second = (1, -1) if self._text[sentences[index].span.end - 1] in MARKS else (-1, 1)
        for step in (first, second, 2 * first, 2 * second, 3 * first, 3 * second):
            other = index + step
            if 0 <= other < len(sentences) and sentences[other].block == block:
                for cue, source, _ in self._said(other):
                    if not self._quoted_at(other, cue.start):
                        return source
        before = next((other for other in range(index, max(-1, index - 9), -1) if sentences[other].block != block), -1)
        if before >= 0 and sentences[before].block == block - 1:
            for cue, source, _ in reversed(self._said(before)):
                if not self._quoted_at(before, cue.start):
                    return source
        return None
