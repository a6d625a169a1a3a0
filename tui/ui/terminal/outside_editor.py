"""A note in the person's own editor, the terminal lent to it for that time."""

import os
import shlex
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from tui.durable import sentence, write_whole
from tui.errors import ReaderError
from tui.notes.drafts import remove_outside
from tui.paths import private_folder
from tui.text.harmless import harmless_line
from tui.ui.terminal.departing import Departing

NAME = 24  # characters of the editor's name that fit into the line of a narrow window
LOOK_SECONDS = 1.0  # what the other editor writes becomes a draft here too
STOPPED_SECONDS = 0.02  # at least, so that one which stops all the time takes no processor
MOST_BARRED = 20  # times that the kernel stops an editor which put itself where it has no terminal
USUAL = ("sensible-editor", "nano", "vim", "vi")


class NoEditor(ReaderError):
    """There is no other editor, or it failed; the sentence says which."""


def edit_outside(app: App[Any], text: str, departing: Departing, typed: Callable[[str], None], path: Path) -> str:
    """The text as the editor left it; `typed` hears, from a thread, whenever it is written. Raises NoEditor.

    It is edited at `path`, beside the drafts: a session that is killed meanwhile leaves it for the next one."""
    variable, command = _command()
    name = harmless_line(command[0])[-NAME:]
    try:
        _put(path, text)
        over = threading.Event()
        with suppress(RuntimeError):  # no thread: the draft follows when the editor ends
            threading.Thread(target=_follow, args=(path, typed, over), daemon=True).start()
        try:
            with app.suspend(), _stopping_as_others_do():
                process = subprocess.Popen([*command, str(path)])
                with departing.lending(process):
                    status = _awaited(process)
        except SuspendNotSupported as error:
            raise NoEditor("The terminal cannot be lent to another editor here.") from error
        except OSError as error:
            raise NoEditor(f"“{name}” cannot be started: set {variable} to another one.") from error
        finally:
            over.set()
        if status:
            raise NoEditor(f"“{name}” {_ended(status)}: the note is as it was.")
        try:
            return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").removesuffix("\n")
        except OSError as error:
            raise NoEditor(f"“{name}” left no file: the note is as it was.") from error
    finally:
        remove_outside(path)


def _awaited(process: subprocess.Popen[bytes]) -> int:
    """What the editor ended with. One that stops, and nobody else does, would have nobody to wake it.

    So we stop with it, as every program of a terminal does at Ctrl+Z, and it goes on when we do. Where no shell could
    wake us the kernel lets nobody stop like that, and it goes on at once."""
    barred, is_stopped = 0, False
    try:
        while True:
            # Where all have stopped and were woken together, there is something new, and nothing is left to do.
            look = os.WUNTRACED | os.WCONTINUED | (os.WNOHANG if is_stopped else 0)
            anything, status = os.waitpid(process.pid, look)
            if not anything:
                os.killpg(0, signal.SIGTSTP)
                process.send_signal(signal.SIGCONT if barred <= MOST_BARRED else signal.SIGKILL)
                time.sleep(STOPPED_SECONDS)
                is_stopped = False
            elif os.WIFSTOPPED(status):
                barred += os.WSTOPSIG(status) in (signal.SIGTTIN, signal.SIGTTOU)
                is_stopped = True
            elif os.WIFCONTINUED(status):
                is_stopped = False
            else:
                process.returncode = os.waitstatus_to_exitcode(status)
                return process.returncode
    except ChildProcessError:  # somebody else has heard of its end
        return process.wait()


@contextmanager
def _stopping_as_others_do() -> Iterator[None]:
    """A stop is no wish to leave the screen, which is not ours: it may come as soon as the editor has begun."""
    before = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGTSTP, before)


def _put(path: Path, text: str) -> None:
    try:
        private_folder(path.parent)
        write_whole(path, text.encode("utf-8", "replace"), path.with_name(f".{path.name}.new"))
    except OSError as error:
        raise NoEditor(sentence(error, path)) from error


def _command() -> tuple[str, list[str]]:
    """What to run, and the variable that chooses it."""
    for variable in ("VISUAL", "EDITOR"):
        wanted = os.environ.get(variable, "")
        try:
            command = shlex.split(wanted)
        except ValueError:
            command = [wanted]
        if command:
            return variable, command
    for name in USUAL:
        if shutil.which(name):
            return "EDITOR", [name]
    raise NoEditor("No other editor was found: set EDITOR to one.")


def _ended(status: int) -> str:
    if status > 0:
        return f"ended with status {status}"
    try:
        return f"was ended by {signal.Signals(-status).name}"
    except ValueError:  # one without a name
        return f"was ended by signal {-status}"


def _follow(path: Path, typed: Callable[[str], None], over: threading.Event) -> None:
    before = _written(path)
    while not over.wait(LOOK_SECONDS):
        now = _written(path)
        if now != before:
            before = now
            with suppress(OSError):
                typed(path.read_text(encoding="utf-8", errors="replace").removesuffix("\n"))


def _written(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
