"""The tokens of a Markdown text, one after the other, become the blocks and marks of an Article."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markdown_it.token import Token

from tui.text.article import BlockKind, Furniture, MarkKind
from tui.text.blocks.builder import Builder
from tui.text.formats.markdown_blocks import Structure
from tui.text.formats.markdown_tags import Tags

_MARKS = {"em": MarkKind.EMPHASIS, "strong": MarkKind.STRONG, "link": MarkKind.LINK, "s": MarkKind.STRUCK}
_ALIGNED = {"text-align:right": ">", "text-align:center": "^"}
_CALLOUT = re.compile(r"\[!([A-Za-z][\w-]{0,30})\][+-]?[ ]*")  # the first line of a quote that is a box
_NAMED = re.compile(r"[ ]*\{#([\w.:-]{1,100})[^{}]{0,100}\}[ ]*$")  # behind a heading
_RUN = ("javascript:", "vbscript:", "data:")

Notes = Mapping[str, Any]


class Walk:
    """Goes through the parser's flat list of tokens, so that no depth of nesting can exhaust the stack."""

    def __init__(self) -> None:
        self.builder = Builder()
        self._structure = Structure(self.builder)
        self._tags = Tags(self.builder, self._structure)
        self._aligned: list[str] = []
        self._numbers: dict[str, int] = {}  # of the notes, by what the text calls them
        self._box = ""  # the word of the box that was opened last
        self._seen: set[str] = set()  # notes whose first mark is known

    def read(self, tokens: Sequence[Token], notes: Notes) -> None:
        """Add all tokens to the builder, the notes at the end."""
        self._numbers = {label[1:]: number + 1 for label, number in notes.get("refs", {}).items() if number >= 0}
        body, kept = _apart(tokens)
        self._read(body)
        said = {number: kept.pop(label, []) for label, number in self._numbers.items()}
        for index, note in notes.get("list", {}).items():
            if "tokens" in note:
                said[index + 1] = [Token("paragraph_open", "p", 1), _inline(note["tokens"])]
        left = sorted(said.items())
        for number, unmarked in enumerate(kept.values(), len(left) + 1):
            left.append((number, unmarked))
        if left:
            self.builder.rule()
        for number, words in left:
            self.builder.place(f"fn-{number}")
            self._structure.begin_note(str(number))
            self._read(words)
            self._structure.end_note()

    def read_plain(self, body: str) -> None:
        """Add the paragraphs of a text without mark-up."""
        for paragraph in body.split("\n\n"):
            self.builder.add(" ".join(paragraph.strip("\n").split("\n")))
            self._structure.close()

    def _read(self, tokens: Sequence[Token]) -> None:
        structure, builder = self._structure, self.builder
        for index, token in enumerate(tokens):
            match token.type:
                case "blockquote_open":
                    structure.begin_quote(_callout(tokens, index))
                case "admonition_open":
                    self._box = str(token.meta.get("tag", ""))
                    titled = str(token.content).strip().lower() != self._box
                    structure.begin_quote("" if titled else self._box.capitalize())
                case "container_box_open":
                    structure.begin_quote(token.info.strip().split(" ")[0].strip("{}.").capitalize()[:30])
                case "blockquote_close" | "admonition_close" | "container_box_close":
                    structure.end_quote()
                case "bullet_list_open":
                    structure.begin_list(None)
                case "ordered_list_open":
                    structure.begin_list(int(token.attrs.get("start", 1)))
                case "dl_open":
                    structure.begin_list(None)
                case "bullet_list_close" | "ordered_list_close" | "dl_close":
                    structure.end_list()
                case "dd_open":
                    structure.begin_list(None)
                case "dd_close":
                    structure.end_list()
                case "list_item_open" | "dt_open":
                    structure.begin_item()
                case "list_item_close" | "dt_close":
                    structure.end_item()
                case "inline":
                    self._inline(token, tokens[index - 1])
                case "fence" | "code_block":
                    builder.add(token.content)
                    structure.close(BlockKind.CODE)
                case "html_block":
                    self._tags.read(token.content)
                case "hr":
                    builder.rule()
                case "table_open":
                    self._aligned = []
                case "tr_open":
                    builder.row()
                case "table_close":
                    structure.close_table("".join(self._aligned), 1)

    def _inline(self, token: Token, opening: Token) -> None:
        children, structure, builder = token.children or [], self._structure, self.builder
        if opening.type in ("th_open", "td_open"):
            if opening.type == "th_open":
                self._aligned.append(_ALIGNED.get(str(opening.attrs.get("style", "")), "<"))
            builder.begin_cell()
            self._add(children)
            builder.end_cell()
            return
        if opening.type == "admonition_title_open" and token.content.strip().lower() == self._box:
            return
        if opening.type == "heading_open" and children and (named := _NAMED.search(children[-1].content)):
            children[-1].content = children[-1].content[: named.start()]
            builder.place(named[1])
        if opening.type in ("dt_open", "admonition_title_open"):
            builder.open_mark(MarkKind.STRONG)
        self._add(children)
        if opening.type == "heading_open":
            structure.close(BlockKind.HEADING, int(opening.tag[1:]))
        else:
            structure.close(furniture=Furniture.CAPTION if _is_picture(children) else None)

    def _add(self, children: Sequence[Token]) -> None:
        for child in children:
            self._add_one(child)
        self._tags.end_line()

    def _add_one(self, child: Token) -> None:
        builder = self.builder
        name, _, side = child.type.rpartition("_")
        match child.type:
            case "text" | "text_special":
                self._tags.add(child.content)
            case "image":  # a picture is what it is said to show
                builder.add("".join(part.content for part in child.children or () if not part.nesting))
            case "softbreak":
                builder.add(" ")
            case "hardbreak":
                builder.add("\n")
            case "html_inline":
                self._tags.inline(child.content)
            case "code_inline":
                builder.open_mark(MarkKind.CODE)
                builder.add(child.content)
                builder.close_mark(MarkKind.CODE)
            case "footnote_ref":
                self._footnote(child.meta)
            case _ if name in _MARKS and side == "open":
                builder.open_mark(_MARKS[name], _shown(str(child.attrs.get("href", ""))))
            case _ if name in _MARKS and side == "close":
                builder.close_mark(_MARKS[name])

    def _footnote(self, meta: Mapping[str, Any]) -> None:
        number = str(meta["id"] + 1)
        if number not in self._seen:
            self._seen.add(number)
            self.builder.place(f"fnref-{number}")
        self.builder.footnote(number, f"fn-{number}")


def _apart(tokens: Sequence[Token]) -> tuple[list[Token], dict[str, list[Token]]]:
    """The text, and the notes by what it calls them."""
    body: list[Token] = []
    notes: dict[str, list[Token]] = {}
    note: list[Token] | None = None
    for token in tokens:
        if token.type == "footnote_reference_open":
            note = notes.setdefault(token.meta["label"], [])
        elif token.type == "footnote_reference_close":
            note = None
        else:
            (body if note is None else note).append(token)
    return body, notes


def _inline(children: list[Token]) -> Token:
    token = Token("inline", "", 0)
    token.children = children
    return token


def _callout(tokens: Sequence[Token], index: int) -> str:
    """The word of a box that is written as a quote, which is taken out of it; "" for a quote."""
    following = next((token for token in tokens[index + 1 : index + 3] if token.type == "inline"), None)
    children = following.children if following is not None else None
    match = _CALLOUT.match(children[0].content) if children and children[0].type == "text" else None
    if match is None or not children:
        return ""
    children[0].content = children[0].content[match.end() :]
    if not children[0].content and len(children) > 1:
        del children[:2]  # the end of its line too
    return match[1].capitalize()


def _is_picture(children: Sequence[Token]) -> bool:
    seen: Iterator[str] = (child.type for child in children)
    return bool(children) and all(name in ("image", "softbreak") for name in seen)


def _shown(target: str) -> str:
    """The address of a link; "" for one that a program would run."""
    return "" if target.lower().startswith(_RUN) else target
