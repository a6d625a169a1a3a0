"""Many articles as lines of JSON become their analyses as lines of JSON; offsets are into the text as it was given."""

import json
from collections.abc import Generator, Iterator
from contextlib import closing
from datetime import date
from itertools import chain
from pathlib import Path

from tui.analysis.model import Analysis, Figure, Quote, TimeExpression, TimelineEvent
from tui.cli.many.resume import cut, missing
from tui.cli.many.rows import WANTED, Row, is_bad, rows_of
from tui.cli.output import Progress, say
from tui.counted import counted
from tui.errors import ReaderError
from tui.library.indexing.pool import PATIENCE, cores, in_order
from tui.library.indexing.task import Done, Lost, Outcome, Refused
from tui.text.article import Article, Known, Published

FEW_CHARACTERS = 200_000  # less than this is done sooner in one process
_MOST = 1_000  # articles, however short
_TOLD = 5  # bad lines that are named one by one
NOTHING: Row = {"entities": [], "times": [], "timeline": [], "quotes": [], "figures": []}


def analyse_batch(source: Path, target: Path, resume: bool = False, patience: float = PATIENCE) -> int:
    """Analyse each line of `source`, {"id", "text", "date"?, "title"?}, into a line of `target`; raises ReaderError.

    A line of `target` is {"id", "entities": [{"name", "kind", "mentions": [[start, end]]}],
    "times": [{"start", "end", "type", "value", "mod"?}],
    "timeline": [{"start", "end", "date", "status", "entities": [index into entities]}],
    "quotes": [{"content": [[start, end]], "kind", "speaker": [start, end] or null, "entity": index or null,
    "cue": [[start, end]]?}],
    "figures": [{"start", "end", "low", "high", "bound", "unit"?, "noun"?, "change"?, "source": [start, end]?}]}, in the
    order of `source`, written as soon as it is known. An article that could not be analysed, or a line that is none,
    has empty lists and an "error" that says why; the exit status is 1 then. `resume` keeps the lines of `target` that
    are whole and without error, and adds to them what is missing. What is held in memory does not grow with the number
    of articles."""
    failed, bad = 0, _Bad()
    progress = Progress()
    try:
        rows = _asked_for(source, target, resume)
        with (
            target.open("a" if resume else "w", encoding="ascii") as file,
            closing(_answers(rows, patience)) as answers,
            closing(progress),
        ):
            for row, outcome in answers:
                line, messages, well = _line(row, outcome)
                file.write(line)
                file.flush()  # what is done stays, whatever happens next
                failed += not well
                bad.count(row)
                progress.step()
                for message in messages:
                    progress.clear()
                    say(message)
    except OSError as error:
        raise ReaderError(f"{target} cannot be written ({error.strerror}); name a file in a folder you own.") from error
    bad.tell(target)
    return 1 if failed else 0


class _Bad:
    """The lines that are no articles, to be named at the end: the first of them, and how many others there are."""

    def __init__(self) -> None:
        self._named: list[str] = []
        self._others = 0

    def count(self, row: Row) -> None:
        """Remember it if it is one."""
        if is_bad(row) and len(self._named) < _TOLD:
            self._named.append(row["error"])
        elif is_bad(row):
            self._others += 1

    def tell(self, target: Path) -> None:
        """Say which they are, and what to do."""
        for trouble in self._named:
            say(f"{trouble}: mend it and --continue; its line in {target} has empty lists.")
        if self._others:
            say(f"{counted(self._others, 'line')} more cannot be used; in {target} the “error” of each says why.")


def _asked_for(source: Path, target: Path, resume: bool) -> Iterator[Row]:
    """The articles of `source`, or those that have no line in `target` yet; there is at least one in the file."""
    if target.exists() and source.exists() and target.samefile(source):
        raise ReaderError(f"{source} cannot be read and written at the same time; name another file for the analyses.")
    rows = rows_of(source)
    first = _beginning(rows)
    if not first:
        raise ReaderError(f"{source} holds no articles; write a JSON object with an id and a text in each line.")
    if all(map(is_bad, first)):  # it is something else: what was written before is worth more than its errors
        raise ReaderError(f"{first[0]['error']}; {WANTED}.")
    rows = chain(first, rows)
    if not resume or not target.exists():
        return rows
    if not source.is_file():
        raise ReaderError(f"{source} is not a file, and would have to be read twice; leave out --continue.")
    left = missing(rows, target)
    cut(target)
    return (row for number, row in enumerate(rows_of(source)) if number in left)


def _answers(rows: Iterator[Row], patience: float) -> Generator[tuple[Row, Outcome]]:
    first = _beginning(rows)
    much = len(first) >= _MOST or sum(len(row["text"]) for row in first) >= FEW_CHARACTERS
    return in_order(analysed, chain(first, rows), cores() if much else 1, patience)


def _beginning(rows: Iterator[Row]) -> list[Row]:
    """So many articles that several processes are worth their start, or all there are."""
    first: list[Row] = []
    characters = 0
    for row in rows:
        first.append(row)
        characters += len(row["text"])
        if characters >= FEW_CHARACTERS or len(first) >= _MOST:
            break
    return first


def _line(row: Row, outcome: Outcome) -> tuple[str, tuple[str, ...], bool]:
    """The line of an article, what there is to say about it, and whether it went well."""
    match outcome:
        case Done((line, messages)):
            return line, messages, True
        case Lost(reason) | Refused(reason):
            answer = {"id": row["id"], **NOTHING, "error": reason}
            told = f"{row['id']} could not be analysed ({reason}); its lists are empty."
            return json.dumps(answer) + "\n", () if is_bad(row) else (told,), False
        case _:
            raise TypeError(outcome)


def analysed(row: Row) -> tuple[str, tuple[str, ...]]:
    """The line of an article, and what there is to say about it. Raises ReaderError for a line that is none."""
    from tui.analysis.pipeline import analyse

    if is_bad(row):
        raise ReaderError(row["error"])
    article, messages = article_of(row)
    return json.dumps({"id": row["id"], **exchanged(analyse(article))}) + "\n", messages


def article_of(row: Row) -> tuple[Article, tuple[str, ...]]:
    """The article of a line, as it is written there, and what there is to say about it."""
    from tui.text.formats.plain import plain_article

    text, title = row["text"], row.get("title")
    published, messages = _published(row.get("date"))
    article = plain_article(
        text,
        source=str(row["id"]),
        title=title if isinstance(title, str) else "",
        published=published,
        furniture=False,
        exact=True,
    )
    return article, messages


def _published(value: object) -> tuple[Published, tuple[str, ...]]:
    try:
        return (Published(date.fromisoformat(str(value)[:10]), Known.STATED, "date") if value else Published()), ()
    except ValueError:
        return Published(), (f"{value!r} is not a day like 2019-07-30; the article counts as undated.",)


def exchanged(analysis: Analysis) -> Row:
    """An analysis without its evidence, for other programs."""
    return {
        "entities": [
            {"name": entity.name, "kind": entity.kind, "mentions": [list(mention.span) for mention in entity.mentions]}
            for entity in analysis.entities
        ],
        "times": [_time(time) for time in analysis.times],
        "timeline": [_event(event) for event in analysis.events],
        "quotes": [_quote(quote) for quote in analysis.quotes],
        "figures": [_figure(figure) for figure in analysis.figures],
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


def _quote(quote: Quote) -> Row:
    row: Row = {
        "content": [list(span) for span in quote.content],
        "kind": quote.kind,
        "speaker": list(quote.speaker) if quote.speaker is not None else None,
        "entity": quote.entity,
        "doubted": quote.doubted,
    }
    return row | ({"cue": [list(quote.cue)]} if quote.cue is not None else {})


def _figure(figure: Figure) -> Row:
    row: Row = {"start": figure.span.start, "end": figure.span.end, "low": figure.low, "high": figure.high}
    row |= {"bound": figure.bound, "unit": figure.unit, "noun": figure.noun, "change": figure.change}
    row |= {"source": list(figure.source) if figure.source is not None else None}
    return {key: value for key, value in row.items() if value not in ("", None)}
