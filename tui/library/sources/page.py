"""What came from an address becomes the bytes of a file that is read as it was meant, and says where it is from."""

import re
from contextlib import suppress

from tui.library.sources.address import taken_apart, without_login
from tui.library.sources.answer import Answer, Unfetched
from tui.text.encoding import kind_of_binary, widened
from tui.text.kinds import HEAD, Kind, kind_of

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I)
_DOCTYPE = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<!doctype[^>]{0,400}>", re.I)
_IS_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|p|div|h1)\b", re.I)
_BOOKS = {"application/epub+zip": ".epub"}
_ZIPPED = (".epub", ".docx", ".odt")
_SUFFIXES = {Kind.PDF: ".pdf", Kind.ZIP: ".epub", Kind.MAIL: ".eml", Kind.MAILBOX: ".mbox", Kind.SAVED: ".mhtml"}
_MARK = "\ufeff"  # at the beginning of a page it is the last word on how its letters are written


class NotAnArticle(Unfetched):
    """It is no article; where it is a feed, `feed` is true."""

    def __init__(self, sentence: str, feed: bool = False) -> None:
        super().__init__(sentence)
        self.feed = feed


def file_of(answer: Answer) -> tuple[str, bytes]:
    """The suffix of the file that an answer is kept in, and its bytes. Raises NotAnArticle."""
    said = answer.headers.get("content-type", "")
    media = said.partition(";")[0].strip().lower()
    data, host = answer.body, taken_apart(answer.address).host
    name = answer.address.partition("?")[0].lower()
    suffix = next((one for one in _ZIPPED if name.endswith(one)), _BOOKS.get(media, ""))
    kind = kind_of(data[:HEAD], suffix, len(data))
    if kind is Kind.FEED:
        raise NotAnArticle(f"{without_login(answer.address)} is a feed: dateline feeds add takes it.", feed=True)
    if kind in _SUFFIXES:
        return suffix if kind is Kind.ZIP and suffix else _SUFFIXES[kind], data
    if what := kind_of_binary(data):
        raise NotAnArticle(f"{host} sends {what.partition(';')[0]}, and no article.")
    if media.startswith(("image/", "audio/", "video/")) or media in ("application/json", "text/css"):
        raise NotAnArticle(f"{host} sends {media}, and no article.")
    page = "html" in media or (media != "text/plain" and bool(_IS_PAGE.search(data[:HEAD])))
    text = as_meant(data, said)
    if page:
        return ".html", saved_page(text if text is not None else data, answer.address)
    suffix = ".md" if media == "text/markdown" or name.endswith((".md", ".markdown")) else ".txt"
    return suffix, data if text is None else (_MARK + text).encode()


def as_meant(data: bytes, content_type: str) -> str | None:
    """The text, where the site says how its letters are written and that can be so; None where the text itself must
    tell, as it does where it has a mark or is UTF-8 whatever the site says."""
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return None
    with suppress(UnicodeDecodeError):
        text = data.decode("utf-8")
        return None if text.isascii() else text
    if found := _CHARSET.search(content_type):
        with suppress(LookupError, ValueError, TypeError):
            return data.decode(widened(found[1]))
    return None


def saved_page(page: str | bytes, address: str) -> bytes:
    """A page with the line that browsers put into those they save: where it is from."""
    address = without_login(address)
    line = f"<!-- saved from url=({len(address):04d}){address.replace('--', '%2D%2D')} -->\n"
    text = page if isinstance(page, str) else page[:1_000].decode("latin-1")
    found = _DOCTYPE.match(text)
    at = found.end() if found else 0
    line = f"\n{line}" if at else line
    if isinstance(page, str):
        return (_MARK + page[:at] + line + page[at:].lstrip("\n")).encode("utf-8", "replace")
    if page.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")) or b"\0" in page[:HEAD]:
        return page  # the line would not be written as the rest is
    return page[:at] + line.encode("ascii", "replace") + page[at:].lstrip(b"\n")
