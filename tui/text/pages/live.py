"""A live page's entries keep their times: each begins with its day and hour, so that the timeline has a row for it."""

import re
from typing import Any

from tui.text.head.days import moment_in
from tui.text.pages.words import bare

_LIVE = re.compile(
    r"LiveBlogPosting|\b(?:class|id|data-component)\s*=\s*[\"'][^\"']{0,80}\blive-?_?(?:blog|updates?|coverage|feed"
    r"|entry|post)",
    re.I,
)
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s(?-i:[A-Z]{2,4})\b)?", re.I)
_HEADINGS = ("h2", "h3", "h4", "h5")
_FEWEST = 2  # times that make a page a live one


def is_live(page: str) -> bool:
    """Whether a page says that it is told as it happens."""
    return bool(_LIVE.search(page))


def tell_times(tree: Any) -> list[str]:
    """Put the day and the hour of each entry before its heading, or its first paragraph; these words."""
    times = [(time, said) for time in tree.iter("time") if (said := _said(time))]
    if len(times) < _FEWEST:
        return []
    entries = [(time, said, _first_words(time)) for time, said in times]
    told: dict[Any, str] = {}
    for time, said, words in entries:
        if words is not None and words not in told:
            _take_out(time)
            words.text = f"{said}: {(words.text or '').lstrip()}"
            told[words] = f"{said}:"
    return list(told.values())


def _said(time: Any) -> str:
    """The day and hour of a time, by the clock that the page shows."""
    words = " ".join("".join(time.itertext()).split())
    moment = moment_in(str(time.get("datetime") or "")[:80])
    if moment is None:
        return ""
    clock = _CLOCK.search(words) or re.search(r"(?<=T)\d\d:\d\d", str(time.get("datetime")))
    return f"{moment.day.day} {moment.day:%B %Y}, {clock[0]}" if clock else ""


def _first_words(time: Any) -> Any:
    """The heading of the entry that a time belongs to, else its first paragraph; where the entries are not kept apart,
    what follows the time."""
    entry: list[Any] = []
    for around in time.iterancestors():
        if around.tag in ("body", "html") or sum(1 for _ in around.iter("time")) > 1:
            break
        entry = [found for found in around.iter(*_HEADINGS, "p") if _has_words(found, time)] or entry
    if entry:
        return next((found for found in entry if found.tag in _HEADINGS), entry[0])
    following = time.xpath("following::*[self::h2 or self::h3 or self::h4 or self::h5 or self::p]")
    return next((found for found in following if _has_words(found, time)), None)


def _has_words(element: Any, time: Any) -> bool:
    return len(bare("".join(element.itertext()))) > 3 and not any(found is time for found in element.iter("time"))


def _take_out(time: Any) -> None:
    """The time goes, with the block that holds nothing else."""
    holder, letters = time, bare("".join(time.itertext()))
    around = time.getparent()
    while (
        around is not None
        and bare("".join(around.itertext())) == letters
        and around.tag not in ("article", "section", "body")
    ):
        holder, around = around, around.getparent()
    if holder.getparent() is not None:
        holder.drop_tree()
