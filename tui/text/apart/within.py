"""Articles of one file become what each of them is, the file read once for many of them."""

import os
import pickle
import signal
import subprocess
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import replace
from typing import IO

from tui.errors import UnreadableArticle
from tui.text.apart.file import File
from tui.text.apart.reading import COMMAND, as_file
from tui.text.apart.worker import Refusal
from tui.text.article import Article
from tui.text.kinds import Kind
from tui.text.wire import receive, receive_article

BROKE_OFF = "{name} takes more time or memory than an article may and was left; save it as a file of its own."
AT_ONCE = 2_000  # articles for which the file is read once

Found = tuple[str, Article | UnreadableArticle]  # an article of a file by its name, or why it cannot be read


def articles_within(kind: Kind, content: IO[bytes] | bytes, file: File, wanted: Sequence[str]) -> Iterator[Found]:
    """The articles of these names, in the order of the file; what ends the process that reads costs one of them."""
    left = dict.fromkeys(wanted)
    while left:
        some = list(left)[:AT_ONCE]
        begun = ""
        with closing(_some(kind, content, file._replace(each="\n".join(some)))) as found:
            for name, outcome in found:
                begun = name if outcome is None else ""
                if outcome is not None:
                    left.pop(name, None)
                    yield name, outcome
        if begun:
            left.pop(begun, None)
            yield begun, UnreadableArticle(BROKE_OFF.format(name=f"{file.name}/{begun}"))
            continue
        for name in some:  # they are not in it any more
            left.pop(name, None)


def _some(
    kind: Kind, content: IO[bytes] | bytes, file: File
) -> Generator[tuple[str, Article | UnreadableArticle | None]]:
    """Each name when its article is begun, and again with what came of it. Raises UnreadableArticle."""
    with _process(kind, content, file) as stream, suppress(EOFError, OSError, pickle.UnpicklingError):
        while True:
            name = receive(stream)
            yield name, None
            outcome = receive(stream)
            if isinstance(outcome, Refusal):
                error = UnreadableArticle(outcome.sentence)
                if not name:
                    raise error
                yield name, error
            else:
                yield name, replace(receive_article(stream), source=f"{file.source}/{name}")


@contextmanager
def _process(kind: Kind, content: IO[bytes] | bytes, file: File) -> Iterator[IO[bytes]]:
    """What a process says of the file; it ends with the file, and where nobody wants to hear more."""
    with as_file(content) if isinstance(content, bytes) else nullcontext(content) as stdin:
        stdin.seek(0)
        process = subprocess.Popen(
            [*COMMAND, kind.value, *file],
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            process_group=0,
        )
    assert process.stdout is not None
    try:
        yield process.stdout
    finally:
        with suppress(OSError):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
