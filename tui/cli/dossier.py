"""Print what all articles of the library say of a person, an organisation or a place."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.output import out, out_data, say
from tui.errors import ReaderError

if TYPE_CHECKING:
    import sqlite3

    from tui.library.dossiers.dossier import Dossier
    from tui.library.entities.finding import Candidate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """NAME with --query, --other and --format, or --batch IN OUT."""
    parser.add_argument("name", nargs="*", metavar="NAME", help="any name that it bears")
    parser.add_argument("--query", default="", metavar="WORDS", help="only articles with these: words, from:, after:")
    parser.add_argument("--other", type=int, default=1, metavar="N", help="of several with this name, not the first")
    parser.add_argument("--format", choices=("md", "json"), default="md", help="Markdown (the default) or JSON")
    parser.add_argument("--json", dest="format", action="store_const", const="json", help="the same as --format json")
    parser.add_argument("--markdown", dest="format", action="store_const", const="md", help="as --format md")
    parser.add_argument(
        "--batch",
        nargs=2,
        type=Path,
        metavar=("IN", "OUT"),
        help="write where the entities of many articles stand, each under one id, as lines of JSON",
    )


def run(options: argparse.Namespace) -> int:
    """Print the dossier, or write the mentions."""
    if options.batch:
        from tui.cli.many.mentions import write_mentions

        return write_mentions(*options.batch)
    name = " ".join(options.name).strip()
    if not name:
        raise ReaderError("Whose dossier? Give a name, as in “dateline dossier Angela Merkel”.")
    return _print(name, options)


def _print(name: str, options: argparse.Namespace) -> int:
    from tui.library.dossiers.choosing import choose
    from tui.library.dossiers.writing import written
    from tui.library.entities.finding import candidates
    from tui.library.entities.following import catch_up, put_right
    from tui.library.index.database import Database
    from tui.library.index.schema import FILE
    from tui.notes.repairs import entries
    from tui.notes.search import about
    from tui.notes.store import own_notes
    from tui.paths import make_cache

    database = Database(make_cache() / FILE)
    try:
        if database.trouble:
            raise ReaderError(database.trouble)
        notes = own_notes()
        put_right(database, [entry.rule for entry in entries(notes) if not entry.undone])
        if not catch_up(database):
            say("Another Dateline writes just now: what it has read last is missing.")
        none: list[Candidate] = []
        found = database.read(lambda db: candidates(db, name), none)
        if not found:
            raise ReaderError(
                f"No article of the library names “{name}”; “dateline index FOLDER” reads a folder ahead."
            )
        if not 1 <= options.other <= len(found):
            raise ReaderError(f"“{name}” is the name of {len(found)}; --other takes 1 to {len(found)}.")
        _tell_others(name, found, options.other)
        chosen = database.read(lambda db: choose(db, options.query), None) if options.query else None
        if chosen is not None and chosen.trouble:
            raise ReaderError(chosen.trouble)
        whole = database.read(lambda db: _whole(db, found[options.other - 1].id, chosen), None)
        if whole is None:
            raise ReaderError(f"{database.path} cannot be read just now; try again.")
        names = [whole.name, *(one for one, _ in whole.names)]
        bodies = [note.body or (note.anchor.exact if note.anchor else "") for note in about(notes.all_notes(), names)]
        (out if options.format == "md" else out_data)(written(whole, options.format, bodies))
    finally:
        database.close()
    return 0


def _whole(db: "sqlite3.Connection", id: str, chosen: object) -> "Dossier":
    """A dossier with the sentences of all its articles."""
    from tui.library.dossiers.building import dossier, sentences
    from tui.library.dossiers.choosing import Chosen

    found = dossier(db, id, chosen if isinstance(chosen, Chosen) else None)
    return found._replace(articles=sentences(db, found.articles, id))


def _tell_others(name: str, found: "list[Candidate]", which: int) -> None:
    if len(found) > 1:
        others = ", ".join(f"{at}: {one.name} ({one.articles})" for at, one in enumerate(found, 1) if at != which)
        say(f"“{name}” may also be {others}; --other takes the number.")
