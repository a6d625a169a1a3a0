"""Which way a date lies that names no year or week: words before it announce it, or tell of it as over.

Counted on TimeBank and AQUAINT: without a sign a weekday is the last one, today included, in 92 to 96 of 100 cases."""

import re

from tui.analysis.lazy_pattern import LazyPattern

REACH = 60  # characters in which such a word still speaks of the date

# What announces that the date to come lies ahead.
AHEAD = LazyPattern(
    r"(?:\b(?:will|shall|won['’]t"
    r"|(?:until|till)(?!\s[^.;,]{0,40}\b(?:was|were|had|broke|began|came|went|took|fell|rose|left|died|became|ran|won|lost|met|\w{3,}ed)\b)"
    r"|due(?! to)|(?:is|are) due to|scheduled?s?|slated|expected to(?! have\b)|(?:is"
    r"|are) expected(?! to have\b)|expects?\b"
    r"|plan(?:s|ned|ning)?(?: to| on|$)"
    r"|to be (?:held|broadcast|aired|screened|published|released|launched|unveiled|staged|inaugurated|buried|sworn in"
    r"|shown)"
    r"|(?:is|are) to|set to|going to|upcoming(?=[^,;]*$)"
    r"|(?!(?-i:As soon as)\s+(?:\w+\s+){1,4}?(?:came|was|were|got|heard|broke|began|\w+ed)\b)as (?:soon|early) as"
    r"|could (?:soon |also )?be (?!located|reached|contacted|identif|learned|determ|confirm|seen|found|heard)\w+ed"
    r"|could (?:come|begin|start|open|arrive)"
    r"|should be|payable|must|can|(?:is|are) (?:likely|about|ready|poised) to|deadline (?:is|of))"
    r"|['’]ll)\b",
    re.IGNORECASE,
)
# The same further off, where no other verb has come between: "will also miss the cup match against Leeds on Saturday".
FAR_OFF = LazyPattern(
    r"\b(?:will|(?:is|are)\s+(?:due|expected|set|scheduled)\s+to|(?:is|are)\s+to(?!\s+(?:blame|thank|say|be\s+(?:seen|found))\b)"
    r"|(?:plans?|intends?|aims?)\s+to"
    r"|(?<!\bhad\s)(?:hop(?:es?|ed|ing)|want(?:s|ed)?|aim(?:ed|ing)|plann(?:ed|ing)|intend(?:ed|ing)|seeks?|wish(?:es|ed)?)\s+to)\b"
    r"(?!\s+have\b)"
    r"(?:\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|[A-Z])\."
    r"|(?!\b(?:sa(?:id|ys)|told|was|were|had|did|has|have|that|which|who|where|after|since|[a-z]\w+ed)\b)[^.;:]){1,200}$"
)
# A day behind tomorrow's: "people going back to work tomorrow, and schools opening on Thursday".
TOMORROW = LazyPattern(r"\btomorrow\b(?:(?!\b(?:sa(?:id|ys)|told|was|were|had|did|[a-z]\w+ed)\b)[^.;])*\bon\s+$")
HAD_BEEN = LazyPattern(
    r"\bhad\s+(?:\w+\s+){0,2}been\s+(?:\w+\s+)?(?:scheduled|due|expected|slated|planned|set)\b[^.;]*$"
)
# What somebody has planned, and what would be going on: "planned a march down the hill on Saturday".
HAS_PLANNED = LazyPattern(
    r"\bplan(?:s|ned|ning)?\s+(?:an?|the|to|more|new|another|further|two|three)\s+[^.;,]{0,45}$"
    r"|\bwould\s+be\s+\w+ing\b[^.;,]{0,45}$|\b(?:each|every)\s+\w+day\s+from\s+$"
    r"|\b(?:has|have|is|are)\s+(?:called|calling)\s+for\s+(?:\w+\s+){0,2}(?:protests?|strikes?|rall(?:y|ies)|marches|march"
    r"|demonstrations?|boycott|vigils?|talks|meeting|elections?)\b[^.;,]{0,40}$"
    r"|\binvit(?:e[sd]?|ing|ations?)\s[^.;,]{1,40}\bto\s+$"
    r"|\bto\s+(?!have\b|be\b|the\b|a\b)[a-z]{2,}\b[^.;,]{0,40}\b(?:beginning|starting|commencing)\s+(?:on\s+|in\s+)?$"
    r"|\b(?:ahead|in\s+advance)\s+of\s[^.;,]{1,50}\b(?:coming|taking|entering|going|starting|beginning|opening|due|set)\b[^.;,]{0,25}$"
    r"|,\s+effective(?:\s+(?:on|from|as\s+of))?\s+$",
    re.IGNORECASE,
)
# A plan and the day it is for: "a rally for Saturday", "adjourned the case to Thursday".
PLANNED = LazyPattern(
    r"\b(?:(?:rall(?:y|ies)|march(?:es)?|votes?|meetings?|hearings?|talks|strikes?|elections?|polls?|ballots?"
    r"|trials?|games?"
    r"|match(?:es)?|launch|release|sessions?|summit|protests?|conference|funeral|debate|referendum|service|ceremony"
    r"|show|concert|tests?|flights?|walkout|rain|snow|storms?|showers|snowfall|sunshine|verdict|ruling|start|finish)"
    r"\s+(?:\w+\s+){0,2}?for"
    r"|(?:set|due|planned|scheduled|called|forecast|billed|slated|timed|booked|fixed|down|pencilled in|expected"
    r"|listed|planning"
    r"|announced)\s+(?:[\w-]+\s+){0,3}?for"
    r"|(?:extended|extends|extending|prolonged)\s+(?:[\w-]+\s+){3,10}?(?:to|until|till)"
    r"(?:\s+the\s+(?:end|middle)\s+of)?"
    r"|(?:adjourned|postponed|moved|delayed|put off|rescheduled|deferred|pushed back|put back|brought forward"
    r"|extended|changed)"
    r"\s+(?:[\w-]+\s+){0,3}?(?:to|until|till|for))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# The present tells what is fixed: "opens on Monday", "drivers meet on Saturday", "the deadline is Friday".
SCHEDULED = LazyPattern(
    r"\b(?:is|are)\s+(?:on|in|for|this|at)?\s*$|(?:"
    r"(?<!\bthe\s)(?<!\ba\s)(?<!\bof\s)(?<!\btwo\s)(?<!\bin\s)\b(?:opens|closes|begins|starts|ends|resumes|leaves"
    r"|arrives|departs"
    r"|meets|faces|goes|kicks\s+off|airs|launches|holds|hosts|travels|flies|expires|takes\s+(?:effect|place|office"
    r"|over|part)"
    r"|comes\s+(?:into|before|up)|approaches|nears|looms|falls\s+due|appears|decides|hears|retires|publishes|unveils|sails"
    r"|runs\s+out|lapses|concludes|wraps\s+up|winds\s+up"
    r"|(?:(?:is|are|am)|['’](?:re|m))\s+(?:also\s+|now\s+)?(?:meeting|travell?ing|leaving|arriving|flying|holding|hosting|playing|facing"
    r"|opening|closing|launching|releasing|starting|beginning|returning|visiting|voting|appearing|broadcasting|airing"
    r"|performing|marching|sending|staging)"
    r"|(?:has|have|holds?)\s+(?:\w+\s+)?(?:talks|meetings?|hearings?|appointments?|interviews?|consultations)"
    r"|reports\s+(?:its\s+)?\w*\s*(?:results"
    r"|earnings|figures)|debuts|premieres|elects|stands\s+trial|gets\s+under\s+way|goes\s+on)"
    r"|\b(?:\w+s|and\s+(?:[\w.’'-]+\s+){1,5})\s*(?:\w+ly\s+)?(?<=\s)(?:open|close|begin|start|end|resume|leave|arrive|meet|face|go|kick\s+off|vote|return|play|decide"
    r"|elect|expire"
    r"|take\s+(?:effect|place|office|over|part))"
    r")\b(?P<between>(?:\d[:.]\d|[^.;:,]){0,40}?)\b(?:on|at|from|in)?\s*$",
)
# A match to come: "England play Italy on Sunday", "United, who won at Leeds, take on City in the league Sunday".
FIXTURE = LazyPattern(
    r"(?:\b(?!To|And|But|They|We|You|In|On|Of|The|For)[A-Z][\w.’'-]*|\bwho|\bwhich|[,)]|\b(?:he|she|it|side|team|club))\s+"
    r"(?:then\s+|now\s+|next\s+)?(?:takes?\s+on|plays?|faces?|hosts?|entertains?|welcomes?|meets?|visits?|travels?\s+to)\s"
    r"(?P<between>[^.;:,]{0,45}?)\s*\b(?:on|at|from|in)?\s*$",
)
# The present after "when" is to come: "when she goes on with her evidence on Tuesday".
WHEN = LazyPattern(
    r"\b(?:when|once|as soon as)\s+(?:he|she|it|they|the\s+\w+)\s+(?!was\b|has\b|is\b|does\b|says\b)[a-z]{2,}s\s"
    r"[^.;,]{0,40}$"
)
# A verb in the past, not a plan ("planned for", "set for") nor a report of what somebody says is to come.
OVER = LazyPattern(
    r"\b(?:was|were|had|did|ran|met|fell|rose|began|came|went|took|held|won|lost|left|made|broke|drew|fought|led|shut"
    r"|struck|sent|kept|stood|found|spent|wed|grew|flew|died|became|gave|got|saw|wrote|brought|built|bought|sold|paid"
    r"|(?<!\ba )(?<!\ban )(?!planned|scheduled|expected|slated|postponed|delayed|adjourned|invited|called|need|billed"
    r"|timed|booked|ordered|supposed|forecast|indeed|hundred|vowed|agreed|decided|pledged|promised|hoped|wanted|warned|added)\w{2,}ed)\b"
    r"[^.;]{0,50}$",
    re.IGNORECASE,
)
# The verb behind a date that opens its clause: "In January the firm brought in a new head".
TOLD = LazyPattern(
    r",?(?:\s+(?!(?:is|are|will|would|could|may|might|must|should|can|plans?|expects?|to|has|have|if|when)\b)[\w.,’'-]+){1,6}?"
    r"\s+(?:was|were|had|did|ran|met|fell|rose|began|came|went|took|held|won|lost|left|made|led|sent|kept|found|spent|became"
    r"|gave|got|saw|wrote|brought|built|bought|sold|paid|said|told"
    r"|(?!united|limited|used|based|armed|combined|proposed|estimated|expected|planned|scheduled|related|indeed|hundred|need)"
    r"[a-z]{2,}ed)\b"
)
# "The firm said it would close the mill in September".
WOULD = LazyPattern(
    r"\b(?:said|says|announced|told|agreed|promised|pledged|vowed|decided"
    r"|confirmed)\b[^.;]{0,40}\bwould\b(?!\s+have\b)[^.;,]{0,40}\b(?:on|in|by|from|until|for)\s+$"
)
FRONT = LazyPattern(
    r"(?:^|[,;]\s+|\b(?:and|but|while)\s+)(?:(?:on|in|by|at|early in|late in)\s+)?(?:the\s+)?$", re.IGNORECASE
)
PROMISED = LazyPattern(
    r",?(?:(?!\b(?:sa(?:id|ys)|told|announced|was|were|had)\b)[^.;,]){0,90}?(?:,\s+which\s+)?(?:\b(?:will|is\s+to|are\s+to|is\s+due|are\s+due|(?:is|are)\s+[a-z]{2,}ing)\b"
    r"|['’]ll\b)",
    re.IGNORECASE,
)
LOOMS = LazyPattern(
    r"\b(?:will|shall|(?:is|are|has\s+been|have\s+been)\s+(?:due|set|expected|scheduled|planned|going|slated"
    r"|to\s+be))\b"
    r"[^.;]*$"
)
SINCE = LazyPattern(r"\bsince\s+[^.;,:]{0,50}$", re.IGNORECASE)
TOWARDS = LazyPattern(r"\bahead of\s+(?:the\s+)?$", re.IGNORECASE)
WAS = LazyPattern(r"\b(?:had|was|were)\b")
OPEN = LazyPattern(
    r"\b(?:would|could|should|may|might|to\s+be|be|being|payable|of\s+record|expect\w*|next|if)\b", re.IGNORECASE
)


def announced(before: str) -> bool:
    """Whether words that end at a date say that it lies ahead."""
    if HAD_BEEN.search(before):
        return False
    if AHEAD.search(before) or HAS_PLANNED.search(before) or PLANNED.search(before) or WOULD.search(before):
        return True
    if TOWARDS.search(before):
        return not OVER.search(before)
    found = SCHEDULED.search(before) or FIXTURE.search(before)
    return found is not None and not OVER.search(found["between"] or "") and not WAS.search(before)


def announced_far(before: str) -> bool:
    """Whether a verb further off still announces the date that these words end at."""
    return bool(FAR_OFF.search(before) or TOMORROW.search(before))


def looms(before: str) -> bool:
    """Whether the present announces a date, so that even in a history it lies ahead of the article."""
    return bool(LOOMS.search(before))


def reaches_now(before: str) -> bool:
    """Whether the date that these words end at began what lasts until now: "since her death on"."""
    return bool(SINCE.search(before))


def fronted(before: str) -> bool:
    """Whether a date that these words end at opens its clause: "In March her letters ..."."""
    return bool(FRONT.search(before))


def promised(behind: str) -> bool:
    """Whether the clause that a date opens tells what is to come."""
    return bool(PROMISED.match(behind))


def told(behind: str) -> bool:
    """Whether the clause that a date opens tells of something that is over."""
    return bool(TOLD.match(behind))


def over(before: str) -> bool:
    """Whether the verb nearest before a date tells of something that is over, and nothing announces the date."""
    bare = before.removesuffix("until ").removesuffix("till ")
    return bool(OVER.search(before)) and not AHEAD.search(bare) and not OPEN.search(before)
