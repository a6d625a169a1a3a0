"""List, search, export, import, back up and check the notes."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tui.cli.exchange import sync
from tui.cli.exchange.cited import works
from tui.cli.files import STANDARD, content_of, make_folder, write_files
from tui.cli.output import out, out_data, tell
from tui.counted import counted
from tui.durable import shown
from tui.errors import NotesUnavailable, ReaderError
from tui.notes.export import to_csv, to_json, to_markdown, to_vault
from tui.notes.file import backups
from tui.notes.file.memory import is_readable
from tui.notes.note import Note
from tui.notes.reports import REPORTS
from tui.notes.search import matching
from tui.notes.store import NoteStore, own_notes
from tui.notes.sync.taking_in import read_notes
from tui.notes.web_annotation import to_annotations
from tui.text.folding import fold
from tui.text.harmless import harmless, harmless_line

_FORMATS = "plain, footnotes (Markdown), bibtex and csl-json cite the articles; the others hold the notes"
_LARGEST = 200_000_000  # bytes of a file that is taken in
_WANTED = "a file that “dateline notes export --format json” wrote"
_WRITERS = {"markdown": to_markdown, "jsonld": to_annotations, "csv": to_csv, "json": to_json, **REPORTS}
_WORDS = ("markdown", "plain", "footnotes")  # formats for people


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The sub-commands; others add theirs to what `subcommands` returns."""
    subcommands(parser)


def subcommands(parser: argparse.ArgumentParser) -> "argparse._SubParsersAction[argparse.ArgumentParser]":
    """Our own sub-commands, each with the function that does it as `act`."""
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, act: object, what: str) -> argparse.ArgumentParser:
        each = commands.add_parser(name, help=what, description=what)
        each.set_defaults(act=act)
        return each

    listing = command("list", _list, "one line for each note")
    _add_choice(listing)
    show = command("show", _show, "a whole note, with its quote")
    show.add_argument("id", help="as `list` shows it; its beginning is enough")
    search = command("search", _list, "one line for each note that has all the words")
    search.add_argument("words", nargs="+", help="#tag asks for a tag, @name for an entity")
    _add_choice(search)
    export = command("export", _export, "write notes for other programs")
    export.add_argument("--format", choices=[*_WRITERS, "obsidian"], default="markdown", help=_FORMATS)
    export.add_argument("-o", "--output", type=Path, metavar="PATH", help="a file; for obsidian a folder")
    export.add_argument("--force", action="store_true", help="write over files that are there already")
    _add_choice(export)
    take = command("import", _import, "take in notes from JSON-LD (Web Annotations) or from Dateline's own JSON")
    take.add_argument("file", help="- is standard input")
    command("backup", _backup, "keep a copy of all notes that is never thinned out")
    restore = command("restore", _restore, "list the backups, or put one in place of the notes; what was there is kept")
    restore.add_argument("backup", nargs="?", help="a name from the list, or a path; nothing: bring lost notes back")
    restore.add_argument("--as-it-is", action="store_true", help="where notes were lost: go on with what is there")
    command("empty-trash", _empty_trash, "forget all notes that have lain in the trash for more than thirty days")
    command("check", _check, "look whether everything can be read, and say what was repaired")
    sync.add_to(commands)
    return commands


def run(args: argparse.Namespace) -> int:
    """Do what the arguments say; the exit status."""
    store = own_notes()
    try:
        status: int = args.act(args, store)
        return status
    finally:
        store.close()


def _add_choice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tag", help="only notes with this tag")
    parser.add_argument("--article", metavar="TEXT", help="only notes on articles whose path, title or URL has TEXT")
    parser.add_argument("--since", type=_day, metavar="YYYY-MM-DD", help="only notes changed on that day or later")
    parser.add_argument("--until", type=_day, metavar="YYYY-MM-DD", help="only notes changed on that day or earlier")
    parser.add_argument("--trash", action="store_true", help="what lies in the trash instead")


def _chosen(args: argparse.Namespace, store: NoteStore) -> tuple[Note, ...]:
    words = [*getattr(args, "words", ()), *([f"#{args.tag.lstrip('#')}"] if args.tag else ())]
    notes = matching(store.all_notes(deleted=args.trash), " ".join(words), since=args.since, until=args.until)
    wanted = fold(args.article or "")
    return tuple(note for note in notes if wanted in fold(f"{note.source}\n{note.title}\n{note.url}"))


def _list(args: argparse.Namespace, store: NoteStore) -> int:
    notes = _chosen(args, store)
    for note in notes:
        text = harmless_line(note.body) or (harmless_line(note.anchor.exact) if note.anchor else "")
        where = harmless_line(note.title or note.source)
        _print(f"{note.id[:8]}  {note.updated:%Y-%m-%d}  {_short(where, 30)}  {_short(text, 60)}")
    if not notes and not store.lost():
        tell("No notes.")
    return _tell(store)


def _show(args: argparse.Namespace, store: NoteStore) -> int:
    note = _by_id(args.id, store)
    about = [f"{note.title or note.source}", note.source, note.url, note.subject]
    about.append(f"{note.id}  written {note.created:%Y-%m-%d %H:%M} UTC, changed {note.updated:%Y-%m-%d %H:%M} UTC")
    if note.deleted:
        about.append(f"in the trash since {note.deleted:%Y-%m-%d %H:%M} UTC")
    for line in dict.fromkeys(filter(None, about)):
        _print(harmless_line(line))
    if note.anchor:
        _print("\n" + "\n".join(f"  > {line}" for line in harmless(note.anchor.exact).splitlines()))
    if note.body.strip():
        _print("\n" + harmless(note.body))
    return 0


def _export(args: argparse.Namespace, store: NoteStore) -> int:
    if lost := store.lost():  # else the last good export might be written over
        raise NotesUnavailable(lost)
    notes = _chosen(args, store)
    if args.format == "obsidian":
        return _export_folder(args.output, to_vault(notes, works(notes, store)), len(notes), args.force)
    text = _WRITERS[args.format](notes, works(notes, store))
    if args.output is None or str(args.output) == STANDARD:
        (out if args.format in _WORDS else out_data)(text)
        return 0
    write_files([(args.output, text)], args.force)
    tell(f"{counted(len(notes), 'note')} in 1 file.")
    return 0


def _export_folder(folder: Path | None, vault: Sequence[tuple[str, str]], notes: int, force: bool) -> int:
    if folder is None:
        raise ReaderError("Name the folder for the Markdown files: dateline notes export --format obsidian -o FOLDER.")
    made = make_folder(folder)
    files = [(folder / name, text) for name, text in vault]
    write_files(files, force)
    tell(f"{counted(notes, 'note')} in {counted(len(files), 'file')}{' of a new folder' * made}.")
    return 0


def _import(args: argparse.Namespace, store: NoteStore) -> int:
    read = read_notes(content_of(args.file, _LARGEST, _WANTED), args.file)
    before = store.storage.keep("import") if store.all_notes() else None
    added = store.add(read.notes)
    tell(f"{len(added.new)} new, {len(added.replaced)} replaced by a later version, {added.older} known already.")
    if added.replaced and before:
        tell(f"The notes as they were: {shown(before)}")
    for line in read.skipped:
        tell(line)
    return 1 if read.skipped else 0


def _backup(args: argparse.Namespace, store: NoteStore) -> int:
    _print(shown(store.storage.keep()))
    return 0


def _restore(args: argparse.Namespace, store: NoteStore) -> int:
    known = {backup.path.name: backup for backup in backups.listing(store.storage.backups, "notes")}
    if args.backup is None and store.lost():
        if args.as_it_is:
            store.storage.accept()
            tell(f"{counted(len(store.all_notes()), 'note')} in {shown(store.storage.path)}; the backups are kept.")
        else:
            store.storage.bring_back()
            _tell(store)
        return 0
    if args.backup is None:
        for name, backup in known.items():
            _print(f"{backup.written:%Y-%m-%d %H:%M} UTC  {name}")
        if not known:
            tell("There are no backups yet.")
        return 0
    kept = store.restore_backup(_backup_named(args.backup, known))
    tell(f"{counted(len(store.all_notes()), 'note')} restored.")
    if kept:
        tell(f"The notes as they were: {shown(kept)}")
    return 0


def _backup_named(name: str, known: dict[str, backups.Backup]) -> Path:
    if name in known:
        return known[name].path
    if not os.path.lexists(name):
        there = "“dateline notes check” names those there are" if known else "there are none yet"
        raise ReaderError(f"There is no backup named {name}, and no such file: {there}.")
    return Path(name)


def _empty_trash(_args: argparse.Namespace, store: NoteStore) -> int:
    gone = store.purge_trash(most=sys.maxsize)
    tell(f"{counted(len(gone), 'note')} forgotten, {len(store.all_notes(deleted=True))} in the trash.")
    return _tell(store)


def _check(args: argparse.Namespace, store: NoteStore) -> int:
    notes, trash = store.all_notes(), store.all_notes(deleted=True)
    _print(f"{shown(store.storage.path)}: {counted(len(notes), 'note')}, {len(trash)} in the trash.")
    for backup in backups.listing(store.storage.backups, "notes"):
        state = "can be read" if is_readable(backup.path) else "CANNOT BE READ"
        _print(f"{shown(backup.path)}: {state}, written {backup.written:%Y-%m-%d %H:%M} UTC.")
    for _, draft in store.pending_drafts():
        _print(f"An unsaved note on {harmless_line(draft.title or draft.source)}: open the article to go on with it.")
    for path in sorted(store.folder.glob("*-unreadable-*.json")):
        _print(f"Set aside because it could not be read: {shown(path)}")
    return _tell(store)


def _tell(store: NoteStore) -> int:
    troubles = store.troubles()
    for trouble in troubles:
        tell(trouble)
    return 1 if troubles else 0


def _by_id(beginning: str, store: NoteStore) -> Note:
    notes = [*store.all_notes(), *store.all_notes(deleted=True)]
    found = [note for note in notes if note.id.startswith(beginning.lower())]
    if len(found) != 1:
        what = "No note" if not found else "More than one note"
        raise ReaderError(f"{what} has an id that begins with {beginning}; see “dateline notes list”.")
    return found[0]


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _short(text: str, width: int) -> str:
    return (text if len(text) <= width else text[: width - 1] + "…").ljust(width)


def _print(line: str) -> None:
    out(line.rstrip() + "\n")
