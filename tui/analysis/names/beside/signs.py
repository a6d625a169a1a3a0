"""What stands beside the places of a name becomes votes on its kind, for the whole document."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set

from tui.analysis.model import Kind
from tui.analysis.names.beside.heads import with_heads
from tui.analysis.names.beside.lists import told_by_lists
from tui.analysis.names.beside.nouns import KINDS, MAKERS, NAMED, SEAS, SHIP_LETTERS
from tui.analysis.names.beside.votes import Votes, mixed
from tui.analysis.names.lexicon import lexicon
from tui.analysis.names.surfaces import Candidate
from tui.text.span import Span

SON_OF = frozenset({"bin", "ibn", "bint"})  # of a person only
MOST_PLACES = 12  # mentions of a name that are looked at
WIDTH = 60  # characters on either side
HEARD = 0.75  # weight of a noun beside a name, against the classifier's shares
NOUN_BEFORE = re.compile(r"(?<![\w’'-])([a-z][a-z-]+)\s+(?:(of)\s+)?(?:the\s+)?[\"“‘'*_]?$")
APPOSITION = re.compile(
    r"[\"”’'*_]?(?:\s\([^()\n]{1,12}\))?,\s(?:an?|the|its|his|her|their|one of the)\s((?:[\w’'-]+\s){0,5}?[a-z-]+)"
    r"(?=[,.;:)—–]|\s[—–(]"
    r"|\s(?:of|in|on|at|for|from|near|with|who|which|that|whose|where|based|outside|and)\b)"
)
NAMED_AFTER = re.compile(r"\b(?:The|Its|Their)\s(?:[\w’'-]+\s){0,3}?([a-z-]+),\s[\"“‘]?$")  # "The owner, Kanto Maru,"
PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Tt]o|[Oo]n|[Oo]utside)\s+(?:the\s+)?$")
SHARES_BEFORE = re.compile(
    r"\b(?:[Ss]hares (?:of|in)|[Ss]hares (?:fell|rose|jumped|slid) (?:at|in)"
    r"|stakes? in|CEO of|chief executive (?:officer )?of"
    r"|managing director of|subsidiary of|employees of|unit of|acquisition of|takeover of"
    r"|merger with|customers of|shareholders of)\s+(?:the\s+)?$"
)
SHARES_BEHIND = re.compile(
    r"(?:['’]s?)?\s(?:shares|stock|share price|shareholders|subsidiary|headquarters|executives?|customers"
    r"|board of directors|CEO|chief executive|revenues?|employees)\b"
)
BOUGHT_BEHIND = re.compile(
    r"\s(?:(?:has |have |had )?(?:bought|acquired|agreed to (?:buy|acquire)|sold)\b[^.\n]{2,40}\sfor\s[$£€¥]\s?\d"
    r"|(?:has |have |had )?(?:reported|posted)\s(?:an?\s|its\s)?(?:[a-z-]+\s){0,2}"
    r"(?:loss|profits?|sales|earnings|revenues?)\b)"
)
BOUGHT_BEFORE = re.compile(r"\b(?:bought|acquired|buy|acquire)\s$")
PRICED = re.compile(r"[^.\n]{0,30}\sfor\s[$£€¥]\s?[\d.]+\s?(?:million|billion|m|bn)\b")
REGION_BEFORE = re.compile(r"\b(?:[Ii]n|[Aa]cross|[Aa]round|[Tt]hroughout|[Cc]rossed|[Cc]rossing) the $")
REGION_BEHIND = re.compile(
    r"\s?[.,;:!?)—–]|\s(?:and|on|in|at|for|from|to|by|with|is|was|are|has|had|will|went|since|during|after|before)\b"
)
LEADER_BEHIND = re.compile(  # "says Ola Holt, leader of the students"
    r",\s(?:the\s)?(?:(?:former|then|current|acting|deputy|vice|senior|managing|executive)\s)?"
    r"(?:leader|president|director|chairman|chairwoman|chair|chief|head|professor|founder|co-founder|secretary|captain|author)"
    r"\s(?:of|at|and)\b"
)
OWNED = re.compile(r"['’]s\s([A-Z][a-z]+)\s[A-Z][\w’'-]+")
SPEAKS_OF_ITSELF = re.compile(r" (?:said|says|announced|added|expects) (?:that )?it(?:s|['’]s)?\b")
ABOARD = re.compile(r"\b[Aa]board (?:the )?[\"“‘]?$")

BRACKET = re.compile(r"\s\([\"“']?([A-Z]{3,6})[\"”']?\)")


def with_signs(text: str, votes: Mapping[str, Votes], groups: Mapping[str, Sequence[Candidate]]) -> dict[str, Votes]:
    """The shares of the kinds once the words beside each name are heard."""
    result = dict(votes)
    lists = lexicon()
    beside = {name: told for name, group in groups.items() if (told := told_of(text, group))}
    members = {
        candidate.span.end
        for name, group in groups.items()
        if " " in name and votes[name][0][0] == Kind.PERSON
        for candidate in group
    }
    in_lists = told_by_lists(text, groups, votes, beside)
    for name, group in groups.items():
        told = beside.get(name) or in_lists.get(name, Counter())
        if not told and votes[name][0][0] == Kind.PERSON and not _may_be_person(text[slice(*group[0].span)]):
            told = _told_by_people(text, group, members)
        if not told or (set(told) != {Kind.PLACE} and text[slice(*group[0].span)] in lists.demonyms):
            continue  # "shares in South Korean steel" are no company's
        (kind, most), *others = told.most_common(2)
        clear = (most - (others[0][1] if others else 0)) / sum(told.values())
        listed = name in lists.places or name in lists.known
        weight = HEARD * clear * (min(1.0, 2 * most / len(group[:MOST_PLACES])) if listed else 1.0)
        result[name] = mixed(votes[name], kind, weight)
    result = with_heads(result, {name: text[slice(*group[0].span)] for name, group in groups.items()})
    for name, shares in votes.items():
        if says_itself(text[slice(*groups[name][0].span)]):
            result[name] = mixed(shares, Kind.OTHER, 1.0)
            tail = name.split(" ", 1)[1]
            if tail in result:
                result[tail] = mixed(votes[tail], Kind.OTHER, HEARD)
        elif shares[0][0] == Kind.PERSON and any(_abbreviated(text, candidate.span) for candidate in groups[name]):
            result[name] = mixed(result[name], Kind.ORG, HEARD)
        elif SON_OF & set(name.split()[1:-1]):
            result[name] = mixed(result[name], Kind.PERSON, HEARD)
    return result


def _may_be_person(surface: str) -> bool:
    return " " in surface or surface in lexicon().given or surface in lexicon().surnames


def _told_by_people(text: str, group: Sequence[Candidate], members: Set[int]) -> Counter[Kind]:
    """What people belong to, and what is spoken of as "it", is a body: "Demora's Ann Cole", "Demora said it would".

    `members` are the ends of people's full names: "Ann Cole of Demora"."""
    told: Counter[Kind] = Counter()
    for candidate in group[:MOST_PLACES]:
        match = OWNED.match(text, candidate.span.end)
        owns = match is not None and match.group(1) in lexicon().given
        of = (
            text[max(0, candidate.span.start - 4) : candidate.span.start] == " of "
            and candidate.span.start - len(" of ") in members
        )
        told[Kind.ORG] += owns or of or SPEAKS_OF_ITSELF.match(text, candidate.span.end) is not None
    return +told


def says_itself(surface: str) -> bool:
    """Whether a name begins with the word that says it is a storm or a ship: "Hurricane Odette", "HMS Gallant"."""
    first, _, rest = surface.partition(" ")
    return bool(rest) and (first in SHIP_LETTERS or (first[:1].isupper() and first.lower() in NAMED))


def _abbreviated(text: str, span: Span) -> bool:
    """Whether letters of a name stand behind it in brackets, as those of companies do."""
    match = BRACKET.match(text, span.end)
    name = text[slice(*span)]
    if match is None or match.group(1)[0] != name[0] or " " not in name:
        return False
    rest = iter(name.upper())
    return all(letter in rest for letter in match.group(1))


def told_of(text: str, group: Sequence[Candidate]) -> Counter[Kind]:
    """How often the words beside a name say of each kind that it is one."""
    told: Counter[Kind] = Counter()
    for candidate in group[:MOST_PLACES]:
        if kind := kind_beside(text, candidate.span):
            told[kind] += 1
    return told


def kind_beside(text: str, span: Span) -> Kind | None:
    """The kind that the words beside one mention say it has; None where they say nothing."""
    before = text[max(0, span.start - WIDTH) : span.start].rsplit("\n", 1)[-1]
    behind = text[span.end : span.end + WIDTH].split("\n", 1)[0]
    one_word = " " not in text[slice(*span)]
    if match := NOUN_BEFORE.search(before):
        noun, of = match.groups()
        kind = _kind(noun, one_word)
        if kind is not None and (not of or kind is Kind.PLACE):
            return kind
    if behind[:1] == "," and (match := NAMED_AFTER.search(before)):
        return Kind.ORG if (noun := match.group(1)) in MAKERS else KINDS.get(noun)
    if SHARES_BEFORE.search(before) or SHARES_BEHIND.match(behind) or BOUGHT_BEHIND.match(behind):
        return Kind.ORG
    if BOUGHT_BEFORE.search(before) and PRICED.match(behind):
        return Kind.ORG
    if not one_word and LEADER_BEHIND.match(behind):
        return Kind.PERSON
    if ABOARD.search(before):
        return Kind.OTHER
    if one_word and text[slice(*span)].lower() in SEAS and before.endswith("the ") and REGION_BEHIND.match(behind):
        return Kind.PLACE
    if one_word and _may_be_region(text[slice(*span)]) and REGION_BEFORE.search(before) and REGION_BEHIND.match(behind):
        return Kind.PLACE
    if not PLACED.search(before) and (match := APPOSITION.match(behind)):
        return _kind(match.group(1).rsplit(" ", 1)[-1], one_word)
    return None


def _kind(noun: str, one_word: bool) -> Kind | None:
    return Kind.ORG if one_word and noun in MAKERS else KINDS.get(noun)


def _may_be_region(word: str) -> bool:
    """Whether a word that goes before nouns may stand for a region as well: "in the Baltic", "across the West"."""
    return word in lexicon().demonyms or lexicon().is_a(word, "compass")
