"""Print the sentences of an article that tell what those that were read before did not."""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tui.cli.many.articles import PATHS, Analysed, Asked
from tui.cli.many.rows import is_bad, rows_of
from tui.cli.output import out, out_data, say
from tui.counted import counted
from tui.errors import ReaderError, UnreadableArticle
from tui.library.indexing.pool import PATIENCE
from tui.library.known.known import Judged, Reader
from tui.text.article import Article
from tui.text.read import read_article
from tui.text.span import Span


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """ARTICLE with --read PATH..., or --batch IN OUT."""
    parser.add_argument("path", nargs="?", metavar="ARTICLE", help="the article; - is standard input")
    parser.add_argument("--read", nargs="+", dest="paths", default=[], metavar="PATH", help=f"what was read: {PATHS}")
    parser.add_argument("--json", action="store_true", help="a line for each sentence, known ones too, with its place")
    parser.add_argument(
        "--batch",
        nargs=2,
        type=Path,
        metavar=("IN", "OUT"),
        help="judge the sentences of every line of IN, a JSON object with id, story and text, by the lines of the same"
        " story above it; OUT has a line for each sentence",
    )
    parser.set_defaults(give_up=PATIENCE)


def run(args: argparse.Namespace) -> int:
    """Do what the arguments say; 1 if something could not be read, the rest is done all the same."""
    if args.batch:
        if args.path or args.paths:
            raise ReaderError("With --batch, articles come from its file only: leave out the other paths.")
        return judge_batch(*args.batch)
    if not args.path or not args.paths:
        raise ReaderError("Name an article, and what was read before: dateline known ARTICLE --read FOLDER.")
    [(article, spans), *_], _ = _read([args.path])
    reader = Reader()
    earlier, status = _read(args.paths)
    titles: dict[str, str] = {}
    for other, sentences in earlier:
        if other.source != article.source:
            titles[other.source] = other.title
            reader.read(other.source, other.text, sentences)
    judged = reader.judge(article.text, spans)
    if args.json:
        out_data("".join(json.dumps(_row(one)) + "\n" for one in judged))
        return status
    new = [one for one in judged if not one.known]
    out("".join(f"{' '.join(article.text[slice(*one.span)].split())}\n" for one in new))
    say(f"New: {len(new)} of {counted(len(judged), 'sentence')}, beside {counted(len(titles), 'article')} read before.")
    return status


def judge_batch(source: Path, target: Path) -> int:
    """Judge each line of `source`, {"id", "story"?, "text"}, by the lines of its story above it; raises ReaderError.

    `target` has a line {"doc", "start", "end", "new"} for each sentence: 1 is surely new, 0 surely old. Lines that are
    no articles are named; the exit status is 1 then."""
    if target.exists() and source.exists() and target.samefile(source):
        raise ReaderError(f"{source} cannot be read and written at the same time; name another file for the answers.")
    readers: defaultdict[Any, Reader] = defaultdict(Reader)
    status = 0
    try:
        with target.open("w", encoding="ascii") as file:
            for row in rows_of(source):
                if is_bad(row):
                    status = 1
                    say(f"{row['error']}; it has no sentences in {target}.")
                    continue
                file.writelines(f"{json.dumps(line)}\n" for line in _judged(row, readers[str(row.get("story", ""))]))
    except OSError as error:
        raise ReaderError(f"{target} cannot be written ({error.strerror}); name a file in a folder you own.") from error
    return status


def _judged(row: dict[str, Any], reader: Reader) -> Iterator[dict[str, Any]]:
    from tui.text.formats.plain import plain_article

    text = row["text"]
    spans = sentences_of(plain_article(text, source=str(row["id"]), furniture=False, exact=True))
    for one in reader.judge(text, spans):
        yield {"doc": row["id"], "start": one.span.start, "end": one.span.end, "new": round(one.new, 4)}
    reader.read(str(row["id"]), text, spans)


def sentences_of(article: Article) -> tuple[Span, ...]:
    """The article's own sentences."""
    from tui.analysis.document import segment

    return tuple(sentence.span for sentence in segment(article).sentences)


def cut(asked: Asked) -> tuple[tuple[Article, tuple[Span, ...]], tuple[str, ...]]:
    """An article and its sentences; raises UnreadableArticle."""
    if asked.trouble:
        raise UnreadableArticle(asked.trouble)
    article = asked.piped or read_article(Path(asked.path))
    return (article, sentences_of(article)), ()


def _read(paths: list[str]) -> tuple[list[tuple[Article, tuple[Span, ...]]], int]:
    """What can be read of these; raises ReaderError where nothing can."""
    read = Analysed(argparse.Namespace(paths=paths, give_up=PATIENCE), cut, Asked(""))
    found = [answer for _, answer in read]
    if not found:
        raise ReaderError(f"Nothing could be read in {', '.join(paths)}; name an article, or a folder that holds some.")
    return found, read.status


def _row(one: Judged) -> dict[str, Any]:
    row: dict[str, Any] = {"start": one.span.start, "end": one.span.end, "new": round(one.new, 4), "known": one.known}
    if one.place is not None:
        row["nearest"] = {"source": one.place.source, "start": one.place.span.start, "end": one.place.span.end}
    return row
