"""Dates that only bound something: since when, until when, by when, after when."""

from tui.analysis.events.roles.role import AMOUNT, HAPPENINGS, Role, RoleRule

OF_SINCE = r"(?: at least| about| around| the)?\s+(?:(?:end|mid|early|late)-)?"
PART = r"(?:the\s+)?(?:(?:end|middle|beginning|start|close)\s+of\s+)?(?:the\s+)?"
# What may follow the date of a limit; another noun would make it the day of an event: "by Friday's vote".
BEHIND = (
    r"(?!['’]s|\s+(?!(?:in|of|and|or|to|when|at|for|the|if|but|which|who|that|this|as|with|from|under|because|on|he|she|it"
    r"|they|we|you|unless|while|so|amid|despite|through|than|there|after|before|by|a|an|said|local|time|noon|next|last|later|early|earlier)\b)"
    r"[a-z])"
)

LIMITS: tuple[RoleRule, ...] = (
    RoleRule(
        "leading up to",
        Role.LIMIT,
        "There was much talk in the weeks leading up to [Monday night]'s debate.",
        before=(
            r"\b(?:(?:hours|days|weeks|months|years)\s+(?:leading\s+(?:up\s+)?to|prior\s+to)|(?:run-?up|lead-?up|build-?up|countdown)\s+to)"
            r"\s+(?:the\s+)?"
        ),
    ),
    RoleRule(
        "compared with then",
        Role.COMPARED,
        "It is a lead of 16 points, compared to 9 points in [March last year], when they last asked.",
        before=(
            rf"\b(?:compared\s+(?:with|to)|versus|vs\.?)\s+(?:[\w'’-]+\s+){{0,3}}{AMOUNT}(?:\s+[\w'’-]+){{0,3}}\s+(?:in|on|at|for|during)\s+"
        ),
    ),
    RoleRule(
        "by the one or the other",
        Role.LIMIT,
        "They had got help there by Thursday or [Friday].",
        before=r"\b(?:[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore)\s+(?:the\s+)?(?:\w+day|\d{4}|[A-Z]\w{2,8}|the\s+\w+)\s+or\s+(?:even\s+|by\s+)?",
        after=BEHIND,
    ),
    RoleRule(
        "when",
        Role.HAPPENED,
        "It has not moved since [August], when it was hit.",
        date=r"(?!.*\d\s*[ap]\.?m\b).*",
        after=r",?\s+when\b",
    ),
    RoleRule(
        "not until", Role.HAPPENED, "It was not until [Tuesday] that he spoke.", before=r"\b(?:not|only)\s+until\s+"
    ),
    RoleRule(
        "the most since",
        Role.COMPARED,
        "The index fell to its lowest level since [October 1997].",
        before=(
            r"\b(?:[Ll]owest|[Hh]ighest|[Ff]irst|[Ww]orst|[Bb]est|[Bb]iggest|[Ll]argest|[Ss]mallest|[Mm]ost|[Ff]ewest|[Ll]east"
            r"|[Ss]trongest|[Ww]eakest|[Ll]ongest|[Hh]ottest|[Cc]oldest|[Ww]ettest|[Dd]riest|[Dd]eadliest|[Ss]teepest"
            r"|[Ss]harpest|[Ss]lowest|[Ff]astest|[Oo]nly|[Ss]econd-\w+|[Uu]nequalled|[Uu]nseen|\w{3,}iest)\b[^;:]{0,115}"
            rf"\b[Ss]ince{OF_SINCE}"
        ),
    ),
    RoleRule(
        "the most since the start",
        Role.COMPARED,
        "It was the largest number of cases in a day since the start of the outbreak in [April].",
        before=(
            r"\b(?:[Ll]owest|[Hh]ighest|[Ff]irst|[Ww]orst|[Bb]est|[Bb]iggest|[Ll]argest|[Ss]mallest|[Mm]ost|\w{4,}est)\b[^;:]{0,100}"
            r"\b[Ss]ince\s+(?:the|its|their|his|her)\s+(?:\w+\s+){0,2}?(?:beginning|start|outbreak|onset|outset|launch|end|fall"
            r"|collapse|crash|introduction|founding|creation)\s+(?:of\s+(?:[\w'’-]+\s+){1,5})?(?:in|on)\s+"
        ),
    ),
    RoleRule(
        "than anything since",
        Role.COMPARED,
        "The slump has been deeper than anything we have seen since [the 1930s].",
        before=(
            r"\b(?:[Tt]han\s+(?:any|at\s+any|all|ever|those|what)\w*|[Uu]nlike\s+any\w*|[Ll]ike(?:s)?\s+of\s+which|[Uu]nmatched"
            rf"|[Uu]nprecedented|[Uu]nheard)\b[^;:.]{{0,80}}\b[Ss]ince{OF_SINCE}"
        ),
    ),
    RoleRule(
        "not since",
        Role.COMPARED,
        "The river had not been so high since [1953].",
        before=(
            r"(?:\b(?:[Nn]ot|[Nn]ever|[Nn]o|[Nn]obody|[Nn]one|[Nn]othing|[Nn]either|[Ww]ithout)\b|n['’]t\b)[^;:.]{0,70}"
            rf"\b[Ss]ince{OF_SINCE}|\b[Nn]ot since{OF_SINCE}"
        ),
    ),
    RoleRule(
        "changed since",
        Role.COMPARED,
        "It is a threefold increase since [the 1960s].",
        before=(
            r"\b(?:increased?|rises?|risen|rose|jump(?:ed)?|drop(?:ped)?|falls?|fallen|declined?|decreased?|changed?|unchanged"
            r"|gain(?:ed)?|growth|grown|grew|surged?|shrunk|shrank|improve(?:d|ment)|up|down|doubled|tripled|halved)"
            rf"(?:\s+[\w.,%]+){{0,3}}\s+since{OF_SINCE}"
        ),
    ),
    RoleRule(
        "so many since",
        Role.LIMIT,
        "Eight of the 14 killings since [1993] were solved.",
        before=rf"\b[a-z]+s\s+since{OF_SINCE}",
        after=r"\s+(?:were|was|have|has|are|is|had)\b",
    ),
    RoleRule(
        "so much since",
        Role.LIMIT,
        "It has sold 70 houses since [1983].",
        before=rf"(?:{AMOUNT}|\btimes)\s[^;:.,]{{0,25}}\bsince{OF_SINCE}",
    ),
    RoleRule(
        "all that came since",
        Role.LIMIT,
        "Since [1983], the firm has shed 70 mills.",
        before=rf"(?:^\W*|[,;:]\s+(?:[\"“‘]|``|'')?|\b(?:and|but)\s+)[Ss]ince{OF_SINCE}",
        after=r",?\s+(?!when\b)[^.;]{0,80}?\b(?:has|have|had)\b",
    ),
    RoleRule(
        "since",
        Role.SINCE,
        "It has been independent since [1901].",
        before=rf"\b[Ss]ince{OF_SINCE}",
        after=rf"(?!(?:\s+[\w-]+){{0,2}}\s+{HAPPENINGS}(?<=[a-z]))",
    ),
    RoleRule(
        "until",
        Role.LIMIT,
        "The offer runs until [Friday].",
        before=r"(?:\b(?:[Uu]+nt+il+|[Tt]ill?|[Tt]hrough|no later than)|['’]til)(?: at least| the)?\s+",
    ),
    RoleRule(
        "extended to",
        Role.LIMIT,
        "The offer was extended to [Nov. 20].",
        before=r"\b(?:[Ee]xtend|[Pp]rolong|[Ll]engthen)\w*\s+(?:[\w'’-]+\s+){0,5}?to\s+",
    ),
    RoleRule(
        "data to then",
        Role.LIMIT,
        "They drew on data to [the end of April].",
        before=r"\b(?:data|figures|records|statistics|results|numbers)\s+(?:up\s+)?to\s+(?:the\s+)?",
    ),
    RoleRule(
        "by",
        Role.LIMIT,
        "It must leave by [January].",
        before=rf"\b[Bb]y(?: about| around| early| mid| late)?[\s-]+{PART}",
        date=r"(?!today|.*\bfire\b).*",
        after=BEHIND,
    ),
    RoleRule(
        "to an hour",
        Role.LIMIT,
        "The curfew lasts from midnight to [6 a.m.], he said.",
        before=r"\b(?:to|and|or)\s+",
        date=r"(?:\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?|noon|midnight)(?:\s+(?:[A-Z]{2,4}|Eastern|Pacific|Central)(?:\s+time)?)?",
    ),
    RoleRule(
        "hour of a day that is named",
        Role.LIMIT,
        "Doors open at [16:00 BST] for Saturday's show.",
        date=r"\d{1,2}[:.]\d\d.*|.*\d\s*[ap]\.?m\.?",
        after=r"\s+(?:for|on)\s+(?:the\s+)?(?:next\s+|last\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow|yesterday)\b",
    ),
    RoleRule(
        "hour of another day",
        Role.LIMIT,
        "He took a pill at [1.30 am] on the morning of his death.",
        date=r".*\d\s*[ap]\.?m\.?",
        after=r"\s+(?:on|of)\s+(?:the|that|his|her|their)\s+(?:very\s+)?(?:morning|day|night|evening|afternoon)\b",
    ),
    RoleRule(
        "before", Role.LIMIT, "It will not open before [2027].", before=r"\b[Bb]efore(?: the)?\s+", after=r"(?!['’]s)"
    ),
    RoleRule(
        "after",
        Role.LIMIT,
        "The shares can be redeemed after [1994].",
        before=rf"\b[Aa]fter\s+{PART}",
        after=BEHIND,
    ),
    RoleRule(
        "towards",
        Role.LIMIT,
        "Both sides march on towards [Election Day].",
        before=(
            r"\b(?:[Tt]owards?|[Aa]head of|[Pp]rior to|(?:[Ll]eading|[Rr]unning) up to|[Ii]n advance of|approach of"
            r"|approaching|preparing for|in time for)(?: the)?\s+"
        ),
        after=rf"(?!\s+(?:[\w-]+\s+){{0,3}}{HAPPENINGS}|\s+[A-Z]){BEHIND}",
    ),
    RoleRule(
        "due",
        Role.LIMIT,
        "Notes due [Nov. 1, 2009] were sold.",
        before=(
            r"(?<!\bis )(?<!\bbe )(?<!\bare )\b(?:due|maturing|expiring|payable|effective|redeemable|convertible"
            r"|exercisable|valid|backdated|retroactive)"
            r"\s+(?:on\s+|in\s+|to\s+|from\s+)?"
        ),
    ),
    RoleRule(
        "drawing near",
        Role.NAMED,
        "As [Election Day] draws near, both travel.",
        after=r"\s+(?:(?:grows?|draws?|gets?|comes?|is|was)\s+(?:near|close)|nears|neared|approach|loom"
        r"|(?:(?:is|was)\s+)?(?:just\s+|now\s+)?a?round\s+the\s+corner|upon\s+us)",
    ),
    RoleRule(
        "over a decade to come",
        Role.LIMIT,
        "The plan would cost a billion over [the next decade].",
        before=r"\b(?:over|during|throughout|within|in|for)\s+",
        date=r"the\s+(?:next|coming|past|last)\s+(?:decade|century)",
    ),
    RoleRule("from", Role.LIMIT, "Flights leave from [March 30].", before=r"\b[Ff]rom(?: the)?\s+"),
    RoleRule("deadline", Role.NAMED, "They missed the [Jan. 14] deadline.", after=r"\s+(?:deadline|cutoff|expiry)\b"),
    RoleRule(
        "as the deadline",
        Role.NAMED,
        "The board set [Nov. 10] as the deadline for bids.",
        after=r"\s+as\s+(?:the|its|their|a|an)\s+(?:[a-z]+\s+)?(?:deadline|date|limit|target|cutoff)\b",
    ),
    RoleRule(
        "record date", Role.NAMED, "The record date is [Nov. 9].", before=r"\b[Rr]ecord\s+date\s+(?:is|was|of)\s+"
    ),
    RoleRule("of record", Role.NAMED, "Payable to stock of record [Nov. 17].", before=r"\bof\s+record\s+(?:on\s+)?"),
)
