"""Numbers that measure and count nothing: each kind a row of what stands before and behind it, with an example."""

import re
from functools import cache
from typing import NamedTuple

MONTH = (
    r"(?-i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
WIDEST = 40  # characters before a number, and behind it, that are looked at


class Guard(NamedTuple):
    """A number is no figure where its surroundings match: what ends at it, and what begins behind it."""

    name: str
    example: str  # in which the number stands in [brackets]
    before: str = ""
    behind: str = ""
    bare: bool = True  # speaks only of numbers without a unit, a currency or a magnitude


GUARDS: tuple[Guard, ...] = (
    Guard("ordinal", "The [22]nd amendment.", "", r"(?:st|nd|rd|th)\b", bare=False),
    Guard("part of a word", "The F-[35] took off.", r"(?:[^\W\d_]|(?<=[^\W\d_])-(?<!minus-)(?<!to-)|_|@)$", bare=False),
    Guard("word with a number in it", "It used [5]G and 4K.", "", r"[^\W\d_](?!\w*/)"),
    Guard("clock time", "At [10]:30 it rang.", "", r"(?::\d|\s?(?:[ap]\.m\b|[ap]m\b|o['’]clock|hrs\b|GMT|UTC))",
          bare=False),
    Guard("clock time behind", "At 10:[30] it rang.", r"\d:$", bare=False),
    Guard("year of a level", "They fell below [2005] levels.", "", r"\slevels?\b"),
    Guard("version or address", "Version [1].2.3 came.", "", r"\.\d", bare=False),
    Guard("rest of a version", "Version 1.2.[3] came.", r"\d\.$", bare=False),
    Guard("numeric date", "It was [9]/11.", "", r"/\d"),
    Guard("rest of a numeric date", "It was 9/[11].", r"\d/$"),
    Guard("telephone number", "Call [555]-0134 now.", "", r"[-.\s]\d{3,4}(?:[-.\s]\d{4})?\b(?!,)", bare=False),
    Guard("rest of a telephone number", "Call 555-[0134] now.", r"\b\d{3}[-.)]\s?$"),
    Guard("leading zero", "The [007] films.", "", ""),
    Guard("number of a thing", "See No. [5] there.", r"(?:\#|№|(?-i:\bN[o°]s?\.?)|\bnumbers?|\bnum\.?)\s?$"),
    Guard("thing with a number", "They boarded flight [370] there.",
          r"\b(?:flights?|boeing|airbus|route|section|sections|highway|interstate|motorway|pages?|pp?\.|articles?"
          r"|windows|resolution|model"
          r"|level|line|chapter|psalm|verse|channel|bus|tram|mark|version|release|lot|class|grade|act|bill|proposition"
          r"|measure|case|docket|form|code|zip|lap|paragraph|clause|directive|regulation|standard|suite|apt\.?"
          r"|apartment|unit|room|box|gate|building|floor|hall|platform|terminal|block|row|seat|game|games|week|day"
          r"|round"
          r"|stage|phase|tier|part|episode|season|volume|vol\.|issue|book|group|area|district|ward|pier|hole|step|rule"
          r"|world\swar|top|category|exit|title|amendment|division|league|type|formula|apollo|soyuz|rank(?:ed)?"
          r"|iphone|galaxy|xbox|playstation|pixel|covid)[\s-]$"),
    Guard("street address", "He lives at [19] Elm Street.", "",
          r"-?\d*\s+(?-i:(?:[NSEW]\.?\s)?(?:[A-Z][\w.']*\s+|\d+(?:st|nd|rd|th)\s+){1,3}"
          r"(?:St|Street|Ave|Avenue|Road|Rd|Drive|Dr|Lane|Ln|Blvd|Boulevard|Ct|Court|Way|Place|Terrace|Parkway|Pkwy"
          r"|Highway|Hwy|Circle|Square)\b)"),
    Guard("name with a number", "The Big [12] met.",
          r"(?<![.!?:;]\s)(?<!^)(?<!day\s)\b(?-i:[A-Z][\w.&]*)(?<!day)\s$",
          r"(?!\s(?:[a-z-]+\s)?(?!(?:has|was|is|does|as|its|his|this)\b)"
          r"(?:[a-z]{3,}s|people|men|women|children|staff|police|troops|others|dead|wounded)\b)"),
    Guard("aircraft", "The [737] Max landed.", "", r"\s(?-i:Max|MAX|Dreamliner)\b"),
    Guard("telephone number of a country", "Ring +44 [20] 7946 now.", r"\+(?:\d{1,4}[\s-]){0,3}$"),
    Guard("index", "The Nasdaq [100] rose.",
          r"(?-i:S&P|S P|Nasdaq|FTSE|Nikkei|Russell|DAX|CAC|Stoxx|STOXX|Fortune|Topix|Dow)\s$"),
    Guard("day of a month", "It was [12] March.", "", rf"\s(?:of\s)?{MONTH}\b"),
    Guard("day behind a month", "It was March [12].", rf"\b{MONTH}\s$"),
    Guard("other day of a month", "It was March 12-[14].", rf"\b{MONTH}\s\d{{1,2}}\s?[-–]\s?$"),
    Guard("first of two days", "It was [12]-14 March.", "", rf"\s?[-–]\s?\d{{1,2}}\s{MONTH}\b"),
    Guard("year", "It was in [2021] again.",
          r"(?:(?<!average )(?<!total )(?<!maximum )\b(?:in|since|of|by|until|till|from|during|before|after|early"
          r"|late|mid|around|and|to|for|the|year)\s|[-–(‘’']|^)$", ""),
    Guard("years of a century", "It was the [1990]s.", "", r"[’']?s\b"),
    Guard("score", "They won [3]-1 there.",
          r"\b(?:won|win|lost|lose|beat|led|lead|leads?|victory|defeat|drew|draw|tied|score)\b[^.;]{0,20}\s$",
          r"[-–]\d{1,3}\b(?!\s?(?:%|per\b|percent|[mb]illion))"),
    Guard("rest of a score", "They won 3-[1] there.",
          r"\b(?:won|win|lost|lose|beat|led|leads?|victory|defeat|drew|draw|tied|score)\b[^.;]{0,24}\d[-–]$"),
    Guard("footnote", "It was so.[[3]]", r"\[$", r"\]"),
    Guard("item of a list", "([2]) It rains.", r"^\(?$", r"[.)]\s"),
    Guard("age beside a name", "Anna Berg, [52], spoke.", r"(?-i:[A-Z][\w'’-]*),\s$", r"[,.;]", bare=False),
    Guard("coordinates", "It lies at [52]°N there.", "", r"°\s?[\d'′NSEW]", bare=False),
    Guard("age group", "It asked women aged [25] to 34.",
          r"\b(?:aged?|ages)\s(?:(?:from|between)\s)?(?:\d+\s?(?:to|and|-|–)\s?)?$", "", bare=False),
    Guard("address behind", "They met at [22] Rue Foch.", "",
          r"\s(?-i:Ave|Avenue|Rue|Via|Place|Boulevard)\s(?-i:[A-Z])"),
    Guard("pronoun", "No [one] came.",
          r"\b(?:no|any|every|some|each|this|that|which|the|another|only\sthe|the\sonly|first)\s$|\w-$",
          r"(?!\s(?:of|hundred|thousand|million|percent|per\scent|%|[a-z]+s?\s(?:in|of)\b))"),
    Guard("pronoun behind", "They saw [one] another.", "",
          r"(?:['’]s\b|\sanother\b|\sday\b|-on-|-sided|-time|-off|-way|\sby\sone|\sthing\b)"),
    Guard("number one", "She is number [one] there.", r"\b(?:number|day|plan|phase|top|one\sby|from)\s$", ""),
)  # fmt: skip
YEAR = re.compile(r"1[4-9]\d\d|2[01]\d\d")
ONE = frozenset({"one", "zero"})


@cache
def _compiled() -> tuple[tuple[Guard, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (guard, re.compile(guard.before or "$", re.IGNORECASE), re.compile(guard.behind, re.IGNORECASE))
        for guard in GUARDS
    )


def guard_of(before: str, number: str, behind: str, bare: bool) -> Guard | None:
    """The guard that speaks against a figure between these words of its sentence; None where nothing does."""
    before, behind = before[-WIDEST:], behind[:WIDEST]
    for guard, start, end in _compiled():
        if guard.bare and not bare:
            continue
        match guard.name:
            case "leading zero":
                if len(number) > 1 and number[0] == "0" and number[1].isdigit():
                    return guard
                continue
            case "year" | "year of a level":
                if not YEAR.fullmatch(number):
                    continue
            case "years of a century":
                if not number.isdigit():
                    continue
            case "pronoun" | "pronoun behind" | "number one":
                if number.lower() not in ONE:
                    continue
            case "score" | "rest of a score" | "item of a list" | "word with a number in it" | "name with a number":
                if not number[0].isdigit():
                    continue
        if end.match(behind) and start.search(before):
            return guard
    return None
