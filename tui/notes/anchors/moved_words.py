"""Words that do not stand where they stood are found again, or given up: likeness and surroundings decide."""

from collections.abc import Sequence

from tui.notes.anchors.candidates import Candidate, Quote, has_other_word, like_words, same_words
from tui.notes.anchors.evidence import Evidence, Seen
from tui.notes.anchors.folded import Folded, fold, fold_article
from tui.notes.anchors.located import ORPHAN, How, Located
from tui.notes.anchors.outline import outline_of
from tui.notes.note import Anchor
from tui.text.span import Span

# Measured on news and history (and again by tests/notes/anchors/test_anchor_edits.py): of more than 5,000 passages that
# were deleted or replaced none reached CERTAIN. Likeness alone says nothing in a text that says things again and again:
# test_templated.py measures the rest.
CERTAIN = 0.85
SHORT = 6  # characters; so few stand anywhere: they are certain only where nothing around them has changed
_DOUBTED = 0.8  # the most that a place gets which has a rival, or where a figure or a name is another
_LOST = 0.5  # below this nearly all places are wrong
_MARGIN = 0.15  # by how much a certain place is likelier than the next one
_EDITED = 0.75  # a sentence less like than this may be another one that says something like it
_IN_PLACE = 0.7  # the same, where both neighbours are what they were
_FEW = 40  # characters in which one other word makes another statement
_TEMPLATE = 0.5  # a sentence as like as this to another one is made as that is
_NEAREST = 12  # characters that have to be the very same around so short a quote
_BESIDE = 0.9  # a place whose both sides are as like as this is where they were
_KNOWN = 0.95  # the certainty of an unchanged sentence in new surroundings


def find_again(text: str, anchor: Anchor) -> Located:
    """The likeliest place of `anchor` in `text`, with how certain it is; see `anchor.locate`."""
    folded = fold_article(text)
    quote = _quote(anchor.prefix, anchor.exact, anchor.suffix, folded.position(anchor.span.start))
    if not quote.exact or not folded.text.strip():
        return ORPHAN
    if anchor.standing is None or not outline_of(text).marks:
        return _by_likeness(quote, folded)
    return _Search(text, anchor, quote, folded).result()


class _Search:
    """Places weighed with what is known of how the words stood."""

    def __init__(self, text: str, anchor: Anchor, quote: Quote, folded: Folded) -> None:
        assert anchor.standing is not None
        self._quote, self._folded, self._standing = quote, folded, anchor.standing
        self._is_long = len(quote.exact) > SHORT
        self._evidence = Evidence(text, anchor.standing, anchor.exact)
        self._known: dict[tuple[int, int], Seen] = {}

    def result(self) -> Located:
        """The likeliest place."""
        same = same_words(self._quote, self._folded.text)
        standing = [place for place in same if self._is_in_own_sentence(place)]
        if standing:
            return self._of_unchanged(standing)
        candidates = same
        best = max(candidates, default=None, key=self._rank)
        if best is None or best.likeness < CERTAIN:
            candidates = candidates + like_words(self._quote, self._folded.text)
            best = max(candidates, default=None, key=self._rank)
        if best is None or best.likeness < _LOST:
            return ORPHAN
        certainty, seen = min(1.0, best.likeness + self._quote.bonus), self._seen(best)
        if not self._is_edited(best):
            certainty = min(certainty, _DOUBTED)
        if certainty >= CERTAIN and best.words < 1:  # an inexact place may have an inexact rival
            for low, high in ((0, best.start), (best.end, len(self._folded.text))):
                candidates += like_words(self._quote, self._folded.text, low, high)
        rivals = [other for other in candidates if not other.overlaps(best) and not self._seen(other).elsewhere]
        if best.contradicts or _is_rivalled(best, rivals):
            certainty = min(certainty, _DOUBTED)
        if certainty >= CERTAIN and self._evidence.has_like(self._span(best), seen.alike):
            certainty = _DOUBTED
        return _located(self._folded, best, certainty)

    def _of_unchanged(self, places: Sequence[Candidate]) -> Located:
        """Of places where the sentence stands unchanged the one that its neighbours tell, or one to ask about."""
        evidence = self._evidence
        ranked = sorted(places, key=lambda place: (self._seen(place).weight, *self._order(place, places)), reverse=True)
        best, seen = ranked[0], self._seen(ranked[0])
        if len(places) > 1 and self._seen(ranked[1]).weight == seen.weight:
            certain = False
        elif evidence.was == evidence.now == 1:
            # In a text that has been rewritten no neighbour need be left: the nearest characters decide.
            near = evidence.is_rewritten and (best.likeness >= CERTAIN if self._is_long else self._is_beside(best))
            certain = (evidence.has_mates_left(seen) or near) and (
                seen.sides > 0 or near or (seen.among_old and self._is_long)
            )
            certain = certain and (seen.sides == 2 or not evidence.has_like(self._span(best), _EDITED))
        else:
            certain = seen.sides == 2 or (evidence.now >= evidence.was and seen.with_mate and not evidence.is_doubled)
        certainty = max(_KNOWN, best.likeness) if certain else min(_DOUBTED, max(_LOST, best.likeness))
        return _located(self._folded, best, certainty)

    def _order(self, place: Candidate, places: Sequence[Candidate]) -> tuple[float, int]:
        """What makes one twin likelier to be meant than another: likeness, its number among them, nearness."""
        number = sorted(other.start for other in places).index(place.start)
        return place.likeness, -abs(number - self._standing.which) if len(places) == self._standing.twins else 0

    def _is_edited(self, place: Candidate) -> bool:
        """Whether the sentence at a place is the sentence of the words, changed, rather than one like it."""
        seen, evidence = self._seen(place), self._evidence
        return (
            (self._is_long or self._is_beside(place))
            and not (seen.elsewhere or self._is_exchanged(place))
            and seen.alike >= max(_IN_PLACE if seen.sides == 2 else _EDITED, 1 - (1 - evidence.rival) / 3)
            and (seen.sides > 0 or evidence.is_rewritten or place.sides >= _BESIDE)
        )

    def _is_exchanged(self, place: Candidate) -> bool:
        """Whether another word came into few words, or into a sentence that has its like: it may be another one."""
        if self._evidence.rival >= _TEMPLATE or self._evidence.is_repetitive:
            return has_other_word(*self._evidence.sentences(self._span(place)))
        exact = self._quote.exact
        return len(exact) < _FEW and has_other_word(exact, self._folded.text[place.start : place.end])

    def _is_beside(self, place: Candidate) -> bool:
        """Whether the nearest characters are the very same."""
        quote, text = self._quote, self._folded.text
        before, after = quote.before[-_NEAREST:], quote.after[:_NEAREST]
        return place.words == 1 and text.endswith(before, 0, place.start) and text.startswith(after, place.end)

    def _rank(self, place: Candidate) -> tuple[float, int]:
        return place.likeness - (_MARGIN if self._seen(place).elsewhere else 0), -place.distance

    def _is_in_own_sentence(self, place: Candidate) -> bool:
        """Whether the sentence stands there unchanged, and the words in it where they stood in it."""
        if not self._seen(place).same:
            return False
        lead, tail = fold(self._standing.lead).text.lstrip(), fold(self._standing.tail).text.rstrip()
        text = self._folded.text
        return text.endswith(lead, 0, place.start) and text.startswith(tail, place.end)

    def _seen(self, place: Candidate) -> Seen:
        key = place.start, place.end
        if key not in self._known:
            self._known[key] = self._evidence.at(self._span(place))
        return self._known[key]

    def _span(self, place: Candidate) -> Span:
        return self._folded.unfold(place.start, place.end)


def _by_likeness(quote: Quote, folded: Folded) -> Located:
    """For an anchor that does not say how its words stood: what was written with it decides."""
    candidates = same_words(quote, folded.text)
    best = max(candidates, default=None)
    if best is None or best.likeness < CERTAIN:
        candidates += like_words(quote, folded.text)
        best = max(candidates, default=None)
    if best is None or best.likeness < _LOST:
        return ORPHAN
    certainty = min(1.0, best.likeness + quote.bonus)
    if certainty >= CERTAIN and best.words < 1:  # an inexact place may have an inexact rival
        for low, high in ((0, best.start), (best.end, len(folded.text))):
            candidates += like_words(quote, folded.text, low, high)
    rivals = [other for other in candidates if not other.overlaps(best)]
    if best.contradicts or _is_rivalled(best, rivals) or (len(quote.exact) <= SHORT and best.likeness < 1):
        certainty = min(certainty, _DOUBTED)
    return _located(folded, best, certainty)


def _located(folded: Folded, place: Candidate, certainty: float) -> Located:
    how = How.FUZZY if certainty < CERTAIN else How.EXACT if place.likeness == 1 else How.MOVED
    return Located(folded.unfold(place.start, place.end), certainty, how)


def _is_rivalled(best: Candidate, rivals: Sequence[Candidate]) -> bool:
    """Whether another place is nearly as likely. A perfect place is not rivalled by one with another figure or name."""
    perfect = best.likeness == 1
    return any(best.likeness - rival.likeness < _MARGIN and not (perfect and rival.contradicts) for rival in rivals)


def _quote(before: str, exact: str, after: str, near: int) -> Quote:
    """The three folded together, so that what joins them is folded as in the article."""
    whole = fold(before + exact + after)
    first, last = whole.position(len(before)), whole.position(len(before) + len(exact))
    words = whole.text[first:last]
    first += len(words) - len(words.lstrip())
    last -= len(words) - len(words.rstrip())
    return Quote(whole.text[first:last], whole.text[:first], whole.text[last:], near)
