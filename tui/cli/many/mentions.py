"""Many articles as lines of JSON become the mentions of their entities, each with an id that is the same everywhere."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from tui.analysis.model import Kind
from tui.cli.many.rows import WANTED, Row, is_bad, rows_of
from tui.cli.output import say
from tui.errors import ReaderError
from tui.library.entities.facts import StoredFacts
from tui.library.entities.forms import Grade
from tui.library.entities.resolve import Sought, resolve
from tui.library.entities.tables import make_tables, put
from tui.library.entities.told import Told, packed
from tui.library.indexing.pool import cores, in_order
from tui.library.indexing.task import Done
from tui.text.article import Known, Published

FEW_CHARACTERS = 200_000  # less than this is done sooner in one process


class Standing(NamedTuple):
    """What an article tells, and where each of its entities stands."""

    told: Told
    spans: tuple[tuple[tuple[int, int], ...], ...]


def write_mentions(source: Path, target: Path) -> int:
    """Each line of `source`, {"id", "text", "date"?, "title"?}, becomes lines {"doc", "start", "end", "entity"}.

    `entity` is the same in every article for the same one, as a dossier counts them. 1 where a line was no article."""
    if target.exists() and source.exists() and target.samefile(source):
        raise ReaderError(f"{source} cannot be read and written at the same time; name another file for the mentions.")
    rows = list(rows_of(source))
    if not rows or all(map(is_bad, rows)):
        raise ReaderError(f"{source} holds no articles; {WANTED}.")
    processes = cores() if sum(len(row["text"]) for row in rows) >= FEW_CHARACTERS else 1
    found: list[tuple[Any, Standing]] = []
    failed = 0
    with closing(in_order(standing, rows, processes)) as answers:
        for row, outcome in answers:
            if isinstance(outcome, Done):
                found.append((row["id"], outcome.answer))
            else:
                failed += 1
                say(row["error"] if is_bad(row) else f"{row['id']} could not be analysed ({outcome[0]}).")
    try:
        with target.open("w", encoding="utf-8") as file:
            for line in _lines(found):
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    except OSError as error:
        raise ReaderError(f"{target} cannot be written ({error.strerror}); name a file in a folder you own.") from error
    return 1 if failed else 0


def standing(row: Row) -> Standing:
    """What is found in one article. Raises ReaderError for a line that is none."""
    from tui.analysis.pipeline import analyse
    from tui.library.entities.told import spans_of, told
    from tui.text.formats.plain import plain_article

    if is_bad(row):
        raise ReaderError(row["error"])
    title, day = row.get("title"), row.get("date")
    try:
        published = Published(date.fromisoformat(str(day)[:10]), Known.STATED, "date") if day else Published()
    except ValueError:
        published = Published()
    article = plain_article(
        row["text"],
        source=str(row["id"]),
        title=title if isinstance(title, str) else "",
        published=published,
        furniture=False,
        exact=True,
    )
    analysis = analyse(article)
    spans = tuple(tuple((span.start, span.end) for span in some) for some in spans_of(article.text, analysis))
    return Standing(told(article.text, analysis), spans)


def _lines(found: list[tuple[Any, Standing]]) -> Iterator[Row]:
    db = sqlite3.connect(":memory:")
    make_tables(db)
    for number, (_, one) in enumerate(found, 1):
        put(db, number, packed(one.told, b""))
    facts = StoredFacts(db)
    for number, (doc, one) in enumerate(found, 1):
        keys = frozenset(here.key for here in one.told.entities)
        for here, spans in zip(one.told.entities, one.spans, strict=True):
            sought = Sought(here.key, Grade(here.grade), Kind(here.kind))
            entity = resolve(sought, str(number), keys - {here.key}, facts).id
            for start, end in spans:
                yield {"doc": doc, "start": start, "end": end, "entity": entity}
    db.close()
