"""How fast the screen answers, beside a Textual application that only says hello, less and frogmouth: make bench."""

import shutil
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.bench

HELLO = """
from textual.app import App
from textual.widgets import Footer, Header, Static

class Hello(App):
    BINDINGS = [("q", "quit", "Quit")]
    def compose(self):
        yield Header()
        yield Static("Hello there")
        yield Footer()

Hello().run()
"""
PARAGRAPH = (
    "Maria Oduya of the European Commission met Daniel Kowalski in Lisbon on 12 May 2023. “We are tired,” Oduya said, "
    "and Norway agreed. By the following Monday 34 ships lay at anchor outside the bay, and in March 2019 the guild "
    "had warned that pilots who work for nineteen hours would make mistakes. "
)
STARTS = 5
FROGMOUTH = Path(sys.prefix) / "frogmouth" / "bin" / "frogmouth"  # put there by the Makefile
Row = dict[str, object]


@pytest.fixture
def articles(tmp_path: Path) -> dict[str, Path]:
    """Articles of 1,500 words, of a book's length, and of 5 MB; the first word of each is its own."""

    def write(name: str, paragraphs: int, last: str = "") -> Path:
        path = tmp_path / f"{name}.txt"
        text = "\n\n".join(f"{PARAGRAPH}Paragraph {number}." for number in range(paragraphs))
        path.write_text(f"A story of the port\n\nOpening words of it. {text}\n\n{last}\n")
        path.with_suffix(".md").write_bytes(path.read_bytes())  # for readers that take nothing else
        return path

    return {"short": write("short", 26), "long": write("long", 900), "huge": write("huge", 16_000, "A xylophone rang.")}


def starts(stop_watch: Callable[..., Any], words: str, *command: str, **options: Any) -> float:
    """Median of milliseconds until the words are visible."""
    found = []
    for _ in range(STARTS):
        watch = stop_watch(*command, **options)
        found.append(watch.wait_for(words))
        watch.settle()
        watch.close()
    return statistics.median(found)


def print_table(title: str, rows: dict[str, Row]) -> None:
    columns = list(dict.fromkeys(name for row in rows.values() for name in row))
    print(f"\n\n{title}\n{'':<34}" + "".join(f"{name:>20}" for name in rows))
    for column in columns:
        values = (rows[name].get(column, "") for name in rows)
        shown = (f"{value:.0f}" if isinstance(value, float) else str(value) for value in values)
        print(f"{column:<34}" + "".join(f"{value:>20}" for value in shown))


def test_the_screen_answers_at_once(
    stop_watch: Callable[..., Any], figures_of: Callable[..., Any], articles: dict[str, Path], tmp_path: Path
) -> None:
    rows: dict[str, Row] = {}
    hello = tmp_path / "hello.py"
    hello.write_text(HELLO)
    rows["hello"] = row = {"text visible, ms": starts(stop_watch, "Hello", sys.executable, str(hello))}
    watch = stop_watch(sys.executable, str(hello))
    watch.settle()
    row["memory, MiB"] = watch.memory
    row["quitting, ms"] = watch.quit("q")
    others = {"less": (shutil.which("less"), "q"), "frogmouth": (FROGMOUTH if FROGMOUTH.exists() else None, "\x11")}
    for name, (program, leave) in others.items():
        if program is None:
            continue
        command = (str(program), str(articles["short"].with_suffix(".md")))
        rows[name] = row = {"text visible, ms": starts(stop_watch, "Opening", *command)}
        watch = stop_watch(*command)
        watch.wait_for("Opening")
        watch.settle()
        row |= timed(figures_of, watch, {"line key": ("j", 20), "page key": ("\x1b[6~", 3)})
        row["memory, MiB"] = watch.memory
        row["quitting, ms"] = watch.quit(leave)
    for name, environment in (("dateline", {}), ("dateline, frugal", {"SSH_CONNECTION": "here"})):
        rows[name] = dateline(stop_watch, figures_of, articles["short"], environment)
    rows["dateline, 5 MB"] = huge(stop_watch, figures_of, articles["huge"])
    print_table("The screen (120x40; keys: median / 95th percentile of the time until all is drawn)", rows)

    assert number(rows["dateline"]["text visible, ms"]) < 1.35 * number(rows["hello"]["text visible, ms"])
    assert number(rows["dateline, 5 MB"]["text visible, ms"]) < 4 * number(rows["hello"]["text visible, ms"])
    for name in ("dateline", "dateline, frugal"):
        assert number(rows[name]["idle, bytes/s"]) == 0
        assert number(rows[name]["memory, MiB"]) < 60
        assert rows[name]["frames a line key"] == 1
    assert number(rows["dateline, frugal"]["bytes a line key"]) < 3000


def test_keys_do_not_wait_for_the_analysis(
    stop_watch: Callable[..., Any], figures_of: Callable[..., Any], articles: dict[str, Path]
) -> None:
    watch = stop_watch(sys.executable, "-m", "tui", str(articles["long"]))
    watch.wait_for("finding names")
    busy = figures_of(watch, "j", 40)
    worker = watch.process.children()[0]
    while worker.cpu_percent(0.5) > 5:
        watch.settle(0.1)
    watch.settle()
    quiet = figures_of(watch, "j", 40)
    row: dict[str, Row] = {"while it works": {"line key, ms": str(busy)}, "quiet": {"line key, ms": str(quiet)}}
    print_table("Keys during the analysis of a long article", row)
    assert busy.median < 2.5 * quiet.median + 5


def dateline(
    stop_watch: Callable[..., Any], figures_of: Callable[..., Any], article: Path, environment: dict[str, str]
) -> Row:
    """An article of 1,500 words beside its panel."""
    command = (sys.executable, "-m", "tui", str(article))
    row: Row = {"text visible, ms": starts(stop_watch, "Opening", *command, **environment)}
    watch = stop_watch(*command, **environment)
    watch.wait_for("Kowalski")
    watch.settle(1.5)
    row |= timed(figures_of, watch, {"line key": ("j", 30), "page key": (" ", 3)})
    watch.press("gg")
    row |= timed(figures_of, watch, {"entity jump": ("]e", 20)})
    row["hints on screen, ms"] = watch.press("f").last
    watch.press("\x1b")
    row["resize settled, ms"] = watch.resize(100, 30).last
    watch.resize(120, 40)
    watch.settle()
    row["idle, bytes/s"], row["idle, % CPU"] = watch.idle(3)
    row["idle, % CPU"] = f"{row['idle, % CPU']:.1f}"
    row["memory, MiB"] = watch.memory
    row["quitting, ms"] = watch.quit("q")
    return row


def huge(stop_watch: Callable[..., Any], figures_of: Callable[..., Any], article: Path) -> Row:
    """Five megabytes of text; its analysis goes on behind it."""
    command = (sys.executable, "-m", "tui", str(article))
    row: Row = {"text visible, ms": starts(stop_watch, "Opening", *command)}
    watch = stop_watch(*command)
    watch.wait_for("finding names")
    watch.settle(0.05)
    row |= timed(figures_of, watch, {"line key": ("j", 30), "page key": (" ", 5)})
    watch.press("/")
    for letter in "xylophon":
        watch.press(letter)
    row["search hit, ms"] = watch.press("e").last
    assert "xylophone rang" in watch.words
    watch.press("\x1b")
    watch.settle(0.3)  # what follows an escape at once would be read together with it
    row["memory, MiB"] = watch.memory
    row["quitting, ms"] = watch.quit("q")
    return row


def timed(figures_of: Callable[..., Any], watch: Any, keys: dict[str, tuple[str, int]]) -> Row:
    """A row for each kind of key."""
    row: Row = {}
    for name, (typed, times) in keys.items():
        figures = figures_of(watch, typed, times)
        row[f"{name}, ms"] = str(figures)
        row[f"bytes a {name}"] = float(figures.bytes)
        row[f"frames a {name}"] = int(figures.frames)
    return row


def number(value: object) -> float:
    assert isinstance(value, int | float)
    return float(value)
