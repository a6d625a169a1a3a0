"""The first bytes of a file and its name tell what kind of file it is."""

import re
from enum import StrEnum

MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
PLAIN = frozenset({".txt", ".text"})
BOOKS = frozenset({".epub", ".pdf", ".docx", ".odt"})
LETTERS = frozenset({".eml", ".mbox", ".mht", ".mhtml"})
LISTS = frozenset({".rss", ".atom", ".url", ".webloc"})
SUFFIXES = MARKDOWN | PAGES | PLAIN | BOOKS | LETTERS | LISTS  # files of a folder that are articles
HEAD = 65_536  # bytes that are enough to tell
BIG_PAGE = 1_000_000  # bytes of a web page from which on it is read apart

_LOOK = 16_384  # bytes in which the root of XML is looked for
_HEADERS = re.compile(rb"(?:From |[A-Za-z][A-Za-z0-9-]{1,40}:)")
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,40}):", re.M)
_SENT = {b"message-id", b"received", b"mime-version", b"return-path", b"delivered-to"}  # what no person writes
_SAVED = re.compile(rb"^(?:Snapshot-Content-Location:|Content-Type:\s{0,9}multipart/related\b)", re.M | re.I)
_JSON_FEED = re.compile(
    rb"[\xef\xbb\xbf \t\r\n]{0,99}\{[^\0]{0,60000}?https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org\\?/version"
)
_PROLOG = re.compile(  # what may stand before the root of XML
    rb"<\?[^>]{0,400}+>\s*+|<!--.{0,4000}?-->\s*+|<!DOCTYPE[^>\[]{0,400}+(?:\[[^\]]{0,9000}+\]\s{0,99}+)?+>\s*+",
    re.S | re.I,
)
_FEED = re.compile(rb"<(?:[a-z]\w{0,20}:)?(?:rss\b|feed\b|rdf\b[^>]{0,2000}purl\.org/(?:rss|net/rss))", re.S | re.I)
_PAGE = re.compile(rb"<(?:html|head|body)\b", re.I)


class Kind(StrEnum):
    """What is read apart, in a process with limits; TEXT is all that is read here."""

    TEXT = "text"
    PAGE = "web page"
    PDF = "PDF"
    ZIP = "ZIP archive"  # an e-book, an office document
    MAIL = "mail"
    MAILBOX = "mailbox"
    SAVED = "saved web page"
    FEED = "feed"
    SHORTCUT = "shortcut"


def kind_of(head: bytes, suffix: str, size: int) -> Kind:
    """The kind of a file of `size` bytes that begins with `head`."""
    if head.startswith(b"%PDF-") or (suffix == ".pdf" and b"%PDF-" in head[:1024]):
        return Kind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if suffix in (".url", ".webloc") or head.startswith(b"[InternetShortcut]"):
        return Kind.SHORTCUT
    if suffix not in MARKDOWN | PLAIN and (letter := _letter(head, suffix)) is not None:
        return letter
    if suffix not in MARKDOWN | PLAIN and _JSON_FEED.match(head):
        return Kind.FEED
    root = _root(head)
    if suffix not in MARKDOWN | PLAIN and _FEED.match(root):
        return Kind.FEED
    if size > BIG_PAGE and (suffix in PAGES or (suffix not in MARKDOWN and _PAGE.match(root))):
        return Kind.PAGE
    return Kind.TEXT


def _root(head: bytes) -> bytes:
    """What begins with the root element; nothing where it is no XML, in whatever width its letters are."""
    if b"<" not in head[:200]:
        return b""
    plain = head[:_LOOK].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    for _ in range(20):
        if (match := _PROLOG.match(plain)) is None:
            break
        plain = plain[match.end() :]
    return plain


def _letter(head: bytes, suffix: str) -> Kind | None:
    """Mail, a mailbox, a page saved as one; None where nothing of it was ever sent."""
    if not _HEADERS.match(head.lstrip(b"\xef\xbb\xbf\r\n")):
        return None
    top = re.split(rb"\r?\n\r?\n", head.lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0].replace(b"\r\n", b"\n")
    fields = {field.lower() for field in _HEADER.findall(top)}
    if suffix in (".mht", ".mhtml") or (_SAVED.search(top) and b"to" not in fields):
        return Kind.SAVED
    if top.startswith(b"From ") and (fields & _SENT or b"from" in fields):
        return Kind.MAILBOX
    if suffix == ".mbox":
        return Kind.MAILBOX
    return Kind.MAIL if suffix == ".eml" or (b"from" in fields and fields & _SENT) else None
