"""A process that answers one question beside the keys: `python -m tui.library.known.process` reads it from standard
input, an article and what is wanted of it, and writes the answer."""

import os
import resource
import sys

from tui.text.wire import receive, receive_article, send

NICENESS = 5  # keys come first
SECONDS = 60  # of processor time


def main() -> None:
    """Answer, and end."""
    os.nice(NICENESS)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what prints by accident must not land in the answer
    what, *more = receive(sys.stdin.buffer)
    if what == "sift":
        from tui.library.known.sifting import sifted

        send(answers, sifted(receive_article(sys.stdin.buffer), *more))
    elif what == "weigh":
        from tui.library.known.sifting import weighed

        send(answers, weighed(*more))
    else:
        from tui.library.known.changes import changes

        send(answers, changes(*more))


if __name__ == "__main__":
    main()
