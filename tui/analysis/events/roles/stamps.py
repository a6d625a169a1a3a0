"""Dates of what is printed round an article: datelines, stamps, headings, sources."""

from tui.analysis.events.roles.role import Role, RoleRule

# Words and figures of a line that says when something was put up, and nothing else.
PUT_UP = (
    r"(?:[Cc]orrection|CORRECTION|[Uu]pdated|UPDATED|[Pp]ublished|PUBLISHED|[Pp]osted|POSTED|[Mm]odified|[Rr]evised|[Cc]orrected"
    r"|[Ll]ast\s+[Uu]pdate|[Dd]ate|Added(?=:))"
)
MONTH = (
    r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October"
    r"|November|December"
)
STAMP = (
    r"(?:[\W\d]|\b(?:on|at|in|by|to|of|the|ago|[ap]\.?m\.?|hours?|minutes?|[A-Z]{2,4}|[A-Z][a-z]{2,5}day"
    rf"|{MONTH})\b)*+"
)

STAMPS: tuple[RoleRule, ...] = (
    RoleRule(
        "issue of a magazine",
        Role.NAMED,
        "They gave the [January] edition of Harvest Home.",
        date=r"(?!.*day).*",
        after=r"(?:['’]s)?(?:\s+(?:19|20)\d\d)?\s+(?:edition|issue|number|cover)\s+of\s+(?:(?:the|a|an)\s+)?(?:[a-z]+\s+)?[A-Z“\"‘']",
    ),
    RoleRule("alone", Role.DATELINE, "[July 30, 2019]", before=r"^(?:\W|[Uu]pdated|[Pp]ublished)*", after=r"\W*$"),
    RoleRule(
        "put up",
        Role.DATELINE,
        "Last updated: 10:15 a.m. EDT, [July 30, 2019] by Anna Berg",
        before=rf"^\W*(?:(?:[Ll]ast|[Ff]irst|[Oo]riginally)\s+)?{PUT_UP}\b{STAMP}",
        after=r"(?:[\W\d]|\b(?:at|by|on|[ap]\.?m\.?|[A-Z]\w*)\b)*+$",
    ),
    RoleRule(
        "comment put up",
        Role.DATELINE,
        "Added: [Tuesday, 19 May, 2015], 18:16 GMT 18:16 UK A good idea so far.",
        before=r"\b(?:Added|Sent|Posted|Published):\s*",
        after=r",?\s+\d{1,2}:\d\d\b",
    ),
    RoleRule(
        "hour a comment was put up",
        Role.DATELINE,
        "Added: Tuesday, 19 May, 2015, [18:16 GMT] 18:16 UK A good idea so far.",
        before=rf"\b(?:Added|Sent|Posted|Published):\s*{STAMP}",
        date=r"\d{1,2}:\d\d.*",
    ),
    RoleRule(
        "copyright",
        Role.DATELINE,
        "Copyright [2019] The Daily Example. All rights reserved.",
        before=r"(?:©|\([Cc]\)|\b[Cc]opyright\b)[^.]{0,40}",
    ),
    RoleRule(
        "dateline",
        Role.DATELINE,
        "NAIROBI, [August 21] (Xinhua) -- The toll rose.",
        before=r"^\W*[A-Z][A-Z .'/-]{2,40}(?:,\s+[\w. ]{2,30})?,?\s*",
        after=r"\s*(?:\([^)]{1,40}\)\s*)?(?:--?|_|—|–|$)",
    ),
    RoleRule(
        "hour of a stamped line",
        Role.DATELINE,
        "OSLO | Mon May 18, 2009 [11:51 am EDT] OSLO (Reuters Life!)",
        before=r"\|\s*[A-Z][a-z]{2},?\s+[A-Z][a-z]{2}\.?\s+\d{1,2},\s+\d{4}\s+",
        date=r"\d{1,2}[:.]\d\d.*",
    ),
    RoleRule(
        "stamped line",
        Role.DATELINE,
        "LONDON | [Wed Sep 7, 2011] 2:13 pm BST LONDON (Reuters) - Plans were made.",
        before=r"(?:^\W*|\s)[A-Z][A-Z ,./-]{2,40}\|\s*(?:[A-Z][a-z]{2}\s+[A-Z][a-z]{2}\s+\d{1,2},\s+\d{4}\s+)?",
    ),
    RoleRule(
        "stamp that opens a line",
        Role.DATELINE,
        "[Tue July 30, 2019] 1:30 pm EDT Nurses in the front line",
        before=r"^\W*|\|\s*",
        date=r".*\d{4}",
        after=r",?\s+\d{1,2}:\d\d\s*(?:[ap]\.?m\.?\s+)?[A-Z]{2,4}\b",
    ),
    RoleRule(
        "hour that opens a line",
        Role.DATELINE,
        "Tue July 30, 2019 [1:30 pm EDT] Nurses in the front line",
        before=r"^\W*(?:[A-Z][a-z]{2,8},?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?),?\s+\d{4},?\s+",
        date=r"\d{1,2}:\d\d.*",
        after=r"\s+(?:[-–—|]+\s+)?[A-Z]",
    ),
    RoleRule(
        "agency",
        Role.DATELINE,
        "Cape Town, [May 5] (Xinhua) -- Exports rose.",
        before=r"^[^.;]{0,60}",
        date=r".*\d",
        after=r"\s*\([A-Z]\w{1,20}\)\s*(?:--?|_|—|–|$)",
    ),
    RoleRule(
        "source in print",
        Role.DATELINE,
        "Neutrophils and sugar, 30:613, [1977] Am.",
        before=r"\b\d{1,4}(?:\s*\(\d+\))?:\s*[A-Z]?\d+(?:[-–]\d+)?[.,;]?\s*\(?",
        date=r"\d{4}",
        after=r"\)?(?:[.,;]|\s+[A-Z]|$)",
    ),
    RoleRule(
        "stamp of a clip",
        Role.DATELINE,
        "The singer sends his piano abroad (2:17) [Nov. 11] - He bought it long ago.",
        before=r"\(\d{1,2}:\d\d\)\s+",
        after=r"\s+[-–—]\s",
    ),
    RoleRule(
        "head of a section",
        Role.DATELINE,
        "In the news [30 JULY 2019], SCIENCE & NATURE Why the moon seems larger",
        date=r"\d{1,2}(?:st|nd|rd|th)?\s+(?-i:[A-Z]{3,9})\.?\s+\d{4}",
        after=r"\s*[,|–—-]\s*[A-Z][A-Z&/ ]{4,}\b",
    ),
    RoleRule(
        "hour of a post",
        Role.DATELINE,
        "[30th July 2019] - 18:12 I do not agree with the writer.",
        date=r".*\d{4}(?:[ ,-]+\d{1,2}:\d\d.*)?|\d{1,2}:\d\d.*",
        after=r"\s+-{1,2}\s+\d{1,2}[:.]\d\d\b(?!\s*-)|(?:\s+\d{1,2}:\d\d(?:\s*[ap]m)?\s+[A-Z]{2,4})?\s+-{1,2}\s+Report\b",
    ),
    RoleRule(
        "printed there",
        Role.DATELINE,
        "A version of this article appeared on page 6 on [Saturday 2 May 2009].",
        before=(
            r"\b(?:[Aa]\s+version|[Tt]his\s+(?:\w+\s+){0,3}(?:article|story|piece|column|clip|video|page))\s+[^.;]{0,60}"
            r"\b(?:appear|publish|print|broadcast|amend|update"
            r"|correct)\w*\b[^;]{0,80}"
        ),
    ),
    RoleRule(
        "comment of an hour",
        Role.DATELINE,
        "At [10:49 am on 30 July 2019], Anna wrote: I was there too.",
        before=r"^\W*(?:[Aa]t|[Oo]n)?\s*(?:\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s+(?:on\s+)?)?",
        date=r".*\d.*",
        after=rf"(?:[\W\d]|\b(?:on|at|[ap]\.?m\.?|[A-Z]{{2,4}}|{MONTH})\b)*+(?:[\w.'’-]+\s+){{1,3}}(?:wrote|writes|posted|commented)\s*:",
    ),
    RoleRule(
        "put up by a reader",
        Role.DATELINE,
        "The bridge at dawn Posted by riverwatcher [30 July 2019]",
        before=(
            r"(?:\b(?:Posted|Submitted|Uploaded|Sent|Added|Photographed)\s+by|^\W*(?:[Pp]osted|[Ss]ubmitted|[Uu]ploaded)\s+by)"
            rf"\s+[\w.@-]+(?:\s+[A-Z][\w.-]*)?,?\s+(?:on\s+|at\s+)?(?:[\W\d]|\b(?:on|at|[ap]\.?m\.?|{MONTH})\b)*"
        ),
        date=r".*\d.*",
    ),
    RoleRule(
        "source online",
        Role.DATELINE,
        "Annals of Rivers, online [July 30, 2019].",
        before=r"(?:^|[.:;]\s+|/\S+\s+)(?:[A-Z][\w'’.]*\s+(?:of\s+|and\s+|the\s+)*){0,5}[A-Z][\w'’.]*,\s+(?:published\s+)?online\s+",
        after=r"\W*(?:$|\s[A-Z])",
    ),
    RoleRule(
        "only a source",
        Role.DATELINE,
        "SOURCE: rivers/abc Neuron, [July 30, 2019].",
        before=(
            r"^\W*(?:(?:SOURCES?|Source|Sources)\b:?\s*|[\w.]+/\S+\s+|(?:DOI|doi):?\s*\S+\s+){1,3}"
            r"(?:[A-Z][\w'’.-]*,?\s+(?:(?:of|and|the|for|in|&)\s+)*){1,8}"
        ),
        date=r".*\d{4}",
        after=r"\W*(?:$|\s[A-Z])",
    ),
    RoleRule(
        "volume in print",
        Role.DATELINE,
        "Annals of Rivers [2009]; 373(12): 1234.",
        date=r"(?:\w+\s+(?:\d{1,2},?\s+)?)?\d{4}",
        after=r"\s*[;,]\s*(?:[Vv]ol\.?\s*)?\d{1,4}\s*(?:\(\d+\)\s*)?:\s*[A-Za-z]?\d+",
    ),
    RoleRule(
        "number of a source",
        Role.DATELINE,
        "Annals of Rivers, doi:10.1016/j.abc.[2009].",
        before=r"\b(?:DOI|doi):?\s*\S*",
        date=r"\d{4}.*",
    ),
    RoleRule(
        "stamp of a post",
        Role.DATELINE,
        "Come and see — Anna Berg (@anna) [July 30, 2019]",
        before=r"\(@\w+\)\s*",
    ),
    RoleRule(
        "caption",
        Role.DATELINE,
        "Anna Berg (pictured above with the mayor [last week]; he wears the hat) smiled.",
        before=(
            r"(?:\(\s*(?:[Pp]ictured|[Ss]een|[Ss]hown|[Pp]hotographed)\b|^\W*(?:Pictured|PICTURED|Photographed)\b"
            r"|(?<!\bwas )(?<!\bwere )(?<!\bbeen )\b(?:pictured|photographed|seen|shown|Seen|Shown)"
            r"\s+(?:above|below|right|left|here|centre)\b"
            r"|(?<=,\s)pictured\b)[^().;]{0,80}"
        ),
    ),
    RoleRule(
        "about the writer",
        Role.DATELINE,
        "I am based in Oslo and have been in my current role since [2006].",
        before=(
            r"\b(?:[Mm]y|[Hh]is|[Hh]er)\s+(?:current|present)\s+(?:role|position|job|post|beat|posting|assignment)\s+(?:since|from)\s+"
            r"|\b(?:I\s+am|I['’]m|I\s+have\s+been|I['’]ve\s+been|is)\s+(?:based\s|(?:an?|the|our)\s+(?:[\w'’-]+\s+){0,3}?"
            r"(?:reporter|correspondent|editor|columnist|journalist|producer|blogger)\b)[^.;]{0,100}\bsince\s+"
        ),
        date=r"\d{4}|\w+\s+\d{4}",
    ),
)
