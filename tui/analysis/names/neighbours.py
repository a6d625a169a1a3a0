"""What stands around the names of a document becomes features of their kinds: nouns, owners, lists, other names."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from tui.analysis.names.beside.heads import head_of
from tui.analysis.names.beside.lists import told_by_lists
from tui.analysis.names.beside.signs import OWNED, told_of
from tui.analysis.names.lexicon import fold, lexicon
from tui.analysis.names.surfaces import Candidate

MOST_PLACES = 8  # mentions of a name that are looked at
WIDEST = 25  # characters between two names that are neighbours
MOST_BETWEEN = 3  # words and marks between them
BETWEEN = re.compile(r"[\w'’]+|[^\w\s]")
LISTING = frozenset({",", "and", "or", ", and", ", or", "&", "/"})
INITIAL = re.compile(r"\b[A-Z]")
POSSESSIVE = ("'s", "’s")
AROUND = ("near", "beside=", "list=", "is owned", "owns", "head=", "head:", "letters of")  # how these features begin

Features = dict[str, float]
Groups = Mapping[str, Sequence[Candidate]]


def neighbour_features(text: str, groups: Groups, tops: Mapping[str, str]) -> dict[str, Features]:
    """Features of each group; `tops` are the kinds that the tagger gives the groups."""
    listed = told_by_lists(text, groups, {}, {})
    near = _near(text, groups)
    bodies = _initials(text, groups, tops)
    result = {}
    for name, group in groups.items():
        surface = text[slice(*group[0].span)]
        features = dict(near.get(name, {}))
        for kind, count in told_of(text, group).items():
            features[f"beside={kind}"] = count / len(group)
        features.update(dict.fromkeys((f"list={kind}" for kind in listed.get(name, ())), 1.0))
        features.update(_owning(text, group))
        if head := head_of(surface):
            features[f"head={fold(head)}"] = 1.0
            features.update(dict.fromkeys((f"head:{cue}" for cue in lexicon().cues.get(fold(head), ())), 1.0))
        if surface.isupper():
            features.update(dict.fromkeys((f"letters of {kind}" for kind in sorted(bodies.get(surface, ()))), 1.0))
        result[name] = features
    return result


def _near(text: str, groups: Groups) -> dict[str, Features]:
    """The kinds of the names right before and behind, with what stands between."""
    near: dict[str, defaultdict[str, float]] = {name: defaultdict(float) for name in groups}
    places = sorted((candidate.span, name, str(candidate.kind or "-")) for name in groups for candidate in groups[name])
    for (one, left, left_kind), (other, right, right_kind) in pairwise(places):
        between = text[one.end : other.start]
        words = BETWEEN.findall(between.lower())
        if len(between) > WIDEST or "\n" in between or len(words) > MOST_BETWEEN:
            continue
        gap = " ".join(words)
        gap = "list" if gap in LISTING else gap
        near[right][f"near-={left_kind}|{gap}"] += 1 / len(groups[right])
        near[left][f"near+={right_kind}|{gap}"] += 1 / len(groups[left])
    return {name: dict(features) for name, features in near.items()}


def _owning(text: str, group: Sequence[Candidate]) -> Features:
    """How often a name is owned, owns, and owns a person: "Demora's Ann Cole"."""
    seen, lists = group[:MOST_PLACES], lexicon()
    owned = sum(text[max(0, start - 3) : start].rstrip().endswith(POSSESSIVE) for (start, _), *_ in seen)
    owns = sum(text.startswith(POSSESSIVE, end) for (_, end), *_ in seen)
    people = sum(
        (match := OWNED.match(text, end)) is not None and match.group(1) in lists.given for (_, end), *_ in seen
    )
    counts = {"is owned": owned, "owns": owns, "owns a person": people}
    return {feature: count / len(seen) for feature, count in counts.items() if count}


def _initials(text: str, groups: Groups, tops: Mapping[str, str]) -> dict[str, set[str]]:
    """The kinds of longer names by their initials."""
    found: dict[str, set[str]] = {}
    for name, group in groups.items():
        surface = text[slice(*group[0].span)]
        letters = "".join(INITIAL.findall(surface)) if " " in surface else ""
        if len(letters) > 1:
            found.setdefault(letters, set()).add(tops[name])
    return found
