"""Names in a language that the models were not fitted on: capitals that repeat, and nothing else."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from tui.analysis.document import Document, Sentence, Token
from tui.analysis.languages.detector import Language, languages
from tui.analysis.model import Kind, Mention
from tui.analysis.names.lexicon import key, lexicon
from tui.analysis.names.tagger import is_shouted
from tui.text.span import Span

INSIDE_WORDS = "de del della di da do dos das du des la le van von der den ter bin al el y e en i et und & -"
INSIDE = frozenset(INSIDE_WORDS.split())
OPENERS = frozenset('"“„‘«(:—–-•')
LONGEST = 5  # words of a name
OFTEN = 2  # times that a name stands in the text at least

Words = tuple[str, ...]
Run = list[tuple[Token, bool]]  # the words of a run of capitals, and whether any word has a capital there


def repeated_names(document: Document, language: str) -> tuple[Mention, ...]:
    """The mentions of names in a text in `language`, sorted and disjoint."""
    table = languages().get(language, Language(frozenset(), languages()["English"].parts, frozenset()))
    runs = [run for sentence in document.sentences for run in _runs(sentence, table)]
    seen: Counter[Words] = Counter()
    inside: set[Words] = set()  # those that stand where not any word has a capital
    for run in runs:
        for first, last in _stretches(run):
            words = _words(run, first, last)
            seen[words] += 1
            if not run[first][1]:
                inside.add(words)
    names = {words for words, count in seen.items() if count >= OFTEN and words in inside}
    if table.nouns:
        names = _without_nouns(names, table.nouns)
    kinds = _kinds(names)
    return tuple(
        Mention(Span(run[first][0].span.start, run[last][0].span.end), kinds[words], text, "repeated")
        for run in runs
        for first, last in _covered(run, names)
        if (words := _words(run, first, last))
        and (text := document.article.text[run[first][0].span.start : run[last][0].span.end])
    )


def _runs(sentence: Sentence, table: Language) -> Iterator[Run]:
    """Capitalised words side by side, small words of names between them."""
    if is_shouted(sentence):
        return
    run: Run = []
    held: Run = []
    for before, token in pairwise((None, *sentence.tokens)):
        word = token.text if token else ""
        opens = before is None or before.text in OPENERS
        if token and word[0].isupper() and not (opens and word.lower() in table.words):
            run += [*held, (token, opens)]
            held = []
        elif token and run and word in INSIDE and len(held) < 2:
            held.append((token, False))
        else:
            if run:
                yield run
            run, held = [], []
    if run:
        yield run


def _stretches(run: Run) -> Iterator[tuple[int, int]]:
    """First and last word of everything in a run that could be a name by itself, the longest first."""
    for size in range(min(len(run), LONGEST), 0, -1):
        for first in range(len(run) - size + 1):
            ends = run[first][0].text, run[first + size - 1][0].text
            if all(word[0].isupper() for word in ends) and (size > 1 or len(ends[0]) > 1):
                yield first, first + size - 1


def _words(run: Run, first: int, last: int) -> Words:
    return tuple(token.text for token, _ in run[first : last + 1])


def _covered(run: Run, names: set[Words]) -> list[tuple[int, int]]:
    """The names in a run, the longest before all others; in text order, disjoint."""
    taken: list[tuple[int, int]] = []
    free = [True] * len(run)
    for first, last in _stretches(run):
        if all(free[first : last + 1]) and _words(run, first, last) in names:
            taken.append((first, last))
            free[first : last + 1] = [False] * (last + 1 - first)
    return sorted(taken)


def _without_nouns(names: set[Words], nouns: frozenset[str]) -> set[Words]:
    """Where every noun has a capital: known names, letters, words side by side, and the surnames in them."""
    longer = {words for words in names if len(words) > 1 and nouns.isdisjoint(words)}
    last = {words[-1] for words in longer}
    lists = lexicon()
    return longer | {
        (word,)
        for word, *rest in names
        if not rest
        if word in last or key(word) in lists.places or key(word) in lists.known or (word.isupper() and word.isalpha())
    }


def _kinds(names: set[Words]) -> Mapping[Words, Kind]:
    """What the lists know; else two and three words are a person, and letters an organisation."""
    lists = lexicon()
    kinds: dict[Words, Kind] = {}
    last: dict[str, Kind] = {}  # kinds of longer names by their last word
    for words in sorted(names, key=lambda words: -len(words)):
        name = key(" ".join(words))
        known = lists.known.get(name)
        if known and not known.common:
            kinds[words] = known.kind
        elif name in lists.places:
            kinds[words] = Kind.PLACE
        elif any(lists.is_a(word, "org") for word in words) or (len(words) == 1 and words[0].isupper()):
            kinds[words] = Kind.ORG
        elif len(words) > 1:
            person = words[0] in lists.given or (len(words) < 4 and all(word[0].isupper() for word in words))
            kinds[words] = Kind.PERSON if person else Kind.OTHER
        else:
            kinds[words] = last.get(words[0], Kind.OTHER)
        if len(words) > 1:
            last.setdefault(words[-1], kinds[words])
    return kinds
