"""A process that reads one file: it comes in on standard input, what it holds goes out, and the process ends.

`python -m tui.text.apart.worker KIND SOURCE SUFFIX NAME PART` answers with a sentence, or with an Opened and its
article. Of a long one the beginning goes out first, in the same way: it is shown while the rest is read. Where several
articles of a file are wanted, each of them comes after its name."""

import math
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from importlib import import_module
from typing import IO, NamedTuple

from tui.errors import UnreadableArticle
from tui.text.apart.file import File
from tui.text.harmless import harmless_line
from tui.text.kinds import Kind
from tui.text.opened import NO_PARTS, Opened
from tui.text.wire import send, send_article

SECONDS = 5  # of processor time
MEMORY = 300 * 1024 * 1024  # bytes of address space
SEVERAL = (Kind.ZIP, Kind.MAILBOX, Kind.FEED)  # what may hold more than one article
FORMATS = {
    Kind.PDF: ("tui.text.formats.pdf.reading", "pdf_opened"),
    Kind.ZIP: ("tui.text.formats.zipped.opening", "zip_opened"),
    Kind.MAIL: ("tui.text.formats.letters.mail", "mail_opened"),
    Kind.MAILBOX: ("tui.text.formats.letters.mailbox", "mailbox_opened"),
    Kind.SAVED: ("tui.text.formats.letters.saved", "saved_opened"),
    Kind.FEED: ("tui.text.formats.feeds.opening", "feed_opened"),
    Kind.SHORTCUT: ("tui.text.formats.shortcut", "shortcut_opened"),
    Kind.PAGE: ("tui.text.formats.page", "page_opened"),
}
BEGINNINGS = {  # of those that may be long; they begin again for the whole, which costs little
    Kind.PDF: ("tui.text.formats.pdf.reading", "pdf_beginning"),
    Kind.ZIP: ("tui.text.formats.zipped.opening", "zip_beginning"),
}
EACH = {  # the name of every article in a file of several, with what makes the article
    Kind.MAILBOX: ("tui.text.formats.letters.mailbox", "each_letter"),
    Kind.FEED: ("tui.text.formats.feeds.opening", "each_item"),
}


class Refusal(NamedTuple):
    """Why nothing could be read, in one sentence."""

    sentence: str


def main() -> None:
    """Read standard input and answer."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints by accident must not land in the middle of an answer
    kind, *about = sys.argv[1:]
    file = File(*about)
    _limit()
    data = sys.stdin.buffer.read()
    if file.each:
        with suppress(OSError):  # nobody waits any more
            _answer_each(answers, Kind(kind), data, file)
        answers.close()
        os._exit(0)
    begun = beginning(Kind(kind), data, file)
    if begun is not None:
        with suppress(OSError):
            answer(answers, begun)
            os.nice(5)  # by now somebody reads it, and types
    try:
        outcome: Opened | Refusal = opened(Kind(kind), data, file)
    except UnreadableArticle as error:
        outcome = Refusal(str(error))
    with suppress(OSError):  # nobody waits any more
        answer(answers, outcome)
    answers.close()
    os._exit(0)  # taking a parser's memory apart would keep the reader waiting


def opened(kind: Kind, data: bytes, file: File) -> Opened:
    """What a file holds. Raises UnreadableArticle, and nothing else, whatever the bytes are."""
    module, function = FORMATS[kind]
    if file.part and kind not in SEVERAL:
        raise UnreadableArticle(NO_PARTS.format(name=file.name, part=harmless_line(file.part)))
    return sound(file.name, kind, lambda: getattr(import_module(module), function)(data, file))


def sound(name: str, kind: Kind, read: Callable[[], Opened]) -> Opened:
    """What `read` answers, where that has a text. Raises UnreadableArticle, and nothing else."""
    with telling(name, kind):
        found = read()
    if found.article is not None and not found.article.text.strip():
        raise UnreadableArticle(f"{name} holds no text; there is nothing to read in it.")
    return found


@contextmanager
def telling(name: str, kind: Kind) -> Iterator[None]:
    """Whatever is wrong becomes an UnreadableArticle."""
    try:
        yield
    except UnreadableArticle as error:  # what stands in the file may stand in the sentence
        raise UnreadableArticle(harmless_line(str(error))) from error
    except MemoryError:
        raise UnreadableArticle(too_large(name)) from None
    except BrokenPipeError:
        raise
    except Exception as error:
        trouble = f"{name} is damaged or not what it seems ({kind}, {type(error).__name__}); get it once more."
        raise UnreadableArticle(trouble) from error


def beginning(kind: Kind, data: bytes, file: File) -> Opened | None:
    """The first pages of a long article; None where it is short, or where the whole had better say what is wrong."""
    if kind not in BEGINNINGS:
        return None
    module, function = BEGINNINGS[kind]
    try:
        found: Opened | None = getattr(import_module(module), function)(data, file)
    except Exception:  # whatever it is, it comes again
        return None
    return found if found is not None and found.article is not None and found.article.text.strip() else None


def too_large(name: str) -> str:
    """The sentence where the memory does not do."""
    return f"{name} needs more than {MEMORY >> 20} MiB to be read and was left; save its text and open that."


def too_long(name: str) -> str:
    """The sentence where the time does not do."""
    return f"{name} takes longer than {SECONDS} seconds to be read and was left; save its text and open that."


def answer(stream: IO[bytes], outcome: Opened | Refusal) -> None:
    """Write what came of it; an article goes in pieces."""
    if isinstance(outcome, Opened) and outcome.article is not None:
        send(stream, replace(outcome, article=replace(outcome.article, text="", blocks=(), marks=())))
        send_article(stream, outcome.article)
    else:
        send(stream, outcome)


def _answer_each(stream: IO[bytes], kind: Kind, data: bytes, file: File) -> None:
    """Answer with a name and what came of it, one after the other; each has the time of a file for itself. What stands
    wrong in the file itself is an answer without a name."""
    wanted = set(file.each.split("\n"))
    module, function = EACH[kind]
    try:
        with telling(file.name, kind):
            for name, read in getattr(import_module(module), function)(data, file):
                if name in wanted:
                    wanted.remove(name)
                    send(stream, name)
                    answer(stream, _made(f"{file.name}/{name}", kind, read))
                    _limit_time(time.process_time() + SECONDS)
    except UnreadableArticle as error:
        send(stream, "")
        send(stream, Refusal(str(error)))


def _made(name: str, kind: Kind, read: Callable[[], Opened]) -> Opened | Refusal:
    try:
        return sound(name, kind, read)
    except UnreadableArticle as error:
        return Refusal(str(error))


def _limit() -> None:
    """The system ends a process that takes more."""
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0)):
        _allow(what, most)
    _limit_time(SECONDS)


def _limit_time(seconds: float) -> None:
    _allow(resource.RLIMIT_CPU, math.ceil(seconds))


def _allow(what: int, most: int) -> None:
    with suppress(OSError, ValueError):  # a system that knows no such limit, or has set a lower one
        _, hard = resource.getrlimit(what)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (allowed, hard))


if __name__ == "__main__":
    # As __main__ its answers would be of classes that the reading program cannot unpickle.
    from tui.text.apart import worker

    worker.main()
