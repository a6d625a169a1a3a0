"""Books and office documents, as small as they can be."""

import io
import zipfile
from collections.abc import Mapping, Sequence

WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
OFFICE = (
    'xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:style="s" xmlns:fo="f" xmlns:xlink="x" xmlns:dc="d" '
    'xmlns:meta="m"'
)
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf"/></rootfiles></container>'
)
PAGE = "<html><head><title>{0}</title></head><body>{1}</body></html>"


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(zipfile.ZipInfo(name, (2024, 5, 14, 10, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def epub(
    chapters: Sequence[tuple[str, str]], metadata: str = "", more: Mapping[str, str | bytes] | None = None
) -> bytes:
    """A book of chapters, each a title and the HTML of its body."""
    names = [f"c{number}" for number in range(1, len(chapters) + 1)]
    items = "".join(f'<item id="{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in names)
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    links = "".join(f'<li><a href="{n}.xhtml">{title}</a></li>' for n, (title, _) in zip(names, chapters, strict=True))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f"<dc:title>The Bridge</dc:title><dc:creator>Ada Lund</dc:creator>{metadata}</metadata><manifest>"
        f'<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>{items}</manifest>'
        f"<spine>{spine}</spine></package>"
    )
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": package,
        "OPS/nav.xhtml": PAGE.format("Contents", f'<nav epub:type="toc"><ol>{links}</ol></nav>'),
    }
    members |= {f"OPS/{n}.xhtml": PAGE.format(*chapter) for n, chapter in zip(names, chapters, strict=True)}
    return archive({**members, **(more or {})})


def docx(body: str, **more: str) -> bytes:
    """A document of Word; `more` are parts such as styles, numbering, footnotes, without their outermost element."""
    members = {"word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>"}
    members |= {f"word/{name}.xml": f"<w:{name} {WORD}>{inner}</w:{name}>" for name, inner in more.items()}
    return archive(members)


def odt(body: str, styles: str = "", meta: str = "") -> bytes:
    """A document of LibreOffice."""
    content = (
        f"<office:document-content {OFFICE}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    about = f"<office:document-meta {OFFICE}><office:meta>{meta}</office:meta></office:document-meta>"
    return archive({"content.xml": content, "meta.xml": about})


def novel(chapters: int = 60, paragraphs: int = 40) -> bytes:
    """A book as long as a novel: some 900,000 characters of it."""
    line = "It was a bright cold day in <i>April</i>, and the ferry to Port Vale was late again. "
    return epub(
        [
            (f"Chapter {number}", f"<h2>Chapter {number}</h2>" + f"<p>{line * 4}</p>\n" * paragraphs)
            for number in range(1, chapters + 1)
        ]
    )
