"""What Word's styles and lists mean: by their own names, which are English in every language."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tui.errors import UnreadableArticle
from tui.text.formats.zipped.archive import Archive
from tui.text.formats.zipped.xml import attribute, child, local, tree_of

_BY_NAME = re.compile(r"heading (\d)", re.I)


class Style(NamedTuple):
    """What a paragraph of this style is."""

    heading: int = 0  # 1 to 6; 0 for none
    title: bool = False
    quote: bool = False
    list: tuple[str, str] | None = None  # the list that its paragraphs belong to, and the level


def styles_of(archive: Archive) -> Mapping[str, Style]:
    """The styles by their ids."""
    found: dict[str, Style] = {}
    for style in _elements(archive, "word/styles.xml", "style"):
        name, properties = attribute_of(child(style, "name")), child(style, "pPr")
        based = found.get(attribute_of(child(style, "basedOn")), Style())
        heading = _BY_NAME.fullmatch(name)
        outline = attribute_of(child(properties, "outlineLvl"))
        level = int(heading[1]) if heading else int(outline) + 1 if outline in tuple("012345") else based.heading
        found[attribute(style, "styleId")] = Style(
            min(level, 6),
            name.lower() == "title" or based.title,
            name.lower() in ("quote", "intense quote") or based.quote,
            list_of(properties) or based.list,
        )
    return found


def lists_of(archive: Archive) -> Mapping[tuple[str, str], str]:
    """How the items of each list are marked at each level: "•", or "1" where they are numbered."""
    abstract: dict[str, dict[str, str]] = {}
    found: dict[tuple[str, str], str] = {}
    for element in _elements(archive, "word/numbering.xml", "abstractNum", "num"):
        if local(element.tag) == "abstractNum":
            formats = {attribute(level, "ilvl"): attribute_of(child(level, "numFmt")) for level in element}
            marks = {level: "•" if format in ("bullet", "none") else "1" for level, format in formats.items() if format}
            abstract[attribute(element, "abstractNumId")] = marks
        else:
            marks = abstract.get(attribute_of(child(element, "abstractNumId")), {})
            found |= {(attribute(element, "numId"), level): mark for level, mark in marks.items()}
    return found


def list_of(properties: Element | None) -> tuple[str, str] | None:
    """The list and the level that a paragraph's properties name; list "0" takes it out of any."""
    numbers = child(properties, "numPr")
    if numbers is None:
        return None
    return attribute_of(child(numbers, "numId")) or "0", attribute_of(child(numbers, "ilvl")) or "0"


def attribute_of(element: Element | None, name: str = "val") -> str:
    """An attribute of an element that need not be there."""
    return attribute(element, name) if element is not None else ""


def _elements(archive: Archive, path: str, *names: str) -> list[Element]:
    """The elements of a file that the document can be read without."""
    try:
        data = archive.read_if(path)
        return [one for one in tree_of(data, archive.name, path) if local(one.tag) in names] if data else []
    except UnreadableArticle:
        return []
