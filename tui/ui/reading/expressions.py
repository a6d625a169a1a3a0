"""A regular expression becomes its hits, beside the keys; whoever does not want them any more has it ended at once."""

import asyncio
import marshal
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from tui.text.span import Span
from tui.ui.page.search import MOST, REGULAR, Found

SECONDS = 2.0  # after which it is given up
# -I -S: it needs nothing but Python itself, and starts in a few hundredths of a second.
COMMAND = (sys.executable, "-I", "-S", str(Path(__file__).with_name("expression_process.py")))


async def find_expression(text: str, query: str) -> Found:
    """Hits of what stands after `\\v` in `query`; without a capital in it, of both cases. May be cancelled."""
    expression = query.removeprefix(REGULAR)
    capitals = any(map(str.isupper, re.sub(r"\\.", "", expression)))  # "\W" is no capital
    flags = (re.NOFLAG if capitals else re.IGNORECASE) | re.MULTILINE
    process = _Process()
    try:
        question = text, expression, int(flags), MOST, int(SECONDS) + 1
        offsets, trouble = await asyncio.wait_for(asyncio.to_thread(process.ask, question), SECONDS)
    except TimeoutError:
        return Found(
            query, trouble=f"Gave up after {SECONDS:g} s: this regular expression takes too long in this text."
        )
    except OSError as error:
        return Found(query, trouble=f"No process for the regular expression could be started: {error.strerror}.")
    finally:
        process.end()
    return Found(query, tuple(map(Span, offsets[::2], offsets[1::2])), trouble)


class _Process:
    """One question and its answer; may be ended by another thread than the one that waits."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False

    def ask(self, question: tuple[Any, ...]) -> tuple[list[int], str]:
        """Offsets and what was wrong; raises OSError where no process can be started."""
        if self._ended:
            return [], ""
        process = self._process = subprocess.Popen(
            COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        if self._ended:  # while it was started
            process.kill()
        body, _ = process.communicate(marshal.dumps(question))
        try:
            offsets, trouble = marshal.loads(body)
        except (EOFError, ValueError, TypeError):
            return [], "The search for this regular expression ended before its time."
        return offsets, trouble

    def end(self) -> None:
        """End it now, whatever it does, and wait for nothing."""
        self._ended = True
        if self._process is not None:
            self._process.kill()
