"""The command line; the one place where the parts are put together."""

import argparse
import gc
import locale
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from tui import __version__
from tui.errors import ReaderError

if TYPE_CHECKING:
    from tui.library.analyst import Analyst
    from tui.library.given import Given
    from tui.library.index.index import Index
    from tui.library.indexing.ahead import Ahead
    from tui.library.shelf import Shelf
    from tui.settings import Settings
    from tui.ui.desk import Desk
    from tui.ui.page.signs import Signs
    from tui.ui.terminal.as_typed import AsTyped
    from tui.ui.terminal.first_paint import Painted

COMMANDS = {
    "analyze": "print the names, times and timeline of an article",
    "timeline": "print one timeline of several articles",
    "quotes": "print who said what in articles",
    "figures": "print how much and how many in articles, and who says so",
    "dossier": "print what all articles say of somebody or something",
    "add": "fetch pages from the web into the library",
    "known": "print what an article tells that others did not",
    "feeds": "follow feeds: what is new in them comes into the library",
    "story": "print one chronicle of what several articles tell, with who tells what",
    "import": "take over what other readers have kept",
    "index": "read and analyse folders ahead",
    "notes": "list, search, export, import and check your notes",
    "corrections": "list, export and import what you put right",
    "keys": "print every key, as a settings file",
}
_MODULES = {"import": "bring"}  # whose name may be no module's
PIPES = ("/dev/", "/proc/")  # names of pipes begin so, and of standard input


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `dateline`; the exit status."""
    _use_utf8()
    words = sys.argv[1:] if arguments is None else list(arguments)
    try:
        if words and words[0] in COMMANDS:
            return _run_command(words[0], words[1:])
        from tui.ui.terminal.as_typed import AsTyped

        as_typed = AsTyped()
        try:
            if os.isatty(1) and not any(word == "-" or word.startswith(PIPES) for word in words):
                as_typed.begin()
            return _read(_reading_parser().parse_args(words), as_typed)
        finally:
            as_typed.give_back()
    except ReaderError as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the program behind the pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0


def _use_utf8() -> None:
    """Begin again in UTF-8 mode where the locale says otherwise: file names and text are UTF-8 for this program."""
    if not sys.flags.utf8_mode and locale.getencoding().lower() not in ("utf-8", "utf8"):
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def _run_command(name: str, words: list[str]) -> int:
    from tui.settings import load_settings, settings_path

    if name != "keys" and load_settings(settings_path())[0].restricted:
        raise ReaderError(f"This is a reader for others: “dateline {name}” is switched off by {settings_path()}.")
    command = import_module(f"tui.cli.{_MODULES.get(name, name)}")
    from tui.cli.output import Parser

    parser = Parser(prog=f"dateline {name}", description=command.__doc__)
    command.add_arguments(parser)
    options = parser.parse_args(words)
    try:
        return int(command.run(options) or 0)
    except ReaderError as error:  # one sentence, whatever stands in the name of a file
        return _complain(" ".join(str(error).split()))


def _reading_parser() -> argparse.ArgumentParser:
    commands = "\n".join(f"  dateline {name:<12} {purpose}" for name, purpose in COMMANDS.items())
    from tui.cli.output import Parser

    parser = Parser(
        prog="dateline",
        description="Read articles with their names, places and timeline beside the text.",
        epilog=f"other commands (each has its own --help):\n{commands}\n\n"
        "a file called like one of them is opened as ./NAME",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    what = "files, folders and <(command); - is standard input; nothing opens the library"
    parser.add_argument("paths", nargs="*", metavar="PATH", help=what)
    parser.add_argument("--restricted", action="store_true", help="open only what is given, start no other program")
    parser.add_argument("--write-settings", action="store_true", help="write a settings file that explains itself")
    parser.add_argument("--version", action="version", version=f"dateline {__version__}")
    return parser


def _read(options: argparse.Namespace, as_typed: "AsTyped") -> int:
    """Open the reader. What is slow begins first: the worker, then the first article, and only then the screen."""
    from tui.settings import load_settings, settings_path, write_default_settings
    from tui.text.streams import is_standard_input

    if options.write_settings and not options.restricted:
        write_default_settings(settings_path())
        from tui.cli.output import out

        out(f"{settings_path()}\n")
        return 0
    if not os.isatty(1):
        raise ReaderError(
            "The reader needs a terminal to draw on; “dateline analyze FILE” prints into a pipe or a file."
        )
    if not os.isatty(0) and not any(map(is_standard_input, options.paths)):
        raise ReaderError("The reader needs a terminal to take keys from; “dateline -” reads an article from a pipe.")
    settings, troubles = load_settings(settings_path())
    return _leave_at_once(_open_reader(options, settings, troubles, as_typed))


def _leave_at_once(status: int) -> NoReturn:
    """End the process: everything is kept and closed, and taking its memory apart would only keep the shell waiting."""
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


def _open_reader(
    options: argparse.Namespace, settings: "Settings", troubles: tuple[str, ...], as_typed: "AsTyped"
) -> int:
    os.umask(0o077)  # what is read and written here is nobody else's business: the index, logs, drafts
    restricted = options.restricted or settings.restricted
    if restricted:
        _confine()
    given = _what_was_given(options.paths, as_typed)
    from tui.paths import data_folder
    from tui.ui.reading.remembered import WHOLE, Remembered

    remembered = Remembered(data_folder(), settings)
    first = given.article(whole_books=remembered.books == WHOLE)
    rest, alone = given.rest if first is not None else None, len(options.paths) == 1 and given.first is not None
    signs = _signs()
    from tui.ui.terminal.departing import Departing

    departing = Departing()
    departing.watch(as_typed.attributes)
    painted = None
    if first is not None:
        from tui.library.places import last_offset
        from tui.ui.terminal.colours import theme_for
        from tui.ui.terminal.first_paint import first_paint

        looks = remembered.looks
        theme = theme_for(looks.theme, settings.saves_bytes)
        painted = first_paint(first, looks, theme, signs, last_offset(first.source))

    from tui.library.analyst import Analyst
    from tui.library.shelf import Shelf
    from tui.paths import make_private

    index, forgetful = _open_index()
    analyst = Analyst(index)
    ahead = None
    try:
        listed = first is None and given.first is None
        if not listed:
            _start(analyst)
        from tui.notes.store import own_notes
        from tui.settings import Layout
        from tui.ui.desk import Desk
        from tui.ui.keys.keymap import build_keymap

        if first is not None and index is not None and rest is None:
            index.opened(first)
        make_private(data_folder())
        keymap, clashes = build_keymap(settings.keys, settings.layout is Layout.AUTO)
        shelf = Shelf(given.paths, index, restricted, given.piped)
        ahead = _read_ahead(index, shelf) if settings.read_ahead else None
        desk = Desk(
            store=own_notes(),
            analyst=analyst,
            index=index,
            shelf=shelf,
            ahead=ahead,
            settings=settings,
            keymap=keymap,
            signs=signs,
            departing=departing,
            restricted=restricted,
            frugal=settings.saves_bytes,
        )
        if listed:
            painted = _first_list(desk)
            _start(analyst)
        # Read by Textual when it is imported, as is the next. Over a line Esc may come before the rest of a sequence.
        os.environ.setdefault("ESCDELAY", "100" if "SSH_CONNECTION" in os.environ else "25")
        if not settings.saves_bytes:
            os.environ.setdefault("TEXTUAL_FPS", "120")  # a second key within a sixtieth of a second waits no longer
        from tui.memory import give_back_memory
        from tui.ui.app import DatelineApp
        from tui.ui.terminal.driver import TerminalDriver

        give_back_memory()
        TerminalDriver.as_typed = as_typed
        app = DatelineApp(desk, first, alone, (*troubles, *clashes, *forgetful, *given.troubles), painted)
        if rest is not None:
            app.go_on_with(rest)
        elif first is None and given.first is not None:
            app.begin_with(given.first, alone)
        gc.freeze()  # what is loaded by now stays: looking through all of it again would hold up a key
        try:
            app.run(mouse=settings.mouse)
        except RuntimeError as error:
            if "new thread" not in str(error):  # asyncio wants one for tidying up at its end
                raise
        departing.rest()
        return app.return_code or 0
    finally:
        analyst.close()
        if ahead is not None:
            ahead.close()
        if index is not None:
            index.close()
        if painted is not None:
            painted.give_back()
        as_typed.give_back()


def _start(analyst: "Analyst") -> None:
    with suppress(OSError):  # it is asked for its reasons when it is needed
        analyst.start()


def _first_list(desk: "Desk") -> "Painted | None":
    """The first rows of the library."""
    from tui.ui.terminal.colours import theme_for
    from tui.ui.terminal.first_list import first_list, rows_in_view

    theme = theme_for(desk.remembered.looks.theme, desk.frugal)
    return first_list(desk.listing().begun(rows_in_view()), theme, desk.signs)


def _open_index() -> "tuple[Index | None, tuple[str, ...]]":
    """What is known about articles, and a sentence where it is not kept: reading needs none of it."""
    from tui.paths import make_cache

    try:
        from tui.library.index.index import Index
    except ImportError:
        return None, ("This Python comes without SQLite: the library forgets what is read now.",)
    from tui.library.index.schema import FILE

    index = Index(make_cache() / FILE)
    return index, (index.trouble,) if index.trouble else ()


def _read_ahead(index: "Index | None", shelf: "Shelf") -> "Ahead | None":
    """What is listed is read ahead, where there is a file for what is found."""
    if index is None or index.trouble:
        return None
    from tui.library.indexing.ahead import Ahead

    return Ahead(index.path, shelf.to_index)


def _confine() -> None:
    """Shut out what the other side of an SSH line may set: Textual would load a driver or write a log if told to."""
    for name in tuple(os.environ):
        if name.startswith(("TEXTUAL", "VISUAL", "EDITOR", "PAGER", "BROWSER")):
            del os.environ[name]
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)  # Ctrl+Z before the screen is there


def _signs() -> "Signs":
    from tui.ui.page.signs import ASCII, Signs

    return Signs() if _terminal_knows_unicode() else ASCII


def _what_was_given(names: Sequence[str], as_typed: "AsTyped") -> "Given":
    """What the command line names; after standard input was read, the keys come from the terminal itself.

    Until pipes have ended the terminal is left alone: whoever fills them may ask there for a password."""
    from tui.cli.output import tell
    from tui.library.given import look_at
    from tui.text.streams import is_standard_input
    from tui.ui.terminal.giving_up import GivingUp

    standard_input = any(map(is_standard_input, names))
    if standard_input and os.isatty(0):
        print("Type or paste an article, then press Ctrl+D.", file=sys.stderr)
    with GivingUp(tell) as waiting:
        given = look_at(names, waiting.tell)
    if not standard_input:
        as_typed.begin()
        return given
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise ReaderError("The reader needs a terminal to take keys from, and this process has none.") from error
    os.dup2(terminal, 0)
    os.close(terminal)
    as_typed.begin()
    return given


def _terminal_knows_unicode() -> bool:
    """Whether the locale says so. Python turns the C locale into LC_CTYPE=C.UTF-8 for itself: that says nothing."""
    character_type = os.environ.get("LC_CTYPE", "")
    own = "" if character_type == "C.UTF-8" else character_type
    wanted = os.environ.get("LC_ALL") or own or os.environ.get("LANG") or character_type
    return "utf" in wanted.lower()


def _complain(sentences: str) -> int:
    from tui.cli.output import say

    for sentence in sentences.splitlines():
        say(sentence)
    return 1


if __name__ == "__main__":
    sys.exit(main())
