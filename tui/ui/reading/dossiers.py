"""The dossier of an entity, read from the index in a thread, and its parts as rows."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.analysis.model import Kind
from tui.analysis.naming import fold_name
from tui.counted import counted
from tui.text.span import Span
from tui.ui.page.kinds import KIND_WORD
from tui.ui.page.signs import Signs
from tui.ui.widgets.lists.dossier_list import DossierRow
from tui.ui.widgets.parts.sparkline import bars

if TYPE_CHECKING:
    from tui.analysis.repairs.repairs import Correction
    from tui.library.dossiers.dossier import Beside, Dossier, Figured, Mentioned, Other, Source, Spoken
    from tui.library.entities.finding import Candidate
    from tui.notes.note import Note

TABS = ("Articles", "Timeline", "Said", "Said of it", "Figures", "Beside", "Others", "Notes")
EMPTY = (
    "No article.",
    "No dated row names it.",
    "No quotation is known to be its own.",
    "No quotation speaks of it.",
    "No figure stands in a sentence with it.",
    "Nobody and nothing stands beside it.",
    "Nobody else is called so.",
    "No note is on it: a on its row in the list of entities writes one.",
)


class Whole(NamedTuple):
    """A dossier with the notes on it, and how many articles are still to be looked into."""

    dossier: "Dossier"
    notes: tuple["Note", ...] = ()
    owed: int = 0


class Rows(Sequence[DossierRow]):
    """Rows that are made when they are drawn: an entity of ten thousand articles has as many."""

    def __init__(self, values: Sequence[Any], row_of: Callable[[Any], DossierRow]) -> None:
        self._values = values
        self._row_of = row_of

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, row: Any) -> Any:
        return self._row_of(self._values[row])


def parts_of(whole: Whole) -> tuple[Sequence[Any], ...]:
    """What each of TABS lists."""
    one = whole.dossier
    others = *one.others, *one.unsure
    return one.articles, one.events, one.by, one.about, one.figures, one.beside, others, whole.notes


def rows_of(whole: Whole, tab: int, signs: Signs) -> Sequence[DossierRow]:
    """One part of it."""
    from tui.library.dossiers.dossier import Other
    from tui.library.dossiers.writing import days

    values = parts_of(whole)[tab]
    names = {fold_name(name) for name, _ in whole.dossier.names}
    makers: tuple[Callable[[Any], DossierRow], ...] = (
        lambda row: _article(row, names, signs),
        lambda row: DossierRow(days(row), _tellers(row.tellers, signs), row.text, None, *_to(row.tellers[0])),
        lambda row: _spoken(row, "", signs),
        lambda row: _spoken(row, row.speaker or "somebody", signs),
        lambda row: _figure(row, signs),
        _entity,
        lambda row: _entity(row) if isinstance(row, Other) else _article(row, set(), signs, "perhaps  "),
        _note,
    )
    return Rows(values, makers[tab])


def about(one: "Dossier", signs: Signs, width: int) -> list[tuple[str, str]]:
    """The lines above the rows: other names, and the months as bars."""
    others = [name for name, _ in one.names if name != one.name][:12]
    lines = [(f"also {', '.join(others)}", "faint")] if others else []
    if len(one.months) > 1:
        first, last = one.months[0][0], one.months[-1][0]
        cells = max(1, width - len(first) - len(last) - 6)
        shown = bars(_fitted([articles for _, articles in one.months], cells), signs.sparks)
        lines.append((f"{first} {shown} {last}", "accent"))
    if one.looked < len(one.articles):
        lines.append((f"timeline, quotations and figures: the latest {one.looked:,} of {len(one.articles):,}", "faint"))
    return lines


def _fitted(counts: Sequence[int], cells: int) -> list[int]:
    """As many sums as there are cells; or the counts as they are where they have room."""
    if len(counts) <= cells:
        return list(counts)
    sums = [0] * cells
    for number, count in enumerate(counts):
        sums[number * cells // len(counts)] += count
    return sums


def _article(row: "Mentioned", names: set[str], signs: Signs, lead: str = "") -> DossierRow:
    day = str(row.place.published or "undated")
    times = f"{row.mentions} times" if row.mentions > 1 else ""
    beside = f" {signs.middle} ".join(part for part in (row.place.title, row.place.publisher, times) if part)
    return DossierRow(lead + day, beside, row.sentence, _named(row.sentence, names), *_to(row.place))


def _figure(row: "Figured", signs: Signs) -> DossierRow:
    marked = _within(row.sentence, row.text)
    return DossierRow(row.text, _where(row.place, signs), row.sentence, marked, *_to(row.place))


def _entity(row: "Beside | Other") -> DossierRow:
    kind = KIND_WORD[Kind(row.kind)]
    return DossierRow(row.name, f"{kind}, {counted(row.articles, 'article')}", entity=row.id)


def _note(note: "Note") -> DossierRow:
    quote = note.anchor.exact if note.anchor is not None else ""
    offset = note.anchor.span.start if note.anchor is not None else 0
    return DossierRow(f"{note.updated:%Y-%m-%d}", note.title, note.body or quote, None, note.source, offset)


def _spoken(row: "Spoken", lead: str, signs: Signs) -> DossierRow:
    day = str(row.place.published or "undated")
    return DossierRow(lead or day, _where(row.place, signs, not lead), row.text, None, *_to(row.place))


def _where(place: "Source", signs: Signs, dated: bool = False) -> str:
    day = "" if dated else str(place.published or "")
    return f" {signs.middle} ".join(part for part in (day, place.title, place.publisher) if part)


def _tellers(tellers: "Sequence[Source]", signs: Signs) -> str:
    more = f" and {counted(len(tellers) - 1, 'other article')}" if len(tellers) > 1 else ""
    return f"{_where(tellers[0], signs, True)}{more}"


def _to(place: "Source") -> tuple[str, int]:
    return place.source, place.offset


def _named(sentence: str, names: set[str]) -> Span | None:
    """Where one of its names stands in a sentence, the longest of them."""
    folded = sentence.casefold()
    for name in sorted(names, key=len, reverse=True):
        start = folded.find(name)
        if start >= 0 and len(folded) == len(sentence):
            return Span(start, start + len(name))
    return None


def _within(sentence: str, words: str) -> Span | None:
    start = sentence.find(words)
    return Span(start, start + len(words)) if start >= 0 else None


class Files:
    """The index and what is asked of it, all of it blocking: made for a thread."""

    def __init__(self, index: Path) -> None:
        from tui.library.index.database import Database

        self._database = Database(index)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def heed(self, rules: "Sequence[Correction]") -> None:
        """What the person put right holds from now on."""
        from tui.library.entities.following import put_right

        put_right(self._database, rules)

    def owes(self) -> int:
        """How many articles are still to be looked into."""
        from tui.library.entities.following import owes

        return self._database.read(owes, 0)

    def find(self, name: str, source: str) -> str:
        """The id of whom a name means, in an article if that tells; "" where nobody is called so."""
        from tui.library.entities.finding import candidates, id_in

        found = self._database.read(partial(id_in, source=source, name=name), "") if source else ""
        if found:
            return found
        none: list[Candidate] = []
        rows = self._database.read(partial(candidates, name=name), none)
        return rows[0].id if rows else ""

    def dossier(self, id: str, query: str, look: int | None = None) -> "tuple[Dossier | None, str]":
        """The dossier, and what of the query cannot be asked."""
        from tui.library.dossiers.building import dossier
        from tui.library.dossiers.choosing import choose

        chosen = self._database.read(partial(choose, query=query), None) if query else None
        if chosen is not None and chosen.trouble:
            return None, chosen.trouble
        return self._database.read(partial(dossier, id=id, chosen=chosen, look=look), None), ""

    def sentences(self, rows: "Sequence[Mentioned]", id: str) -> "tuple[Mentioned, ...]":
        """Articles with the sentences that name it first."""
        from tui.library.dossiers.building import sentences

        return self._database.read(partial(sentences, some=rows, id=id), ())
