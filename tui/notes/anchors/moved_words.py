"""Words that do not stand where they stood are found again, or given up: likeness and surroundings decide."""

from collections.abc import Sequence

from tui.notes.anchors.candidates import Candidate, Quote, compare, like_words, same_words
from tui.notes.anchors.folded import Folded, fold, fold_article
from tui.notes.anchors.located import ORPHAN, How, Located
from tui.notes.note import Anchor

_WIDE_CONTEXT = 128  # where the old text is known

# Measured on news and history (and again by tests/notes/test_anchor_edits.py): of more than 5,000 passages that were
# deleted or replaced none reached CERTAIN; the likeliest wrong place was at 0.81.
CERTAIN = 0.85
_DOUBTED = 0.8  # the most that a place gets which has a rival, or where a figure or a name is another
_LOST = 0.5  # below this nearly all places are wrong
_MARGIN = 0.15  # by how much a certain place is likelier than the next one


def find_again(text: str, anchor: Anchor, snapshot: str | None = None) -> Located:
    """The likeliest place of `anchor` in `text`, with how certain it is; see `anchor.locate`."""
    folded = fold_article(text)
    quote = _quote(anchor.prefix, anchor.exact, anchor.suffix, folded.position(anchor.span.start))
    if not quote.exact:
        return ORPHAN
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
    if best.contradicts:
        certainty = min(certainty, _DOUBTED)
    elif _is_rivalled(best, rivals):
        settled = _settled(anchor, snapshot, folded, [best, *rivals]) if best.likeness == 1 else None
        best, certainty = (settled, 1.0) if settled else (best, min(certainty, _DOUBTED))
    return Located(folded.unfold(best.start, best.end), certainty, _how(best, certainty))


def _how(best: Candidate, certainty: float) -> How:
    if certainty < CERTAIN:
        return How.FUZZY
    return How.EXACT if best.likeness == 1 else How.MOVED


def _is_rivalled(best: Candidate, rivals: Sequence[Candidate]) -> bool:
    """Whether another place is nearly as likely. A perfect place is not rivalled by one with another figure or name."""
    perfect = best.likeness == 1
    return any(best.likeness - rival.likeness < _MARGIN and not (perfect and rival.contradicts) for rival in rivals)


def _settled(anchor: Anchor, snapshot: str | None, folded: Folded, places: Sequence[Candidate]) -> Candidate | None:
    """Which of several perfect places it is, told by what stands farther around in the old text.

    None where that does not tell, or where the old text had more or fewer such places."""
    start, end = anchor.span
    if snapshot is None or snapshot[start:end] != anchor.exact:
        return None
    twins = [place for place in places if place.likeness == 1]
    old = fold(snapshot)
    near = _quote(anchor.prefix, anchor.exact, anchor.suffix, 0)
    if sum(place.likeness == 1 for place in same_words(near, old.text)) != len(twins):
        return None
    before, after = snapshot[max(0, start - _WIDE_CONTEXT) : start], snapshot[end : end + _WIDE_CONTEXT]
    wide = _quote(before, anchor.exact, after, 0)
    ranked = sorted(((compare(wide, folded.text, twin.start, twin.end), twin) for twin in twins), reverse=True)
    (best, place), (rival, _) = ranked[:2]
    return place if best.likeness >= CERTAIN and best.likeness - rival.likeness >= _MARGIN else None


def _quote(before: str, exact: str, after: str, near: int) -> Quote:
    """The three folded together, so that what joins them is folded as in the article."""
    whole = fold(before + exact + after)
    first, last = whole.position(len(before)), whole.position(len(before) + len(exact))
    words = whole.text[first:last]
    first += len(words) - len(words.lstrip())
    last -= len(words) - len(words.rstrip())
    return Quote(whole.text[first:last], whole.text[:first], whole.text[last:], near)
