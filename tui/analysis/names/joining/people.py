"""Which short names of a document are whose: surnames, given names, initials."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from tui.analysis.names.joining.links import Name

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "jr.", "sr."})
NICKNAME_MARKS = str.maketrans(dict.fromkeys('"“”‘()', " "))  # 'Robert "Bobby" Quill', "William (Bill) Marsh"
MOST_NAMESAKES = 60  # people that are compared with one name; a register of a family has thousands

# A word of a name, with the first letter of another one or "" -> the people whose name has both.
People = Mapping[tuple[str, str], Sequence[Name]]


def by_word(people: Iterable[Name]) -> dict[tuple[str, str], list[Name]]:
    """The people by each word of their names, the last part of a double name, alone and with the other initials."""
    words: dict[tuple[str, str], list[Name]] = {}
    for name in people:
        own = parts(name.key)
        letters = dict.fromkeys(("", *(word[0] for word in own)))
        for word in dict.fromkeys(map(_last, own)):
            for letter in letters:
                namesakes = words.setdefault((word, letter), [])
                if len(namesakes) < MOST_NAMESAKES:
                    namesakes.append(name)
    return words


def _last(word: str) -> str:
    return word.rsplit("-", 1)[-1] or word


def parts(name: str) -> list[str]:
    """The words of a person's name, without article and generation; never empty."""
    bare = name.replace(" al-", " ").replace(" el-", " ").translate(NICKNAME_MARKS)
    words = bare.split() or [name]
    return [word for word in words if word not in SUFFIXES] or words


def _generation(name: str) -> str:
    last = name.rsplit(" ", 1)[-1].rstrip(".")
    return last if last in SUFFIXES else ""


def full_names(name: Name, people: People) -> tuple[list[Name], str]:
    """The people whose longer name this one is a part of, and how."""
    words = parts(name.key.removeprefix("al-").removeprefix("el-"))
    ways: dict[str, list[Name]] = {}
    # Whatever the rule, two names of several words share the last one and the initial of the first.
    for other in people.get((_last(words[-1]), words[0][0] if len(words) > 1 else ""), ()):
        longer = parts(other.key)
        if (
            other.key == name.key
            or len(longer) <= len(words)
            or (_generation(name.key) and _generation(name.key) != _generation(other.key))
        ):
            continue
        rule = _part_of(words, longer)
        if rule:
            ways.setdefault(rule, []).append(other)
    for rule in ("surname", "initials", "given name", "middle name"):
        if rule in ways:
            return ways[rule], rule
    return [], ""


def _part_of(words: list[str], longer: list[str]) -> str:
    if len(words) == 1:
        word = words[0]
        if word == longer[-1] or word == longer[-1].rsplit("-", 1)[-1] or longer[-1] == word.rsplit("-", 1)[-1]:
            return "surname"
        if word == longer[0]:
            return "given name"
        return "middle name" if word in longer[1:] else ""
    if words[-1] == longer[-1] and all(any(_same_word(word, other) for other in longer) for word in words[:-1]):
        return "initials"
    return "surname" if longer[-len(words) :] == words else "given name" if longer[: len(words)] == words else ""


def _same_word(word: str, other: str) -> bool:
    bare = word.rstrip(".")
    return (
        word == other
        or (len(bare) == 1 and other.startswith(bare))
        or (len(other.rstrip(".")) == 1 and word.startswith(other[0]))
    )


def introduced(name: Name, fulls: Sequence[Name], root: Callable[[str], str]) -> list[str]:
    """The only full name that stands before the short one, where there is just one."""
    before = {root(full.key): None for full in fulls if full.first < name.first}
    return list(before) if len(before) == 1 else []
