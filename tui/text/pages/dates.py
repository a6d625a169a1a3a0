"""The day a web page was published: what its metadata states of it, what its lines say, what stands somewhere in it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from html import unescape
from itertools import islice

from tui.text.article import Block, Known, Published
from tui.text.harmless import harmless_line
from tui.text.head.days import MONTHS, day_in, moment_in
from tui.text.head.published import find_changed, find_labelled, find_unlabelled, lines_near
from tui.text.pages.data import LINKED, Statement, linked_statements
from tui.text.pages.lines import first_lines, marked_times

_TAG = re.compile(r"<(meta|time|abbr|span)\b([^<>]{1,2000})>(?:([^<]{0,80})</)?", re.I)
_ATTRIBUTE = re.compile(r"""([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_SAYS = ("property", "name", "itemprop", "http-equiv", "pubdate")
_HOLDS = ("content", "datetime", "title", "value")
# Names of metadata without their case and signs, the most certain first.
_NAMES = tuple(
    """
    articlepublishedtime ogarticlepublishedtime ogpublishedtime articlepublished datepublished rnewsdatepublished
    schemadatepublished articledatepublished dcdateissued dctermsissued dctermsdateissued parselypubdate pubdate
    publishdate publicationdate publisheddate publishedat publishedtime publishtime datepublish btpubdate
    sailthrudate articledateoriginal originalpublicationdate citationpublicationdate citationonlinedate displaydate
    cxenseparserecspublishtime articlepostdate dcdatepublished dctermsdate dcdate dcdatecreated dctermscreated
    datecreated date
    """.split()  # noqa: SIM905
)
_SCRIPTS = re.compile(r"<(script|style|noscript)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.I | re.S)
_OTHERS = re.compile(  # where a page begins to speak of other articles, or its readers begin to speak
    r"<(?:section|div|ol|ul|aside|article|li)\b[^<>]{0,300}?\b(?:id|class|itemprop|itemtype)\s*=\s*[\"']"
    r"(?:[^\"'<>]{0,200}[\s/])?(?:comments?|comment-?list|comments?-(?:section|area|list|thread|container|wrapper)"
    r"|disqus_thread|related|related-(?:articles|posts|stories|news|content|links)|recommended|read-?next"
    r"|more-(?:news|stories)|most-(?:read|popular)|trending)(?:\s[^\"'<>]{0,200})?[\"']",
    re.I,
)
_CHANGED = re.compile(r"modif|update|revis|lastmod|changed|amended|edited|mise? à jour|aktualis|actualiz|aggiorn", re.I)
_NEVER = re.compile(r"expire|start|end_?date|birth|death|valid|copyright|©|&copy;", re.I)
_MOST_PLACES, _NEAR = 200, 2_000  # where a day stands, and characters around each that are looked at


def page_published(page: str, title: str, looked_up: str | None, text: str, blocks: Sequence[Block]) -> Published:
    """What the page states of itself comes before what its lines say, and that before what was found by looking
    through it. The day of a change comes last, and a day that stands nowhere in the page never."""
    own = _own_part(page)
    lines = (*lines_near(text, blocks), *first_lines(own))
    labelled = find_labelled(lines)
    stated = [*_statements(page, own, title)]
    if stated:
        (moment, field), line = stated[0], labelled or find_unlabelled(lines)
        others = ((line.day, line.evidence),) if line and line.day else ()
        here = dict((*_same_moment(stated), *others))
        day = moment.at(here)
        where = f"{field[:120]}, here {here[day]}" if day != moment.day else field
        return Published(day, Known.STATED, harmless_line(where)[:200])
    looked, changed = _stands(own, page, looked_up)
    found = labelled or _timed(own) or (None if changed else looked) or find_unlabelled(lines)
    return found or find_changed(lines) or looked or Published()


def _own_part(page: str) -> str:
    """The page without scripts, without what its readers say and without its last lines."""
    page = re.sub(r"\s+", " ", _SCRIPTS.sub(" ", page))  # where a line ends in the file means nothing
    head = re.search(r"<h1\b|<article\b|<main\b", page, re.I)
    if head and (other := _OTHERS.search(page, head.end())):
        page = page[: other.start()]
    foot = page.lower().rfind("<footer")
    return page[:foot] if foot > 0 and not re.search(r"</article", page[foot:], re.I) else page


def _statements(page: str, own: str, title: str) -> Iterator[Statement]:
    linked, doubtful = linked_statements(page, title)
    yield from linked
    named = [(rank, statement) for rank, statement in _named(own)]
    yield from (statement for _, statement in sorted(named, key=lambda found: found[0]))
    yield from doubtful


def _named(own: str) -> Iterator[tuple[int, Statement]]:
    """The moments that marked places of the page name, each with the rank of its name."""
    for tag, inside, words in _TAG.findall(own):
        found = {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(inside)}
        names = " ".join(found.get(key) or key for key in _SAYS if key in found).split()
        rank = min((_NAMES.index(bare) for name in names if (bare := _bare(name)) in _NAMES), default=None)
        if rank is None or (tag.lower() != "meta" and _NAMES[rank] == "date"):
            continue
        value = next((found[key] for key in _HOLDS if found.get(key)), words)
        if moment := moment_in(value[:80]):
            yield rank, Statement(moment, f"{names[0]}: {value}")


def _bare(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def _same_moment(stated: Sequence[Statement]) -> Iterator[tuple[date, str]]:
    """The days, with their fields, on which other fields put the moment of the first by the clock of the place."""
    instant = stated[0].moment.instant
    for moment, field in stated[1:]:
        if instant and moment.instant and abs(moment.instant - instant) < timedelta(minutes=5) and moment.local:
            yield moment.day, field


def _timed(own: str) -> Published | None:
    """The first time that is marked below the headline and not said to be that of a change."""
    for value, around in marked_times(own):
        moment = moment_in(value)
        if moment and not _CHANGED.search(around) and not _NEVER.search(around):
            return Published(moment.day, Known.FOUND, harmless_line(f"time: {value}"))
    return None


def _stands(own: str, page: str, looked_up: str | None) -> tuple[Published | None, bool]:
    """The day that was found by looking through the page, with the place where it stands, and whether it is that of a
    change; None where it stands nowhere: then it was made of a year or a month."""
    day = day_in(looked_up) if looked_up else None
    if day is None:
        return None, False
    changed = None
    for match in islice(_written(day).finditer(own), _MOST_PLACES):
        near = max(0, match.start() - _NEAR)
        start, end = own.rfind("<", near, match.start()), own.rfind(">", near, match.start())
        within = own[start : own.find(">", match.end(), match.end() + _NEAR) + 1] if start > end else ""
        before = within or own[max(end + 1, match.start() - 40) : match.start()]
        if _NEVER.search(before):
            continue
        found = Published(day, Known.FOUND, _place(own, match, within))
        if not _CHANGED.search(before):
            return found, False
        changed = changed or found
    if changed is None and (script := _in_a_script(LINKED.sub(" ", page), day.isoformat())):
        return Published(day, Known.FOUND, f"script: {script}"), False
    return changed, changed is not None


def _in_a_script(page: str, day: str) -> str:
    """Where a program of the page keeps the day by a name that speaks of publishing: publishDate":"2021-02-03."""
    at = page.find(day)
    for _ in range(_MOST_PLACES):
        if at < 0:
            break
        if named := re.search(r"pub\w{0,30}[\"']?\s{0,3}[:=]\s{0,3}[\"']?$", page[max(0, at - 50) : at], re.I):
            return named[0] + day
        at = page.find(day, at + 1)
    return ""


def _place(own: str, match: re.Match[str], within: str) -> str:
    if within:
        if re.search(r"[:/][^\s\"']*$", own[max(0, match.start() - 200) : match.start()]) and "/" in match[0]:
            return f"address: {match[0]}"
        return harmless_line(" ".join(within.strip("<>/ ").split()))[:120]
    before, after = own[max(0, match.start() - 60) : match.start()], own[match.end() : match.end() + 60]
    line = before.rpartition(">")[2] + match[0] + after.partition("<")[0]
    return harmless_line(" ".join(unescape(line).split()))


def _written(day: date) -> re.Pattern[str]:
    """The ways in which pages of any language write a day: 2021-02-03, 3.2.2021, 3 février 2021, Feb 3rd, 2021."""
    year, month, number = day.year, f"0?{day.month}", f"0?{day.day}"
    name = MONTHS[day.month - 1]
    return re.compile(
        rf"(?<!\d)(?:{year}(?:\D{{1,3}}){month}(?:\D{{1,3}}){number}|{day:%Y%m%d}"
        rf"|{number}[./ -]{month}[./ -](?:{year}|{year % 100:02})|{month}/{number}/(?:{year}|{year % 100:02})"
        rf"|{number}(?:st|nd|rd|th|\.|º)?(?: de)? [^\W\d]{{3,12}}\.?,?(?: del?)? {year}"
        rf"|{number}-{name[:3]}[a-z]*-{year}"
        rf"|{name[:3]}[a-z]*\.? {number}(?:st|nd|rd|th)?,? (?:\S{{1,14}} ){{0,2}}{year})(?!\d)",
        re.I,
    )
