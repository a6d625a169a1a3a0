"""Text that was taken for Windows-1252 and written as UTF-8 once more has its letters back: "CafÃ©" is "Café"."""

import codecs
import re

_PAIR = re.compile(
    "[\u00c2\u00c3\u00c4\u00c5\u00d0\u00d1\u00e2][\u0080-\u00bf\u0152-\u017e\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
_LEAST = 2  # such pairs; one may be meant
_HANDLER = "dateline-single-bytes"


def _as_byte(error: UnicodeError) -> tuple[bytes, int]:
    """The few bytes that are no sign in Windows-1252 are written as they are."""
    if isinstance(error, UnicodeEncodeError):
        odd = error.object[error.start : error.end]
        if all("\x80" <= letter <= "\x9f" for letter in odd):
            return odd.encode("latin-1"), error.end
    raise error


codecs.register_error(_HANDLER, _as_byte)


def written_once(text: str) -> str | None:
    """The text as it was meant; None where it was not written twice: then not all of it would be UTF-8 again."""
    pairs = _PAIR.finditer(text)
    if sum(1 for _, _ in zip(pairs, range(_LEAST), strict=False)) < _LEAST:
        return None
    try:
        return text.encode("cp1252", _HANDLER).decode("utf-8")
    except UnicodeError:
        return None
