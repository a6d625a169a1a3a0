"""Bytes become characters: by their mark, as UTF-8, or by the best guess there is, which is then said."""

import codecs
import re
from typing import NamedTuple

from tui.text.asian import switched, wide_asian
from tui.text.letters import guess_latin
from tui.text.twice import written_once

GUESSED = "The text is not UTF-8: read as {name}, which is a guess."
UNNAMED = "The text names no encoding: read as {name}."
TWICE = "The letters were written as UTF-8 twice over; they were put right."
READ_AS_CHOSEN = "The text was read as {name}, as you chose."
CHOICES = (  # what is offered, the most usual first
    *(
        "utf-8",
        "cp1252",
        "cp1250",
        "iso8859_2",
        "mac_roman",
        "cp1251",
        "koi8_r",
        "cp1253",
        "cp1254",
        "cp1255",
        "cp1256",
    ),
    *("cp1257", "shift_jis", "euc_jp", "iso2022_jp", "gb18030", "big5", "euc_kr", "utf-16-le", "utf-16-be", "cp437"),
)
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
_WIDER = {  # what is declared, and what browsers read it as: it has all of its letters, and more that people use
    **dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gb-2312", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("euc-kr", "ks-c-5601-1987", "ksc5601"), "cp949"),
    **dict.fromkeys(("shift-jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("big5", "big-5", "x-x-big5"), "big5hkscs"),
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
}
_DECLARED = rb"""charset\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})"""
_GUESS = 1 << 18  # bytes that are enough to guess from
_RARE = 60  # characters to each broken place of a text that is UTF-8 for all that
_HALVES = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
_FEW = 0.15  # share of such bytes below which statistics say nothing
_MANY = 0.35  # share of bytes beyond ASCII from which on a text is not in Latin letters


class Decoded(NamedTuple):
    """The characters, and one sentence on how they were got if it was not plain."""

    text: str
    notice: str = ""
    encoding: str = "utf-8"  # as Python names it


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


def decode(data: bytes, page: bool = False, chosen: str = "") -> Decoded:
    """The text of `data`; `page` says that it is HTML, which may name its own encoding. A `chosen` encoding is not
    doubted. Never raises."""
    if chosen:
        return Decoded(_decoded_as(data, chosen), READ_AS_CHOSEN.format(name=shown(chosen)), chosen)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name) or _mended(data[len(mark) :], name)
    if wide := _wide_without_mark(data[:_LOOK]):
        return Decoded(data.decode(wide, "replace"), UNNAMED.format(name=shown(wide)), wide)
    if name := switched(data):
        return Decoded(_decoded_as(data, name), UNNAMED.format(name=shown(name)), name)
    data = _with_pairs(data)
    if plain := _strict(data, "utf-8"):
        once = written_once(plain.text)
        return plain if once is None else Decoded(once, TWICE, "utf-8")
    if page and (declared := _declared(data)):
        return declared
    if _nearly_utf8(data):
        return _mended(data, "utf-8")
    name = _guess(data)
    return Decoded(_decoded_as(data, name), GUESSED.format(name=shown(name)), name)


def widened(name: str) -> str:
    """The encoding that a declared one is read as, as browsers do."""
    return _WIDER.get(name.lower().replace("_", "-"), name)


def _strict(data: bytes, name: str) -> Decoded | None:
    try:
        return Decoded(data.decode(name), encoding=name)
    except UnicodeDecodeError:
        return None


def _mended(data: bytes, name: str) -> Decoded:
    return Decoded(data.decode(name, "replace"), f"Some bytes are not {shown(name)}; they are shown as \ufffd.", name)


def shown(name: str) -> str:
    """What people call an encoding: "Windows-1252", "ISO-8859-2"."""
    name = name.lower().replace("_", "-")
    if windows := re.fullmatch(r"(?:cp|windows-?)(125\d)", name):
        return f"Windows-{windows[1]}"
    name = re.sub(r"^iso-?(\d{4})-?", r"iso-\1-", name)
    return {"mac-roman": "Mac Roman", "mac-latin2": "Mac Latin-2", "euc-jp": "EUC-JP"}.get(name, name.upper())


def named(words: str) -> str:
    """The encoding that somebody means, as Python names it: "windows 1250", "Latin 2"; "" if there is none."""
    words = "-".join(words.strip().lower().replace("_", "-").split())
    if found := next((name for name in CHOICES if words in (shown(name).lower().replace(" ", "-"), name)), ""):
        return found
    try:
        name = codecs.lookup(re.sub(r"^windows-", "cp", words).replace("latin-", "latin")).name
        b"".decode(name)
    except (LookupError, ValueError, TypeError):  # none, or one that makes no text
        return ""
    return name.replace("-", "_") if name not in ("utf-8", "utf-16-le", "utf-16-be") else name


def _wide_without_mark(head: bytes) -> str:
    """UTF-16 without a mark, known by NULs that are nearly all in the even or in the odd places."""
    if len(head) < 4:
        return ""
    if b"\x00" not in head:
        return wide_asian(head)
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else wide_asian(head)


def _nearly_utf8(data: bytes) -> bool:
    """Whether a few broken places stand in it: a file cut in a character, a sign that was pasted. What is sound there
    hardly ever is by chance: in a text of single bytes, two or three of them do not make a letter."""
    text = data[:_GUESS].decode("utf-8", "replace")
    broken = len(re.findall("\ufffd+", text))
    letters = [letter for letter in text if letter > "\x7f" and letter != "\ufffd"]
    if broken <= 1 + len(letters) // 20 and len(letters) > broken:
        return True
    sound = sum(3 if letter > "\u07ff" else 1 for letter in letters)
    return broken <= 1 + len(text) // _RARE and 2 * sound >= broken


def _with_pairs(data: bytes) -> bytes:
    """The bytes with letters that were written as two halves of three bytes each made whole, as some programs do."""
    if not _HALVES.search(data):
        return data
    return _HALVES.sub(
        lambda pair: (
            pair[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode("utf-8")
        ),
        data,
    )


def _declared(data: bytes) -> Decoded | None:
    match = re.search(_DECLARED, data[:4096])
    if match is None:
        return None
    name = widened(match[1].decode("ascii").lower())
    if name in ("utf-8", "utf8"):
        return None
    try:
        return Decoded(data.decode(name, "replace"), encoding=name)
    except (LookupError, ValueError, TypeError):  # no such encoding, or one that makes no text
        return None


def _guess(data: bytes) -> str:
    """A name of an encoding: of Latin letters by the words they spell, of others by statistics."""
    head = data[:_GUESS]
    high = len(head) - len(head.translate(None, bytes(range(0x80, 0x100))))
    if high < _MANY * len(head) and (latin := guess_latin(head)):
        return latin
    from charset_normalizer import from_bytes  # slow to import, and rarely needed

    best = from_bytes(head[:_LOOK]).best()
    return best.encoding if best is not None and high > _FEW * len(head) else "cp1252"


def _decoded_as(data: bytes, name: str) -> str:
    try:
        return data.decode(name, "replace")
    except (LookupError, ValueError, TypeError):
        return data.decode("cp1252", "replace")
