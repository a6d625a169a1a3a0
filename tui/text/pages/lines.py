"""The lines below a page's headline, with the days of other languages said as an English page says them."""

import re
from collections.abc import Iterator
from functools import cache

from tui.text.harmless import harmless_line
from tui.text.head.days import MONTHS
from tui.text.head.tags import without_tags

FIRST_LINES = 12  # from the headline on
LONGEST = 30_000  # characters from the headline on in which they are looked for
# The beginnings of the months' names in German, French, Spanish, Portuguese, Italian and Dutch.
_MONTHS = (
    "jan|ene|gen",
    "feb|fév|fev|fébr",
    "mar|mär|maer|maa|mrt",
    "apr|abr|avr",
    "mai|may|mag|mei",
    "jun|juin|giu|jui?ni",
    "jul|juil|lug",
    "aug|aoû|aou|ago",
    "sep|set",
    "oct|okt|out|ott",
    "nov",
    "dec|dez|déc|dic",
)
_PUBLISHED = r"\b(?:publi(?:é|ée|cado|cada|cato|kation|cación)|veröffentlicht|pubblicat[oa]|gepubliceerd|erschienen)\b"
_CHANGED = r"\b(?:mise? à jour|modifi(?:é|ée|cado)|aktualisiert|geändert|a[ck]tualizad[oa]|aggiornat[oa]|bijgewerkt)\b"


def headline_at(page: str) -> int:
    """Where the page's headline or its article begins; 0 where neither is marked."""
    head = re.search(r"<h1\b", page, re.I) or re.search(r"<article\b", page, re.I)
    return head.start() if head else 0


def first_lines(page: str) -> list[str]:
    """The lines from the headline on; none where no headline is marked."""
    start = headline_at(page)
    lines = (line.strip() for line in without_tags(page[start : start + LONGEST]).split("\n")) if start else ()
    return [in_english(harmless_line(line)) for line in lines if line][:FIRST_LINES]


def in_english(line: str) -> str:
    """The line with its days and with what says that it was published or changed in English."""
    line = re.sub(r"(\d{4})年(\d{1,2})月(\d{1,2})日", r"\1-\2-\3", line)
    said = _day().sub(_said, line)
    if said == line:
        return line
    return re.sub(_CHANGED, "updated", re.sub(_PUBLISHED, "published", said, flags=re.I), flags=re.I)


@cache
def _day() -> re.Pattern[str]:
    names = "|".join(f"(?P<m{number}>{name})" for number, name in enumerate(_MONTHS, 1))
    return re.compile(
        rf"\b(?:(?:le|el|am|il|em|op|den|der) )?(?P<day>\d{{1,2}})(?:er|\.|º)?,?(?: de)? (?:{names})[^\W\d]{{0,8}}\.?,?"
        r"(?: del?)? (?P<year>\d{4})\b",
        re.I,
    )


def _said(match: re.Match[str]) -> str:
    month = next(MONTHS[number - 1] for number in range(1, 13) if match[f"m{number}"])
    return f"{match['day']} {month.capitalize()} {match['year']}"


def marked_times(page: str) -> Iterator[tuple[str, str]]:
    """The marked times from the headline on: what each holds, and its mark with the words before it."""
    start = headline_at(page)
    for match in re.finditer(r"<time\b([^<>]{0,600})>([^<]{0,80})", page[start : start + LONGEST], re.I):
        held = re.search(r"\bdatetime\s*=\s*[\"']?([^\"'<>]{4,80})", match[1], re.I)
        before = page[max(start, start + match.start() - 60) : start + match.start()].rpartition(">")[2]
        yield (held[1] if held else match[2]), f"{before} {match[1]}"
