"""Whoever asks the feeds may be killed at any moment: nothing is lost, and nothing comes twice."""

import os
import random
import signal
import subprocess
import sys
import time
from typing import Any

import pytest

from tests.in_brief import in_brief
from tests.site import a_feed
from tui.library.sources.feeds.followed import Followed, adding, change, followed
from tui.library.sources.folder import articles_folder

FEEDS, ITEMS = 8, 30
COMMAND = [sys.executable, "-c", "from tui.__main__ import main; main(['feeds', 'update', '--now'])"]


def names() -> list[str]:
    return sorted(str(path.relative_to(articles_folder())) for path in articles_folder().rglob("[!.]*.*"))


@pytest.mark.parametrize("seed", in_brief(range(40), range(3)))
def test_killed(site: Any, seed: int) -> None:
    chance = random.Random(seed)
    for number in range(FEEDS):
        site.pages[f"/{number}"] = a_feed(*(f"Day {one} of {number}" for one in range(ITEMS)), title=f"Feed {number}")
    change(adding(*(Followed(site.at(f"/{number}"), f"Feed {number}") for number in range(FEEDS))))
    for _ in range(3):
        site.asked.clear()
        with subprocess.Popen(COMMAND, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ) as process:
            end = time.monotonic() + 120
            while not site.asked and process.poll() is None and time.monotonic() < end:
                time.sleep(0.002)
            time.sleep(chance.random() * 0.4)
            process.send_signal(signal.SIGKILL)
    assert subprocess.run(COMMAND, capture_output=True, timeout=120, check=False).returncode == 0
    assert len(followed()) == FEEDS
    assert names() == sorted(f"Feed {number}/{day}" for number in range(FEEDS) for day in days(number))


def days(number: int) -> list[str]:
    return [f"2026-03-{one + 1:02} Day {one} of {number}.atom" for one in range(ITEMS)]
