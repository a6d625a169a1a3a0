"""The process that fills the index is killed 200 times at random while articles come, change, move and go; what it
leaves becomes, after the next start, what one run makes of the same files."""

import os
import random
import sqlite3
import threading
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.many import write_articles
from tui.library.index.database import Database
from tui.library.indexing.background import Background
from tui.library.indexing.pool import in_order
from tui.library.indexing.run import bring_up_to_date

KILLS = int(os.environ.get("KILLS", "200"))
ARTICLES = 120
PATIENCE = 300.0  # seconds

# What an index says of articles, whatever numbers they have in it and whenever it was made.
QUESTIONS = {
    "articles": (
        "SELECT source, title, byline, publisher, published, digest, words, size, modified, trouble FROM articles"
    ),
    "bodies": "SELECT source, bodies.title, text FROM bodies JOIN articles ON id = article",
    "names": "SELECT source, name, kind, entity, mentions FROM names JOIN articles ON id = article",
    "analyses": (
        "SELECT source, fingerprint, body, told FROM analyses JOIN articles USING (digest)"
        " JOIN codes ON codes.id = code"
    ),
    "quotations": (
        "SELECT source, start, number, end, quotations.kind, name FROM quotations"
        " JOIN articles ON articles.id = article LEFT JOIN speakers ON speakers.id = speaker"
    ),
    "figures": (
        "SELECT source, start, end, low, high, bound, change, unit, noun FROM figures"
        " JOIN articles ON articles.id = article JOIN counted ON counted.id = counted"
    ),
    "failed": (
        "SELECT source, fingerprint, reason FROM failed JOIN articles USING (digest) JOIN codes ON codes.id = code"
    ),
    "unknown": (
        "SELECT 'bodies', article FROM bodies WHERE article NOT IN (SELECT id FROM articles)"
        " UNION SELECT 'names', article FROM names WHERE article NOT IN (SELECT id FROM articles)"
    ),
}
WORDS = ("canal", "storm", "minister", "grain", "newcomer", "changed", '"the port"', "tu*")


def told(path: Path) -> dict[str, list[Any]]:
    """All that an index says."""
    db = sqlite3.connect(path)
    db.execute("PRAGMA integrity_check")
    said = {name: sorted(db.execute(query).fetchall(), key=repr) for name, query in QUESTIONS.items()}
    find = "SELECT source FROM texts JOIN articles ON id = texts.rowid WHERE texts MATCH ? ORDER BY source"
    said |= {word: db.execute(find, (word,)).fetchall() for word in WORDS}
    (held,) = db.execute("SELECT coalesce(sum(length(body)), 0) FROM analyses").fetchone()
    said["held"] = [held - (db.execute("SELECT held FROM totals WHERE what = 'analyses'").fetchone() or (0,))[0]]
    db.close()
    return said


def stir(folder: Path, rnd: random.Random, round: int) -> None:
    """Something happens to some files."""
    files = sorted(folder.iterdir())
    for file in rnd.sample(files, 4):
        match rnd.randrange(4):
            case 0:
                file.write_bytes(file.read_bytes() + f"\nIt changed in round {round}.\n".encode())
            case 1:
                file.rename(folder / f"moved{round}-{file.name[-20:]}")
            case 2 if len(files) > ARTICLES // 2:
                file.unlink()
            case _:
                (folder / f"new{round}-{file.name[-20:]}").write_text(
                    f"# A newcomer {round}\n\nAnna Berg came in 2019.\n"
                )
    (folder / "broken.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) + str(round).encode())


def run_for(index: Path, folder: Path, rnd: random.Random) -> str:
    """Start the process, and kill it some time after it has said that it runs; the last stage that it told."""
    heard, stages = threading.Event(), [""]

    def hear(said: dict[str, Any]) -> None:
        stages.append(said["stage"])
        heard.set()

    process = Background(index, [folder], hear)
    try:
        assert heard.wait(PATIENCE)
        time.sleep(rnd.random() * rnd.choice((0.2, 1, 4)))
    finally:
        process.close()
    return stages[-1]


@pytest.mark.torture
def test_a_killed_index_becomes_what_one_run_makes(tmp_path: Path) -> None:
    seed = random.randrange(10**6)
    rnd, folder, index = random.Random(seed), tmp_path / "articles", tmp_path / "index.sqlite"
    write_articles(folder, ARTICLES)
    ended: dict[str, int] = {}
    for round in range(KILLS):
        stage = run_for(index, folder, rnd)
        ended[stage] = ended.get(stage, 0) + 1
        if stage in ("end", "names") or not rnd.randrange(4):
            stir(folder, rnd, round)
    for path in (index, whole := tmp_path / "whole.sqlite"):
        database = Database(path)
        try:
            bring_up_to_date(database, [folder], partial(in_order, processes=1, patience=PATIENCE), lambda step: None)
            assert not database.begun_anew
        finally:
            database.close()
    print(f"\nkilled {KILLS} times, in the stages {ended}; seed {seed}")
    killed, once = told(index), told(whole)
    for name, rows in once.items():
        assert killed[name] == rows, f"{name} differs, seed {seed}"
    assert once["held"] == [0]
    assert len(once["articles"]) == len(list(folder.iterdir()))
