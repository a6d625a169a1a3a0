"""What wallabag exports as JSON: articles with their text and what was marked in them."""

from typing import Any

from tui.library.sources.imports.brought import (
    Brought,
    Export,
    Highlight,
    day_of,
    labels_of,
    line,
    listed,
    text,
    web_address,
)


def is_wallabag(value: Any) -> bool:
    """Whether JSON is such an export."""
    return isinstance(value, list) and any(
        isinstance(one, dict) and "url" in one and "content" in one and ("is_archived" in one or "domain_name" in one)
        for one in value[:20]
    )


def read_wallabag(value: list[Any]) -> Export:
    """The articles."""
    articles = [found for one in value if isinstance(one, dict) and (found := _article(one)) is not None]
    lost = len(value) - len(articles)
    odd = (f"{lost} of {len(value)} articles have no address on the web and were left out.",) if lost else ()
    return Export("wallabag", tuple(articles), odd=odd)


def _article(one: dict[str, Any]) -> Brought | None:
    address = web_address(one.get("url")) or web_address(one.get("given_url"))
    if not address:
        return None
    authors = ", ".join(filter(None, (line(name, 100) for name in listed(one.get("published_by")))))
    return Brought(
        address,
        line(one.get("title")),
        text(one.get("content")),
        authors[:200],
        line(one.get("domain_name"), 200),
        day_of(one.get("published_at")),
        line(one.get("language"), 35).replace("_", "-"),
        tuple(
            Highlight(
                quote, body=text(mark.get("text")), made=text(mark.get("created_at")), id=f"wallabag {mark.get('id')}"
            )
            for mark in listed(one.get("annotations"))
            if isinstance(mark, dict) and (quote := text(mark.get("quote")).strip())
        ),
        labels_of(bool(one.get("is_archived")), bool(one.get("is_starred")), map(_tag, listed(one.get("tags")))),
    )


def _tag(tag: object) -> object:
    return tag.get("label") if isinstance(tag, dict) else tag
