"""What saving one note costs with 10,000 stored, beside TinyDB as it comes, turn by turn in one run."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from tinydb import TinyDB

from tui.notes.file.rows import row_of_note
from tui.notes.note import Anchor, Note, Target, new_note
from tui.notes.store import NoteStore
from tui.text.article import Article
from tui.text.span import Span

pytestmark = pytest.mark.torture
STORED, TURNS = 10_000, 40
ARTICLE = Article("/articles/2024/the-ferry-that-left-at-dawn.md", "The ferry that left at dawn", "", ())


def note(number: int) -> Note:
    """About 700 bytes in the file, as a note of two sentences takes."""
    quote = "the committee voted seven to two to put the decision off until March"
    anchor = Anchor(quote, "After four hours of debate, ", ", officials said on Tues", Span(number, number + 68))
    article = replace(ARTICLE, source=f"/articles/2024/{number % 400}.md")
    return new_note(article, Target.TEXT, f"{number}: check §4 of the report. #todo " + "words " * 20, anchor=anchor)


class Taken(NamedTuple):
    """Seconds that went by, and those of them that the processor worked for it."""

    seconds: float
    worked: float


def timed(act: Callable[[], object]) -> Taken:
    begun, worked = time.perf_counter(), time.process_time()
    act()
    return Taken(time.perf_counter() - begun, time.process_time() - worked)


def half(numbers: Iterable[float]) -> float:
    """As much as half of them take at most."""
    ordered = sorted(numbers)
    return ordered[len(ordered) // 2]


def shown(name: str, taken: Sequence[Taken]) -> str:
    ordered = sorted(each.seconds for each in taken)
    p50, p95, worked = half(ordered), ordered[len(ordered) * 95 // 100], half(each.worked for each in taken)
    return f"{name:48} p50 {p50 * 1000:6.1f} ms   p95 {p95 * 1000:6.1f} ms   processor {worked * 1000:6.1f} ms"


def test_saving_with_ten_thousand_stored(tmp_path: Path) -> None:
    notes = [note(number) for number in range(STORED)]
    folder = tmp_path / "ours"
    store, other = NoteStore(folder), NoteStore(folder)
    store.add(notes)
    with TinyDB(tmp_path / "stock.json") as stock:
        stock.insert_multiple(map(row_of_note, notes))
        saves: dict[str, list[Taken]] = {name: [] for name in ("alone", "after another", "stock", "read")}
        for number in range(TURNS):
            fresh = note(STORED + number)
            saves["alone"].append(timed(lambda fresh=fresh: store.save(fresh)))
            saves["stock"].append(timed(lambda fresh=fresh: stock.insert(row_of_note(fresh))))
            saves["after another"].append(timed(lambda fresh=fresh: other.save(replace(fresh, body="edited"))))
            saves["read"].append(timed(lambda: store.notes_of("/articles/2024/7.md")))
    print(f"\nwith {STORED} notes stored ({(folder / 'notes.json').stat().st_size / 1e6:.1f} MB):")
    print(shown("save", saves["alone"]))
    print(shown("save after another session has written", saves["after another"]))
    print(shown("insert into TinyDB as it comes", saves["stock"]))
    print(shown("notes of an article after another has written", saves["read"]))
    assert half(each.seconds for each in saves["alone"]) < half(each.seconds for each in saves["stock"]) / 2
    assert half(each.worked for each in saves["alone"]) < half(each.worked for each in saves["stock"]) / 4
