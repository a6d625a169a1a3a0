"""Bytes become characters: by their mark, as UTF-8, or by the best guess there is, which is then said."""

import re
from typing import NamedTuple

_MARKS = (  # the longer ones first: UTF-32's begins with UTF-16's
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_KINDS = (
    (b"%PDF-", "a PDF; save it as text or as a web page"),
    (b"PK\x03\x04", "a ZIP archive, an office document or an e-book; save it as text or as a web page"),
    (b"\xd0\xcf\x11\xe0", "an office document; save it as text or as a web page"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"BZh", "a compressed file; unpack it first"),
    (b"\xfd7zXZ", "a compressed file; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a compressed file; unpack it first"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"OggS", "a recording"),
    (b"ID3", "a recording"),
)
_LOOK = 65536  # bytes that are looked at to tell text from other things
_CONTROLS = bytes(range(0x00, 0x08)) + bytes(range(0x0E, 0x1B)) + bytes(range(0x1C, 0x20)) + b"\x7f"
_MOST_CONTROLS = 0.05  # share of control bytes that a damaged text may still have
_DECLARED = rb"""charset\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})"""
_UNDEFINED = dict.fromkeys(b"\x81\x8d\x8f\x90\x9d")
_GUESS = 1 << 18  # bytes that are enough to guess from


class Decoded(NamedTuple):
    """The characters, and one sentence on how they were got if it was not plain."""

    text: str
    notice: str = ""


def kind_of_binary(data: bytes) -> str:
    """What the bytes are if they are not text, in words; "" if they are."""
    for mark, _ in _MARKS:
        if data.startswith(mark):
            return ""
    for magic, kind in _KINDS:
        if data.startswith(magic):
            return kind
    head = data[:_LOOK]
    if _wide_without_mark(head):
        return ""
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "not text" if controls > max(8, len(head) * _MOST_CONTROLS) else ""


def decode(data: bytes, page: bool = False) -> Decoded:
    """The text of `data`; `page` says that it is HTML, which may name its own encoding. Never raises."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name) or _mended(data[len(mark) :], name)
    if wide := _wide_without_mark(data[:_LOOK]):
        return Decoded(data.decode(wide, "replace"), f"The text names no encoding; it was read as {_shown(wide)}.")
    if plain := _strict(data, "utf-8"):
        return plain
    if page and (declared := _declared(data)):
        return declared
    if _nearly_utf8(data):
        return _mended(data, "utf-8")
    name = _guess(data)
    return Decoded(_decoded_as(data, name), f"The text is not UTF-8; it was read as {_shown(name)}, which is a guess.")


def _strict(data: bytes, name: str) -> Decoded | None:
    try:
        return Decoded(data.decode(name))
    except UnicodeDecodeError:
        return None


def _mended(data: bytes, name: str) -> Decoded:
    return Decoded(data.decode(name, "replace"), f"Some bytes are not {_shown(name)}; they are shown as \ufffd.")


def _shown(name: str) -> str:
    return {"cp1252": "Windows-1252", "cp1250": "Windows-1250", "cp1251": "Windows-1251"}.get(
        name, name.upper().replace("_", "-")
    )


def _wide_without_mark(head: bytes) -> str:
    """UTF-16 without a mark, known by NULs that are nearly all in the even or in the odd places."""
    if len(head) < 4 or b"\x00" not in head:
        return ""
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else ""


def _nearly_utf8(data: bytes) -> bool:
    """Whether a few broken places stand among many sound ones: a file cut in a character, a pasted line."""
    text = data[:_GUESS].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = len(text) - broken - sum(map(str.isascii, text))
    return broken <= 1 + sound // 20 and sound > broken


def _declared(data: bytes) -> Decoded | None:
    match = re.search(_DECLARED, data[:4096])
    if match is None:
        return None
    name = match[1].decode("ascii").lower()
    if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "utf-8", "utf8"):
        return None if name.startswith("utf") else Decoded(_decoded_as(data, "cp1252"))  # as browsers read it
    try:
        return Decoded(data.decode(name, "replace"))
    except (LookupError, ValueError, TypeError):  # no such encoding, or one that makes no text
        return None


def _guess(data: bytes) -> str:
    """A name of an encoding. Few odd bytes among letters are Western; for others it takes statistics."""
    head = data[:_GUESS]
    high = len(head) - len(head.translate(None, bytes(range(0x80, 0x100))))
    undefined = len(head) - len(head.translate(None, bytes(_UNDEFINED)))
    if high < 0.15 * len(head) and undefined * 20 < high:
        return "cp1252"
    from charset_normalizer import from_bytes  # slow to import, and rarely needed

    best = from_bytes(head[:_LOOK]).best()
    return best.encoding if best is not None else "cp1252"


def _decoded_as(data: bytes, name: str) -> str:
    try:
        return data.decode(name, "replace")
    except (LookupError, ValueError, TypeError):
        return data.decode("cp1252", "replace")
