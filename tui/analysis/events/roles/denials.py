"""Dates of what is asked, denied, alleged or told of every year: nobody says that it happened then."""

from tui.analysis.events.roles.role import Role, RoleRule

DOING = (
    r"(?<!\ba )(?<!\bthe )(?<!\ban )\b(?!wrongdoing|hearing|meeting|during|including|according|following)\w{3,}ing\b"
)
CLAIMS = r"(?:claims?|allegations?|accusations?|reports?|suggestions?|charges?|rumou?rs?|notion|idea)"

DENIALS: tuple[RoleRule, ...] = (
    RoleRule(
        "nobody who",
        Role.DENIED,
        "Nobody who saw the pictures in [March] could doubt it.",
        before=r"\b(?:[Nn]obody|[Nn]o\s+one|[Nn]one)\s+(?:who|that|of)\b[^.;,]{0,60}",
    ),
    RoleRule(
        "not what",
        Role.DENIED,
        "It is not what worked in [2012].",
        before=r"(?:\bnot|n['’]t)\s+what\s+[^.;,]{0,40}\b(?:in|of)\s+",
        date=r"\d{4}",
    ),
    RoleRule(
        "not believed",
        Role.DENIED,
        "She did not believe that the speech had lost it for him in [2012].",
        before=r"\b(?:did|do|does)(?:n['’]t|\s+not)\s+(?:believe|think)\b[^.;,]{0,70}\b(?:in|on)\s+",
        date=r"\d{4}|(?:in\s+)?[A-Z]\w+\s+\d{4}",
    ),
    RoleRule(
        "denied",
        Role.DENIED,
        "He denied that he had met the banker in [May].",
        before=rf"\b[Dd]en(?:y|ies|ied|ying)\b(?:[^.;]{{0,60}}?\bthat\b|\s+(?:\w+\s+)?{DOING})[^.;]*",
    ),
    RoleRule(
        "rejected claims",
        Role.DENIED,
        "The bank rejected claims that it had lent the money in [2015].",
        before=(
            rf"\b(?:[Dd]en|[Dd]ismiss|[Rr]eject|[Rr]efut|[Dd]isput|[Dd]ebunk)\w*\b[^.;]{{0,40}}\b{CLAIMS}\s+(?:that|of)\b"
            r"[^.;]*"
        ),
    ),
    RoleRule(
        "no evidence",
        Role.DENIED,
        "There is no evidence that the dam broke in [1812].",
        before=(
            r"\b(?:(?:[Nn]o|without)\s+(?:evidence|proof|sign|indication|record)|(?:not|never|\w+n['’]t)\s+true"
            r"|untrue|false)\s+(?:that|of)\b[^.;]*"
        ),
    ),
    RoleRule(
        "unlikely",
        Role.DENIED,
        "It seems unlikely that either will be back at [the end of January].",
        before=(
            r"\b(?:[Uu]nlikely|[Ii]mpossible|[Ii]nconceivable|[Uu]nthinkable|[Dd]oubtful)\s+(?:that|whether)\b[^.;]*"
            r"|\b(?:[Uu]nlikely|(?:not|n['’]t)\s+(?:likely|expected))\s+to\s[^.;,:]{0,70}"
        ),
        date=r"(?!today|yesterday|last\b).*",
    ),
    RoleRule(
        "nothing has happened",
        Role.DENIED,
        "Nothing drastic has happened between [yesterday] and today.",
        before=(
            r"\b[Nn]othing(?:\s+[\w-]+){0,3}?\s+(?:(?:has|have|had)\s+)?(?:\w+ly\s+)?(?:happened|changed|occurred|emerged|altered)\b"
            r"[^.;,]{0,40}"
        ),
        after=r"(?!,?\s+(?:when|until)\b)",
    ),
    RoleRule(
        "nothing that would",
        Role.DENIED,
        "There is no remedy that anyone can propose that would end it in [the next year].",
        before=(
            r"\b(?:[Nn]o\s+(?:\w+\s+){1,3}?|[Nn]othing\s+|[Nn]obody\s+|[Nn]o\s+one\s+)(?:(?:that|which|who)\b[^.;]{0,80}?\b)?"
            r"(?:would|could|can|will)\s[^.;,]{0,60}"
        ),
        date=r"(?!today|yesterday|last\b).*",
    ),
    RoleRule(
        "in that event",
        Role.ASKED,
        "They must be ready in the event of a second flood [later this year].",
        before=r"\b[Ii]n\s+(?:the\s+)?(?:event|case)\s+of\s+(?:an?\s+|any\s+|another\s+|further\s+|new\s+)[^.;,]{0,60}",
    ),
    RoleRule(
        "if there is",
        Role.ASKED,
        "We need all hands if there is a second flood [later in the year].",
        before=(
            r"\b(?:[Ii]f|[Uu]nless|[Ii]n\s+case)\s+(?:there\s+(?:is|are)\s+|[^.;,]{1,40}?\b(?:comes?|returns?|strikes?|hits?|appears?|happens?|occurs?)\s)"
            r"[^.;,]{0,60}"
        ),
        date=r"(?:later|early|earlier|sometime)\s.*|(?:this|next|the(?:\s+coming)?)\s+(?:year|month|spring|summer|autumn|fall|winter)",
    ),
    RoleRule(
        "acquitted",
        Role.DENIED,
        "He was acquitted of robbing the bank in [2015].",
        before=(
            r"\b(?:[Aa]cquitted|[Cc]leared|[Ii]nnocent|[Ee]xonerated|[Aa]bsolved|[Nn]ot\s+guilty)\s+(?:[^.;,]{0,30}?\s)?of\s+"
            rf"(?:the\s+|[^.;,]{{0,40}}?{DOING}[^.;,]*)"
        ),
    ),
    RoleRule(
        "what would not be",
        Role.DENIED,
        "If they had left him, he would not be alive [today].",
        before=(
            r"\b[Ii]f\s[^.;]{0,60}\bhad(?:n['’]t)?\b[^.;]{0,60}(?:\bwould|['’]d)\b[^.;,]{0,40}"
            r"|\bwould(?:n['’]t|\s+not|\s+never|\s+still|\s+surely|\s+probably)\s+(?:still\s+)?(?:be\s+(?:here|there|alive|around|standing|sitting|talking)"
            r"|exist)\b[^.;,]{0,40}"
        ),
        date=r"today|tonight|this\s+\w+|now",
    ),
    RoleRule(
        "if it came today",
        Role.DENIED,
        "If such a flood struck [today], thousands would drown.",
        before=(
            r"\b[Ii]f\s[^.;,]{1,60}\b(?:struck|hit|happened|came|occurred|broke\s+out|were|died|fell|began|existed|lived|returned)\s"
            r"(?:\w+\s+){0,3}"
        ),
        date=r"today|tomorrow|tonight",
    ),
    RoleRule(
        "what would be today",
        Role.DENIED,
        "A flood of such height [today] would do less harm.",
        before=r"\b(?:[Aa]n?|[Ss]uch|[Aa]ny|[Aa]nother)\s(?:(?!\b(?:will|is|are|was|were|has|have|had|said)\b)[^.;,:])*",
        date=r"today",
        after=r",?\s+(?:would|could|might)\s+(?!not\s+say\b)[a-z]+",
    ),
    RoleRule(
        "if they had",
        Role.DENIED,
        "If I had reached the bridge [five minutes earlier], I would have drowned.",
        before=r"\b[Ii]f\s[^.;,]{1,40}\b(?:had|hadn['’]t)\s[^.;,]{0,60}",
        after=r"[^.;]{0,60}?\b(?:would|could|might)(?:n['’]t)?\s+(?:\w+\s+){0,2}?have\b",
    ),
    RoleRule(
        "dropped",
        Role.DENIED,
        "Charges that she took the money in [2015] were dropped.",
        before=r"\b(?:[Cc]harges?|[Aa]llegations?|[Aa]ccusations?|[Cc]laims?)\s+(?:that|of|over|for|from)\b[^.;]*",
        after=r"[^.;]*\b(?:was|were|been)\s+(?:dropped|dismissed|withdrawn|thrown\s+out|quashed|rejected|abandoned)\b",
    ),
    RoleRule(
        "every year",
        Role.REPEATED,
        "The hole opens every year between [August] and October.",
        before=(
            r"(?:\b(?:[Ee]very|[Ee]ach)\s+(?:year|month|week|day|night|spring|summer|autumn|fall|winter|\w+day)\b"
            r"|\b(?:[Aa]nnually|[Uu]sually|[Tt]ypically|[Nn]ormally|[Tt]raditionally)\b)[^.;]{0,40}"
        ),
    ),
    RoleRule(
        "as it always is",
        Role.REPEATED,
        "You get a mild wave and then a worse one that comes in [the winter].",
        before=(
            r"(?:\b(?:[Yy]ou|[Oo]ne)\s+(?:\w+ly\s+|often\s+|always\s+)?(?:gets?|sees?|finds?|has|have|expects?)\b"
            r"|\btends?\s+to\b|\b(?:[Oo]ften|[Aa]lways|[Gg]enerally|[Mm]ostly|[Cc]ommonly|[Uu]sually|[Nn]ormally|[Tt]ypically)\b"
            r"|\b[A-Za-z]+(?:demics|ruses|eases|waves|floods|fires|icanes|storms)\s+(?:\w+ly\s+)?(?:come|return|strike|spread|peak|begin"
            r"|start|end|occur|appear|die)\b)[^.;]*"
        ),
        date=r"(?:the\s+)?(?:(?:following|next|early|late)\s+)?(?:mid-?)?(?:spring|summer|autumn|fall|winter)",
    ),
    RoleRule(
        "hour of a daily thing",
        Role.REPEATED,
        "The programme is broadcast daily at [09:10] to 09:30 local time.",
        before=(
            r"\b(?:[Dd]aily|[Nn]ightly|[Ee]very\s+(?:single\s+)?(?:day|morning|afternoon|evening|night|weekday|hour)"
            r"|[Ee]ach\s+(?:day|morning|afternoon|evening|night|weekday)|(?:on\s+)?weekdays|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)\b"
            r"(?:(?!\b(?:who|which|when|until|but)\b)[^.;]){0,70}"
        ),
        date=(
            r"(?:(?:at|about|around)\s+)?(?:\d{1,2}[:.]\d\d(?:\s*[ap]\.?\s?m\.?)?|\d{1,2}\s*[ap]\.?\s?m\.?|noon|midday|midnight)"
            r"(?:,?\s*\(?(?:[A-Z]{3,4}|local\s+time)\)?)?"
        ),
    ),
    RoleRule(
        "hour of all those days",
        Role.REPEATED,
        "All this week at [1:30] on Radio Two she plays them.",
        before=r"\b[Aa]ll\s+(?:this|next|last)?\s*(?:week|month|weekend)\s+(?:at\s+|between\s+)?",
        date=r"\d{1,2}[:.]\d\d.*|\d{1,2}\s*[ap]\.?m\.?|noon|midnight",
    ),
    RoleRule(
        "hour of every such day",
        Role.REPEATED,
        "It airs at [10:40] and 23:40 every Saturday.",
        date=r".*\d(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{3,4})?|noon|midnight",
        after=(
            r"(?:\s*(?:,|and|or|to|until|till|[-–])\s*(?:(?:and|at|again\s+at)\s+)?\d{1,2}(?:[:.]?\d\d)?(?:\s*[ap]\.?m\.?)?){0,5}"
            r"(?:\s+\(?(?:[A-Z]{3,4}|local\s+time)\)?){0,2}\s+(?:on\s+)?(?:every|each|daily|nightly|weekdays|\w+days)\b"
        ),
    ),
    RoleRule(
        "asked",
        Role.ASKED,
        "How many will be left in [2027]?",
        before=r"(?:^|[“\"‘'—–,:]\s*)(?:How|What|When|Where|Who|Whom|Whose|Why|Which|Did|Does|Do|Is|Are|Was|Were|Will|Would|Can"
        r"|Could|Should|Has|Have|Had|And|But|So)\b[^.;]*",
        after=r"[^.;]*\?",
    ),
)

ALLEGATIONS: tuple[RoleRule, ...] = (
    RoleRule(
        "alleged",
        Role.ALLEGED,
        "She is accused of taking the money in [2015].",
        before=(
            r"\b(?:[Aa]ccused|[Ss]uspected|[Gg]uilty|[Cc]harged)\s+(?:of|with)\s+[^.;]*|\b(?:[Aa]llegedly|[Rr]eportedly"
            r"|[Ss]upposedly)\b[^.;,]*|\b[Aa]lleg(?:ed|es|ing)\s+that\b[^.;]*"
        ),
    ),
    RoleRule(
        "may be",
        Role.ALLEGED,
        "The mill could close in [May].",
        before=r"\b(?:may|might|could(?!\s+not|n['’]t))\s[^.;,:]{0,60}|\b(?:hope|wish|fear|pray|imagine)s?\s[^.;,:]{0,60}",
    ),
    RoleRule(
        "would have been",
        Role.ALLEGED,
        "It would have meant that we'd have come on [Saturday].",
        before=r"(?:\bwould|['’]d)\s+(?:\w+ly\s+|then\s+)?have\s+(?!been\b|turned\b|celebrated\b)\w+[^.;,:]{0,50}",
    ),
    RoleRule(
        "was due to be",
        Role.ALLEGED,
        "They had been due to meet on [Sunday].",
        before=(
            r"\b(?:had\s+(?:originally\s+)?been|(?:was|were)\s+(?:originally|initially))\s+(?:due|scheduled|expected|supposed|planned"
            r"|set|meant)"
            r"\s+(?:to|for)\b[^.;,:]{0,50}"
            r"|(?<!\bif\sI\s)(?<!\bIf\sI\s)\b(?:was|were)\s+to\s+(?!be\s+(?:seen|found|heard)\b)[a-z]+\b[^.;:]{0,90}"
        ),
    ),
    RoleRule(
        "if",
        Role.ALLEGED,
        "He will resign if the party loses on [Sunday].",
        before=r"\b(?:[Ii]f|[Uu]nless|[Ww]hether(?:\s+or\s+not)?)\s[^.;,]*",
    ),
)
