"""Fits the CRF that tags names, on all documents or with some held out."""

import random
from collections.abc import Iterable
from pathlib import Path

import pycrfsuite

from tui.analysis.fitting.corpora import Annotated, tags_of
from tui.analysis.fitting.variants import headlines
from tui.analysis.names.lexicon import lexicon
from tui.analysis.names.tagger import features_of, usage_of

ITERATIONS = 80
SETTINGS = {"c1": 0.3, "c2": 0.01, "feature.minfreq": 2, "feature.possible_transitions": True}
SEED = 7


def fit_names(annotated: Iterable[Annotated], path: Path, iterations: int = ITERATIONS) -> None:
    """Fits on every sentence whose annotation is complete and writes the model to `path`."""
    chance = random.Random(SEED)
    trainer = pycrfsuite.Trainer(verbose=False)
    for item in annotated:
        _append(trainer, item, chance)
    trainer.set_params({**SETTINGS, "max_iterations": iterations})
    trainer.train(str(path))


def _append(trainer: "pycrfsuite.Trainer", item: Annotated, chance: random.Random) -> None:
    demonyms = lexicon().demonyms
    usage = usage_of(item.document.sentences)
    for sentence in item.document.sentences:
        if any(sentence.span.overlaps(region) for region in item.unclear):
            continue
        tags = tags_of(sentence, item.names)
        words = [token.text for token in sentence.tokens]
        if item.partial and any(tag == "O" and word in demonyms for tag, word in zip(tags, words, strict=True)):
            continue
        trainer.append(features_of(sentence, usage), tags)
        for variant, variant_tags in headlines(sentence, tags, chance):
            trainer.append(features_of(variant, usage), variant_tags)
