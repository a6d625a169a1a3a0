"""A clipped page saved as Markdown has a paragraph on each line, where Markdown wants a blank line between two."""

import re
from itertools import pairwise

from tui.text.blocks.paragraphs import line_width

LONG = 100  # characters of a line that no width broke
_PLAIN = re.compile(r"(?!(?:[-*+>#|`~=:]|\d{1,3}[.)]|\[[^\]]+\]:|<|\s{2,}|\*{3}|_{3})\S*(?:\s|$))[^\n]*\S")
_MOST_TOUCHING = 0.25  # share of the lines; where more touch, they are sentences of one paragraph
_FENCE = re.compile(r"^\s{0,3}(?:```|~~~)", re.M)


def apart(body: str) -> str:
    """The Markdown with a blank line after each line that is a paragraph of its own; as it is where a width broke its
    lines, or where there is none so long."""
    lines = body.split("\n")
    if _FENCE.search(body) or not any(len(line) > 2 * LONG for line in lines) or line_width(lines):
        return body
    touching = sum(bool(line.strip() and following.strip()) for line, following in pairwise(lines))
    if touching > _MOST_TOUCHING * sum(bool(line.strip()) for line in lines) + 1:
        return body
    parted: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        parted.append(line)
        ended = len(line) > LONG and line.rstrip().endswith((".", "!", "?", "”", '"', "’", ":"))
        if ended and not line.endswith("  ") and _PLAIN.fullmatch(line) and _PLAIN.fullmatch(following):
            parted.append("")
    return "\n".join(parted)
