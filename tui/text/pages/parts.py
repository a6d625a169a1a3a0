"""A page's tree becomes its lines, each with what the page itself says it is: the article's, a caption, a teaser."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from tui.text.article import Furniture
from tui.text.pages.hints import hint_of
from tui.text.pages.words import bare

_INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike
    strong sub sup time tt u var wbr""".split()  # noqa: SIM905
)
_SILENT = frozenset(("script", "style", "noscript", "template", "svg", "select", "option", "textarea", "head", "title"))
_MOST = 0.9  # share of a line's letters that have to be of one kind
_LINKED = 0.95
_FEWEST_SPACES = 2  # in a link that is another article
_ASLANT = frozenset(("i", "em", "small", "cite", "address"))
_LAST = 5  # of the article's own lines: there is said who wrote it
_MOST_ASLANT = 0.25  # share of the lines; where more are, it is how the page is written
_Part = tuple[str, Furniture | None, bool, bool]  # words, what they are said to be, in a link, in italics
_LONGEST = 400_000  # letters of a page in which a part of a line is looked for
_SHORTEST = 6  # letters of such a part


class Line(NamedTuple):
    """What stands between two ends of blocks or lines."""

    words: str
    tag: str  # of the block it stands in
    reason: Furniture | None
    linked: bool  # wholly a link
    inside: bool  # in the element that holds most of the article
    aslant: bool = False  # wholly in italics or in small letters

    @property
    def own(self) -> bool:
        """Whether it may be the article's."""
        return self.inside and self.reason is None and not self.linked


class Parts:
    """The lines of a page, and what is known of a block by its words."""

    def __init__(self, lines: Sequence[Line], body: Any = None) -> None:
        self.lines = lines
        self.body = body  # the element in which most of the article stands
        self._known: dict[str, Furniture | None] = {}
        texts: dict[Furniture | None, list[str]] = {}
        before: object = self
        own = [line for line in lines if line.own and bare(line.words)]
        end = own[len(own) // 2 :][-_LAST:]
        after = lines[lines.index(end[0]) :] if end else ()
        self._last = frozenset(bare(line.words) for line in after if not line.reason)
        few = sum(line.aslant for line in own) <= _MOST_ASLANT * len(own)
        self._aslant = frozenset(bare(line.words) for line in own if line.aslant and few) & self._last
        for line in lines:
            letters = bare(line.words)
            if letters:
                self._known[letters] = line.reason if self._known.get(letters, line.reason) is not None else None
                texts.setdefault(line.reason, []).append(("\0" if line.reason is not before else "") + letters)
                before = line.reason
        short = sum(map(len, self._known)) < _LONGEST
        self._texts = {reason: "".join(parts) for reason, parts in texts.items()} if short else {}

    def reason(self, words: str) -> Furniture | None:
        """Why a block with these words is not the article, as the page marks it; None where it is its own, too."""
        letters = bare(words)
        if letters in self._aslant:
            return Furniture.CREDIT
        if letters in self._known:
            return self._known[letters]
        if len(letters) < _SHORTEST or letters in self._texts.get(None, ""):
            return None
        return next((reason for reason, text in self._texts.items() if reason and letters in text), None)

    def about(self, words: str, byline: str) -> Furniture | None:
        """The reason if a block at the end tells who wrote the article: it begins with the name."""
        letters = bare(words)
        names = [bare(name) for name in re.split(r",| and ", byline) if name.strip().count(" ")]
        return Furniture.CREDIT if letters in self._last and any(map(letters.startswith, names)) else None


def parts_of(tree: Any) -> Parts:
    """The lines of the page that has this tree."""
    hints = _Hints()
    body = _body(tree, hints)
    holds = {id(element) for element in (body, *body.iterancestors())} if body is not None else set()
    return Parts(list(_lines(tree, hints, body, holds)), body)


class _Hints:
    """What each element's own names say of it, looked up once."""

    def __init__(self) -> None:
        self._of: dict[Any, Furniture | None] = {}

    def of(self, element: Any) -> Furniture | None:
        if element not in self._of:
            self._of[element] = hint_of(element.tag, element.attrib) if isinstance(element.tag, str) else None
        return self._of[element]


def _body(tree: Any, hints: _Hints) -> Any:
    """The element in which most paragraphs stand: each counts for those around it, the nearer the more."""
    weights: dict[Any, float] = {}
    for element in tree.iter("p", "div", "td", "li", "blockquote"):
        links = sum(len("".join(link.itertext())) for link in element.iter("a")) if element.tag != "div" else 0
        if element.tag == "div":
            words = (element.text or "") + "".join(child.tail or "" for child in element)
        elif element.tag in ("td", "li") and element.find(".//p") is not None:
            continue
        else:
            words = "".join(element.itertext())
        length = len(words.split()) - links // 6
        if length < 8 or _said_by_others(element, hints):
            continue
        around, weight = (element if element.tag in ("div", "td") else element.getparent()), float(length)
        for _ in range(4):
            if around is None or around.tag == "html":
                break
            weights[around] = weights.get(around, 0.0) + weight
            around, weight = around.getparent(), weight * 0.6
    return max(weights, key=lambda element: weights[element], default=None)


def _said_by_others(element: Any, hints: _Hints) -> bool:
    """Whether readers say it, or it stands in a list of other articles or in an offer."""
    around = element
    while around is not None:
        if hints.of(around) in (Furniture.INTERFACE, Furniture.TEASER, Furniture.POST):
            return True
        around = around.getparent()
    return False


def _lines(tree: Any, hints: _Hints, body: Any, holds: set[int]) -> Any:
    """Go through the tree without recursion, and give each line when it ends."""
    from lxml import etree  # type: ignore[import-untyped]  # comes with the extractor

    parts: list[_Part] = []
    around: list[tuple[str, Furniture | None, bool, bool, bool]] = [("body", None, False, False, False)]
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event in ("comment", "pi"):
            if element.tail:
                parts.append((element.tail, *around[-1][1:4]))
            continue
        tag, (block, reason, linked, aslant, inside) = element.tag, around[-1]
        if event == "start":
            if tag in _SILENT:
                walk.skip_subtree()
            if tag not in _INLINE:
                yield from _line(parts, block, inside)
                block = tag if tag != "br" else block
            if id(element) not in holds:
                reason = hints.of(element) or reason
            around.append((block, reason, linked or tag == "a", aslant or tag in _ASLANT, inside or element is body))
            if element.text and tag not in _SILENT:
                parts.append((element.text, *around[-1][1:4]))
        else:
            if tag not in _INLINE:
                yield from _line(parts, block, inside)
            around.pop()
            if element.tail:
                parts.append((element.tail, *around[-1][1:4]))
    yield from _line(parts, "body", False)


def _line(parts: list[_Part], tag: str, inside: bool) -> Any:
    words = " ".join("".join(part[0] for part in parts).split())
    if words:
        sizes: dict[Furniture | None, int] = {}
        linked = aslant = 0
        for part, reason, link, slant in parts:
            size = len(bare(part))
            sizes[reason] = sizes.get(reason, 0) + size
            linked += size if link else 0
            aslant += size if slant else 0
        whole = sum(sizes.values())
        foreign = sum(size for reason, size in sizes.items() if reason)
        most = max((reason for reason in sizes if reason), key=lambda reason: sizes[reason], default=None)
        reason = most if foreign >= _MOST * whole else None
        is_link, is_aslant = (bool(whole) and size >= _LINKED * whole for size in (linked, aslant))
        if is_link and reason is None and tag not in ("li", "h1") and words.count(" ") >= _FEWEST_SPACES:
            reason = Furniture.TEASER
        yield Line(words, tag, reason, is_link, inside, is_aslant)
    parts.clear()
