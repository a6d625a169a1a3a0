"""Which names of a document name the same one: the rules that join them, and the doubts that are left."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tui.analysis.model import Kind, Mention
from tui.analysis.names.beside.nouns import COMPANIES
from tui.analysis.names.beside.signs import says_itself
from tui.analysis.names.joining.links import Link, Name
from tui.analysis.names.joining.misspelt import misspelt
from tui.analysis.names.joining.people import by_word, full_names, introduced, parts
from tui.analysis.names.joining.short_forms import full_forms
from tui.analysis.names.lexicon import fold, key, lexicon
from tui.analysis.names.surfaces import LONGEST

ACRONYM = re.compile(r"[A-Z][A-Za-z&.-]{1,9}")
ALSO_KNOWN = re.compile(
    r",?\s*\(?(?:(?:which|who) (?:is|was|are) )?(?:also |formerly |previously |better |commonly |otherwise )?"
    r"(?:known|called|nicknamed|referred to|a\.?k\.?a\.?)(?: simply)?(?: as| by)?\s+[\"“‘']?(?:the )?(?:[A-Z][a-z]+ )?",
)
LEGAL = re.compile(r",?\s+(?:inc|corp|corporation|co|ltd|llc|plc|ag|gmbh|sa|se|nv|group|holdings?|company|limited)\.?$")
PARTY = re.compile(r"\s+(?:party|movement|group|administration|government|militants?|coalition)$")
GENERIC_WORDS = (
    "state foreign interior defense defence federal national supreme international central royal united general new "
    "first american european british german world great"
)
GENERIC = frozenset(GENERIC_WORDS.split())
DIVISIONS = frozenset(
    {"city", "province", "region", "county", "state", "oblast", "governorate", "prefecture", "municipality", "district"}
    | {"town", "village", "strip", "republic", "canton", "borough"}
)

SAME = 4  # letters that two forms of a word share
MOST_ALIKE = 60  # names that one is compared with, where a list has thousands
WATERS = frozenset({"ocean", "sea", "river", "mountains", "desert", "islands", "peninsula", "valley", "range"})


Doubts = dict[str, tuple[str, ...]]  # key of a name -> keys of the names it could belong to


def find_links(text: str, names: Sequence[Name], mentions: Sequence[Mention]) -> tuple[list[Link], Doubts]:
    """At most one link from each name, none in a circle; and the names that could be more than one."""
    links: dict[str, Link] = {}
    doubts: Doubts = {}

    def root(name: str) -> str:
        while name in links:
            name = links[name].full
        return name

    def join(short: str, full: str, rule: str) -> None:
        if short not in links and root(full) != short:
            links[short] = Link(short, root(full), rule)

    for short, full in _known(names):
        join(short, full, "known")
    for short, full in _spellings(names):
        join(short, full, "spelling")
    for short, full in misspelt(names):
        join(short, full, "misspelt")
    for short, full in _one_form_apart(names):
        join(short, full, "spelling")
    for short, full in _plurals(names):
        join(short, full, "plural")
    for short, full in _brackets(text, mentions):
        join(short, full, "acronym")
    for short, full in _acronyms(names):
        join(short, full, "acronym")
    for short, full in _also_known(text, mentions):
        join(short, full, "also known as")
    people = sorted(
        (name for name in names if name.kind is Kind.PERSON), key=lambda name: (-len(parts(name.key)), name.first)
    )
    words = by_word(people)
    for name in people:
        if name.key in links:
            continue
        fulls, rule = full_names(name, words)
        roots = list(dict.fromkeys(root(full.key) for full in fulls))
        if len(roots) > 1:
            roots = introduced(name, fulls, root) or roots
        if len(roots) == 1:
            join(name.key, roots[0], rule)
        elif roots:
            doubts[name.key] = tuple(roots)
    for short, full in _contained(names):
        join(short, full, "part")
    heads = full_forms(names)
    for name in names:
        fulls = [full for full in heads.get(name.key, ()) if full.kind is name.kind and full.key != name.key]
        roots = list(dict.fromkeys(root(full.key) for full in fulls))
        if len(roots) > 1:
            roots = introduced(name, fulls, root) or roots
        if len(roots) == 1:
            join(name.key, roots[0], "short form")
        elif roots:
            doubts[name.key] = tuple(roots)
    for short, full in _own_names(names):
        join(short, full, "part")
    return list(links.values()), doubts


def _known(names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """Forms of one known name."""
    known = lexicon().known
    first: dict[str, str] = {}
    for name in sorted(names, key=lambda name: -len(name.key)):
        entry = known.get(name.key)
        if entry and entry.kind is name.kind:
            if entry.name in first:
                yield name.key, first[entry.name]
            else:
                first[entry.name] = name.key


def _spellings(names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """Names that differ only by hyphens, apostrophes, spaces or dots."""
    first: dict[tuple[Kind, str], str] = {}
    for name in sorted(names, key=lambda name: -name.size):
        bare = name.kind, re.sub(r"[\W_]+", "", name.key)
        if len(bare[1]) > 3 and bare in first:
            yield name.key, first[bare]
        else:
            first.setdefault(bare, name.key)


def _one_form_apart(names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """Long names whose words differ by an ending at most: "Asia Infrastructure Bank", "Asian Infrastructure Bank"."""
    alike: dict[tuple[Kind, tuple[str, ...]], list[tuple[Name, list[str]]]] = {}
    for name in names:
        words = name.key.split()
        if name.kind is Kind.PERSON or len(words) < 3:
            continue
        before = alike.setdefault((name.kind, tuple(word[:SAME] for word in words)), [])
        for other, others in before[:MOST_ALIKE]:
            if all(map(_akin, words, others)):
                yield (name.key, other.key) if name.size <= other.size else (other.key, name.key)
                break
        before.append((name, words))


def _akin(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return word == other or (len(short) >= SAME and len(long) - len(short) < 3 and long.startswith(short))


def _plurals(names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """ "Republican" and "Republicans"."""
    groups = {name.key: name for name in names if name.kind in (Kind.ORG, Kind.GROUP)}
    for name in groups.values():
        other = groups.get(name.key + "s")
        if other and other.kind is name.kind:
            yield name.key, other.key


def _brackets(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """A short form in brackets right behind its long one, or the other way round."""
    for left, right in pairwise(mentions):
        gap = text[left.span.end : right.span.start]
        if gap.strip(' "”') != "(" or text[right.span.end : right.span.end + 1] != ")":
            continue
        if Kind.PERSON in (left.kind, right.kind) and left.kind is not right.kind:
            continue
        short, full = (right, left) if len(right.text) <= len(left.text) else (left, right)
        if not _is_acronym(short.text):
            continue
        if _letters_in_order(short.text, full.text) or (full is left and _in_own_language(short, full)):
            yield key(short.text), key(full.text)


def _is_acronym(surface: str) -> bool:
    return ACRONYM.fullmatch(surface) is not None and sum(map(str.isupper, surface)) > 1


def _in_own_language(short: Mention, full: Mention) -> bool:
    """Whether letters in brackets may be those of a body's name in its own language: "Swiss People's Party (SVP)"."""
    body = full.kind is Kind.ORG and " " in full.text and short.kind in (Kind.ORG, Kind.OTHER)
    listed = key(short.text) in lexicon().known or key(full.text) in lexicon().known
    return body and not listed and any(lexicon().is_a(word, "org") for word in re.findall(r"\w+", full.text))


def _letters_in_order(short: str, full: str) -> bool:
    letters = [letter for letter in fold(short) if letter.isalpha()]
    rest = iter(fold(full))
    return all(letter in rest for letter in letters)


def _acronyms(names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """An acronym and the one long name it abbreviates."""
    kinds = (Kind.ORG, Kind.PLACE, Kind.OTHER)
    longs: dict[str, list[Name]] = {}
    for name in names:
        if name.kind in kinds and (" " in name.key or not name.surface.isupper()):
            for letters in set(_initials(name.surface)):
                longs.setdefault(letters, []).append(name)
    for name in names:
        if name.kind in kinds and _is_acronym(name.surface):
            letters = re.sub(r"[^A-Za-z]", "", name.surface).upper()
            fulls = [long for long in longs.get(letters, ())[:MOST_ALIKE] if long.key != name.key]
            if fulls:
                yield name.key, max(fulls, key=lambda long: (long.kind is name.kind, long.size, -long.first)).key


def _initials(surface: str) -> tuple[str, ...]:
    words = re.findall(r"[A-Za-z]+", fold(surface))
    large = [word for word in words if not lexicon().is_a(word, "small")]
    capitals = "".join(letter for letter in surface if letter.isupper())
    return "".join(word[0] for word in words).upper(), "".join(word[0] for word in large).upper(), capitals


def _also_known(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    for left, right in pairwise(mentions):
        near = (left.kind is right.kind or _is_acronym(right.text)) and right.span.start - left.span.end < 60
        if near and ALSO_KNOWN.fullmatch(text, left.span.end, right.span.start):
            yield key(right.text), key(left.text)


def _contained(names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """A name within a longer one of the same kind: "Home Depot" in "The Home Depot Inc."."""
    by_end: dict[str, list[tuple[Name, str]]] = {}
    for name in names:
        longer = LEGAL.sub("", name.key)
        for end in _ends(longer):
            by_end.setdefault(end, []).append((name, longer))
    for name in names:
        core = LEGAL.sub("", name.key)
        best = ""
        for other, longer in by_end.get(core, ()):
            if other.kind is not name.kind or len(other.key) <= len(name.key):
                continue
            if core == longer or (name.kind is Kind.ORG and PARTY.sub("", longer) == core):
                best = other.key
                break
            if not best and len(core) > 3 and _is_part(core, longer, name.kind):
                best = other.key
        if best:
            yield name.key, best


def _own_names(names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """A storm or a ship by its own name alone: "Odette" for "Hurricane Odette"."""
    others = {name.key for name in names if name.kind is Kind.OTHER}
    for name in names:
        if name.kind is Kind.OTHER and says_itself(name.surface) and (own := name.key.split(" ", 1)[1]) in others:
            yield own, name.key


def _ends(name: str) -> Iterable[str]:
    """What a name begins and ends with: any number of its first words, and of its last ones."""
    words = name.split(" ", LONGEST)
    firsts = (" ".join(words[:size]) for size in range(1, len(words) + 1))
    return dict.fromkeys((*firsts, *(" ".join(words[start:]) for start in range(1, len(words)))))


def _is_part(core: str, longer: str, kind: Kind) -> bool:
    lists = lexicon()
    if kind is Kind.ORG:
        if core in lists.common and not (
            longer.startswith(core + " ")
            and (lists.is_a(last := longer.rsplit(" ", 1)[-1], "org") or last.capitalize() in COMPANIES)
        ):
            return False
        if core.split()[0] in GENERIC or not f" {longer} ".count(f" {core} "):
            return False
        if core in lists.places:  # a city that is a team: "Kaiserslautern" in "FC Kaiserslautern"
            return len(longer.split()) == len(core.split()) + 1 and not lists.is_a(longer.rsplit(" ", 1)[-1], "place")
        return longer.startswith(core + " ") or longer.endswith(" " + core)
    if kind is not Kind.PLACE or not longer.startswith(core + " "):
        return False
    rest = longer[len(core) + 1 :]
    return rest in DIVISIONS or (rest in WATERS and lists.places.get(core, "region") == "region")
