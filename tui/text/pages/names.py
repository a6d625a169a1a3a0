"""What a page calls itself: its headline, who wrote it, on which site."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any, NamedTuple

from tui.text.harmless import harmless_line
from tui.text.head.byline import byline_of
from tui.text.head.days import DAY
from tui.text.head.title import bare_title
from tui.text.pages.data import LINKED
from tui.text.pages.words import bare

_META = re.compile(r"<meta\b([^<>]{1,2000})>", re.I)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_TITLE = re.compile(r"<title\b[^<>]*>([^<]{1,400})", re.I)
_TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "headline",
    "title",
    "sailthru.title",
    "parsely-title",
)
_SITES = ("og:site_name", "application-name", "twitter:site", "dc.publisher", "publisher", "al:android:app_name")
_AUTHORS = (
    "author",
    "article:author_name",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_SAYS_BY = r"(?i:(?:submitted |posted |written |reported |story |words )?by:? )(?=[A-Z])"
_NAME = r"[A-Z][\w.’'-]+(?: (?:(?:de|la|van|von|der|den|al|bin|el|da|di) )*[A-Z][\w.’'-]+){1,3}"
_FIRST_LINES = 24
_ALIKE = 0.5
_MOST_NODES = 200


class PageNames(NamedTuple):
    """Each "" where the page does not say it."""

    title: str
    byline: str
    site: str


def page_names(page: str, tree: Any, lines: Sequence[str], about: Any) -> PageNames:
    """Headline, byline and site of a page. `lines` are all of its text, `about` is what the extractor read of its
    metadata."""
    said = dict(_metadata(page))
    tab = harmless_line(unescape(named[1])) if (named := _TITLE.search(page)) else ""
    authors, publishers = _linked(page)
    headings = [" ".join(element.text_content().split()) for element in tree.iter("h1", "h2", "h3")][:60]
    titles = [*(said[name] for name in _TITLES if said.get(name)), *([tab] if tab else [])]
    found = harmless_line(about.title or "")
    if titles and not any(_alike(found, title) for title in (*titles, *headings[:1])):
        found = titles[0]
    sites = [said[name] for name in _SITES if name in said] + publishers
    known = [*sites, about.sitename or "", about.hostname or "", about.url or ""]
    headings += [line for line in lines[:_FIRST_LINES] if len(line) <= 200]
    title = bare_title(found, [*known, *_ends_of(titles, found)], headings)
    longer = bare_title(tab, known, headings)
    if longer != title and title in tab and longer in tab and longer not in title and len(longer) > len(title):
        title = longer  # the page's largest heading is the site's name
    site = next((site for site in (*sites, about.sitename or "") if site and not site.startswith("@")), "")
    site = site or _site_in(tab, title) or (sites or [""])[0].lstrip("@")
    fields = (", ".join(authors), *(said.get(name, "") for name in _AUTHORS), about.author or "", _by(lines, title))
    bylines = (byline_of(harmless_line(names.replace(";", ",")), site) for names in fields)
    byline = next((byline for byline in bylines if byline and not _is_site(byline, known)), "")
    return PageNames(title, byline, harmless_line(site))


def _site_in(tab: str, title: str) -> str:
    """The site's name where the title of the tab has it beside the headline."""
    rest = tab.replace(title, "", 1) if title else ""
    parts = [part.strip() for part in re.split(r"\s[|»«•·:–—-]+\s|[|:]", rest) if part.strip(" |-–—:»·•")]
    return parts[-1].strip(" |-–—:»·•") if rest != tab and parts and len(parts[-1]) <= 40 else ""


def _by(lines: Sequence[str], title: str) -> str:
    """The line near the headline that says by whom the page is."""
    letters = bare(title)
    at = next((number for number, line in enumerate(lines) if bare(line) == letters), 0)
    near = lines[max(0, at - 2) : at + _FIRST_LINES // 3]
    said = next((line for line in near if len(line) < 160 and re.match(_SAYS_BY, line)), "")
    return said or next((name for line in near if len(line) < 100 and (name := _beside_a_day(line))), "")


def _beside_a_day(line: str) -> str:
    """The name in a line of a name and a day: "Ada Lund, 4 May 2021", "4 May 2021, 10:40 | Ada Lund"."""
    rest = re.sub(DAY, "|", line)
    parts = [part for part in re.split(r"[|,•·–—]+|\d\d?:\d\d(?: ?[ap]\.?m\.?)?|\s-\s", rest) if part.strip()]
    return parts[0].strip() if rest != line and len(parts) == 1 and re.fullmatch(_NAME, parts[0].strip()) else ""


def _metadata(page: str) -> Iterator[tuple[str, str]]:
    """The fields of the page's head by their names; the last that is met comes first in it."""
    for inside in reversed(_META.findall(page)):
        found = {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(inside)}
        name = (found.get("property") or found.get("name") or found.get("itemprop") or "").lower()
        if name and found.get("content"):
            yield name, harmless_line(found["content"][:500])


def _ends_of(titles: list[str], found: str) -> list[str]:
    """What other titles of the page have more than the one that was found: the site, most often."""
    return [rest for title in titles if (rest := title.replace(found, "", 1).strip(" |-–—:»·•")) and rest != title]


def _linked(page: str) -> tuple[list[str], list[str]]:
    """The authors of the first article that the linked data describe, and the publishers in them."""
    headline = ""
    authors: list[str] = []
    publishers: list[str] = []
    for source in LINKED.findall(page)[:20]:
        try:
            nodes = list(_nodes(json.loads(source, strict=False)))
        except (ValueError, RecursionError):
            continue
        people = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")}
        for node in nodes:
            kind = str(node.get("@type", ""))
            if re.search(r"Organization|WebSite", kind) and isinstance(node.get("name"), str):
                publishers.append(str(node["name"]))
            if not re.search(r"Article|Posting|Report", kind):
                continue
            publishers.extend(_names(node.get("publisher"), people))
            if not authors and (not headline or node.get("headline") == headline):
                headline = str(node.get("headline") or "")
                authors = _names(node.get("author"), people)
    return authors[:8], publishers[:8]


def _nodes(data: object) -> Iterator[Mapping[str, Any]]:
    waiting = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting.extend(value[:50])
        elif isinstance(value, dict):
            yield value
            waiting.extend(value.get(key) for key in ("@graph", "mainEntity"))


def _names(value: object, people: Mapping[str, Any]) -> list[str]:
    """The names of a person or of several, however they are given."""
    values = value if isinstance(value, list) else [value]
    found = []
    for one in values[:8]:
        if isinstance(one, dict):
            one = one.get("name") or people.get(str(one.get("@id")), {}).get("name")
        for name in one if isinstance(one, list) else [one]:
            if isinstance(name, str) and 2 < len(name.strip()) < 80 and "://" not in name:
                found.append(unescape(name.strip()))
    return list(dict.fromkeys(found))


def _is_site(byline: str, known: list[str]) -> bool:
    return byline.casefold() in {name.casefold() for name in known if name}


def _alike(one: str, other: str) -> bool:
    mine, theirs = set(re.findall(r"\w+", one.casefold())), set(re.findall(r"\w+", other.casefold()))
    return bool(mine and theirs) and len(mine & theirs) >= _ALIKE * min(len(mine), len(theirs))
