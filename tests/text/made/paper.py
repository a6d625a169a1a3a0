"""PDFs written by hand: words at places."""

import zlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 612, 792  # points


class Words(NamedTuple):
    """Words written in one go."""

    x: float
    y: float
    text: str
    size: float = 11


def pdf(pages: Sequence[Iterable[Words]], info: str = "", pictures: Iterable[int] = ()) -> bytes:
    """A PDF of pages; those whose numbers are in `pictures` get a picture too."""
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    def stream(body: bytes, fields: bytes = b"") -> int:
        packed = zlib.compress(body)
        return add(b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(packed), fields, packed))

    add(b"<< /Type /Catalog /Pages 2 0 R >>")
    add(b"")  # the pages, when they are known
    font = add(b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>")
    picture = stream(
        b"\x80" * 100,
        b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8",
    )
    drawn = set(pictures)
    kids: list[int] = []
    for number, page in enumerate(pages):
        content = b"BT\n" + b"".join(map(_shown, page)) + b"ET\n"
        if number in drawn:
            content += b"q 500 0 0 700 50 50 cm /P Do Q\n"
        resources = b"<< /Font << /F %d 0 R >> /XObject << /P %d 0 R >> >>" % (font, picture)
        kids.append(
            add(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources %s >>"
                % (WIDTH, HEIGHT, stream(content), resources)
            )
        )
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    about = add(b"<< %s >>" % info.encode("latin-1"))
    made = bytearray(b"%PDF-1.4\n")
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        about,
        table,
    )
    return bytes(made)


def lines(text: str, x: float = 72, y: float = 700, step: float = 14, size: float = 11) -> list[Words]:
    """Lines one below the other; an empty one leaves a gap."""
    return [Words(x, y - step * row, line, size) for row, line in enumerate(text.split("\n")) if line]


def long_book(pages: int = 300) -> bytes:
    """A PDF of many full pages, with a running head and numbers."""
    sentence = "The council voted on Tuesday to close the old bridge for good, after a long debate about money."
    return pdf(
        [
            [
                Words(72, 760, "A History of the Bridge", 9),
                *lines("\n".join(f"{sentence[:80]} {number}.{row}" for row in range(44)), y=730, step=15),
                Words(300, 30, str(number), 9),
            ]
            for number in range(1, pages + 1)
        ]
    )


def _shown(words: Words) -> bytes:
    text = words.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"/F %g Tf 1 0 0 1 %g %g Tm (%s) Tj\n" % (words.size, words.x, words.y, text)
