"""How news says where, when and by whom: the dateline before the first sentence, of any agency."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from tui.text.head.days import MONTH, MONTHS, day_pattern

AGENCIES = {
    "AP": "Associated Press",
    "Reuters": "Reuters",
    "REUTERS": "Reuters",
    "AFP": "AFP",
    "UPI": "UPI",
    "CNN": "CNN",
    "VOA": "VOA",
    "dpa": "dpa",
    "Xinhua": "Xinhua",
    "TASS": "TASS",
    "Kyodo": "Kyodo",
    "ANSA": "ANSA",
    "EFE": "EFE",
    "PTI": "PTI",
    "IANS": "IANS",
    "Bloomberg": "Bloomberg",
    "NYT": "The New York Times",
    "BBC": "BBC",
    "RFE/RL": "RFE/RL",
}
LONGEST = 160  # characters of a paragraph in which a dateline ends

_KNOWN = "|".join(map(re.escape, AGENCIES))
_DATED, _SHORT, _AGENCY = "@#%"  # stand for a day with its year, one without, and what stands in brackets or slashes
_U = "A-ZÀ-ÖØ-Þ"
_CAPITALS = (
    rf"(?:[{_U}][{_U}.’'/-]{{2,24}}|(?:[{_U}]{{2}}|ST\.) [{_U}][{_U}.’'-]{{2,24}})(?: [{_U}][{_U}.’'/-]+){{0,3}}"
)
_NO_PLACE = (
    r"(?:On|In|At|By|From|Since|Until|Published|Posted|Updated|Issued|Released|Filed|The|A|An|\w+day|\w*[Dd]ated?)\b"
)
_SMALL = rf"(?!{_NO_PLACE})(?:St\. )?[{_U}][\w’'-]+(?: (?:[{_U}][\w’'-]*|d[eiou]|la|al|of|the|upon|sur|am)){{0,4}}"
_REGION = r"(?:, (?!\w+day\b)[A-Z](?:[\w’']|\.(?!\s+[A-Z][a-z])|-(?=\w)){1,20}(?: [A-Z][\w.]{1,20})?)"
_SIGN = re.compile(r"[-–—_(/\[:|]")  # one of them stands in every dateline that does not begin with its day
_MONTHS = frozenset(month[:3] for month in MONTHS)
_DASH = r"(?: ?[-–—_]{1,2} |[–—]{1,2}|--|_| [-–—_]{1,2}\Z)"


class Dateline(NamedTuple):
    """Where a report comes from; `day` and `agency` are "" where the line does not name them."""

    place: str
    day: str
    agency: str
    length: int  # characters of the line that it takes


@cache
def _parts() -> tuple[re.Pattern[str], ...]:
    weekday = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,? )?"
    short = rf"(?<![\w.])(?:{MONTH} \d{{1,2}}(?!\d)|\d{{1,2}} {MONTH})"
    agency = rf"\((?P<agency>[A-Z][^()\d{_DATED}{_SHORT}]{{1,40}}?)(?P<inner>(?: ?[-–—,]| via \w+) ?{_DATED})?\)"
    wire = rf"/ ?(?P<wire>[A-Z][^()\d/{_DATED}{_SHORT}]{{1,40}}?) ?/"
    form = (
        rf"(?P<open>[(\[])?(?P<before>{weekday}[{_DATED}{_AGENCY}](?:, | ?[:|–—-] ?| )|(?:{_KNOWN})(?: [-–—]|:|,) )?"
        rf"(?P<place>{_CAPITALS}{_REGION}?|{_SMALL}{_REGION}{{0,2}})?"
        rf"(?P<after>(?:(?:[,:]? | ?[-–—]{{1,2}} ?| ?\| ?)?"
        rf"(?:\({weekday}[{_DATED}{_SHORT}]\)|{weekday}[{_DATED}{_SHORT}{_AGENCY}])"
        rf"|,? (?:{_KNOWN})(?![\w’']))*)"
        rf"(?P<close>[)\]])?(?P<end>{_DASH}|[.:/|] | /(?: |$)| \| | )?"
    )
    return re.compile(short), re.compile(f"{agency}|{wire}"), re.compile(form)


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph begins with: LONDON — | LONDON, July 30 (Reuters) - | Port Vale, 30 July 2019 –
    PORT VALE, July 30, 2019 /PRNewswire/ -- | (Port Vale, 30 July 2019) – | 30.07.2019, Port Vale."""
    return _read(paragraph[:LONGEST])


@lru_cache(256)
def _read(line: str) -> Dateline | None:
    """Remembered, since several look for the dateline of one paragraph; what cannot have one is told by its signs."""
    if not line or not (line[0].isupper() or line[0].isdigit() or line[0] in "([") or re.search(r"[@#%]", line[:60]):
        return None
    if _SIGN.search(line) is None and not line[0].isdigit() and line[:3].lower() not in _MONTHS:
        return None
    has_digit, may_name = re.search(r"\d", line) is not None, "(" in line or "/" in line
    if not has_digit and not may_name and re.search("[-–—_]", line) is None:
        return None  # neither day nor agency, and no dash that would do without them
    short, agencies, form = _parts()
    day = agency = ""
    longer: list[tuple[int, int]] = []  # where something stands for more, and for how much more
    full, part = (day_pattern().search(line), short.search(line)) if has_digit else (None, None)
    date = full if full and (part is None or full.start() <= part.start()) else part
    if date:
        day = date[0]
        line = line[: date.start()] + (_DATED if date is full else _SHORT) + line[date.end() :]
        longer.append((date.start(), len(date[0]) - 1))
    named = agencies.search(line) if may_name else None
    if date is None and named is None and re.search("[-–—_]", line) is None:
        return None
    if named and (named.start() or not named["inner"]):  # "(Port Vale, July 30, 2019)" names the place
        agency = named["agency"] or named["wire"]
        mark = _AGENCY + (_DATED if named["inner"] else "")
        line = line[: named.start()] + mark + line[named.end() :]
        longer = [(min(at, named.start()) if named["inner"] else at, more) for at, more in longer]
        longer = [(at, more) if at <= named.start() else (at - len(named[0]) + len(mark), more) for at, more in longer]
        longer.append((named.start(), len(named[0]) - len(mark)))
    match = form.match(line)
    if match is None or not _convinces(match, agency):
        return None
    told = match["before"] or "", match["after"]
    bare = re.search(_KNOWN, "".join(told)) if _AGENCY not in "".join(told) else None
    agency = agency if _AGENCY in "".join(told) else bare[0] if bare else ""
    return Dateline(
        match["place"] or "",
        day if re.search(f"[{_DATED}{_SHORT}]", "".join(told)) else "",
        AGENCIES.get(agency, agency.strip()),
        match.end() + sum(more for at, more in longer if at < match.end()),
    )


def _convinces(match: re.Match[str], agency: str) -> bool:
    """Whether place, day, agency and what ends them are enough to be a dateline: "On Monday - " looks much like one."""
    before, place, after, end = match["before"] or "", match["place"] or "", match["after"], match["end"] or ""
    dated, named, short = (sign in before + after for sign in (_DATED, _AGENCY, _SHORT))
    dashed = re.fullmatch(_DASH, end) is not None
    if not place:
        return before.startswith(_DATED) and named and bool(after.strip() or end.strip())
    if before.startswith(_DATED) and not named:
        return dashed or (end in (". ", ": ") and before == f"{_DATED}, ")
    if re.search(rf"(?:--|—) ?{_AGENCY}", after) and end.strip() in ("--", "—"):
        return True
    capitals = re.match(_CAPITALS, place) is not None
    sure = dated or not named or agency in AGENCIES  # "NATO (North Atlantic Treaty Organization) - the alliance"
    if dashed and ((capitals and sure) or dated or (named and agency in AGENCIES)):
        return True
    if match["open"] and match["close"]:
        return dated
    return (dated or short) and (named or (dated and end.strip() in (":", "/", "|")))
