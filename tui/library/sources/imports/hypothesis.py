"""What Hypothes.is exports: words that were marked on pages, with what was said about them."""

from typing import Any

from tui.library.sources.imports.brought import Brought, Export, Highlight, line, listed, text, web_address


def is_hypothesis(value: Any) -> bool:
    """Whether JSON is such an export, or what its site answers."""
    return isinstance(value, dict) and any(
        isinstance(one, dict) and "uri" in one and "target" in one for one in _rows(value)[:20]
    )


def read_hypothesis(value: dict[str, Any]) -> Export:
    """The pages with their marks; answers to others are left out."""
    pages: dict[str, list[Highlight]] = {}
    titles: dict[str, str] = {}
    lost = 0
    for one in _rows(value):
        address = web_address(one.get("uri")) if isinstance(one, dict) else ""
        if not address or one.get("references"):
            lost += 1
            continue
        pages.setdefault(address, []).append(_highlight(one))
        document = one.get("document")
        named = listed(document.get("title")) if isinstance(document, dict) else []
        titles.setdefault(address, line(named[0] if named else ""))
    odd = (f"{lost} of {len(_rows(value))} are answers, or on no page of the web, and were left out.",) if lost else ()
    articles = (Brought(address, titles[address], highlights=tuple(marks)) for address, marks in pages.items())
    return Export("Hypothes.is", tuple(articles), odd=odd)


def _rows(value: dict[str, Any]) -> list[Any]:
    return listed(value.get("annotations")) or listed(value.get("rows"))


def _highlight(one: dict[str, Any]) -> Highlight:
    selectors = [
        selector
        for target in listed(one.get("target"))
        if isinstance(target, dict)
        for selector in listed(target.get("selector"))
        if isinstance(selector, dict) and selector.get("type") == "TextQuoteSelector"
    ]
    quote = selectors[0] if selectors else {}
    tags = tuple(filter(None, (line(tag, 60) for tag in listed(one.get("tags")))))
    exact, prefix, suffix = (text(quote.get(name)) for name in ("exact", "prefix", "suffix"))
    return Highlight(exact, prefix, suffix, text(one.get("text")), tags, text(one.get("created")), text(one.get("id")))
