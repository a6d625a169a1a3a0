"""A text without capitals, or in nothing else, becomes one with capitals where names may stand; offsets stay."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.analysis.document import Document, Sentence, Token
from tui.analysis.languages.detector import ENGLISH, languages
from tui.analysis.model import Alias, Entity, Mention
from tui.analysis.names.lexicon import Lexicon, fold, lexicon
from tui.analysis.names.tagger import LONGEST_LISTED, joined

FEWEST_LETTERS = 80  # less says nothing
FEWEST_WORDS = 30  # with a capital; fewer may be a list of names
FEW, MOST = 0.003, 0.85  # shares of capitals, below and above which they say nothing
LONG = 4  # letters of a word that has a capital in a headline
PRONOUN = "i"
NO_NAMES_WORDS = "us it may will who march im ive ok etc"
NO_NAMES = frozenset(NO_NAMES_WORDS.split())


def recased(document: Document) -> Document | None:
    """The document with capitals where names may stand; None where its own capitals say it."""
    text = document.article.text
    if not _says_nothing(document):
        return None
    written = list(text)
    for sentence in document.sentences:
        for token, capital in zip(sentence.tokens, _capitals(sentence), strict=True):
            written[slice(*token.span)] = _written(token.text, capital)
    whole = "".join(written)
    sentences = tuple(_of(sentence, whole) for sentence in document.sentences)
    return Document(replace(document.article, text=whole), sentences)


def _says_nothing(document: Document) -> bool:
    """Whether the capitals of a document say nothing: hardly any, hardly anything else, or Every Word Has One."""
    letters = capitals = words = titled = 0
    for sentence in document.sentences:
        for token in sentence.tokens:
            letters += sum(map(str.isalpha, token.text))
            capitals += sum(map(str.isupper, token.text))
            if len(token.text) >= LONG and token.text.isalpha():
                words += 1
                titled += token.text[0].isupper()
    if letters < FEWEST_LETTERS:
        return False
    return not FEW * letters <= capitals <= MOST * letters or (words >= FEWEST_WORDS and titled > MOST * words)


def as_written(text: str, entity: Entity) -> Entity:
    """The entity with the words that stand in `text`."""
    mentions = tuple(
        Mention(mention.span, mention.kind, text[slice(*mention.span)], mention.rule) for mention in entity.mentions
    )
    forms = {old.text: new.text for old, new in zip(entity.mentions, mentions, strict=True)}
    rules: dict[str, str] = {}
    for alias in entity.aliases:
        rules.setdefault(forms[alias.text], alias.rule)
    aliases = tuple(Alias(form, rule) for form, rule in rules.items())
    return replace(entity, name=aliases[0].text, aliases=aliases, mentions=mentions)


def _written(word: str, capital: bool) -> str:
    """The word in lower case, its first letter a capital where it may be a name; as long as before."""
    letters = [low if len(low := letter.lower()) == 1 else letter for letter in word]
    if capital and len(letters[0].upper()) == 1:
        letters[0] = letters[0].upper()
    return "".join(letters)


def _of(sentence: Sentence, text: str) -> Sentence:
    tokens = tuple(Token(token.span, text[slice(*token.span)]) for token in sentence.tokens)
    return replace(sentence, tokens=tokens)


def _capitals(sentence: Sentence) -> Sequence[bool]:
    """For each token whether it gets a capital."""
    lists, tokens = lexicon(), sentence.tokens
    words = [fold(token.text) for token in tokens]
    marks = [not index or _is_name(word, lists) for index, word in enumerate(words)]
    for index, word in enumerate(words[:-1]):  # "mark holt", "rose marsh"
        title = word.capitalize()
        if (
            title in lists.given
            and title not in lists.demonyms
            and word not in NO_NAMES
            and _may_follow(words[index + 1], lists)
        ):
            marks[index] = marks[index + 1] = True
    for first, last in _listed(tokens, words, lists):
        for index in range(first, last + 1):
            marks[index] = marks[index] or not lists.is_a(words[index], "small")
    return marks


def _is_name(word: str, lists: Lexicon) -> bool:
    """Whether a word is none that is written small."""
    plain = re.split(r"['’]", word, maxsplit=1)[0]
    if word == PRONOUN or lists.is_a(word, "calendar") or word.capitalize() in lists.demonyms:
        return word not in NO_NAMES
    return len(plain) > 1 and plain[0].isalpha() and plain not in lists.common and plain not in NO_NAMES


def _may_follow(word: str, lists: Lexicon) -> bool:
    known = word not in lists.common or word.capitalize() in lists.surnames
    return known and word.isalpha() and len(word) > 2 and word not in languages()[ENGLISH].words


def _listed(tokens: Sequence[Token], words: Sequence[str], lists: Lexicon) -> Iterator[tuple[int, int]]:
    """Places and known names of several words."""
    for first, word in enumerate(words):
        if word.rstrip(".") in lists.starts:
            for end in range(min(len(tokens), first + LONGEST_LISTED), first + 1, -1):
                name = joined(tokens[first:end])
                if name in lists.places or name in lists.known:
                    yield first, end - 1
                    break
