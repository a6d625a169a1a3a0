"""Dates that are part of a name, or only say which thing is meant."""

from tui.analysis.events.roles.role import HAPPENINGS, SMALL_WORDS, Role, RoleRule

NAMES: tuple[RoleRule, ...] = (
    RoleRule(
        "act of", Role.NAMED, "Under the Reform Act of [1989] it may not.", before=r"\b[A-Z]\w+\s+of\s+", date=r"\d{4}"
    ),
    RoleRule(
        "named year",
        Role.NAMED,
        "A return to the [1967] borders was refused.",
        before=r"\b(?:[Tt]he|that|this|[Ii]ts|his|her|their|a|an|old|new|[A-Z][\w.]+['’]s)\s+(?:post-|pre-)?",
        date=r"(?:post-|pre-)?\d{4}",
        after=rf"[\s-]+(?!{SMALL_WORDS}\b)(?!(?:[\w-]+\s+){{0,3}}{HAPPENINGS})[A-Za-z]\w+",
    ),
    RoleRule(
        "of that year",
        Role.NAMED,
        "Anna Berg, [2015] winner of the prize, spoke.",
        date=r"\d{4}",
        after=(
            r"[\s-]+(?:[\w-]+\s+){0,2}(?:winner|laureate|champion|medal[a-z]+|finalist|nominee|candidate|contender|challenger|rival|graduate|edition|version|model"
            r"|film|movie|novel|book|album|song|single|hit|vintage|remake|thriller|comedy|documentary|photograph|photo|painting"
            r"|treaty|pact|accord|constitution|convention|act|law|statute|memoir|return|filing|budget|tax(?:es)?|salary|season|line-?up"
            r"|roster)s?\b"
        ),
    ),
    RoleRule(
        "expected of a year",
        Role.NAMED,
        "She trimmed her [1990] earnings forecast.",
        date=r"\d{4}|full-year|this\s+year|next\s+year",
        after=r"(?:['’]s)?\s+(?:[\w&.]+\s+){0,2}(?:projections?|estimates?|forecasts?|outlook|targets?|goals?|guidance)\b",
    ),
    RoleRule(
        "holder of a year",
        Role.NAMED,
        "Berg beat [last year]'s champion in Oslo.",
        date=r"(?:last|this)\s+(?:year|season|week|month)|\d{4}",
        after=(
            r"['’]s\s+(?:\w+\s+){0,2}(?:champions?|winners?|runners?-up|finalists?|holders?|nominees?|candidates?|favou?rites?"
            r"|intake|budget|crop|harvest|figures?|levels?|totals?|average)\b"
        ),
    ),
    RoleRule(
        "job of a season",
        Role.NAMED,
        "As a [summer] associate she wrote a report.",
        before=r"\b(?:an?|my|his|her|their|our|its)\s+",
        date=r"summer|winter|spring|autumn|fall|weekend|night|morning|evening|afternoon|christmas",
        after=rf"[\s-]+(?!{SMALL_WORDS}\b)(?!(?:[\w-]+\s+){{0,1}}{HAPPENINGS})[a-z]\w+",
    ),
    RoleRule(
        "any such season",
        Role.NAMED,
        "In a bad flu [winter] we see many of them.",
        before=r"\b(?:[Aa]n?|[Aa]ny|[Ee]very|[Ee]ach|[Oo]rdinary|[Nn]ormal|[Tt]ypical|[Aa]verage|[Uu]sual|[Ss]easonal)\s+(?:[a-z-]+\s+){0,3}",
        date=r"(?:mid-)?(?:summer|winter|spring|autumn|fall)",
        after=rf"(?!\s+(?:[\w-]+\s+){{0,1}}{HAPPENINGS}|\s+of\b|['’]s)",
    ),
    RoleRule(
        "any such day",
        Role.NAMED,
        "The streets were empty for a normal [Friday afternoon].",
        before=r"\b(?:[Aa]n?|[Aa]ny|[Ee]very)\s+(?:\w+\s+)?(?:normal|usual|typical|ordinary|average|regular)\s+",
        date=r"\w+day(?:\s+\w+)?",
    ),
    RoleRule(
        "of the season",
        Role.NAMED,
        "The firms are making the [autumn] flu vaccine.",
        date=r"(?:the\s+|early\s+|late\s+)?(?:summer|winter|spring|autumn|fall)",
        after=(
            r"\s+(?:[a-z-]+\s+){0,1}(?:vaccines?|virus(?:es)?|flu|coats?|clothes|collections?|crops?|term|timetables?|schedules?"
            r"|sports?|resorts?|palace|house|home|school|camps?|jobs?|months)\b"
        ),
    ),
    RoleRule(
        "call at an hour",
        Role.NAMED,
        "She is ready for a [3 a.m.] call.",
        before=r"\b(?:an?|the|my|his|her|their|our|its|every)\s+",
        date=r"\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?|(?:noon|midnight)",
        after=r"\s+[a-z]{3,}",
    ),
    RoleRule(
        "what is named after a day",
        Role.NAMED,
        "He spread [Sept. 11] conspiracy theories.",
        date=r"(?:9/11|sept(?:\.|ember)?\s+11(?:th)?)",
        after=r"\s+(?:conspirac|commission|famil|victim|truther|era\b|generation|museum|widow|survivor|report|fund)",
    ),
    RoleRule(
        "age of ours",
        Role.NAMED,
        "It was the greatest fraud of [this century].",
        before=r"\b(?:of|for|in)\s+",
        date=r"(?:this|our|the\s+present)\s+(?:century|decade|age|era|millennium)",
    ),
    RoleRule(
        "of that age",
        Role.NAMED,
        "Coal has a smaller part in a [21st-century] economy.",
        date=r".*-(?:century|decade|era)",
        after=r"\s+[a-z]",
    ),
    RoleRule(
        "what the day will bring",
        Role.NAMED,
        "Nobody knows what [tomorrow] will be like.",
        before=r"\b(?:[Ww]hat|[Hh]ow)\s+",
        date=r"tomorrow|today|next\s+\w+",
        after=r"\s+(?:will|would|may|might|is\s+going\s+to)\s+(?:be|bring|hold|look)\b",
    ),
    RoleRule(
        "programme of a day",
        Role.NAMED,
        "She was a guest of “Oslo News [Sunday],” and said so.",
        before=r"[“\"‘](?:[A-Z][\w’']*\s+){1,4}",
        date=r"(?-i:[A-Z][a-z]+day|Tonight|Today)",
        after=r"[,.]?[”\"’]",
    ),
    RoleRule(
        "of these days",
        Role.NAMED,
        "In [today]'s world both parents work.",
        date=r"today|tomorrow|yesterday",
        after=(
            r"['’]s\s+(?:[\w-]+\s+){0,1}(?:world|society|economy|standards?|terms|money|dollars|technology|youth|generations?"
            r"|children|kids|teenagers|parents|women|men|marketplace|environment|climate|culture|politics|students|leaders"
            r"|workers|voters|problems|needs)\b"
        ),
    ),
    RoleRule(
        "all in all",
        Role.NAMED,
        "At [the end of the day], we need peace.",
        before=r"(?:^|[“\"‘'.:;,—–]\s*|\b(?:and|but|that|because)\s+)[Aa]t\s+",
        date=r"the end of the day",
        after=(
            r",|\s+(?:it|that|this|there|what|you|we|I|they)(?:['’](?:s|re|ll|d|ve)\b|\s+(?:is|are|has|have|will|does|do|all|just"
            r"|can|must|want|need|matters?|comes)\b|n['’]t\b)"
        ),
    ),
    RoleRule(
        "as it is today",
        Role.NAMED,
        "Had I known what I know [today], I would have stayed.",
        before=r"\b(?:[Ww]hat|[Aa]s|[Aa]ll|than)\s+(?:I|we|you|they|he|she|it)\s+(?:(?:all|now|do|is|are|am)\s+)?(?:(?:know|see|have|think|understand)\s+)?(?:it\s+|them\s+)?",
        date=r"today|now|nowadays|tonight",
    ),
    RoleRule(
        "a better tomorrow",
        Role.NAMED,
        "They hope for a brighter [tomorrow].",
        before=r"\b(?:an?|the|our|their|my|your)\s+(?:\w+er\s+|new\s+|good\s+)?",
        date=r"tomorrow|yesterday|today",
        after=r"(?!['’]s)",
    ),
    RoleRule(
        "even today",
        Role.NAMED,
        "The struggles, even [today], go on.",
        before=r"\b(?:[Ee]ven|[Ss]till|[Tt]o|[Uu]ntil|[Aa]s\s+of|[Ff]rom\s+\w+\s+to)\s+",
        date=r"today|tonight",
        after=r"(?!['’]s)",
    ),
    RoleRule(
        "group named after a day",
        Role.NAMED,
        "He leads the [April 6] Youth Movement.",
        date=r"(?:[a-z]+\.?\s+\d{1,2}|\d{1,2}\s+[a-z]+)(?:st|nd|rd|th)?",
        after=r"\s+(?:[A-Z]\w+\s+)*(?i:movement|group|party|brigades?|front|coalition|forum|alliance|organi[sz]ation|battalion)\b",
    ),
    RoleRule(
        "another 9/11",
        Role.NAMED,
        "The world is ready for another [9/11].",
        before=r"\b(?:[Aa]nother|[Aa]\s+(?:new|second)|[Nn]ext|[A-Z]\w+['’]s|[Oo]ur|[Yy]our|[Oo]wn)\s+",
        date=r"(?:9/11|sept(?:\.|ember)?\s+11(?:th)?)|\d{4}|black\s+\w+day",
        after=r"(?!['’]s|\s+(?!and\b|or\b|in\b|at\b|if\b|as\b)[a-z])",
    ),
    RoleRule(
        "here today",
        Role.NAMED,
        "They will be here [today], tomorrow and for all time.",
        before=r"\b[Hh]ere\s+",
        date=r"today",
        after=r",?\s+(?:and\s+)?(?:tomorrow|gone)\b",
    ),
    RoleRule(
        "and tomorrow",
        Role.NAMED,
        "They will be here today, [tomorrow] and for all time.",
        before=r"\b(?:[Hh]ere|[Nn]ow|[Tt]hen|[Yy]esterday,)\s+today,?\s+(?:and\s+)?|\bgone\s+",
        date=r"tomorrow",
    ),
    RoleRule(
        "programme that is broadcast",
        Role.NAMED,
        "[Today] is broadcast live, and its order may change.",
        date=r"(?-i:Today|Tonight|This\s+(?:Morning|Week)|Sunday\s+Morning)",
        after=r"\s+(?:is|are|was)\s+(?:broadcast|presented|produced|on\s+(?:Radio|BBC|NBC|air)|an?\s+(?:\w+\s+)?(?:programme|program|show))\b",
    ),
    RoleRule(
        "service of any such day",
        Role.NAMED,
        "[Sunday] church services are going ahead.",
        date=r"(?:\w+day)",
        after=r"\s+(?:church\s+services|masses|newspapers|papers|prayers|schools?|roasts?|lunches|markets)\b(?=\s+(?:is|are|have|has)\b)",
    ),
    RoleRule(
        "named after 9/11",
        Role.NAMED,
        "The Senate passed the [9/11] lawsuit bill.",
        date=r"9/11",
        after=r"\s+(?!attack|terror|hijack|bomb|strike|assault|was\b|were\b|and\b|in\b|or\b|to\b|that\b|when\b|as\b)[A-Za-z]",
    ),
    RoleRule(
        "side named after a day",
        Role.NAMED,
        "She leads the pro-Syrian “[March 8]” camp.",
        before=r"[\"“‘']",
        date=r".*\d(?:st|nd|rd|th)?",
        after=rf"[\"”’']\s+(?!{SMALL_WORDS}\b)[a-z]\w+",
    ),
    RoleRule(
        "times of the year",
        Role.NAMED,
        "Most come in the warmer months of [the year].",
        before=(
            r"\b(?:times?|parts?|seasons?|months?|weeks?|days?|nights?|holidays?|events?|festivals?|matches|games?|races?|films?"
            r"|books?|songs?|albums?|most\s+\w+)\s+of\s+|\bthroughout\s+"
        ),
        date=r"the\s+year",
    ),
    RoleRule(
        "best of the year",
        Role.NAMED,
        "She was named player of [the year].",
        before=r"\b(?!rest|course|remainder|most|much|half|out|turn|close|part|end|start|all|because|quarter|top)[A-Za-z]{3,}\s+of\s+",
        date=r"the\s+year",
    ),
    RoleRule(
        "figures for a year",
        Role.NAMED,
        "They read the filings of the firms for [2015].",
        before=(
            r"\b(?:filings?|returns?|figures?|data|accounts|budgets?|statements?|reports?)\s+"
            r"(?:of\s+(?:[\w'’-]+\s+){1,5})?for\s+(?:the\s+year\s+)?"
        ),
        date=r"\d{4}|last\s+year",
    ),
    RoleRule(
        "most in its age",
        Role.NAMED,
        "It would be the biggest of all floods they have seen in [the 21st century].",
        before=(
            r"\b(?:[Ff]irst|[Ll]ast|[Oo]nly|[Ww]orst|[Bb]est|[Bb]ig+est|\w{3,}est|[Mm]ost)(?:-\w+)?\s[^.;]{0,90}?"
            r"\b(?:in|during|for)\s+"
        ),
        date=r"(?:the|this|our)\s+(?:\w+(?:\s|-))?(?:decade|century)",
        after=rf"(?!\s+(?!{SMALL_WORDS}\b)[a-z])",
    ),
    RoleRule(
        "first of its age",
        Role.NAMED,
        "It was the worst flood of [the 21st century].",
        before=r"\b(?:[Ff]irst|[Ss]econd|[Ll]ast|[Oo]nly|[Ww]orst|[Bb]est|\w{3,}est|[Mm]ost)(?:-\w+)?\s[^.;,]{0,40}\bof\s+",
        date=r"the\s+(?:\w+(?:\s|-))?(?:year|decade|century)",
    ),
    RoleRule(
        "maker of an age",
        Role.NAMED,
        "The house of a famous [17th century] painter is open.",
        before=r"(?<![Ii]n\sthe\s)(?<!of\sthe\s)(?<!by\sthe\s)(?<!ing\sthe\s)(?<!throughout\sthe\s)(?<!from\sthe\s)(?<!since\sthe\s)",
        date=r"(?:(?:early|late|mid)[\s-]+)?\w+\s+century",
        after=rf"\s+(?!{SMALL_WORDS}\b)(?!(?:[\w-]+\s+){{0,2}}{HAPPENINGS})(?!\w+ed\b|saw\b|began\b|came\b)[a-z]{{3,}}",
    ),
    RoleRule(
        "before or behind a feast",
        Role.NAMED,
        "They cut the post-[Christmas] timetable.",
        before=r"\b(?:[Pp]ost|[Pp]re)[\s-]+",
    ),
    RoleRule(
        "title",
        Role.NAMED,
        "He told CBS [This Morning] that he would.",
        before=r"\b[A-Z][\w.]*\s+",
        date=(
            r"(?-i:Today|TODAY|Tonight|TONIGHT|Tomorrow|This\s+(?:Morning|Week|Evening|Day|Year)|Weekend|Sunday\s+Morning)"
        ),
    ),
    RoleRule(
        "programme of the morning",
        Role.NAMED,
        "She told the breakfast show [Today] that he lied.",
        before=(
            r"\b(?:[Tt]old|[Ss]how|[Pp]rogram(?:me)?|[Nn]ewspaper|[Bb]roadcast|host|presenter|editor|by|with|for|of|watch(?:ed|ing)?)"
            r"\s+(?:of\s+)?(?:the\s+)?[“\"‘']?"
        ),
        date=r"(?-i:Today|Tonight|This\s+Morning|Sunday\s+Morning|Tomorrow)",
    ),
    RoleRule(
        "disaster named after a feast",
        Role.NAMED,
        "The same goes for the [Boxing Day] tsunami and other floods.",
        date=(
            r"boxing day|christmas(?: day| eve)?|easter(?: sunday| monday)?|good friday|new year['’]?s? (?:eve|day)"
            r"|halloween|thanksgiving(?: day)?|valentine['’]?s day|st\.? \w+['’]s day"
        ),
        after=(
            r"\s+(?:tsunami|quake|earthquake|massacre|bomb(?:ing|er)?s?|plot|uprising|rising|truce|floods?|storm|offensive|killings?"
            r"|murders?|fire|crash|attacks?)\b(?!\s+(?:was|were|had|hit|broke|began|left|struck|destroyed|killed|injured))"
        ),
    ),
    RoleRule(
        "those who came through it",
        Role.NAMED,
        "Veterans of the [1987] storm have been held up.",
        before=(
            r"\b(?:[Vv]eterans?|[Ss]urvivors?|[Vv]ictims?|[Hh]ero(?:es)?|[Ww]idows?|[Oo]rphans?|[Ww]itness(?:es)?|[Ff]amilies)\s+"
            r"of\s+(?:the\s+)?(?:\d{4}\s+[^.;,:]{3,40}?\s+and\s+(?:of\s+)?(?:the\s+)?)?"
        ),
        date=r"\d{4}",
        after=r"\s+[A-Za-z]",
    ),
    RoleRule(
        "games that are sought",
        Role.NAMED,
        "The right to host the [2024] Winter Games gave him hope.",
        before=(
            r"\b(?:[Rr]ights?|[Dd]ecisions?|[Bb]ids?|[Cc]hance|[Rr]ace|[Cc]ontest|[Cc]ampaign|[Vv]otes?|[Hh]opes?|[Cc]ontracts?)\s+"
            r"(?:(?!will\b)[\w'’-]+\s+){0,6}?(?:to|of|for|from)\s+(?:(?:host|stage|hold|organi[sz]e|run|win)(?:ing)?\s+)?(?:the\s+)?"
            r"|\b(?:[Aa]ward(?:ed|ing)?|[Gg]iv(?:en|ing)|[Gg]ave|[Ww]on|[Ww]inning|[Hh]anded|[Bb]idding\s+for|[Bb]id\s+for"
            r"|[Qq]ualif\w+\s+for|[Pp]repar\w+\s+for)\s+(?:[A-Z]\w+\s+)?(?:the\s+)"
        ),
        date=r"\d{4}",
        after=r"\s+(?:[A-Z][\w'’]+\s+){0,3}(?:Cup|Games|Olympics|Championships?|Expo|finals)\b",
    ),
    RoleRule(
        "games",
        Role.NAMED,
        "She won gold at London [2012].",
        before=r"\b(?!In|On|By|For|At|Since|From|During|Until|After|Before|And|But|The|About|Of|As)[A-Z][a-z]+\s+",
        date=r"\d{4}",
    ),
)
