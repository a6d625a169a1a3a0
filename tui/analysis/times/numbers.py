"""Numbers of four figures that are no years: each kind a row of what stands before and behind it, with an example."""

import re
from functools import cache
from typing import NamedTuple

from tui.analysis.lazy_pattern import LazyPattern

COUNTED = (
    "people troops soldiers men women children dead killed wounded miles km kilometers kilometres metres meters feet"
    " ft acres hectares shares jobs workers employees points prisoners tons tonnes tanks guns aircraft civilians votes"
    " dollars euros pounds pence cents rupees shillings naira rand pesos reais kronor kroner rubles roubles lire francs"
    " marks yen yuan won dinars dirhams riyals guilders years days hours minutes weeks months homes houses copies pages"
    " words students pupils schoolchildren members guests delegates officers units cars vehicles square cubic percent"
    " per vs bytes watts volts rpm barrels inmates patients cases pixels px tickets seats calories degrees litres"
    " liters gallons grams kilograms kg mg ml mm cm times fold copies respondents participants samples refugees"
    " migrants voters households families deaths casualties victims passengers flights bottles boxes animals sheep"
    " cattle birds trees plants species megawatts mw kw kwh"
)
LONGEST = 32  # characters before a number that are looked at
UNIT_BEHIND = rf"[-\s]+(?:{'|'.join(COUNTED.split())})\b"


class Guard(NamedTuple):
    """A number is no year where its surroundings match: what ends at it, and what begins behind it."""

    name: str
    example: str  # in which the number stands in [brackets]
    before: str = ""
    behind: str = ""


GUARDS: tuple[Guard, ...] = (
    Guard("money", "It cost $[1995] then.", r"(?:[$£€¥₹₦]|(?-i:\b(?:US|HK|A|C|NT|R)\$))\s?$"),
    Guard(
        "currency code", "It sold for EUR [1875] a metre.",
        r"\b(?-i:USD|EUR|GBP|CHF|JPY|CNY|INR|KES|NGN|ZAR|AUD|CAD|SEK|NOK|DKK|Rs\.?|Ksh|Sh|Tk|RM|PLN|HUF|CZK|TRY"
        r"|BRL)\s?$",
    ),
    Guard(
        "time of day", "It struck at [1653] local time.",
        behind=r"\s+(?:(?:local|(?-i:[A-Z][a-z]+))\s+time\b|(?-i:GMT|UTC|hrs)\b|\(\d{4}\s+(?-i:GMT|UTC)\))",
    ),
    Guard("numbered", "She drew No. [1984] of 3000.", r"(?:#|(?-i:\bNo\.?|Nos\.|№))\s?$"),
    Guard(
        "thing with a number", "They flew on flight [1907] to Oslo.",
        r"\b(?:flight|boeing|airbus|route|section|highway|motorway|page|pp?\.|article|windows|office|resolution"
        r"|model|level"
        r"|line|number|chapter|psalm|verse|channel|bus|tram|train|series|mark|version|release|build|lot|class|type"
        r"|grade|mile"
        r"|kilometre|bill|statute|rule|act no\.?|law no\.?|h\.r\.|s\.b\.|case|docket|file|form|serial|batch|catalogue"
        r"|catalog|code|pin|extension|ext\.?|postcode|zip|lap|paragraph|clause|directive|regulation|standard"
        r"|(?-i:RFC|ISO|IEC|EN|DIN|ASTM|IEEE|PMID|CVE|HB|SB|HR|AF|BA|UA|LH))[\s-]$",
    ),
    Guard(
        "room or box", "Her office moved to Suite [1950] last week.",
        r"\b(?:suite|apt\.?|apartment|unit|room|box|gate|building|floor|hall|flat|cell|ward|platform|block|locker"
        r"|bay|pier"
        r"|warehouse|hangar|plot)\s$",
    ),
    Guard(
        "street address", "He lives at [1909] Jolinda Drive.",
        r"(?<!\b[Ii]n\s)(?<!\b[Ss]ince\s)(?<!\b[Bb]y\s)$",
        r"\s+(?-i:(?:[A-Z]|\d+(?:st|nd|rd|th)\b)[\w.']*\s+(?:[A-Z][\w.']*\s+){0,2}(?:St|Street|Ave|Avenue|Road|Rd"
        r"|Drive|Dr|Lane|Ln"
        r"|Blvd|Boulevard|Ct|Way|Place|Terrace|Parkway|Pkwy|Highway|Hwy|Circle)\b)",
    ),
    Guard(
        "first group of a telephone number", "Call [1800] 555 0199 for help.",
        r"\b(?:call|phone|tel\.?|telephone|fax|dial|ring|helpline|hotline|whatsapp)\b[^.;]{0,16}$",
        r"[ -]\d{3}[ -]\d",
    ),
    Guard(
        "group of a telephone number", "The helpline is 0800 [1984] 2001.",
        r"(?:\b0\d{1,4}|\+\d{1,3}|\(\d+\))(?:[ -]\d{2,4})*[ -]$",
    ),
    Guard(
        "last group of a telephone number", "Ring 217-555-[1812] for tickets.",
        r"\b\d{3,5}[ -]\d{3}[ -]$",
    ),
    Guard(
        "book number", "It bears ISBN 978 [1990] 1.", r"\b(?-i:ISBN|ISSN|DOI|EAN)\b[^;]{0,20}$",
    ),
    Guard("index", "The Russell [2000] Index fell.", r"\b(?-i:Russell|Nasdaq|FTSE|Nikkei|DAX|S&P|Wilshire|Topix)\s$"),
    Guard("index behind it", "The [2000] index fell.", "", r"\s+[Ii]nde(?:x|ces)\b"),
    Guard("pixels", "A screen of [1920] x 1080.", "", r"\s?[x×*]\s?\d"),
    Guard("pixels behind", "A screen of 1920 x [1080].", r"\d\s?[x×*]\s?$"),
    Guard(
        "score or vote", "The bill passed by a vote of [1720] to 1640.",
        r"\b(?:votes?|voted|score[ds]?|scoring|won|lost|beat|defeated|ratio|odds|margin|majority)\b[^.;]{0,16}$",
        r"\s*(?:to|[-–])\s*\d",
    ),
    Guard(
        "other side of a score", "The bill passed by a vote of 1720 to [1640].",
        r"\b(?:votes?|score[ds]?|ratio|odds|margin)\b[^.;]{0,12}\d+\s*(?:to|[-–])\s*$",
    ),
    Guard(
        "from so much to so much", "The index rose from [1061] to 1128.",
        r"\b(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|climbed|dropped|slipped|jumped|increased?"
        r"|decreased?|went|up"
        r"|down|score)\s(?:[\w-]+\s)?from\s$", r"\s+to\s+(?:1[0-8]\d\d|20[4-9]\d|2[1-9]\d\d|[3-9]\d\d\d|\d{1,3})\b",
    ),
    Guard(
        "to so much from so much", "The index rose from 1061 to [1128].",
        r"\b(?:rose|rises|fell|falls|grew|climbed|dropped|up|down)\sfrom\s(?:1[0-8]\d\d|\d{1,3}"
        r"|\d{1,3}[.,]\d+)\s+to\s$",
    ),
    Guard("price", "The city pays [2000] to 2100 for each panel.", r"\b(?:pays?|paid|costs?|charges?d?|earns?"
    r"|earned|worth|owes?d?|priced at)\s$"),
    Guard("price behind", "They asked [2000] to 2100 for each panel.", "", r"\s+(?:to|or)\s+\d+\s+(?:for\s+each|per"
    r"|apiece|each|an?\s)"),
    Guard("about so many", "Nearly [2000] came.", r"\b(?:some|nearly|almost|than|exactly|roughly|another|over|under"
    r"|those|these|up to|only|just|fewer)\s+$"),
    Guard(
        "title of a work", "It is in the film [1917].",
        r"\b(?:film|movie|novel|album|song|musical|opera|podcast|thriller|drama|sitcom|band|horse|boat"
        r"|painting)s?,?\s[\"“‘']?$",
        r"(?!\s*[-–]\s*\d)",
    ),
    Guard("counted", "Farmers sowed [1991] hectares of maize.",
    r"(?<!\bin\s)(?<!\bthe\s)(?<!\bsince\s)(?<!\bduring\s)(?<!\bafter\s)(?<!\bbefore\s)$", UNIT_BEHIND),
    Guard(
        "counted by any noun", "A survey of [1709] schoolkids was made.",
        r"(?<!^)(?<!\bin\s)(?<!\bof\sthe\s)(?<!\b(?:by|ca)\s)(?<!\b(?:the|its|his|her|our|and)\s)(?<!\b(?:since"
        r"|until|after|early|their)\s)"
        r"(?<!\b(?:before"
        r"|during)\s)(?<!\byear\s)(?<!\blate\s)(?<![’']s\s)(?<!\bto\s)(?<!\bor\s)(?<!\bon\s)(?<!\bfor\s)(?<!\bfrom\s)"
        r"(?<=[a-z]\s)$",
        r"\s+(?!(?:was|is|has|does|goes|this|as|his|its|yes|us|plus|thus|perhaps|always|sometimes|elections?|sees"
        r"|marks|begins|brings"
        r"|olympics|series|news|results|sales|earnings|profits)\b)(?-i:[a-z]{3,}(?<!s)(?:s|men|children|kids)\b)",
    ),
)  # fmt: skip


@cache
def _compiled() -> tuple[tuple[LazyPattern, LazyPattern | None], ...]:
    return tuple(
        (
            LazyPattern(guard.before or "$", re.IGNORECASE),
            LazyPattern(guard.behind, re.IGNORECASE) if guard.behind else None,
        )
        for guard in GUARDS
    )


def guard_of(before: str, behind: str) -> Guard | None:
    """The guard that speaks against a year between these words of one sentence; None where nothing does."""
    for guard, (start, end) in zip(GUARDS, _compiled(), strict=True):
        if (end is None or end.match(behind)) and start.search(before):
            return guard
    return None
