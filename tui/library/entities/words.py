"""The words of names: what firms, ministries, parties and clubs are made of, and what stands before a person's name."""

LEGAL_WORDS = (
    "inc incorporated corp corporation co company ltd limited llc llp plc ag gmbh kg se sa spa srl nv bv ab "
    "asa oy as holding holdings"
)
REGAL_WORDS = "king queen pope prince princess emperor empress tsar czar sultan emir saint st mullah sheikh"
HONORIFICS_WORDS = "herr frau monsieur madame signor signora senor senora don mme mlle hon haji hajji"
NOT_HONORIFICS_WORDS = "striker winger keeper forward foreign deputy acting private major justice sister"
PARTICLES_WORDS = "al el as an ash at ad bin ibn ben von van de der den da di do dos del della la le ter zu"
HEADS_WORDS = (
    "ministry department court courts parliament congress senate cabinet government army navy military police "
    "chancellery assembly legislature commission embassy judiciary prosecutor prosecutors prosecution customs "
    "treasury council agency authority administration bank committee bureau office union association "
    "federation party service services forces force guard house institute league team televion television "
    "radio democrats democrat socialists socialist liberals liberal conservatives conservative republicans "
    "republican greens green communists communist nationalists nationalist labor labour opposition coalition"
)
CLUBS_WORDS = "fc sc sv vfb vfl tsg fsv afc cf ac as rb 1 04 05 96 98 club united"
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
WATERS = frozenset({"sea", "ocean"})
SPELLINGS = {
    "organisation": "organization", "organisations": "organizations", "defence": "defense", "centre": "center",
    "labour": "labor", "programme": "program", "theatre": "theater", "cooperation": "co operation",
    "sec": "secretary",
}  # fmt: skip

# Names that readers know and that many countries have: by itself each is said of one of them, most often of this one.
USUAL = {
    "congress": "us", "senate": "us", "house of representatives": "us", "supreme court": "us", "capitol": "us",
    "democratic party": "us", "republican party": "us", "treasury department": "us", "justice department": "us",
    "defense department": "us", "homeland security": "us", "national guard": "us", "coast guard": "us",
    "labor party": "gb", "conservative party": "gb", "home office": "gb", "social democratic party": "de",
    "christian democratic union": "de", "free democratic party": "de", "foreign office": "",
    "foreign ministry": "", "interior ministry": "", "defense ministry": "", "finance ministry": "",
    "green party": "", "left party": "", "socialist party": "", "communist party": "", "people's party": "",
    "freedom party": "", "liberal party": "", "workers' party": "", "national front": "", "pirate party": "",
    "football association": "", "general assembly": "un", "security council": "un", "central bank": "",
}  # fmt: skip
PARTIES = {
    "democrat": "democratic party", "republican": "republican party", "labor": "labor party",
    "tory": "conservative party", "tories": "conservative party", "conservative": "conservative party",
    "social democrat": "social democratic party", "social democrat party": "social democratic party",
    "christian democrat": "christian democratic union", "christian democrat party": "christian democratic union",
    "free democrat": "free democratic party", "green": "green party", "left": "left party",
    "socialist": "socialist party", "communist": "communist party", "liberal": "liberal party",
}  # fmt: skip
# Those that stand before a body as a country does.
UNIONS = {"un": "un", "united nations": "un", "eu": "eu", "european union": "eu", "european": "eu", "nato": "nato"}
OWN_WORDS = (
    "agency authority administration council commission committee bureau association federation service services union "
    "institute league office"
)
# With two words before one of these it is a name of its own: "Health Protection Agency".
OWN = frozenset(OWN_WORDS.split())
LEGAL = frozenset(LEGAL_WORDS.split())
REGAL = frozenset(REGAL_WORDS.split())
HONORIFICS = frozenset(HONORIFICS_WORDS.split())
NOT_HONORIFICS = frozenset(NOT_HONORIFICS_WORDS.split())
PARTICLES = frozenset(PARTICLES_WORDS.split())
# What nearly every country has: by itself such a name says nothing outside its article.
HEADS = frozenset(HEADS_WORDS.split())
CLUBS = frozenset(CLUBS_WORDS.split())
