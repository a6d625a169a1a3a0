"""Bytes from the terminal become characters, whatever the bytes are.

A Latin-1 paste or a noisy line sends bytes that are no UTF-8. They become the Latin-1 characters they stand for. Those
from 0x80 to 0x9F are control characters then, some of which begin a sequence: `tokens.py` knows what to do with them.
"""

import codecs
from codecs import IncrementalDecoder

_ERRORS = "latin-1-instead"


def _instead(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    # One byte at a time: what follows it may be good again.
    return chr(error.object[error.start]), error.start + 1


codecs.register_error(_ERRORS, _instead)


def new_decoder() -> IncrementalDecoder:
    """A decoder that keeps the beginning of a character until the rest of it comes, and never raises."""
    return codecs.getincrementaldecoder("utf-8")(_ERRORS)
