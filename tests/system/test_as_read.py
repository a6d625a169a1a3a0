"""What the command line prints is what the reader shows: the person's date and repairs are in it."""

from datetime import date
from pathlib import Path

import pytest

from tui.__main__ import main
from tui.analysis.model import Kind
from tui.analysis.repairs.repairs import EntityKey, Rename
from tui.notes.note import Choices
from tui.notes.repairs import add
from tui.notes.store import NoteStore
from tui.paths import data_folder

TEXT = """The harbour strike

Maria Oduya of the Dockers' Union said in Port Ellery last March that the strike was over.
Maria Oduya has led the union since 2015.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "strike.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_repairs_and_date_are_in_it(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = NoteStore(data_folder())
    source = str(article.resolve())
    store.save_choices(Choices(source, date(2019, 7, 30)))
    add(store, Rename(EntityKey("Maria Oduya", Kind.PERSON, ("Maria Oduya",)), "Maria A. Oduya"), source)

    assert main(["analyze", str(article)]) == 0
    shown = capsys.readouterr().out
    assert "Maria A. Oduya" in shown
    assert "2019-07-30" in shown
    assert "Mar 2019" in shown

    assert main(["analyze", str(article), "--as-found"]) == 0
    found = capsys.readouterr().out
    assert "Maria A. Oduya" not in found
    assert "2019-07-30" not in found

    assert main(["analyze", str(article), "--date", "2021-05-01"]) == 0
    assert "2021-05-01" in capsys.readouterr().out
