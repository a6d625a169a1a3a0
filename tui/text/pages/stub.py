"""Where a page or a clipping holds only the beginning of an article, that is said."""

import re
from collections.abc import Sequence

from tui.text.article import Block, BlockKind
from tui.text.blocks.rules.offers import FOR_SUBSCRIBERS

STUB = "Only the beginning is here: the rest is for subscribers."
LONGEST = 1_500  # characters of the article's own that a beginning has at most
_LAST = 12  # blocks at the end in which an offer stands
_LOCKED = re.compile(
    r"\"?isAccessibleForFree\"?\s*[:=]\s*[\"']?false|<meta\b[^<>]{0,200}content_tier[^<>]{0,60}(?:locked|metered)", re.I
)


def stub_notice(page: str, text: str, blocks: Sequence[Block]) -> str:
    """One sentence where little is the article's own and an offer of the rest stands at its end; else ""."""
    own = sum(b.span.end - b.span.start for b in blocks if not b.furniture and b.kind is not BlockKind.HEADING)
    if own > LONGEST:
        return ""
    lines = (text[block.span.start : block.span.end] for block in blocks[-_LAST:])
    if any(re.fullmatch(FOR_SUBSCRIBERS, line, re.I) for line in lines) or (
        own < LONGEST // 2 and _LOCKED.search(page)
    ):
        return STUB
    return ""
