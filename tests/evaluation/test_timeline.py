"""Timelines against annotated news (MEANTIME, TimeBank, AQUAINT, SemEval-2015 task 4), held by floors."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tui.cli.many.batch import analyse_batch

# F1 in per cent. Raise a floor when timelines get better; lowering one is a decision.
FLOORS = {"pairs": 59.5, "away": 70.5, "entity": 41.0}
GOLD = {  # SHA-256 of what is measured against: another gold needs other floors
    "docs.jsonl": "495cc85b2fdc5dd4e00d4ad4b4928a7484fe705eb4be5e3aa53b1e0508987e02",
    "gold_event.jsonl": "d0228eb529b13e3b5a02ff7b9676f0b4fa955a39966c9ea94e270a0cc9b3c4ed",
    "gold_entity.jsonl": "39cbabf108c5980cf7937d3490e0946019b8907f97eb6c7e9e3bd481d2b144aa",
    "entity_aliases.json": "210c33561cda72cb95a8ce6b7bbac6c3e57395435bcaac3a2d6da8a0337e9486",
}


def score(tools: Path, mode: str, predictions: Path, data: Path) -> dict[str, dict[str, dict[str, float]]]:
    command = [sys.executable, str(tools / "tlscore.py"), mode, str(predictions), "--data", str(data), "--json"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def scores(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    folder = tmp_path_factory.mktemp("timeline")
    data = corpora / "data" / "timeline"
    docs = [json.loads(line) for line in (data / "docs.jsonl").read_text("utf-8").splitlines()]
    asked = [{"id": doc["id"], "text": doc["text"], "title": doc["title"], "date": doc["dct"]} for doc in docs]
    (folder / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in asked), "utf-8")
    analyse_batch(folder / "in.jsonl", folder / "out.jsonl")
    pairs, whose = [], []
    for line in (folder / "out.jsonl").read_text("utf-8").splitlines():
        answer = json.loads(line)
        for row in answer["timeline"]:
            cell = {"doc": answer["id"], "start": row["start"], "end": row["end"], "date": row["date"]}
            if row["status"] == "dated":
                pairs.append(cell)
            whose += [cell | {"entity": answer["entities"][index]["name"]} for index in row["entities"]]
    for name, cells in (("pairs", pairs), ("entity", whose)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(cell) + "\n" for cell in cells), "utf-8")
    found = score(corpora / "tools", "pairs", folder / "pairs.jsonl", data)["ALL"]
    entity = score(corpora / "tools", "entity", folder / "entity.jsonl", data)["ALL"]
    return {"pairs": found["exact"]["F1"], "away": found["away"]["F1"], "entity": entity["exact"]["F1"]}


def test_the_gold_is_the_known_one(corpora: Path) -> None:
    data = corpora / "data" / "timeline"
    assert {name: hashlib.sha256((data / name).read_bytes()).hexdigest() for name in GOLD} == GOLD


def test_timelines_stay_as_good(scores: dict[str, float]) -> None:
    print(scores)
    assert {name: value for name, value in scores.items() if value < FLOORS[name]} == {}
