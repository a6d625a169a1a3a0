"""The reading program's end of it: a question goes to a process of its own, and no key waits for the answer."""

import asyncio
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.errors import AnalysisFailed
from tui.library.known.told import Changed, Sifted, Weighed
from tui.text.article import Article
from tui.text.wire import receive, send, send_article

# -P: a folder of articles may hold a folder called "tui"; it must not be run.
COMMAND = (sys.executable, "-I" if sys.flags.isolated else "-P", "-m", "tui.library.known.process")


async def what_is_known(article: Article, index: Path, versions: Path) -> Sifted:
    """What of an article stands in those that were opened before. Raises AnalysisFailed."""
    answer: Sifted = await _asked(("sift", index, versions), article)
    return answer


async def how_much_is_new(ids: Sequence[int], index: Path, versions: Path) -> dict[int, Weighed]:
    """How much of these articles of the index is new, and which changed. Raises AnalysisFailed."""
    answer: dict[int, Weighed] = await _asked(("weigh", tuple(ids), index, versions), None)
    return answer


async def what_changed(before: str, now: str) -> tuple[Changed, ...]:
    """What changed from one text to the other. Raises AnalysisFailed."""
    answer: tuple[Changed, ...] = await _asked(("changes", before, now), None)
    return answer


async def _asked(question: tuple[Any, ...], article: Article | None) -> Any:
    try:
        process = subprocess.Popen(
            COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        )
    except OSError as error:
        raise AnalysisFailed(f"No process could be started to look ({error.strerror}); try again.") from error
    try:
        return await asyncio.to_thread(_exchange, process, question, article)
    except (OSError, EOFError, ValueError) as error:
        raise AnalysisFailed("Looking ended before its time; try again.") from error
    finally:  # where the person has gone on, perhaps before a thread was free
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def _exchange(process: "subprocess.Popen[bytes]", question: tuple[Any, ...], article: Article | None) -> Any:
    assert process.stdin is not None
    assert process.stdout is not None
    send(process.stdin, question)
    if article is not None:
        send_article(process.stdin, article)
    process.stdin.close()
    return receive(process.stdout)
