"""Where a person's files lie, and whose they are where several share an account."""

from pathlib import Path

import pytest

from tui.errors import ReaderError
from tui.paths import cache_folder, config_folder, data_folder


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
