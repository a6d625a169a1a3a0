"""What the program knows of feeds, in a file beside the index that may be deleted at any moment."""

import json
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from tui.library.sources.feeds.state import State, state_of
from tui.paths import cache_folder, make_private

FILE = "feeds.json"


def read_states() -> dict[str, State]:
    """By the address of the feed; what cannot be read, or is no such thing, is not known."""
    with suppress(OSError, ValueError, RecursionError):
        said = json.loads(_path().read_bytes())
        if isinstance(said, dict):
            now = time.time()
            return {address: state_of(one, now) for address, one in said.items() if isinstance(one, dict)}
    return {}


def keep_states(states: Mapping[str, State]) -> None:
    """Write them; where that cannot be, everything is asked for again."""
    path = _path()
    fresh = path.with_name(f".{FILE}.{os.getpid()}")
    with suppress(OSError):
        make_private(path.parent)
        text = json.dumps({address: {k: v for k, v in one._asdict().items() if v} for address, one in states.items()})
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)


def turn_file() -> Path:
    """Beside it lies the lock of whoever asks the feeds just now."""
    return make_private(cache_folder()) / "feeds"


def _path() -> Path:
    return cache_folder() / FILE
