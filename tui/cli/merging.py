"""The rows of several timelines become one: two articles that tell of the same event share a row."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.analysis.model import Analysis, Interval, Status, TimelineEvent
from tui.analysis.naming import fold_name
from tui.text.article import Article


@dataclass(frozen=True, slots=True)
class MergedRow:
    """One event and all the articles that tell of it; `sentence` is the first one's."""

    interval: Interval
    value: str
    edtf: str
    uncertain: bool
    background: bool
    status: Status
    sentence: str
    files: tuple[str, ...]
    entities: tuple[str, ...]  # the fullest names, by place in the clause

    @property
    def order(self) -> tuple[Interval, tuple[str, ...], str]:
        """By time, then by file."""
        return self.interval, self.files, self.sentence


def rows_of(
    article: Article, analysis: Analysis, entity: str | None = None, reported: bool = False
) -> tuple[tuple[MergedRow, ...], bool]:
    """The rows of one article, of one entity where it is asked for; and whether the article names that entity."""
    wanted = _indices(analysis, entity)
    rows = tuple(
        _row(article, analysis, event)
        for event in analysis.events
        if (reported or event.status is Status.DATED) and (entity is None or not wanted.isdisjoint(event.entities))
    )
    return rows, bool(wanted)


def merged(rows: Sequence[MergedRow], more: Sequence[MergedRow]) -> list[MergedRow]:
    """Both lists; a row of `more` that tells of the same event as one of `rows` adds its file and names to it."""
    result = list(rows)
    by_interval: dict[Interval, list[int]] = {}
    for index, row in enumerate(result):
        by_interval.setdefault(row.interval, []).append(index)
    for row in more:
        same = next((place for place in by_interval.get(row.interval, ()) if same_event(result[place], row)), None)
        if same is None:
            result.append(row)
        else:
            known = result[same]
            folded = {fold_name(name) for name in known.entities}
            names = tuple(name for name in row.entities if fold_name(name) not in folded)
            result[same] = replace(known, files=known.files + row.files, entities=known.entities + names)
    return result


def same_event(first: MergedRow, second: MergedRow) -> bool:
    """Whether two articles tell of the same: the same days, and at least two names or half of them in common."""
    if first.interval != second.interval or first.status is not second.status or set(first.files) & set(second.files):
        return False
    one, two = ({fold_name(name) for name in row.entities} for row in (first, second))
    shared = len(one & two)
    return shared >= 2 or bool(shared and 2 * shared >= min(len(one), len(two)))


def _indices(analysis: Analysis, name: str | None) -> frozenset[int]:
    """The entities called `name`; an exact name or alias wins, else a word of the fullest name."""
    if name is None:
        return frozenset()
    wanted = fold_name(name)
    exact = {
        index
        for index, entity in enumerate(analysis.entities)
        if wanted in {fold_name(form) for form in (entity.name, *(alias.text for alias in entity.aliases))}
    }
    loose = {index for index, entity in enumerate(analysis.entities) if wanted in fold_name(entity.name).split()}
    return frozenset(exact or loose)


def _row(article: Article, analysis: Analysis, event: TimelineEvent) -> MergedRow:
    return MergedRow(
        interval=event.interval,
        value=event.value,
        edtf=event.edtf,
        uncertain=event.uncertain,
        background=event.background,
        status=event.status,
        sentence=" ".join(article.text[event.sentence.start : event.sentence.end].split()),
        files=(article.source,),
        entities=tuple(analysis.entities[index].name for index in event.entities),
    )
