"""Text on its way to a clipboard: through the terminal, and into a file for terminals that do not pass it on.

OSC 52 asks the terminal to take text over. Nothing answers, so nobody here may say that it was copied.
"""

import os
from base64 import b64encode
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from tui.counted import counted

FILE = "clipboard.txt"
MOST_BYTES = 55_000  # xterm takes 74,994 characters of base64, others less than that
CHUNK = 240  # GNU screen drops a longer string
WITHOUT = ("linux", "vt100", "vt220", "ansi", "dumb", "unknown")  # terminals that may print what they do not know


def request(text: str, environment: Mapping[str, str]) -> str:
    """The sequence that offers text to the terminal's clipboard; "" where the terminal would not understand it.

    Inside tmux and GNU screen the request goes to them and, wrapped, through them to the terminal outside."""
    term = environment.get("TERM", "")
    body = text.encode("utf-8", "replace")
    if not term or term.startswith(WITHOUT) or len(body) > MOST_BYTES:
        return ""
    plain = f"\x1b]52;c;{b64encode(body).decode()}\x07"
    if "TMUX" in environment or term.startswith("tmux"):
        return plain + "\x1bPtmux;" + plain.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if "STY" in environment or term.startswith("screen"):
        pieces = (plain[start : start + CHUNK] for start in range(0, len(plain), CHUNK))
        return plain + "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return plain


def keep(text: str, folder: Path) -> Path | None:
    """Write the text to a file of its own, for the person's eyes only; None where that was not possible."""
    path, fresh = folder / FILE, folder / f".{FILE}.{os.getpid()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600), "wb") as file:  # noqa: PTH123
            file.write(text.encode("utf-8", "replace"))
        fresh.replace(path)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        return None
    return path


def said(text: str, sent: bool, path: Path | None) -> str:
    """What can truthfully be said about it."""
    size = counted(len(text), "character")
    place = str(path).replace(str(Path.home()), "~", 1) if path else ""
    if sent and path:
        return f"{size} sent to the clipboard, and in {place}"
    if sent:
        return f"{size} sent to the clipboard; the file {FILE} could not be written."
    if path:
        return f"Too long for the clipboard: {size} in {place}" if len(text) > 1000 else f"In {place}"
    return "Neither the terminal's clipboard nor a file could take it."
