"""What tells a note's words from their twins goes wherever the note goes, and never with other words."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from tui.notes.anchors.anchor import anchor_at
from tui.notes.drafts import Draft, Drafts
from tui.notes.export import to_json
from tui.notes.file.rows import note_of_row, row_of_anchor, row_of_note
from tui.notes.file.standings import FIELD
from tui.notes.note import Anchor, Note, Standing
from tui.notes.store import NoteStore
from tui.notes.sync.taking_in import read_notes
from tui.notes.web_annotation import to_annotations
from tui.text.span import Span


def standing(note: Note | None) -> Standing | None:
    assert note is not None
    assert note.anchor is not None
    return note.anchor.standing


def test_it_comes_back_from_the_file(store: NoteStore, folder: Path, write: Callable[..., Note]) -> None:
    note = store.save(write())
    assert standing(note) is not None
    assert [standing(each) for each in NoteStore(folder).all_notes()] == [standing(write())]


@pytest.mark.parametrize("to", [to_json, to_annotations], ids=["json", "json-ld"])
def test_it_comes_back_from_other_forms(write: Callable[..., Note], to: Callable[..., str]) -> None:
    note = write()
    (read,) = read_notes(to([note]).encode(), "notes.json").notes
    assert standing(read) == standing(note) is not None
    (bare,) = json.loads(to([replace(note, anchor=Anchor("dawn", "", "", Span(1, 5)))]))[
        "items" if to is to_annotations else "notes"
    ]
    assert not any(FIELD in name for name in bare)  # where it is not known, nothing is said


def test_it_comes_back_from_a_draft(tmp_path: Path, write: Callable[..., Note]) -> None:
    note = write()
    file = Drafts(tmp_path).begin()
    file.write(Draft.of(note, saved=False))
    file.release()
    ((_, draft),) = Drafts(tmp_path).pending()
    assert standing(draft.note()) == standing(note) is not None


def test_a_note_of_before_has_none(write: Callable[..., Note]) -> None:
    row = row_of_note(write())
    del row[FIELD]
    assert standing(note_of_row(row)) is None


def test_an_older_version_keeps_it_with_the_anchor_it_is_about(write: Callable[..., Note]) -> None:
    row = row_of_note(write())
    known = note_of_row(row)
    edited = {**row, "anchor": row_of_anchor(known.anchor), "body": "Edited by a version that does not know it."}
    assert standing(note_of_row(edited)) == standing(known)
    moved = {**row, "anchor": row_of_anchor(anchor_at("Quite another text.", Span(6, 13)))}
    assert standing(note_of_row(moved)) is None


@pytest.mark.parametrize(
    "broken", [None, 5, [], {}, {"twins": "many"}, {"rival": None}, {"within": ""}, {"which": 10**400}, {"rival": "x"}]
)
def test_a_broken_one_is_none(write: Callable[..., Note], broken: object) -> None:
    row = row_of_note(write())
    row[FIELD] = {**row[FIELD], **broken} if isinstance(broken, dict) and broken else broken
    assert standing(note_of_row(row)) is None or broken == {"which": 10**400}


def test_it_is_no_other_version_of_a_note(write: Callable[..., Note]) -> None:
    note = write()
    assert note.anchor is not None
    assert replace(note, anchor=replace(note.anchor, standing=None)) == note


def test_a_row_stays_small(write: Callable[..., Note]) -> None:
    text = " ".join(f"Sentence {number} says little." for number in range(5000))
    note = replace(write(), anchor=anchor_at(text, Span(60_000, 60_020)))
    assert len(orjson.dumps(row_of_note(note)[FIELD])) < 1500
