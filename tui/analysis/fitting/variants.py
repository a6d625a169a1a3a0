"""Annotated sentences become others like them: headlines, and lines in capitals."""

import random
from collections.abc import Callable, Iterator

from tui.analysis.document import Sentence, Token

TITLED, SHOUTED = 0.08, 0.03  # shares of the sentences with names that also become a headline, or capitals


def headlines(sentence: Sentence, tags: list[str], chance: random.Random) -> Iterator[tuple[Sentence, list[str]]]:
    """Now and then the sentence as a headline or in capitals."""
    if "O" in tags and len(set(tags)) > 1 and 4 <= len(tags) <= 30:
        draw = chance.random()
        if sentence.tokens[-1].text == ".":
            sentence = Sentence(sentence.span, sentence.tokens[:-1], sentence.block)
            tags = tags[:-1]
        if draw < TITLED:
            yield _rewritten(sentence, lambda word: word[0].upper() + word[1:] if len(word) > 3 else word), tags
        elif draw < TITLED + SHOUTED:
            yield _rewritten(sentence, str.upper), tags


def _rewritten(sentence: Sentence, write: Callable[[str], str]) -> Sentence:
    tokens = tuple(Token(token.span, write(token.text)) for token in sentence.tokens)
    return Sentence(sentence.span, tokens, sentence.block)
