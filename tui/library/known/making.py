"""WordNet becomes `senses.tsv`: which words mean the same, which of them tell an event, and how rare they are.

`python -m tui.library.known.making FOLDER` reads the files of WordNet 3.0 and writes the table anew.
"""

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tui.library.known.senses import TABLE

FILES = ("noun", "verb")
OTHERS = ("adj", "adv")  # they tell no event: "close" is seldom what somebody does
PARTS = dict(zip("12345", "nvara", strict=True))  # in the keys of senses
SENSES = 3  # the first of a word that count; rarer ones join what nobody would
EVENTS = {
    4: 1.0,
    11: 1.0,
    19: 1.0,
    22: 1.0,
    26: 0.6,
}  # WordNet's files of nouns: acts, events, phenomena, processes, states
STATIVE, STATIVE_VERBS = 42, 0.3  # "contain" tells less of an event than "burn"
EVENTFUL = 0.5  # a word that nobody counted belongs into the table when so much of it is an event
KIN = 0.5  # what a verb is a kind of is half of what it means
WIDEST = 40  # words under one heading; what more share says nothing
HEAD = """\
# English words: how far they name an event (0 to 9), how rare they are (0 to 9), their senses (~ for a wider one), and
# after "=" forms that no rule leads back to them. Source: WordNet 3.0, by tui/library/known/making.py; WordNet 3.0
# Copyright 2006 by Princeton University. All rights reserved. Its licence stands beside this file.
"""

Synset = tuple[str, str]  # part of speech and place in its file


class Pointer(NamedTuple):
    """From a synset, or one word of it, to another: "+" is the noun of a verb, "@" what it is a kind of."""

    sign: str
    to: Synset
    word: int  # 1 for the first, 0 for all of them


class Meaning(NamedTuple):
    """A synset: the file it stands in, its words, where it leads."""

    file: int
    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]


class Sense(NamedTuple):
    """One of the meanings of a word; `uses` is how many times WordNet's texts have it."""

    synset: Synset
    rank: int
    uses: int


def main() -> None:
    """Write the table."""
    folder = Path(sys.argv[1])
    meanings, senses = dict(_meanings(folder)), _senses(folder)
    written = dict(_rows(senses, meanings))
    shared = Counter(name.lstrip("~") for names in written.values() for name in names)
    forms = _forms(folder, senses)
    with TABLE.open("w", encoding="ascii") as file:
        file.write(HEAD)
        numbers: dict[str, str] = {}
        for word, names in sorted(written.items()):
            known = [name for name in names if 1 < shared[name.lstrip("~")] <= WIDEST]
            own = [_numbered(name, numbers) for name in known]
            counted = sum(sense.uses for sense in senses[word])
            events, rare = _eventful(senses[word], meanings), max(0, 9 - math.log2(counted + 1))
            row = f"{word}\t{round(events * 9)}\t{round(rare)}\t{' '.join(own)}"
            file.write(row + "".join(f"={form}" for form in sorted(forms[word])) + "\n")


def _numbered(name: str, numbers: dict[str, str]) -> str:
    bare = name.lstrip("~")
    return name[: len(name) - len(bare)] + numbers.setdefault(bare, f"{len(numbers):x}")


def _meanings(folder: Path) -> Iterator[tuple[Synset, Meaning]]:
    for name in FILES:
        for line in _lines(folder / f"data.{name}"):
            fields = line.split("|")[0].split()
            many = int(fields[3], 16)
            words = tuple(word.lower() for word in fields[4 : 4 + 2 * many : 2])
            at = 5 + 2 * many
            found = (fields[place : place + 4] for place in range(at, at + 4 * int(fields[at - 1]), 4))
            pointers = tuple(Pointer(sign, (part, to), int(ends[:2], 16)) for sign, to, part, ends in found)
            yield (name[0], fields[0]), Meaning(int(fields[1]), words, pointers)


def _senses(folder: Path) -> dict[str, list[Sense]]:
    counts = {}
    for line in _lines(folder / "cntlist.rev"):
        key, rank, count = line.split()
        word, _, rest = key.partition("%")
        counts[word, PARTS[rest[0]], int(rank)] = int(count)
    senses: dict[str, list[Sense]] = defaultdict(list)
    for name in (*FILES, *OTHERS):
        part = "r" if name == "adv" else name[0]
        for line in _lines(folder / f"index.{name}"):
            fields = line.split()
            if fields[0].isalpha() and len(fields[0]) > 1:
                for number, place in enumerate(fields[-int(fields[2]) :], 1):
                    senses[fields[0]].append(Sense((part, place), number, counts.get((fields[0], part, number), 0)))
    return senses


def _rows(senses: dict[str, list[Sense]], meanings: dict[Synset, Meaning]) -> Iterator[tuple[str, list[str]]]:
    """The words that belong into the table, each with the names of its senses, "~" before the wider ones."""
    for word, own in senses.items():
        if any(sense.uses for sense in own if sense.synset[0] in "nv") or _eventful(own, meanings) >= EVENTFUL:
            yield word, list(_named(word, own, meanings))


def _named(word: str, senses: Iterable[Sense], meanings: dict[Synset, Meaning]) -> Iterator[str]:
    full: dict[Synset, None] = {}
    wider: dict[Synset, None] = {}
    for synset, rank, count in senses:
        if synset[0] not in "nv" or rank > SENSES or (rank > 1 and not count):
            continue
        full[synset] = None
        meaning = meanings[synset]
        place = meaning.words.index(word) + 1 if word in meaning.words else 0
        for sign, to, at in meaning.pointers:
            if sign == "+" and to[0] in "nv" and to[0] != synset[0] and at == place:
                full[to] = None
            elif sign == "@" and synset[0] == "v":
                wider[to] = None
    yield from ("".join(synset) for synset in full)
    yield from ("~" + "".join(synset) for synset in wider if synset not in full)


def _eventful(senses: Iterable[Sense], meanings: dict[Synset, Meaning]) -> float:
    """What share of a word's uses tells an event, 0 to 1."""
    events = uses = 0.0
    for synset, rank, count in senses:
        use = count + (0.5 if rank == 1 else 0.1)
        uses += use
        if synset[0] == "v":
            events += use * (STATIVE_VERBS if meanings[synset].file == STATIVE else 1)
        elif synset[0] == "n":
            events += use * EVENTS.get(meanings[synset].file, 0)
    return events / uses if uses else 0.0


def _forms(folder: Path, senses: dict[str, list[Sense]]) -> dict[str, set[str]]:
    """The irregular forms of each word; of two words that share one the more frequent has it, also over itself."""
    frequent = {word: sum(sense.uses for sense in own) for word, own in senses.items()}
    best: dict[str, str] = {}
    for name in reversed(FILES):
        for line in _lines(folder / f"{name}.exc"):
            form, word, *_ = line.split()
            if word in frequent and form.isalpha() and frequent[word] >= frequent.get(best.get(form, form), 0):
                best[form] = word
    forms: dict[str, set[str]] = defaultdict(set)
    for form, word in best.items():
        forms[word].add(form)
    return forms


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="latin-1") as file:
        yield from (line for line in file if not line.startswith(" "))


if __name__ == "__main__":
    main()
