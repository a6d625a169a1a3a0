"""What is owed to the tables of entities is told beside a reader: `python -m tui.library.entities.process INDEX`

It ends when all is told, or when its standard input does."""

import os
import sys
import threading
from contextlib import suppress
from pathlib import Path

from tui.library.entities.following import catch_up
from tui.library.index.database import Database

NICENESS = 5  # keys come first


def main() -> None:
    """Tell what is owed."""
    os.nice(NICENESS)
    threading.Thread(target=_listen, daemon=True).start()
    database = Database(Path(sys.argv[1]))
    catch_up(database)
    database.close()


def _listen() -> None:
    """Nobody waits for it any more when standard input ends."""
    with suppress(OSError):
        while os.read(0, 4096):
            pass
    os._exit(0)


if __name__ == "__main__":
    main()
