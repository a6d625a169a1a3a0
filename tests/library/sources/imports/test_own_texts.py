"""Exports that hold the articles themselves, with what was marked in them."""

import doctest
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.library.sources.imports.exports import WALLABAG, WORDS, export_of, files, own_flags, zipped
from tests.site import a_page
from tui.__main__ import main
from tui.errors import ReaderError
from tui.flags import STARRED, Flags
from tui.library.sources.imports import omnivore
from tui.notes.note import Target
from tui.notes.store import own_notes
from tui.text.read import read_article


def test_examples() -> None:
    assert doctest.testmod(omnivore).failed == 0


def test_wallabag_comes_with_its_texts_and_notes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "wallabag.json"
    file.write_text(json.dumps(WALLABAG))
    assert main(["import", str(file)]) == 1  # one of them has no address
    printed = capsys.readouterr().err
    assert "1 new article from wallabag." in printed
    assert "2 new notes; 1 have no place in the text." in printed
    (path,) = files()
    article = read_article(path)
    assert (article.title, article.byline, article.language) == ("Harbour reopens", "Ada Lund", "en-gb")
    assert article.text.startswith(WORDS)
    assert article.published.day == date(2026, 3, 4)
    store = own_notes()
    notes = {note.anchor.exact: note for note in store.all_notes() if note.anchor}
    store.close()
    assert own_flags(path) == Flags(True, True, False, ("the-sea", "work"))
    placed = notes["the ships lie still"]
    assert placed.anchor is not None
    assert article.text[placed.anchor.span.start : placed.anchor.span.end] == "the ships lie still"
    assert (placed.body, placed.tags, placed.source) == ("Ask her. #ask", ("ask",), str(path))
    assert main(["import", str(file)]) == 1
    assert "0 new notes" in capsys.readouterr().err
    assert len(files()) == 1


def test_what_an_import_that_was_broken_off_did_not_say_is_said_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "w.json").write_text(json.dumps([{**WALLABAG[0], "is_archived": 1, "is_starred": 1}]))
    with monkeypatch.context() as broken:
        broken.setattr("tui.cli.bring.say_of", lambda _: (_ for _ in ()).throw(ReaderError("The disk is full.")))
        assert main(["import", str(tmp_path / "w.json")]) == 1
    (path,) = files()
    assert main(["import", str(tmp_path / "w.json")]) == 0
    store = own_notes()
    said = store.flags.now()(str(path))
    assert (said.read, said.starred) == (True, True)
    store.flags.turn({str(path): {STARRED: False}})
    store.close()
    assert main(["import", str(tmp_path / "w.json")]) == 0
    store = own_notes()
    assert not store.flags.now()(str(path)).starred
    store.close()


def test_an_article_that_is_there_twice_keeps_what_was_marked_in_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = (
        {**WALLABAG[0], "annotations": [{"id": at, "quote": words}]} for at, words in enumerate(("The", "Ada"))
    )
    (tmp_path / "w.json").write_text(
        json.dumps([{**one, "is_starred": 0}, {**other, "url": "https://gazette.example/1"}])
    )
    assert main(["import", str(tmp_path / "w.json")]) == 0
    assert "1 new article from wallabag." in capsys.readouterr().err
    store = own_notes()
    assert len(store.all_notes()) == 2
    assert store.flags.now()(str(files()[0])).starred
    store.close()


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    said = [
        {"slug": f"{number}", "title": f"{number**9}", "url": f"https://a.example/{number}"} for number in range(99)
    ]
    whole = bytearray(zipped(metadata_0_to_99_json=json.dumps(said)))
    for at in range(60, 400):
        whole[at] ^= 0xFF
    with pytest.raises(ReaderError, match="damaged or no export"):
        export_of(bytes(whole), tmp_path)


def test_halves_of_letters_and_days_before_all_do_no_harm(tmp_path: Path) -> None:
    mark = {"quote": "the ships", "text": "?\ud800", "created_at": "0001-01-01T00:00:00+14:00", "id": 1}
    rows = [{**WALLABAG[0], "annotations": [mark]}, {**WALLABAG[0], "url": "https://a.example/\ud800"}]
    (tmp_path / "w.json").write_text(json.dumps(rows))
    assert main(["import", str(tmp_path / "w.json")]) == 1
    store = own_notes()
    assert len(store.all_notes()) == 1
    store.close()


def test_omnivore(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = [{"slug": "harbour", "title": "Harbour reopens", "url": "https://gazette.example/1", "author": "Ada Lund"}]
    said.append({"slug": "../../etc/passwd", "title": "Bad", "url": "file:///etc/passwd"})
    (tmp_path / "omnivore.zip").write_bytes(
        zipped(
            metadata_0_to_20_json=json.dumps(said),
            content__harbour_html=f"<p>{WORDS}</p>",
            highlights__harbour_md="> the ships lie still\n\nAsk her.\n",
        )
    )
    assert main(["import", str(tmp_path / "omnivore.zip")]) == 0
    assert "1 new article from Omnivore." in capsys.readouterr().err
    store = own_notes()
    (note,) = store.all_notes()
    store.close()
    assert (note.body, note.target) == ("Ask her.", Target.TEXT)


def test_marks_of_hypothesis_become_notes_on_the_page(
    tmp_path: Path, site: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    site.pages["/a"] = a_page()
    quote = {"type": "TextQuoteSelector", "exact": "day 3 of the strike", "prefix": "It was ", "suffix": "."}
    mark = {
        "uri": site.at("/a"),
        "text": "Why?",
        "tags": ["to ask"],
        "id": "x1",
        "created": "2026-03-05T10:00:00+00:00",
    }
    rows = [
        {**mark, "target": [{"source": site.at("/a"), "selector": [{"type": "RangeSelector"}, quote]}]},
        {**mark, "id": "x2", "text": "On the whole page", "tags": [], "target": [{"source": site.at("/a")}]},
        {**mark, "id": "x3", "references": ["x1"], "target": []},
    ]
    file = tmp_path / "hypothesis.json"
    file.write_text(json.dumps({"export_date": "2026-03-06", "annotations": rows}))
    assert main(["import", str(file)]) == 1
    assert "1 of 3 are answers" in capsys.readouterr().err
    store = own_notes()
    notes = sorted(store.all_notes(), key=lambda note: note.body)
    store.close()
    assert [(note.target, note.body) for note in notes] == [
        (Target.ARTICLE, "On the whole page"),
        (Target.TEXT, "Why? #to-ask"),
    ]
    assert notes[1].anchor is not None
    assert read_article(Path(notes[1].source)).text[slice(*notes[1].anchor.span)] == "day 3 of the strike"
