"""Whether a program rests: the kernel's account of its threads."""

from contextlib import suppress
from pathlib import Path

import psutil


def turns(process: psutil.Process) -> int:
    """How often the main threads of a program and its workers had the processor; -1 while any thread wants it."""
    turns = 0
    for pid in (process.pid, *(child.pid for child in process.children(recursive=True))):
        with suppress(FileNotFoundError, ProcessLookupError):  # a worker or thread that is gone
            threads = list(Path(f"/proc/{pid}/task").iterdir())
            if any((thread / "stat").read_text().rpartition(") ")[2][0] in "RDT" for thread in threads):
                return -1
            turns += int(Path(f"/proc/{pid}/task/{pid}/schedstat").read_text().split()[2])
    return turns
