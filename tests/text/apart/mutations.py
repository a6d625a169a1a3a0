"""Mutated files are read, many in one process; the one of which a process died is read as the reader would."""

import json
import subprocess
import sys
from contextlib import suppress
from typing import NamedTuple

from tests.text.made.mutated import SAMPLES, mutated
from tui.errors import UnreadableArticle
from tui.text.read import open_bytes


class Tried(NamedTuple):
    """What came of it."""

    count: int
    died: int  # files of which a parser's process died; each is one sentence for the reader
    wrong: tuple[str, ...]


def tried(name: str, first: int, last: int) -> Tried:
    """Read the files of a format with these numbers."""
    count = died = 0
    wrong: list[str] = []
    at = first
    while at < last:
        run = subprocess.run(
            [sys.executable, "-m", "tests.text.made.mutated", name, str(at), str(last)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        outcomes = [json.loads(line) for line in run.stdout.splitlines()]
        count += len(outcomes)
        wrong += [f"{name} {number}: {what}" for number, what in outcomes if what]
        at += len(outcomes)
        if run.returncode > 0:
            wrong.append(f"{name} {at}: {run.stderr[-2000:]}")
            at += 1
        elif run.returncode < 0:  # the parser itself
            died += 1
            with suppress(UnreadableArticle):
                open_bytes(mutated(name, at), f"/news/{SAMPLES[name][0]}", f".{name}")
            at += 1
    return Tried(count, died, tuple(wrong))
