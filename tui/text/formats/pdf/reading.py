"""A PDF becomes an Article: its pages' text in the order of reading, with heads, feet and page numbers folded."""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from tui.counted import counted
from tui.errors import UnreadableArticle
from tui.text.apart.file import File
from tui.text.article import BlockKind, Furniture, Known, Published
from tui.text.blocks.builder import Builder
from tui.text.formats.built import built_article
from tui.text.formats.pdf.columns import in_order
from tui.text.formats.pdf.furniture import heads_and_feet
from tui.text.formats.pdf.halves import MANY, in_halves
from tui.text.formats.pdf.lines import Letters, Line, Page, lines_of
from tui.text.formats.pdf.paragraphs import Paragraph, body_size, known_words, paragraphs_of, words_of
from tui.text.harmless import harmless_line
from tui.text.head.published import stated
from tui.text.opened import Opened

MISSING = "{name} is a PDF; to read those, install pypdfium2: pip install 'dateline[pdf]'."
LOCKED = "{name} is protected with a password; save it without one."
DAMAGED = "{name} is a damaged PDF; get it once more."
SCANNED = "{name} is a scan: its pages are pictures, without a text; run a text recognition such as ocrmypdf over it."
EMPTY = "{name} holds no text; there is nothing to read in it."
GARBLED = "The letters of this PDF are drawn, and most do not say which they are: words may be wrong."
CUT = "Only the first {read} of {all} pages were read; the rest would take too long."
FIRST = 4  # pages of a long one that are shown while the rest is read
SECONDS = 3.0  # of processor time for the pages; what is read by then is shown
_NO_TITLE = re.compile(r"(?:microsoft \w+ - .*|untitled.*|.*\.(?:docx?|pdf|tex|indd|qxd|odt|rtf)|\W*)", re.I)


class Read(NamedTuple):
    """What PDFium tells of a file."""

    pages: list[Page]
    number: int  # of pages there are
    about: dict[str, str]


def pdf_opened(data: bytes, file: File) -> Opened:
    """The article. Raises UnreadableArticle."""
    return _opened(_read(data, file.name), file)


def pdf_beginning(data: bytes, file: File) -> Opened | None:
    """The first pages of a long one. Raises UnreadableArticle."""
    read = _read(data, file.name, FIRST)
    return replace(_opened(read._replace(number=len(read.pages)), file), goes_on=True) if read.pages else None


def _opened(read: Read, file: File) -> Opened:
    pictures = [number for number, page in enumerate(read.pages, 1) if page.pictures]
    every = [line for page in read.pages for line in page.lines]
    if not every:
        raise UnreadableArticle((SCANNED if pictures else EMPTY).format(name=file.name))
    builder = Builder()
    _write(read.pages, builder)
    title = harmless_line(read.about.get("Title", ""))
    made = stated(re.sub(r"D:(\d{4})(\d\d)(\d\d).*", r"\1-\2-\3", read.about.get("CreationDate", "")), "created")
    article = built_article(
        builder,
        file.source,
        title="" if _NO_TITLE.fullmatch(title) else title,
        byline=read.about.get("Author", ""),
        written=Published(made.day, Known.FOUND, made.evidence) if made.day else Published(),
        notices=tuple(_notices(read, pictures, builder.text)),
        read_by=f"PDFium: {counted(read.number, 'page')}",
    )
    return Opened(article.title, article)


def _read(data: bytes, name: str, first: int = 0) -> Read:
    """All pages; or the `first` of a long one, of a short one none."""
    try:
        import pypdfium2  # an extra
        from pypdfium2 import raw
    except ImportError as error:
        raise UnreadableArticle(MISSING.format(name=name)) from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableArticle((LOCKED if "assword" in str(error) else DAMAGED).format(name=name)) from error
    count = len(document)

    def read(numbers: range) -> list[Page]:
        end = time.process_time() + SECONDS
        found: list[Page] = []
        for number in numbers:
            found.append(_page(document, number, raw, pypdfium2.PdfiumError))
            if time.process_time() > end:
                break
        return found

    if first:
        pages = read(range(first if count >= MANY else 0))
    else:
        pages = in_halves(read, count)
    try:
        about = document.get_metadata_dict()
    except (pypdfium2.PdfiumError, ValueError):
        about = {}
    return Read(pages, count, about)


def _page(document: Any, number: int, raw: Any, error: type[Exception]) -> Page:
    """A page; an empty one where it is damaged."""
    try:
        page = document[number]
        width, height = page.get_size()
        letters = page.get_textpage()
    except error:
        return Page((), 0, 0)
    try:
        lines = lines_of(Letters(raw, letters.raw))
        pictures = not lines and any(one.type == raw.FPDF_PAGEOBJ_IMAGE for one in page.get_objects(max_depth=3))
        return Page(lines, width, height, pictures)
    finally:
        letters.close()
        page.close()


def _write(pages: Sequence[Page], builder: Builder) -> None:
    """Add the pages; a paragraph that goes on overleaf is one, and what stands between its halves comes behind it."""
    own: list[list[Line]] = []
    outside: list[list[Line]] = []
    for page, indices in zip(pages, heads_and_feet(pages), strict=True):
        own.append([line for index, line in enumerate(page.lines) if index not in indices])
        outside.append(sorted((page.lines[index] for index in indices), key=lambda line: (-line.top, line.left)))
    body = body_size(line for lines in own for line in lines)
    known = known_words(line for lines in own for line in lines)
    waiting: list[Paragraph | Line] = []  # behind an open paragraph
    last: Paragraph | None = None
    for lines, others, page in zip(own, outside, pages, strict=True):
        middle = page.height / 2
        for other in (other for other in others if other.bottom > middle):
            waiting.append(other)
        for paragraph in _paragraphs(lines, body):
            if last is not None and last.goes_on_in(paragraph):
                last = last._replace(lines=(*last.lines, *paragraph.lines))
            elif last is not None and last.is_open and paragraph.size < 0.93 * body:
                waiting.append(paragraph)  # a footnote under a paragraph that goes on
            else:
                _flush(last, waiting, builder, known)
                last = paragraph
        waiting += (other for other in others if other.bottom <= middle)
    _flush(last, waiting, builder, known)


def _paragraphs(lines: Sequence[Line], body: float) -> Iterator[Paragraph]:
    for column in in_order(lines):
        yield from paragraphs_of(column, body)


def _flush(last: Paragraph | None, waiting: list["Paragraph | Line"], builder: Builder, known: frozenset[str]) -> None:
    for one in (*(() if last is None else (last,)), *waiting):
        if isinstance(one, Line):
            builder.add(words_of((one,), known))
            builder.close(BlockKind.PARAGRAPH, furniture=Furniture.INTERFACE)
        else:
            builder.add(words_of(one.lines, known))
            builder.close(BlockKind.HEADING if one.heading else BlockKind.PARAGRAPH, one.heading)
    waiting.clear()


def _notices(read: Read, pictures: Sequence[int], text: str) -> Iterator[str]:
    if len(read.pages) < read.number:
        yield CUT.format(read=len(read.pages), all=read.number)
    if pictures:
        some = ", ".join(map(str, pictures[:5])) + (" ..." if len(pictures) > 5 else "")
        yield f"{'Page' if len(pictures) == 1 else 'Pages'} {some}: pictures without a text, such as a scan."
    odd = sum(1 for letter in text[:20_000] if letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff")
    if odd > 0.1 * len(text[:20_000]):
        yield GARBLED
