"""A regular expression and a text become offsets. It is run by itself, without the rest of the program: some
expressions take longer than the world stands, and only a process can be ended at any moment."""

import contextlib
import marshal
import re
import sys

NOTHING = "Only empty matches: add what should stand there, as in ^The."
MEMORY = 1 << 30  # bytes; what an expression remembers of its ways grows with the text


def main() -> None:
    """Answer the one question on standard input: text, expression, flags, most hits, seconds of work."""
    text, expression, flags, most, seconds = marshal.load(sys.stdin.buffer)
    _limit(seconds)
    try:
        answer = _answer(re.compile(expression, flags), text, most)
    except (re.error, OverflowError, RecursionError, ValueError) as error:
        answer = [], f"This is not a regular expression: {error}"
    except MemoryError:
        answer = [], "This regular expression needs too much memory in this text."
    marshal.dump(answer, sys.stdout.buffer)


def _answer(pattern: re.Pattern[str], text: str, most: int) -> tuple[list[int], str]:
    """Start, end, start, end, ... of what matches; matches of nothing are none, and where there are no others it is
    said."""
    offsets: list[int] = []
    empty = False
    for match in pattern.finditer(text):
        if match.end() > match.start():
            offsets += match.span()
            if len(offsets) >= 2 * most:
                break
        else:
            empty = True
    return offsets, NOTHING if empty and not offsets else ""


def _limit(seconds: int) -> None:
    """Whoever asked may be gone before they could end this."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
