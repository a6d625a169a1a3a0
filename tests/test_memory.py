"""Memory of threads that have ended."""

import subprocess
import sys
from pathlib import Path

import pytest

# Four threads take memory at the same time, and it is counted how many heaps of their own they were given: of each the
# room that is not used yet is a large piece of the address space that can be neither read nor written.
THREADS = """
import re, sys, threading
from tui.memory import give_back_memory
if sys.argv[1] == "yes":
    give_back_memory()
together = threading.Barrier(4)
def work():
    together.wait()
    kept = [bytes(1000) for _ in range(20_000)]
    together.wait()
threads = [threading.Thread(target=work) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
kept = re.findall(r"^([0-9a-f]+)-([0-9a-f]+) ---p 00000000 00:00 0", open("/proc/self/maps").read(), re.M)
print(sum(int(end, 16) - int(start, 16) > 1 << 25 for start, end in kept))
"""


def heaps(given_back: str) -> int:
    run = subprocess.run([sys.executable, "-c", THREADS, given_back], capture_output=True, text=True, check=True)
    return int(run.stdout)


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="only Linux says what is mapped")
def test_threads_have_no_heaps_of_their_own() -> None:
    if heaps("no") == 0:
        pytest.skip("this C library has one heap for all threads")
    assert heaps("yes") == 0
