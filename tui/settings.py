"""Settings, read once from a TOML file; what is wrong in it is said in words, and the default holds."""

import errno
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tui.errors import BadSettings
from tui.paths import config_folder, make_private

FILE = "settings.toml"
LARGEST = 1024 * 1024  # bytes
NARROWEST, WIDEST = 40, 120
MOST_LINES = 9  # of words in a row of the timeline


class Frugal(StrEnum):
    """Whether to send the fewest bytes to the terminal."""

    AUTO = "auto"  # over SSH
    ON = "on"
    OFF = "off"


class Layout(StrEnum):
    """What letters of another alphabet do where keys are commands."""

    AUTO = "auto"  # what the key at their place does
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person set. `theme` is "" where the program chooses; `keys` are checked by `ui.keymap`."""

    column: int = 88  # columns of the text
    theme: str = ""
    frugal: Frugal = Frugal.AUTO
    mouse: bool = True
    justify: bool = False
    line_numbers: bool = False
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))  # action id: "key, key"
    restricted: bool = False
    layout: Layout = Layout.AUTO
    timeline_lines: int = 4  # lines of words in a row of the timeline, at most
    update_feeds: bool = False  # when the library opens
    read_ahead: bool = True  # the articles of a list, while it or one of them is on the screen
    mark_read: bool = True  # an article that is opened

    @property
    def saves_bytes(self) -> bool:
        """Whether to be frugal here and now."""
        return self.frugal is Frugal.ON or (self.frugal is Frugal.AUTO and "SSH_CONNECTION" in os.environ)


DEFAULT_FILE = f"""\
# Settings of Dateline. A line that begins with # says nothing; take the sign away to change what it sets.

# Columns of the text, {NARROWEST} to {WIDEST}.
# column = 88

# Lines that the words of a row of the timeline may take, 1 to {MOST_LINES}.
# timeline_lines = 4

# Colours: the names stand in the palette (Ctrl+P); "" chooses by the terminal.
# theme = ""

# Fewest bytes for slow lines: "on", "off", or "auto", which means over SSH.
# frugal = "auto"

# The mouse; false leaves it to the terminal, for its own way of selecting.
# mouse = true

# Text flush on both sides, with hyphenation.
# justify = false

# Numbers before the lines.
# line_numbers = false

# Letters of other alphabets (Cyrillic, Greek, Hebrew, Arabic) do what their key does: "auto"; or nothing: "off".
# layout = "auto"

# All articles of the library are read and analysed ahead, in the background; false: only what is opened.
# read_ahead = true

# The feeds that are followed are asked for what is new when the library opens; false: only when you ask (u).
# update_feeds = false

# An article that is opened is marked as read; false: only r in the library does that.
# mark_read = true

# A reader for others: opens only what it was given, and starts no other program.
# restricted = false

# Keys: `dateline keys` prints every action with the keys it has.
[keys]
# next_paragraph = "}}, J"
"""

_MEND = "mend it or take it away, for it may want a reader for others; no reader opens"
_MOST_TOLD = 5  # mistakes of one file
_YES_OR_NO = ("mouse", "justify", "line_numbers", "read_ahead", "restricted", "update_feeds", "mark_read")
_NO_KEYS = '“keys” must be a table of lines like next_paragraph = "}, J"'


def settings_path() -> Path:
    """Where the settings lie."""
    return config_folder() / FILE


def load_settings(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings, and one sentence for everything wrong in the file; without a file the defaults.

    Raises BadSettings where the file cannot be read, or cannot be understood and names “restricted”: a reader for
    others must not open everything because of a slip of the pen."""
    try:
        written = _bytes_of(path)
    except FileNotFoundError as error:
        if os.path.lexists(path):  # a link to a disk that is not there
            raise BadSettings(f"{path} leads nowhere: {_MEND}.") from error
        return Settings(), ()
    except OSError as error:
        raise BadSettings(f"{path} cannot be read ({error.strerror or error}): {_MEND}.") from error
    if len(written) > LARGEST:
        raise BadSettings(f"{path} is larger than {LARGEST // 1024} KiB: {_MEND}.")
    import tomllib  # most people have no settings, and wait for the first page

    try:
        return _settings_in(tomllib.loads(written.decode("utf-8-sig")), path)
    except UnicodeDecodeError:
        trouble = f"{path} is not written in UTF-8"
    except (ValueError, RecursionError) as error:  # a number of 5000 digits is a ValueError of another kind
        trouble = f"{path} is not TOML ({_short(str(error))})"
    if _wants_restricted(written):
        raise BadSettings(f"{trouble}, and wants a reader for others: mend it, or no reader opens.")
    return _what_is_left(written, path, trouble)


def _what_is_left(written: bytes, path: Path, trouble: str) -> tuple[Settings, tuple[str, ...]]:
    """What the lines say that can be read; the defaults where none can."""
    from tui.toml_lines import read_lines

    table, mistakes = read_lines(written.decode("utf-8", "replace"))
    if not table:
        return Settings(), (f"{trouble}: the defaults are used.",)
    settings, troubles = _settings_in(table, path)
    lost = [f"{path}: line {number} is left out, it is not TOML ({_short(reason)})." for number, reason in mistakes]
    if len(lost) > _MOST_TOLD:
        lost[_MOST_TOLD:] = [f"{path}: {len(lost) - _MOST_TOLD} more lines are left out."]
    return settings, (*lost, *troubles) if lost else (f"{trouble}: its other lines are used.", *troubles)


def _settings_in(table: dict[str, Any], path: Path) -> tuple[Settings, tuple[str, ...]]:
    settings, troubles = Settings(), []
    for name, value in table.items():
        if name != "restricted" and _means_restricted({name: value}):
            settings = replace(settings, restricted=True)
            troubles.append(f"{path}: “restricted” must stand above the first [table], in small letters.")
        if name == "keys" and isinstance(value, dict):
            for action in [action for action, keys in value.items() if not isinstance(keys, str)]:
                troubles.append(f"{path}: {_NO_KEYS}; “{_short(action)}” has {_shown(value.pop(action))}.")
        try:
            settings = replace(settings, **{name: _checked(name, value)})
        except BadSettings as error:
            troubles.append(f"{path}: {error}")
            if name == "restricted":  # whoever wrote something there may have meant it
                settings = replace(settings, restricted=True)
    return settings, tuple(troubles)


def _means_restricted(table: Mapping[str, Any]) -> bool:
    """Whether “restricted” is set, though at the wrong place (a file ends below [keys]) or with a capital."""
    return any(
        (name.strip().casefold() == "restricted" and value is not False)
        or (isinstance(value, dict) and _means_restricted(value))
        for name, value in table.items()
    )


def _bytes_of(path: Path) -> bytes:
    """What stands in the file; raises OSError for whatever is no file, without waiting for it."""
    with open(os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK), "rb") as file:  # noqa: PTH123
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is not a file")
        return file.read(LARGEST + 1)


def _wants_restricted(written: bytes) -> bool:
    """Whether a file that cannot be understood names “restricted” anywhere but in a comment, or to say false."""
    text = written.replace(b"\0", b"").decode("latin-1")
    text = re.sub(r"\\u00([0-7][0-9a-f])|\\U000000([0-7][0-9a-f])", _written_out, text, flags=re.I).casefold()
    return any(
        "restricted" in line
        and not re.match(r"[^\w]*(?:#|[\"']?restricted[\"']?[ \t]*=[ \t]*false[ \t]*(?:#|$))", line)
        for line in re.split(r"[\r\n]+", text)
    )


def _written_out(escape: re.Match[str]) -> str:
    return chr(int(escape[1] or escape[2], 16))


def write_default_settings(path: Path) -> None:
    """Put a file there in which every setting is explained; one that is there already stays as it is."""
    make_private(path.parent)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(DEFAULT_FILE)
    except FileExistsError:
        return
    except OSError as error:
        raise BadSettings(f"{path} cannot be written ({error.strerror}).") from error


def _checked(name: str, value: Any) -> Any:
    """The value of one setting; raises BadSettings with a sentence about it."""
    match name, value:
        case ("column", int()) if not isinstance(value, bool) and NARROWEST <= value <= WIDEST:
            return value
        case ("column", _):
            raise BadSettings(f"“column” must be a number from {NARROWEST} to {WIDEST}, not {_shown(value)}.")
        case ("timeline_lines", int()) if not isinstance(value, bool) and 1 <= value <= MOST_LINES:
            return value
        case ("timeline_lines", _):
            raise BadSettings(f"“timeline_lines” must be a number from 1 to {MOST_LINES}, not {_shown(value)}.")
        case ("theme", str()):
            return value
        case ("theme", _):
            raise BadSettings(f"“theme” must be a name in quotes, not {_shown(value)}.")
        case ("frugal", "auto" | "on" | "off"):
            return Frugal(value)
        case ("frugal", bool()):
            return Frugal.ON if value else Frugal.OFF
        case ("frugal", _):
            raise BadSettings(f'“frugal” must be "auto", "on" or "off", not {_shown(value)}.')
        case ("layout", "auto" | "off"):
            return Layout(value)
        case ("layout", _):
            raise BadSettings(f'“layout” must be "auto" or "off", not {_shown(value)}.')
        case (name, bool()) if name in _YES_OR_NO:
            return value
        case (name, _) if name in _YES_OR_NO:
            raise BadSettings(f"“{name}” must be true or false, not {_shown(value)}.")
        case ("keys", dict()):
            return MappingProxyType(value)
        case ("keys", _):
            raise BadSettings(f"{_NO_KEYS}, not {_shown(value)}.")
    known = ", ".join(sorted(one.name for one in fields(Settings)))
    raise BadSettings(f"“{_short(name)}” is not a setting; there are {known}.")


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) >= 10**20:  # Python itself refuses to write the longest ones
        return "so large a number"
    try:
        return _short(repr(value))
    except (ValueError, RecursionError):  # such numbers in a list, or lists in lists in lists
        return "that"


def _short(text: str) -> str:
    """At most 60 characters of what somebody wrote, in one line, and none that a terminal obeys."""
    shown = "".join(character if character.isprintable() else " " for character in text)
    return shown if len(shown) <= 60 else f"{shown[:59]}…"
