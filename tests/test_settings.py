"""Settings: what is right is used, what is wrong is said by name."""

import os
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
        ('layout = "qwerty"', "“layout” must be"),
        ("layout = true", "“layout” must be"),
        ('mouse = "no"', "“mouse” must be true or false"),
        ("justify = 1", "“justify” must be true or false, not 1."),
        ("keys = 3", "“keys” must be a table"),
        ("[keys]\nnext = 3", "“keys” must be a table"),
        ('[keys]\nnext = ["}", "J"]', "“next” has ['}', 'J']."),
        ('theme = ["nord"]', "“theme” must be a name in quotes, not ['nord']."),
        ('frugal = ["on"]', "“frugal” must be"),
        ("column = [88]", "not [88]"),
        ("column = 88.5", "not 88.5"),
        (f"column = 0x{'f' * 9000}", "not so large a number"),
        (f"theme = [0x{'f' * 9000}]", "not that"),
        ("mouse = 2021-03-23", "“mouse” must be true or false"),
        ("[theme]\nname = 3", "“theme” must be a name in quotes"),
        ('"a\\u001b]0;x\\n" = 1', "“a ]0;x ” is not a setting"),
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
    "content",
    [
        "column = ",
        "\xff\xfe",
        b"\xff\xfe",
        "a = " + "[" * 5000,
        "column = " + "9" * 5000,
        "restricted = false\ncolumn = ",
        "# restricted = true\ncolumn = ",
        "column = 80".encode("utf-16"),
    ],
)
def test_a_file_that_is_not_toml_is_one_sentence(file: Path, content: str | bytes) -> None:
    settings, troubles = load(file, content)
    assert settings == Settings()
    assert len(troubles) == 1
    assert str(file) in troubles[0]


def test_a_mark_of_the_encoding_costs_nothing(file: Path) -> None:
    assert load(file, b"\xef\xbb\xbfcolumn = 72\n") == (Settings(column=72), ())


def test_one_wrong_key_costs_only_itself(file: Path) -> None:
    settings, troubles = load(file, 'column = 72\n[keys]\nnext_paragraph = "J"\nquit = ["q"]\nsort = 3\n')
    assert settings == Settings(column=72, keys={"next_paragraph": "J"})
    assert [re.findall(r"“(\w+)” has", trouble) for trouble in troubles] == [["quit"], ["sort"]]


@pytest.mark.parametrize("value", ['"yes"', '"true"', "1", "[true]", '"false"', "0"])
def test_restricted_with_a_wrong_value_stays_restricted(file: Path, value: str) -> None:
    settings, troubles = load(file, f"restricted = {value}\n")
    assert settings == Settings(restricted=True)
    assert "“restricted” must be true or false" in troubles[0]


@pytest.mark.parametrize(
    "content",
    [
        "restricted = true\ncolumn = ",
        "column = 9 9\n  restricted=true",
        'x\n"restricted" = true',
        "restricted = yes",
        "restricted = ",
        "\ufeff'restricted' = True",
        "column = 1\ncolumn = 2\nRestricted = true",
        "restricted = true\n".encode("utf-16"),
        "restricted = true\n".encode("utf-16-be"),
        "restricted: true",
        "restricted true",
        "restricted\n",
        "column = 80 restricted = true",
        "column =\rrestricted = true\r",
        "restricted＝true",
        '"restrict\\u0065d" = true\n[',
        "restricted = false\nrestricted = true",
        "restricted = false restricted = true",
        "reader.restricted = true\n[",
        b"restricted = true\n# caf\xe9\n",
    ],
)
def test_a_file_that_cannot_be_understood_opens_no_unrestricted_reader(file: Path, content: str | bytes) -> None:
    with pytest.raises(BadSettings, match="wants a reader for others: mend it") as caught:
        load(file, content)
    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_no_file_is_not_waited_for(file: Path) -> None:
    file.parent.mkdir()
    os.mkfifo(file)
    with pytest.raises(BadSettings, match=r"cannot be read \(it is not a file"):
        load_settings(file)
    file.unlink()
    file.symlink_to("/dev/zero")
    with pytest.raises(BadSettings, match="cannot be read"):
        load_settings(file)


def test_what_cannot_be_read_opens_no_reader(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(BadSettings, match=r"cannot be read \(Is a directory\): mend it or take it away"):
        load_settings(file)
    file.rmdir()
    file.symlink_to("/no/such/disk/settings.toml")
    with pytest.raises(BadSettings, match="leads nowhere"):
        load_settings(file)
    file.unlink()
    with pytest.raises(BadSettings, match="is larger than 1024 KiB"):
        load(file, "#" * 1_100_000 + "\nrestricted = true\n")
    file.unlink()
    file.parent.rmdir()
    file.parent.write_text("")  # a file where the folder should be
    with pytest.raises(BadSettings, match="cannot be read"):
        load_settings(file)


@pytest.mark.parametrize(
    "content", ["[keys]\nrestricted = true\n", "Restricted = true\n", "[reader]\nrestricted = true\n"]
)
def test_restricted_at_the_wrong_place_holds_and_is_said(file: Path, content: str) -> None:
    settings, troubles = load(file, content)
    assert settings.restricted
    assert "“restricted” must stand above the first [table], in small letters." in troubles[0]


def test_one_line_that_is_not_toml_costs_only_itself(file: Path) -> None:
    content = (
        'column = 72\ntheme = nord\n\n# a comment\nmouse = false\ncolumn = 60\n[keys]\nquit = "Q"\nx = \nsort = "o"\n'
    )
    settings, troubles = load(file, content)
    assert settings == Settings(column=72, mouse=False, keys={"quit": "Q", "sort": "o"})
    assert [re.findall(r"line (\d+) is left out", trouble) for trouble in troubles] == [["2"], ["6"], ["9"]]
    assert "“column” is set twice" in troubles[1]


def test_of_many_lines_that_are_not_toml_the_first_are_named(file: Path) -> None:
    settings, troubles = load(file, "column = 72\n" + "nonsense\n" * 3000)
    assert settings == Settings(column=72)
    assert len(troubles) == 6
    assert "more lines are left out" in troubles[-1]


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
    assert len(tomllib.loads(spoken)) == 12
    assert load(file, spoken) == (Settings(), ())


def test_a_file_that_is_there_is_never_overwritten(file: Path) -> None:
    load(file, "column = 50")
    write_default_settings(file)
    assert load_settings(file)[0].column == 50


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadSettings, match="cannot be written"):
        write_default_settings(tmp_path / "file" / "settings.toml")
