"""Heads and feet of pages are told from the text: they stand on many pages at one height, or are a page's number."""

import re
from collections import Counter
from collections.abc import Sequence

from tui.text.formats.pdf.lines import Line, Page

OUTER = 3  # lines at the top and at the bottom of a page that may be its head or foot
ON = 3  # pages with the same line make it a head or foot
ZONE = 0.12  # of the paper's height, in which a number by itself is the page's
_NUMBER = re.compile(
    r"(?:(?:page|p\.|seite|página|pagina) ?)?[-–—|\[( ]*(?:\d{1,4}|[ivxlc]{1,7})[-–—|\]) ]*"
    r"(?:(?:of|/|von|de|di) ?\d{1,4})?",
    re.I,
)


def heads_and_feet(pages: Sequence[Page]) -> list[frozenset[int]]:
    """For each page the indices of the lines that are not its text."""
    candidates = [_outer(page) for page in pages]
    seen: Counter[tuple[str, int]] = Counter()
    for page, outer in zip(pages, candidates, strict=True):
        seen.update({key for index in outer for key in _keys(page.lines[index])[:1]})
    found: list[frozenset[int]] = []
    for page, outer in zip(pages, candidates, strict=True):
        found.append(
            frozenset(
                index
                for index in outer
                if _is_number(page, page.lines[index])
                or any(sum(seen[near] for near in _near(key)) >= ON for key in _keys(page.lines[index])[:1])
            )
        )
    return found


def _outer(page: Page) -> tuple[int, ...]:
    """The lines at the top and the bottom, by where they stand."""
    order = sorted(range(len(page.lines)), key=lambda index: -page.lines[index].top)
    return tuple(dict.fromkeys((*order[:OUTER], *order[-OUTER:])))


def _keys(line: Line) -> list[tuple[str, int]]:
    """What is the same on every page: the words, whatever number stands in them, and the height."""
    words = re.sub(r"\d+", "#", " ".join(line.text.casefold().split()))
    return [(words, round(line.bottom / 4))]


def _near(key: tuple[str, int]) -> list[tuple[str, int]]:
    return [(key[0], key[1] + step) for step in (-1, 0, 1)]


def _is_number(page: Page, line: Line) -> bool:
    edge = ZONE * page.height
    outside = line.top < edge or line.bottom > page.height - edge
    return outside and _NUMBER.fullmatch(line.text.strip()) is not None
