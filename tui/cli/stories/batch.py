"""Lines of articles with a topic become lines of the days of each story, with the sentences that tell them best."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

from tui.cli.many.batch import article_of
from tui.cli.many.rows import Row, is_bad, rows_of
from tui.cli.output import Progress, say
from tui.errors import ReaderError
from tui.library.indexing.pool import PATIENCE, cores, in_order
from tui.library.indexing.task import Done, Lost, Refused
from tui.library.stories.story import told_days
from tui.library.stories.telling import Told, told_of

SENTENCES = 8  # of a day
_NEXT = 1e-6  # less for the next sentence of a day


def write_stories(source: Path, target: Path, patience: float = PATIENCE) -> int:
    """`source` holds {"id", "topic"?, "date"?, "title"?, "text"}, `target` gets {"topic", "date", "score", "text",
    "doc", "start", "end"}, the days of each topic in order of time. Raises ReaderError."""
    if target.exists() and source.exists() and target.samefile(source):
        raise ReaderError(f"{source} cannot be read and written at the same time; name another file for the story.")
    stories, status = _told(source, patience)
    try:
        with target.open("w", encoding="utf-8") as file:
            for topic, articles in stories.items():
                for row in _rows(topic, articles):
                    file.write(json.dumps(row) + "\n")
    except OSError as error:
        raise ReaderError(f"{target} cannot be written ({error.strerror}); name a file in a folder you own.") from error
    return status


def told_row(row: Row) -> tuple[Told, tuple[str, ...]]:
    """What the article of a line tells, and what there is to say about it; raises ReaderError where it is none."""
    from tui.analysis.pipeline import analyse

    if is_bad(row):
        raise ReaderError(row["error"])
    article, messages = article_of(row)
    return told_of(article, analyse(article)), messages


def _told(source: Path, patience: float) -> tuple[dict[Any, list[Told]], int]:
    stories: dict[Any, list[Told]] = {}
    status = 0
    progress = Progress()
    rows = rows_of(source, more=("topic",))
    with closing(in_order(told_row, rows, cores(), patience)) as answers, closing(progress):
        for row, outcome in answers:
            progress.step()
            messages: tuple[str, ...]
            match outcome:
                case Done((told, messages)):
                    topic = row.get("topic", "")
                    stories.setdefault(topic if isinstance(topic, str) else json.dumps(topic), []).append(told)
                case Refused(reason) | Lost(reason):
                    status, messages = 1, (f"{row['id']} is left out ({reason}).",)
            for message in messages:
                progress.clear()
                say(message)
    return stories, status


def _rows(topic: str, articles: list[Told]) -> list[dict[str, Any]]:
    return [
        {
            "topic": topic,
            "date": str(day),
            "score": round(weight - rank * _NEXT, 6),
            "text": teller.telling.text,
            "doc": articles[teller.article].source,
            "start": teller.telling.sentence.start,
            "end": teller.telling.sentence.end,
        }
        for day, weight, tellers in told_days(articles, SENTENCES)
        for rank, teller in enumerate(tellers)
    ]
