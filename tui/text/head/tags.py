"""HTML becomes the words in it, however broken it is: the last resort, and for scraps within Markdown."""

import html
import re

_UNSEEN = re.compile(r"<(script|style|template|title)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.I | re.S)
_BLOCKS = re.compile(
    r"</?(?:p|div|h[1-6]|li|ul|ol|tr|table|section|article|header|footer|blockquote|pre|br|hr|title)\b[^<>]*>", re.I
)
_TAG = re.compile(r"<[/!?a-z][^<>]*>?", re.I)


def without_tags(page: str) -> str:
    """The words between the tags, a blank line where a block ends; scripts, styles and comments go."""
    words = _TAG.sub("", _BLOCKS.sub("\n\n", _UNSEEN.sub("", page)))
    lines = (" ".join(line.split()) for line in html.unescape(words).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
