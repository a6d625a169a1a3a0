"""A ZIP archive becomes a book or an office document, if it is one."""

from pathlib import PurePosixPath

from tui.errors import UnreadableArticle
from tui.text.apart.file import File
from tui.text.formats.zipped.archive import Archive
from tui.text.opened import NO_PARTS, Opened


def zip_beginning(data: bytes, file: File) -> Opened | None:
    """The first chapters of a long book. Raises UnreadableArticle."""
    archive = Archive(data, file.name)
    if file.part or not _is_book(archive):
        return None
    from tui.text.formats.zipped.epub import epub_beginning

    return epub_beginning(archive, file)


def zip_opened(data: bytes, file: File) -> Opened:
    """What a book or an office document holds. Raises UnreadableArticle."""
    archive = Archive(data, file.name)
    word = archive.find("word/document.xml")
    if _is_book(archive):
        from tui.text.formats.zipped.epub import epub_opened

        return epub_opened(archive, file)
    if not word and not archive.find("content.xml"):
        raise UnreadableArticle(f"{file.name} is {_what(archive)}; {_advice(archive)}.")
    if file.part:
        raise UnreadableArticle(NO_PARTS.format(name=file.name, part=file.part))
    if word:
        from tui.text.formats.zipped.docx import docx_opened

        return docx_opened(archive, file)
    from tui.text.formats.zipped.odt import odt_opened

    return odt_opened(archive, file)


def _is_book(archive: Archive) -> bool:
    return bool(archive.find("META-INF/container.xml")) or any(name.lower().endswith(".opf") for name in archive.names)


def _what(archive: Archive) -> str:
    if archive.find("xl/workbook.xml"):
        return "a table of Excel"
    if archive.find("ppt/presentation.xml"):
        return "slides of PowerPoint"
    return "a ZIP archive" if archive.names else "an empty ZIP archive"


def _advice(archive: Archive) -> str:
    if archive.find("xl/workbook.xml") or archive.find("ppt/presentation.xml"):
        return "save it as a PDF or a web page and open that"
    inside = next((PurePosixPath(name).name for name in archive.names if not name.endswith("/")), "")
    return f"unpack it and open what is in it, such as {inside[:60]}" if inside else "there is nothing to read in it"
