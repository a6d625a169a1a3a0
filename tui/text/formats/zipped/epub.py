"""An EPUB becomes an Article: the pages of its spine one after the other, or one chapter of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, islice
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from tui.counted import counted
from tui.errors import UnreadableArticle
from tui.text.apart.file import File
from tui.text.article import BlockKind, Published
from tui.text.blocks.builder import Builder
from tui.text.encoding import decode
from tui.text.formats.built import built_article
from tui.text.formats.markup import read_markup
from tui.text.formats.zipped.archive import Archive
from tui.text.formats.zipped.contents import beneath, names_of_pages
from tui.text.formats.zipped.links import Links
from tui.text.formats.zipped.xml import attribute, child, local, tree_of
from tui.text.formats.zipped.xml import words as words_in
from tui.text.head.published import stated
from tui.text.opened import Opened, Part

READABLE_NAMES = "application/xhtml+xml text/html application/x-dtbook+xml text/x-oeb1-document image/svg+xml"
READABLE = frozenset(READABLE_NAMES.split())
MOST_PAGES = 5_000
LONG = 300_000  # bytes of pages from which on the first are shown while the rest is read
FIRST = 20_000  # bytes that are enough to begin with
LOCKED = "{name} is protected against copying (DRM): only the program of the shop that sold it can open it."
PICTURES = "{name} holds pictures only, no text; there is nothing to read in it."
_PUBLISHED = ("", "publication", "original-publication")  # what a date is of
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")  # fonts are no secret of the text


class Chapter(NamedTuple):
    """Pages that belong together: the first has a name in the table of contents."""

    name: str  # in its source, unlike that of any other
    title: str
    pages: tuple[str, ...]


class Book(NamedTuple):
    """What a book says of itself."""

    about: Element | None
    chapters: Sequence[Chapter]


def epub_opened(archive: Archive, file: File) -> Opened:
    """The whole book with its chapters, or the one that is wanted. Raises UnreadableArticle."""
    book = _book(archive)
    wanted = [chapter for chapter in book.chapters if not file.part or chapter.name == file.part]
    if not wanted and file.part:
        raise UnreadableArticle(f"{file.name} has no chapter “{file.part}”; open the book itself to see its chapters.")
    return _opened(archive, file, book, wanted)


def epub_beginning(archive: Archive, file: File) -> Opened | None:
    """The first pages of a long book; its parts are all chapters. Raises UnreadableArticle."""
    book = _book(archive)
    sizes = [sum(map(archive.size_of, chapter.pages)) for chapter in book.chapters]
    if sum(sizes) < LONG:
        return None
    first = next(number for number, size in enumerate(accumulate(sizes), 1) if size >= FIRST)
    begun = _opened(archive, file, book, book.chapters[:first])
    parts = tuple(Part(f"{file.source}/{chapter.name}", chapter.title) for chapter in book.chapters)
    return replace(begun, parts=parts if len(parts) > 1 else (), goes_on=True)


def _book(archive: Archive) -> Book:
    path, package = _package(archive)
    pages = tuple(islice(_spine(path, package), MOST_PAGES))
    _refuse_locked(archive, pages)
    return Book(child(package, "metadata"), _chapters(pages, names_of_pages(archive, path, package)))


def _opened(archive: Archive, file: File, book: Book, wanted: Sequence[Chapter]) -> Opened:
    words = _words(archive, wanted)
    lost = sum(page not in words for chapter in wanted for page in chapter.pages)
    links = Links(words)
    builder, parts = Builder(), []
    for chapter in wanted:
        first = len(builder.blocks)
        _add(chapter, words, links, builder)
        if own := builder.blocks[first:]:
            characters = own[-1].span.end - own[0].span.start
            parts.append(Part(f"{file.source}/{chapter.name}", chapter.title, words=characters // 6 + 1))
    if not builder.blocks:
        raise UnreadableArticle(PICTURES.format(name=file.name))
    about, title = book.about, _said(book.about, "title")
    article = built_article(
        builder,
        file.source,
        title=f"{wanted[0].title} – {title}" if file.part and title else title,
        byline=_said(about, "creator"),
        publisher=_said(about, "publisher"),
        language=_said(about, "language"),
        published=_day(about),
        notices=(f"{counted(lost, 'page')} of {file.name} cannot be read and left out.",) if lost else (),
    )
    return Opened(article.title, article, tuple(parts) if len(parts) > 1 else ())


def _package(archive: Archive) -> tuple[str, Element]:
    """The file that says what the book is made of; the first of several."""
    container = archive.read_if("META-INF/container.xml")
    paths: list[str] = []
    if container is not None:
        root = tree_of(container, archive.name, "META-INF/container.xml")
        paths = [attribute(one, "full-path") for one in root.iter() if local(one.tag) == "rootfile"]
    paths += [name for name in archive.names if name.lower().endswith(".opf")]
    for path in paths:
        if (data := archive.read_if(unquote(path))) is not None:
            return path, tree_of(data, archive.name, path)
    raise UnreadableArticle(f"{archive.name} is a damaged e-book: it does not say what is in it; get it once more.")


def _spine(path: str, package: Element) -> Iterator[str]:
    """The pages in the order of reading; those beside it (notes, answers) come last."""
    items = {attribute(item, "id"): item for item in package.iter() if local(item.tag) == "item"}
    beside: list[str] = []
    for reference in package.iter():
        if local(reference.tag) != "itemref":
            continue
        item = items.get(attribute(reference, "idref"))
        for _ in range(10):  # what no reader shows names what stands for it
            if item is None or attribute(item, "media-type") in READABLE:
                break
            item = items.get(attribute(item, "fallback"))
        if item is not None:
            page = beneath(path, attribute(item, "href"))
            if attribute(reference, "linear") == "no":
                beside.append(page)
            else:
                yield page
    yield from beside


def _refuse_locked(archive: Archive, pages: Sequence[str]) -> None:
    data = archive.read_if("META-INF/encryption.xml")
    if data is None:
        return
    for secret in tree_of(data, archive.name, "META-INF/encryption.xml").iter():
        if local(secret.tag) == "EncryptedData":
            method = next(
                (attribute(one, "Algorithm") for one in secret.iter() if local(one.tag) == "EncryptionMethod"), ""
            )
            places = [attribute(one, "URI") for one in secret.iter() if local(one.tag) == "CipherReference"]
            if method not in _FONTS and any(unquote(place) in pages for place in places):
                raise UnreadableArticle(LOCKED.format(name=archive.name))


def _chapters(pages: Sequence[str], titles: Mapping[str, str]) -> list[Chapter]:
    """Pages without a title go with the page before them; where none has one, each page is a chapter."""
    found: list[tuple[str, list[str]]] = []
    for number, page in enumerate(pages, 1):
        if page in titles or not found or not titles:
            found.append((titles.get(page, "" if titles else f"Part {number}"), []))
        found[-1][1].append(page)
    names: dict[str, None] = {}
    chapters: list[Chapter] = []
    for title, own in found:
        name = own[0].rpartition("/")[2] or "page"
        if name in names:  # another folder, or the same page once more
            name = f"{len(names) + 1}-{name}"
        names[name] = None
        chapters.append(Chapter(name, title or "Front matter", tuple(own)))
    return chapters


def _words(archive: Archive, chapters: Sequence[Chapter]) -> dict[str, str]:
    """The pages' own HTML; those that are not there are left out."""
    found: dict[str, str] = {}
    for page in dict.fromkeys(page for chapter in chapters for page in chapter.pages):
        if (data := archive.read_if(page)) is not None:
            found[page] = decode(data, page=True).text
    return found


def _add(chapter: Chapter, words: Mapping[str, str], links: Links, builder: Builder) -> None:
    """Add a chapter to the blocks."""
    first = len(builder.blocks)
    for page in (page for page in chapter.pages if page in words):
        if f"#{page}" in links.places:
            builder.place(page)
        read_markup(words[page], builder, links.on(page), links.places)
    block = builder.blocks[first] if first < len(builder.blocks) else None
    if block and block.kind is BlockKind.PARAGRAPH and block.span.end - block.span.start == len(chapter.title):
        builder.blocks[first] = replace(block, kind=BlockKind.HEADING, level=2)


def _said(about: Element | None, name: str) -> str:
    """What the metadata say under a name; several are joined."""
    found = [words_in(one) for one in about.iter() if local(one.tag) == name] if about is not None else []
    found = [one for one in found if one]
    return ", ".join(found[:5]) if name == "creator" else next(iter(found), "")


def _day(about: Element | None) -> Published:
    for one in about.iter() if about is not None else ():
        published = local(one.tag) == "date" and attribute(one, "event") in _PUBLISHED
        if published and (day := stated(words_in(one), "date")).day is not None:
            return day
    return Published()
