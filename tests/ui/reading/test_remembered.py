"""Looks, marks and first steps come back in the next session."""

from pathlib import Path

import pytest

from tui.settings import Settings
from tui.ui.reading.remembered import ENOUGH, FILE, MOST_ARTICLES, Remembered


def test_looks_come_back(tmp_path: Path) -> None:
    Remembered(tmp_path, Settings()).look(column=96, justify=True)
    looks = Remembered(tmp_path, Settings()).looks
    assert (looks.column, looks.justify, looks.numbers) == (96, True, False)


def test_they_are_kept_where_there_are_no_notes_yet(tmp_path: Path) -> None:
    Remembered(tmp_path / "home" / "data", Settings()).look(panel=8)
    assert Remembered(tmp_path / "home" / "data", Settings()).looks.panel == 8


def test_a_setting_that_was_changed_since_is_meant(tmp_path: Path) -> None:
    Remembered(tmp_path, Settings()).look(column=96, justify=True)
    looks = Remembered(tmp_path, Settings(column=60)).looks
    assert (looks.column, looks.justify) == (60, True)


def test_going_back_to_the_settings_forgets(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path, Settings())
    remembered.look(column=96)
    remembered.look(column=88)
    assert "96" not in (tmp_path / FILE).read_text()


def test_marks_belong_to_their_article(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path, Settings())
    remembered.set_mark("/a.md", "x", 10)
    remembered.set_mark("/b.md", "x", 20)
    remembered.set_mark("/a.md", "y", 30)
    again = Remembered(tmp_path, Settings())
    assert again.marks("/a.md") == {"x": 10, "y": 30}
    assert again.marks("/b.md") == {"x": 20}
    assert again.marks("/c.md") == {}


def test_two_sessions_keep_what_the_other_wrote(tmp_path: Path) -> None:
    one, two = (Remembered(tmp_path, Settings()) for _ in range(2))
    one.set_mark("/a.md", "x", 10)
    two.set_mark("/a.md", "y", 20)
    one.look(column=60)
    again = Remembered(tmp_path, Settings())
    assert again.marks("/a.md") == {"x": 10, "y": 20}
    assert again.looks.column == 60


def test_it_does_not_grow_for_ever(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(
        '{"marks": {' + ",".join(f'"/{n}.md": {{"a": 1}}' for n in range(MOST_ARTICLES + 9)) + "}}"
    )
    remembered = Remembered(tmp_path, Settings())
    remembered.set_mark("/new.md", "a", 1)
    assert remembered.marks("/new.md") == {"a": 1}
    assert remembered.marks("/3.md") == {}


def test_the_hint_goes_after_a_few_steps(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path, Settings())
    for _ in range(ENOUGH):
        assert remembered.beginner
        remembered.step()
    assert not Remembered(tmp_path, Settings()).beginner


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{",
        '{"looks": 3, "marks": [], "steps": "x"}',
        '{"looks": {"column": ["a", 88], "nothing": [1, 2]}}',
        '{"marks": {"/a.md": {"x": -1, "y": "z"}}}',
        "[" * 100_000,
    ],
)
def test_a_spoilt_file_is_as_good_as_none(tmp_path: Path, body: str) -> None:
    (tmp_path / FILE).write_text(body)
    remembered = Remembered(tmp_path, Settings())
    assert remembered.looks.column == 88
    assert remembered.marks("/a.md") == {}
    remembered.set_mark("/a.md", "q", 1)
    assert remembered.marks("/a.md")["q"] == 1


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    remembered = Remembered(tmp_path / "data", Settings())
    assert remembered.look(column=60).column == 60


def test_a_hint_is_seen_once_and_for_all(tmp_path: Path) -> None:
    remembered, other = Remembered(tmp_path, Settings()), Remembered(tmp_path, Settings())
    assert not remembered.has_seen("names")
    remembered.see("names")
    other.see("dates")  # another session: it keeps what this one wrote
    again = Remembered(tmp_path, Settings())
    assert [again.has_seen(hint) for hint in ("names", "dates", "notes")] == [True, True, False]


@pytest.mark.parametrize("broken", ['{"seen": 7}', '{"seen": [["names"], 3]}', "nothing"])
def test_hints_are_shown_again_where_the_file_is_broken(tmp_path: Path, broken: str) -> None:
    (tmp_path / FILE).write_text(broken)
    remembered = Remembered(tmp_path, Settings())
    assert not remembered.has_seen("names")
    remembered.see("names")
    assert Remembered(tmp_path, Settings()).has_seen("names")
