"""A file becomes an Article: its bytes become characters, and the format decides the rest."""

import os
import re
import stat
from dataclasses import replace
from pathlib import Path

from tui.errors import UnreadableArticle
from tui.text.article import Article
from tui.text.encoding import decode, kind_of_binary
from tui.text.formats.plain import plain_article
from tui.text.harmless import harmless_line

MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
PLAIN = frozenset({".txt", ".text"})
SUFFIXES = MARKDOWN | PAGES | PLAIN  # files of a folder that are articles

LARGEST = 64 * 1024 * 1024  # bytes
_MIB = 1024 * 1024
_IS_PAGE = r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*){0,9}<(?:!doctype\s+html|html|head|body)\b"
_MARKDOWN_SIGNS = (
    r"^#{1,6} \S",
    r"\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)",
    r"^```",
    r"(?<![\w*])\*\*[^*\n]{1,200}\*\*(?![\w*])",
    r"^[-*+] \S.*\n[-*+] \S",
    r"^> \S",
)


def read_article(path: Path) -> Article:
    """The article in a file. Its source is the file's absolute path. Raises UnreadableArticle."""
    data = bytes_of(path)
    try:
        source = str(path.resolve())
    except (OSError, RuntimeError):  # the file went away, or its links run in a circle
        source = str(path.absolute())
    return _article(data, source, path.suffix.lower(), path.name)


def is_folder(path: str | Path) -> bool:
    """Whether a path leads to a folder; a link in a circle or a name too long for the disk leads nowhere."""
    return os.path.isdir(path)  # noqa: PTH112 (Path.is_dir raises for some of them)


def read_bytes(data: bytes, source: str, suffix: str = "", shown: str = "") -> Article:
    """The article that came in on standard input; without a `suffix` the text itself tells its format.

    `source` is its identity; "-" gets a digest of the bytes added. `shown` is what sentences about it call it.
    Raises UnreadableArticle."""
    from hashlib import sha256

    shown = shown or ("Standard input" if source.startswith("-") else Path(source).name)
    identity = f"-{sha256(data).hexdigest()[:16]}" if source == "-" else source
    return _article(data, identity, suffix.lower(), shown)


def bytes_of(path: Path) -> bytes:
    """What stands in a file; of one that is too large the beginning. Raises UnreadableArticle."""
    name = _quoted(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableArticle(f"{name} is a folder; name a file in it, or open the folder in the library.")
        if not stat.S_ISREG(mode):
            raise UnreadableArticle(f"{name} is not a file but a pipe or a device; pipe its text into 'dateline -'.")
        # A pipe that has taken the file's place since must not make us wait.
        with open(os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK), "rb") as file:  # noqa: PTH123
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise UnreadableArticle(f"{name} does not exist; check the name.") from error
    except PermissionError as error:
        raise UnreadableArticle(f"{name} may not be read by you; ask its owner or change its permissions.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "its name is not a file name"
        raise UnreadableArticle(f"{name} cannot be read ({reason}); check the name and the disk.") from error
    return data


def _article(data: bytes, source: str, suffix: str, shown: str) -> Article:
    name = harmless_line(shown) or "The file"
    if len(data) > LARGEST:
        raise UnreadableArticle(f"{name} is larger than {LARGEST // _MIB} MiB; split it and open a part.")
    if not data.strip():
        raise UnreadableArticle(f"{name} is empty; there is nothing to read in it.")
    if kind := kind_of_binary(data):
        hint = "" if ";" in kind else "; open a text, a Markdown file or a web page instead"
        raise UnreadableArticle(f"{name} is {kind}{hint}.")
    text, notice = decode(data, page=suffix in PAGES or b"<html" in data[:2048].lower())
    article = _parsed(text, source, suffix, name)
    if not article.text.strip():
        raise UnreadableArticle(f"{name} holds no text; there is nothing to read in it.")
    if not article.title:
        article = replace(article, title=harmless_line(Path(shown).stem) or name)
    return replace(article, notices=(notice, *article.notices)) if notice else article


def _parsed(text: str, source: str, suffix: str, name: str) -> Article:
    """Each format is imported when its first file comes in: a plain text must be on the screen at once."""
    if suffix in PAGES or (suffix not in MARKDOWN and re.match(_IS_PAGE, text, re.I | re.S)):
        from tui.text.formats.html import html_article

        return html_article(text, source, name)
    if suffix in MARKDOWN or (suffix not in PLAIN and _looks_like_markdown(text)):
        from tui.text.formats.markdown import markdown_article

        return markdown_article(text, source)
    return plain_article(text, source)


def _looks_like_markdown(text: str) -> bool:
    head = text[:20_000].replace("\r\n", "\n")
    if re.match(r"---\n(?:[\w-]+:.*\n)", head):
        return True
    return sum(bool(re.search(sign, head, re.M)) for sign in _MARKDOWN_SIGNS) >= 2


def _quoted(path: Path) -> str:
    return harmless_line(str(path)) or "The file"
