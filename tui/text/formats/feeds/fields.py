"""The elements of a feed become words, names, links and pages."""

import base64
import binascii
import re
from html import escape
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

from tui.text.formats.zipped.xml import attribute, local, walk
from tui.text.harmless import harmless_line
from tui.text.head.tags import without_tags

_OTHERS = ("mrss", "itunes", "media")  # namespaces whose titles and descriptions are of pictures and recordings
_WEB = ("http://", "https://")
_MAIL = re.compile(r"[<(\[]?(?:mailto:)?[\w.+%-]{1,64}@[\w.-]{1,200}[>)\]]?", re.I)


def children(element: Element, *names: str) -> list[Element]:
    """The children with these names, in the order of the names; none that is about a picture or a recording."""
    found = [(name, one) for one in element if (name := local(one.tag)) in names and not _is_other(one.tag)]
    return [one for _, one in sorted(found, key=lambda pair: names.index(pair[0]))]


def line(element: Element, *names: str) -> str:
    """The first child with words in it, on one line and without tags."""
    for one in children(element, *names):
        words = _decoded(one) if not len(one) else "".join(one.itertext())
        words = harmless_line(without_tags(words) if "<" in words or "&" in words else words)
        if words:
            return words[:300]
    return ""


def link(element: Element, start: str) -> str:
    """The address of an article or a feed on the web; `start` is where one that is not whole starts from."""
    for one in children(element, "link", "guid", "id"):
        href = attribute(one, "href") or "".join(one.itertext()).strip()
        if "false" in (attribute(one, "isPermaLink").lower(), attribute(one, "ispermalink").lower()):
            continue  # the second is how an untidy feed is read
        if href and local(one.tag) == "link":
            href = resolved(base(one, start), href)
        if attribute(one, "rel") in ("", "alternate") and href.startswith(_WEB):
            return harmless_line(href)[:2_000]
    return ""


def base(element: Element, start: str) -> str:
    """The address that links within an element start from."""
    own = attribute(element, "base").strip()
    return resolved(start, own) if own else start


def resolved(start: str, address: str) -> str:
    """Where an address leads that stands on a page; "" where nobody can go, as to "http://["."""
    try:
        urlsplit(address)
        return urljoin(start, address)
    except ValueError:
        return ""


def language(element: Element) -> str | None:
    """What an element says of its language; None where it says nothing, "" where it is in none."""
    own = next((value for key, value in element.items() if local(key) == "lang"), None)
    if own is None:
        own = line(element, "language") or None
    return own.strip().replace("_", "-") if own is not None else None


def authors(element: Element) -> str:
    """Who wrote it."""
    for tag in ("creator", "author", "contributor"):
        names = [
            line(one, "name") or ("" if len(one) else _name("".join(one.itertext()))) for one in children(element, tag)
        ]
        if found := ", ".join(dict.fromkeys(filter(None, names))):
            return found[:200]
    return ""


def page_of(body: Element) -> str:
    """The body of an article as HTML."""
    kind = attribute(body, "type").lower()
    if len(body):
        return _written(body)
    words = _decoded(body)
    if kind in ("text", "text/plain") or "<" not in words:
        return "".join(f"<p>{escape(part)}</p>" for part in re.split(r"\n\s*\n", words)) if "&" not in words else words
    return words


def _is_other(tag: str) -> bool:
    namespace = tag.rpartition("}")[0].lower()
    return any(other in namespace for other in _OTHERS)


def _name(words: str) -> str:
    """Somebody's name, without the address that may stand before or after it."""
    words = harmless_line(words)[:300]
    left = " ".join(_MAIL.sub(" ", words).split()).strip("\"',;")
    if left.startswith("(") and left.endswith(")"):
        left = left[1:-1].strip()
    return (left if "@" in words else "") or words


def _decoded(element: Element) -> str:
    """Its words; "" where it holds a recording or a picture."""
    words = element.text or ""
    kind, mode = attribute(element, "type").lower(), attribute(element, "mode").lower()
    if mode == "base64" or ("/" in kind and not kind.startswith("text/") and "html" not in kind):
        try:
            return base64.b64decode("".join(words.split()), validate=True).decode("utf-8")
        except (binascii.Error, ValueError):
            return words if mode else ""
    return words


def _written(body: Element) -> str:
    """Elements as they would be written in a page."""
    parts: list[str] = []
    for begins, element in walk(body):
        name = local(element.tag)
        if element is body:
            parts.append(escape(element.text or "") if begins else "")
        elif begins:
            kept = "".join(
                f' {key}="{escape(value)}"' for key in ("href", "alt", "start") if (value := attribute(element, key))
            )
            parts.append(f"<{name}{kept}>{escape(element.text or '')}")
        else:
            parts.append(f"</{name}>{escape(element.tail or '')}")
    return "".join(parts)
