"""Settings: what is right is used, what is wrong is said by name."""

import re
import tomllib
from pathlib import Path

import pytest

from tui.errors import BadSettings
from tui.settings import DEFAULT_FILE, Frugal, Settings, load_settings, write_default_settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def load(file: Path, content: str | bytes) -> tuple[Settings, tuple[str, ...]]:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return load_settings(file)


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    assert load_settings(file) == (Settings(), ())


def test_what_is_set_is_used(file: Path) -> None:
    content = """
    column = 72
    theme = "nord"
    frugal = "on"
    mouse = false
    justify = true
    line_numbers = true
    restricted = true
    [keys]
    next_paragraph = "}, J"
    """
    settings, troubles = load(file, content)
    assert troubles == ()
    assert settings == Settings(72, "nord", Frugal.ON, False, True, True, {"next_paragraph": "}, J"}, True)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("column = 39", "“column” must be a number from 40 to 120, not 39."),
        ("column = 121", "not 121"),
        ("column = true", "not true"),
        ('column = "88"', "not '88'"),
        ("theme = 3", "“theme” must be a name in quotes"),
        ('frugal = "maybe"', "“frugal” must be"),
        ('mouse = "no"', "“mouse” must be true or false"),
        ("justify = 1", "“justify” must be true or false, not 1."),
        ("keys = 3", "“keys” must be a table"),
        ("[keys]\nnext = 3", "“keys” must be a table"),
        ("colunm = 88", "“colunm” is not a setting; there are column, frugal"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_used(file: Path, line: str, sentence: str) -> None:
    settings, troubles = load(file, f"line_numbers = true\n{line}\n")
    assert settings == Settings(line_numbers=True)
    assert len(troubles) == 1
    assert sentence in troubles[0]
    assert str(file) in troubles[0]


@pytest.mark.parametrize(
    "content", ["column = ", "\xff\xfe", b"\xff\xfe", "a = " + "[" * 5000, "column = 1\ncolumn = 2"]
)
def test_a_file_that_is_not_toml_is_one_sentence(file: Path, content: str | bytes) -> None:
    settings, troubles = load(file, content)
    assert settings == Settings()
    assert len(troubles) == 1
    assert str(file) in troubles[0]


def test_a_folder_in_its_place_is_one_sentence(file: Path) -> None:
    file.mkdir(parents=True)
    assert load_settings(file)[0] == Settings()
    assert "cannot be read" in load_settings(file)[1][0]


@pytest.mark.parametrize(
    ("frugal", "ssh", "saves"),
    [("auto", "", False), ("auto", "1.2.3.4 5 6.7.8.9 22", True), ("on", "", True), ("off", "1.2.3.4 5", False)],
)
def test_frugal_is_automatic_over_ssh(monkeypatch: pytest.MonkeyPatch, frugal: str, ssh: str, saves: bool) -> None:
    if ssh:
        monkeypatch.setenv("SSH_CONNECTION", ssh)
    assert Settings(frugal=Frugal(frugal)).saves_bytes is saves


def test_the_default_file_sets_nothing_and_every_line_in_it_is_the_default(file: Path) -> None:
    write_default_settings(file)
    assert load_settings(file) == (Settings(), ())
    spoken = re.sub(r"^# (\w+ = )", r"\1", DEFAULT_FILE.split("[keys]")[0], flags=re.M)
    assert len(tomllib.loads(spoken)) == 7
    assert load(file, spoken) == (Settings(), ())


def test_a_file_that_is_there_is_never_overwritten(file: Path) -> None:
    load(file, "column = 50")
    write_default_settings(file)
    assert load_settings(file)[0].column == 50


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadSettings, match="cannot be written"):
        write_default_settings(tmp_path / "file" / "settings.toml")
