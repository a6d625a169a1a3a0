"""Where a person's files lie, and whose they are where several share an account."""

import stat
from pathlib import Path

import pytest

from tui.errors import ReaderError
from tui.paths import cache_folder, config_folder, data_folder, make_cache, make_private


def test_everyone_has_notes_of_their_own(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert data_folder() == own_folders / "data"
    monkeypatch.setenv("DATELINE_USER", "anna.berg@example.org")
    assert data_folder() == own_folders / "data" / "users" / "anna.berg@example.org"
    assert cache_folder() == own_folders / "cache" / "users" / "anna.berg@example.org"
    assert config_folder() == own_folders / "config"


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../x", "a/b", "/etc", "a\n", "~", "-x", "a b", "$(id)", "x" * 65, "ä"]
)
def test_names_that_are_more_than_a_name(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("DATELINE_USER", name)
    with pytest.raises(ReaderError, match="DATELINE_USER"):
        data_folder()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_folders_are_nobody_elses_business(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_USER", "anna")
    for folder in (make_private(data_folder()), make_cache()):
        assert [mode(each) for each in (folder, folder.parent, folder.parent.parent)] == [0o700] * 3
        folder.chmod(0o755)
        folder.parent.chmod(0o755)
    (cache_folder() / "index.sqlite").touch(0o644)
    make_private(data_folder())
    make_cache()
    for folder in (data_folder(), cache_folder()):
        assert [mode(each) for each in (folder, folder.parent)] == [0o700] * 2
    assert mode(cache_folder() / "index.sqlite") == 0o600
