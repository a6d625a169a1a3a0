"""How fast the timeline opens over the whole screen, and answers its keys: make bench."""

import statistics
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.bench
ROWS = 500
SIZES = [(80, 24), (120, 40), (200, 60)]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article with so many rows, some days and some years apart."""
    told, day = [], date(1990, 1, 1)
    for number in range(ROWS):
        told.append(
            f"On {day.day} {day:%B} {day.year} Maria Oduya of the European Commission opened pier number {number} in "
            "Lisbon, and Daniel Kowalski spoke at length of ships that lay at anchor outside the bay."
        )
        day += timedelta(days=(3, 1, 40, 9)[number % 4])
    path = tmp_path / "piers.txt"
    path.write_text("Five hundred piers\n\n" + "\n\n".join(told) + "\n")
    return path


def test_the_chronicle_opens_at_once(
    stop_watch: Callable[..., Any], figures_of: Callable[..., Any], article: Path
) -> None:
    lines = [f"\n\nA chronicle of {ROWS} rows\n{'':<24}{'opens, ms':>12}{'row key, ms':>16}{'page key, ms':>16}"]
    opened, keys = [], []
    for size in SIZES:
        watch = stop_watch(sys.executable, "-m", "tui", str(article), size=size)
        watch.wait_for("piers")
        watch.press("t")
        watch.wait_for("23 Feb 1990", 120)
        watch.settle(2)
        watch.press("q")
        watch.settle(1)
        times = []
        for _ in range(7):
            times.append(watch.press("C").last)
            watch.press("q")
        watch.press("C")
        row = figures_of(watch, "j", 60)
        page = figures_of(watch, " ", 20)
        opened.append(statistics.median(times))
        keys.append(row.worst)
        lines.append(f"{size[0]}x{size[1]:<20}{opened[-1]:>12.1f}{row!s:>16}{page!s:>16}")
        watch.close()
    print("\n".join(lines))
    assert max(opened) < 400  # a busy machine takes five times as long
    assert max(keys) < 150
