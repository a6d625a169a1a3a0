"""Files of every format with something wrong in them, and a process that tries to read them.

`python -m tests.text.made.mutated FORMAT FIRST LAST` reads the files of these numbers and prints a line for each."""

import io
import json
import plistlib
import random
import resource
import sys
import time
import zipfile
from collections.abc import Callable

from tests.text.formats.opening import open_here
from tests.text.made.paper import Words, lines, pdf
from tests.text.made.zipped import archive, docx, epub, odt
from tui.errors import UnreadableArticle

MEMORY = 300 << 20
TEXT = "The council voted on Tuesday to close\nthe old bridge for good, after a long\ndebate. It was built in 1911."
PAGE = f"<h1>One</h1><p id='a'>{TEXT} <a href='c2.xhtml#b'><sup>1</sup></a></p><ul><li>x<li>y</ul>" * 3
TABLE = "<table><tr><th>Year<th>Cost</tr><tr><td>2019<td>5</tr></table>"
LETTER = (
    "From: =?utf-8?q?Zo=C3=AB?= <z@example.org>\nSubject: =?utf-8?b?QnLDvGNrZQ==?=\nMIME-Version: 1.0\n"
    "Date: Tue, 14 May 2024 10:00:00 +0000\nMessage-ID: <1@x>\nContent-Type: multipart/alternative; boundary=b\n\n--b\n"
    f"Content-Type: text/plain; format=flowed\n\n{TEXT}\n--b\nContent-Type: text/html; charset=utf-8\n"
    f"Content-Transfer-Encoding: quoted-printable\n\n<html><body>{TABLE}<p>{TEXT}</p></body></html>\n--b--\n"
)
ITEM = (
    "<item><guid>{}</guid><title>A &amp; {}</title><pubDate>Tue, 14 May 2024 10:00:00 GMT</pubDate>"
    f"<content:encoded><![CDATA[<p>{TEXT}</p>{TABLE}]]></content:encoded></item>"
)
ITEMS = "".join(ITEM.format(number, number) for number in range(3))
FEED = f"<rss xmlns:content='c'><channel><title>News</title>{ITEMS}</channel></rss>"
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title type='html'>A</title><content type='xhtml'>"
    f"<div><p>{TEXT}</p></div></content></entry></feed>"
)
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "News",
    "items": [
        {"id": str(number), "title": "A", "content_html": f"<p>{TEXT}</p>", "date_published": "2024-05-14T10:00:00Z"}
        for number in range(3)
    ],
}
WEB_PAGE = (
    "<!DOCTYPE html><html lang=en><head><title>The bridge | The Paper</title><meta property=og:site_name content=Paper>"
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-14"}</script></head><body>'
    f"<nav><a href=/>Home</a></nav><article><h1>The bridge</h1><p class=byline>By Ada King</p>{f'<p>{TEXT}</p>' * 4}"
    f"{TABLE}<figure><img alt=x><figcaption>Photo: Bo</figcaption></figure></article><aside>Read more</aside></body>"
)
MARKDOWN = (
    "---\ntitle: 'The bridge'\ndate: 2024-05-14\nauthors:\n  - name: Ada\n---\n# The bridge\n\n> [!NOTE]\n> One.\n\n"
    f"{TEXT}[^1] ~~1912~~ H~2~O <del>x</del> [a](b.md#c) <http://x.org>\n\n| a | b |\n|:--|--:|\n| 1 | 2<br>3 |\n\n"
    "1. x\n   - y\n\n```py\ncode\n```\n\nTerm\n: What it is\n\n[^1]: In 1913.\n\n    More.\n"
)
PLAIN = f"THE BRIDGE\nBy Ada King\nMay 14, 2024\n\n{TEXT}\n\n  Year .... 5\n\n* x\n* y\n\nSee http://x.org/a.\n\n" * 2
RUN = f"<w:p><w:pPr><w:pStyle w:val='T'/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{TEXT}</w:t></w:r></w:p>"
WORD = RUN * 3 + f"<w:tbl><w:tr><w:tc>{RUN}</w:tc><w:tc>{RUN}</w:tc></w:tr></w:tbl>"
SAMPLES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "epub": ("a.epub", lambda: epub([("One", PAGE), ("Two", f"{TABLE}<p id='b'>{TEXT}</p>")])),
    "docx": ("a.docx", lambda: docx(WORD, styles="<w:style w:styleId='T'><w:name w:val='heading 1'/></w:style>")),
    "odt": ("a.odt", lambda: odt(f"<text:h text:outline-level='1'>One</text:h><text:p>{TEXT}</text:p>" * 3)),
    "pdf": ("a.pdf", lambda: pdf([[Words(72, 760, "Head", 9), *lines(TEXT), Words(300, 30, "1", 9)]] * 3)),
    "eml": ("a.eml", LETTER.encode),
    "mbox": ("a.mbox", lambda: f"From ada Tue May 14\n{LETTER}\n\nFrom ada Tue May 14\n{LETTER}".encode()),
    "mhtml": ("a.mhtml", lambda: LETTER.replace("alternative", "related").encode()),
    "rss": ("a.rss", FEED.encode),
    "atom": ("a.atom", ATOM.encode),
    "json": ("a.json", lambda: json.dumps(JSON_FEED, indent=1).encode()),
    "html": ("a.html", WEB_PAGE.encode),
    "md": ("a.md", MARKDOWN.encode),
    "txt": ("a.txt", PLAIN.encode),
    "url": ("a.url", lambda: b"[InternetShortcut]\r\nURL=https://example.org/\r\n"),
    "webloc": ("a.webloc", lambda: plistlib.dumps({"URL": "https://example.org/"}, fmt=plistlib.FMT_BINARY)),
}


def mutated(name: str, number: int) -> bytes:
    """The file of a format with this number; the same every time."""
    chance = random.Random(f"{name} {number}")
    data = SAMPLES[name][1]()
    if data.startswith(b"PK") and chance.random() < 0.7:  # deep in it, behind the checksums
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            members = {one: file.read(one) for one in file.namelist()}
        victim = chance.choice(sorted(members))
        members[victim] = _changed(members[victim], chance)
        return archive(members)
    return _changed(data, chance)


def _changed(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((1, 2, 8, 60, 400)))
        piece = data[start:end]
        match chance.randrange(7):
            case 0:
                piece = b""
            case 1:
                piece = bytes(chance.randrange(256) for _ in piece)
            case 2:
                piece = piece * chance.choice((2, 3, 50))
            case 3:
                other = chance.randrange(len(data) + 1)
                piece = data[other : other + len(piece)]
            case 4:
                piece = chance.choice((b"<", b">", b"&#x0;", b"<table>" * 30, b"<!--", b"]]>", b"\x1b[2J", b"\xff\xfe"))
            case 5:
                piece = chance.choice(
                    (b"0", b"-1", b"99999999999", b"1e309", b"/", b"../", b"(", b"obj", b"<<", b"\n\n")
                )
            case _:
                data, piece, end = data[: max(1, end)], b"", len(data)
        data = data[:start] + piece + data[end:]
    return data


def read(name: str, number: int) -> str:
    """Read one; "" or what went wrong with the reading."""
    began = time.process_time()
    try:
        opened = open_here(mutated(name, number), SAMPLES[name][0])
    except UnreadableArticle as error:
        sentence = str(error)
        if "\n" in sentence or "\x1b" in sentence or not sentence.endswith("."):
            return f"no sentence: {sentence!r}"
    else:
        article = opened.article
        if article is not None and ("\x1b" in article.text or not article.title):
            return "not harmless"
    seconds = time.process_time() - began
    return f"took {seconds:.1f} s" if seconds > 5 else ""


def main() -> None:
    """Read the files of these numbers, within the limits of memory."""
    name, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for number in range(first, last):
        print(json.dumps([number, read(name, number)]), flush=True)


if __name__ == "__main__":
    main()
