"""Fits the classifier of kinds on what the tagger finds in documents it was not fitted on."""

import pickle
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from tui.analysis.fitting.corpora import Annotated, Gold
from tui.analysis.fitting.names import fit_names
from tui.analysis.names.lexicon import lexicon
from tui.analysis.names.mentions import propose
from tui.analysis.names.neighbours import AROUND
from tui.analysis.names.surfaces import Candidate
from tui.analysis.names.tagger import Tagged, tag_names, usage_of
from tui.analysis.names.types import MODELS, NONE, Features, features_of_groups, group_by_key
from tui.text.span import Span

FOLDS = 3
FOLD_ITERATIONS = 60
SETTINGS = {"c1": 0.02, "c2": 4.0, "max_iterations": 250, "feature.minfreq": 3}
WORD_BY_WORD = ("w=", "first=", "last=", "last2=", "only=", "known", "start3=", "end4=", "place")
HALF = 0.5  # intersection over union from which a candidate counts as the annotated name

Tagging = list[tuple[Tagged, ...]]


def fit_types(annotated: list[Annotated], folder: Path, work: Path | None = None) -> None:
    """Tags every document by a model that has not seen it, then fits both models on the groups of names."""
    with TemporaryDirectory() as temporary:
        tagging = tag_unseen(annotated, work or Path(temporary))
    together, alone = (pycrfsuite.Trainer(verbose=False) for _ in MODELS)
    for item, tagged in zip(annotated, tagging, strict=True):
        for features, kind in examples(item, tagged):
            for trainer, seen in ((together, features), (alone, _without(features, AROUND))):
                trainer.append([seen], [kind])
                trainer.append([_without(seen, WORD_BY_WORD)], [kind])  # of nobody that has been heard of
    for trainer, name in zip((together, alone), MODELS, strict=True):
        trainer.set_params(SETTINGS)
        trainer.train(str(folder / name))


def tag_unseen(annotated: list[Annotated], work: Path) -> Tagging:
    """The names of each document as found by a model fitted on the other folds."""
    kept = work / "tagging.pickle"
    if kept.exists():
        tagging: Tagging = pickle.loads(kept.read_bytes())
        return tagging
    tagging = [()] * len(annotated)
    for fold in range(FOLDS):
        path = work / f"fold{fold}.crf"
        fit_names([item for index, item in enumerate(annotated) if index % FOLDS != fold], path, FOLD_ITERATIONS)
        tagger = pycrfsuite.Tagger()
        tagger.open(str(path))
        for index in range(fold, len(annotated), FOLDS):
            document = annotated[index].document
            tagging[index] = tag_names(document, usage_of(document.sentences), tagger)
    kept.write_bytes(pickle.dumps(tagging))
    return tagging


def examples(item: Annotated, tagged: Iterable[Tagged]) -> Iterator[tuple[Features, str]]:
    """Features and kind of each group of names in a document."""
    document = item.document
    usage = usage_of(document.sentences)
    candidates = [
        candidate
        for candidate in propose(document, tagged)
        if not any(candidate.span.overlaps(region) for region in item.unclear)
    ]
    groups = group_by_key(document.article.text, candidates)
    for name, features in features_of_groups(document, groups, usage).items():
        kind = Counter(_kind(candidate, item.names) for candidate in groups[name]).most_common(1)[0][0]
        surface = document.article.text[slice(*groups[name][0].span)]
        if kind == NONE and (item.partial or surface in lexicon().demonyms):
            continue  # not annotated there, or not everywhere
        yield features, kind


def _without(features: Features, beginnings: tuple[str, ...]) -> Features:
    """The features but those that begin so."""
    return {name: weight for name, weight in features.items() if not name.startswith(beginnings)}


def _kind(candidate: Candidate, names: Iterable[Gold]) -> str:
    for name in names:
        if name.span.overlaps(candidate.span) and _shared(name.span, candidate.span) >= HALF:
            return name.kind
    return NONE


def _shared(one: Span, other: Span) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (max(one.end, other.end) - min(one.start, other.start))
