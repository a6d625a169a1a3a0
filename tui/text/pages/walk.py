"""The tree that the extractor makes of a page becomes blocks and marks."""

import re
from typing import Any

from tui.text.article import BlockKind, Furniture, MarkKind
from tui.text.blocks.builder import Builder
from tui.text.pages.constructs import BEGIN, CAPTION, CODE, END, LINE_END, NUMBER, PLACE, SIGNS

LONGEST_CELL = 200  # characters; a table with longer ones only sets out the page

_MARKS = {"#b": MarkKind.STRONG, "#i": MarkKind.EMPHASIS, "#t": MarkKind.CODE}
_BLOCKS = frozenset(("p", "head", "item", "list", "quote", "cell", "row", "table", "div", "fw", "ab", "body"))
_SIGNED = re.compile(rf"{BEGIN}([{PLACE}{NUMBER}])([^{BEGIN}{END}]{{1,60}}){END}|([{''.join(SIGNS)}])")


def walk(body: Any, builder: Builder) -> None:
    """Go through the extractor's tree without recursion: a page may nest as deep as it likes."""
    from lxml import etree  # type: ignore[import-untyped]  # comes with the extractor

    stack: list[Any] = []
    walking = etree.iterwalk(body, events=("start", "end"))
    for event, element in walking:
        tag = element.tag
        if event == "start":
            if tag in _BLOCKS:
                _close(builder, stack)
            stack.append(element)
            if tag == "item":
                _count(element)
            if tag == "quote" and CODE in (element.text or "")[:80]:
                element.set("code", "1")
            if tag == "p" and CAPTION in (element.text or "")[:80]:
                element.set("caption", "1")
            if tag == "table" and _is_table(element):
                _add_table(element, builder)
                walking.skip_subtree()
                continue
            if mark := _mark(element):
                builder.open_mark(mark, element.get("target") or "")
            if tag == "lb" and _is_second(element):  # two line ends are the end of a paragraph
                _close(builder, stack[:-1])
            elif tag == "lb":
                builder.add("\n")
            _add(_words(element.text, stack), stack, builder)
        else:
            if mark := _mark(element):
                builder.close_mark(mark)
            if tag in _BLOCKS:
                _close(builder, stack)
            stack.pop()
            if stack:
                _add(_words(element.tail, stack), stack, builder)
    _close(builder, stack)


def _is_second(end: Any) -> bool:
    """Whether nothing stands between the line end before and this one."""
    before = end.getprevious()
    return before is not None and before.tag == "lb" and not (before.tail or "").strip()


def _mark(element: Any) -> MarkKind | None:
    match element.tag:
        case "hi":
            return _MARKS.get(element.get("rend") or "")
        case "ref":
            return MarkKind.LINK
        case "del":
            return MarkKind.STRUCK
        case "code":
            return MarkKind.CODE
    return None


def _words(words: str | None, stack: list[Any]) -> str:
    """Line ends mean nothing but in code, which the extractor calls code or quote."""
    if not words:
        return ""
    if stack[-1].tag in ("code", "quote") and "\n" in words.strip():
        return words
    return re.sub(r"\s+", " ", words)


def _add(words: str, stack: list[Any], builder: Builder) -> None:
    """Words, with what signs say about them."""
    at = 0
    for match in _SIGNED.finditer(words) if any(sign in words for sign in SIGNS) else ():
        builder.add(words[at : match.start()])
        at = match.end()
        if match[1] == PLACE:
            builder.place(match[2])
        elif match[1] == NUMBER and match[2].isdecimal():
            item = next((element for element in reversed(stack) if element.tag == "item"), None)
            if item is not None:
                item.set("number", match[2])
        elif match[3] == LINE_END:
            builder.add("\n")
    builder.add(words[at:])


def _close(builder: Builder, stack: list[Any]) -> None:
    tags = [element.tag for element in stack]
    if any(element.get("code") for element in stack):
        builder.close(BlockKind.CODE)
    elif "head" in tags:
        level = next(element.get("rend") or "h2" for element in reversed(stack) if element.tag == "head")[-1:]
        builder.close(BlockKind.HEADING, int(level) if level in "123456" else 2)
    elif "item" in tags:
        lists = [element for element in stack if element.tag == "list"]
        item = next(element for element in reversed(stack) if element.tag == "item")
        defines = (item.get("rend") or "").startswith("dd")
        if builder.close(BlockKind.LIST_ITEM, max(1, len(lists)) + defines, " " if defines else _marker(item)):
            item.set("seen", "1")
    elif "quote" in tags:
        builder.close(BlockKind.QUOTE, tags.count("quote"))
    elif tags and tags[-1] == "code" and len(stack) <= 2:
        builder.close(BlockKind.CODE)
    elif any(element.get("caption") for element in stack):
        builder.close(BlockKind.PARAGRAPH, furniture=Furniture.CAPTION)
    else:
        builder.close(BlockKind.PARAGRAPH)


def _marker(item: Any) -> str:
    if item.get("seen"):
        return " "
    parent = item.getparent()
    if parent is None or parent.get("rend") != "ol":
        return "•"
    return f"{item.get('number')}."


def _count(item: Any) -> None:
    """Give an item its number, one more than the one before it has."""
    before = next(item.itersiblings("item", preceding=True), None)
    item.set("number", str(int(before.get("number")) + 1) if before is not None else "1")


def _is_table(table: Any) -> bool:
    """Whether its cells hold no more than cells do; else it only sets out the page."""
    return all(len("".join(cell.itertext())) <= LONGEST_CELL for cell in table.iter("cell"))


def _add_table(table: Any, builder: Builder) -> None:
    heads = 0
    for number, row in enumerate(table.iter("row")):
        cells = list(row.iterchildren("cell"))
        if heads == number and cells and all(cell.get("role") == "head" for cell in cells):
            heads += 1
        builder.row()
        for cell in cells:
            builder.begin_cell()
            _add_cell(cell, builder)
            builder.end_cell()
    builder.close_table("", heads)


def _add_cell(cell: Any, builder: Builder) -> None:
    from lxml import etree

    for event, element in etree.iterwalk(cell, events=("start", "end")):
        mark = _mark(element)
        if event == "start":
            if element is not cell and element.tag in (*_BLOCKS, "lb") and not builder.last.isspace():
                builder.add("\n")
            if mark:
                builder.open_mark(mark, element.get("target") or "")
            _add(_words(element.text, [element]), [element], builder)
        else:
            if mark:
                builder.close_mark(mark)
            if element is not cell:
                _add(_words(element.tail, [cell]), [cell], builder)
