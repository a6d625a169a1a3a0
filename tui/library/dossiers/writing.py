"""A dossier as Markdown with its sources, and as JSON."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tui.analysis.model import Interval
from tui.analysis.times.days.calendar import label, of_date
from tui.library.dossiers.dossier import Dossier, Happened, Mentioned, Source
from tui.timelines.in_markdown import cited, plain, source_line

KINDS = {"PERSON": "person", "ORG": "organisation", "PLACE": "place", "GROUP": "group", "OTHER": "other"}
SHOWN = 20  # of each list in Markdown that is not the articles or the timeline
FORMS = ("md", "json")


def written(one: Dossier, form: str, notes: Sequence[str] = ()) -> str:
    """The dossier in one of FORMS; `notes` are what the person wrote on it."""
    return as_json(one, notes) if form == "json" else markdown(one, notes)


def markdown(one: Dossier, notes: Sequence[str] = ()) -> str:
    """For people: each line names its source by a number, and the sources stand at the end."""
    citing = _Cited()
    lines = [
        f"# {plain(one.name)}",
        "",
        f"{KINDS.get(one.kind, 'other').capitalize()}, in {len(one.articles)} articles",
    ]
    lines[-1] += f"; asked for: {plain(one.query)}." if one.query else "."
    if one.looked < len(one.articles):
        of = f"{one.looked:,} of {len(one.articles):,}"
        lines += ["", f"Timeline, quotations and figures are those of the latest {of} articles."]
    if len(one.names) > 1:
        lines += ["", "Also: " + ", ".join(plain(name) for name, _ in one.names if name != one.name) + "."]
    if one.others:
        lines += [
            "",
            "Not to be taken for: "
            + ", ".join(plain(f"{other.name} ({other.kind.lower()})") for other in one.others)
            + ".",
        ]
    _list(lines, "Timeline", (f"**{days(row)}** {plain(row.text)} {citing.all(row.tellers)}" for row in one.events))
    _list(lines, "Said by it", (f"{plain(said.text)} {citing(said.place)}" for said in one.by[:SHOWN]))
    about = (
        f"{plain(f'{said.speaker}: ' if said.speaker else '')}{plain(said.text)} {citing(said.place)}"
        for said in one.about[:SHOWN]
    )
    _list(lines, "Said of it", about)
    _list(
        lines,
        "Figures beside it",
        (f"**{plain(row.text)}**: {plain(row.sentence)} {citing(row.place)}" for row in one.figures[:SHOWN]),
    )
    _list(lines, "Beside it", (f"{plain(row.name)} ({row.articles})" for row in one.beside[:SHOWN]))
    _list(lines, "Notes", map(plain, notes))
    _list(lines, "Articles", (_row(row, citing) for row in one.articles))
    _list(lines, "Perhaps also", (_row(row, citing) for row in one.unsure))
    lines += ["", "## Sources", "", *citing.sources()]
    return "\n".join(lines) + "\n"


def as_json(one: Dossier, notes: Sequence[str] = ()) -> str:
    """For other programs: all of it."""
    tree: dict[str, Any] = {
        "id": one.id,
        "name": one.name,
        "kind": one.kind,
        "query": one.query,
        "names": [{"name": name, "articles": articles} for name, articles in one.names],
        "looked": one.looked,
        "months": dict(one.months),
        "articles": [
            _place(row.place) | {"sentence": row.sentence, "mentions": row.mentions, "why": row.why}
            for row in one.articles
        ],
        "unsure": [_place(row.place) | {"sentence": row.sentence} for row in one.unsure],
        "timeline": [
            {
                "first": str(row.first),
                "last": str(row.last),
                "value": row.value,
                "text": row.text,
                "uncertain": row.uncertain,
                "tellers": [_place(teller) for teller in row.tellers],
            }
            for row in one.events
        ],
        "said_by": [_place(said.place) | {"text": said.text} for said in one.by],
        "said_of": [_place(said.place) | {"text": said.text, "speaker": said.speaker} for said in one.about],
        "figures": [_place(row.place) | {"text": row.text, "sentence": row.sentence} for row in one.figures],
        "beside": [row._asdict() for row in one.beside],
        "others": [row._asdict() for row in one.others],
        "notes": list(notes),
    }
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def days(row: Happened) -> str:
    """The days of a row in words: "2019-03-01", "2019-03-01 to 2019-03-31"."""
    said = str(row.first) if row.first == row.last else f"{row.first} to {row.last}"
    return f"{said}{'?' if row.uncertain else ''}"


class _Cited:
    """Articles by their numbers, in the order in which they are first named."""

    def __init__(self) -> None:
        self._numbers: dict[int, tuple[int, Source]] = {}

    def __call__(self, place: Source) -> str:
        return cited([self._number(place)])

    def _number(self, place: Source) -> int:
        return self._numbers.setdefault(place.article, (len(self._numbers) + 1, place))[0]

    def all(self, places: Iterable[Source]) -> str:
        return cited(self._number(place) for place in places)

    def sources(self) -> list[str]:
        return [
            source_line(number, place.title or Path(place.source).name, place.publisher, _when(place), "", place.source)
            for number, place in self._numbers.values()
        ]


def _when(place: Source) -> str:
    if place.published is None:
        return "no date"
    day = of_date(place.published)
    return label(Interval(day, day))


def _row(row: Mentioned, citing: _Cited) -> str:
    return f"{row.place.published or 'undated'}: {plain(row.sentence or row.place.title)} {citing(row.place)}"


def _list(lines: list[str], heading: str, rows: Iterable[str]) -> None:
    found = [f"- {row}" for row in rows]
    if found:
        lines += ["", f"## {heading}", "", *found]


def _place(place: Source) -> dict[str, Any]:
    return {
        "source": place.source,
        "title": place.title,
        "publisher": place.publisher,
        "published": place.published.isoformat() if place.published else None,
        "offset": place.offset,
    }
