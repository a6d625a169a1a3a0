"""Words in an article become an Anchor, and an Anchor is found again in the article as it reads later.

The selectors are those of the W3C Web Annotation model: a quote with 32 characters on either side, and its position as
a hint. A note is never put in a wrong place silently: what is not certain is FUZZY, and the person is asked."""

from dataclasses import replace

from tui.notes.anchors.evidence import stands_unchanged
from tui.notes.anchors.located import ORPHAN, How, Located
from tui.notes.anchors.standing import standing_of
from tui.notes.note import Anchor
from tui.text.span import Span

CONTEXT = 32  # characters on either side, as the W3C's examples and Hypothes.is have them


def anchor_at(article_text: str, span: Span) -> Anchor:
    """The anchor for the words at `span`."""
    start, end = span
    before, after = article_text[max(0, start - CONTEXT) : start], article_text[end : end + CONTEXT]
    return Anchor(article_text[start:end], before, after, Span(start, end), standing_of(article_text, span))


def locate(text: str, anchor: Anchor, snapshot: str | None = None) -> Located:
    """Find `anchor` in `text`. `snapshot` is the text it was made in, for anchors that do not say how
    their words stood there."""
    if not anchor.exact.strip():
        return ORPHAN
    start, end = anchor.span
    if anchor.standing is None and snapshot is not None and snapshot[start:end] == anchor.exact:
        anchor = replace(anchor, standing=standing_of(snapshot, anchor.span))
    if _stands(text, anchor):
        return Located(anchor.span, 1.0, How.EXACT)
    from tui.notes.anchors.moved_words import find_again  # brings a matcher that most texts never need

    return find_again(text, anchor)


def _stands(text: str, anchor: Anchor) -> bool:
    """Whether all is as it was: the usual case, for which nothing needs to be folded."""
    start, end = anchor.span
    return (
        text[start:end] == anchor.exact
        and text.endswith(anchor.prefix, 0, start)
        and text.startswith(anchor.suffix, end)
        and (anchor.standing is None or stands_unchanged(text, anchor.span, anchor.standing))
    )
