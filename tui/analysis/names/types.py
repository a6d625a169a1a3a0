"""Every name of a document gets its kind from all its places at once: a fitted classifier with a class for no name."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from tui.analysis.document import Document
from tui.analysis.names.lexicon import fold, key, lexicon
from tui.analysis.names.neighbours import neighbour_features
from tui.analysis.names.surfaces import Candidate
from tui.analysis.names.tagger import Usage, encodable, open_model
from tui.analysis.names.teams import is_sport

MODELS = ("types.crf", "types_alone.crf")  # with what stands around a name, and without it; their mean counts
NONE = "NONE"
CLASSES = ("PERSON", "ORG", "PLACE", "GROUP", "OTHER", NONE)
MOST_RELATED = 200  # names sharing a word that are compared
MOST_PLACES = 8  # mentions of a name that are looked at
WIDTH = 60  # characters of context on either side
WORD = re.compile(r"[\w'’&.-]+")
LEFT = re.compile(r"[\w'’]+|[.,;:!?()\"“”—–-]")
RIGHT = re.compile(r"['’]s\b|[\w'’]+|[.,;:!?()\"“”—–-]")
Features = dict[str, float]
Groups = Mapping[str, Sequence[Candidate]]


def group_by_key(text: str, candidates: Sequence[Candidate]) -> dict[str, list[Candidate]]:
    """Candidates with the same key, in text order."""
    groups: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        name = key(text[slice(*candidate.span)])
        if name:
            groups.setdefault(name, []).append(candidate)
    return groups


def classify(document: Document, groups: Groups, usage: Usage) -> dict[str, tuple[tuple[str, float], ...]]:
    """For each group its classes with their shares, the strongest first."""
    taggers = [open_model(model) for model in MODELS]
    result = {}
    for name, features in features_of_groups(document, groups, usage).items():
        for tagger in taggers:
            tagger.set([features])
        shares = [
            (kind, round(sum(tagger.marginal(kind, 0) for tagger in taggers) / len(taggers), 4)) for kind in CLASSES
        ]
        result[name] = tuple(sorted(shares, key=lambda share: -share[1]))
    return result


def features_of_groups(document: Document, groups: Groups, usage: Usage) -> dict[str, Features]:
    """One dictionary of features for each group."""
    text = encodable(document.article.text)
    tops = {name: _top(group) for name, group in groups.items()}
    by_word: dict[str, list[str]] = {}
    for name in groups:
        for word in set(name.split()):
            by_word.setdefault(word, []).append(name)
    sport = is_sport(text)
    around = neighbour_features(text, groups, tops)
    result = {}
    for name, group in groups.items():
        features = _form(text, name, group, usage)
        features.update(_votes(group))
        for feature, weight in _context(text, group).items():
            features[feature] = weight
        features.update(_relations(name, groups, tops, by_word))
        features.update(around[name])
        if sport:
            for feature in [feature for feature in features if feature.startswith(("place=", "top="))]:
                features[f"sport|{feature}"] = 1.0
        result[name] = features
    return result


def _top(group: Sequence[Candidate]) -> str:
    votes = Counter(str(candidate.kind or "-") for candidate in group)
    return votes.most_common(1)[0][0]


def _votes(group: Sequence[Candidate]) -> Features:
    features: Features = {"bias": 1.0, f"top={_top(group)}": 1.0, f"n={min(len(group), 4)}": 1.0}
    for candidate in group:
        kind = candidate.kind or "-"
        features[f"vote={kind}"] = features.get(f"vote={kind}", 0.0) + 1 / len(group)
        features[f"sure={kind}"] = features.get(f"sure={kind}", 0.0) + candidate.share / len(group)
    if len(features) == 5:
        features["of one mind"] = 1.0
    return features


def _form(text: str, name: str, group: Sequence[Candidate], usage: Usage) -> Features:
    lists = lexicon()
    surface = text[slice(*group[0].span)]
    words = WORD.findall(surface) or [surface]
    lower = [fold(word) for word in words]
    features: Features = {f"len={min(len(words), 5)}": 1.0}
    for word in lower:
        features[f"w={word}"] = 1.0
    features[f"first={lower[0]}"] = 1.0
    features[f"last={lower[-1]}"] = 1.0
    if len(words) > 1:
        features[f"last2={' '.join(lower[-2:])}"] = 1.0
    else:
        features[f"only={lower[0]}"] = 1.0
    for size in (2, 3, 4):
        features[f"end{size}={lower[-1][-size:]}"] = 1.0
    features[f"start3={lower[0][:3]}"] = 1.0
    features["shape=" + "_".join(_shape(word) for word in words[:4])] = 1.0
    for feature, found in (
        ("digit", any(letter.isdigit() for letter in surface)),
        ("hyphen", "-" in surface),
        ("of", " of " in surface),
        ("and", " and " in surface or "&" in surface),
        ("small first", surface[:1].islower()),
        ("quoted", text[max(0, group[0].span.start - 1) : group[0].span.start] in ("“", '"', "‘")),
    ):
        if found:
            features[feature] = 1.0
    known = lists.known.get(name)
    if known:
        features[f"known={known.kind}"] = 1.0
        features["known"] = 1.0
    if name in lists.places:
        features[f"place={lists.places[name]}"] = 1.0
        if len(words) == 1:
            features[f"place|sign={lists.places[name]}|{'+'.join(sorted(usage.signs.get(surface, ())))[:40]}"] = 1.0
    if surface in lists.demonyms:
        features["demonym"] = 1.0
    features.update(_classes(words, lower, usage))
    return features


def _classes(words: list[str], lower: list[str], usage: Usage) -> Features:
    lists = lexicon()
    features: Features = {}
    for index, (word, low) in enumerate(zip(words, lower, strict=True)):
        place = "only" if len(words) == 1 else "first" if not index else "last" if index == len(words) - 1 else "mid"
        classes = list(lists.cues.get(low.rstrip("."), ()))
        named = word.capitalize() if word.isupper() and len(word) > 3 else word
        for list_name, members in (("given", lists.given), ("surname", lists.surnames), ("demonym", lists.demonyms)):
            if named in members:
                classes.append(list_name)
        if low in lists.common:
            classes.append("common")
        if low in lists.places:
            classes.append(lists.places[low])
        for name in classes:
            features[f"{place}:{name}"] = 1.0
        if not classes:
            features[f"{place}:-"] = 1.0
        features[f"{place}:{'+'.join(classes)}"] = 1.0
        if word.lower() in usage.lower:
            features[f"{place}:also lower"] = 1.0
        if len(words) == 1:
            for sign in usage.signs.get(word, ()):
                features[f"sign={sign}"] = 1.0
            if word in usage.inside:
                features["inside"] = 1.0
    return features


def _shape(word: str) -> str:
    if word.isupper():
        return "X" if len(word) == 1 else "UP"
    if word.islower():
        return "lo"
    return "Ti" if word[:1].isupper() and word[1:].islower() else "mix" if any(map(str.isalpha, word)) else "num"


def _context(text: str, group: Sequence[Candidate]) -> Features:
    lists = lexicon()
    features: defaultdict[str, float] = defaultdict(float)
    seen = group[:MOST_PLACES]
    weight = 1 / len(seen)
    for candidate in seen:
        start, end = candidate.span
        left = LEFT.findall(text[max(0, start - WIDTH) : start].rsplit("\n", 1)[-1])[-3:]
        right = RIGHT.findall(text[end : end + WIDTH].split("\n", 1)[0])[:3]
        left_words = [word.lower() for word in left]
        right_words = [word.lower() for word in right]
        features[f"-1={left_words[-1] if left else '^'}"] += weight
        features[f"+1={right_words[0] if right else '$'}"] += weight
        if len(left) > 1:
            features[f"-2={' '.join(left_words[-2:])}"] += weight
            features[f"-2w={left_words[-2]}"] += weight
        if len(right) > 1:
            features[f"+2={' '.join(right_words[:2])}"] += weight
            features[f"+2w={right_words[1]}"] += weight
        for side, near in (("-", left_words[::-1]), ("+", right_words)):
            for distance, word in enumerate(near, 1):
                for name in lists.cues.get(word, ()):
                    features[f"{side}{distance}c={name}"] += weight
        for side, neighbour in (("-", left[-1:]), ("+", right[:1])):
            if neighbour and neighbour[0][0].isupper():
                features[f"{side}cap"] += weight
                for list_name, members in (
                    ("given", lists.given),
                    ("surname", lists.surnames),
                    ("demonym", lists.demonyms),
                ):
                    if neighbour[0] in members:
                        features[f"{side}{list_name}"] += weight
                if neighbour[0].lower() in lists.places:
                    features[f"{side}place"] += weight
        if candidate.opening:
            features["opening"] += weight
    return dict(features)


def _relations(name: str, groups: Groups, tops: Mapping[str, str], by_word: Mapping[str, list[str]]) -> Features:
    """What the longer and shorter names of the document say of this one."""
    features: Features = {}
    words = name.split()
    for other in by_word.get(words[-1], [])[:MOST_RELATED] if words else ():
        longer = other.split()
        if len(longer) > len(words) and longer[-len(words) :] == words:
            features[f"tail of {tops[other]}"] = 1.0
        elif len(longer) < len(words) and words[-len(longer) :] == longer:
            features[f"has tail {tops[other]}"] = 1.0
    for other in by_word.get(words[0], [])[:MOST_RELATED] if words else ():
        longer = other.split()
        if len(longer) > len(words) and longer[: len(words)] == words:
            features[f"head of {tops[other]}"] = 1.0
        elif len(longer) < len(words) and words[: len(longer)] == longer:
            features[f"has head {tops[other]}"] = 1.0
    return features
