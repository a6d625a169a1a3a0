"""Names against annotated news (DWIE, GUM, ELEVANT) and other texts, held by floors."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tui.cli.many.batch import analyse_batch

NEWS = ("dwie", "gum_news", "newsfair")
OTHERS = ("gum_other", "redocred")
# Per cent. Raise a floor when names get better; lowering one is a decision.
FLOORS = {
    "news: F1 of the entity list": 85.8,
    "news: recall of entities with two mentions": 93.5,
    "news: F1 of pairs of aliases": 89.2,
    "gum_other: F1 of the entity list": 76.2,
    "redocred: F1 of the entity list": 76.5,
}
GOLD = {  # SHA-256 of what is measured against: another gold needs other floors
    "dwie": "44dddb0f2cf6fcdc7308b26d3597c050b36e5369ee65bb545bd5fd42886c7f1d",
    "gum_news": "be4772293133f023efee1415e162d7196fa177f7a7c25ef4cdf7aebb0be64f25",
    "newsfair": "0f9b6f45ffab0b3c63f095fe38f36bc7e64448e66b6c616fdb5efe74e02b9756",
    "gum_other": "0e09face0f21e36a0dd245b0ac4a097aca39575aa28f483cfa7881a6f5fe2b5d",
    "redocred": "4c477da1e5174f3864d0b836911ef07d536f851a8a2ffb895ff8f0933a4a08e0",
}


def rows_of(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def write(path: Path, rows: list[dict]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def score(corpora: Path, names: tuple[str, ...], folder: Path) -> dict:
    """The scorer's summary over some corpora together."""
    gold = [row for name in names for row in rows_of(corpora / "data" / "entities" / f"{name}.jsonl")]
    asked = write(folder / "in.jsonl", [{"id": row["id"], "text": row["text"]} for row in gold])
    analyse_batch(asked, folder / "out.jsonl")
    found = [
        {
            "id": answer["id"],
            "mentions": [
                {"start": start, "end": end, "type": entity["kind"], "entity": str(number)}
                for number, entity in enumerate(answer["entities"])
                for start, end in entity["mentions"]
            ],
        }
        for answer in rows_of(folder / "out.jsonl")
    ]
    paths = write(folder / "gold.jsonl", gold), write(folder / "found.jsonl", found)
    command = [sys.executable, corpora / "tools" / "entscore.py", *paths, "--json", folder / "score.json"]
    subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=120)
    return json.loads((folder / "score.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def scores(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    news = score(corpora, NEWS, tmp_path_factory.mktemp("news"))
    figures = {
        "news: F1 of the entity list": news["entity_list"][2],
        "news: recall of entities with two mentions": news["multi_mention_recall"],
        "news: F1 of pairs of aliases": news["alias_pairs"][2],
    }
    for name in OTHERS:
        other = score(corpora, (name,), tmp_path_factory.mktemp(name))
        figures[f"{name}: F1 of the entity list"] = other["entity_list"][2]
    return {name: 100 * figure for name, figure in figures.items()}


def test_the_gold_is_the_known_one(corpora: Path) -> None:
    folder = corpora / "data" / "entities"
    assert {name: hashlib.sha256((folder / f"{name}.jsonl").read_bytes()).hexdigest() for name in GOLD} == GOLD


def test_names_stay_as_good(scores: dict[str, float]) -> None:
    print(scores)
    assert {name: figure for name, figure in scores.items() if figure < FLOORS[name]} == {}
