"""Annotated sentences become others like them: headlines, lines in capitals, the same story about unheard-of names."""

import random
from collections.abc import Callable, Iterator
from functools import cache

from tui.analysis.document import Document, Sentence, Token
from tui.analysis.fitting.corpora import Annotated, tags_of
from tui.analysis.lexicon import Lexicon, lexicon

TITLED, SHOUTED = 0.08, 0.03  # shares of the sentences with names that also become a headline, or capitals
LISTED = 0.6  # share of the new people and places that stand in the lists
ONSETS = "b br ch d f g gr h j k kl l m n p r s sh st t tr v w z"
VOWELS = "a e i o u ai ei"
SYLLABLES = tuple(onset + vowel for onset in ONSETS.split() for vowel in VOWELS.split())
CLOSINGS = ("", "n", "r", "s", "l", "k", "t", "m", "x", "nd", "rt")


def headlines(sentence: Sentence, tags: list[str], chance: random.Random) -> Iterator[tuple[Sentence, list[str]]]:
    """Now and then the sentence as a headline or in capitals."""
    if "O" in tags and len(set(tags)) > 1 and 4 <= len(tags) <= 30:
        draw = chance.random()
        if draw < TITLED:
            yield _rewritten(sentence, lambda word: word[0].upper() + word[1:] if len(word) > 3 else word), tags
        elif draw < TITLED + SHOUTED:
            yield _rewritten(sentence, str.upper), tags


def renamed(item: Annotated, chance: random.Random) -> Annotated:
    """The document with its names replaced throughout; spans and tags stay."""
    lists, new = lexicon(), {}
    sentences = []
    for sentence in item.document.sentences:
        tokens = []
        for token, tag in zip(sentence.tokens, tags_of(sentence, item.names), strict=True):
            text = token.text
            if tag != "O" and text not in new:
                new[text] = _other(text, tag[2:], lists, chance)
            tokens.append(Token(token.span, new[text]) if tag != "O" else token)
        sentences.append(Sentence(sentence.span, tuple(tokens), sentence.block))
    return Annotated(Document(item.document.article, tuple(sentences)), item.names, item.unclear, item.partial)


def _rewritten(sentence: Sentence, write: Callable[[str], str]) -> Sentence:
    tokens = tuple(Token(token.span, write(token.text)) for token in sentence.tokens)
    return Sentence(sentence.span, tokens, sentence.block)


def _other(word: str, kind: str, lists: Lexicon, chance: random.Random) -> str:
    """Another word of the same sort; words that tell the kind stay."""
    lower = word.lower()
    if not word.isalpha() or len(word) < 3 or lower in lists.cues or lower in lists.common or kind == "GROUP":
        return word
    if word.isupper():
        return "".join(chance.choice("ABCDEFGHIKLMNOPRSTUVW") for _ in word)
    if not word.istitle():
        return word
    pool = _pool(word in lists.given, kind)
    if pool and chance.random() < LISTED:
        return chance.choice(pool)
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(1, 3))).capitalize() + chance.choice(CLOSINGS)


@cache
def _pool(given: bool, kind: str) -> tuple[str, ...]:
    """Listed names of a kind, in a fixed order."""
    lists = lexicon()
    if kind == "PERSON":
        return tuple(sorted(lists.given if given else lists.surnames))
    if kind == "PLACE":
        return tuple(sorted(name.capitalize() for name in lists.places if name.isalpha() and len(name) > 3))
    return ()
