"""Sentences become name tags: the fitted CRF and what it looks at in a token and around it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import pycrfsuite

from tui.analysis.document import Document, Sentence, Token
from tui.analysis.model import Kind
from tui.analysis.names.lexicon import RESOURCES, Lexicon, fold, key, lexicon
from tui.text.span import Span

MODEL = "names.crf"
LONGEST_LISTED = 6  # tokens
SMALL_STARTS = frozenset({"al", "el", "bin"})


class Tagged(NamedTuple):
    """A name as the tagger sees it; `share` is the model's own certainty, 0 to 1."""

    span: Span
    kind: Kind
    share: float


@dataclass(slots=True)
class Usage:
    """How one article writes its words: what a single sentence cannot tell."""

    lower: set[str] = field(default_factory=set)  # words it also writes in lower case
    inside: set[str] = field(default_factory=set)  # words it writes with a capital inside a sentence
    signs: dict[str, set[str]] = field(default_factory=dict)  # capital words -> classes that stood beside them

    def note(self, word: str, sign: str) -> None:
        self.signs.setdefault(word, set()).add(sign)


def tag_names(document: Document, usage: Usage, tagger: "pycrfsuite.Tagger | None" = None) -> tuple[Tagged, ...]:
    """All names the CRF tags, sorted and disjoint; with the shipped model unless another is given."""
    tagger = tagger or open_model(MODEL)
    names: list[Tagged] = []
    for sentence in document.sentences:
        if not any(token.text[0].isupper() or token.text[-1].isupper() for token in sentence.tokens):
            continue
        tagger.set(features_of(sentence, usage))
        tags = tagger.tag()
        for first, last, kind in runs(tags):
            share = min(tagger.marginal(tags[index], index) for index in range(first, last + 1))
            span = Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)
            names.append(Tagged(span, Kind(kind), share))
    return tuple(names)


def runs(tags: Sequence[str]) -> Iterable[tuple[int, int, str]]:
    """(first, last, kind) of each name in BIO tags."""
    first, kind = 0, ""
    for index, tag in enumerate((*tags, "O")):
        if kind and (tag[0] != "I" or tag[2:] != kind):
            yield first, index - 1, kind
            kind = ""
        if tag[0] != "O" and not kind:
            first, kind = index, tag[2:]


def usage_of(sentences: Iterable[Sentence]) -> Usage:
    """How the sentences write their words."""
    usage, lists = Usage(), lexicon()
    for sentence in sentences:
        shouted = is_shouted(sentence)
        before = ""
        for index, token in enumerate(sentence.tokens):
            word = token.text
            if word.islower():
                usage.lower.add(word)
            elif word[0].isupper() and not shouted:
                if index and before.isalpha() and before.islower():
                    usage.inside.add(word)
                for sign in lists.cues.get(before.lower().rstrip("."), ()):
                    usage.note(word, f"<{sign}")
                if before in lists.given and len(before) > 2:
                    usage.note(word, "<given")
                if before in PREPOSITIONS:
                    usage.note(word, f"<{before}")
            if before[:1].isupper() and not shouted:
                for sign in lists.cues.get(word.lower().rstrip("."), ()):
                    usage.note(before, f">{sign}")
                if word in lists.surnames:
                    usage.note(before, ">surname")
            before = word
    return usage


PREPOSITIONS = frozenset({"in", "at", "from", "near", "to", "across", "outside", "by", "with", "against", "of", "for"})


def is_shouted(sentence: Sentence) -> bool:
    """Whether a line is written in capitals."""
    words = [token.text for token in sentence.tokens if token.text.isalpha()]
    return len(words) > 2 and sum(word.isupper() and len(word) > 1 for word in words) > 0.6 * len(words)


def is_titled(sentence: Sentence) -> bool:
    """Whether A Line Writes Most Words With a Capital."""
    words = [token.text for token in sentence.tokens if len(token.text) > 3 and token.text.isalpha()]
    return (
        sentence.tokens[-1].text != "."
        and len(words) > 3
        and sum(word[0].isupper() for word in words) > 0.75 * len(words)
    )


class Word(NamedTuple):
    """What is known of a word wherever it stands; `own` are finished features, the rest goes into windows."""

    own: tuple[str, ...]
    lower: str
    shape: str
    classes: tuple[str, ...]
    group: str  # classes in one string


_MODELS: list[bytes] = []  # python-crfsuite does not keep what it reads from


@cache
def open_model(name: str) -> "pycrfsuite.Tagger":
    """A fitted model of resources/, read once."""
    tagger = pycrfsuite.Tagger()
    _MODELS.append((RESOURCES / name).read_bytes())
    tagger.open_inmemory(_MODELS[-1])
    return tagger


_WORDS: dict[str, Word] = {}
MOST_WORDS = 50_000


def word_of(text: str) -> Word:
    """The features of a word, remembered."""
    word = _WORDS.get(text)
    if word is None:
        if len(_WORDS) >= MOST_WORDS:
            _WORDS.clear()
        word = _WORDS[text] = _word(encodable(text), lexicon())
    return word


def encodable(text: str) -> str:
    """The text with "?" for each half of a broken pair of surrogates: models read UTF-8."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _word(text: str, lists: Lexicon) -> Word:
    lower = fold(text[:40])
    shape, short = _shapes(text)
    classes = list(lists.cues.get(lower.rstrip("."), ()))
    named = text.capitalize() if len(text) > 3 and text.isupper() else text
    if named in lists.given:
        classes.append("given")
    if named in lists.surnames:
        classes.append("surname")
    if named in lists.demonyms:
        classes.append("demonym")
    if lower in lists.common:
        classes.append("common")
    elif text.isalpha() and text.islower():
        classes.append("rare")
    place = lists.places.get(lower)
    if place:
        classes.append(place)
    known = lists.known.get(key(text)) if text[0].isupper() else None
    if known and not known.common:
        classes.append(known.kind)
    own = [f"w={lower}", f"s={shape}", f"q={short}"]
    if text.isalpha() or len(text) > 3:
        own += [f"p{size}={lower[:size]}" for size in (2, 3, 4) if len(lower) > size]
        own += [f"e{size}={lower[-size:]}" for size in (1, 2, 3, 4) if len(lower) > size]
    own += [f"c={name}" for name in classes]
    group = "+".join(classes) or short
    own.append(f"g={group}")
    return Word(tuple(own), lower, short, tuple(classes), group)


def _shapes(text: str) -> tuple[str, str]:
    shape = "".join(map(_sort_of, text[:24]))
    short = "".join(letter for index, letter in enumerate(shape) if not index or shape[index - 1] != letter)
    return shape[:8], short


def _sort_of(letter: str) -> str:
    if letter.isalpha():
        return "X" if letter.isupper() else "x" if letter.islower() else "a"
    return "d" if letter.isdigit() else letter


def features_of(sentence: Sentence, usage: Usage) -> list[list[str]]:
    """One list of features for each token."""
    tokens = sentence.tokens
    words = [word_of(token.text) for token in tokens]
    listed = _listed(tokens)
    line = "shout" if is_shouted(sentence) else "titled" if is_titled(sentence) else ""
    last = len(tokens) - 1
    rows: list[list[str]] = []
    for index, word in enumerate(words):
        row = ["b", *word.own]
        row += _around(words, index, last)
        if listed[index]:
            row.append(f"listed={listed[index]}")
        text = tokens[index].text
        if text[0].isupper():
            row += _in_article(text, word, usage)
            if line:
                row += (f"line={line}", f"line={line}|{word.group}")
            if index == 0 or tokens[index - 1].text in '"“‘(:—–-•':
                row += (f"first|{word.group}", "first")
        rows.append(row)
    return rows


def _around(words: list[Word], index: int, last: int) -> Iterable[str]:
    word = words[index]
    if index:
        left = words[index - 1]
        yield f"-w={left.lower}"
        yield f"-q={left.shape}"
        yield f"-w|w={left.lower}|{word.lower}"
        yield f"-g|g={left.group}|{word.group}"
        yield f"-q|q={left.shape}|{word.shape}"
        yield f"-e={left.lower[-3:]}"
        for name in left.classes:
            yield f"-c={name}"
            yield f"-c|q={name}|{word.shape}"
    else:
        yield "-w=^"
    if index < last:
        right = words[index + 1]
        yield f"+w={right.lower}"
        yield f"+q={right.shape}"
        yield f"+w|w={word.lower}|{right.lower}"
        yield f"+g|g={word.group}|{right.group}"
        yield f"+q|q={word.shape}|{right.shape}"
        yield f"+e={right.lower[-3:]}"
        for name in right.classes:
            yield f"+c={name}"
            yield f"+c|q={name}|{word.shape}"
        if index:
            yield f"-w+w={words[index - 1].lower}|{right.lower}"
            yield f"qqq={words[index - 1].shape}|{word.shape}|{right.shape}"
    else:
        yield "+w=$"
    if index > 1:
        far = words[index - 2]
        yield f"--w={far.lower}"
        yield f"--q={far.shape}"
        yield f"--w-w={far.lower}|{words[index - 1].lower}"
        for name in far.classes:
            yield f"--c={name}"
    if index + 1 < last:
        far = words[index + 2]
        yield f"++w={far.lower}"
        yield f"++q={far.shape}"
        yield f"+w++w={words[index + 1].lower}|{far.lower}"
        for name in far.classes:
            yield f"++c={name}"


def _in_article(text: str, word: Word, usage: Usage) -> Iterable[str]:
    if text.lower() in usage.lower:
        yield "also lower"
        yield f"also lower|{word.group}"
    if text in usage.inside:
        yield "inside"
    for sign in sorted(usage.signs.get(text, ())):
        yield f"sign={sign}"


def _listed(tokens: Sequence[Token]) -> list[str]:
    """For each token B- or I- and the class of the listed name of several tokens it belongs to."""
    lists = lexicon()
    marks = [""] * len(tokens)
    index = 0
    while index < len(tokens):
        text = tokens[index].text
        if (text[0].isupper() or text in SMALL_STARTS) and fold(text).rstrip(".") in lists.starts:
            for end in range(min(len(tokens), index + LONGEST_LISTED), index + 1, -1):
                name = joined(tokens[index:end])
                known = lists.known.get(name)
                group = known.kind if known and not known.common else lists.places.get(name)
                if group:
                    marks[index:end] = [f"B-{group}", *[f"I-{group}"] * (end - index - 1)]
                    index = end - 1
                    break
        index += 1
    return marks


def joined(tokens: Sequence[Token]) -> str:
    """The tokens as a key: one space where the text has any, nothing where it has none."""
    parts = [tokens[0].text]
    for left, right in pairwise(tokens):
        if right.span.start > left.span.end:
            parts.append(" ")
        parts.append(right.text)
    return fold("".join(parts)).replace(". ", " ")
