"""The feeds that are followed in two places become the same: what either has added, left or set last holds in both."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.__main__ import main
from tui.library.sources.feeds.followed import Followed, adding, change, followed, leaving, moving, replacing
from tui.notes.versions.feeds import is_feed, joined
from tui.paths import data_folder

ROW = st.fixed_dictionaries(
    {
        "id": st.just("a.example/rss"),
        "address": st.sampled_from(("http://a.example/rss", "https://a.example/rss")),
        "turns": st.lists(st.integers(0, 5), max_size=4),
    },
    optional={name: st.text(max_size=3) for name in ("title", "folder", "group", "to")},
)


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sit down at one of two machines."""

    def sit(name: str) -> None:
        monkeypatch.setenv("DATELINE_HOME", str(tmp_path / name))

    return sit


@pytest.fixture
def sync(tmp_path: Path) -> Callable[[], None]:
    """Carry all to a folder and back."""

    def carry() -> None:
        assert main(["notes", "sync", f"{tmp_path}/stick/"]) == 0

    return carry


def named() -> list[str]:
    return sorted(one.title for one in followed())


def a_feed(name: str) -> Followed:
    return Followed(f"https://{name.lower()}.example/rss", name)


def test_two_places_follow_the_same_feeds(
    at: Callable[[str], None], sync: Callable[[], None], capsys: pytest.CaptureFixture[str]
) -> None:
    at("one")
    change(adding(a_feed("A"), a_feed("B")._replace(whole=True, group="News")))
    sync()
    at("two")
    change(adding(a_feed("C"), a_feed("B")))
    folders = {one.title: one.folder for one in followed()}
    sync()
    assert "Here: 1 feed more" in capsys.readouterr().err
    assert named() == ["A", "B", "C"]
    assert {one.title: one.folder for one in followed() if one.title in folders} == folders
    assert next(one for one in followed() if one.title == "B")[3:5] == (True, "News")
    change(leaving("https://a.example/rss"))
    sync()
    at("one")
    sync()
    assert named() == ["B", "C"]
    change(adding(a_feed("A")))  # again: it was turned later than where it was left
    change(replacing("https://b.example/rss", whole=False, fixed=True))
    sync()
    at("two")
    sync()
    assert named() == ["A", "B", "C"]
    assert [(one.whole, one.fixed) for one in followed() if one.title == "B"] == [(False, True)]
    assert len({one.folder for one in followed()}) == 3
    before = followed()
    sync()
    assert followed() == before


def test_a_feed_that_moved_in_one_place_has_moved_in_the_other(
    at: Callable[[str], None], sync: Callable[[], None]
) -> None:
    for place in ("one", "two"):
        at(place)
        change(adding(a_feed("A"), a_feed("B")))
        sync()
    old = followed()[0]
    change(moving(old, old._replace(address="https://new.example/rss")))
    sync()
    at("one")
    folder = followed()[0].folder
    sync()
    assert sorted(one.address for one in followed()) == ["https://b.example/rss", "https://new.example/rss"]
    assert next(one.folder for one in followed() if "new" in one.address) == folder  # nothing is taken twice


def test_a_list_that_cannot_be_read_is_told_and_the_notes_go_on(
    at: Callable[[str], None], sync: Callable[[], None], capsys: pytest.CaptureFixture[str]
) -> None:
    at("one")
    change(adding(a_feed("A")))
    sync()
    path = data_folder() / "feeds.json"
    path.write_text('{"version": 9}')
    sync()
    assert "newer version of Dateline" in capsys.readouterr().err
    assert path.read_text() == '{"version": 9}'
    path.write_text('{"feeds": [')
    sync()
    assert "was damaged" in capsys.readouterr().err
    assert named() == ["A"]  # the notes knew it still


@given(ROW, ROW, ROW)
def test_rows_are_joined_in_any_order(one: dict[str, object], two: dict[str, object], three: dict[str, object]) -> None:
    assert all(map(is_feed, (one, two, three)))
    assert joined(one, two) == joined(two, one)
    assert joined(joined(one, two), three) == joined(one, joined(two, three))
    assert joined(joined(one, two), two) == joined(one, two)


@pytest.mark.parametrize(
    "odd", [{}, {"turns": [-1]}, {"turns": [True]}, {"title": 5}, {"turns": 3}, {"folder": "x" * 9000}]
)
def test_what_is_no_feed_is_not_taken_in(odd: dict[str, object]) -> None:
    assert not is_feed({"id": "a", "address": "https://a.example/", **odd} if odd else {"id": "a"})
