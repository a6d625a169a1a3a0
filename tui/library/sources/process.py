"""What is wanted from the net is fetched beside a reader: `python -m tui.library.sources.process`.

What is wanted comes as a line of JSON on standard input, what becomes of it goes out as lines of JSON, the last with
the stage "end"; it ends then, or when standard input does."""

import json
import os
import sys
import threading
from typing import Any

from tui.errors import ReaderError

MISSING = "To fetch pages and feeds, install what reads them: pip install 'dateline[html]'."
NICENESS = 5  # keys come first


def main() -> None:
    """Do what the first line says."""
    os.nice(NICENESS)
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    wanted = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_listen, daemon=True).start()

    def tell(said: dict[str, Any]) -> None:
        answers.write(json.dumps(said) + "\n")
        answers.flush()

    try:
        from tui.library.sources.works import WORKS

        for what, work in WORKS.items():
            if what in wanted:
                work(wanted[what], tell)
    except ReaderError as error:
        tell({"stage": "trouble", "sentence": str(error)})
    except ImportError:
        tell({"stage": "trouble", "sentence": MISSING})
    tell({"stage": "end"})
    os._exit(0)  # nobody waits for what is left of connections


def _listen() -> None:
    """Nobody reads here any more when standard input ends."""
    while os.read(0, 4096):
        pass
    os._exit(0)


if __name__ == "__main__":
    main()
