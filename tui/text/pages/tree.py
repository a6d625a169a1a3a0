"""A saved page becomes a tree, without what nobody sees of it: cards that open on a touch, words for machines."""

import re
from typing import Any

from tui.text.pages.words import bare

_UNSEEN_NAMES = re.compile(
    r"(?<![\w-])(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|a11y-hidden|assistive-text|offscreen"
    r"|amp-sidebar"
    r"|show-for-sr|element-invisible|accessibility-hidden|hide-caption|toggle-caption)(?![\w:-])",
    re.I,
)
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_UNSEEN_TAGS = frozenset(("amp-sidebar", "amp-lightbox", "amp-consent", "template", "dialog"))
_MOST_HIDDEN = 0.3  # of the page's words: what hides more is the article, shown by a program of the page


def page_tree(page: str) -> Any:
    """The page's tree, None where it is none."""
    from trafilatura.utils import load_html  # slow to import, and an extra

    tree = load_html(page)
    return tree if tree is not None and hasattr(tree, "drop_tree") else None


def drop_unseen(tree: Any) -> None:
    """Take hidden elements out of the tree, but none that holds a great part of its words."""
    hidden = [element for element in tree.iter() if isinstance(element.tag, str) and _is_unseen(element)]
    if not hidden:
        return
    most = _MOST_HIDDEN * len(bare("".join(tree.itertext("p", "div", "li", "td", "article", "section"))))
    for element in hidden:
        if element.getparent() is not None and len(bare(element.text_content())) <= max(most, 400):
            element.drop_tree()


def _is_unseen(element: Any) -> bool:
    attributes = element.attrib
    if not attributes:
        return element.tag in _UNSEEN_TAGS
    return (
        element.tag in _UNSEEN_TAGS
        or ("hidden" in attributes and attributes["hidden"] != "until-found")
        or attributes.get("aria-hidden") == "true"
        or bool(_UNSEEN_STYLE.search(attributes.get("style", "")))
        or bool(_UNSEEN_NAMES.search(attributes.get("class", "")))
    )
