"""What stands beside a name tells two bearers of it apart: two places, and two long forms of the same letters."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from tui.analysis.model import Mention
from tui.analysis.naming import fold_name
from tui.library.entities.forms import Form, Grade

STRONG = 3  # times what a neighbour says that stands elsewhere in the article
MOST_LETTERS = 6
SMALL = frozenset({"of", "the", "for", "and", "in", "on", "de"})


class Twin(NamedTuple):
    """Another place by the name of one, and the names that stand beside either."""

    key: str
    beside: frozenset[str]
    beside_first: frozenset[str]
    said: re.Pattern[str]  # words of the text that only say this one
    said_first: re.Pattern[str]


def _names(names: str) -> frozenset[str]:
    return frozenset(name.strip() for name in names.split(","))


# By the key of the one that is meant where nothing says anything.
TWINS = {
    "C:ge": Twin(
        "N:georgia state",
        _names(
            "atlanta, savannah, augusta, macon, columbus, alabama, florida, south carolina, north carolina, tennessee, "
            "mississippi, fulton county, emory university, university of georgia, georgia tech, jimmy carter"
        ),
        _names(
            "tbilisi, batumi, gori, poti, sukhumi, tskhinvali, abkhazia, south ossetia, ossetia, caucasus, "
            "south caucasus, russia, moscow, kremlin, armenia, azerbaijan, georgian, georgians, saakashvili, "
            "mikheil saakashvili, mikhail saakashvili, black sea, soviet union"
        ),
        re.compile(
            r"\b(?:Atlanta|Savannah|Augusta|Macon|Columbus|Athens|Marietta|Valdosta|Albany), Georgia\b"
            r"|\b(?:state of|in southern|in rural) Georgia\b|\bGeorgia (?:state|governor|Governor|Gov\.|legislature)\b"
        ),
        re.compile(r"\b(?:republic|Republic) of Georgia\b|\b(?:Tbilisi|Batumi|Gori), Georgia\b"),
    ),
    "N:washington": Twin(
        "N:washington state",
        _names("seattle, spokane, tacoma, olympia, oregon, idaho, puget sound, mount st helens, british columbia"),
        _names(
            "white house, congress, pentagon, senate, capitol, capitol hill, state department, barack obama, obama, "
            "washington post, house of representatives, george w bush, united states, us, u.s."
        ),
        re.compile(r"\b(?:state of Washington|Washington [Ss]tate|(?:Seattle|Spokane|Tacoma|Olympia), Washington)\b"),
        re.compile(r"\bWashington,? D\.?C"),
    ),
    "N:birmingham": Twin(
        "N:birmingham alabama",
        _names("alabama, montgomery, mobile, selma, tuscaloosa, atlanta, martin luther king"),
        _names("england, britain, uk, united kingdom, west midlands, london, coventry, manchester, wolverhampton"),
        re.compile(r"\bBirmingham, Alabama\b"),
        re.compile(r"\bBirmingham, (?:England|UK)\b"),
    ),
}  # fmt: skip


def which_place(key: str, beside: Collection[str], text: str) -> str:
    """The key of the place that is meant, of two by one name; `beside` are the folded names of the article."""
    twin = TWINS.get(key)
    if twin is None:
        return key
    other = len(twin.beside.intersection(beside)) + STRONG * len(twin.said.findall(text))
    first = len(twin.beside_first.intersection(beside)) + STRONG * len(twin.said_first.findall(text))
    return twin.key if other > first else key


def own_letters(forms: Sequence[tuple[Mention, Form]]) -> list[tuple[Mention, Form]]:
    """The forms of an entity; letters that are short for something else elsewhere are short for its own long name."""
    long = [mention.text for mention, form in forms if form.grade is Grade.FULL and " " in mention.text]
    return [
        (mention, Form(f"N:{fold_name(mention.text)}", Grade.SHORT) if _others(mention.text, form, long) else form)
        for mention, form in forms
    ]


def _others(letters: str, form: Form, long: Sequence[str]) -> bool:
    """Whether letters lead to the name of a table although the article has another long form of them."""
    folded = form.key[2:].partition("|")[0]
    if not (letters.isupper() and letters.isalpha() and len(letters) <= MOST_LETTERS and " " in folded):
        return False
    words = _large(folded)
    spelt = [_large(fold_name(one)) for one in long if _begin(_large(fold_name(one)), letters)]
    return bool(spelt) and all(2 * len(set(words) & set(one)) < len(one) for one in spelt)


def _large(folded: str) -> list[str]:
    return [word for word in folded.replace("-", " ").split() if word not in SMALL]


def _begin(words: Sequence[str], letters: str) -> bool:
    """Whether words are what letters are short for, as far as their first ones say."""
    return all(map(str.isalpha, words)) and "".join(word[0] for word in words) == letters.lower()
