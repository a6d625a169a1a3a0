"""A second opinion on names, from the spaCy pipeline a person has installed; without one nothing changes."""

import warnings
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from tui.analysis.document import Document
from tui.analysis.model import Kind
from tui.analysis.names.surfaces import Candidate
from tui.analysis.names.tagger import Tagged
from tui.analysis.names.types import NONE
from tui.analysis.names.voters import installed_pipeline
from tui.text.span import Span

KINDS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORG,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "NORP": Kind.GROUP,
    "EVENT": Kind.OTHER,
    "WORK_OF_ART": Kind.OTHER,
    "PRODUCT": Kind.OTHER,
    "LAW": Kind.OTHER,
    "LANGUAGE": Kind.OTHER,
}
NEEDED = frozenset({"tok2vec", "transformer", "ner"})
LONGEST_BLOCK = 100_000  # characters; longer ones are asked of the first voter only
WEIGHT = 0.2  # of the second voter's kinds beside the classifier's
DOUBT = 0.25  # added to the share of NONE where the second voter saw no name

Votes = tuple[tuple[str, float], ...]


def second_names(document: Document) -> tuple[Tagged, ...]:
    """The names that the installed pipeline finds, sorted; none without a pipeline."""
    pipeline = _pipeline()
    if pipeline is None:
        return ()
    text = document.article.text
    blocks: dict[int, Span] = {}
    for sentence in document.sentences:
        start = blocks[sentence.block].start if sentence.block in blocks else sentence.span.start
        blocks[sentence.block] = Span(start, sentence.span.end)
    spans = [span for span in blocks.values() if span.end - span.start <= LONGEST_BLOCK]
    found: list[Tagged] = []
    for span, answer in zip(spans, pipeline.pipe([text[slice(*span)] for span in spans]), strict=True):
        for name in answer.ents:
            if name.label_ in KINDS:
                place = Span(span.start + name.start_char, span.start + name.end_char)
                found.append(Tagged(place, KINDS[name.label_], 1.0))
    return tuple(found)


@cache
def _pipeline() -> Any:
    """The pipeline, loaded once; None where there is none that works."""
    name = installed_pipeline().partition(" ")[0]
    if not name:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about versions: the person cannot do anything about them while reading
        try:
            import spacy

            pipeline = spacy.load(name)
        except (ImportError, OSError, ValueError, AttributeError):
            return None
        pipeline.disable_pipes(*(pipe for pipe in pipeline.pipe_names if pipe not in NEEDED))
    return pipeline


def with_second(
    votes: Mapping[str, Votes], groups: Mapping[str, Sequence[Candidate]], second: Sequence[Tagged]
) -> dict[str, Votes]:
    """The shares of the kinds once the second voter is heard; a name it never saw is more likely none."""
    result: dict[str, Votes] = {}
    for key, shares in votes.items():
        heard = [found for candidate in groups[key] if (found := _kind_at(candidate.span, second))]
        mixed = dict(shares)
        none = mixed.pop(NONE) if heard else min(1.0, mixed.pop(NONE) + DOUBT)
        whole = sum(mixed.values()) or 1.0
        for kind in mixed:
            said = heard.count(Kind(kind)) / len(heard) if heard else mixed[kind] / whole
            mixed[kind] = (1 - none) * ((1 - WEIGHT) * mixed[kind] / whole + WEIGHT * said)
        ranked = sorted({**mixed, NONE: none}.items(), key=lambda vote: -vote[1])
        result[key] = tuple((kind, round(share, 4)) for kind, share in ranked)
    return result


def _kind_at(span: Span, names: Sequence[Tagged]) -> Kind | None:
    """The kind of the name that shares more than half with `span`; `names` are sorted."""
    for name in names:
        if name.span.start >= span.end:
            break
        both = min(name.span.end, span.end) - max(name.span.start, span.start)
        if 2 * both > max(name.span.end, span.end) - min(name.span.start, span.start):
            return name.kind
    return None
