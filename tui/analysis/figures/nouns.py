"""The words behind a number become what it counts."""

import re
from functools import cache

from tui.analysis.events.clause_words import words as words_of

STOP_WORDS = (
    "a an the and or but nor if when while where who whom whose which that this these those what how why than then "
    "as so at by for from in into of off on onto out over per since through to toward towards under until up upon "
    "with within without about above across after against along amid among around before behind below beneath "
    "beside between beyond during despite near inside outside he she it they we i you him her them us me his its "
    "their our your my himself themselves itself is are was were be been being am has have had having do does did "
    "will would shall should can could may might must not no yes also even just only still yet already now ago "
    "later earlier today yesterday tomorrow here there because although though unless whether both either neither "
    "each every all any such more most less least very too again once twice away apart each including said says say "
    "told tells came come comes went go goes got get gets made make makes took take takes took died dies die voted "
    "left lost won want wants according down reported showed remain remained live lived work worked plus versus vs "
    "via like unlike last next monday tuesday wednesday thursday friday saturday sunday january february march "
    "april june july august september october november december annually"
)
STOP = frozenset(STOP_WORDS.split())
PEOPLE_WORDS = (
    "people men women children police staff personnel troops crew cattle sheep aircraft spacecraft series species "
    "fish deer others dead wounded missing teeth feet geese mice media data criteria phenomena bacteria alumni "
    "youth folk folks clergy infantry offspring poultry innings schoolchildren firemen policemen lawmen businessmen "
    "congressmen businesswomen servicemen fishermen gunmen crewmen"
)
PEOPLE = frozenset(PEOPLE_WORDS.split())
STATES = frozenset({"dead", "wounded", "missing"})  # "40 dead", but "40 people dead"
NOT_PLURAL = re.compile(r"(?:ss|us|is|[’']s|ous)$|^(?:as|was|has|does|its|his|this|plus|perhaps|always|less|news|US)$")
VERBISH = re.compile(r"(?:ly)$")
WORD = re.compile(r"[\s\xa0]([^\W\d_][\w’'&-]*)")
OF = re.compile(
    r"\sof\s(?:(?:the|its|their|his|her|our|my|your|these|those|all|some)\s|(?:[A-Z][\w-]*\s){0,2}[A-Z][\w-]*[’']s?\s)?",
)
MORE = re.compile(r"\s(?:or so|or more|or less|or fewer|more|fewer|additional|further|other|of)\b(?=\s[a-z])")
HYPHENED = re.compile(r"-(?!(?:strong|plus|odd|ish|something|fold)\b)([a-z]{3,})\b")
PART_OF = re.compile(r"\sof\s([a-z]{3,}s?)\b")
PAST = words_of("irregular past")
MOST = 6  # words


@cache
def is_plural(word: str) -> bool:
    """Whether a word looks like more than one of something."""
    return word.lower() in PEOPLE or (len(word) > 2 and word.endswith("s") and NOT_PLURAL.search(word) is None)


def noun_behind(text: str, end: int, limit: int, single: bool) -> str:
    """What a number that ends here counts, as written; "" where that cannot be told. `single` for "one"."""
    if text.startswith(" who ", end):
        return "people"
    if match := HYPHENED.match(text, end, limit):
        return match[1]
    if match := OF.match(text, end, limit):
        end = match.end() - 1
        single = False
    elif match := MORE.match(text, end, limit):
        end = match.end()
    words: list[tuple[str, int]] = []
    first = 0
    place = end
    while len(words) < MOST and (match := WORD.match(text, place, limit)):
        word = match[1]
        if word.lower() in STOP and not (
            word.lower() == "and" and words and text[match.end() + 1 : match.end() + 2].isupper()
        ):
            break
        if not words:
            first = match.start(1)
        words.append((word, match.end(1)))
        place = match.end()
        if text[place : place + 1] not in (" ", "\xa0"):
            break
    if not words:
        return ""
    last = _head([word for word, _ in words], single)
    return " ".join(text[first : words[last][1]].split()) if last is not None else ""


def _head(words: list[str], single: bool) -> int | None:
    """The place of the head among the words that follow a number."""
    plural = [index for index, word in enumerate(words) if is_plural(word)]
    if single:
        if plural and plural[0] == 0:
            return None
        named = [index for index, word in enumerate(words) if not word.endswith("ly")]
        verb = next(
            (index for index in named if index and (words[index].endswith("ed") or words[index] in PAST)), len(words)
        )
        return min(named[-1], verb - 1, 2) if named else None
    if not plural:
        verb = words[0] in PAST or words[0].endswith(("ed", "ing", "ly"))
        return 0 if words[0].islower() and not verb else None  # "12 page document"
    index = plural[0]
    while index + 1 in plural and words[index + 1].lower() not in STATES:
        index += 1
    return index
