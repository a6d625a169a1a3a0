"""Bytes of text become an Article: a web page, Markdown, or plain lines."""

import re
from dataclasses import replace
from pathlib import Path

from tui.errors import UnreadableArticle
from tui.text.article import Article
from tui.text.encoding import decode, kind_of_binary
from tui.text.encoding import shown as shown_encoding
from tui.text.formats.plain import plain_article
from tui.text.formats.references import without_references
from tui.text.harmless import harmless_line
from tui.text.kinds import MARKDOWN, PAGES, PLAIN

_IS_PAGE = r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*){0,9}<(?:!doctype\s+html|html|head|body)\b"
_DEFINES = r"\s*(?:ï»¿)?(?:<\?xml[^>]{0,200}>\s*)?<!DOCTYPE\s[^<>\[]{0,300}\[[^\]]{0,3000}?<!ENTITY\s"
_FRONT = r"\ufeff{0,2}(?:---|\+\+\+|;;;)[ \t]*\r?\n\s{0,9}[\w\"-]+\s*[:=]"
_MARKDOWN_SIGNS = (
    r"^#{1,6} \S",
    r"\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)",
    r"^```",
    r"(?<![\w*])\*\*[^*\n]{1,200}\*\*(?![\w*])",
    r"^[-*+] \S.*\n[-*+] \S",
    r"^> \S",
)


def text_article(data: bytes, source: str, suffix: str, shown: str, encoding: str = "") -> Article:
    """The article that bytes of text are; `shown` is what sentences about them call it, and an `encoding` is one that
    somebody chose. Raises UnreadableArticle."""
    name = harmless_line(shown) or "The file"
    if not data.strip():
        raise UnreadableArticle(f"{name} is empty; there is nothing to read in it.")
    if not encoding and (kind := kind_of_binary(data)):
        hint = "" if ";" in kind else "; open a text, a book, a letter or a web page instead"
        raise UnreadableArticle(f"{name} is {kind}{hint}.")
    if re.match(_DEFINES, data[:4_000].decode("latin-1")):
        raise UnreadableArticle(f"{name} is an XML bomb or damaged: it defines entities; it was not opened.")
    text, notice, encoding = decode(data, suffix in PAGES or b"<html" in data[:2048].lower(), encoding)
    article = _parsed(text, source, suffix, name)
    if not article.text.strip():
        raise UnreadableArticle(f"{name} holds no text; there is nothing to read in it.")
    if not article.title:
        article = replace(article, title=harmless_line(Path(shown).stem) or name)
    notices = (notice, *article.notices) if notice else article.notices
    return replace(article, notices=notices, encoding=shown_encoding(encoding))


def _parsed(text: str, source: str, suffix: str, name: str) -> Article:
    """Each format is imported when its first file comes in: a plain text must be on the screen at once."""
    if suffix in PAGES or (suffix not in MARKDOWN and re.match(_IS_PAGE, text, re.I | re.S)):
        from tui.text.formats.html import html_article

        return html_article(text, source, name)
    if suffix in MARKDOWN or (suffix not in PLAIN and _looks_like_markdown(text)):
        from tui.text.formats.markdown import markdown_article

        return markdown_article(text, source)
    if re.match(_FRONT, text):
        from tui.text.formats.markdown import plain_with_matter

        found = plain_with_matter(text, source)
        if found is not None and found.text.strip():
            return found
    return plain_article(without_references(text), source)


def _looks_like_markdown(text: str) -> bool:
    head = text[:20_000].replace("\r\n", "\n")
    if re.match(r"---\n(?:[\w-]+:.*\n)", head):
        return True
    return sum(bool(re.search(sign, head, re.M)) for sign in _MARKDOWN_SIGNS) >= 2
