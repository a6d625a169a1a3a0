"""A mailbox becomes a list of its letters, the latest first, or the one that is wanted."""

import re
from collections.abc import Callable, Iterator
from email.message import Message
from email.parser import BytesHeaderParser
from functools import partial
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

from tui.errors import UnreadableArticle
from tui.text.apart.file import File
from tui.text.formats.letters.mail import letter
from tui.text.formats.letters.message import day_of, field, sender
from tui.text.opened import CUT, Opened, Part

MOST_LETTERS = 20_000
HEADERS = 65_536  # bytes in which they end
_BEGINS = re.compile(rb"(?:\A|\n\r?\n)From [^\r\n]*\r?\n(?=[\w-]{1,60}:|>From )")
_ENDS = re.compile(rb"\r?\n(?:\r?\n)?\Z")  # as of a letter that another one follows
_HEAD = re.compile(rb"\r?\n\r?\n")
_QUOTED = re.compile(rb"^>(>*From )", re.M)


class _Letter(NamedTuple):
    name: str
    message: Message  # its fields
    data: bytes


def mailbox_opened(data: bytes, file: File) -> Opened:
    """The letters in it; one by itself is an article. Raises UnreadableArticle."""
    letters = list(_named(data))
    if not letters:
        raise UnreadableArticle(f"{file.name} holds no letters; there is nothing to read in it.")
    if len(letters) == 1 and not file.part:
        return _opened(letters[0].data, file.source, file.name)
    parts: list[Part] = []
    for name, message, one in letters:
        if name == file.part:
            return _opened(one, file.source, file.name)
        title = field(message, "Subject") or "A letter without a subject"
        parts.append(Part(f"{file.source}/{name}", title[:300], sender(message), day_of(message)))
    if file.part:
        raise UnreadableArticle(f"{file.name} holds no letter “{file.part}”; open the file itself to see its letters.")
    listed = tuple({part.source: part for part in reversed(parts)}.values())
    cut = next(islice(_BEGINS.finditer(data), MOST_LETTERS, None), None) is not None
    return Opened(file.name, parts=listed, notice=CUT.format(name=file.name, most=MOST_LETTERS) if cut else "")


def each_letter(data: bytes, file: File) -> Iterator[tuple[str, Callable[[], Opened]]]:
    """The name of each letter, in the order of the file, with what reads it; of two by one name the first is meant."""
    for name, _, one in _named(data):
        yield name, partial(_opened, one, f"{file.source}/{name}", file.name)


def _opened(one: bytes, source: str, name: str) -> Opened:
    article = letter(one, source, name)
    return Opened(article.title, article)


def _named(data: bytes) -> Iterator[_Letter]:
    """Each letter by its name; only one that came twice has the name of another: some programs number all alike."""
    bodies: dict[str, bytes] = {}
    for one in _letters(data):
        message = BytesHeaderParser().parsebytes(one[:HEADERS])
        name, body = _name(message, one), sha256(_HEAD.split(one, 1)[-1]).digest()
        if bodies.setdefault(name, body) != body:
            name = sha256(name.encode() + body).hexdigest()[:8]
        yield _Letter(name, message, one)


def _name(message: Message, one: bytes) -> str:
    """What stands for a letter within its mailbox."""
    identity = str(message.get("Message-ID", "")).strip().encode("utf-8", "replace")
    return sha256(identity or one).hexdigest()[:8]


def _letters(data: bytes) -> Iterator[bytes]:
    begins = [match for match, _ in zip(_BEGINS.finditer(data), range(MOST_LETTERS), strict=False)]
    ends = [*(match.start() for match in begins[1:]), len(data)]
    for match, end in zip(begins, ends, strict=False):
        yield _QUOTED.sub(rb"\1", _ENDS.sub(b"", data[match.end() : end]))
