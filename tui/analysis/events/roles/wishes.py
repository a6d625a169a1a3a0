"""Dates of what is urged, hoped or supposed, and of what is so time and again: none of it is told to have happened."""

from tui.analysis.events.roles.role import Role, RoleRule

SEASON = r"(?:spring|summer|autumn|fall|winter)"
ROUGH = (
    r"(?!.*day\b|.*\b\d{1,2}\b|.*\bago\b|last\b|yes|now|tonight|.*tomorrow).*"  # no day that could be kept in a diary
)

WISHES: tuple[RoleRule, ...] = (
    RoleRule(
        "urged",
        Role.ASKED,
        "We all need to be prepared, above all for [the autumn].",
        before=(
            r"\b(?:[Nn]eeds?\s+to|[Mm]ust|[Ss]hould|[Oo]ught\s+to|(?:[Hh]ave|[Hh]as)\s+to|[Ll]et\s+us|[Ll]et['’]s|[Bb]etter)\s+"
            r"(?:all\s+|\w+ly\s+)*(?:be\s+(?:\w+\s+)?(?:ready|prepared|alert|vigilant|careful|armed)|prepare|get\s+ready|brace|plan"
            r"|look|think|watch|hope)\b[^.;]{0,70}"
        ),
        date=ROUGH,
    ),
    RoleRule(
        "hoped",
        Role.ASKED,
        "We hope that in [the winter] our neighbours will help.",
        before=(
            r"\b(?:[Ww]e|I|[Tt]hey|[Hh]e|[Ss]he|[Ee]verybody|[Ee]veryone)\s+(?:all\s+|\w+ly\s+|do\s+)?(?:hope|wish|pray)(?:s|es)?\s+"
            r"(?!to\b)[^.;]{0,70}"
        ),
        date=ROUGH,
    ),
    RoleRule(
        "what one would have to do",
        Role.ASKED,
        "Mills would have to bake less to keep prices up over [the summer].",
        before=(
            r"(?:\bwould|['’]d)\s+(?:\w+ly\s+)?(?:have|need)\s+to\s+[a-z]+\b[^.;]{0,60}?"
            r"\bto\s+(?:keep|maintain|avoid|meet|reach|match|prevent|save|stay|hold|win|remain|break|make|cover)\b(?:[^.;]|\.(?=\d)){0,80}"
        ),
        date=ROUGH,
    ),
    RoleRule(
        "bidden to listen",
        Role.ASKED,
        "Tune in [today] for the news of the north.",
        before=(
            r"(?:^|[.!?:;“\"‘'—–-]\s*|,\s+(?:so\s+)?)(?:(?:[Ss]o|[Aa]nd|[Bb]ut|[Pp]lease|[Dd]o)\s+)?"
            r"(?:[Tt]une\s+in|[Ll]isten(?!ing|ed|er|s)|[Jj]oin\s+us|[Dd]on['’]t\s+miss|[Ss]tay\s+tuned)\b[^.;]{0,90}"
        ),
    ),
    RoleRule(
        "hours of a programme",
        Role.REPEATED,
        "Transmission time is 9:10 to [9:30 local time] (14:10 GMT).",
        before=(
            r"\b(?:[Tt]ransmission|[Bb]roadcast(?:ing)?|[Oo]pening|[Vv]isiting|[Oo]ffice|[Bb]usiness|[Cc]losing|[Aa]iring)\s+(?:times?|hours)"
            r"(?:\s+(?:is|are)|:)\s+(?:[^.;]|\.(?=\d)){0,60}"
        ),
        date=r".*\d[:.]?\d\d.*|.*\d\s*[ap]\.?m\.?|noon|midnight",
    ),
    RoleRule(
        "time and again",
        Role.REPEATED,
        "Visits have gone well, only for fights to begin again [the next day].",
        before=r"\b(?:has|have)\s[^.;]{1,90},\s+only\s+(?:for\s+[^.;,]{1,40}\s)?to\s+[a-z]+\s+(?:[a-z]+\s+){0,2}",
        date=r"(?:the\s+)?(?:next|following|same)\s+\w+|(?:a|one)\s+\w+\s+later",
    ),
    RoleRule(
        "where it is that season",
        Role.NAMED,
        "They watch the lands of the south, which are in [winter].",
        before=(
            r"\b(?:(?:which|that)\s+(?:is|are)|(?:is|are)\s+(?:now|currently|still|already))\s+"
            r"in\s+(?:(?:the\s+\w+|\w+)\s+of\s+)?(?:its\s+|their\s+)?"
        ),
        date=SEASON,
        after=r"\W*(?:$|[.;])|,\s",
    ),
    RoleRule(
        "as a rule",
        Role.REPEATED,
        "You always have a wave of deaths for [about a week afterwards].",
        before=(
            r"\b(?:[Aa]lways|[Uu]sually|[Nn]ormally|[Tt]ypically|[Gg]enerally|[Tt]ends?\s+to|[Aa]s\s+a\s+rule)\s+"
            r"(?!been\b|[a-z]+ed\b|was\b|were\b|had\b|took\b|came\b|went\b|began\b|ran\b|held\b|met\b)[^.;]{0,90}"
        ),
        date=(
            rf"(?:(?:the|its|their)\s+)?(?:(?:early|mid|late|next)[\s-]+)?(?:{SEASON}|weekend|holidays?|Christmas|Easter)"
            r"|(?:about\s+|around\s+)?(?:an?|one|two|three|several|the\s+next|the\s+following)\s+\w+(?:\s+(?:later|after\w*|on))?"
        ),
    ),
    RoleRule(
        "delivered then",
        Role.NAMED,
        "Prices for gas delivered [the next month] rose.",
        before=r"\b(?:[Pp]rices?|[Cc]ontracts?|[Ff]utures)\s+(?:for|of|on)\s+[^.;,]{0,40}?\b(?:delivered|delivery|due)\s+(?:in\s+the\s+[^.;,]{1,30}\s|in\s+|for\s+)?",
        date=r"(?:the\s+)?(?:next|following|coming)\s+\w+",
    ),
)
