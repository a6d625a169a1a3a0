"""`dateline corrections`: shows what you put right, shares it as JSON, takes it back."""

import argparse
import os
from operator import itemgetter
from pathlib import Path

from tui.analysis.repairs.repairs import describe
from tui.cli.files import STANDARD, content_of, write_files
from tui.cli.output import out, out_data
from tui.counted import counted
from tui.errors import ReaderError
from tui.notes import decisions, repairs
from tui.notes.repairs import Entry
from tui.notes.store import NoteStore, own_notes
from tui.text.harmless import harmless

_KEYS = "D, F"  # of the reader: what they decide is not taken back by an id
_LARGEST = 20_000_000  # bytes; a rule takes a few hundred


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The sub-commands and their options."""
    parser.description = (
        "Show and share what you put right: names renamed, merged, split, hidden; dates set; blocks folded or brought "
        "back."
    )
    commands = parser.add_subparsers(dest="corrections", required=True, metavar="list|export|import|undo|redo")
    listing = commands.add_parser("list", help="what you put right, oldest first")
    listing.add_argument("article", nargs="?", help="only what concerns this article")
    listing.add_argument("--all", action="store_true", help="also what was taken back")
    export = commands.add_parser("export", help="write all of it as JSON")
    export.add_argument("file", nargs="?", default="-", help="where to; without it, or for -, to the terminal")
    export.add_argument("--force", action="store_true", help="write over a file that is there already")
    taking = commands.add_parser("import", help="add what somebody else exported; what you have already is left alone")
    taking.add_argument("file", help="a file made by export, or - for standard input")
    wider = "let rules for one article hold for all, since the other's files lie elsewhere; not its own date and blocks"
    taking.add_argument("--everywhere", action="store_true", help=wider)
    undo = commands.add_parser("undo", help="take one back: the last, or the one with this id")
    redo = commands.add_parser("redo", help="make one again that was taken back")
    undo.add_argument("id", nargs="?", default="", help="the id that list shows, or its beginning")
    redo.add_argument("id", help="the id that “list --all” shows, or its beginning")


def run(args: argparse.Namespace) -> int:
    """Do what was asked; the exit status. Raises ReaderError."""
    store = own_notes()
    try:
        match args.corrections:
            case "list":
                _list(store, args.article, args.all)
            case "export":
                _export(store, args.file, args.force)
            case "import":
                _import(store, args.file, args.everywhere)
            case _:
                _mark(store, args.id, undone=args.corrections == "undo")
    finally:
        store.close()
    return 0


def _list(store: NoteStore, article: str | None, all: bool) -> None:
    log = [entry for entry in repairs.entries(store) if all or not entry.undone]
    decided = decisions.decisions(store)
    if article is not None:
        sources = {article, str(Path(article).expanduser().absolute()), os.path.realpath(Path(article).expanduser())}
        log = [entry for entry in log if not entry.rule.scope or entry.rule.scope in sources]
        decided = tuple(one for one in decided if one.choices.source in sources)
    if not log and not decided:
        _say("Nothing has been put right yet." if article is None else f"Nothing has been put right in {article}.")
    lines = [(entry.created, _line(entry)) for entry in log]
    lines += [
        (one.updated, f"{_KEYS:8}  {one.updated[:10]:10}  {text}")
        for one in decided
        for text in decisions.describe(one.choices)
    ]
    for _, line in sorted(lines, key=itemgetter(0)):
        _say(line)


def _line(entry: Entry) -> str:
    return f"{entry.id[:8]:8}  {entry.created[:10]:10}  {describe(entry.rule)}{' (taken back)' if entry.undone else ''}"


def _export(store: NoteStore, file: str, force: bool) -> None:
    text = repairs.exported(repairs.entries(store), decisions.rows(decisions.decisions(store)))
    if file == STANDARD:
        out_data(text)
    else:
        write_files([(Path(file), text)], force)


def _import(store: NoteStore, file: str, everywhere: bool) -> None:
    name = "Standard input" if file == STANDARD else file
    wanted = "a file that “dateline corrections export” wrote"
    text = content_of(file, _LARGEST, wanted).decode("utf-8-sig", "replace")
    try:
        shared = repairs.read_shared(text)
        decided = decisions.read(shared.decided)
        result = repairs.import_rules(store, shared.rules, everywhere)
    except ValueError as error:
        raise ReaderError(f"{name} {error}; nothing was imported.") from error
    taken = decisions.take_in(store, decided)
    said = [f"{counted(result.added, 'correction')} added"]
    if taken.added:
        said.append(f"{counted(taken.added, 'article')} dated or folded as there")
    if result.known + taken.known:
        said.append(f"{result.known + taken.known} known already")
    if result.undone:
        said.append(f"{result.undone} taken back here before and left so")
    if taken.other:
        said.append(f"{counted(taken.other, 'article')} left with the date you set")
    _say(", ".join(said) + ".")


def _mark(store: NoteStore, id: str, undone: bool) -> None:
    log = [entry for entry in repairs.entries(store) if entry.undone is not undone]
    found = [entry for entry in log if entry.id.startswith(id)] if id else log[-1:]
    if not found:
        what = f"No correction that could be {'taken back' if undone else 'made again'}"
        raise ReaderError(
            f"{what} has the id {id}; see “dateline corrections list --all”." if id else f"{what} is there."
        )
    if len(found) > 1:
        raise ReaderError(f"{len(found)} corrections have ids that begin with {id}; give more of it.")
    (entry,) = found
    store.mark_undone(entry.id, undone)
    _say(f"{'Taken back' if undone else 'Made again'}: {describe(entry.rule)}.")


def _say(line: str) -> None:
    out(harmless(line).replace("\n", " ") + "\n")
