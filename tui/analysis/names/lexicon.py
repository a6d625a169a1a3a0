"""The word lists in resources/ become one Lexicon: names, words and what is known of each."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tui.analysis.model import Kind

RESOURCES = files("tui.analysis") / "resources"
ARTICLES = frozenset({"the", "a", "an"})
INITIAL = re.compile(r"\b([a-z])\.\s*(?=[a-z])")


@dataclass(frozen=True, slots=True)
class Known:
    """What known_names.tsv says about one form of a name."""

    kind: Kind
    name: str  # key of the full name
    common: bool  # also a common word: counts only beside another form


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Read-only lists; single words in their own case, keys as `key` makes them."""

    given: frozenset[str]
    surnames: frozenset[str]
    demonyms: frozenset[str]
    common: frozenset[str]  # words written in lower case
    places: dict[str, str]  # key -> country, state, region, city, town
    starts: frozenset[str]  # first words of places and known names of several words
    cues: dict[str, tuple[str, ...]]  # lower-case word -> classes of cue_words.txt
    known: dict[str, Known]  # key of a form -> what it names

    def is_a(self, word: str, cue: str) -> bool:
        """Whether `word` (any case, with or without a final dot) stands in a class of cue_words.txt."""
        return cue in self.cues.get(word.lower().rstrip("."), ())


def fold(text: str) -> str:
    """Lower case without accents; apostrophes straight, hyphens plain."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'").replace("‘", "'").replace("‑", "-"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("ł", "l").replace("ø", "o")


def key(name: str) -> str:
    """What two spellings of one name share: no article, possessive, accents, case or abbreviating dots."""
    words = fold(name).split()
    if len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    joined = " ".join(words).strip(" \".,;:()[]'")
    if joined.endswith("'s"):
        joined = joined[:-2]
    if "." in joined:
        letters = joined.split(".")
        joined = "".join(letters) if all(len(letter) <= 1 for letter in letters) else INITIAL.sub(r"\1 ", joined)
        joined = joined.replace(". ", " ")
    return joined


@cache
def lexicon() -> Lexicon:
    """The lists, read once."""
    places: dict[str, str] = {}
    for group, names in _rows("places.tsv"):
        for name in names.split("|"):
            places.setdefault(name, group)
    known = _known()
    starts = {name.split(" ", 1)[0].split("-", 1)[0] for name in (*places, *known) if not name.isalpha()}
    return Lexicon(
        given=frozenset(_words("given_names.txt")),
        surnames=frozenset(_words("surnames.txt")),
        demonyms=frozenset(_plurals("demonyms.txt")),
        common=frozenset(_words("common_words.txt")),
        places=places,
        starts=frozenset(starts),
        cues=_cues(),
        known=known,
    )


def _lines(name: str) -> Iterator[str]:
    for line in (RESOURCES / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def _words(name: str) -> Iterator[str]:
    for line in _lines(name):
        yield from line.split()


def _rows(name: str) -> Iterator[tuple[str, str]]:
    for line in _lines(name):
        first, _, rest = line.partition("\t")
        yield first, rest


def _plurals(name: str) -> Iterator[str]:
    for word in _words(name):
        stem = word.removesuffix("+s")
        yield stem
        if stem != word:
            yield stem + "s"


def _cues() -> dict[str, tuple[str, ...]]:
    cues: dict[str, tuple[str, ...]] = {}
    current = ""
    for line in _lines("cue_words.txt"):
        if line.startswith("["):
            current = line.strip("[]")
            continue
        for word in line.split():
            if current not in cues.get(word, ()):
                cues[word] = (*cues.get(word, ()), current)
    return cues


def _known() -> dict[str, Known]:
    known: dict[str, Known] = {}
    for kind, rest in _rows("known_names.tsv"):
        full, _, listed = rest.partition("\t")
        forms = [form for form in listed.split("|") if form]
        if full == "=":
            known.update({key(form): Known(Kind(kind), key(form), False) for form in forms if key(form) not in known})
            continue
        for form in (full, *forms):
            known.setdefault(key(form.lstrip("?")), Known(Kind(kind), key(full), form.startswith("?")))
    return known
