"""Names written with one letter wrong: "Ausgburg" where the article speaks of Augsburg."""

from collections.abc import Iterator, Sequence

from tui.analysis.names.joining.links import Name
from tui.analysis.names.lexicon import lexicon

SHORTEST = 6  # letters: "Marin" is no slip for "Marlin"
MOST_OFTEN = 3  # times that a slip is made


def misspelt(names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """(Slip, name) for names nobody knows that are one letter away from one that is written more often."""
    by_slip: dict[str, list[Name]] = {}
    for name in names:
        if len(name.key) >= SHORTEST:
            for slip in _shortened(name.key):
                by_slip.setdefault(slip, []).append(name)
    for name in names:
        if name.size > MOST_OFTEN or len(name.key) < SHORTEST or _is_known(name):
            continue
        near = {other.key: other for slip in _shortened(name.key) for other in by_slip.get(slip, ())}
        meant = [other for other in near.values() if other.size > name.size and _is_slip(name.key, other.key)]
        if len(meant) == 1:
            yield name.key, meant[0].key


def _shortened(name: str) -> set[str]:
    """The name, and what it is without any one of its letters but the first."""
    return {name, *(name[:place] + name[place + 1 :] for place in range(1, len(name)))}


def _is_slip(slip: str, name: str) -> bool:
    """Whether one letter was left out, doubled, replaced, or changed places with the next."""
    if slip[0] != name[0] or slip == name or any(letter.isdigit() for letter in slip + name):
        return False
    first = next((place for place, (one, other) in enumerate(zip(slip, name, strict=False)) if one != other), None)
    if first is None:
        return False  # "Somali" and "Somalia" are two
    one, other = slip[first:], name[first:]
    return (
        one[1:] == other
        or one == other[1:]
        or one[1:] == other[1:]
        or (one[:2] == other[1::-1] and one[2:] == other[2:])
    )


def _is_known(name: Name) -> bool:
    """Whether every word of a name is one that is known, so that it is no slip."""
    lists = lexicon()
    if name.key in lists.known or name.key in lists.places or name.surface.rstrip("s") in lists.demonyms:
        return True
    return all(
        word in lists.common or word.capitalize() in lists.given or word.capitalize() in lists.surnames
        for word in name.key.split()
    )
