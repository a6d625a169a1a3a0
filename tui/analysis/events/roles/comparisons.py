"""Dates on the other side of a comparison: what things were like then, told to measure what they are like now."""

from tui.analysis.events.roles.role import AMOUNT, SMALL_WORDS, Role, RoleRule

YEAR_AGO = (
    r"(?:an?\s+)?(?:year|month|quarter)[ -](?:earlier|ago|before)\b.*"
    r"|the\s+(?:year-|prior|previous|same|corresponding|comparable).*"
)
PERIODS = r"(?:years?|months|quarter|period|weeks?|half)"
SAME_TIME = (
    r"(?:in|on|at|for|during|of)?\s*(?:the\s+)?(?:(?:same|corresponding|comparable)\s+\w+\s+(?:in\s+|of\s+|the\s+)*)?"
)

FIGURES = (
    r"(?:levels?|figures?|totals?|numbers?|rates?|volumes?|averages?|pace|prices?|sales|output|tally|amounts?|sums?|highs?"
    r"|lows?|peaks?)"
)
SEEN = r"(?:seen|recorded|reached|reported|registered|measured|observed|posted|sold|known|set)"

COMPARISONS: tuple[RoleRule, ...] = (
    RoleRule(
        "a fall from then",
        Role.COMPARED,
        "She stands at 85 percent, a drop from the 95 percent he received in 2008 and [2012].",
        before=(
            r"\b(?:drop|fall|rise|increase|decline|gain|jump|decrease)\s+from\s+(?:the\s+)?"
            rf"{AMOUNT}[^.;:]{{0,60}}\b(?:in|of)\s+(?:the\s+)?(?:\d{{4}}\s+and\s+)?"
        ),
    ),
    RoleRule(
        "period ended",
        Role.PERIOD,
        "Profit fell in the quarter ended [June 30].",
        before=rf"\b{PERIODS}\s+(?:that\s+)?(?:ended|ending|to)(?:\s+on)?\s+",
    ),
    RoleRule(
        "a year earlier",
        Role.COMPARED,
        "Net rose to $5 million from $4 million [a year earlier].",
        before=AMOUNT + r",?\s+",
        date=YEAR_AGO,
        after=r"(?!,?\s+when)",
    ),
    RoleRule(
        "compared with",
        Role.COMPARED,
        "Visitors rose to 300,000 from 100,000 in [1980].",
        before=(
            r"\b(?:compared\s+(?:with|to)|versus|vs\.?|against|(?<!ore )(?<!ess )(?<!ther )than|from)\s+"
            rf"(?:[^,;:]{{0,25}}{AMOUNT}[^,;:]{{0,20}}\s)?(?:in\s+|for\s+|the\s+)?"
        ),
        date=rf"{YEAR_AGO}|last\s+year|\d{{4}}",
        after=r"(?!['’]s)",
    ),
    RoleRule(
        "like then",
        Role.COMPARED,
        "They said that the routes were also similar in [2007].",
        before=(
            r"\b(?:similar|comparable|identical|alike|much\s+the\s+same|(?:about|roughly|almost|just)\s+the\s+same)\s+"
            r"(?:to\s+(?:those|that|what|the\s+\w+)\s+(?:[a-z]+\s+){0,2})?(?:in|on|during|of)\s+(?:the\s+)?"
        ),
    ),
    RoleRule(
        "echo of then",
        Role.COMPARED,
        "The airlift is an echo of the flight of boys in [the early 1960s].",
        before=(
            r"\b(?:(?:echo(?:es|ing)?|reminiscent|redolent|repeat|repetition|reminder|memories)\s+of"
            r"|(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|outstrip\w*|eclips(?:es|ed|ing)|recall(?:s|ing)|dwarf(?:s|ed|ing)))\s"
            r"[^.;]{0,80}?\b(?:in|during|of|from)\s+(?:(?:his|her|its|their|the)\s+)?"
        ),
        date=r"(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?(?:1\d{3}|20\d\d|[’']\d\d|[2-9]0)s?",
    ),
    RoleRule(
        "than then",
        Role.COMPARED,
        "They now see 5 per cent, more than in [June].",
        before=(
            r"\b(?:than|as (?:much|many|high|low|large|great|bad|strong|weak|far|long) as)\s+"
            rf"(?:(?:it|they|that|those|he|she)\s+(?:was|were|had\s+been|did)\s+"
            rf"|(?:forecast|expected|predicted|projected|estimated|reported)\s+)?{SAME_TIME}"
        ),
    ),
    RoleRule(
        "beyond the total",
        Role.COMPARED,
        "It has passed the total for [2012].",
        before=(
            r"\b(?:beyond|past|over|above|below|under|near|exceed|surpass|pass|match|equal|top|beat|break|broke)\w*\s+"
            r"(?:[\w'’-]+\s+){0,3}(?:totals?|levels?|figures?|records?|marks?|pace|rates?|highs?|lows?|peaks?|tally)"
            r"\s+"
            r"(?:(?:for|of|in|from|set\s+in)\s+)"
        ),
    ),
    RoleRule(
        "up from then",
        Role.COMPARED,
        "Volume was 840 million shares, up from 443 million [Thursday].",
        before=rf"\b(?:from|against|with|versus)\s+{AMOUNT}(?:\s+[a-z]+){{0,2}}\s+",
        date=r"\w+day",
    ),
    RoleRule(
        "from so much then",
        Role.COMPARED,
        "Yields have dropped to 2 per cent from above 3 per cent at end-[June].",
        before=rf"\bfrom\s+(?:\w+\s+){{0,2}}{AMOUNT}\s+(?:at|by)\s+(?:the\s+)?(?:(?:end|mid|start|beginning)(?:-|\s+of\s+))?",
    ),
    RoleRule(
        "where it was",
        Role.COMPARED,
        "Prices should be back where they were in [1980].",
        before=r"\b(?:where|what|as)\s+(?:it|they|he|she|things|prices)\s+(?:was|were|stood|had\s+been)\s+(?:in|on|at)\s+",
    ),
    RoleRule(
        "that seen then",
        Role.COMPARED,
        "The storm is less severe than that seen in [1987] but wetter.",
        before=(
            r"\b(?:than|as|to|with|unlike|like)\s+(?:that|those|the\s+ones?|anything|what)\s+"
            r"(?:(?:was|were|had\s+been)\s+)?(?:(?:last\s+)?(?:seen|recorded|observed|reported|experienced|suffered|felt|found|known|measured"
            r"|caused|faced|endured|used|held|taken)\s+)?(?:in|during|of|at|on|from|by|after)\s+(?:the\s+)?"
        ),
        after=r"(?!,?\s+when\b)",
    ),
    RoleRule(
        "like that of then",
        Role.COMPARED,
        "With a hot summer like [last year]'s, wells would run dry.",
        before=r"\b(?:like|unlike|than|as\s+\w+\s+as)\s+",
        after=r"['’]s(?:[.,;:]|\s*$)",
    ),
    RoleRule(
        "will be like",
        Role.COMPARED,
        "It will be like [New Year's Eve] on every line.",
        before=(
            r"\b(?:be|been|being|is|was|were|feels?|felt|looks?|looked|seems?|seemed|sounds?|nothing|much|more|just|bit|lot)\s+"
            r"(?:just\s+|rather\s+|more\s+)?like\s+(?:on\s+|in\s+|a\s+|the\s+)?"
        ),
        after=rf"(?!['’]s|\s+(?!{SMALL_WORDS}\b)[a-z])",
    ),
    RoleRule(
        "as in those days",
        Role.COMPARED,
        "Many lost their homes, as in the [2005] flood, and more may follow.",
        before=r"\b(?:[Aa]s|[Uu]nlike)\s+(?:in|on|at|during|after|with)\s+(?:(?:the|that|those)\s+)?",
        after=r"(?:\s+(?!when\b)[\w'’-]+){0,4}\s*(?:[.;]|,(?!\s+when\b))",
    ),
    RoleRule(
        "than such a thing then",
        Role.COMPARED,
        "It is far higher than a similar flood in Kent [five years ago].",
        before=(
            r"(?:(?<!ore )(?<!ess )(?<!ther )\bthan|\bas\s+\w+\s+as|\bsimilar\s+to|\bcompar\w+\s+(?:to|with)"
            r"|\breminiscent\s+of|\b(?:levels?|scenes?|scale|size|heights?|crowds|numbers)\s+(?:last\s+)?(?:seen|reached|known|recorded)\s+(?:in|at|during|after))"
            r"\s+(?:in\s+|at\s+|during\s+|after\s+)?(?:an?|the|any|those|that)\s+"
            r"(?!year\b|decade\b|century\b|month\b|week\b|day\b|dozen\b|third\b|quarter\b|half\b)"
            r"(?:(?!that\b|which\b|who\b|when\b|where\b|he\b|she\b|they\b|we\b|it\b|was\b|were\b|is\b|are\b|had\b|[a-z]+ed\b)"
            r"[\w.'’-]+\s+){1,16}?(?:(?:in|of|at|during|on|from)\s+(?:the\s+)?)?"
        ),
        date=r"(?!to|yes|now|this|next|\w+day).*",
        after=r"(?!,?\s+when\b|['’]s)",
    ),
    RoleRule(
        "than a name then",
        Role.COMPARED,
        "It seems less deadly than Cholera in [1832].",
        before=(
            r"\b(?:(?:(?:[Mm]ore|[Ll]ess)\s+(?!\w+s\b)[\w'’-]+|\b(?!(?i:other|rather)\b)\w{3,}er|[Ww]orse)\s+than|[Uu]nlike|[Ss]imilar\s+to)\s+"
            r"(?:in\s+)?(?:(?:[A-Z][\w'’-]*|[a-z]+)\s+)?(?:[A-Z][\w'’-]*\s+){1,3}"
            r"(?:(?:did|was|were|had|had\s+been)\s+)?(?:in|of|during|at|on)\s+(?:the\s+)?"
        ),
        date=r"\d{4}|last\s+\w+|(?:\w+\s+)?\w+\s+years?\s+ago",
        after=r"(?!,?\s+when\b|['’]s)",
    ),
    RoleRule(
        "so many times the level of",
        Role.COMPARED,
        "Stocks are at nearly double the levels [two years ago].",
        before=(
            r"(?<!\bto )(?<!\bwill )\b(?:double|twice|half|triple|treble|quadruple|times|thirds?|quarters?)"
            r"\s+(?:of\s+)?"
            rf"(?:(?:the|that|those|its|their)\s+)?(?:[\w-]+\s+){{0,2}}{FIGURES}\s+"
            rf"(?:(?:(?:last\s+)?{SEEN}\s+)?(?:(?:in|of|for|at|on|during)\s+)?)(?:the\s+)?"
        ),
        after=r"(?!,?\s+when\b)",
    ),
    RoleRule(
        "beyond the level seen",
        Role.COMPARED,
        "Output is well above the levels seen [last year].",
        before=(
            r"\b(?:above|below|over|under|beyond|past|near|than|exceed\w*|surpass\w*|match\w*|from|to)\s+"
            rf"(?:[\w'’-]+\s+){{0,3}}{FIGURES}\s+(?:last\s+)?{SEEN}\s+(?:(?:in|at|on|during|for)\s+)?(?:the\s+)?"
        ),
        after=r"(?!,?\s+when\b)",
    ),
    RoleRule(
        "the year-ago level",
        Role.COMPARED,
        "Imports are 20 per cent above [the year-ago] level.",
        before=(
            r"\b(?:above|below|over|under|beyond|near|than|from|against|to|with|of|exceed\w*|match\w*|double|twice|half|times)"
            r"\s+"
        ),
        date=r"(?:(?:the|its|their|a)\s+)?year-(?:ago|earlier)",
        after=rf"\s+(?:[\w-]+\s+){{0,2}}(?:{FIGURES}|results?|earnings|profits?)\b",
    ),
    RoleRule(
        "as the thing behind it",
        Role.COMPARED,
        "It is not as strong as the storm that caused the [1953] flood.",
        before=(
            r"(?:\bas\s+(?!well\b|soon\b|far\b|long\b)\w+\s+as|\b(?:[Mm]ore|[Ll]ess)\s+(?!\w+s\b)[\w'’-]+\s+than"
            r"|\b(?!(?i:other|rather)\b)\w{3,}er\s+than|\b[Uu]nlike|\b(?:more|less|much|nothing)\s+like)\s+"
            r"(?:the|that|any)\s+(?:[\w'’-]+\s+){1,3}?(?:that|which)\s+(?:had\s+)?(?!was\b|were\b|has\b|is\b|are\b)[a-z]+\s+"
            r"(?:[\w'’-]+\s+){0,3}?(?:(?:in|of|during)\s+)?(?:the\s+)?"
        ),
        date=r"\d{4}|last\s+\w+|(?:\w+\s+)?\w+\s+years?\s+ago",
    ),
    RoleRule(
        "not to be repeated",
        Role.COMPARED,
        "[Last summer]'s rush is unlikely to be repeated.",
        after=(
            r"['’]s\s+(?:[\w-]+\s+){1,4}?(?:(?:is|are|was|were|seems?|looks?|appears?)\s+(?:\w+ly\s+)?"
            r"(?:(?:un|not\s+)?likely|not\s+(?:expected|going|set))\s+to\s+be|(?:will|can|could|would|may|must)(?:\s?not|n['’]t)?"
            r"\s+(?:\w+ly\s+)?be)\s+(?:repeated|matched|equaled|surpassed|exceeded|beaten|bettered)\b"
        ),
    ),
    RoleRule(
        "the figures of",
        Role.COMPARED,
        "It is a premium over [Thursday]'s closing price.",
        before=r"\b(?:over|above|below|than|to|from|with|like|unlike)\s+",
        after=(
            r"['’]s\s+(?:[\w-]+\s+){0,2}(?:figures?|levels?|prices?|rates?|close|highs?|lows?|totals?|standards?|average"
            r"|record)\b"
        ),
    ),
)
