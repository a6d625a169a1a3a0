"""Plain text that was cut out of a page may still write its letters as HTML does: "&eacute;" becomes "é"."""

import html
import re

_REFERENCE = re.compile(r"&(?:#\d{2,6}|#x[\dA-Fa-f]{2,6}|[A-Za-z]{2,8}\d{0,2});")
_MARKED_UP = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|[{};]\s*$", re.M)
_LEAST = 2  # references; one may be a word about them


def without_references(text: str) -> str:
    """The text with the letters that its references stand for; as it is where it holds mark-up or code, too."""
    if "&" not in text or len(_REFERENCE.findall(text)) < _LEAST or _MARKED_UP.search(text):
        return text
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), text)
