"""Bytes from the terminal become characters, whatever the bytes are.

A Latin-1 paste or a noisy line sends bytes that are no UTF-8. They become the Latin-1 characters they stand for;
control characters among them are dropped, for a terminal takes some of those for the beginning of a command.
"""

import codecs
from codecs import IncrementalDecoder

_ERRORS = "latin-1-instead"


def _instead(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    # One byte at a time: what follows it may be good again.
    byte = error.object[error.start]
    return chr(byte) if byte >= 0xA0 else "", error.start + 1


codecs.register_error(_ERRORS, _instead)


def new_decoder() -> IncrementalDecoder:
    """A decoder that keeps the beginning of a character until the rest of it comes, and never raises."""
    return codecs.getincrementaldecoder("utf-8")(_ERRORS)
