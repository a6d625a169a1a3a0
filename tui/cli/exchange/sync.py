"""Two places, one set of notes: over ssh, or by way of a folder that some other program carries between them."""

import argparse
import os
import re
import shlex
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from tui.cli.exchange.feeds import put_feeds, take_feeds
from tui.cli.output import pass_on, tell
from tui.errors import ReaderError
from tui.notes.store import NoteStore
from tui.notes.sync.line import Cut, Patience
from tui.notes.sync.pipe import serve, sync
from tui.notes.sync.sync import Synced, absorb, sync_folder
from tui.notes.versions.merge import Merged
from tui.text import read

SSH = "ssh -T -C -o ServerAliveInterval=15 -o ServerAliveCountMax=4"
THERE = "dateline notes serve"
_HOST = re.compile(r"(?!-)(?P<address>(?:[\w.+-]+@)?(?:\[[0-9A-Fa-f:.]+\]|[\w.-]+))(?::(?P<port>\d{1,5}))?", re.ASCII)
_SILENCE = 600  # seconds after which a served session ends when nothing is heard
_FILE = "notes.json"  # of the notes in a folder
_LAST_WORDS = 2  # seconds; a shared connection of ssh keeps its end of the pipe
_NOT_FOUND = 127  # what a shell ends with when there is no such program


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The sub-commands `sync` and `serve`."""
    what = "make the notes here and in another place the same; nothing is lost on either side"
    each = commands.add_parser(
        "sync",
        help=what,
        description=f"{what.capitalize()}.",
        epilog="What follows -- goes to ssh: dateline notes sync HOST -- -p 2222 -i KEY. DATELINE_SSH is the program "
        f"to call instead of “{SSH}”. A word with a slash in it, or the name of a folder that is here, is a folder.",
    )
    each.add_argument("place", help="HOST, USER@HOST, HOST:PORT or ssh://..., or a folder")
    each.add_argument("--there", default=THERE, metavar="COMMAND", help=f"what to run on HOST; “{THERE}” if not given")
    each.add_argument("options", nargs=argparse.REMAINDER, metavar="-- OPTION", help="options for ssh")
    each.set_defaults(act=_sync)
    served = commands.add_parser("serve", help="the other end of sync, started by it through ssh")
    served.set_defaults(act=_serve)


def is_folder(place: str) -> bool:
    """Whether a place is a folder on this machine rather than a host."""
    return "://" not in place and ("/" in place or place in (".", "..", "~") or Path(place).is_dir())


def ssh_command(host: str, options: list[str], there: str = THERE) -> list[str]:
    """What reaches `serve` on a host. Raises ReaderError where it is not the name of a host."""
    program = shlex.split(os.environ.get("DATELINE_SSH") or SSH)
    if host.startswith("ssh://"):
        return [*program, *options, host, there]
    match = _HOST.fullmatch(host)
    if match is None:
        raise ReaderError(f"“{host}” is neither a host nor a folder: write USER@HOST:PORT, or a folder with a slash.")
    port = ["-p", match["port"]] if match["port"] else []
    return [*program, *port, *options, match["address"].replace("[", "").replace("]", ""), there]


def _sync(args: argparse.Namespace, store: NoteStore) -> int:
    if is_folder(args.place):
        folder = Path(args.place).expanduser()
        if folder.name == _FILE and folder.is_file():
            folder = folder.parent
        if os.path.lexists(folder) and not read.is_folder(folder):
            raise ReaderError(f"{args.place} is not a folder: name the one in which notes.json lies or shall lie.")
        if not os.path.lexists(folder) and not read.is_folder(folder.parent):
            raise ReaderError(f"There is no folder {folder.parent}: is the disk there?")
        put_feeds(store)
        status = _tell(sync_folder(store, folder), args.place, store)
        take_feeds(store)
        return status
    synced = Synced()
    absorb(store, synced)
    put_feeds(store)
    there, options = _after_host(args.options)
    here, synced.there = _over_ssh(store, args.place, ssh_command(args.place, options, there or args.there))
    synced.here.count(here)
    take_feeds(store)
    return _tell(synced, args.place, store)


def _after_host(words: list[str]) -> tuple[str, list[str]]:
    """What stands behind the host, where argparse looks for nothing any more: --there, and options for ssh."""
    there = ""
    if words and words[0].startswith("--there="):
        there, words = words[0].partition("=")[2], words[1:]
    elif len(words) > 1 and words[0] == "--there":
        there, words = words[1], words[2:]
    return there, words[1:] if words[:1] == ["--"] else words


def _over_ssh(store: NoteStore, host: str, command: list[str]) -> tuple[Merged, Merged]:
    """Merge with the notes on a host; what ssh asks for it asks on the terminal, and what it says is passed on."""
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    except OSError as error:
        raise ReaderError(f"{command[0]} cannot be started ({error.strerror}): is OpenSSH installed?") from error
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    told = pass_on(process.stderr)
    trouble: ReaderError | None = None
    merged = Merged(), Merged()
    patience = Patience(process.kill)
    try:
        merged = sync(store, process.stdout, process.stdin, patience.moved)
    except (ReaderError, ValueError) as error:
        trouble = error if isinstance(error, ReaderError) else Cut("it does not speak JSON")
    finally:
        patience.stop()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                pipe.close()
        status = _ended(process)
        told.join(_LAST_WORDS)
    if trouble is None:
        return merged
    if patience.over:
        raise ReaderError(f"The line to {host} was given up: {patience.over}. Nothing is lost; run it again.")
    if status == _NOT_FOUND:
        raise ReaderError(f"There is no “dateline” for the shell on {host}: install it there, or name it with --there.")
    if isinstance(trouble, Cut):
        raise ReaderError(f"The line to {host} was cut ({trouble}). Nothing is lost; run it again.") from trouble
    raise ReaderError(f"{host}: {trouble}") from trouble


def _ended(process: "subprocess.Popen[bytes]") -> int:
    try:
        return process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _serve(_args: argparse.Namespace, store: NoteStore) -> int:
    if sys.stdin.isatty():
        raise ReaderError("This end is started through ssh by “dateline notes sync HOST”, in another place.")
    signal.alarm(_SILENCE)  # it ends the process; no lock is held while the other side is waited for
    put_feeds(store)
    try:
        serve(store, sys.stdin.buffer, sys.stdout.buffer, lambda: signal.alarm(_SILENCE))
    except (ReaderError, ValueError):  # told to the other side, if it is still there
        return 1
    take_feeds(store)
    return 0


def _tell(synced: Synced, place: str, store: NoteStore) -> int:
    for path in synced.absorbed:
        tell(f"A conflict copy was merged; it lies in {path}.")
    for note in synced.here.kept_beside:
        tell(f"A note on “{note.title or note.source}” was changed in both places; both versions are kept.")
    tell(f"Here: {_counted(synced.here)}.")
    if synced.there is not None:
        tell(f"{place}: {_counted(synced.there)}.")
    troubles = (*synced.troubles, *store.troubles())
    for trouble in troubles:
        tell(trouble)
    return 1 if troubles else 0


def _counted(merged: Merged) -> str:
    if not merged.new and not merged.changed:
        return "nothing new"
    return f"{merged.new} new, {merged.changed} changed"
