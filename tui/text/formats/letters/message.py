"""A message as it was sent becomes its fields and its words, whatever its programs did to them."""

import re
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr
from typing import NamedTuple

from tui.errors import UnreadableArticle
from tui.text.encoding import decode
from tui.text.formats.letters.sent import day_sent
from tui.text.harmless import harmless_line

MOST_PARTS = 2_000
_SOFT = re.compile(r"(?<=[^\s>]) \r?\n(?=[a-z])")  # the end of a line that another program may join
_LONGEST_FIELD = 4_000  # characters


class Body(NamedTuple):
    """What can be read of a message."""

    text: str
    is_page: bool
    files: tuple[str, ...] = ()  # that came with it


def parsed(data: bytes, name: str) -> Message:
    """The message. Raises UnreadableArticle."""
    try:
        return message_from_bytes(data)
    except (RecursionError, MessageError, ValueError, LookupError) as error:
        raise UnreadableArticle(f"{name} is a damaged letter; get it once more.") from error


def field(message: Message, name: str) -> str:
    """A field of its head, on one line, with the letters that were meant; "" where there is none."""
    try:
        pieces = decode_header(str(message.get(name, ""))[:_LONGEST_FIELD])
    except (MessageError, ValueError, LookupError):
        return ""
    return harmless_line("".join(_letters(piece, charset) for piece, charset in pieces))


def sender(message: Message) -> str:
    """Who wrote it: the name, else the address."""
    name, address = parseaddr(field(message, "From"))
    return harmless_line(name) or address


def day_of(message: Message) -> date | None:
    """The day on which it was sent, where it was sent."""
    return day_sent(str(message.get("Date", ""))[:200])


def body_of(message: Message, name: str) -> Body:
    """Its words: those set as a page if there are any, else the plain ones. Raises UnreadableArticle."""
    pages: list[str] = []
    plain: list[str] = []
    files: list[str] = []
    for part in _parts(message):
        kind = part.get_content_type()
        file = harmless_line(str(part.get_filename() or ""))[:80]
        if kind in ("application/pkcs7-mime", "multipart/encrypted"):
            raise UnreadableArticle(f"{name} is encrypted; save the letter from the mail program that can open it.")
        if part.is_multipart():
            continue
        attached = part.get_content_disposition() == "attachment"
        if kind == "text/html" and not attached:
            pages.append(words_of(part))
        elif (kind == "text/plain" and not attached) or part.get_content_maintype() == "multipart":  # without its parts
            plain.append(_flowing(words_of(part), part))
        elif file:
            files.append(file)
    if any(re.search(r">[^<]*\w", page) for page in pages):
        return Body("\n".join(pages), True, tuple(files))
    return Body("\n\n".join(plain), False, tuple(files))


def words_of(part: Message) -> str:
    """The characters of one part."""
    try:
        data = part.get_payload(decode=True)
        charset = str(part.get_content_charset() or "")
    except (ValueError, LookupError, TypeError, AttributeError, MessageError):
        return ""
    if not isinstance(data, bytes):
        return ""
    try:
        return data.decode(charset)
    except (LookupError, ValueError, TypeError):
        return decode(data, page=part.get_content_type() == "text/html").text


def _parts(message: Message) -> Iterator[Message]:
    """The message and what is in it, without recursion."""
    waiting = [message]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        yield part
        inner = part.get_payload()
        if isinstance(inner, list):
            waiting += [one for one in reversed(inner) if isinstance(one, Message)]


def _letters(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    try:
        return piece.decode(charset or "ascii")
    except (LookupError, ValueError):
        return decode(piece).text


def _flowing(text: str, part: Message) -> str:
    """Lines that a program broke so that another one can join them (RFC 3676), joined; where it does not say that it
    did, those that go on in small letters."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return _SOFT.sub(" ", text)
    gone = 1 if str(part.get_param("delsp", "")).lower() == "yes" else 0
    lines: list[str] = []
    goes_on = False
    for line in text.replace("\r\n", "\n").split("\n"):
        line = line[1:] if line.startswith(" ") else line
        if goes_on and not line.startswith(">") and lines:
            lines[-1] += line
        else:
            lines.append(line)
        goes_on = line.endswith(" ") and line != "-- " and not line.startswith(">")
        if goes_on and gone:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)
