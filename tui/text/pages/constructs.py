"""What the extractor would lose of a page is put into the page's words: heights, quotation marks, numbers, places.

Signs of a script that nobody writes (Linear A) stand around what is for `walk.py` only; it takes them out again."""

from copy import deepcopy
from typing import Any

from tui.text.blocks.raised import lowered, raised

BEGIN, END = "\U00010600", "\U00010601"  # around a name or a number
CODE = "\U00010602"  # before preformatted words
LINE_END = "\U00010603"  # within a cell
CAPTION = "\U00010604"  # before what a picture shows
SIGNS = (BEGIN, END, CODE, LINE_END, CAPTION)
PLACE, NUMBER = "#", "="  # behind BEGIN
LONGEST_CAPTION = 600  # characters
_BODY = "data-body"
MOST = 1_000  # places that links within the page lead to
_QUOTES = ("“", "”"), ("‘", "’")
_FOOTNOTE = "0123456789*†‡[]^ \xa0"


def set_words(tree: Any) -> None:
    """Write what elements say by their tags: quotation marks, figures that are set higher or lower."""
    for element in list(tree.iter("q")):
        inside = sum(1 for outer in element.iterancestors("q"))
        opening, closing = _QUOTES[inside % 2]
        element.text = opening + (element.text or "")
        _append(element, closing)
    for element in list(tree.iter("q")):
        element.drop_tag()
    for element in list(tree.iter("sup", "sub")):
        _set_height(element)


def with_signs(tree: Any, body: Any) -> tuple[Any, Any]:
    """A copy of the tree with signs in it for numbers of lists, preformatted words, line ends in cells, and places; and
    of the element `body` in it."""
    if body is not None:
        body.set(_BODY, "1")
    tree = deepcopy(tree)
    body = next((element for element in tree.iter() if _is_element(element) and element.get(_BODY)), None)
    for items in tree.iter("ol"):
        _number(items)
    for code in tree.iter("pre"):
        if not any(True for _ in code.iterancestors("table")):
            code.text = CODE + (code.text or "")
    for figure in list(tree.iter("figure")):
        _tell_picture(figure)
    for cell in tree.iter("td", "th"):
        for end in list(cell.iter("br")):
            end.tail = LINE_END + (end.tail or "")
            end.drop_tag()
    addresses = (link.get("href") or "" for link in tree.iter("a"))
    wanted = {address[1:] for address in addresses if address.startswith("#")} - {""}
    found = 0
    for element in tree.iter() if wanted else ():
        name = (
            element.get("id") or (element.get("name") if element.tag == "a" else None) if _is_element(element) else None
        )
        if (
            name in wanted
            and found < MOST
            and element.tag not in ("table", "tr", "tbody", "ul", "ol", "dl", "body", "html")
        ):
            element.text = f"{BEGIN}{PLACE}{name[:60]}{END}{element.text or ''}"
            found += 1
    return tree, body


def _tell_picture(figure: Any) -> None:
    """A picture is its caption, else what it is said to show; the extractor drops all of it."""
    if any(True for _ in figure.iter("table", "pre", "blockquote", "iframe", "video")) or figure.getparent() is None:
        return
    captions = [" ".join("".join(caption.itertext()).split()) for caption in figure.iter("figcaption")]
    shown = [" ".join((image.get("alt") or "").split()) for image in figure.iter("img")]
    words = next((words for words in (*captions, *shown) if words), "")
    if not words or len(words) > LONGEST_CAPTION:
        return
    tail = figure.tail
    for child in list(figure):
        figure.remove(child)
    figure.tag, figure.text, figure.tail = "p", CAPTION + words, tail
    figure.attrib.clear()


def _set_height(element: Any) -> None:
    """Figures of a footnote stand in brackets, others have signs of their own; the words of a link stay its words."""
    links = [element] if element.tag == "a" else [*element.iter("a"), *element.iterancestors("a")]
    words = "".join(element.itertext())
    mark = words.strip(_FOOTNOTE) == "" and words.strip() != ""
    link = next((one for one in links if (one.get("href") or "").startswith("#")), None)
    if mark and link is not None:
        number = words.strip(" \xa0[]^")
        holder = link if any(link is one for one in element.iter("a")) else element
        for child in list(holder):
            child.drop_tree()
        holder.text = f"[{number}]"
        if element is not holder:
            _strip_around(element, holder)
    elif len(element) == 0 and element.text:
        change = raised if element.tag == "sup" else lowered
        element.text = change(element.text, _before(element))
    element.drop_tag()


def _strip_around(element: Any, link: Any) -> None:
    """No brackets but the link's own: [<a>1</a>] is one mark."""
    if (element.text or "").strip() in ("", "[", "^["):
        element.text = ""
    if (link.tail or "").strip() in ("", "]"):
        link.tail = ""


def _before(element: Any) -> str:
    previous = element.getprevious()
    words = (previous.tail or "".join(previous.itertext())) if previous is not None else element.getparent().text
    return (words or "")[-1:]


def _append(element: Any, words: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _number(items: Any) -> None:
    """The number that a list says it begins with, and those of its items."""
    start = items.get("start") or ""
    for index, item in enumerate(items.iterchildren("li")):
        said = item.get("value") or (start if index == 0 else "")
        if said.isdecimal() and len(said) < 10:
            item.text = f"{BEGIN}{NUMBER}{said}{END}{item.text or ''}"


def _is_element(element: Any) -> bool:
    return isinstance(element.tag, str)
