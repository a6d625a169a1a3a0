"""The table of cues: which words say that somebody speaks, writes or thinks, and how what was said follows them.

A row is a name, the verbs in their plain form, what may follow them, and an example in which brackets stand round the
cue and braces round what was said."""

from enum import Flag, auto
from functools import cache
from typing import NamedTuple


class Follows(Flag):
    """How the words that were said stand to their verb."""

    SPEECH = auto()  # words in quotation marks, before it or behind
    CLAUSE = auto()  # a clause with nothing before it: "said he was ill"
    THAT = auto()  # a clause with "that", "whether" or "how"
    ASIDE = auto()  # the sentence around: "it was late, she said"
    TO = auto()  # "to" and a verb: "vowed to stay"
    WHOM = auto()  # somebody, and "to" and a verb: "urged them to stay"
    TOLD = auto()  # whom it is told stands before what is told: "told them it was late"
    NOUN = auto()  # what is spoken of: "condemned the strike"


SAID = Follows.SPEECH | Follows.CLAUSE | Follows.THAT | Follows.ASIDE


class Cue(NamedTuple):
    """A kind of cue."""

    name: str
    verbs: str
    follows: Follows
    example: str


CUES = (
    Cue(
        "say",
        "say claim insist argue assert maintain declare acknowledge admit concede contend allege confirm "
        "reiterate emphasize emphasise stress note state predict",
        SAID,
        "The mayor [said] {the bridge was safe}.",
    ),
    Cue(
        "report",
        "report announce explain reveal disclose indicate conclude suggest observe caution",
        SAID,
        "The agency [reported] {that sales had halved}.",
    ),
    Cue(
        "add",
        "add continue conclude recall joke quip remark comment reply respond answer respond retort counter "
        "begin lament boast scold proclaim demand complain write tweet post read shout yell cry sing chant "
        "exclaim whisper mutter opine muse blog text",
        Follows.SPEECH | Follows.THAT | Follows.ASIDE,
        "She [added] {that nobody was hurt}.",
    ),
    Cue(
        "tell",
        "tell remind assure inform notify advise",
        SAID | Follows.TOLD | Follows.WHOM,
        "Lund [told] reporters {the talks had failed}.",
    ),
    Cue("warn", "warn", SAID | Follows.TOLD | Follows.WHOM, "He [warned] {that the dam could break}."),
    Cue(
        "ask",
        "ask wonder inquire",
        Follows.SPEECH | Follows.THAT | Follows.ASIDE | Follows.WHOM,
        "They [asked] {whether the ferry would sail}.",
    ),
    Cue(
        "think",
        "think believe fear hope feel suspect guess reckon figure doubt",
        Follows.CLAUSE | Follows.THAT | Follows.ASIDE,
        "Many [believe] {that the vote was fair}.",
    ),
    Cue(
        "expect",
        "expect know understand worry agree realize realise learn hear imagine recognize recognise assume "
        "decide anticipate dispute deny testify stipulate speculate surmise lament complain",
        Follows.CLAUSE | Follows.THAT,
        "Officials [expect] {the river will fall}.",
    ),
    Cue(
        "show",
        "show find estimate demonstrate prove imply forecast project rule determine",
        Follows.CLAUSE | Follows.THAT,
        "A study [found] {that the ice was thinner}.",
    ),
    Cue(
        "promise",
        "vow pledge promise threaten swear",
        Follows.TO | Follows.THAT | Follows.SPEECH | Follows.ASIDE,
        "The owner [vowed] {to rebuild the mill}.",
    ),
    Cue(
        "want",
        "want refuse decline propose agree offer hope intend seek plan plead decide",
        Follows.TO,
        "The union [refused] {to call off the strike}.",
    ),
    Cue(
        "urge",
        "urge implore beg press encourage want expect order instruct demand recommend",
        Follows.WHOM | Follows.THAT | Follows.SPEECH,
        "The court [urged] {both sides to settle}.",
    ),
    Cue(
        "judge",
        "criticize criticise condemn denounce praise blast slam attack mock deride reject question dismiss "
        "deny describe characterize characterise label accuse blame cite mention discuss endorse decry oppose "
        "defend support back echo express ridicule lambaste hail applaud welcome propose demand detail "
        "emphasize emphasise acknowledge note suggest announce highlight reference predict compare liken "
        "explain",
        Follows.NOUN,
        "The bishop [condemned] {the raid on the camp}.",
    ),
)
PHRASES: dict[str, tuple[str, ...]] = {  # verbs that speak only with the word after them
    "call": ("for", "on", "upon"),
    "point": ("to", "out"),
    "refer": ("to",),
    "speak": ("of", "about", "out"),
    "talk": ("about", "of"),
    "complain": ("about", "of"),
    "rail": ("against",),
    "agree": ("with",),
    "allude": ("to",),
    "warn": ("of", "against", "about"),
    "respond": ("to",),
    "object": ("to",),
    "worry": ("about",),
    "put": ("it",),
    "go": ("on",),
}
IRREGULAR = {
    "say": "says said saying", "tell": "tells told telling", "write": "writes wrote written writing",
    "think": "thinks thought thinking", "feel": "feels felt feeling", "know": "knows knew known knowing",
    "hear": "hears heard hearing", "find": "finds found finding", "show": "shows showed shown showing",
    "understand": "understands understood understanding", "read": "reads read reading",
    "forecast": "forecasts forecast forecasting", "swear": "swears swore sworn swearing",
    "begin": "begins began begun beginning", "sing": "sings sang sung singing", "seek": "seeks sought seeking",
    "put": "puts put putting", "go": "goes went going",
    "speak": "speaks spoke spoken speaking", "admit": "admits admitted admitting",
    "quip": "quips quipped quipping", "refer": "refers referred referring", "plan": "plans planned planning",
    "slam": "slams slammed slamming", "blog": "blogs blogged blogging", "beg": "begs begged begging",
    "label": "labels labeled labelled labeling labelling", "cry": "cries cried crying", "deny": "denies denied denying",
    "reply": "replies replied replying", "decry": "decries decried decrying", "imply": "implies implied implying",
    "notify": "notifies notified notifying", "testify": "testifies testified testifying",
    "worry": "worries worried worrying", "stipulate": "stipulates stipulated stipulating",
}  # fmt: skip


def forms_of(verb: str) -> tuple[str, ...]:
    """All forms of a verb, the plain one first."""
    if verb in IRREGULAR:
        return (verb, *IRREGULAR[verb].split())
    stem = verb.removesuffix("e")
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return verb, third, f"{stem}ed", f"{stem}ing"


@cache
def cue_forms() -> dict[str, Follows]:
    """What may follow each form of each cue."""
    found: dict[str, Follows] = {}
    for cue in CUES:
        for verb in cue.verbs.split():
            for form in forms_of(verb):
                found[form] = found.get(form, Follows(0)) | cue.follows
    return found


@cache
def phrase_forms() -> dict[str, tuple[str, ...]]:
    """The words that make a cue of each form of a verb of `PHRASES`."""
    return {form: words for verb, words in PHRASES.items() for form in forms_of(verb)}
