"""Annotated corpora in small, from the files to models that tag."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pycrfsuite
import pytest

from tui.analysis.document import segment
from tui.analysis.fitting.corpora import article_of, read_corpora, tags_of
from tui.analysis.fitting.variants import headlines
from tui.analysis.names.tagger import tag_names, usage_of

PEOPLE = ("Anna Gray", "Peter Hill", "Maria Lopez", "John Brown")
PLACES = ("Leeds", "Derby", "Paris", "Lima")


def document(number: int) -> dict:
    person, place = PEOPLE[number % 4], PLACES[number // 4 % 4]
    text = f"The mayor, {person}, lives in {place}.\nShe left the {place}'s council."
    mentions = []
    for name, kind in ((person, "PERSON"), (place, "PLACE")):
        start = text.index(name)
        mentions.append({"start": start, "end": start + len(name), "text": name, "type": kind, "entity": name})
    start = text.index("the " + place)
    mentions.append({"start": start, "end": start + len(place) + 6, "text": "", "type": "PLACE", "entity": place})
    return {"id": str(number), "text": text, "mentions": mentions}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    corpora = tmp_path / "corpora"
    corpora.mkdir()
    rows = [document(number) for number in range(32)]
    sentence = {
        "tokens": ["Anna", "Gray", "likes", "Lima", ",", "a", "Polish", "dog", "."],
        "tags": ["B-PERSON", "I-PERSON", "O", "B-PLACE", "O", "O", "O", "O", "O"],
    }
    for name, kept in (
        ("gum", rows[:16]),
        ("redocred", rows[16:]),
        ("wikigold", [sentence] * 14),
        ("uner_ewt", [sentence]),
    ):
        (corpora / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in kept), "utf-8")
    return corpora


def test_articles_and_possessives_are_no_part_of_a_name(folder: Path) -> None:
    first = read_corpora(folder)[0]
    text = first.document.article.text
    assert [text[slice(*name.span)] for name in first.names] == ["Anna Gray", "Leeds", "Leeds"]
    tags = tags_of(first.document.sentences[0], first.names)
    assert tags == ["O", "O", "O", "B-PERSON", "I-PERSON", "O", "O", "O", "B-PLACE", "O"]


def test_sentences_without_documents_are_read_together(folder: Path) -> None:
    annotated = read_corpora(folder)
    assert [len(item.document.sentences) for item in annotated[32:]] == [12, 2, 1]
    assert [item.partial for item in annotated[32:]] == [False, False, True]


def test_a_sentence_becomes_a_headline_without_its_full_stop(folder: Path) -> None:
    first = read_corpora(folder)[0]
    sentence = first.document.sentences[0]
    chance = random.Random(1)
    made = [pair for _ in range(100) for pair in headlines(sentence, tags_of(sentence, first.names), chance)]
    assert made
    assert all(len(variant.tokens) == len(tags) == len(sentence.tokens) - 1 for variant, tags in made)


def test_the_command_writes_all_models(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tui.analysis.fitting", str(folder), "--into", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    tagger = pycrfsuite.Tagger()
    tagger.open(str(tmp_path / "names.crf"))
    unseen = segment(article_of("The mayor, Carla Stone, lives in Derby."))
    names = tag_names(unseen, usage_of(unseen.sentences), tagger)
    assert [str(name.kind) for name in names] == ["PERSON", "PLACE"]
    assert all((tmp_path / name).stat().st_size > 0 for name in ("types.crf", "types_alone.crf"))
