"""`dateline corrections`: shows what you put right, shares it as JSON, takes it back."""

import argparse
import sys
from pathlib import Path

from tui import paths
from tui.analysis.repairs.repairs import describe
from tui.errors import ReaderError
from tui.notes import repairs
from tui.notes.repairs import Entry
from tui.notes.store import NoteStore

_LARGEST = 20_000_000  # bytes; a rule takes a few hundred


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The sub-commands and their options."""
    parser.description = "Show and share what you put right: names renamed, merged, split, hidden; dates set."
    commands = parser.add_subparsers(dest="corrections", required=True, metavar="list|export|import|undo|redo")
    listing = commands.add_parser("list", help="what you put right, oldest first")
    listing.add_argument("article", nargs="?", help="only what concerns this article")
    listing.add_argument("--all", action="store_true", help="also what was taken back")
    export = commands.add_parser("export", help="write all of it as JSON")
    export.add_argument("file", nargs="?", default="-", help="where to; without it to the terminal")
    taking = commands.add_parser("import", help="add what somebody else exported; what you have already is left alone")
    taking.add_argument("file", help="a file made by export, or - for standard input")
    wider = "let rules for one article hold for all, since the other's files lie elsewhere"
    taking.add_argument("--everywhere", action="store_true", help=wider)
    undo = commands.add_parser("undo", help="take one back: the last, or the one with this id")
    redo = commands.add_parser("redo", help="make one again that was taken back")
    undo.add_argument("id", nargs="?", default="", help="the id that list shows, or its beginning")
    redo.add_argument("id", help="the id that “list --all” shows, or its beginning")


def run(args: argparse.Namespace) -> int:
    """Do what was asked; the exit status. Raises ReaderError."""
    store = NoteStore(paths.data_folder())
    try:
        match args.corrections:
            case "list":
                _list(store, args.article, args.all)
            case "export":
                _export(store, args.file)
            case "import":
                _import(store, args.file, args.everywhere)
            case _:
                _mark(store, args.id, undone=args.corrections == "undo")
    finally:
        store.close()
    return 0


def _list(store: NoteStore, article: str | None, all: bool) -> None:
    log = [entry for entry in repairs.entries(store) if all or not entry.undone]
    if article is not None:
        sources = {article, str(Path(article).expanduser().absolute()), str(Path(article).expanduser().resolve())}
        log = [entry for entry in log if not entry.rule.scope or entry.rule.scope in sources]
    if not log:
        _say("Nothing has been put right yet." if article is None else f"Nothing has been put right in {article}.")
    for entry in log:
        _say(_line(entry))


def _line(entry: Entry) -> str:
    return f"{entry.id[:8]:8}  {entry.created[:10]:10}  {describe(entry.rule)}{' (taken back)' if entry.undone else ''}"


def _export(store: NoteStore, file: str) -> None:
    text = repairs.exported(repairs.entries(store))
    if file == "-":
        sys.stdout.write(text)
        return
    try:
        Path(file).write_text(text, encoding="utf-8")
    except OSError as error:
        raise ReaderError(f"{file} cannot be written ({error.strerror}); choose another place.") from error


def _import(store: NoteStore, file: str, everywhere: bool) -> None:
    name = "Standard input" if file == "-" else file
    try:
        result = repairs.import_rules(store, _text(file, name), everywhere)
    except ValueError as error:
        raise ReaderError(f"{name} {error}; nothing was imported.") from error
    said = [f"{_counted(result.added)} added"]
    if result.known:
        said.append(f"{result.known} known already")
    if result.undone:
        said.append(f"{result.undone} taken back here before and left so")
    _say(", ".join(said) + ".")


def _text(file: str, name: str) -> str:
    try:
        if file == "-":
            raw = sys.stdin.buffer.read(_LARGEST + 1)
        else:
            with Path(file).open("rb") as opened:
                raw = opened.read(_LARGEST + 1)
    except OSError as error:
        raise ReaderError(f"{name} cannot be read ({error.strerror}); nothing was imported.") from error
    if len(raw) > _LARGEST:
        raise ReaderError(f"{name} is larger than {_LARGEST // 1_000_000} MB; nothing was imported.")
    return raw.decode("utf-8-sig", "replace")


def _mark(store: NoteStore, id: str, undone: bool) -> None:
    log = [entry for entry in repairs.entries(store) if entry.undone is not undone]
    found = [entry for entry in log if entry.id.startswith(id)] if id else log[-1:]
    if not found:
        what = f"No correction that could be {'taken back' if undone else 'made again'}"
        raise ReaderError(f"{what} has the id {id}." if id else f"{what} is there.")
    if len(found) > 1:
        raise ReaderError(f"{len(found)} corrections have ids that begin with {id}; give more of it.")
    (entry,) = found
    store.mark_undone(entry.id, undone)
    _say(f"{'Taken back' if undone else 'Made again'}: {describe(entry.rule)}.")


def _counted(count: int) -> str:
    return "1 correction" if count == 1 else f"{count} corrections"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
