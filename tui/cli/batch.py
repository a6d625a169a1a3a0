"""Many articles as lines of JSON become their analyses as lines of JSON; offsets are into the text as it was given."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from tui.analysis.model import Analysis, TimeExpression, TimelineEvent
from tui.errors import ReaderError
from tui.text.article import Known, Published

FEW_CHARACTERS = 200_000  # less than this is done sooner in one process
ARTICLES_A_TASK = 8

Row = dict[str, Any]


def analyse_batch(source: Path, target: Path) -> None:
    """Analyse each line of `source`, {"id", "text", "date"?, "title"?}, into a line of `target`; raises ReaderError.

    A line of `target` is {"id", "entities": [{"name", "kind", "mentions": [[start, end]]}],
    "times": [{"start", "end", "type", "value", "mod"?}],
    "timeline": [{"start", "end", "date", "status", "entities": [index into entities]}]}."""
    rows = list(_rows(source))
    try:
        with target.open("w", encoding="utf-8", errors="surrogatepass") as file:
            for answer in _answers(rows):
                file.write(json.dumps(answer, ensure_ascii=True) + "\n")
    except OSError as error:
        raise ReaderError(f"{target} cannot be written ({error.strerror}); name a file in a folder you own.") from error


def _answers(rows: list[Row]) -> Iterable[Row]:
    processes = min(os.cpu_count() or 1, len(rows) // ARTICLES_A_TASK)
    if processes < 2 or sum(len(row["text"]) for row in rows) < FEW_CHARACTERS:
        yield from map(_analysed, rows)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_analysed, rows, chunksize=ARTICLES_A_TASK)


def _rows(source: Path) -> Iterator[Row]:
    try:
        text = source.read_text("utf-8", errors="surrogatepass")
    except (OSError, UnicodeDecodeError) as error:
        raise ReaderError(f"{source} cannot be read as UTF-8 text; name a file with one JSON object a line.") from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict) or "id" not in row or not isinstance(row.get("text"), str):
            raise ReaderError(f"Line {number} of {source} is not a JSON object with an id and a text.")
        yield row


def _analysed(row: Row) -> Row:
    from tui.analysis.pipeline import analyse
    from tui.text.formats.plain import plain_article

    text, title = row["text"], row.get("title")
    try:
        article = plain_article(
            text,
            source=str(row["id"]),
            title=title if isinstance(title, str) else "",
            published=_published(row.get("date")),
            furniture=False,
            exact=True,
        )
        return {"id": row["id"], **exchanged(analyse(article))}
    except Exception as error:  # one article of a thousand must not cost the others
        sys.stderr.write(f"{row['id']} could not be analysed ({type(error).__name__}: {error}).\n")
        return {"id": row["id"], "entities": [], "times": [], "timeline": []}


def _published(value: object) -> Published:
    try:
        return Published(date.fromisoformat(str(value)[:10]), Known.STATED, "date") if value else Published()
    except ValueError:
        sys.stderr.write(f"{value!r} is not a day like 2019-07-30; the article counts as undated.\n")
        return Published()


def exchanged(analysis: Analysis) -> Row:
    """An analysis without its evidence, for other programs."""
    return {
        "entities": [
            {"name": entity.name, "kind": entity.kind, "mentions": [list(mention.span) for mention in entity.mentions]}
            for entity in analysis.entities
        ],
        "times": [_time(time) for time in analysis.times],
        "timeline": [_event(event) for event in analysis.events],
    }


def _time(time: TimeExpression) -> Row:
    row: Row = {"start": time.span.start, "end": time.span.end, "type": time.type, "value": time.value}
    return row | ({"mod": time.mod} if time.mod else {})


def _event(event: TimelineEvent) -> Row:
    return {
        "start": event.sentence.start,
        "end": event.sentence.end,
        "date": event.value,
        "status": event.status,
        "entities": list(event.entities),
        "interval": [str(event.interval.first), str(event.interval.last)],
        "clause": list(event.clause),
        "uncertain": event.uncertain,
        "background": event.background,
    }
